package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Column is one column of a Table.
type Column struct {
	Title string
	Width float32 // 0: a share of the rest
	Share float32 // of the rest, if Width is 0; 0 counts as 1
	Least float32 // a shared column is never narrower; 0: 96
	Align fyne.TextAlign
	Sort  func(a, b int) int // compares two rows; nil: the column cannot be sorted

	// Drop lets the column go when the room is too small for all: those with 1
	// go first and together, then those with 2 and so on; 0 stays. A line at the
	// foot says which have gone and shows all. If those that stay do not fit
	// either, the table scrolls across, so that none becomes unreadable.
	Drop int
}

// Distances of a table.
const (
	headHeight float32 = 38
	cellPad    float32 = 8 // left and right of a cell, and of the row
	markWidth  float32 = 40
	tableFoot  float32 = 34
)

// span is where a shown column stands.
type span struct {
	col  int // -1: the marks
	x, w float32
}

func (c Column) least() float32 {
	title := Width(c.Title, Label) + 2*cellPad
	if c.Sort != nil {
		title += 16
	}
	switch {
	case c.Width > 0:
		return max(c.Width, title)
	case c.Least > 0:
		return max(c.Least, title)
	}
	return max(96, title)
}

func (c Column) share() float32 {
	switch {
	case c.Width > 0:
		return 0
	case c.Share > 0:
		return c.Share
	}
	return 1
}

// fit places the columns in the room and tells how wide all are.
func fit(columns []Column, marks bool, room float32) (spans []span, total float32) {
	shown := make([]bool, len(columns))
	widths := make([]float32, len(columns))
	total = 2 * cellPad
	if marks {
		total += markWidth
	}
	for i, c := range columns {
		shown[i], widths[i] = true, c.least()
		total += widths[i]
	}
	for total > room {
		next := nextDrop(columns, shown)
		if next == 0 {
			break
		}
		for i, c := range columns {
			if shown[i] && c.Drop == next {
				shown[i] = false
				total -= widths[i]
			}
		}
	}
	return stand(shown, spread(columns, shown, widths, room-total), marks)
}

// missing lists the titles of the columns that do not stand in the room.
func (t *Table) missing(spans []span) (titles []string) {
	for i, c := range t.Columns {
		if !slices.ContainsFunc(spans, func(s span) bool { return s.col == i }) {
			titles = append(titles, c.Title)
		}
	}
	return titles
}

// nextDrop is the lowest Drop of the shown columns, 0 if all of them stay.
func nextDrop(columns []Column, shown []bool) (next int) {
	for i, c := range columns {
		if shown[i] && c.Drop > 0 && (next == 0 || c.Drop < next) {
			next = c.Drop
		}
	}
	return next
}

// spread gives the room that is left to the shared columns. A column that is
// wider than its share already keeps its width.
func spread(columns []Column, shown []bool, widths []float32, left float32) []float32 {
	var shares, pool float32
	for i, c := range columns {
		if shown[i] && c.share() > 0 {
			shares, pool = shares+c.share(), pool+widths[i]
		}
	}
	pool += max(left, 0)
	kept := make([]bool, len(columns))
	for again := true; again; {
		again = false
		for i, c := range columns {
			if s := c.share(); shown[i] && s > 0 && !kept[i] && widths[i] > pool*s/shares {
				kept[i], again = true, true
				pool, shares = pool-widths[i], shares-s
			}
		}
	}
	for i, c := range columns {
		if s := c.share(); shown[i] && s > 0 && !kept[i] {
			widths[i] = pool * s / shares
		}
	}
	return widths
}

func stand(shown []bool, widths []float32, marks bool) (spans []span, total float32) {
	x := cellPad
	if marks {
		spans = append(spans, span{-1, x, markWidth})
		x += markWidth
	}
	for i, w := range widths {
		if shown[i] {
			spans = append(spans, span{i, x, w})
			x += w
		}
	}
	return spans, x + cellPad
}

// tableHead draws the titles.
type tableHead struct {
	t      *Table
	box    *fyne.Container
	ground *canvas.Rectangle
	line   *canvas.Rectangle
	mark   *canvas.Rectangle // the box that marks all rows
	cells  []*headCell
}

type headCell struct {
	ground *canvas.Rectangle
	title  *canvas.Text
}

func newTableHead(t *Table) *tableHead {
	h := &tableHead{t: t, ground: canvas.NewRectangle(Surface), line: canvas.NewRectangle(Line)}
	h.mark, h.box = canvas.NewRectangle(Surface), &fyne.Container{}
	h.mark.CornerRadius = 4
	h.ground.TopLeftCornerRadius, h.ground.TopRightCornerRadius = CardRadius-1, CardRadius-1
	return h
}

func (h *tableHead) arrange(spans []span, width float32) {
	h.box.Resize(fyne.NewSize(width, headHeight))
	h.ground.Resize(h.box.Size())
	h.line.Resize(fyne.NewSize(width, 1))
	h.line.Move(fyne.NewPos(0, headHeight-1))
	if len(h.cells) != len(spans) {
		h.make(len(spans))
	}
	for i, s := range spans {
		h.cell(i, s)
	}
}

func (h *tableHead) make(n int) {
	h.cells, h.box.Objects = nil, []fyne.CanvasObject{h.ground, h.line}
	for i := range n {
		c := &headCell{canvas.NewRectangle(Surface), Text("", Label)}
		c.ground.CornerRadius = 4
		h.cells = append(h.cells, c)
		h.box.Objects = append(h.box.Objects, c.ground)
		if i == 0 && h.t.Marks {
			h.box.Objects = append(h.box.Objects, h.mark)
		}
		h.box.Objects = append(h.box.Objects, c.title)
	}
}

func (h *tableHead) cell(i int, s span) {
	c, t := h.cells[i], h.t
	fill, edge := Surface, Surface
	if i == t.overHead && h.sortable(s) {
		fill, edge = Hover, Hover
	}
	if t.focused && i == t.headAt {
		fill, edge = Missing.Soft, Accent
	}
	setRect(c.ground, fill, edge)
	c.ground.Move(fyne.NewPos(s.x+1, 4))
	c.ground.Resize(fyne.NewSize(s.w-2, headHeight-9))
	if s.col < 0 {
		drawMark(h.mark, c.title, t.allMarked(), s.x, s.w, headHeight-1)
		return
	}
	title, style := t.Columns[s.col].Title, Label
	if s.col == t.sortCol {
		style = Label.In(Ink).Heavy()
		title += map[bool]string{false: "▲", true: "▼"}[t.sortDown]
	}
	setText(c.title, title, style, t.Columns[s.col].Align)
	placeText(c.title, s.x+cellPad, 0, s.w-2*cellPad, headHeight-1)
}

func (h *tableHead) sortable(s span) bool { return s.col < 0 || h.t.Columns[s.col].Sort != nil }
