package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// Down puts objects below each other, gap apart.
func Down(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedVBoxLayout(gap), objects...)
}

// Across puts objects beside each other, gap apart, each as wide as it needs.
func Across(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedHBoxLayout(gap), objects...)
}

// Spring takes the room that is left in Down or Across.
func Spring() fyne.CanvasObject { return layout.NewSpacer() }

// Pad keeps a distance around an object.
func Pad(top, right, bottom, left float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(top, bottom, left, right), o)
}

// Middle centres an object in the height it gets and keeps it at the left.
func Middle(o fyne.CanvasObject) *fyne.Container { return container.New(middle{}, o) }

type middle struct{}

func (middle) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }
func (middle) Layout(o []fyne.CanvasObject, size fyne.Size) {
	h := o[0].MinSize().Height
	o[0].Resize(fyne.NewSize(size.Width, h))
	o[0].Move(fyne.NewPos(0, (size.Height-h)/2))
}

// Sized gives an object a least size; 0 leaves a side as it is.
func Sized(width, height float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(sized{fyne.NewSize(width, height)}, o)
}

type sized struct{ least fyne.Size }

func (s sized) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize().Max(s.least) }
func (s sized) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(size)
}

// Shares puts objects beside each other, gap apart, with widths in the
// proportion of the shares and all as high as the highest.
func Shares(gap float32, shares []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&sharing{gap, shares}, objects...)
}

// Even is Shares with equal shares.
func Even(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	shares := make([]float32, len(objects))
	for i := range shares {
		shares[i] = 1
	}
	return Shares(gap, shares, objects...)
}

type sharing struct {
	gap    float32
	shares []float32
}

func (l *sharing) total() (sum float32) {
	for _, s := range l.shares {
		sum += s
	}
	return sum
}

func (l *sharing) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var unit, height float32
	for i, o := range objects {
		min := o.MinSize()
		unit, height = max(unit, min.Width/l.shares[i]), max(height, min.Height)
	}
	return fyne.NewSize(unit*l.total()+l.gap*float32(len(objects)-1), height)
}

func (l *sharing) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	unit := (size.Width - l.gap*float32(len(objects)-1)) / l.total()
	var x float32
	for i, o := range objects {
		w := unit * l.shares[i]
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(w, size.Height))
		x += w + l.gap
	}
}

// Ground puts a colour behind an object.
func Ground(c color.Color, o fyne.CanvasObject) *fyne.Container {
	return container.NewStack(canvas.NewRectangle(c), o)
}

// Rule is a thin line across the width.
func Rule() fyne.CanvasObject {
	r := canvas.NewRectangle(InnerLine)
	r.SetMinSize(fyne.NewSize(1, 1))
	return r
}

// Around puts objects at the edges of the one in the middle, without gaps; nil
// where there is none. Top and bottom are as wide as the whole.
func Around(top, bottom, left, right, middle fyne.CanvasObject) *fyne.Container {
	a := &around{top, bottom, left, right, middle}
	var all []fyne.CanvasObject
	for _, o := range []fyne.CanvasObject{middle, top, bottom, left, right} {
		if o != nil {
			all = append(all, o)
		}
	}
	return container.New(a, all...)
}

type around struct{ top, bottom, left, right, middle fyne.CanvasObject }

func least(o fyne.CanvasObject) fyne.Size {
	if o == nil || !o.Visible() {
		return fyne.Size{}
	}
	return o.MinSize()
}

func (a *around) MinSize([]fyne.CanvasObject) fyne.Size {
	t, b, l, r, m := least(a.top), least(a.bottom), least(a.left), least(a.right), least(a.middle)
	return fyne.NewSize(max(t.Width, b.Width, l.Width+m.Width+r.Width), t.Height+b.Height+max(l.Height, m.Height, r.Height))
}

func (a *around) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	t, b, l, r := least(a.top).Height, least(a.bottom).Height, least(a.left).Width, least(a.right).Width
	inner := size.Height - t - b
	lay := func(o fyne.CanvasObject, x, y, w, h float32) {
		if o != nil {
			o.Move(fyne.NewPos(x, y))
			o.Resize(fyne.NewSize(w, h))
		}
	}
	lay(a.top, 0, 0, size.Width, t)
	lay(a.bottom, 0, size.Height-b, size.Width, b)
	lay(a.left, 0, t, l, inner)
	lay(a.right, size.Width-r, t, r, inner)
	lay(a.middle, l, t, size.Width-l-r, inner)
}
