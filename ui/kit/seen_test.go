package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"branchbook/ui/kit"
	"branchbook/ui/kit/kittest"
)

// inWindow shows a widget alone in a window of a size.
func inWindow(t testing.TB, o fyne.CanvasObject, width, height float32) fyne.Window {
	kittest.App(t)
	w := test.NewTempWindow(t, o)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	return w
}

// seen walks over all visible objects with their place in the window.
func seen(o fyne.CanvasObject, at fyne.Position, visit func(fyne.CanvasObject, fyne.Position)) {
	if !o.Visible() {
		return
	}
	at = at.Add(o.Position())
	visit(o, at)
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			seen(child, at, visit)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			seen(child, at, visit)
		}
	}
}

// textAt finds where a text stands; ok is false if it is not seen.
func textAt(o fyne.CanvasObject, words string) (at fyne.Position, found *canvas.Text) {
	seen(o, fyne.NewPos(0, 0), func(o fyne.CanvasObject, p fyne.Position) {
		if text, ok := o.(*canvas.Text); ok && text.Text == words && found == nil {
			at, found = p, text
		}
	})
	return at, found
}

func countSeen(o fyne.CanvasObject) (n int) {
	seen(o, fyne.NewPos(0, 0), func(fyne.CanvasObject, fyne.Position) { n++ })
	return n
}

func typeTo(w fyne.Focusable, keys ...fyne.KeyName) {
	for _, k := range keys {
		w.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// tapWords taps where a text stands.
func tapWords(t testing.TB, o fyne.CanvasObject, words string) {
	t.Helper()
	at, text := textAt(o, words)
	if text == nil {
		t.Fatalf("%s is not seen", words)
	}
	o.(fyne.Tappable).Tapped(&fyne.PointEvent{Position: at.Subtract(o.Position()).AddXY(4, 4)})
}

func TestTabAndTapGiveTheFocus(t *testing.T) {
	table := rosterTable(5)
	grid, _ := yearGrid()
	sheet, _ := namesSheet(4)
	w := inWindow(t, kit.Down(8, table, grid, sheet), 700, 700)
	for i, want := range []fyne.Focusable{table, grid, sheet} {
		w.Canvas().FocusNext()
		if got := w.Canvas().Focused(); got != want {
			t.Errorf("focus step %d is at %T, want %T", i, got, want)
		}
	}
	for _, want := range []fyne.Focusable{table, grid, sheet} {
		w.Canvas().Unfocus()
		want.(fyne.Tappable).Tapped(&fyne.PointEvent{Position: fyne.NewPos(150, 60)})
		if got := w.Canvas().Focused(); got != want {
			t.Errorf("after a tap the focus is at %T, want %T", got, want)
		}
	}
}
