package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"branchbook/store/org"
)

var today = org.NewDate(2025, 6, 30)

// number makes an ID number of a region that does not exist.
func number(born string, serial int) string {
	s := "990101" + born + strconv.Itoa(1000 + serial)[1:]
	return s + string(org.IDCheckDigit(s))
}

// workbook saves rows, from row 1, into a new file's only sheet.
func workbook(t testing.TB, rows [][]any, also func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, r := range rows {
		if err := f.SetSheetRow("Sheet1", "A"+strconv.Itoa(i+1), &r); err != nil {
			t.Fatal(err)
		}
	}
	if also != nil {
		also(f)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func roster(t testing.TB, data []byte) *Roster {
	t.Helper()
	b, err := Read("test", data)
	if err != nil {
		t.Fatal(err)
	}
	r, err := ReadRoster(b, today)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// kinds lists the findings of a row as kind@cell.
func kinds(list []Finding) string {
	var out []string
	for _, f := range list {
		out = append(out, string(f.Kind)+"@"+f.Cell)
	}
	return strings.Join(out, " ")
}

func zipped(t *testing.T, parts map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, text := range parts {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func unzipped(t testing.TB, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, p := range z.File {
		r, err := p.Open()
		if err != nil {
			t.Fatal(err)
		}
		var text bytes.Buffer
		if _, err := text.ReadFrom(r); err != nil {
			t.Fatal(err)
		}
		parts[p.Name] = text.String()
	}
	return parts
}

func TestFilesThatAreNoSpreadsheetAreRefusedByTheirContent(t *testing.T) {
	ole := "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 600)
	wide := func(s string) string { return strings.Join(strings.Split(s, ""), "\x00") + "\x00" }
	good := workbook(t, [][]any{{"姓名"}}, nil)
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"nothing":         {nil, ErrEmpty},
		"blanks":          {[]byte("\r\n \t\r\n"), ErrEmpty},
		"blank cells":     {[]byte(",,,\r\n,,\r\n"), ErrEmpty},
		"empty workbook":  {workbook(t, nil, nil), ErrEmpty},
		"old workbook":    {[]byte(ole + wide("Workbook")), ErrOldXLS},
		"locked workbook": {[]byte(ole + wide("EncryptedPackage")), ErrEncrypted},
		"old document":    {[]byte(ole + wide("WordDocument")), ErrNotSheet},
		"web page":        {[]byte("\xEF\xBB\xBF\n<html><table><tr><td>姓名</td></tr></table>"), ErrHTML},
		"document":        {zipped(t, map[string]string{"word/document.xml": "<w/>"}), ErrNotSheet},
		"cut zip":         {good[:len(good)/2], ErrBroken},
		"wrong parts":     {zipped(t, map[string]string{"xl/workbook.xml": "<<<"}), ErrBroken},
		"pdf":             {[]byte("%PDF-1.7\n1 0 obj"), ErrNotSheet},
		"program":         {[]byte("MZ\x00\x01\x02"), ErrNotSheet},
		"noise":           {bytes.Repeat([]byte{0xFF, 0x80}, 500), ErrNotSheet},
		"too large":       {make([]byte, MaxFile+1), ErrTooLarge},
		"bomb":            {zipped(t, map[string]string{"xl/workbook.xml": strings.Repeat(" ", maxUnzip+1)}), ErrTooLarge},
	} {
		if _, err := Read(name+".xlsx", c.data); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

func TestAWorkbookLockedWithAPasswordIsRefusedAsSuch(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	var out bytes.Buffer
	if err := f.Write(&out, excelize.Options{Password: "geheim"}); err != nil {
		t.Fatal(err)
	}
	if _, err := Read("", out.Bytes()); !errors.Is(err, ErrEncrypted) {
		t.Errorf("locked workbook: %v, want %v", err, ErrEncrypted)
	}
}

func TestASheetCutOffInsideAWholeArchiveIsNoticed(t *testing.T) {
	data := workbook(t, [][]any{{"姓名", "性别", "民族"}, {"王伟", "男", "汉"}}, nil)
	parts := unzipped(t, data)
	sheet := parts["xl/worksheets/sheet1.xml"]
	parts["xl/worksheets/sheet1.xml"] = sheet[:strings.LastIndex(sheet, "<row")]
	if _, err := Read("", zipped(t, parts)); !errors.Is(err, ErrBroken) {
		t.Errorf("cut sheet: %v, want %v", err, ErrBroken)
	}
}

func TestRowsBeyondTheLimitAreRefusedAndBlankOnesAreNot(t *testing.T) {
	lines := strings.Repeat("王伟,男\n", MaxRows)
	if b, err := Read("", []byte(lines+"\n\n\n")); err != nil || len(b.Sheets[0].Rows) != MaxRows {
		t.Errorf("%d rows: %v", MaxRows, err)
	}
	if _, err := Read("", []byte(lines+"\n李强,男\n")); !errors.Is(err, ErrTooLarge) {
		t.Errorf("more rows: %v, want %v", err, ErrTooLarge)
	}
}

func TestTextOfEveryEncodingAndSeparatorReadsTheSame(t *testing.T) {
	const plain = "姓名,性别,民族\r\n王伟,男,汉族\r\n\r\n\"赵,䶮\",女,\"回\n族\"\r\n"
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(plain)
	if err != nil {
		t.Fatal(err)
	}
	utf16, err := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(plain)
	if err != nil {
		t.Fatal(err)
	}
	semis := strings.NewReplacer("名,", "名;", "别,", "别;", "伟,", "伟;", "男,", "男;", "\",", "\";", "女,", "女;").Replace(plain)
	for name, text := range map[string]string{
		"utf-8": plain, "utf-8 with mark": "\xEF\xBB\xBF" + plain, "gb18030": gb, "utf-16": utf16,
		"semicolon": semis, "tab": strings.ReplaceAll(semis, ";", "\t"), "lines with \\n": strings.ReplaceAll(plain, "\r\n", "\n"),
	} {
		b, err := Read("", []byte(text))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		s := b.Sheets[0]
		if len(s.Rows) != 4 || s.cell(1, 0) != "王伟" || s.cell(3, 0) != "赵,䶮" || s.cell(3, 2) != "回\n族" || b.Replaced != 0 {
			t.Errorf("%s: %q, %d replaced", name, s.Rows, b.Replaced)
		}
	}
}

func TestAQuotationMarkThatIsNeverClosedLosesNoRows(t *testing.T) {
	b, err := Read("", []byte("姓名,备注\n王伟,\"住院\n李强,\n"))
	if err != nil || len(b.Sheets[0].Rows) != 3 || b.Sheets[0].cell(1, 1) != "\"住院" {
		t.Errorf("%v: %q", err, b.Sheets[0].Rows)
	}
}

func TestBytesThatCannotBeDecodedAreCounted(t *testing.T) {
	gb, _ := simplifiedchinese.GB18030.NewEncoder().String("姓名,性别,民族,家庭住址\n王伟,男,汉族,幸福路一号院三单元\n李强,男,汉族,")
	r := roster(t, []byte(gb+"\xFF\xFF路\n"))
	if got := kinds(r.Rows[1].Findings); !strings.Contains(got, "garbled@D3") || r.Rows[1].Person.Address != "" {
		t.Errorf("findings %q, address taken", got)
	}
}

func TestOpenReadsFromDisk(t *testing.T) {
	path := filepath.Join(t.TempDir(), "名册.csv")
	if err := os.WriteFile(path, []byte("姓名,性别\n王伟,男\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	b, err := Open(path)
	if err != nil || b.Name != path || b.Sheets[0].cell(1, 0) != "王伟" {
		t.Errorf("Open: %v", err)
	}
	if _, err := Open(path + "x"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("Open of a missing file: %v", err)
	}
}
