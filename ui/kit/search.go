package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Search is a one-line field with a lens before it and a sign that empties it.
// Esc empties it too; a second Esc passes up.
type Search struct {
	Entry
	clear *inButton
}

// NewSearch returns a search field.
func NewSearch(placeholder string) *Search {
	s := &Search{}
	s.extend(s)
	s.SetPlaceHolder(placeholder)
	s.Icon = IconResource("search", Second)
	s.clear = newInButton("close", s.empty)
	s.ActionItem = s.clear
	s.drawing = func() { s.clear.show(s.Text != "" && !s.Disabled()) }
	return s
}

func (s *Search) empty() { s.person(func() { s.SetText("") }) }

// TypedKey implements fyne.Focusable.
func (s *Search) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape && s.Text != "" {
		s.empty()
		return
	}
	s.Entry.TypedKey(k)
}

// inButton is a sign at the end of a field that can be tapped. Keys reach what
// it does another way, so it takes no focus.
type inButton struct {
	widget.BaseWidget
	icon   *canvas.Image
	tapped func()
	shown  bool
}

var _ desktop.Cursorable = (*inButton)(nil)

func newInButton(icon string, tapped func()) *inButton {
	b := &inButton{icon: Icon(icon, Second, iconSide), tapped: tapped}
	b.ExtendBaseWidget(b)
	return b
}

func (b *inButton) show(yes bool) {
	b.shown = yes
	b.icon.Hidden = !yes
}

// Tapped implements fyne.Tappable.
func (b *inButton) Tapped(*fyne.PointEvent) {
	if b.shown {
		b.tapped()
	}
}

// Cursor implements desktop.Cursorable.
func (b *inButton) Cursor() desktop.Cursor {
	if b.shown {
		return desktop.PointerCursor
	}
	return desktop.TextCursor
}

// CreateRenderer implements fyne.Widget.
func (b *inButton) CreateRenderer() fyne.WidgetRenderer { return &inButtonRenderer{b} }

type inButtonRenderer struct{ b *inButton }

func (r *inButtonRenderer) Destroy()                     {}
func (r *inButtonRenderer) Refresh()                     { canvas.Refresh(r.b.icon) }
func (r *inButtonRenderer) MinSize() fyne.Size           { return fyne.NewSize(36, iconSide) }
func (r *inButtonRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.b.icon} }
func (r *inButtonRenderer) Layout(size fyne.Size) {
	r.b.icon.Resize(fyne.NewSquareSize(iconSide))
	r.b.icon.Move(fyne.NewPos((size.Width-iconSide)/2, (size.Height-iconSide)/2))
}
