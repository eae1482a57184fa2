package paper

import "strings"

// cell is one box of a row.
type cell struct {
	text  string
	width float64
	align align
	bold  bool
}

// band is how rows are drawn.
type band struct {
	size, leading, pad, least float64 // least: the lowest row
}

// laid is a row broken into lines.
type laid struct {
	cells  []cell
	lines  [][]wrapped
	height float64
}

func (p *press) lay(b band, cells []cell) laid {
	r := laid{cells: cells, height: b.least}
	for _, c := range cells {
		lines := p.wrap(c.text, style{b.size, c.bold}, c.width-2*b.pad, 0)
		r.lines = append(r.lines, lines)
		r.height = max(r.height, float64(len(lines))*b.leading+2*b.pad)
	}
	return r
}

// draw draws a row at the height reached, from x, and goes below it.
func (p *press) draw(b band, x float64, r laid) {
	top := p.y
	for i, c := range r.cells {
		p.box(x, top, c.width, r.height)
		p.y = top + (r.height-float64(len(r.lines[i]))*b.leading)/2
		for _, l := range r.lines[i] {
			p.put(l.text, style{b.size, c.bold}, x+b.pad, c.width-2*b.pad, b.leading, c.align)
			p.y += b.leading
		}
		x += c.width
	}
	p.y = top + r.height
}

func (p *press) box(x, y, w, h float64) {
	p.line(x, y, x+w, y, frame)
	p.line(x, y+h, x+w, y+h, frame)
	p.line(x, y, x, y+h, frame)
	p.line(x+w, y, x+w, y+h, frame)
}

// row draws a row where there is room; again draws what a new page begins with.
// A row that no page can hold is cut between lines.
func (p *press) row(b band, again func(), cells ...cell) {
	r := p.lay(b, cells)
	if r.height > p.room() && p.room() < p.full()/2 || r.height > p.room() && r.height < p.full()/2 {
		p.turn()
		again()
	}
	for r.height > p.room() {
		var upper laid
		upper, r = r.cut(int((p.room()-2*b.pad)/b.leading), b)
		p.draw(b, p.left, upper)
		p.turn()
		again()
	}
	p.draw(b, p.left, r)
}

// cut splits a row after n lines.
func (r laid) cut(n int, b band) (upper, lower laid) {
	upper, lower = laid{cells: r.cells, height: b.least}, laid{cells: r.cells, height: b.least}
	for _, lines := range r.lines {
		k := min(n, len(lines))
		upper.lines, lower.lines = append(upper.lines, lines[:k]), append(lower.lines, lines[k:])
		upper.height = max(upper.height, float64(k)*b.leading+2*b.pad)
		lower.height = max(lower.height, float64(len(lines)-k)*b.leading+2*b.pad)
	}
	return upper, lower
}

// column is a column of a table whose head stands on every page.
type column struct {
	title string
	width float64
	align align
}

// table draws rows under a head.
type table struct {
	*press
	band
	columns []column
}

func (t *table) head() {
	t.press.draw(t.band, t.left, t.layHead())
}

func (t *table) layHead() laid {
	cells := make([]cell, len(t.columns))
	for i, c := range t.columns {
		cells[i] = cell{c.title, c.width, toCentre, true}
	}
	return t.lay(t.band, cells)
}

func (t *table) add(texts ...string) {
	cells := make([]cell, len(t.columns))
	for i, c := range t.columns {
		cells[i] = cell{text: texts[i], width: c.width, align: c.align}
	}
	t.row(t.band, t.head, cells...)
}

// list joins what there is.
func list(sep string, parts ...string) string {
	var out []string
	for _, s := range parts {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, sep)
}
