package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Weight is how much a button asks to be pressed.
type Weight int

// Weights. A screen has one Primary button.
const (
	Plain   Weight = iota // white with an edge
	Primary               // the one next step
	Link                  // words alone
)

// Button is a button that shows its focus and takes Enter and Space.
type Button struct {
	widget.BaseWidget
	Text     string
	IconName string // of package assets, may be empty
	Weight   Weight
	Small    bool
	Chosen   bool // one of several that is in force, such as a filter
	OnTapped func()

	disabled, focused, hovered bool
}

var (
	_ fyne.Tappable      = (*Button)(nil)
	_ fyne.Focusable     = (*Button)(nil)
	_ fyne.Disableable   = (*Button)(nil)
	_ desktop.Hoverable  = (*Button)(nil)
	_ desktop.Cursorable = (*Button)(nil)
)

// NewButton returns a plain button.
func NewButton(text string, tapped func()) *Button {
	b := &Button{Text: text, OnTapped: tapped}
	b.ExtendBaseWidget(b)
	return b
}

// NewSmall returns a plain button of the small height, for rows and filters.
func NewSmall(text string, tapped func()) *Button {
	b := NewButton(text, tapped)
	b.Small = true
	return b
}

// NewPrimary returns the button of the next step.
func NewPrimary(text string, tapped func()) *Button {
	b := NewButton(text, tapped)
	b.Weight = Primary
	return b
}

// NewLink returns a button of words alone.
func NewLink(text string, tapped func()) *Button {
	b := NewButton(text, tapped)
	b.Weight, b.Small = Link, true
	return b
}

// WithIcon puts a line icon before the words.
func (b *Button) WithIcon(name string) *Button {
	b.IconName = name
	return b
}

// SetText changes the words.
func (b *Button) SetText(text string) {
	if b.Text != text {
		b.Text = text
		b.Refresh()
	}
}

// Choose says whether the button is the one in force.
func (b *Button) Choose(yes bool) {
	if b.Chosen != yes {
		b.Chosen = yes
		b.Refresh()
	}
}

// Tapped implements fyne.Tappable.
func (b *Button) Tapped(*fyne.PointEvent) {
	if !b.disabled && b.OnTapped != nil {
		b.OnTapped()
	}
}

// FocusGained implements fyne.Focusable.
func (b *Button) FocusGained() { b.focused = true; b.Refresh(); Reveal(b) }

// FocusLost implements fyne.Focusable.
func (b *Button) FocusLost() { b.focused = false; b.Refresh() }

// TypedRune implements fyne.Focusable.
func (b *Button) TypedRune(rune) {}

// TypedKey implements fyne.Focusable: Enter and Space press the button, other
// keys pass up.
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		b.Tapped(nil)
	default:
		PassUp(b, e)
	}
}

// Enable implements fyne.Disableable.
func (b *Button) Enable() { b.disabled = false; b.Refresh() }

// Disable implements fyne.Disableable.
func (b *Button) Disable() { b.disabled = true; b.Refresh() }

// Disabled implements fyne.Disableable.
func (b *Button) Disabled() bool { return b.disabled }

// MouseIn implements desktop.Hoverable.
func (b *Button) MouseIn(*desktop.MouseEvent) { b.hovered = true; b.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (b *Button) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (b *Button) MouseOut() { b.hovered = false; b.Refresh() }

// Cursor implements desktop.Cursorable.
func (b *Button) Cursor() desktop.Cursor {
	if b.disabled {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// CreateRenderer implements fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{b: b, ground: canvas.NewRectangle(Surface), text: Text(b.Text, Body)}
	r.text.Alignment = fyne.TextAlignCenter
	r.draw()
	return r
}

type buttonRenderer struct {
	b      *Button
	ground *canvas.Rectangle
	text   *canvas.Text
	icon   *canvas.Image
}

func (r *buttonRenderer) Destroy() {}

func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	if r.icon == nil {
		return []fyne.CanvasObject{r.ground, r.text}
	}
	return []fyne.CanvasObject{r.ground, r.icon, r.text}
}

const iconSide = 18

func (r *buttonRenderer) pad() float32 {
	switch {
	case r.b.Weight == Link:
		return 6
	case r.b.Small:
		return 12
	}
	return 20
}

func (r *buttonRenderer) inner() float32 {
	w := r.text.MinSize().Width
	if r.icon != nil {
		w += iconSide + 6
	}
	return w
}

func (r *buttonRenderer) MinSize() fyne.Size {
	h := Control
	if r.b.Small {
		h = Small
	}
	return fyne.NewSize(r.inner()+2*r.pad(), h)
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	x := (size.Width - r.inner()) / 2
	if r.icon != nil {
		r.icon.Resize(fyne.NewSquareSize(iconSide))
		r.icon.Move(fyne.NewPos(x, (size.Height-iconSide)/2))
		x += iconSide + 6
	}
	min := r.text.MinSize()
	r.text.Resize(min)
	r.text.Move(fyne.NewPos(x, (size.Height-min.Height)/2))
}

func (r *buttonRenderer) Refresh() {
	r.draw()
	r.Layout(r.b.Size())
	canvas.Refresh(r.b)
}

// draw sets the colours that the state asks for.
func (r *buttonRenderer) draw() {
	b := r.b
	fill, edge, ink, heavy := b.look()
	r.ground.FillColor, r.ground.StrokeColor, r.ground.StrokeWidth, r.ground.CornerRadius = fill, edge, 1, Radius
	if b.focused {
		r.ground.StrokeColor, r.ground.StrokeWidth = Ink, 2
		if b.Weight != Primary {
			r.ground.StrokeColor = Accent
		}
	}
	r.text.Text, r.text.Color, r.text.TextStyle = Drawn(b.Text), ink, fyne.TextStyle{Bold: heavy}
	r.text.TextSize = BodySize
	if b.Small {
		r.text.TextSize = 15
	}
	r.icon = nil
	if b.IconName != "" {
		r.icon = Icon(b.IconName, ink, iconSide)
	}
}

func (b *Button) look() (fill, edge color.Color, ink color.NRGBA, heavy bool) {
	switch {
	case b.disabled && b.Weight == Link:
		return color.Transparent, color.Transparent, Quiet.Ink, false
	case b.disabled:
		return Quiet.Soft, Line, Quiet.Ink, false
	case b.Weight == Primary && b.hovered:
		return Pressed, Pressed, AccentInk, true
	case b.Weight == Primary:
		return Accent, Accent, AccentInk, true
	case b.Weight == Link && b.hovered:
		return Missing.Soft, color.Transparent, Accent, false
	case b.Weight == Link:
		return color.Transparent, color.Transparent, Accent, false
	case b.Chosen:
		return Missing.Soft, Accent, Accent, false
	case b.hovered:
		return Hover, Edge, Ink, false
	}
	return Surface, Edge, Ink, false
}
