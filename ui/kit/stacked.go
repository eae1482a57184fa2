package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Stacked is Down for objects whose heights follow their widths, such as Para
// and Flow: each gets the height that it needs at the width of the whole.
func Stacked(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&settling{gap}, objects...)
}

// Between puts an object at the top and one at the bottom, and gives the one
// between them the height that is left. Tab goes through them as the eye does.
func Between(top, middle, bottom fyne.CanvasObject) *fyne.Container {
	return container.New(between{}, top, middle, bottom)
}

type between struct{}

func (between) MinSize(o []fyne.CanvasObject) fyne.Size {
	t, m, b := o[0].MinSize(), o[1].MinSize(), o[2].MinSize()
	return fyne.NewSize(max(t.Width, m.Width, b.Width), t.Height+m.Height+b.Height)
}

func (between) Layout(o []fyne.CanvasObject, size fyne.Size) {
	top := settled(o[0], size.Width)
	bottom := settled(o[2], size.Width)
	o[0].Move(fyne.NewPos(0, 0))
	o[1].Move(fyne.NewPos(0, top))
	o[1].Resize(fyne.NewSize(size.Width, size.Height-top-bottom))
	o[2].Move(fyne.NewPos(0, size.Height-bottom))
}
