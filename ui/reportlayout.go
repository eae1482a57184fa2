package ui

import (
	"fyne.io/fyne/v2"

	"branchbook/ui/kit"
)

// stepLayout puts three steps beside each other if there is room, else below
// each other, and under them a list that takes what is left.
type stepLayout struct{ width float32 }

const (
	stepsBeside float32 = 960 // from this width on beside each other
	listLeast   float32 = 190
)

func (l *stepLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(240, l.arrange(o, max(l.width, 240), 0))
}

func (l *stepLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.arrange(o, size.Width, size.Height)
}

// arrange places everything and tells the height that it needs.
func (l *stepLayout) arrange(o []fyne.CanvasObject, width, height float32) float32 {
	steps, list := o[:len(o)-1], o[len(o)-1]
	n := float32(len(steps))
	beside := width >= stepsBeside
	each := width
	if beside {
		each = (width - kit.Gap*(n-1)) / n
	}
	var high, y float32
	for _, s := range steps {
		s.Resize(fyne.NewSize(each, s.MinSize().Height)) // text breaks now and knows its height
		high = max(high, s.MinSize().Height)
	}
	for i, s := range steps {
		h, x := s.MinSize().Height, float32(0)
		if beside {
			h, x = high, float32(i)*(each+kit.Gap)
		}
		s.Resize(fyne.NewSize(each, h))
		s.Move(fyne.NewPos(x, y))
		if !beside {
			y += h + kit.Gap
		}
	}
	if beside {
		y = high + kit.Gap
	}
	list.Move(fyne.NewPos(0, y))
	list.Resize(fyne.NewSize(width, max(listLeast, height-y)))
	return y + listLeast
}
