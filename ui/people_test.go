package ui

import (
	"slices"
	"testing"

	"branchbook/store/org"
	"branchbook/ui/kit"
)

// drawScene draws what a test stands at, at both scales, if TestShots is to draw.
func drawScene(t *testing.T, w *Window, name string) {
	t.Helper()
	if *shots == "" {
		return
	}
	shoot(t, w, name, 1.4)
	shoot(t, w, name, 1)
}

func TestTheTableOfPeopleIsFilteredFoundAndOpened(t *testing.T) {
	w := openWindow(t, demoBook(t, 38))
	w.open(atPeople)
	s := w.now.(*people)
	if s.table.Count() != s.all.counts[peopleHere] || s.head().note != s.all.members() {
		t.Errorf("%d rows, note %s", s.table.Count(), s.head().note)
	}
	drawScene(t, w, "people")
	s.chips.OnChosen(slices.Index(s.filters, peopleCommittee))
	if s.table.Count() != 5 {
		t.Errorf("%d of the committee, want 5", s.table.Count())
	}
	s.find.SetText("sunkun")
	s.find.OnSubmitted("")
	if _, ok := w.now.(*person); !ok || s.table.Count() != 1 {
		t.Fatalf("%T stands, %d rows", w.now, s.table.Count())
	}
	w.goBack()
	if w.now != screen(s) || s.filter != peopleCommittee || s.table.Count() != 1 {
		t.Error("the way back forgets the filter")
	}
}

func TestAnEmptyBranchIsShownTheWay(t *testing.T) {
	w := openWindow(t, emptyBook(t))
	w.open(atPeople)
	drawScene(t, w, "people-empty")
	if s := w.now.(*people); s.table != nil {
		t.Error("a table of nobody")
	}
	if _, err := w.book.Store.SavePerson(somebody("1", "张德华")); err != nil {
		t.Fatal(err)
	}
	w.now.reload()
	if s := w.now.(*people); s.table == nil || s.table.Count() != 1 {
		t.Error("the first one is not shown")
	}
}

func TestAllOfALargeBranchAreListed(t *testing.T) {
	w := openWindow(t, demoBook(t, 500))
	w.open(atPeople)
	drawScene(t, w, "people-full")
	if n := w.now.(*people).table.Count(); n < 500 {
		t.Errorf("%d rows", n)
	}
}

func TestAFilterThatFitsNobodyIsNotOffered(t *testing.T) {
	b := emptyBook(t)
	activist := somebody("1", "王伟")
	activist.Spells[1].Value = org.Activist
	if _, err := b.Store.SavePerson(activist); err != nil {
		t.Fatal(err)
	}
	w := openWindow(t, b)
	w.open(atPeople)
	s := w.now.(*people)
	if want := []peopleFilter{peopleHere, peopleOnTheWay}; !slices.Equal(s.filters, want) {
		t.Fatalf("filters %v, want %v", s.filters, want)
	}
	s.chips.OnChosen(1)
	if s.filter != peopleOnTheWay || s.table.Count() != 1 {
		t.Errorf("filter %v, %d rows", s.filter, s.table.Count())
	}
}

func TestOneSearchFieldStandsOnAPage(t *testing.T) {
	w := openWindow(t, demoBook(t, 38))
	fields := func() int { return len(all[*kit.Search](w)) + len(all[*kit.Combo](w)) }
	for _, c := range []struct {
		at  place
		own bool
	}{{atHome, false}, {atPeople, true}, {atActivities, true}, {atHours, false}} {
		w.open(c.at)
		if own := w.frame.own != nil; own != c.own || fields() != 1 {
			t.Errorf("place %d: own %v, %d fields", c.at, own, fields())
		}
	}
	w.open(atPeople)
	w.frame.seek()
	if w.win.Canvas().Focused() != w.now.(*people).find {
		t.Error("Ctrl+F leads elsewhere")
	}
}
