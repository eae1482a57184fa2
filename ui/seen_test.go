package ui

import (
	"os/exec"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"branchbook/ui/kit"
)

// everySeen calls f for everything in the topmost dialog, or in the window if
// none stands.
func everySeen(w *Window, f func(fyne.CanvasObject)) {
	root := w.win.Canvas().Overlays().Top()
	if root == nil {
		root = w.win.Content()
	}
	walkSeen(root, f)
}

func walkSeen(o fyne.CanvasObject, f func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	f(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			walkSeen(child, f)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			walkSeen(child, f)
		}
	}
}

// readsOn tells whether a text stands on what is seen.
func readsOn(w *Window, text string) bool {
	var all strings.Builder
	everySeen(w, func(o fyne.CanvasObject) {
		if t, ok := o.(*canvas.Text); ok {
			all.WriteString(t.Text)
		}
	})
	return strings.Contains(all.String(), text)
}

// tapsOn taps the button with these words.
func tapsOn(t testing.TB, w *Window, text string) {
	t.Helper()
	var found *kit.Button
	everySeen(w, func(o fyne.CanvasObject) {
		if b, ok := o.(*kit.Button); ok && b.Text == text {
			found = b
		}
	})
	switch {
	case found == nil:
		t.Fatalf("no button %s", text)
	case found.Disabled():
		t.Fatalf("the button %s cannot be pressed", text)
	}
	test.Tap(found)
}

// pdfWords are the words of a PDF, without blanks and line ends.
func pdfWords(t testing.TB, path string) string {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed")
	}
	out, err := exec.Command("pdftotext", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(string(out)), "")
}
