package sheet

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

func readCSV(data []byte) (*Book, error) {
	if posing(data) {
		return nil, ErrHTML
	}
	text, ok := decodeText(data)
	if !ok {
		return nil, ErrNotSheet
	}
	b := &Book{Replaced: strings.Count(text, "\uFFFD")}
	if b.Replaced*10 > utf8.RuneCountInString(text) {
		return nil, ErrNotSheet
	}
	s, err := splitTable(text)
	if err != nil {
		return nil, err
	}
	b.Sheets = []*Sheet{s}
	return b, nil
}

// posing tells markup by its first character; a heading never begins so.
func posing(data []byte) bool {
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	return bytes.HasPrefix(bytes.TrimSpace(data), []byte("<"))
}

// decodeText reads UTF-8, UTF-16 with a byte order mark, else GB18030, which is
// what Excel and WPS write for csv on a Chinese Windows. It refuses what has
// bytes that text has not.
func decodeText(data []byte) (string, bool) {
	if bytes.HasPrefix(data, []byte("\xFF\xFE")) || bytes.HasPrefix(data, []byte("\xFE\xFF")) {
		out, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data)
		return string(out), err == nil && !bytes.ContainsRune(out, 0)
	}
	if bytes.IndexByte(data, 0) >= 0 || bytes.HasPrefix(data, []byte("%PDF")) {
		return "", false
	}
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	if utf8.Valid(data) {
		return string(data), true
	}
	out, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
	return string(out), err == nil
}

// splitTable cuts the text into rows and cells. The row numbers are those that
// a spreadsheet program shows, so blank lines count.
func splitTable(text string) (*Sheet, error) {
	sep := separator(text)
	s := &Sheet{}
	err := s.split(text, sep, true)
	if err == errUnclosed {
		// A quotation mark that is never closed is a character like others.
		s = &Sheet{}
		err = s.split(text, sep, false)
	}
	return s, err
}

// separator picks the character that occurs most in the first lines outside
// quotation marks; the comma if none does.
func separator(text string) byte {
	var commas, semis, tabs, lines int
	quoted := false
	for _, r := range text {
		switch {
		case r == '"':
			quoted = !quoted
		case quoted:
		case r == ',':
			commas++
		case r == ';':
			semis++
		case r == '\t':
			tabs++
		case r == '\n':
			lines++
		}
		if lines >= headerRows {
			break
		}
	}
	switch {
	case tabs > commas && tabs > semis:
		return '\t'
	case semis > commas:
		return ';'
	}
	return ','
}

var errUnclosed = errors.New("quotation mark never closed")

// split is a forgiving csv reader: it counts blank lines, takes a quotation
// mark inside a bare cell as it is, and allows rows of different length.
func (s *Sheet) split(text string, sep byte, quotes bool) error {
	stops := string(sep) + "\r\n"
	var row []string
	for n := 0; text != ""; {
		var cell string
		if quotes && text[0] == '"' {
			var ok bool
			if cell, text, ok = quotedCell(text[1:]); !ok {
				return errUnclosed
			}
		}
		end := strings.IndexAny(text, stops)
		if end < 0 {
			return s.add(n, put(row, cell+text))
		}
		row = put(row, cell+text[:end])
		more := text[end] == sep
		if strings.HasPrefix(text[end:], "\r\n") {
			end++
		}
		if text = text[end+1:]; more && text != "" {
			continue
		}
		if err := s.add(n, row); err != nil {
			return err
		}
		row, n = nil, n+1
	}
	return nil
}

// put appends a cell. Of the cells that are too far right it keeps one, so that
// the sheet knows of them and a line of a million commas costs nothing.
func put(row []string, cell string) []string {
	if len(row) <= MaxCols {
		return append(row, cell)
	}
	if !blank(cell) {
		row[MaxCols] = cell
	}
	return row
}

// quotedCell reads up to the closing mark; a doubled mark stands for itself.
func quotedCell(s string) (cell, rest string, ok bool) {
	var b strings.Builder
	for {
		end := strings.IndexByte(s, '"')
		if end < 0 {
			return "", "", false
		}
		b.WriteString(s[:end])
		s = s[end+1:]
		if !strings.HasPrefix(s, `"`) {
			return b.String(), s, true
		}
		b.WriteByte('"')
		s = s[1:]
	}
}
