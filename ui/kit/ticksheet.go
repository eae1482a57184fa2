package kit

import (
	"math"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// TickState is a state that a name can have. The first state of a sheet is
// what is expected, and is drawn calm.
type TickState struct {
	Word string
	Tone Tone
}

// TickCell is one name on a sheet with the index of its state.
type TickCell struct {
	Name  string
	State int
	Note  string // stands after the state's word, such as a reason; may be empty
}

// TickSheet shows many names at once, each with its state; a tap goes on to
// the next state. Arrows move, Space goes on, the digits 1 to 9 choose a state.
type TickSheet struct {
	widget.BaseWidget
	OnChange  func(i, state int)
	OnLetters func(first rune) // a letter was typed: the caller's entry goes on with it; may be nil
	Around    fyne.Scrollable  // takes the wheel on when the sheet has come to its end; may be nil

	states  []TickState
	cells   []TickCell
	widest  float32 // least, once it is known
	here    int     // where the keyboard is
	hover   int     // cell under the pointer, -1: none
	focused bool
	byTap   bool // the focus comes by a tap
	at      float32
	draw    *tickRenderer
}

var (
	_ fyne.Tappable      = (*TickSheet)(nil)
	_ fyne.Focusable     = (*TickSheet)(nil)
	_ fyne.Scrollable    = (*TickSheet)(nil)
	_ desktop.Hoverable  = (*TickSheet)(nil)
	_ desktop.Cursorable = (*TickSheet)(nil)
)

// NewTickSheet returns a sheet without names.
func NewTickSheet(states []TickState, onChange func(i, state int)) *TickSheet {
	s := &TickSheet{states: states, OnChange: onChange, hover: -1}
	s.ExtendBaseWidget(s)
	return s
}

// SetCells shows names. The sheet keeps a copy.
func (s *TickSheet) SetCells(cells []TickCell) {
	s.cells, s.widest = append([]TickCell(nil), cells...), 0
	s.here = max(min(s.here, len(cells)-1), 0)
	s.Refresh()
}

// Set changes one name's state and note, without calling OnChange, and draws
// that name alone.
func (s *TickSheet) Set(i, state int, note string) {
	s.cells[i].State, s.cells[i].Note = state, note
	s.redraw(i)
}

// State is a name's state.
func (s *TickSheet) State(i int) int { return s.cells[i].State }

// Reveal brings a name into view and puts the keyboard there.
func (s *TickSheet) Reveal(i int) {
	before := s.here
	s.here = i
	if h, view := tickHeight+tickGap, s.Size().Height; view > 0 {
		top := float32(i/s.perRow()) * h
		s.at = min(max(s.at, top+h-view), top)
	}
	s.arrange()
	s.redraw(before)
	s.redraw(i)
}

// Next goes on to a name's next state, as a tap does, and calls OnChange.
func (s *TickSheet) Next(i int) { s.choose(i, (s.cells[i].State+1)%len(s.states)) }

func (s *TickSheet) choose(i, state int) {
	s.Set(i, state, "")
	if s.OnChange != nil {
		s.OnChange(i, state)
	}
}

// Distances of a tick sheet.
const (
	tickWidth  float32 = 112
	tickWidest float32 = 172 // a longer name is cut
	tickHeight float32 = 44
	tickGap    float32 = 5
	tickPad    float32 = 8
)

var tickName = Style{15, false, Ink}

// least is the width of the tiles in which the longest name is not cut.
func (s *TickSheet) least() float32 {
	if s.widest == 0 {
		s.widest = tickWidth
		for _, c := range s.cells {
			if float32(utf8.RuneCountInString(c.Name))*tickName.Size > s.widest-2*tickPad { // no letter is wider than it is high
				s.widest = max(s.widest, Width(c.Name, tickName)+2*tickPad)
			}
		}
		s.widest = min(s.widest, tickWidest)
	}
	return s.widest
}

func (s *TickSheet) room() float32 { return s.Size().Width - barSide }

func (s *TickSheet) perRow() int { return max(int((s.room()+tickGap)/(s.least()+tickGap)), 1) }

func (s *TickSheet) height() float32 {
	rows := (len(s.cells) + s.perRow() - 1) / s.perRow()
	return max(float32(rows)*(tickHeight+tickGap)-tickGap, 0)
}

func (s *TickSheet) cellAt(p fyne.Position) int {
	step := (s.room() + tickGap) / float32(s.perRow())
	col, row := int(p.X/step), int((p.Y+s.at)/(tickHeight+tickGap))
	i := row*s.perRow() + col
	if p.X < 0 || p.Y < 0 || col >= s.perRow() || i >= len(s.cells) {
		return -1
	}
	return i
}

// Tapped implements fyne.Tappable.
func (s *TickSheet) Tapped(e *fyne.PointEvent) {
	takeFocus(s, &s.byTap)
	if i := s.cellAt(e.Position); i >= 0 {
		s.Reveal(i)
		s.Next(i)
	}
}

// Scrolled implements fyne.Scrollable.
func (s *TickSheet) Scrolled(e *fyne.ScrollEvent) {
	before := s.at
	s.scroll(s.at - e.Scrolled.DY)
	if s.at == before && s.Around != nil {
		s.Around.Scrolled(e)
	}
}

func (s *TickSheet) scroll(at float32) {
	s.at = at
	s.arrange()
}

// FocusGained implements fyne.Focusable.
func (s *TickSheet) FocusGained() {
	s.focused = true
	s.redraw(s.here)
	if !s.byTap {
		Reveal(s)
	}
}

// FocusLost implements fyne.Focusable.
func (s *TickSheet) FocusLost() { s.focused = false; s.redraw(s.here) }

// TypedRune implements fyne.Focusable: digits choose a state, letters go to
// the caller.
func (s *TickSheet) TypedRune(r rune) {
	switch n := int(r - '1'); {
	case n >= 0 && n < min(len(s.states), 9):
		if s.here < len(s.cells) {
			s.choose(s.here, n)
		}
	case r > ' ' && (r < '0' || r > '9') && s.OnLetters != nil:
		s.OnLetters(r)
	}
}

// TypedKey implements fyne.Focusable.
func (s *TickSheet) TypedKey(e *fyne.KeyEvent) {
	if len(s.cells) == 0 {
		PassUp(s, e)
		return
	}
	to := s.here
	switch e.Name {
	case fyne.KeySpace:
		s.Next(s.here)
		return
	case fyne.KeyLeft:
		to--
	case fyne.KeyRight:
		to++
	case fyne.KeyUp:
		to -= s.perRow()
	case fyne.KeyDown:
		to += s.perRow()
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = len(s.cells) - 1
	default:
		PassUp(s, e)
	}
	if to >= 0 && to < len(s.cells) && to != s.here {
		s.Reveal(to)
	}
}

// MouseIn implements desktop.Hoverable.
func (s *TickSheet) MouseIn(e *desktop.MouseEvent) { s.point(s.cellAt(e.Position)) }

// MouseMoved implements desktop.Hoverable.
func (s *TickSheet) MouseMoved(e *desktop.MouseEvent) { s.point(s.cellAt(e.Position)) }

// MouseOut implements desktop.Hoverable.
func (s *TickSheet) MouseOut() { s.point(-1) }

func (s *TickSheet) point(i int) {
	if before := s.hover; before != i {
		s.hover = i
		s.redraw(before)
		s.redraw(i)
	}
}

// Cursor implements desktop.Cursorable.
func (s *TickSheet) Cursor() desktop.Cursor {
	if s.hover >= 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

func (s *TickSheet) arrange() {
	if s.draw != nil {
		s.draw.arrange(false)
	}
}

// redraw draws one name anew, if it is in view.
func (s *TickSheet) redraw(i int) {
	if s.draw == nil || i < 0 || i >= len(s.cells) || len(s.draw.pool) == 0 {
		return
	}
	if c := s.draw.pool[i%len(s.draw.pool)]; c.i == i {
		s.draw.bind(c)
	}
}

// CreateRenderer implements fyne.Widget.
func (s *TickSheet) CreateRenderer() fyne.WidgetRenderer {
	r := &tickRenderer{s: s, names: &fyne.Container{}, cut: cutter{}}
	r.down = newSlider(false, s.scroll)
	s.draw = r
	return r
}

type tickRenderer struct {
	s     *TickSheet
	names *fyne.Container
	pool  []*tickObjects
	down  *slider
	cut   cutter
}

// tickObjects show one name after the other.
type tickObjects struct {
	i      int // -1: none
	box    *fyne.Container
	ground *canvas.Rectangle
	name   *canvas.Text
	state  *canvas.Text
}

func (r *tickRenderer) Destroy() {}
func (r *tickRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.names, r.down}
}

func (r *tickRenderer) MinSize() fyne.Size {
	return fyne.NewSize(2*tickWidth+tickGap+barSide, 3*(tickHeight+tickGap))
}

func (r *tickRenderer) Layout(fyne.Size) { r.arrange(true) }
func (r *tickRenderer) Refresh() {
	r.arrange(true)
	canvas.Refresh(r.s)
}

// arrange puts the names in view in their places; again draws those that stay
// in view anew, too.
func (r *tickRenderer) arrange(again bool) {
	s, size := r.s, r.s.Size()
	if size.IsZero() {
		return
	}
	s.at = within(s.at, s.height()-size.Height)
	r.down.Move(fyne.NewPos(size.Width-barSide, 0))
	r.down.Resize(fyne.NewSize(barSide, size.Height))
	r.down.set(size.Height, s.height(), s.at)
	per, stepY := s.perRow(), tickHeight+tickGap
	r.grow((int(size.Height/stepY) + 2) * per)
	first := int(s.at/stepY) * per
	last := min(int(math.Ceil(float64((s.at+size.Height)/stepY)))*per, len(s.cells))
	for _, c := range r.pool {
		if c.i < first || c.i >= last {
			c.i = -1
			c.box.Hide()
		}
	}
	step := (s.room() + tickGap) / float32(per)
	for i := first; i < last; i++ {
		c := r.pool[i%len(r.pool)]
		if again || c.i != i {
			c.i = i
			c.box.Resize(fyne.NewSize(step-tickGap, tickHeight))
			r.bind(c)
		}
		c.box.Show()
		c.box.Move(fyne.NewPos(float32(i%per)*step, float32(i/per)*stepY-s.at))
	}
}

func (r *tickRenderer) grow(n int) {
	if len(r.pool) >= n {
		return
	}
	for _, c := range r.pool { // which object shows which name depends on how many there are
		c.i = -1
		c.box.Hide()
	}
	for len(r.pool) < n {
		c := &tickObjects{i: -1, ground: canvas.NewRectangle(Surface), name: Text("", tickName), state: Text("", Label)}
		c.ground.CornerRadius = Radius
		c.box = &fyne.Container{Objects: []fyne.CanvasObject{c.ground, c.name, c.state}}
		r.pool = append(r.pool, c)
		r.names.Objects = append(r.names.Objects, c.box)
	}
}

func (r *tickRenderer) bind(c *tickObjects) {
	s, size := r.s, c.box.Size()
	cell := s.cells[c.i]
	state := s.states[cell.State]
	fill, edge, ink := state.Tone.Soft, state.Tone.Soft, state.Tone.Ink
	if cell.State == 0 {
		fill, edge, ink = Surface, Line, Ink
	}
	if c.i == s.hover {
		edge = Edge
	}
	width := float32(1)
	if s.focused && c.i == s.here {
		edge, width = Accent, 2
	}
	setRect(c.ground, fill, edge)
	if c.ground.StrokeWidth != width {
		c.ground.StrokeWidth = width
		c.ground.Refresh()
	}
	c.ground.Move(fyne.NewPos(width, width)) // the edge lies half outside
	c.ground.Resize(size.Subtract(fyne.NewSquareSize(2 * width)))
	word := state.Word
	if cell.Note != "" {
		word += "·" + cell.Note
	}
	name, note := tickName.In(ink), Label.In(state.Tone.Ink)
	room := size.Width - 2*tickPad
	setText(c.name, r.cut.cut(cell.Name, room, name), name, fyne.TextAlignLeading)
	setText(c.state, r.cut.cut(word, room, note), note, fyne.TextAlignLeading)
	placeText(c.name, tickPad, 1, room, 23)
	placeText(c.state, tickPad, 22, room, 20)
}
