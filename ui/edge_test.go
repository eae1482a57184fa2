package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"branchbook/ui/kit"
)

func TestEveryPageEndsAtTheSameRightEdge(t *testing.T) {
	w := openWindow(t, demoBook(t, 38))
	driver := fyne.CurrentApp().Driver()
	for p := range navLines {
		w.open(place(p))
		var right float32
		everySeen(w, func(o fyne.CanvasObject) {
			if b, ok := o.(*kit.Button); ok {
				right = max(right, driver.AbsolutePositionForObject(b).X+b.Size().Width)
			}
		})
		if edge := float32(1366) - kit.PageEdge; right > edge+1 {
			t.Errorf("%s: a button ends at %v, the page at %v", navLines[p].text, right, edge)
		}
	}
}

func TestTheListsOfTheFirstPageShowWholeRows(t *testing.T) {
	w := openWindow(t, demoBook(t, 38))
	s := w.now.(*home)
	list := s.lackList()
	row := list.Objects[0].MinSize().Height + list.Objects[1].MinSize().Height
	if got := wholeHeight(list, 3.5*row); got >= 3.5*row || got < 2*row {
		t.Errorf("of %v, %v are filled", 3.5*row, got)
	}
	if got := wholeHeight(list, 5000); got != 5000 {
		t.Errorf("a list that fits gets %v", got)
	}
}

func TestTheCardWithMoreToSayGetsTheHeight(t *testing.T) {
	lists := []*fyne.Container{kit.Down(0), kit.Down(0)}
	lists[0].Add(kit.Sized(0, 900, kit.Spring()))
	lists[1].Add(kit.Sized(0, 40, kit.Spring()))
	l := &byNeed{12, lists[0], lists[1]}
	cards := []fyne.CanvasObject{kit.Sized(0, 100, kit.Spring()), kit.Sized(0, 80, kit.Spring())}
	l.Layout(cards, fyne.NewSize(500, 500))
	if up, low := cards[0].Size().Height, cards[1].Size().Height; low != cardHead+40 || up != 500-12-low {
		t.Errorf("heights %v and %v", up, low)
	}
}
