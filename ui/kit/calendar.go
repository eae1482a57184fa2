package kit

import (
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

const (
	dayWidth  float32 = 42
	dayHeight float32 = 34
	calPad    float32 = 8
	calHead   float32 = 40
	calNames  float32 = 28
	calFoot   float32 = 38
)

// calendar shows one month. Arrows move by days and weeks, PageUp and PageDown
// by months, Home and End to the ends of the month; Enter takes the day.
type calendar struct {
	widget.BaseWidget
	day, today Day
	hover      int // cell under the pointer, -1 none
	taken      func(Day)
	left       func()
}

var (
	_ fyne.Tappable     = (*calendar)(nil)
	_ fyne.Focusable    = (*calendar)(nil)
	_ fyne.Scrollable   = (*calendar)(nil)
	_ desktop.Hoverable = (*calendar)(nil)
)

func newCalendar(day, today Day, taken func(Day)) *calendar {
	c := &calendar{day: day, today: today, taken: taken, hover: -1}
	c.ExtendBaseWidget(c)
	return c
}

// walk goes to a day, unless the calendar has none such.
func (c *calendar) walk(to Day) {
	if to.Whole() {
		c.day = to
		c.Refresh()
	}
}

// TypedKey implements fyne.Focusable.
func (c *calendar) TypedKey(k *fyne.KeyEvent) {
	steps := map[fyne.KeyName]int{fyne.KeyLeft: -1, fyne.KeyRight: 1, fyne.KeyUp: -7, fyne.KeyDown: 7,
		fyne.KeyHome: 1 - c.day.Day, fyne.KeyEnd: c.day.days() - c.day.Day}
	if n, ok := steps[k.Name]; ok {
		c.walk(c.day.add(n))
		return
	}
	switch k.Name {
	case fyne.KeyPageUp:
		c.walk(c.day.addMonths(-1))
	case fyne.KeyPageDown:
		c.walk(c.day.addMonths(1))
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		c.taken(c.day)
	case fyne.KeyEscape, fyne.KeyTab, fyne.KeyF4:
		c.left()
	}
}

// TypedRune implements fyne.Focusable.
func (c *calendar) TypedRune(rune) {}

// AcceptsTab implements fyne.Tabbable: Tab leads back to the field.
func (c *calendar) AcceptsTab() bool { return true }

// FocusGained implements fyne.Focusable.
func (c *calendar) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (c *calendar) FocusLost() {}

// Scrolled implements fyne.Scrollable: a notch of the wheel is a month.
func (c *calendar) Scrolled(e *fyne.ScrollEvent) {
	switch {
	case e.Scrolled.DY > 0:
		c.walk(c.day.addMonths(-1))
	case e.Scrolled.DY < 0:
		c.walk(c.day.addMonths(1))
	}
}

// The jumps at the ends of the head, from the left.
var jumps = [4]struct {
	sign   string
	months int
}{{"«", -12}, {"‹", -1}, {"›", 1}, {"»", 12}}

// jumpX is where the sign of a jump begins.
func jumpX(i int) float32 {
	if i >= 2 {
		i += 3
	}
	return calPad + float32(i)*dayWidth
}

// first is the day in the first cell.
func (c *calendar) first() Day {
	first := Day{c.day.Year, c.day.Month, 1}
	return first.add(-first.weekday())
}

// cellAt is the cell at a place, -1 for none.
func (c *calendar) cellAt(p fyne.Position) int {
	x, y := p.X-calPad, p.Y-calHead-calNames
	col, row := int(x/dayWidth), int(y/dayHeight)
	if x < 0 || y < 0 || col > 6 || row > 5 {
		return -1
	}
	return row*7 + col
}

// Tapped implements fyne.Tappable.
func (c *calendar) Tapped(e *fyne.PointEvent) {
	p := e.Position
	if i := c.cellAt(p); i >= 0 {
		if d := c.first().add(i); d.Whole() {
			c.taken(d)
		}
		return
	}
	if p.Y > c.MinSize().Height-calFoot {
		c.taken(c.today)
		return
	}
	for i, j := range jumps {
		if p.Y < calHead && p.X >= jumpX(i) && p.X < jumpX(i)+dayWidth {
			c.walk(c.day.addMonths(j.months))
			return
		}
	}
}

// MouseIn implements desktop.Hoverable.
func (c *calendar) MouseIn(e *desktop.MouseEvent) { c.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (c *calendar) MouseMoved(e *desktop.MouseEvent) {
	if i := c.cellAt(e.Position); i != c.hover {
		c.hover = i
		c.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (c *calendar) MouseOut() { c.hover = -1; c.Refresh() }

// CreateRenderer implements fyne.Widget.
func (c *calendar) CreateRenderer() fyne.WidgetRenderer {
	r := &calendarRenderer{c: c, head: centred("", Strong)}
	for i, name := range []string{"一", "二", "三", "四", "五", "六", "日"} {
		t := centred(name, Label)
		t.Move(fyne.NewPos(calPad+float32(i)*dayWidth, calHead))
		t.Resize(fyne.NewSize(dayWidth, calNames))
		r.fixed = append(r.fixed, t)
	}
	for i, j := range jumps {
		t := centred(j.sign, CardTitle.In(Second))
		t.Move(fyne.NewPos(jumpX(i), 0))
		t.Resize(fyne.NewSize(dayWidth, calHead))
		r.fixed = append(r.fixed, t)
	}
	foot := centred("今天 "+c.today.Text(), Body.In(Accent))
	foot.Move(fyne.NewPos(0, r.MinSize().Height-calFoot))
	foot.Resize(fyne.NewSize(r.MinSize().Width, calFoot))
	r.fixed = append(r.fixed, foot)
	for range 42 {
		mark := canvas.NewRectangle(nil)
		mark.CornerRadius = Radius
		r.marks, r.days = append(r.marks, mark), append(r.days, centred("", Body))
	}
	r.draw()
	return r
}

func centred(words string, s Style) *canvas.Text {
	t := Text(words, s)
	t.Alignment = fyne.TextAlignCenter
	return t
}

type calendarRenderer struct {
	c     *calendar
	head  *canvas.Text
	fixed []fyne.CanvasObject
	marks []*canvas.Rectangle
	days  []*canvas.Text
}

func (r *calendarRenderer) Destroy() {}

func (r *calendarRenderer) Objects() []fyne.CanvasObject {
	objects := append([]fyne.CanvasObject{r.head}, r.fixed...)
	for i := range r.marks {
		objects = append(objects, r.marks[i], r.days[i])
	}
	return objects
}

func (r *calendarRenderer) MinSize() fyne.Size {
	return fyne.NewSize(7*dayWidth+2*calPad, calHead+calNames+6*dayHeight+calFoot)
}

func (r *calendarRenderer) Layout(fyne.Size) {
	r.head.Move(fyne.NewPos(calPad+2*dayWidth, 0))
	r.head.Resize(fyne.NewSize(3*dayWidth, calHead))
	for i := range r.marks {
		at := fyne.NewPos(calPad+float32(i%7)*dayWidth, calHead+calNames+float32(i/7)*dayHeight)
		r.marks[i].Move(at.AddXY(1, 1))
		r.marks[i].Resize(fyne.NewSize(dayWidth-2, dayHeight-2))
		r.days[i].Move(at)
		r.days[i].Resize(fyne.NewSize(dayWidth, dayHeight))
	}
}

func (r *calendarRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.c)
}

func (r *calendarRenderer) draw() {
	r.head.Text = fmt.Sprintf("%d年%d月", r.c.day.Year, r.c.day.Month)
	for i := range r.days {
		r.drawDay(i, r.c.first().add(i))
	}
}

// drawDay marks the day in hand by its ground, today by its edge, and the days
// of other months by paler digits.
func (r *calendarRenderer) drawDay(i int, d Day) {
	mark, text := r.marks[i], r.days[i]
	text.Text, text.Color, text.TextStyle = strconv.Itoa(d.Day), Ink, fyne.TextStyle{}
	mark.FillColor, mark.StrokeColor, mark.StrokeWidth = nil, nil, 0
	mark.Hidden = true
	if d.Month != r.c.day.Month {
		text.Color = Second
	}
	if i == r.c.hover {
		mark.Hidden, mark.FillColor = false, Hover
	}
	if d == r.c.today {
		mark.Hidden, mark.StrokeColor, mark.StrokeWidth = false, Accent, 1
		text.Color = Accent
	}
	if d == r.c.day {
		mark.Hidden, mark.FillColor = false, Accent
		text.Color, text.TextStyle = AccentInk, fyne.TextStyle{Bold: true}
	}
}
