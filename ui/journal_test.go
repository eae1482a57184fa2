package ui

import (
	"os"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"branchbook/store"
	"branchbook/store/org"
)

// bookOfSteps is a new branch with a person who was renamed twice.
func bookOfSteps(t testing.TB) (*Book, org.PersonID) {
	t.Helper()
	b := emptyBook(t)
	p := somebody(string(store.NewPersonID()), "张德厚")
	for _, name := range []string{"张德厚", "张德后", "张德原"} {
		p.Name = name
		if _, err := b.Store.SavePerson(p); err != nil {
			t.Fatal(err)
		}
		var err error
		if p, err = b.Store.Person(p.ID); err != nil {
			t.Fatal(err)
		}
	}
	return b, p.ID
}

// nameOf is the name on file.
func nameOf(t testing.TB, b *Book, id org.PersonID) string {
	t.Helper()
	p, err := b.Store.Person(id)
	if err != nil {
		t.Fatal(err)
	}
	return p.Name
}

// openJournal opens the list of operations.
func openJournal(t testing.TB, b *Book) (*Window, *journalPage) {
	t.Helper()
	w := openWindow(t, b)
	w.journal()
	s, ok := w.now.(*journalPage)
	if !ok {
		t.Fatalf("%T is shown", w.now)
	}
	return w, s
}

func TestTheNewestOperationIsTakenBackAtOnce(t *testing.T) {
	b, id := bookOfSteps(t)
	w, s := openJournal(t, b)
	if n := len(s.rows); n != 4 || s.rows[0].what != "添加、修改党员" || !s.rows[0].newest || s.rows[1].newest || s.rows[3].can() {
		t.Fatalf("rows %+v", s.rows)
	}
	if !s.undo.Disabled() {
		t.Error("nothing is selected, yet the button can be pressed")
	}
	s.table.Select(0)
	s.ready()
	test.Tap(s.undo)
	if got := nameOf(t, b, id); got != "张德后" {
		t.Errorf("the name is %s", got)
	}
	if s.rows[0].what != "撤销：添加、修改党员" || s.rows[0].verb() != "恢复" || s.rows[1].state() != "已撤销" {
		t.Errorf("rows %+v", s.rows[:2])
	}
	s.table.Select(0)
	s.ready()
	test.Tap(s.undo)
	if got := nameOf(t, b, id); got != "张德原" {
		t.Errorf("restored, the name is %s", got)
	}
	if s.rows[0].what != "恢复：添加、修改党员" || w.win.Canvas().Overlays().Top() != nil {
		t.Errorf("row %+v", s.rows[0])
	}
}

func TestAnOlderOperationIsAskedAboutAndWhyItCannotGoIsSaid(t *testing.T) {
	b, id := bookOfSteps(t)
	w, s := openJournal(t, b)
	s.table.Select(1)
	s.ready()
	test.Tap(s.undo)
	top := w.win.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("nothing is asked")
	}
	tapsOn(t, w, "撤销")
	if got := nameOf(t, b, id); got != "张德原" {
		t.Errorf("the name is %s, though a later step stands on it", got)
	}
	if !readsOn(w, "不能撤销：后来的第4步") {
		t.Error("why it cannot be taken back is not said")
	}
}

func TestJournalForTheEye(t *testing.T) {
	dir := os.Getenv("PICTURES")
	if dir == "" {
		t.Skip("PICTURES names no folder")
	}
	b, _ := bookOfSteps(t)
	w, s := openJournal(t, b)
	w.undo(0)
	s.table.Select(2)
	s.ready()
	picture(t, w, dir+"/journal.png")
	w.win.Resize(fyne.NewSize(975, 497))
	picture(t, w, dir+"/journal-huge.png")
	s.press()
	picture(t, w, dir+"/journal-ask.png")
}
