package ui

import (
	"fyne.io/fyne/v2"

	"branchbook/ui/kit"
)

// firstSize is the size that a small laptop's screen leaves to a window, in
// units of a scale; 0 counts as 1.
func firstSize(scale float32) fyne.Size {
	if scale == 0 {
		scale = 1
	}
	return fyne.NewSize(1366/scale, 696/scale)
}

// small is the room of a screen in the window of a small laptop with the largest
// letters. It keeps the least size of a window there, whatever the screen wants:
// a window that grows beyond the monitor has buttons that nobody can reach.
type small struct{}

// MinSize implements fyne.Layout.
func (small) MinSize(o []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, one := range o {
		least = least.Max(one.MinSize())
	}
	return least.Min(fyne.NewSize(790, 380))
}

// Layout implements fyne.Layout.
func (small) Layout(o []fyne.CanvasObject, size fyne.Size) {
	for _, one := range o {
		one.Move(fyne.NewPos(0, 0))
		one.Resize(size)
	}
}

// frameHeight is what the system's title line takes of the screen, in dots.
const frameHeight = 36

// fit makes a window that is larger than the screen as large as the screen, once
// the toolkit knows the density of the screen.
func (w *Window) fit() {
	if w.opt.Screen == nil {
		return
	}
	width, height := w.opt.Screen()
	c := w.win.Canvas()
	room := fyne.NewSize(float32(width)/c.Scale(), float32(height-frameHeight)/c.Scale())
	if size := c.Size(); width > 0 && (size.Width > room.Width || size.Height > room.Height) {
		w.win.Resize(size.Min(room))
	}
}

// rescale draws everything at another scale from now on, in a window that keeps
// its size on the screen.
func (w *Window) rescale(scale float32) {
	if w.opt.SetScale == nil || scale == w.opt.Scale {
		return
	}
	w.opt.Scale = scale
	c := w.win.Canvas()
	width, height := c.Size().Width*c.Scale(), c.Size().Height*c.Scale()
	w.opt.SetScale(scale)
	w.app.Settings().SetTheme(kit.Theme{}) // the toolkit reads its settings anew, the scale among them
	w.win.Resize(fyne.NewSize(width/c.Scale(), height/c.Scale()))
	w.fit()
}
