package cli

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"branchbook/store/safefile"
)

// result is what a verb found or did. Its JSON form is its own; text is for
// people, table for spreadsheets, head row first.
type result interface {
	text(w io.Writer)
	table() [][]string
}

// ownFile is a result whose -o was the file that the verb made, so that only a
// short report goes to stdout.
type ownFile interface{ wroteFile() }

func (c *call) print(r result) error {
	var b bytes.Buffer
	switch c.format {
	case "json":
		printJSON(&b, r)
	case "csv":
		printCSV(&b, r.table())
	default:
		r.text(&b)
	}
	_, own := r.(ownFile)
	c.saved = c.saved || own
	if c.out == "" || own {
		_, err := c.env.Stdout.Write(b.Bytes())
		return err
	}
	_, err := safefile.Write(c.out, b.Bytes(), safefile.Options{Replace: true})
	if err != nil {
		return fmt.Errorf("write result: %w", err)
	}
	return nil
}

func printJSON(w io.Writer, v any) {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		panic(err) // results are plain values written to memory
	}
}

// printCSV writes UTF-8 with BOM, as spreadsheets want it. No cell can become
// a formula.
func printCSV(w io.Writer, rows [][]string) {
	io.WriteString(w, "\ufeff")
	cw := csv.NewWriter(w)
	cw.UseCRLF = true
	for _, row := range rows {
		safe := make([]string, len(row))
		for i, cell := range row {
			safe[i] = harmless(cell)
		}
		cw.Write(safe)
	}
	cw.Flush()
}

// harmless puts an apostrophe before what a spreadsheet would run.
func harmless(cell string) string {
	if strings.HasPrefix(cell, "\t") || strings.HasPrefix(cell, "\r") || strings.ContainsAny(firstRune(cell), "=+-@＝＋－＠") {
		return "'" + cell
	}
	return cell
}

func firstRune(s string) string {
	for _, r := range s {
		return string(r)
	}
	return ""
}

// fact is one named value of a small result.
type fact struct {
	key   string // in JSON
	label string // for people
	value any
}

// facts is a small result: named values in order.
type facts []fact

func (f facts) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, x := range f {
		if i > 0 {
			b.WriteByte(',')
		}
		v, err := json.Marshal(x.value)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&b, "%q:%s", x.key, v)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// text leaves out what is not known.
func (f facts) text(w io.Writer) {
	for _, x := range f {
		if said := plain(x.value); said != "" {
			fmt.Fprintf(w, "%s：%s\n", x.label, said)
		}
	}
}

func (f facts) table() [][]string {
	rows := [][]string{{"项目", "内容"}}
	for _, x := range f {
		rows = append(rows, []string{x.label, plain(x.value)})
	}
	return rows
}

func plain(v any) string {
	switch v := v.(type) {
	case bool:
		if v {
			return "是"
		}
		return "否"
	case []string:
		return strings.Join(v, "、")
	case []int:
		return strings.Trim(strings.Join(strings.Fields(fmt.Sprint(v)), "、"), "[]")
	case time.Time:
		return v.Format("2006-01-02 15:04")
	case interface{ Chinese() string }:
		return v.Chinese()
	}
	return fmt.Sprint(v)
}

// made is a small result of a verb whose -o is the file it made.
type made struct{ facts }

func (made) wroteFile() {}

// grid writes rows as aligned columns; a Chinese character is two wide.
func grid(w io.Writer, rows [][]string) {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], width(cell))
		}
	}
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			line.WriteString(cell)
			line.WriteString(strings.Repeat(" ", widths[i]-width(cell)+2))
		}
		fmt.Fprintln(w, strings.TrimRight(line.String(), " "))
	}
}

func width(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r >= 0x1100 {
			n++
		}
	}
	return n
}
