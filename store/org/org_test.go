package org

import (
	"errors"
	"testing"
	"time"
)

func TestDateAgreesWithTheCalendarEveryDay(t *testing.T) {
	day := time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC)
	for n := 1; n <= 3_652_059; n += 13 {
		want := day.AddDate(0, 0, n-1)
		y, m, d := Date(n).YMD()
		if y != want.Year() || m != want.Month() || d != want.Day() || DateOf(want) != Date(n) {
			t.Fatalf("day %d: got %d-%d-%d, want %s", n, y, m, d, want.Format(time.DateOnly))
		}
	}
}

func TestDatesThatDoNotExistAreRefused(t *testing.T) {
	for _, s := range []string{"2023-02-29", "2024-13-01", "2024-00-10", "2024-4-1", "2024/04/01", "20240401", "", "2024-04-31", "0000-01-01", "202a-01-01", "2024-0+1"} {
		if d, err := ParseDate(s); err == nil {
			t.Errorf("ParseDate(%q) = %v, want an error", s, d)
		}
	}
}

func TestAddMonthsKeepsToTheEndOfTheMonth(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		want string
	}{{"2023-08-31", 6, "2024-02-29"}, {"2024-02-29", 12, "2025-02-28"}, {"2024-11-30", 3, "2025-02-28"}, {"2024-01-15", -1, "2023-12-15"}} {
		d, _ := ParseDate(c.from)
		if got := d.AddMonths(c.n).String(); got != c.want {
			t.Errorf("%s + %d months = %s, want %s", c.from, c.n, got, c.want)
		}
	}
}

func TestPartialDatesKeepTheirPrecision(t *testing.T) {
	for _, c := range []struct{ in, first, last, zh string }{
		{"1985", "1985-01-01", "1985-12-31", "1985年"},
		{"1984-02", "1984-02-01", "1984-02-29", "1984年2月"},
		{"2020-03-10", "2020-03-10", "2020-03-10", "2020年3月10日"},
	} {
		p, err := ParsePartial(c.in)
		if err != nil || p.First().String() != c.first || p.Last().String() != c.last || p.Chinese() != c.zh {
			t.Errorf("%s: %v, first %v, last %v, %s", c.in, err, p.First(), p.Last(), p.Chinese())
		}
	}
}

func TestHoursAreExactInEveryUnit(t *testing.T) {
	for unit, want := range map[int]string{40: "2.25", 45: "2", 50: "1.8", 60: "1.5"} {
		if got := Minutes(90).Hours(unit).String(); got != want {
			t.Errorf("90 minutes at %d a 学时 = %s, want %s", unit, got, want)
		}
	}
	h, err := ParseHours("6.5")
	if err != nil || h != 6*Hour+Hour/2 {
		t.Errorf("ParseHours(6.5) = %d, %v", h, err)
	}
}

func TestIDNumberCheck(t *testing.T) {
	for s, why := range map[string]Why{
		"11010519491231002X": "", "110105194912310021": WhyChecksum, "11010519490231002X": WhyDate,
		"1101051949123100": WhyNumber, "11010519491231002x": WhyNumber, "１１010519491231002X": WhyNumber,
	} {
		var inv *Invalid
		err := CheckIDNumber(s)
		if why == "" && err != nil || why != "" && (!errors.As(err, &inv) || inv.Why != why) {
			t.Errorf("CheckIDNumber(%d characters): %v, want %q", len(s), err, why)
		}
	}
}

func TestSpellsHoldFromTheFirstDayToTheDayBeforeTheEnd(t *testing.T) {
	s := Spell{Kind: SpellPost, Value: Secretary, From: "2024-02-29", To: "2025-03-01"}
	for day, want := range map[string]bool{"2024-02-28": false, "2024-02-29": true, "2025-02-28": true, "2025-03-01": false} {
		d, _ := ParseDate(day)
		if s.Holds(d) != want {
			t.Errorf("Holds(%s) = %v", day, !want)
		}
	}
}

func TestExclusiveFactsMayNotOverlap(t *testing.T) {
	p := Person{ID: "p", Name: "甲", Spells: []Spell{
		{Kind: SpellCategory, Value: Probationary, From: "2024-05-01", To: "2025-05-01"},
		{Kind: SpellCategory, Value: FullMember, From: "2025-05-01"},
	}}
	if err := p.Validate(); err != nil {
		t.Fatalf("touching spells: %v", err)
	}
	p.Spells[1].From = "2025-04-30"
	var inv *Invalid
	if err := p.Validate(); !errors.As(err, &inv) || inv.Why != WhyOverlap {
		t.Fatalf("overlapping spells: %v", err)
	}
}

func TestMidnightSplitsAPartIntoItsDays(t *testing.T) {
	eve := NewDate(2025, 12, 31)
	a, b, ok := SplitMidnight(Part{Date: eve, Start: NewClock(22, 0), End: NewClock(1, 0), Break: 10})
	if !ok || a.Duration() != 110 || b.Duration() != 60 || b.Date.Year() != 2026 || b.Break != 0 {
		t.Errorf("split %v: %d and %d minutes on %s", ok, a.Duration(), b.Duration(), b.Date)
	}
}

func TestDecodeRefusesWhatItDoesNotKnow(t *testing.T) {
	for _, s := range []string{`{"id":"x","nme":"y"}`, `{"id":"x"} {}`, `{"id":`, `[]`} {
		if _, err := Decode(KindPerson, []byte(s)); err == nil {
			t.Errorf("Decode(%s) was accepted", s)
		}
	}
}

func TestPeopleOfOneNameAreToldApartByTheirGroup(t *testing.T) {
	in := func(id PersonID, name string, group GroupID) *Person {
		return &Person{ID: id, Name: name, Spells: []Spell{{Kind: SpellGroup, Group: group, From: "2025-01-01"}}}
	}
	s := &Snapshot{Branch: &Branch{Groups: []Group{{ID: "g1", Name: "一组"}, {ID: "g2", Name: "二组"}}},
		Persons: []*Person{in("a", "张伟", "g1"), in("b", "张伟", "g2"), in("c", "李红", "g1")}}
	day := NewDate(2026, 1, 1)
	for i, want := range []string{"张伟（一组）", "张伟（二组）", "李红"} {
		if got := s.Label(s.Persons[i], day); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	if got := s.Label(s.Persons[0], NewDate(2024, 12, 31)); got != "张伟" {
		t.Errorf("before the group: %s", got)
	}
}

func TestACopySharesNothing(t *testing.T) {
	a := &Activity{ID: "a", Attendance: []Attendance{{Person: "p"}}, Parts: []Part{{Materials: []string{"x"}, Audience: Audience{Persons: []PersonID{"p"}},
		Votes: []Resolution{{LeftOut: []LeftOut{{Person: "p"}}, Election: &Election{Candidates: []Tally{{Yes: 1}}}}}}}}
	c := Copy(a, 7).(*Activity)
	c.Attendance[0].Person, c.Parts[0].Materials[0], c.Parts[0].Audience.Persons[0] = "q", "y", "q"
	c.Parts[0].Votes[0].LeftOut[0].Person, c.Parts[0].Votes[0].Election.Candidates[0].Yes, c.Parts[0].Votes[0].Election.Seats = "q", 2, 9
	p := a.Parts[0]
	if a.Rev != 0 || a.Attendance[0].Person != "p" || p.Materials[0] != "x" || p.Audience.Persons[0] != "p" || p.Votes[0].LeftOut[0].Person != "p" ||
		p.Votes[0].Election.Candidates[0].Yes != 1 || p.Votes[0].Election.Seats != 0 {
		t.Errorf("the original changed: %+v", a)
	}
}
