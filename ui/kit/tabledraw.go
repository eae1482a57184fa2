package kit

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// CreateRenderer implements fyne.Widget.
func (t *Table) CreateRenderer() fyne.WidgetRenderer {
	r := &tableRenderer{t: t, head: newTableHead(t), rows: &fyne.Container{}, cut: cutter{}, ring: canvas.NewRectangle(nil)}
	r.ground = canvas.NewRectangle(Surface)
	r.down = newSlider(false, func(at float32) { t.scroll(t.at.X, at) })
	r.side = newSlider(true, func(at float32) { t.scroll(at, t.at.Y) })
	r.more = NewLink("", func() { t.all = !t.all; t.at.X = 0; t.Refresh() })
	r.more.Hidden = true
	r.ring.StrokeColor, r.ring.StrokeWidth, r.ring.CornerRadius = Accent, 2, Radius
	r.ground.CornerRadius = CardRadius - 1
	t.draw = r
	return r
}

type tableRenderer struct {
	t          *Table
	ground     *canvas.Rectangle
	rows       *fyne.Container
	pool       []*tableRow
	head       *tableHead
	down, side *slider
	ring       *canvas.Rectangle
	spans      []span
	total      float32  // width of all columns
	gone       []string // the columns that there is no room for
	more       *Button  // shows them, or lets them go again
	cut        cutter
}

func (r *tableRenderer) Destroy() {}

func (r *tableRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.ground, r.rows, r.head.box}
	if r.t.Empty != nil {
		objects = append(objects, r.t.Empty)
	}
	return append(objects, r.down, r.side, r.more, r.ring)
}

func (r *tableRenderer) MinSize() fyne.Size {
	return fyne.NewSize(240, headHeight+3*r.t.rowHeight())
}

func (r *tableRenderer) Layout(fyne.Size) {
	if r.t.unseen && r.t.Size().Height > headHeight {
		r.t.unseen = false
		r.t.revealSelected()
	}
	r.arrange(true)
}

func (r *tableRenderer) Refresh() {
	r.arrange(true)
	canvas.Refresh(r.t)
}

// body is the room of the rows.
func (r *tableRenderer) body() fyne.Size {
	w := r.t.Size().Width
	h := r.columns(w)
	if r.t.height() > h {
		w -= barSide
		h = r.columns(w)
	}
	return fyne.NewSize(max(w, 0), max(h, 0))
}

// columns places the columns in a width and tells how high the rows' room is then.
func (r *tableRenderer) columns(w float32) float32 {
	t := r.t
	h := t.Size().Height - headHeight
	r.spans, r.total = fit(t.Columns, t.Marks, w)
	if r.gone = t.missing(r.spans); len(r.gone) > 0 {
		h -= tableFoot
	}
	if t.all && len(r.gone) > 0 {
		whole := slices.Clone(t.Columns)
		for i := range whole {
			whole[i].Drop = 0
		}
		r.spans, r.total = fit(whole, t.Marks, w)
	}
	if r.total > w+0.5 { // more than what rounding leaves
		h -= barSide
	}
	return h
}

// foot says which columns there is no room for.
func (r *tableRenderer) foot() {
	size := r.t.Size()
	r.more.Hidden = len(r.gone) == 0
	if r.more.Hidden {
		return
	}
	words := fmt.Sprintf("还有 %d 列没有显示：%s。看全部", len(r.gone), strings.Join(r.gone, "、"))
	if r.t.all {
		words = "只看主要的列"
	}
	r.more.SetText(Cut(words, size.Width-3*Gap, Body))
	r.more.Resize(fyne.NewSize(min(r.more.MinSize().Width, size.Width), Small))
	r.more.Move(fyne.NewPos(0, size.Height-tableFoot+(tableFoot-Small)/2))
}

// arrange puts everything in its place; again reads the rows that stay in view
// anew, too.
func (r *tableRenderer) arrange(again bool) {
	t, size := r.t, r.t.Size()
	if size.IsZero() {
		return
	}
	body := r.body()
	t.at = fyne.NewPos(within(t.at.X, r.total-body.Width), within(t.at.Y, t.height()-body.Height))
	r.ground.Resize(size)
	r.head.box.Move(fyne.NewPos(-t.at.X, 0))
	r.head.arrange(r.spans, max(r.total, size.Width))
	r.down.Move(fyne.NewPos(size.Width-barSide, headHeight))
	r.down.Resize(fyne.NewSize(barSide, body.Height))
	r.down.set(body.Height, t.height(), t.at.Y)
	r.foot()
	r.side.Move(fyne.NewPos(0, headHeight+body.Height))
	r.side.Resize(fyne.NewSize(body.Width, barSide))
	r.side.set(body.Width, r.total, t.at.X)
	r.ring.Move(fyne.NewPos(2, 2))
	r.ring.Resize(size.Subtract(fyne.NewSquareSize(4)))
	r.ring.Hidden = !t.focused
	if t.Empty != nil {
		t.Empty.Move(fyne.NewPos(0, headHeight))
		t.Empty.Resize(fyne.NewSize(size.Width, size.Height-headHeight))
		if t.count == 0 {
			t.Empty.Show()
		} else {
			t.Empty.Hide()
		}
	}
	r.fill(body, again)
}

func within(at, most float32) float32 { return min(max(at, 0), max(most, 0)) }

// fill shows the rows in view, each by the object that already showed it if
// there is one.
func (r *tableRenderer) fill(body fyne.Size, again bool) {
	t, height := r.t, r.t.rowHeight()
	first := int(t.at.Y / height)
	last := min(t.count, int(math.Ceil(float64((t.at.Y+body.Height)/height))))
	r.grow(int(body.Height/height) + 2)
	for _, row := range r.pool {
		if row.place < first || row.place >= last {
			row.place = -1
			row.box.Hide()
		}
	}
	for place := first; place < last; place++ {
		row := r.pool[place%len(r.pool)]
		if again || row.place != place {
			row.place = place
			r.bind(row, body.Width)
		}
		row.box.Show()
		row.box.Move(fyne.NewPos(-t.at.X, headHeight+float32(place)*height-t.at.Y))
	}
}

func (r *tableRenderer) grow(n int) {
	if len(r.pool) >= n && len(r.pool[0].cells) == len(r.spans) {
		return
	}
	r.pool, r.rows.Objects = nil, nil
	for range n {
		row := newTableRow(len(r.spans))
		r.pool = append(r.pool, row)
		r.rows.Objects = append(r.rows.Objects, row.box)
	}
}

// bind reads a row and shows it.
func (r *tableRenderer) bind(row *tableRow, width float32) {
	t, height := r.t, r.t.rowHeight()
	data := t.Row(row.place)
	chosen := data == t.selected
	r.tint(row, max(width, r.total))
	for i, s := range r.spans {
		if s.col < 0 {
			row.showMark(row.cells[i], t.marked[t.key(data)], s.x, s.w, height)
			continue
		}
		row.show(row.cells[i], t.Cell(data, s.col), t.Columns[s.col].Align, chosen, s.x, s.w, height, r.cut)
	}
}

// tint shows by a row's ground whether it is selected or under the pointer.
func (r *tableRenderer) tint(row *tableRow, width float32) {
	fill := Surface
	switch {
	case r.t.Row(row.place) == r.t.selected:
		fill = Missing.Soft
	case row.place == r.t.hover:
		fill = Hover
	}
	row.paint(fill, width, r.t.rowHeight())
}
