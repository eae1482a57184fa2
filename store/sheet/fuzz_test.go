package sheet

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"branchbook/store/org"
)

// sound checks what must hold of any roster that was read.
func sound(t *testing.T, b *Book) {
	r, err := ReadRoster(b, today)
	if err != nil {
		return
	}
	for i := range r.Rows {
		p := r.Rows[i].Person
		p.ID = "p"
		if err := p.Validate(); r.Rows[i].Importable() && err != nil {
			t.Errorf("row %d is importable and unsound: %v", r.Rows[i].Line, err)
		}
		if once, _, _ := Merge(org.Person{ID: "p"}, r.Rows[i]); r.Rows[i].Importable() && !equal(once, p) {
			t.Errorf("row %d: a new person is not what the row tells", r.Rows[i].Line)
		}
	}
}

func FuzzCSV(f *testing.F) {
	data, err := os.ReadFile("testdata/wps.csv")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte("姓名\t性别\t身份证号\n王伟\t男\t\"1\n"))
	f.Add([]byte("\xFF\xFE\x13\x59"))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := readCSV(data)
		if err != nil {
			return
		}
		for n, row := range b.Sheets[0].Rows {
			if n >= MaxRows || len(row) > MaxCols {
				t.Fatalf("row %d has %d cells", n, len(row))
			}
		}
		sound(t, b)
	})
}

func FuzzXLSX(f *testing.F) {
	data, err := os.ReadFile("testdata/libreoffice.xlsx")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add(national(f))
	f.Fuzz(func(t *testing.T, data []byte) {
		if b, err := Read("", data); err == nil {
			sound(t, b)
		}
	})
}

// FuzzSheetXML changes one part of a workbook that is otherwise whole, which
// FuzzXLSX cannot because of the archive's checksums.
func FuzzSheetXML(f *testing.F) {
	parts := unzipped(f, national(f))
	f.Add(parts["xl/worksheets/sheet1.xml"], parts["xl/sharedStrings.xml"])
	f.Add(`<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>`, "")
	f.Fuzz(func(t *testing.T, sheet, shared string) {
		parts["xl/worksheets/sheet1.xml"], parts["xl/sharedStrings.xml"] = sheet, shared
		if b, err := Read("", zipped(t, parts)); err == nil {
			sound(t, b)
		}
	})
}

func FuzzDate(f *testing.F) {
	for _, s := range []string{"1985.03", "1985年3月5日", "31116", "1.9850305E7", "1985-03-05 00:00:00", "1985.1"} {
		f.Add(s, false)
	}
	f.Fuzz(func(t *testing.T, s string, epoch04 bool) {
		p, err := ParseDate(s, epoch04)
		if err != nil && err != ErrMonthDouble {
			if p != "" {
				t.Fatalf("%q: %s with %v", s, p, err)
			}
			return
		}
		if q, err := org.ParsePartial(string(p)); err != nil || q != p {
			t.Fatalf("%q gives %q, which is no date", s, p)
		}
		if q, err := ParseDate(string(p), epoch04); err != nil || q != p {
			t.Fatalf("%q gives %q, which reads as %q, %v", s, p, q, err)
		}
	})
}

func FuzzHeader(f *testing.F) {
	for _, s := range []string{"姓 名", "出生日期\n（年月日）", "*身份证号：", "((", "）（"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		field, ok := FieldOf(s)
		if ok != (field != "") || ok && field.Chinese() == "" {
			t.Fatalf("%q: %q, %v", s, field, ok)
		}
		padded := " " + strings.ToUpper(s) + "\n"
		if again, _ := FieldOf(padded); ok && again != field {
			t.Fatalf("%q names %q, with spaces %q", s, field, again)
		}
	})
}

func TestEveryWayOfWritingADateParsesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := org.NewDate(1900, 1, 1).AddDays(rapid.IntRange(10_000, 73_000).Draw(t, "day"))
		y, m, day := d.YMD()
		p := d.Partial()
		for _, s := range []string{
			fmt.Sprintf("%d.%d.%d", y, m, day), fmt.Sprintf("%d.%02d.%02d", y, m, day), fmt.Sprintf("%d年%d月%d日", y, m, day), fmt.Sprintf("%d 年 %02d 月 %02d 日", y, m, day),
			fmt.Sprintf("%d-%02d-%02d", y, m, day), fmt.Sprintf("%d/%d/%d", y, m, day), fmt.Sprintf("%d%02d%02d", y, m, day), fmt.Sprintf("%d%02d%02d.0", y, m, day),
			fmt.Sprintf("%d.%02d%02d", y, m, day), fmt.Sprintf("%d-%02d-%02d 00:00:00", y, m, day), fmt.Sprintf("%d-%02d-%02dT08:30:00Z", y, m, day), fmt.Sprintf("%.7E", float64(y*10000+int(m)*100+day)),
			fmt.Sprint(int(d - org.NewDate(1899, 12, 30))), fmt.Sprintf("%d.5", int(d-org.NewDate(1899, 12, 30))),
		} {
			if got, err := ParseDate(s, false); err != nil || got != p {
				t.Fatalf("%q reads as %q, %v; want %q", s, got, err, p)
			}
		}
		for _, s := range []string{fmt.Sprintf("%d年%d月", y, m), fmt.Sprintf("%d.%02d", y, m), fmt.Sprintf("%d/%d", y, m), fmt.Sprintf("%d%02d", y, m), fmt.Sprintf("%d－%02d", y, m)} {
			if got, err := ParseDate(s, false); err != nil || got != p[:7] {
				t.Fatalf("%q reads as %q, %v; want %q", s, got, err, p[:7])
			}
		}
		for _, s := range []string{fmt.Sprint(y), fmt.Sprintf("%d年", y), fmt.Sprintf("%d.", y)} {
			if got, err := ParseDate(s, false); err != nil || got != p[:4] {
				t.Fatalf("%q reads as %q, %v; want %q", s, got, err, p[:4])
			}
		}
	})
}

func TestWhatIsNoDateIsRefused(t *testing.T) {
	for s, want := range map[string]error{
		"": ErrDateUnread, "不详": ErrDateUnread, "85.3": ErrDateUnread, "03/05/1985": ErrDateUnread, "1985.3.5.7": ErrDateUnread, "1985.123": ErrDateUnread, "198": ErrDateUnread, "1985030": ErrDateUnread,
		"1985-13": ErrDateNone, "1985-02-29": ErrDateNone, "19850230": ErrDateNone, "198500": ErrDateNone, "1985年0月": ErrDateNone, "0985-03-05": ErrDateNone, "1985.1": ErrMonthDouble, "-5": ErrDateUnread, "1985.0": ErrDateNone,
	} {
		if p, err := ParseDate(s, false); err != want {
			t.Errorf("%q: %q, %v; want %v", s, p, err, want)
		}
	}
	if p, err := ParseDate("1985.0299999999999", false); err != nil || p != "1985-03" {
		t.Errorf("a number with rounding noise: %q, %v", p, err)
	}
}
