package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Entry is a field to type in. Chinese input arrives one committed character at
// a time, each with its own OnChanged: what searches should wait with
// Runner.After. Enter in a one-line entry goes to the next field unless
// OnSubmitted is set; Esc and the shortcuts of the window pass up.
type Entry struct {
	widget.Entry
	OnLeft func() // the focus has left the field

	self    fyne.Widget
	faulty  bool
	focused bool
	drawing func() // sets what a field adds to the entry
	settle  func() // takes what was typed, when the field is left
	edited  func() // a person has changed the text
	wrong   string // why the text cannot be read
	onFault func(string)
}

// NewEntry returns a one-line field; the placeholder is shown while it is empty.
func NewEntry(placeholder string) *Entry {
	e := &Entry{}
	e.extend(e)
	e.SetPlaceHolder(placeholder)
	return e
}

// NewText returns a field of many lines that shows rows of them and scrolls.
// Tab leads out of it.
func NewText(rows int) *Entry {
	e := &Entry{}
	e.MultiLine = true
	e.extend(e)
	e.Wrapping = fyne.TextWrapBreak
	e.SetMinRowsVisible(rows)
	return e
}

// extend must come first: the toolkit's field takes itself for a plain one
// otherwise.
func (e *Entry) extend(self fyne.Widget) {
	e.self = self
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	e.ExtendBaseWidget(self)
}

// MarkFault says whether the field is marked as wrong.
func (e *Entry) MarkFault(yes bool) {
	if e.faulty != yes {
		e.faulty = yes
		e.Refresh()
	}
}

// AcceptsTab implements fyne.Tabbable: Tab always leads to the next field.
func (e *Entry) AcceptsTab() bool { return false }

// FocusGained implements fyne.Focusable.
func (e *Entry) FocusGained() {
	e.focused = true
	e.Entry.FocusGained()
	Reveal(e.self)
}

// FocusLost implements fyne.Focusable.
func (e *Entry) FocusLost() {
	e.focused = false
	e.Entry.FocusLost()
	if e.settle != nil {
		e.settle()
	}
	if e.OnLeft != nil {
		e.OnLeft()
	}
}

func (e *Entry) whenFaulty(tell func(string)) { e.onFault = tell }

// complain says why the text cannot be read, or with no words that it can be.
func (e *Entry) complain(words string) {
	if words == "" && e.wrong == "" {
		return // a fault that somebody else set may stand there
	}
	e.wrong = words
	e.MarkFault(words != "")
	if e.onFault != nil {
		e.onFault(words)
	}
}

func (e *Entry) whenEdited(tell func()) { e.edited = tell }

// person does what a person asked for and tells if it changed the text.
func (e *Entry) person(do func()) {
	before := e.Text
	do()
	if e.Text != before && e.edited != nil {
		e.edited()
	}
}

// TypedRune implements fyne.Focusable.
func (e *Entry) TypedRune(r rune) { e.person(func() { e.Entry.TypedRune(r) }) }

// TypedKey implements fyne.Focusable.
func (e *Entry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if !e.MultiLine && e.OnSubmitted == nil {
			if c := canvasOf(e.self); c != nil {
				c.FocusNext()
			}
			return
		}
	case fyne.KeyEscape, fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF4, fyne.KeyF5, fyne.KeyF6,
		fyne.KeyF7, fyne.KeyF8, fyne.KeyF9, fyne.KeyF10, fyne.KeyF11, fyne.KeyF12:
		PassUp(e.self, k)
		return
	}
	e.person(func() { e.Entry.TypedKey(k) })
}

// TypedShortcut implements fyne.Shortcutable. The field takes what edits text;
// Ctrl+Z and Ctrl+Y pass up when there is nothing typed to take back.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutUndo, *fyne.ShortcutRedo:
		before := e.Text
		e.person(func() { e.Entry.TypedShortcut(s) })
		if e.Text == before {
			passShortcut(e.self, s)
		}
		return
	case *desktop.CustomShortcut:
		switch s.KeyName {
		case fyne.KeyLeft, fyne.KeyRight, fyne.KeyBackspace, fyne.KeyDelete:
		default:
			passShortcut(e.self, s)
			return
		}
	}
	e.person(func() { e.Entry.TypedShortcut(s) })
}

// CreateRenderer implements fyne.Widget.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	edge := canvas.NewRectangle(nil)
	edge.CornerRadius = Radius
	r := &entryRenderer{WidgetRenderer: e.Entry.CreateRenderer(), e: e, edge: edge}
	r.draw()
	return r
}

// entryRenderer puts the edge of focus and fault over the toolkit's field.
type entryRenderer struct {
	fyne.WidgetRenderer
	e    *Entry
	edge *canvas.Rectangle
}

func (r *entryRenderer) Objects() []fyne.CanvasObject {
	inner := r.WidgetRenderer.Objects()
	return append(inner[:len(inner):len(inner)], r.edge)
}

func (r *entryRenderer) MinSize() fyne.Size {
	min := r.WidgetRenderer.MinSize()
	if !r.e.MultiLine {
		min.Height = Control
	}
	return min
}

func (r *entryRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.edge.Resize(size)
	inner := r.WidgetRenderer.Objects()
	if icon := inner[len(inner)-1]; r.e.Icon != nil && !r.e.MultiLine {
		// The toolkit puts it as high as its own, lower field is.
		icon.Move(fyne.NewPos(fieldPad, (size.Height-icon.Size().Height)/2))
	}
}

func (r *entryRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.draw()
	canvas.Refresh(r.e.self)
}

func (r *entryRenderer) draw() {
	if r.e.drawing != nil {
		r.e.drawing()
	}
	r.edge.StrokeColor, r.edge.StrokeWidth = Accent, 2
	r.edge.Hidden = r.e.Disabled() || !r.e.focused && !r.e.faulty
	if box, ok := r.WidgetRenderer.Objects()[0].(*canvas.Rectangle); ok {
		box.FillColor = Surface
		switch {
		case r.e.Disabled():
			box.FillColor = Quiet.Soft
		case r.e.faulty:
			box.FillColor = Missing.Soft
		}
	}
}
