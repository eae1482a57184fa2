package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// hand does what a person does at the window, and counts it: a click, a chord of
// keys, or a field typed.
type hand struct {
	t       testing.TB
	w       *Window
	actions int
}

// click presses the place where words stand; of several, the last that is drawn.
func (h *hand) click(words string) {
	h.t.Helper()
	h.actions++
	var at fyne.Position
	found := false
	eachText(h.w, func(text *canvas.Text, pos fyne.Position) {
		if text.Text == words {
			at, found = pos.AddXY(text.Size().Width/2, text.Size().Height/2), true
		}
	})
	if !found {
		h.t.Fatalf("no %q in the window", words)
	}
	test.TapCanvas(h.w.win.Canvas(), at)
}

// eachText visits the texts that the window shows, or the dialog if one is open.
func eachText(w *Window, visit func(*canvas.Text, fyne.Position)) {
	root := w.win.Canvas().Content()
	if top := w.win.Canvas().Overlays().Top(); top != nil {
		root = top
	}
	walkTexts(root, fyne.NewPos(0, 0), visit)
}

func walkTexts(o fyne.CanvasObject, at fyne.Position, visit func(*canvas.Text, fyne.Position)) {
	if !o.Visible() {
		return
	}
	at = at.Add(o.Position())
	var inside []fyne.CanvasObject
	switch o := o.(type) {
	case *canvas.Text:
		visit(o, at)
	case *fyne.Container:
		inside = o.Objects
	case fyne.Widget:
		inside = test.WidgetRenderer(o).Objects()
	}
	for _, child := range inside {
		walkTexts(child, at, visit)
	}
}

// typed types into the field that has the focus.
func (h *hand) typed(words string) {
	h.t.Helper()
	h.actions++
	f := h.w.win.Canvas().Focused()
	if f == nil {
		h.t.Fatal("nothing has the focus")
	}
	test.Type(f, words)
}

// chord presses Ctrl with a key. The toolkit's test canvas has no shortcuts, so
// what keys() binds is done by hand.
func (h *hand) chord(key fyne.KeyName) {
	h.actions++
	switch key {
	case fyne.KeyN:
		h.w.record(wanted{})
	case fyne.KeyS:
		h.w.now.(saver).save()
	}
}

// recordShows tells whether words stand in the window.
func recordShows(w *Window, words string) bool {
	found := false
	eachText(w, func(text *canvas.Text, _ fyne.Position) { found = found || strings.Contains(text.Text, words) })
	return found
}

func key(w *Window, k fyne.KeyName) {
	w.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
}
