package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

const (
	listRow  float32 = 36
	listRows         = 8 // shown at once; more scroll
	listPad  float32 = 4
)

// list is the list that a pick-list or a field with suggestions opens. Only the
// rows that are seen exist. What is typed goes on to the field that opened it.
type list struct {
	widget.BaseWidget
	options []string
	at      int // the row that Enter takes, -1 none
	hover   int // the row under the pointer, -1 none; Enter leaves it alone
	first   int // the first row that is seen
	rows    int // how many are seen
	chosen  func(int)
	left    func() // Esc, or Tab
	typeTo  fyne.Focusable
}

var (
	_ fyne.Tappable     = (*list)(nil)
	_ fyne.Focusable    = (*list)(nil)
	_ fyne.Scrollable   = (*list)(nil)
	_ fyne.Draggable    = (*list)(nil)
	_ fyne.Shortcutable = (*list)(nil)
	_ desktop.Hoverable = (*list)(nil)
	_ desktop.Keyable   = (*list)(nil)
)

func newList(options []string, at int, chosen func(int)) *list {
	l := &list{chosen: chosen, hover: -1}
	l.ExtendBaseWidget(l)
	l.set(options, at)
	return l
}

func (l *list) set(options []string, at int) {
	l.options, l.first, l.rows = options, 0, min(len(options), listRows)
	l.walk(at)
}

// want is the size for a field so wide.
func (l *list) want(width float32) fyne.Size {
	words := width
	for _, o := range l.options {
		words = max(words, Width(o, Body)+40)
	}
	return fyne.NewSize(max(width, min(words, 480)), float32(min(len(l.options), listRows))*listRow+2*listPad)
}

// walk goes to a row and shows it.
func (l *list) walk(to int) {
	l.at = max(-1, min(to, len(l.options)-1))
	if l.at >= 0 {
		l.first = max(l.at-l.rows+1, min(l.first, l.at))
	}
	l.scroll(l.first)
}

func (l *list) scroll(first int) {
	l.first = max(0, min(first, len(l.options)-l.rows))
	l.Refresh()
}

// TypedKey implements fyne.Focusable.
func (l *list) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyUp:
		l.walk(max(0, l.at-1))
	case fyne.KeyDown:
		l.walk(l.at + 1)
	case fyne.KeyPageUp:
		l.walk(max(0, l.at-l.rows))
	case fyne.KeyPageDown:
		l.walk(l.at + l.rows)
	case fyne.KeyReturn, fyne.KeyEnter:
		l.take(l.at)
	case fyne.KeyEscape:
		l.left()
	case fyne.KeyTab:
		c := canvasOf(l)
		l.left()
		goOn(c)
	default:
		l.otherKey(k)
	}
}

func (l *list) otherKey(k *fyne.KeyEvent) {
	switch {
	case l.typeTo != nil:
		l.typeTo.TypedKey(k)
	case k.Name == fyne.KeyHome:
		l.walk(0)
	case k.Name == fyne.KeyEnd:
		l.walk(len(l.options) - 1)
	case k.Name == fyne.KeySpace:
		l.take(l.at)
	}
}

func (l *list) take(i int) {
	if i < 0 {
		l.left()
		if l.typeTo != nil {
			l.typeTo.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		}
		return
	}
	l.chosen(i)
}

// TypedRune implements fyne.Focusable.
func (l *list) TypedRune(r rune) {
	if l.typeTo != nil {
		l.typeTo.TypedRune(r)
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (l *list) TypedShortcut(s fyne.Shortcut) {
	if field, ok := l.typeTo.(fyne.Shortcutable); ok {
		field.TypedShortcut(s)
	}
}

// KeyDown implements desktop.Keyable.
func (l *list) KeyDown(k *fyne.KeyEvent) {
	if field, ok := l.typeTo.(desktop.Keyable); ok {
		field.KeyDown(k)
	}
}

// KeyUp implements desktop.Keyable.
func (l *list) KeyUp(k *fyne.KeyEvent) {
	if field, ok := l.typeTo.(desktop.Keyable); ok {
		field.KeyUp(k)
	}
}

// AcceptsTab implements fyne.Tabbable: the toolkit's Tab would stay in the list.
func (l *list) AcceptsTab() bool { return true }

// FocusGained implements fyne.Focusable.
func (l *list) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (l *list) FocusLost() {}

func (l *list) rowAt(y float32) int {
	i := l.first + int((y-listPad)/listRow)
	if y < listPad || i >= min(len(l.options), l.first+l.rows) {
		return -1
	}
	return i
}

// Tapped implements fyne.Tappable.
func (l *list) Tapped(e *fyne.PointEvent) {
	if i := l.rowAt(e.Position.Y); i >= 0 {
		l.chosen(i)
	}
}

// MouseIn implements desktop.Hoverable.
func (l *list) MouseIn(e *desktop.MouseEvent) { l.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (l *list) MouseMoved(e *desktop.MouseEvent) {
	if i := l.rowAt(e.Position.Y); i != l.hover {
		l.hover = i
		l.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (l *list) MouseOut() { l.hover = -1; l.Refresh() }

// Scrolled implements fyne.Scrollable: a notch of the wheel is a row or two.
func (l *list) Scrolled(e *fyne.ScrollEvent) {
	step := max(1, int(e.Scrolled.DY/listRow+0.5), int(-e.Scrolled.DY/listRow+0.5))
	if e.Scrolled.DY > 0 {
		step = -step
	}
	l.scroll(l.first + step)
}

// Dragged implements fyne.Draggable: the bar follows the pointer.
func (l *list) Dragged(e *fyne.DragEvent) {
	if l.rows < len(l.options) {
		l.scroll(int(e.Position.Y/l.Size().Height*float32(len(l.options))) - l.rows/2)
	}
}

// DragEnd implements fyne.Draggable.
func (l *list) DragEnd() {}

// CreateRenderer implements fyne.Widget.
func (l *list) CreateRenderer() fyne.WidgetRenderer {
	r := &listRenderer{l: l, bar: canvas.NewRectangle(Edge)}
	r.bar.CornerRadius = 3
	for range listRows {
		r.marks = append(r.marks, canvas.NewRectangle(Missing.Soft))
		r.texts = append(r.texts, Text("", Body))
	}
	r.Refresh()
	return r
}

type listRenderer struct {
	l     *list
	bar   *canvas.Rectangle
	marks []*canvas.Rectangle
	texts []*canvas.Text
}

func (r *listRenderer) Destroy() {}

func (r *listRenderer) Objects() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for i := range r.l.rows {
		objects = append(objects, r.marks[i], r.texts[i])
	}
	return append(objects, r.bar)
}

func (r *listRenderer) MinSize() fyne.Size { return fyne.NewSize(80, listRow+2*listPad) }

func (r *listRenderer) Layout(size fyne.Size) {
	for i := range r.marks {
		y := listPad + float32(i)*listRow
		r.marks[i].Move(fyne.NewPos(listPad, y))
		r.marks[i].Resize(fyne.NewSize(size.Width-2*listPad, listRow))
		h := r.texts[i].MinSize().Height
		r.texts[i].Move(fyne.NewPos(fieldPad, y+(listRow-h)/2))
		r.texts[i].Resize(fyne.NewSize(size.Width-32, h))
	}
	r.layoutBar(size)
}

func (r *listRenderer) layoutBar(size fyne.Size) {
	r.bar.Hidden = r.l.rows >= len(r.l.options)
	if r.bar.Hidden {
		return
	}
	track, n := size.Height-2*listPad, float32(len(r.l.options))
	r.bar.Resize(fyne.NewSize(6, max(20, track*float32(r.l.rows)/n)))
	r.bar.Move(fyne.NewPos(size.Width-10, listPad+(track-r.bar.Size().Height)*float32(r.l.first)/(n-float32(r.l.rows))))
}

func (r *listRenderer) Refresh() {
	width := r.l.Size().Width - 32
	for i := range r.l.rows {
		at := r.l.first + i
		r.texts[i].Text = Drawn(r.l.options[at])
		if width > 0 {
			r.texts[i].Text = Cut(r.l.options[at], width, Body)
		}
		r.marks[i].Hidden, r.marks[i].FillColor = at != r.l.at && at != r.l.hover, Hover
		if at == r.l.at {
			r.marks[i].FillColor = Missing.Soft
		}
	}
	r.Layout(r.l.Size())
	canvas.Refresh(r.l)
}
