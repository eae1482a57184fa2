package org

import (
	"errors"
	"testing"
)

func TestAFactOfAnExclusiveKindEndsTheOneBefore(t *testing.T) {
	p := &Person{Spells: []Spell{{Kind: SpellGroup, Group: "g1", From: "2019"}, {Kind: SpellPost, Value: Committee, From: "2020-01-01"}}}
	for _, sp := range []Spell{{Kind: SpellGroup, Group: "g2", From: "2024-03-05"}, {Kind: SpellPost, Value: Secretary, From: "2024-03-05"}} {
		if err := p.Begin(sp); err != nil {
			t.Fatal(err)
		}
	}
	if p.Spells[0].To != "2024-03-05" || p.Spells[1].To != "" || len(p.Spells) != 4 {
		t.Errorf("facts %+v", p.Spells)
	}
}

func TestWhatCannotBeginIsRefused(t *testing.T) {
	p := &Person{Spells: []Spell{{Kind: SpellBelonging, Began: BeganRoster}, {Kind: SpellCategory, Value: FullMember}}}
	for kind, want := range map[SpellKind]FactWhy{SpellBelonging: FactHere, SpellExtension: FactNoExtension} {
		var fault *FactFault
		if err := p.Begin(Spell{Kind: kind, To: "2027-01-01"}); !errors.As(err, &fault) || fault.Why != want {
			t.Errorf("%s: %v, want %s", kind, err, want)
		}
	}
	if len(p.Spells) != 2 {
		t.Errorf("refused facts stay: %+v", p.Spells)
	}
}

func TestANewPersonHasTheCategoryFromTheDatesOnFile(t *testing.T) {
	p := &Person{Joined: "1996-12", FullFrom: "1997-12-15"}
	p.Enter(FullMember)
	want := []Spell{{Kind: SpellCategory, Value: Probationary, From: "1996-12", To: "1997-12-15"}, {Kind: SpellCategory, Value: FullMember, From: "1997-12-15"}}
	if len(p.Spells) != 2 || p.Spells[0] != want[0] || p.Spells[1] != want[1] {
		t.Errorf("facts %+v", p.Spells)
	}
	was := *p
	was.Spells = nil
	p.Joined, p.FullFrom = "1996-11", "1997-11-02"
	p.FollowDates(&was)
	if p.Spells[0].From != "1996-11" || p.Spells[0].To != "1997-11-02" || p.Spells[1].From != "1997-11-02" {
		t.Errorf("after correction %+v", p.Spells)
	}
}

func TestTheLastDayIsInclusiveForPeople(t *testing.T) {
	for last, next := range map[Partial]Partial{"2024-02-29": "2024-03-01", "2024-02": "2024-02", "2024": "2024", "": ""} {
		if got := last.After(); got != next {
			t.Errorf("after %s: %s", last, got)
		}
		if got := next.Until(); got != last {
			t.Errorf("until %s: %s", next, got)
		}
	}
	s := Spell{Kind: SpellPost, Value: Committee, Title: "妇女委员", From: "2011", To: "2018-03-01"}
	if got := s.Name(&Branch{}) + "，" + s.Span(); got != "职务：妇女委员，2011年至2018年2月28日" {
		t.Error(got)
	}
}

func TestAgesAreFullYears(t *testing.T) {
	day := NewDate(2026, 11, 23)
	for _, c := range []struct {
		p             Person
		age, standing int // years, months
		about         bool
	}{
		{Person{Born: "1970-05-01", FullFrom: "1997-12-15"}, 56, 28*12 + 11, false},
		{Person{Born: "1970-11-24", FullFrom: "1997-11-23", Seniority: -2}, 55, 29*12 - 2, false},
		{Person{Born: "1970-11", FullFrom: "1997-11"}, 56, 29 * 12, false},
		{Person{Born: "1970", FullFrom: "1997"}, 56, 29*12 + 10, true},
	} {
		years, about, _ := c.p.Age(day)
		months, roughly, ok := c.p.PartyAge(day)
		if years != c.age || months != c.standing || about != c.about || roughly != c.about || !ok {
			t.Errorf("%s, %s: %d years, %d months, about %v", c.p.Born, c.p.FullFrom, years, months, about)
		}
	}
	if _, _, ok := (&Person{}).PartyAge(day); ok {
		t.Error("nobody knows since when, and yet a standing")
	}
}
