package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// layer is what lies over the window: a list, a calendar or a dialog. Below it
// nothing is touched, and the keys that nobody uses come to it.
type layer struct {
	widget.BaseWidget
	body    fyne.CanvasObject
	shade   bool
	place   func(window fyne.Size) (fyne.Position, fyne.Size)
	outside func()               // a tap beside the body
	keys    func(*fyne.KeyEvent) // keys that the focused widget passes up

	over   fyne.Canvas
	before func(*fyne.KeyEvent)
}

var (
	_ fyne.Tappable          = (*layer)(nil)
	_ fyne.SecondaryTappable = (*layer)(nil)
	_ desktop.Hoverable      = (*layer)(nil)
)

func (l *layer) open(c fyne.Canvas) {
	l.ExtendBaseWidget(l)
	l.over, l.before = c, c.OnTypedKey()
	c.Overlays().Add(l)
	c.SetOnTypedKey(l.keys)
}

// close is fine on a layer that is not open, or on none.
func (l *layer) close() {
	if !l.isOpen() {
		return
	}
	c := l.over
	l.over = nil
	c.Overlays().Remove(l)
	c.SetOnTypedKey(l.before)
}

func (l *layer) isOpen() bool              { return l != nil && l.over != nil }
func (l *layer) inside() fyne.CanvasObject { return l.body }

// Tapped implements fyne.Tappable.
func (l *layer) Tapped(*fyne.PointEvent) {
	if l.outside != nil {
		l.outside()
	}
}

// TappedSecondary implements fyne.SecondaryTappable.
func (l *layer) TappedSecondary(e *fyne.PointEvent) { l.Tapped(e) }

// MouseIn implements desktop.Hoverable, so that nothing below is hovered.
func (l *layer) MouseIn(*desktop.MouseEvent) {}

// MouseMoved implements desktop.Hoverable.
func (l *layer) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (l *layer) MouseOut() {}

// CreateRenderer implements fyne.Widget.
func (l *layer) CreateRenderer() fyne.WidgetRenderer {
	r := &layerRenderer{l: l, shade: canvas.NewRectangle(Shade)}
	r.shade.Hidden = !l.shade
	return r
}

type layerRenderer struct {
	l     *layer
	shade *canvas.Rectangle
}

func (r *layerRenderer) Destroy() {}

func (r *layerRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.shade, r.l.body}
}

// MinSize is nothing: the body is cut to the window, never the window to it.
func (r *layerRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (r *layerRenderer) Layout(size fyne.Size) {
	r.shade.Resize(size)
	at, room := r.l.place(size)
	r.l.body.Move(at)
	r.l.body.Resize(room)
}

func (r *layerRenderer) Refresh() {
	r.Layout(r.l.Size())
	canvas.Refresh(r.l)
}

// onGround puts what a field opens on a white ground with an edge. The ground
// stands apart, since a widget that scrolls is cut at its own edge.
func onGround(o fyne.CanvasObject) fyne.CanvasObject {
	ground := canvas.NewRectangle(Surface)
	ground.StrokeColor, ground.StrokeWidth, ground.CornerRadius = Edge, 1, Radius
	return container.NewStack(ground, o)
}

// beside places a body of a size below a field, or above it if there is no
// room below, always inside the window.
func beside(field fyne.CanvasObject, want func() fyne.Size) func(fyne.Size) (fyne.Position, fyne.Size) {
	return func(window fyne.Size) (fyne.Position, fyne.Size) {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(field)
		size := want().Min(window)
		below, above := at.Y+field.Size().Height+2, at.Y-size.Height-2
		y := below
		if below+size.Height > window.Height {
			y = max(above, 0)
			if above < 0 {
				y = window.Height - size.Height
			}
		}
		x := max(0, min(at.X, window.Width-size.Width))
		return fyne.NewPos(x, y), size
	}
}
