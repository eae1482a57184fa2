package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Flow puts objects beside each other, gap apart, and goes on in a new line
// where they do not fit the width. Its height is that of the width it last got.
func Flow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flow{gap: gap}, objects...)
}

type flow struct{ gap, width float32 }

func (f *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var widest float32
	for _, o := range objects {
		if o.Visible() {
			widest = max(widest, o.MinSize().Width)
		}
	}
	return fyne.NewSize(widest, f.arrange(objects, max(f.width, widest), false))
}

func (f *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	f.arrange(objects, size.Width, true)
}

// arrange returns the height that the objects take, and places them if asked.
func (f *flow) arrange(objects []fyne.CanvasObject, width float32, place bool) float32 {
	var x, y, line float32
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		min := o.MinSize()
		if x > 0 && x+min.Width > width+0.5 {
			x, y, line = 0, y+line+f.gap, 0
		}
		if place {
			o.Move(fyne.NewPos(x, y))
			o.Resize(min)
		}
		x, line = x+min.Width+f.gap, max(line, min.Height)
	}
	return y + line
}
