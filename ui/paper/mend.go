package paper

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"unicode/utf16"
)

var (
	// cmap is a table from glyphs to characters as the pen writes it.
	cmap = regexp.MustCompile(`(?s)/Length (\d+)\n>>\nstream\n(/CIDInit.*?)endstream\n`)
	// beyond is a character above U+FFFF in such a table.
	beyond = regexp.MustCompile(`<([0-9A-F]{5,6})>\n`)
	entry  = regexp.MustCompile(`(\d{10}) 00000 n \n`)
	start  = regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`)
)

// mend writes characters above U+FFFF in the text layer as UTF-16, as the PDF
// standard (9.10.3) asks; the pen writes bare numbers, so that 𬍛 was copied as
// another character. What follows moves, so the offsets are set anew.
func mend(pdf []byte) []byte {
	var out bytes.Buffer
	var moved []shift
	done := 0
	for _, at := range cmap.FindAllSubmatchIndex(pdf, -1) {
		body := pdf[at[4]:at[5]]
		fixed := beyond.ReplaceAllFunc(body, surrogates)
		if len(fixed) == len(body) {
			continue
		}
		out.Write(pdf[done:at[2]])
		fmt.Fprintf(&out, "%d\n>>\nstream\n%sendstream\n", len(fixed), fixed)
		done = at[1]
		moved = append(moved, shift{done, out.Len() - done})
	}
	if moved == nil {
		return pdf
	}
	out.Write(pdf[done:])
	return readdress(out.Bytes(), moved)
}

// shift says that what lay at from or later lies by bytes further on, counted
// from the beginning.
type shift struct{ from, by int }

func surrogates(code []byte) []byte {
	n, err := strconv.ParseUint(string(code[1:len(code)-2]), 16, 32)
	if err != nil {
		return code
	}
	high, low := utf16.EncodeRune(rune(n))
	return fmt.Appendf(nil, "<%04X%04X>\n", high, low)
}

// readdress corrects the table of offsets at the end of the file.
func readdress(pdf []byte, moved []shift) []byte {
	at := func(digits []byte) int {
		n, _ := strconv.Atoi(string(digits))
		by := 0
		for _, m := range moved {
			if n >= m.from {
				by = m.by
			}
		}
		return n + by
	}
	m := start.FindSubmatchIndex(pdf)
	table := at(pdf[m[2]:m[3]])
	tail := entry.ReplaceAllFunc(pdf[table:m[0]], func(e []byte) []byte { return fmt.Appendf(nil, "%010d 00000 n \n", at(e[:10])) })
	out := append(bytes.Clone(pdf[:table]), tail...)
	return fmt.Appendf(out, "startxref\n%d\n%%%%EOF\n", table)
}
