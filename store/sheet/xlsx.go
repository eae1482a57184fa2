package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"path"
	"regexp"
	"strings"

	"github.com/xuri/excelize/v2"
)

// options hold for every workbook. Both limits are equal, so that no sheet is
// ever unpacked into a plain temporary file: rosters are personal data.
var options = excelize.Options{RawCellValue: true, UnzipSizeLimit: maxUnzip, UnzipXMLSizeLimit: maxUnzip}

func readXLSX(data []byte) (b *Book, err error) {
	// The library is large and reads what strangers wrote: a panic in it is a
	// broken file to us.
	defer func() {
		if recover() != nil {
			b, err = nil, ErrBroken
		}
	}()
	if err := checkParts(data); err != nil {
		return nil, err
	}
	f, err := excelize.OpenReader(bytes.NewReader(data), options)
	if err != nil {
		// The library's own error may quote a cell.
		return nil, ErrBroken
	}
	defer f.Close()
	names := f.GetSheetList()
	if len(names) > maxSheets {
		return nil, ErrTooLarge
	}
	b = &Book{}
	if props, err := f.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		b.Epoch04 = *props.Date1904
	}
	paths := sheetPaths(f)
	for _, name := range names {
		s, err := readSheet(f, name, paths[name])
		if err != nil {
			return nil, err
		}
		b.Sheets = append(b.Sheets, s)
	}
	return b, nil
}

// checkParts looks at the archive's directory only, so that a bomb is refused
// before anything is unpacked.
func checkParts(data []byte) error {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return ErrBroken
	}
	if len(z.File) > maxParts {
		return ErrTooLarge
	}
	var sum uint64
	found := false
	for _, p := range z.File {
		if sum += p.UncompressedSize64; p.UncompressedSize64 > maxUnzip || sum > maxUnzip {
			return ErrTooLarge
		}
		name := strings.ToLower(strings.ReplaceAll(p.Name, `\`, "/"))
		found = found || strings.HasPrefix(name, "xl/") && strings.HasSuffix(name, ".xml")
	}
	if !found {
		return ErrNotSheet
	}
	return nil
}

func readSheet(f *excelize.File, name, part string) (*Sheet, error) {
	s := &Sheet{Name: name}
	if visible, err := f.GetSheetVisible(name); err == nil {
		s.Hidden = !visible
	}
	raw, _ := f.Pkg.Load(part)
	if xmlText, ok := raw.([]byte); ok {
		if err := s.readTail(xmlText); err != nil {
			return nil, err
		}
	}
	rows, err := f.Rows(name)
	if err != nil {
		// A chart sheet has a name and no cells.
		return s, nil
	}
	defer rows.Close()
	for n := 0; rows.Next(); n++ {
		cells, err := rows.Columns()
		if err != nil {
			return nil, fmt.Errorf("row %d: %w", n+1, ErrBroken)
		}
		if err := s.add(n, cells); err != nil {
			return nil, err
		}
	}
	if rows.Error() != nil {
		return nil, ErrBroken
	}
	return s, nil
}

// add keeps a row with content under its number; blank ones only as gaps.
func (s *Sheet) add(n int, cells []string) error {
	end := len(cells)
	for end > 0 && blank(cells[end-1]) {
		end--
	}
	if end > MaxCols {
		s.Wide = true
		for end = MaxCols; end > 0 && blank(cells[end-1]); end-- {
		}
	}
	if end == 0 {
		return nil
	}
	if n >= MaxRows {
		return ErrTooLarge
	}
	for len(s.Rows) < n {
		s.Rows = append(s.Rows, nil)
	}
	s.Rows = append(s.Rows, cells[:end:end])
	return nil
}

var mergeRef = regexp.MustCompile(`mergeCell\s[^>]*?ref\s*=\s*["']([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})["']`)

// readTail reads what stands after the cells: the merged ranges. The library
// offers them only by loading the whole sheet a second time as objects. It
// also notices a sheet that was cut off, which the row reader takes for its
// end.
func (s *Sheet) readTail(xmlText []byte) error {
	at := bytes.LastIndex(xmlText, []byte("sheetData"))
	if at < 0 {
		return nil
	}
	tail := xmlText[at:]
	if !bytes.Contains(tail, []byte("worksheet>")) {
		return fmt.Errorf("sheet is cut off: %w", ErrBroken)
	}
	for _, m := range mergeRef.FindAllSubmatch(tail, MaxRows) {
		from, to, _ := strings.Cut(string(m[1]), ":")
		left, top, err1 := excelize.CellNameToCoordinates(from)
		right, bottom, err2 := excelize.CellNameToCoordinates(to)
		if err1 == nil && err2 == nil && left <= right && top <= bottom {
			s.merges = append(s.merges, area{top - 1, left - 1, bottom - 1, right - 1})
		}
	}
	return nil
}

// sheetPaths tells which part of the archive holds each sheet.
func sheetPaths(f *excelize.File) map[string]string {
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"id,attr"`
		} `xml:"sheets>sheet"`
	}
	var rels struct {
		List []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	out := map[string]string{}
	if !decodePart(f, "xl/workbook.xml", &book) || !decodePart(f, "xl/_rels/workbook.xml.rels", &rels) {
		return out
	}
	for _, s := range book.Sheets {
		for _, r := range rels.List {
			if r.ID == s.ID && r.ID != "" {
				out[s.Name] = partPath(r.Target)
			}
		}
	}
	return out
}

func partPath(target string) string {
	if strings.HasPrefix(target, "/") {
		return strings.TrimPrefix(target, "/")
	}
	return path.Join("xl", target)
}

func decodePart(f *excelize.File, name string, v any) bool {
	raw, _ := f.Pkg.Load(name)
	data, ok := raw.([]byte)
	return ok && xml.Unmarshal(data, v) == nil
}
