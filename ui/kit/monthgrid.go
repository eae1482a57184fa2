package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// GridCell is one month of one row: a sign and the tone of its state. Without a
// sign the cell is empty and cannot be opened.
type GridCell struct {
	Sign string // ✓, 补, 待, 缺, 2/3, 未到
	Tone Tone
}

// GridRow is one kind of activity over a year.
type GridRow struct {
	Title string
	Cells [12]GridCell
}

// MonthGrid shows kinds of activities over the twelve months of a year. It
// takes the focus as a whole: arrows move, Enter opens a cell.
type MonthGrid struct {
	widget.BaseWidget
	OnTapped func(row, month int) // month 1 to 12

	rows     []GridRow
	today    int
	row, col int // where the keyboard is
	focused  bool
	byTap    bool // the focus comes by a tap
	overSign bool
	draw     *gridRenderer
}

var (
	_ fyne.Tappable      = (*MonthGrid)(nil)
	_ fyne.Focusable     = (*MonthGrid)(nil)
	_ desktop.Hoverable  = (*MonthGrid)(nil)
	_ desktop.Cursorable = (*MonthGrid)(nil)
)

// NewMonthGrid returns a grid without rows.
func NewMonthGrid(onTapped func(row, month int)) *MonthGrid {
	g := &MonthGrid{OnTapped: onTapped}
	g.ExtendBaseWidget(g)
	return g
}

// Set shows rows; today is the month whose head is marked, 0 for none.
func (g *MonthGrid) Set(rows []GridRow, today int) {
	g.rows, g.today = rows, today
	g.row = max(min(g.row, len(rows)-1), 0)
	g.Refresh()
}

// Distances of a month grid.
const (
	gridHead  float32 = 26
	gridTitle float32 = 92
	gridEdge  float32 = 16
	gridMonth float32 = 36
)

func (g *MonthGrid) rowHeight() float32 {
	if len(g.rows) == 0 {
		return 24
	}
	return min(max((g.Size().Height-gridHead)/float32(len(g.rows)), 24), 34)
}

func (g *MonthGrid) monthWidth() float32 {
	return max((g.Size().Width-gridEdge-gridTitle-HalfGap)/12, 1)
}

// at tells the cell under a point; ok is false beside the cells.
func (g *MonthGrid) at(p fyne.Position) (row, col int, ok bool) {
	row = int((p.Y - gridHead) / g.rowHeight())
	col = int((p.X - gridEdge - gridTitle) / g.monthWidth())
	ok = p.Y >= gridHead && row < len(g.rows) && p.X >= gridEdge+gridTitle && col < 12
	return row, col, ok
}

func (g *MonthGrid) open(row, col int) {
	if row < len(g.rows) && g.rows[row].Cells[col].Sign != "" && g.OnTapped != nil {
		g.OnTapped(row, col+1)
	}
}

// Tapped implements fyne.Tappable.
func (g *MonthGrid) Tapped(e *fyne.PointEvent) {
	takeFocus(g, &g.byTap)
	if row, col, ok := g.at(e.Position); ok {
		g.row, g.col = row, col
		g.Refresh()
		g.open(row, col)
	}
}

// FocusGained implements fyne.Focusable.
func (g *MonthGrid) FocusGained() {
	g.focused = true
	g.Refresh()
	if !g.byTap {
		Reveal(g)
	}
}

// FocusLost implements fyne.Focusable.
func (g *MonthGrid) FocusLost() { g.focused = false; g.Refresh() }

// TypedRune implements fyne.Focusable.
func (g *MonthGrid) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (g *MonthGrid) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp:
		g.row = max(g.row-1, 0)
	case fyne.KeyDown:
		g.row = max(min(g.row+1, len(g.rows)-1), 0)
	case fyne.KeyLeft:
		g.col = max(g.col-1, 0)
	case fyne.KeyRight:
		g.col = min(g.col+1, 11)
	case fyne.KeyHome:
		g.col = 0
	case fyne.KeyEnd:
		g.col = 11
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		g.open(g.row, g.col)
		return
	default:
		PassUp(g, e)
		return
	}
	g.Refresh()
}

// MouseIn implements desktop.Hoverable.
func (g *MonthGrid) MouseIn(e *desktop.MouseEvent) { g.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (g *MonthGrid) MouseMoved(e *desktop.MouseEvent) {
	row, col, ok := g.at(e.Position)
	g.overSign = ok && g.rows[row].Cells[col].Sign != ""
}

// MouseOut implements desktop.Hoverable.
func (g *MonthGrid) MouseOut() { g.overSign = false }

// Cursor implements desktop.Cursorable.
func (g *MonthGrid) Cursor() desktop.Cursor {
	if g.overSign && g.OnTapped != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// CreateRenderer implements fyne.Widget.
func (g *MonthGrid) CreateRenderer() fyne.WidgetRenderer {
	r := &gridRenderer{g: g, now: canvas.NewRectangle(Missing.Soft), ring: canvas.NewRectangle(nil)}
	r.now.CornerRadius = 4
	r.ring.StrokeColor, r.ring.StrokeWidth, r.ring.CornerRadius = Accent, 2, 4
	for m := range 12 {
		r.months[m] = Text(strconv.Itoa(m+1)+"月", Label)
	}
	g.draw = r
	r.Refresh()
	return r
}

type gridRenderer struct {
	g       *MonthGrid
	now     *canvas.Rectangle
	ring    *canvas.Rectangle
	months  [12]*canvas.Text
	lines   []*canvas.Rectangle
	titles  []*canvas.Text
	grounds [][12]*canvas.Rectangle
	signs   [][12]*canvas.Text
	objects []fyne.CanvasObject
}

func (r *gridRenderer) Destroy()                     {}
func (r *gridRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *gridRenderer) MinSize() fyne.Size {
	return fyne.NewSize(gridEdge+gridTitle+12*gridMonth+HalfGap, gridHead+24*float32(len(r.g.rows)))
}

func (r *gridRenderer) Refresh() {
	if len(r.titles) != len(r.g.rows) || r.objects == nil {
		r.make(len(r.g.rows))
	}
	r.Layout(r.g.Size())
	canvas.Refresh(r.g)
}

func (r *gridRenderer) make(n int) {
	r.lines, r.titles, r.objects = nil, nil, []fyne.CanvasObject{r.now}
	r.grounds, r.signs = make([][12]*canvas.Rectangle, n), make([][12]*canvas.Text, n)
	for _, m := range r.months {
		r.objects = append(r.objects, m)
	}
	for i := range n {
		line, title := canvas.NewRectangle(InnerLine), Text("", Label.In(Ink))
		r.lines, r.titles = append(r.lines, line), append(r.titles, title)
		r.objects = append(r.objects, line, title)
		for m := range 12 {
			ground, sign := canvas.NewRectangle(Surface), Text("", Label)
			ground.CornerRadius = 4
			r.grounds[i][m], r.signs[i][m] = ground, sign
			r.objects = append(r.objects, ground, sign)
		}
	}
	r.objects = append(r.objects, r.ring)
}

func (r *gridRenderer) Layout(size fyne.Size) {
	if size.IsZero() {
		return
	}
	g, h, w := r.g, r.g.rowHeight(), r.g.monthWidth()
	left := gridEdge + gridTitle
	r.now.Hidden = g.today < 1 || g.today > 12
	r.now.Move(fyne.NewPos(left+float32(g.today-1)*w, 1))
	r.now.Resize(fyne.NewSize(w, gridHead-4))
	for m, text := range r.months {
		style := Label
		if m+1 == g.today {
			style = Label.In(Accent).Heavy()
		}
		setText(text, text.Text, style, fyne.TextAlignCenter)
		placeText(text, left+float32(m)*w, 0, w, gridHead-2)
	}
	for i := range g.rows {
		r.row(i, gridHead+float32(i)*h, w, h, size.Width)
	}
	r.ring.Hidden = !g.focused || len(g.rows) == 0
	r.ring.Move(fyne.NewPos(left+float32(g.col)*w-1, gridHead+float32(g.row)*h+1))
	r.ring.Resize(fyne.NewSize(w+2, h-1))
}

func (r *gridRenderer) row(i int, y, w, h, width float32) {
	row := r.g.rows[i]
	r.lines[i].Move(fyne.NewPos(0, y))
	r.lines[i].Resize(fyne.NewSize(width, 1))
	setText(r.titles[i], Cut(row.Title, gridTitle-4, Body), Body, fyne.TextAlignLeading)
	placeText(r.titles[i], gridEdge, y, gridTitle-4, h)
	for m, cell := range row.Cells {
		x := gridEdge + gridTitle + float32(m)*w
		ground, sign := r.grounds[i][m], r.signs[i][m]
		ground.Hidden, sign.Hidden = cell.Sign == "", cell.Sign == ""
		if cell.Sign == "" {
			continue
		}
		setRect(ground, cell.Tone.Soft, cell.Tone.Soft)
		ground.Move(fyne.NewPos(x+1, y+3))
		ground.Resize(fyne.NewSize(w-2, h-5))
		setText(sign, cell.Sign, Label.In(cell.Tone.Ink), fyne.TextAlignCenter)
		placeText(sign, x, y+1, w, h-1)
	}
}
