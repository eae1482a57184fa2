package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// barSide is how wide a scroll bar is: wide enough for an unsteady hand.
const barSide float32 = 14

// slider is a scroll bar that is seen as long as there is more than fits.
type slider struct {
	widget.BaseWidget
	across      bool    // lies at the bottom
	room, total float32 // of the content along the bar
	at          float32
	moved       func(at float32)
	dragging    bool
	held        float32 // where the drag has come to, which may be beyond the ends
	hovered     bool
	track       *canvas.Rectangle
	thumb       *canvas.Rectangle
}

var (
	_ fyne.Draggable    = (*slider)(nil)
	_ fyne.Tappable     = (*slider)(nil)
	_ desktop.Hoverable = (*slider)(nil)
)

func newSlider(across bool, moved func(float32)) *slider {
	s := &slider{across: across, moved: moved, track: canvas.NewRectangle(Paper), thumb: canvas.NewRectangle(Edge)}
	s.thumb.CornerRadius = 4
	s.ExtendBaseWidget(s)
	return s
}

// set tells the bar where the content stands; it hides when all is seen.
func (s *slider) set(room, total, at float32) {
	changed := s.room != room || s.total != total || s.at != at
	s.room, s.total, s.at = room, total, at
	if s.Hidden != (total <= room) {
		s.Hidden = total <= room
		changed = true
	}
	if changed {
		s.place()
		canvas.Refresh(s)
	}
}

func (s *slider) along() float32 {
	if s.across {
		return s.Size().Width
	}
	return s.Size().Height
}

func (s *slider) span() (from, length float32) {
	if s.total <= s.room || s.total == 0 {
		return 0, s.along()
	}
	length = max(s.along()*s.room/s.total, 28)
	return (s.along() - length) * s.at / (s.total - s.room), length
}

func (s *slider) place() {
	from, length := s.span()
	s.track.Resize(s.Size())
	pos, size := fyne.NewPos(3, from+2), fyne.NewSize(barSide-6, length-4)
	if s.across {
		pos, size = fyne.NewPos(from+2, 3), fyne.NewSize(length-4, barSide-6)
	}
	s.thumb.Move(pos)
	s.thumb.Resize(size)
}

func (s *slider) of(p fyne.Position) float32 {
	if s.across {
		return p.X
	}
	return p.Y
}

// Dragged implements fyne.Draggable.
func (s *slider) Dragged(e *fyne.DragEvent) {
	if !s.dragging {
		s.dragging, s.held = true, s.at
	}
	_, length := s.span()
	if free := s.along() - length; free > 0 {
		s.held += s.of(fyne.NewPos(e.Dragged.DX, e.Dragged.DY)) / free * (s.total - s.room)
		s.moved(s.held)
	}
}

// DragEnd implements fyne.Draggable.
func (s *slider) DragEnd() { s.dragging = false }

// Tapped implements fyne.Tappable: beside the thumb it goes on by one page.
func (s *slider) Tapped(e *fyne.PointEvent) {
	from, length := s.span()
	switch p := s.of(e.Position); {
	case p < from:
		s.moved(s.at - s.room)
	case p > from+length:
		s.moved(s.at + s.room)
	}
}

// MouseIn implements desktop.Hoverable.
func (s *slider) MouseIn(*desktop.MouseEvent) { s.hovered = true; s.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (s *slider) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (s *slider) MouseOut() { s.hovered = false; s.Refresh() }

// CreateRenderer implements fyne.Widget.
func (s *slider) CreateRenderer() fyne.WidgetRenderer { return sliderRenderer{s} }

type sliderRenderer struct{ s *slider }

func (r sliderRenderer) Destroy()           {}
func (r sliderRenderer) Layout(fyne.Size)   { r.s.place() }
func (r sliderRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(barSide) }
func (r sliderRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.s.track, r.s.thumb}
}

func (r sliderRenderer) Refresh() {
	r.s.thumb.FillColor = Edge
	if r.s.hovered {
		r.s.thumb.FillColor = Second
	}
	canvas.Refresh(r.s)
}

// takeFocus gives a widget the keyboard because it was tapped; meanwhile byTap
// is true, since what was tapped need not be scrolled into view.
func takeFocus(w fyne.Focusable, byTap *bool) {
	if c := canvasOf(w.(fyne.CanvasObject)); c != nil && c.Focused() != w {
		*byTap = true
		c.Focus(w)
		*byTap = false
	}
}
