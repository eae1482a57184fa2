package store

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"branchbook/store/org"
)

// butRev compares content and not revisions, which never go back.
var butRev = cmp.Options{
	cmpopts.IgnoreFields(org.Branch{}, "Rev"), cmpopts.IgnoreFields(org.Person{}, "Rev"), cmpopts.IgnoreFields(org.Activity{}, "Rev"),
	cmpopts.EquateEmpty(),
}

func TestUndoOfAnImportBringsBackWhatWas(t *testing.T) {
	s := newStore(t)
	old := addMembers(t, s, "甲一")[0]
	before := everything(t, s)

	changed := mustPerson(t, s, old.ID)
	changed.Phone = "19900009999"
	b, err := s.Branch()
	if err != nil {
		t.Fatal(err)
	}
	b.Groups = append(b.Groups, org.Group{ID: "g3", Name: "第三党小组"})
	fresh := member("乙二")
	fresh.Spells[2].Group = "g3"
	done, err := s.Import("第二次", b, []*org.Person{changed, fresh})
	if err != nil || len(done.Refs) != 3 {
		t.Fatalf("import: %v, %d records", err, len(done.Refs))
	}
	if _, _, err := s.Undo(done.Seq); err != nil {
		t.Fatal(err)
	}
	s = reopen(t, s)
	if d := cmp.Diff(before, everything(t, s), butRev); d != "" {
		t.Errorf("after undo (-before +after):\n%s", d)
	}
	if err := s.Verify(); err != nil {
		t.Error(err)
	}
}

func TestUndoOfARecordAndUndoOfThat(t *testing.T) {
	s := newStore(t)
	people := addMembers(t, s, "甲一", "乙二")
	a := fullActivity(people)
	record(t, s, a)
	with := everything(t, s)
	if _, _, err := s.Undo(0); err != nil {
		t.Fatal(err)
	}
	if n := len(everything(t, s).Activities); n != 0 {
		t.Fatalf("%d activities after undo", n)
	}
	list, err := s.Journal(1)
	if err != nil || list[0].Op != OpUndo {
		t.Fatalf("journal: %v, %v", list, err)
	}
	if _, _, err := s.Undo(list[0].Seq); err != nil {
		t.Fatal(err)
	}
	got := everything(t, s)
	if d := cmp.Diff(with, got, butRev); d != "" {
		t.Errorf("after undoing the undo:\n%s", d)
	}
	if got.Activities[0].Rev == 1 {
		t.Error("a revision was given twice")
	}
	if err := s.Verify(); err != nil {
		t.Error(err)
	}
}

func TestUndoOfWhatWasTouchedSaysByWhat(t *testing.T) {
	s := newStore(t)
	people := addMembers(t, s, "甲一")
	imported, _ := s.Journal(1)
	record(t, s, themeDay(org.NewDate(2026, 3, 5), people...))
	recorded, _ := s.Journal(1)

	var touched *Touched
	if _, _, err := s.Undo(imported[0].Seq); !errors.As(err, &touched) || touched.By.Seq != recorded[0].Seq {
		t.Fatalf("undo of people who attended: %v", err)
	}
	p := mustPerson(t, s, people[0].ID)
	p.Note = "改"
	changed, err := s.SavePerson(p)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.Undo(imported[0].Seq); !errors.As(err, &touched) || touched.By.Seq != changed.Seq {
		t.Fatalf("undo of a changed person: %v", err)
	}
	if mustPerson(t, s, p.ID).Note != "改" {
		t.Error("a refused undo changed something")
	}
}

func TestUndoSeesPointersThatLieInSealedTexts(t *testing.T) {
	for name, point := range map[string]func(*org.Activity, *org.Person){
		"audience": func(a *org.Activity, p *org.Person) {
			a.Parts[0].Audience = org.Audience{Kind: org.ForNamed, Persons: []org.PersonID{p.ID}}
		},
		"subject": func(a *org.Activity, p *org.Person) {
			a.Parts[0].Votes = []org.Resolution{{Kind: org.VoteConfirm, Title: "转正", Subject: org.Who{Person: p.ID}}}
		},
		"left out": func(a *org.Activity, p *org.Person) {
			a.Parts[0].Votes = []org.Resolution{{Kind: org.VoteOrdinary, Title: "事", LeftOut: []org.LeftOut{{Person: p.ID, Basis: "卧床"}}}}
		},
		"candidate": func(a *org.Activity, p *org.Person) {
			a.Parts[0].Votes = []org.Resolution{{Kind: org.VoteElection, Title: "选举", Election: &org.Election{Seats: 1, Candidates: []org.Tally{{Who: org.Who{Person: p.ID}}}}}}
		},
		"chair": func(a *org.Activity, p *org.Person) { a.Parts[0].Chair.Person = p.ID },
	} {
		s := newStore(t)
		p := addMembers(t, s, "甲一")[0]
		a := themeDay(org.NewDate(2026, 3, 5))
		point(a, p)
		recorded := record(t, s, a)
		var touched *Touched
		if _, _, err := s.Undo(2); !errors.As(err, &touched) || touched.By.Seq != recorded.Seq {
			t.Errorf("%s: %v", name, err)
		}
		point(a, member("无"))
		a.ID = NewActivityID()
		var inv *org.Invalid
		if _, err := s.RecordActivity(a); !errors.As(err, &inv) || inv.Why != org.WhyUnknown {
			t.Errorf("%s of nobody: %v", name, err)
		}
		if err := s.Verify(); err != nil {
			t.Error(err)
		}
	}
}

func TestAGroupThatAMeetingWasForCannotGo(t *testing.T) {
	s := newStore(t)
	a := themeDay(org.NewDate(2026, 3, 5))
	a.Parts[0].Audience = org.Audience{Kind: org.ForGroups, Groups: []org.GroupID{"g2"}}
	record(t, s, a)
	b, err := s.Branch()
	if err != nil {
		t.Fatal(err)
	}
	b.Groups = b.Groups[:1]
	var inUse *InUse
	if _, err := s.SetBranch(b); !errors.As(err, &inUse) {
		t.Errorf("SetBranch: %v", err)
	}
	if b, err = s.Branch(); err != nil || len(b.Groups) != 2 {
		t.Errorf("groups: %v, %v", b.Groups, err)
	}
}

func TestTheStoreDoesNotSeeWhatACallerChangesAfterwards(t *testing.T) {
	s := newStore(t)
	p := addMembers(t, s, "甲一")[0]
	p.Rev = 1
	p.Spells[1].From = "2010-01-01"
	if _, err := s.SaveFacts(p); err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.Undo(0); err != nil {
		t.Fatal(err)
	}
	if got := mustPerson(t, s, p.ID).Spells[1].From; got != "2001-07-01" {
		t.Errorf("after undo the spell begins %s", got)
	}
	a := themeDay(org.NewDate(2026, 3, 5), p)
	record(t, s, a)
	a.Parts[0].Text, a.Attendance[0].Status = "改", org.Absent
	got, err := s.Activity(a.ID)
	if err != nil || got.Parts[0].Text == "改" || got.Attendance[0].Status != org.Present {
		t.Errorf("an unsaved change shows: %v", err)
	}
	if err := s.Verify(); err != nil {
		t.Error(err)
	}
}

func TestOneUndoAfterAnotherGoesBackStepByStep(t *testing.T) {
	s := newStore(t)
	id := addMembers(t, s, "甲一")[0].ID
	for _, note := range []string{"一", "二", "三"} {
		p := mustPerson(t, s, id)
		p.Note = note
		if _, err := s.SavePerson(p); err != nil {
			t.Fatal(err)
		}
	}
	for _, want := range []string{"二", "一", ""} {
		if _, _, err := s.Undo(0); err != nil {
			t.Fatal(err)
		}
		if got := mustPerson(t, s, id).Note; got != want {
			t.Fatalf("after an undo the note is %q, want %q", got, want)
		}
	}
	list, err := s.Journal(1)
	if err != nil {
		t.Fatal(err)
	}
	// Done again, the first note stands in the way of undoing what made the person.
	if _, _, err := s.Undo(list[0].Seq); err != nil || mustPerson(t, s, id).Note != "一" {
		t.Fatalf("undo of an undo: %v", err)
	}
	var touched *Touched
	if _, _, err := s.Undo(2); !errors.As(err, &touched) || touched.By.Seq != 3 {
		t.Fatalf("undo of what a later step that stands has changed: %v", err)
	}
	if err := s.Verify(); err != nil {
		t.Error(err)
	}
}

func TestNothingIsUndoneTwice(t *testing.T) {
	s := newStore(t)
	addMembers(t, s, "甲一")
	if _, _, err := s.Undo(2); err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.Undo(2); !errors.Is(err, ErrTooLate) {
		t.Errorf("second undo: %v", err)
	}
	if _, _, err := s.Undo(0); !errors.Is(err, ErrNothingToUndo) {
		t.Errorf("undo of nothing: %v", err)
	}
	if _, _, err := s.Undo(99); !errors.Is(err, org.ErrNotFound) {
		t.Errorf("undo of what never was: %v", err)
	}
	if _, _, err := s.Undo(1); !errors.Is(err, ErrFounding) {
		t.Errorf("undo of the founding: %v", err)
	}
}

func TestAnImportDoneAgainStandsWhereItStood(t *testing.T) {
	s := newStore(t)
	addMembers(t, s, "甲一", "乙二")
	later := addMembers(t, s, "丙三")
	before := everything(t, s).Persons
	if _, _, err := s.Undo(2); err != nil {
		t.Fatal(err)
	}
	if n := everything(t, s).Persons; len(n) != 1 || n[0].ID != later[0].ID {
		t.Fatalf("after undo: %d people", len(n))
	}
	list, err := s.Journal(1)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.Undo(list[0].Seq); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(before, everything(t, s).Persons, butRev); d != "" {
		t.Errorf("roster after doing it again:\n%s", d)
	}
	if err := s.Verify(); err != nil {
		t.Error(err)
	}
}

func TestALocalPackIsTakenOutAndComesBack(t *testing.T) {
	s := newStore(t)
	if _, err := s.SavePack(&org.LocalPack{ID: "i1", Name: "zhen", On: true, Text: "x"}); err != nil {
		t.Fatal(err)
	}
	before := everything(t, s)
	stale := *before.Packs[0]
	stale.Rev = 9
	var conflict *Conflict
	if _, err := s.RemovePack(&stale); !errors.As(err, &conflict) {
		t.Errorf("another revision: %v", err)
	}
	if _, err := s.RemovePack(before.Packs[0]); err != nil {
		t.Fatal(err)
	}
	if left := everything(t, s).Packs; len(left) != 0 {
		t.Errorf("left: %v", left)
	}
	if _, err := s.RemovePack(before.Packs[0]); !errors.Is(err, org.ErrNotFound) {
		t.Errorf("once more: %v", err)
	}
	if _, _, err := s.Undo(0); err != nil {
		t.Fatal(err)
	}
	s = reopen(t, s)
	if back := everything(t, s).Packs; len(back) != 1 || back[0].Name != "zhen" || back[0].Text != "x" || !back[0].On {
		t.Errorf("back: %v", back)
	}
	if err := s.Verify(); err != nil {
		t.Error(err)
	}
}
