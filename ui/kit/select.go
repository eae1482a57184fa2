package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Select is a field to pick one of several words from a list. Space, Enter, ↓,
// Alt+↓ or F4 opens the list.
type Select struct {
	widget.BaseWidget
	Placeholder string // shown while nothing is chosen
	OnChosen    func(int)

	options []string
	at      int
	over    *layer
	edited  func()

	disabled, focused, hovered, faulty bool
}

var (
	_ fyne.Tappable     = (*Select)(nil)
	_ fyne.Focusable    = (*Select)(nil)
	_ fyne.Disableable  = (*Select)(nil)
	_ fyne.Shortcutable = (*Select)(nil)
	_ desktop.Hoverable = (*Select)(nil)
)

// NewSelect returns a pick-list in which nothing is chosen. chosen is called
// with the place of the option that a person picks; it may be nil.
func NewSelect(options []string, chosen func(int)) *Select {
	s := &Select{Placeholder: "请选择", OnChosen: chosen, options: options, at: -1}
	s.ExtendBaseWidget(s)
	return s
}

// SetOptions changes the words; nothing is chosen then.
func (s *Select) SetOptions(options []string) {
	s.options, s.at = options, -1
	s.Refresh()
}

// Chosen is the place of the chosen option, -1 for none.
func (s *Select) Chosen() int { return s.at }

// SetChosen chooses an option, or none with -1, and tells nobody.
func (s *Select) SetChosen(i int) {
	s.at = max(-1, min(i, len(s.options)-1))
	s.Refresh()
}

// MarkFault says whether the field is marked as wrong.
func (s *Select) MarkFault(yes bool) { s.faulty = yes; s.Refresh() }

// Tapped implements fyne.Tappable: the list opens.
func (s *Select) Tapped(*fyne.PointEvent) {
	c := canvasOf(s)
	if s.disabled || c == nil || len(s.options) == 0 || s.over.isOpen() {
		return
	}
	c.Focus(s)
	l := newList(s.options, max(0, s.at), s.pick)
	l.left = s.shut
	s.over = &layer{body: onGround(l), outside: s.shut, keys: l.TypedKey,
		place: beside(s, func() fyne.Size { return l.want(s.Size().Width) })}
	s.over.open(c)
	c.Focus(l)
}

func (s *Select) whenEdited(tell func()) { s.edited = tell }

func (s *Select) shut() { s.over.close() }

func (s *Select) pick(i int) {
	s.over.close()
	s.SetChosen(i)
	if s.edited != nil {
		s.edited()
	}
	if s.OnChosen != nil {
		s.OnChosen(i)
	}
}

// TypedKey implements fyne.Focusable.
func (s *Select) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown, fyne.KeyUp, fyne.KeyF4:
		s.Tapped(nil)
	default:
		PassUp(s, k)
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (s *Select) TypedShortcut(sc fyne.Shortcut) {
	if isAltDown(sc) {
		s.Tapped(nil)
		return
	}
	passShortcut(s, sc)
}

// isAltDown is the key that opens the list or calendar of a field.
func isAltDown(s fyne.Shortcut) bool {
	c, ok := s.(*desktop.CustomShortcut)
	return ok && c.KeyName == fyne.KeyDown && c.Modifier == fyne.KeyModifierAlt
}

// TypedRune implements fyne.Focusable.
func (s *Select) TypedRune(rune) {}

// FocusGained implements fyne.Focusable.
func (s *Select) FocusGained() { s.focused = true; s.Refresh(); Reveal(s) }

// FocusLost implements fyne.Focusable.
func (s *Select) FocusLost() { s.focused = false; s.Refresh() }

// Enable implements fyne.Disableable.
func (s *Select) Enable() { s.disabled = false; s.Refresh() }

// Disable implements fyne.Disableable.
func (s *Select) Disable() { s.disabled = true; s.Refresh() }

// Disabled implements fyne.Disableable.
func (s *Select) Disabled() bool { return s.disabled }

// MouseIn implements desktop.Hoverable.
func (s *Select) MouseIn(*desktop.MouseEvent) { s.hovered = true; s.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (s *Select) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (s *Select) MouseOut() { s.hovered = false; s.Refresh() }

// CreateRenderer implements fyne.Widget.
func (s *Select) CreateRenderer() fyne.WidgetRenderer {
	r := &selectRenderer{s: s, ground: canvas.NewRectangle(Surface), text: Text("", Body), sign: Icon("down", Second, iconSide)}
	r.ground.CornerRadius = Radius
	r.draw()
	return r
}

type selectRenderer struct {
	s      *Select
	ground *canvas.Rectangle
	text   *canvas.Text
	sign   *canvas.Image
}

func (r *selectRenderer) Destroy() {}

func (r *selectRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.text, r.sign}
}

func (r *selectRenderer) MinSize() fyne.Size { return fyne.NewSize(104, Control) }

func (r *selectRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	h := r.text.MinSize().Height
	r.text.Move(fyne.NewPos(fieldPad, (size.Height-h)/2))
	r.text.Resize(fyne.NewSize(size.Width-40, h))
	r.sign.Move(fyne.NewPos(size.Width-iconSide-10, (size.Height-iconSide)/2))
	r.sign.Resize(fyne.NewSquareSize(iconSide))
	r.cut()
}

func (r *selectRenderer) Refresh() {
	r.draw()
	r.Layout(r.s.Size())
	canvas.Refresh(r.s)
}

func (r *selectRenderer) cut() {
	words := r.s.Placeholder
	if r.s.at >= 0 {
		words = r.s.options[r.s.at]
	}
	r.text.Text = Cut(words, max(0, r.s.Size().Width-40), Body)
}

func (r *selectRenderer) draw() {
	fieldLook(r.ground, r.s.focused, r.s.faulty, r.s.disabled, r.s.hovered)
	r.text.Color = Ink
	switch {
	case r.s.disabled:
		r.text.Color = Quiet.Ink
	case r.s.at < 0:
		r.text.Color = Second
	}
	r.cut()
}

// fieldPad is the distance of the words of a field from its edge, as the
// toolkit's own field has it.
const fieldPad float32 = 8

// fieldLook gives a field the ground and edge of its state.
func fieldLook(ground *canvas.Rectangle, focused, faulty, disabled, hovered bool) {
	ground.FillColor, ground.StrokeColor, ground.StrokeWidth = Surface, Edge, 1
	switch {
	case disabled:
		ground.FillColor, ground.StrokeColor = Quiet.Soft, Quiet.Ink
		return
	case faulty:
		ground.FillColor = Missing.Soft
	case hovered:
		ground.FillColor = Hover
	}
	if focused || faulty {
		ground.StrokeColor, ground.StrokeWidth = Accent, 2
	}
}
