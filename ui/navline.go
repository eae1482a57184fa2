package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"branchbook/ui/kit"
)

// navLine is one line of the side bar.
type navLine struct {
	widget.BaseWidget
	icon, text            string
	tapped                func()
	lit, focused, hovered bool
}

var (
	_ fyne.Tappable     = (*navLine)(nil)
	_ fyne.Focusable    = (*navLine)(nil)
	_ desktop.Hoverable = (*navLine)(nil)
)

func newNavLine(icon, text string, tapped func()) *navLine {
	l := &navLine{icon: icon, text: text, tapped: tapped}
	l.ExtendBaseWidget(l)
	return l
}

// light says whether this is where the user is.
func (l *navLine) light(yes bool) {
	if l.lit != yes {
		l.lit = yes
		l.Refresh()
	}
}

func (l *navLine) Tapped(*fyne.PointEvent)        { l.tapped() }
func (l *navLine) FocusGained()                   { l.focused = true; l.Refresh() }
func (l *navLine) FocusLost()                     { l.focused = false; l.Refresh() }
func (l *navLine) TypedRune(rune)                 {}
func (l *navLine) MouseIn(*desktop.MouseEvent)    { l.hovered = true; l.Refresh() }
func (l *navLine) MouseMoved(*desktop.MouseEvent) {}
func (l *navLine) MouseOut()                      { l.hovered = false; l.Refresh() }
func (l *navLine) Cursor() desktop.Cursor         { return desktop.PointerCursor }

func (l *navLine) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		l.tapped()
	}
}

func (l *navLine) CreateRenderer() fyne.WidgetRenderer {
	r := &navRenderer{l: l, ground: canvas.NewRectangle(kit.Surface), mark: canvas.NewRectangle(kit.Accent), text: kit.Text(l.text, kit.Body)}
	r.draw()
	return r
}

type navRenderer struct {
	l            *navLine
	ground, mark *canvas.Rectangle
	icon         *canvas.Image
	text         *canvas.Text
}

func (r *navRenderer) Destroy() {}
func (r *navRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.mark, r.icon, r.text}
}
func (r *navRenderer) MinSize() fyne.Size { return fyne.NewSize(kit.SideBar-1, 48) }

func (r *navRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.mark.Resize(fyne.NewSize(4, size.Height))
	r.icon.Resize(fyne.NewSquareSize(22))
	r.icon.Move(fyne.NewPos(20, (size.Height-22)/2))
	min := r.text.MinSize()
	r.text.Resize(min)
	r.text.Move(fyne.NewPos(52, (size.Height-min.Height)/2))
}

func (r *navRenderer) Refresh() {
	r.draw()
	r.Layout(r.l.Size())
	canvas.Refresh(r.l)
}

func (r *navRenderer) draw() {
	ink, ground := kit.Ink, color.Color(color.Transparent)
	switch {
	case r.l.lit:
		ink, ground = kit.Accent, kit.Missing.Soft
	case r.l.hovered:
		ground = kit.Hover
	}
	r.mark.Hidden = !r.l.lit
	r.ground.FillColor, r.ground.StrokeWidth = ground, 0
	if r.l.focused {
		r.ground.StrokeColor, r.ground.StrokeWidth = kit.Accent, 2
	}
	r.text.Color, r.text.TextStyle = ink, fyne.TextStyle{Bold: r.l.lit}
	r.icon = kit.Icon(r.l.icon, ink, 22)
}
