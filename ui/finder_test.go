package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"branchbook/store"
	"branchbook/store/match"
	"branchbook/store/org"
)

func TestInitialsInTheSearchFieldFindThePerson(t *testing.T) {
	w := openWindow(t, demoBook(t, 38))
	snap, err := w.book.Store.Snapshot(1, 0)
	if err != nil {
		t.Fatal(err)
	}
	want := snap.Persons[7]
	label := w.frame.find.names.labels[want.ID]
	for _, got := range w.frame.find.names.find(match.Initials(want.Name)) {
		if got == label {
			w.frame.find.open(got)
			if _, ok := w.now.(*person); !ok {
				t.Errorf("opened %T", w.now)
			}
			return
		}
	}
	t.Errorf("%s does not find the person", match.Initials(want.Name))
}

func TestSearchFindsWhoWasJustAdded(t *testing.T) {
	w := openWindow(t, emptyBook(t))
	if n := len(w.frame.find.names.find("新来")); n != 0 {
		t.Fatalf("found %d before", n)
	}
	w.act("已添加", func(b *Book) (store.Changed, error) {
		return b.Store.SavePerson(&org.Person{ID: store.NewPersonID(), Name: "新来"})
	}, nil)
	if n := len(w.frame.find.names.find("xl")); n != 1 {
		t.Errorf("found %d after", n)
	}
	w.takeBack()
	if n := len(w.frame.find.names.find("xl")); n != 0 {
		t.Errorf("found %d after undoing", n)
	}
}

func TestASearchThatFindsNobodySaysSo(t *testing.T) {
	w := openWindow(t, demoBook(t, 8))
	w.frame.find.focus()
	h := &hand{t: t, w: w}
	h.typed("qqq")
	if !readsOn(w, "没有这个人") {
		t.Fatal("nothing is said")
	}
	key(w, fyne.KeyEscape)
	if readsOn(w, "没有这个人") || w.frame.find.entry.Text != "" {
		t.Errorf("after Esc %q stays", w.frame.find.entry.Text)
	}
}
