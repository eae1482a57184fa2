package store

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"branchbook/store/org"
)

// testClosing closes 2025 in January 2026.
func testClosing(people ...*org.Person) *org.Closing {
	c := &org.Closing{ID: NewItemID(), Year: 2025, On: org.NewDate(2026, 1, 5), Digest: strings.Repeat("ab", 32), Packs: []string{"central"}}
	for i, p := range people {
		n := org.Hours(31+i) * org.Hour
		c.People = append(c.People, org.ClosedHours{Person: p.ID, Target: 32 * org.Hour, Counted: n, Study: n, Met: i > 0, Why: "正式党员"})
	}
	return c
}

func TestAClosedYearIsReadBackAndCanBeOpenedAndUndone(t *testing.T) {
	s := newStore(t)
	people := addMembers(t, s, "甲一", "乙二")
	c := testClosing(people...)
	if _, err := s.SaveClosing(c); err != nil {
		t.Fatal(err)
	}
	s = reopen(t, s)
	list, err := s.Closings()
	if err != nil || len(list) != 1 {
		t.Fatalf("%d closings, %v", len(list), err)
	}
	same(t, "closing", list[0], org.Copy(c, 1))

	open := org.Copy(list[0], 1).(*org.Closing)
	open.Opened, open.Reason = org.NewDate(2026, 2, 1), "补录一次培训"
	if _, err := s.SaveClosing(open); err != nil {
		t.Fatal(err)
	}
	if list, _ := s.Closings(); list[0].Closed() {
		t.Error("still closed")
	}
	steps, err := s.Journal(2)
	if err != nil || steps[0].Op != OpOpen || steps[0].Note != "2025年：补录一次培训" || steps[1].Op != OpClose || steps[1].Note != "2025年" {
		t.Fatalf("journal: %+v, %v", steps, err)
	}
	if _, _, err := s.Undo(0); err != nil {
		t.Fatal(err)
	}
	if list, _ := s.Closings(); !list[0].Closed() {
		t.Error("not closed after the undo")
	}
	if _, _, err := s.Undo(0); err != nil {
		t.Fatal(err)
	}
	if list, _ := s.Closings(); len(list) != 0 {
		t.Errorf("%d closings after undoing both", len(list))
	}
	if err := s.Verify(); err != nil {
		t.Error(err)
	}
}

func TestAClosingHoldsThePeopleThatItNames(t *testing.T) {
	s := newStore(t)
	p := member("甲一")
	var unknown *org.Invalid
	if _, err := s.SaveClosing(testClosing(p)); !errors.As(err, &unknown) || unknown.Why != org.WhyUnknown {
		t.Fatalf("closed with somebody who is not on file: %v", err)
	}
	added, err := s.SavePerson(p)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.SaveClosing(testClosing(p)); err != nil {
		t.Fatal(err)
	}
	var touched *Touched
	if _, _, err := s.Undo(added.Seq); !errors.As(err, &touched) || touched.By.Op != OpClose {
		t.Errorf("undo of the person: %v", err)
	}
}

func TestAClosedYearGoesWithTheBundle(t *testing.T) {
	s := newStore(t)
	shut := testClosing(addMembers(t, s, "甲一")...)
	if _, err := s.SaveClosing(shut); err != nil {
		t.Fatal(err)
	}
	b := exportTo(t, s, filepath.Join(t.TempDir(), "b.bundle"), identity(t))
	same(t, "last record", b.Records[len(b.Records)-1], org.Copy(shut, 1))
}

func TestAYearHasOneClosing(t *testing.T) {
	s := newStore(t)
	if _, err := s.SaveClosing(testClosing()); err != nil {
		t.Fatal(err)
	}
	if _, err := s.SaveClosing(testClosing()); err == nil {
		t.Error("a second closing of the year was saved beside the first")
	}
	if list, err := s.Closings(); err != nil || len(list) != 1 {
		t.Errorf("%d closings, %v", len(list), err)
	}
}
