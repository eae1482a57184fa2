package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// wholeRows scrolls a list and shows no slice of a row, as long as nobody
// scrolls.
func wholeRows(list *fyne.Container) fyne.CanvasObject {
	return container.New(&rowsWhole{list}, container.NewVScroll(list))
}

type rowsWhole struct{ list *fyne.Container }

func (l *rowsWhole) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

func (l *rowsWhole) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(size.Width, wholeHeight(l.list, size.Height)))
}

// wholeHeight is as much of a height as whole rows of a list fill, or all of it
// if the list fits, if no row does, or if most of one more row does.
func wholeHeight(list *fyne.Container, height float32) float32 {
	var used float32
	for _, row := range list.Objects {
		h := row.MinSize().Height
		if used+h > height {
			if used < 2 || height-used > h/2 { // a line alone, or most of the row
				return height
			}
			return used
		}
		used += h
	}
	return height
}

// byNeed puts two rows of cards below each other, gap apart, and shares the
// height by what the lists in their first cards need; where both need more, the
// upper one gets the greater part.
type byNeed struct {
	gap          float32
	upper, lower *fyne.Container // the lists
}

func (l *byNeed) MinSize(o []fyne.CanvasObject) fyne.Size {
	up, low := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(max(up.Width, low.Width), up.Height+low.Height+l.gap)
}

func (l *byNeed) Layout(o []fyne.CanvasObject, size fyne.Size) {
	room := size.Height - l.gap
	up, low := o[0].MinSize().Height, o[1].MinSize().Height
	wantUp, wantLow := max(up, cardHead+l.upper.MinSize().Height), max(low, cardHead+l.lower.MinSize().Height)
	var height float32
	switch {
	case wantUp+wantLow <= room:
		height = wantUp + (room-wantUp-wantLow)*3/5
	case wantLow <= max(low, room*2/5):
		height = room - wantLow
	case wantUp <= room*3/5:
		height = wantUp
	default:
		height = up + max(room-up-low, 0)*3/5
	}
	height = max(up, min(height, room-low))
	o[0].Resize(fyne.NewSize(size.Width, height))
	o[1].Move(fyne.NewPos(0, height+l.gap))
	o[1].Resize(fyne.NewSize(size.Width, room-height))
}

// cardHead is the height of a card above its body.
const cardHead = 52
