package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Touch is a line of anything that opens something: by a tap, or by Enter and
// Space while it has the focus.
type Touch struct {
	widget.BaseWidget
	OnTapped func()

	ground           *canvas.Rectangle
	body             *fyne.Container
	focused, hovered bool
}

var (
	_ fyne.Tappable      = (*Touch)(nil)
	_ fyne.Focusable     = (*Touch)(nil)
	_ desktop.Hoverable  = (*Touch)(nil)
	_ desktop.Cursorable = (*Touch)(nil)
)

// NewTouch makes a line of an object.
func NewTouch(o fyne.CanvasObject, tapped func()) *Touch {
	t := &Touch{OnTapped: tapped, ground: canvas.NewRectangle(color.Transparent)}
	t.body = container.NewStack(t.ground, o)
	t.ExtendBaseWidget(t)
	return t
}

func (t *Touch) draw() {
	t.ground.FillColor, t.ground.StrokeColor, t.ground.StrokeWidth = color.Transparent, color.Transparent, 0
	if t.hovered {
		t.ground.FillColor = Hover
	}
	if t.focused {
		t.ground.StrokeColor, t.ground.StrokeWidth, t.ground.CornerRadius = Accent, 2, 4
	}
	t.ground.Refresh()
}

// Tapped implements fyne.Tappable.
func (t *Touch) Tapped(*fyne.PointEvent) { t.OnTapped() }

// FocusGained implements fyne.Focusable.
func (t *Touch) FocusGained() { t.focused = true; t.draw(); Reveal(t) }

// FocusLost implements fyne.Focusable.
func (t *Touch) FocusLost() { t.focused = false; t.draw() }

// TypedRune implements fyne.Focusable.
func (t *Touch) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (t *Touch) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		t.OnTapped()
	default:
		PassUp(t, e)
	}
}

// MouseIn implements desktop.Hoverable.
func (t *Touch) MouseIn(*desktop.MouseEvent) { t.hovered = true; t.draw() }

// MouseMoved implements desktop.Hoverable.
func (t *Touch) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (t *Touch) MouseOut() { t.hovered = false; t.draw() }

// Cursor implements desktop.Cursorable.
func (t *Touch) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (t *Touch) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.body) }
