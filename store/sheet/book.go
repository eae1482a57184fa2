// Package sheet reads spreadsheets that people hand in (xlsx, csv) into rows of
// persons, with a finding for every cell that it could not take as it stands.
//
// It never repairs a doubtful value: it leaves it out and says so. It reads no
// clock, writes nothing, and keeps no file open. Limits guard against files
// made to exhaust the machine; no input makes it panic.
package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

// What a file is refused for. The text of these errors carries no file content.
var (
	ErrEmpty     = errors.New("no cell has any content")
	ErrTooLarge  = errors.New("larger than a roster can be")
	ErrOldXLS    = errors.New("workbook in the old binary form (.xls)")
	ErrEncrypted = errors.New("workbook locked with a password")
	ErrHTML      = errors.New("web page posing as a workbook")
	ErrNotSheet  = errors.New("neither a workbook nor a table of text")
	ErrBroken    = errors.New("damaged workbook")
	ErrNoHeader  = errors.New("no row with the headings of a roster")
	ErrNoSheet   = errors.New("no sheet of that name")
)

// The limits of one file. A roster of 20,000 rows is forty times the largest
// unit that the program is meant for.
const (
	MaxFile   = 32 << 20 // bytes of the file
	maxUnzip  = 48 << 20 // bytes of all its parts, unpacked
	maxParts  = 2_000    // parts of a workbook
	maxSheets = 40       // sheets of a workbook
	MaxRows   = 20_000   // number of the last row with content
	MaxCols   = 100      // columns kept; what stands to the right is not read
)

// Book is a spreadsheet file in memory.
type Book struct {
	Name     string // as given by the caller, for messages
	Sheets   []*Sheet
	Replaced int  // csv: characters that could not be decoded and became U+FFFD
	Epoch04  bool // dates count from 1904 instead of 1900
}

// Sheet is one sheet's cells as stored: numbers and dates unformatted, so that
// an ID number or a phone number is seen in full where the file has it in full.
type Sheet struct {
	Name   string
	Hidden bool
	Rows   [][]string // Rows[0] is row 1; short and nil rows are blank to the right
	Wide   bool       // content right of MaxCols was left out
	merges []area
}

// area is a merged range of cells, 0-based and inclusive.
type area struct{ top, left, bottom, right int }

// Open reads a file from disk. See Read for the errors.
func Open(path string) (*Book, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open spreadsheet: %w", err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, MaxFile+1))
	if err != nil {
		return nil, fmt.Errorf("read spreadsheet: %w", err)
	}
	return Read(path, data)
}

// Read tells by the content, not by the name, what kind of file data is, and
// reads it. It returns one of the errors above, perhaps wrapped.
func Read(name string, data []byte) (*Book, error) {
	b, err := read(data)
	if err != nil {
		return nil, fmt.Errorf("read spreadsheet: %w", err)
	}
	b.Name = name
	for _, s := range b.Sheets {
		if len(s.Rows) > 0 {
			return b, nil
		}
	}
	return nil, fmt.Errorf("read spreadsheet: %w", ErrEmpty)
}

func read(data []byte) (*Book, error) {
	switch {
	case len(data) > MaxFile:
		return nil, ErrTooLarge
	case len(bytes.TrimSpace(data)) == 0:
		return nil, ErrEmpty
	case bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")):
		return nil, compound(data)
	case bytes.HasPrefix(data, []byte("PK\x03\x04")), bytes.HasPrefix(data, []byte("PK\x05\x06")):
		return readXLSX(data)
	}
	return readCSV(data)
}

// compound tells what an OLE compound file is by the names in its directory,
// which are UTF-16.
func compound(data []byte) error {
	has := func(name string) bool {
		return bytes.Contains(data, []byte(strings.Join(strings.Split(name, ""), "\x00")+"\x00"))
	}
	switch {
	case has("EncryptedPackage"):
		return ErrEncrypted
	case has("WordDocument"), has("PowerPoint Document"):
		return ErrNotSheet
	}
	return ErrOldXLS
}

// cell returns the text of a cell, "" outside the sheet; 0-based.
func (s *Sheet) cell(row, col int) string {
	if row < 0 || row >= len(s.Rows) || col < 0 || col >= len(s.Rows[row]) {
		return ""
	}
	return s.Rows[row][col]
}
