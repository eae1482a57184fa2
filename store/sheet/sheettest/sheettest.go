// Package sheettest makes sheets that LibreOffice can save, for the tests that
// import a roster.
package sheettest

import (
	"fmt"
	"strings"
)

// Flat makes a flat OpenDocument sheet of lines of cells with tabs between them.
// A cell that begins with # is a number, with @ a date; a line with one cell is
// merged over the width of the longest, and "== name" begins a sheet.
func Flat(tsv string) string {
	var rows [][]string
	widest := 0
	for _, line := range strings.Split(strings.TrimRight(tsv, "\n"), "\n") {
		row := strings.Split(line, "\t")
		rows = append(rows, row)
		widest = max(widest, len(row))
	}
	var b strings.Builder
	b.WriteString(head)
	for _, row := range rows {
		if name, ok := strings.CutPrefix(row[0], "== "); ok {
			b.WriteString(`</table:table><table:table table:name="` + name + `">`)
			continue
		}
		b.WriteString("<table:table-row>")
		for _, text := range row {
			b.WriteString(cell(text, len(row) == 1 && text != "", widest))
		}
		b.WriteString("</table:table-row>\n")
	}
	b.WriteString("</table:table></office:spreadsheet></office:body></office:document>\n")
	return b.String()
}

const head = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles><number:date-style style:name="N1"><number:year number:style="long"/><number:text>年</number:text><number:month/><number:text>月</number:text><number:day/><number:text>日</number:text></number:date-style><style:style style:name="day" style:family="table-cell" style:data-style-name="N1"/></office:automatic-styles>
<office:body><office:spreadsheet><table:table table:name="党员信息">
`

func cell(cell string, merged bool, width int) string {
	text := func(s string) string { return "<text:p>" + s + "</text:p></table:table-cell>" }
	switch {
	case merged:
		return fmt.Sprintf(`<table:table-cell office:value-type="string" table:number-columns-spanned="%d" table:number-rows-spanned="1">`, width) + text(cell) +
			fmt.Sprintf(`<table:covered-table-cell table:number-columns-repeated="%d"/>`, width-1)
	case strings.HasPrefix(cell, "#"):
		return `<table:table-cell office:value-type="float" office:value="` + cell[1:] + `">` + text(cell[1:])
	case strings.HasPrefix(cell, "@"):
		return `<table:table-cell table:style-name="day" office:value-type="date" office:date-value="` + cell[1:] + `">` + text(cell[1:])
	case cell == "":
		return "<table:table-cell/>"
	}
	return `<table:table-cell office:value-type="string">` + text(cell)
}
