package ui

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"branchbook/store/org"
)

// heldActivity is an activity of the branch that was held.
func heldActivity(t *testing.T, w *Window) org.ActivityID {
	t.Helper()
	list, err := w.book.Store.Activities(0, w.book.Today())
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range list {
		if a.State == org.Held {
			return a.ID
		}
	}
	t.Fatal("no activity was held")
	return ""
}

func TestPrintingTheSameAgainIsTheSameFile(t *testing.T) {
	w := openWindow(t, demoBook(t, 8))
	var opened []string
	w.opt.OpenFile = func(path string) error { opened = append(opened, path); return nil }
	w.activity(heldActivity(t, w))
	tapsOn(t, w, "打印记录")
	tapsOn(t, w, "打印记录")
	if len(opened) != 2 || opened[0] != opened[1] || strings.Contains(opened[1], "(2)") {
		t.Errorf("opened %q", opened)
	}
	t.Cleanup(func() { _ = w.prints.remove() })
}

func TestAFormThatNobodyShowsCanBeKept(t *testing.T) {
	w := openWindow(t, demoBook(t, 8))
	w.opt.OpenFile = func(string) error { return errors.New("no program") }
	w.activity(heldActivity(t, w))
	tapsOn(t, w, "打印记录")
	t.Cleanup(func() { _ = w.prints.remove() })
	files, err := os.ReadDir(w.prints.dir)
	if err != nil || len(files) != 1 {
		t.Fatalf("printed %v, %v", files, err)
	}
	for _, words := range []string{"文件已经做好", filepath.Base(w.prints.dir), "会一起清理掉", "打开所在文件夹", "另存一份"} {
		if !readsOn(w, words) {
			t.Errorf("%q is not said", words)
		}
	}
	w.win.Canvas().Unfocus()
	tapBeside(w)
	key(w, fyne.KeyReturn)
	if readsOn(w, "文件已经做好") {
		t.Error("after a click beside it Enter no longer closes the dialog")
	}
}

// tapBeside clicks beside the dialog that stands.
func tapBeside(w *Window) {
	w.win.Canvas().Overlays().Top().(fyne.Tappable).Tapped(&fyne.PointEvent{Position: fyne.NewPos(3, 3)})
}
