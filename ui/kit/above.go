package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Above puts an object whose height follows its width, such as Chips or Flow,
// over one that takes the room that is left, gap apart.
func Above(gap float32, top, body fyne.CanvasObject) *fyne.Container {
	return container.New(&above{gap: gap}, top, body)
}

type above struct{ gap float32 }

func (l *above) MinSize(o []fyne.CanvasObject) fyne.Size {
	top, body := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(max(top.Width, body.Width), top.Height+l.gap+body.Height)
}

func (l *above) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Move(fyne.NewPos(0, 0))
	y := settled(o[0], size.Width) + l.gap
	o[1].Move(fyne.NewPos(0, y))
	o[1].Resize(fyne.NewSize(size.Width, max(0, size.Height-y)))
}

// Top keeps an object at the upper edge of the height it gets, as high as it
// needs.
func Top(o fyne.CanvasObject) *fyne.Container { return container.New(topmost{}, o) }

type topmost struct{}

func (topmost) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

func (topmost) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(size.Width, o[0].MinSize().Height))
}
