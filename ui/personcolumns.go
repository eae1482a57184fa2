package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"branchbook/ui/kit"
)

// besideOrBelow puts a card of a fixed width beside what takes the rest, or
// above it where the window is too narrow for both. The page scrolls as one.
func besideOrBelow(width float32, side, main fyne.CanvasObject) (*fyne.Container, *container.Scroll) {
	l := &besides{width: width}
	inner := container.New(l, side, main)
	scroll := container.NewVScroll(inner)
	return container.New(&besidesOuter{l}, scroll), scroll
}

// besides lays out the two. room is the width that it will get, which its least
// height follows from.
type besides struct{ width, room float32 }

func (l *besides) narrow(o []fyne.CanvasObject) bool {
	return l.room > 0 && l.room < l.width+kit.Gap+o[1].MinSize().Width
}

func (l *besides) MinSize(o []fyne.CanvasObject) fyne.Size {
	side, main := o[0].MinSize(), o[1].MinSize()
	least := max(side.Width, main.Width)
	if l.narrow(o) {
		return fyne.NewSize(least, side.Height+kit.Gap+main.Height)
	}
	return fyne.NewSize(least, max(side.Height, main.Height))
}

func (l *besides) Layout(o []fyne.CanvasObject, size fyne.Size) {
	side, main := o[0], o[1]
	if l.narrow(o) {
		side.Resize(fyne.NewSize(size.Width, side.MinSize().Height))
		main.Move(fyne.NewPos(0, side.MinSize().Height+kit.Gap))
		main.Resize(fyne.NewSize(size.Width, main.MinSize().Height))
		return
	}
	side.Resize(fyne.NewSize(l.width, side.MinSize().Height))
	main.Move(fyne.NewPos(l.width+kit.Gap, 0))
	main.Resize(fyne.NewSize(size.Width-l.width-kit.Gap, max(size.Height, main.MinSize().Height)))
}

// besidesOuter keeps the edges of a page around the scroll and tells the inner
// layout how wide it will be.
type besidesOuter struct{ inner *besides }

func (l *besidesOuter) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize().AddWidthHeight(2*kit.PageEdge, kit.Gap)
}

func (l *besidesOuter) Layout(o []fyne.CanvasObject, size fyne.Size) {
	scroll := o[0].(*container.Scroll)
	room := fyne.NewSize(size.Width-2*kit.PageEdge, size.Height-kit.Gap)
	l.inner.room = room.Width
	scroll.Move(fyne.NewPos(kit.PageEdge, 0))
	scroll.Resize(room)
	scroll.Content.Resize(room) // text that breaks learns its height at this width
	scroll.Refresh()
}
