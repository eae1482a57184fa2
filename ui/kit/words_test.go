package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"branchbook/ui/kit"
	"branchbook/ui/kit/kittest"
)

func TestWordsArePressedByTapAndByKey(t *testing.T) {
	kittest.App(t)
	var pressed []int
	w := kit.NewWords([]string{"党员大会", "支委会", "党课"}, func(i int) { pressed = append(pressed, i) })
	win := test.NewTempWindow(t, w)
	win.Resize(fyne.NewSize(400, 100))
	test.TapAt(w, fyne.NewPos(90, 17))
	win.Canvas().Focus(w)
	w.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	w.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	w.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnter})
	test.TapAt(w, fyne.NewPos(390, 17))
	if len(pressed) != 2 || pressed[0] != 1 || pressed[1] != 2 {
		t.Errorf("pressed %v, want 1 and 2", pressed)
	}
}

func TestWordsTakeMoreLinesWhereTheyAreNarrow(t *testing.T) {
	kittest.App(t)
	w := kit.NewWords([]string{"党员大会", "支委会", "党课"}, nil)
	w.Resize(fyne.NewSize(300, 36))
	wide := w.MinSize().Height
	w.Resize(fyne.NewSize(90, 36))
	if narrow := w.MinSize().Height; wide != 36 || narrow <= 2*wide {
		t.Errorf("%v high in a wide place, %v in a narrow one", wide, narrow)
	}
}
