package rules

import (
	"errors"
	"strings"
	"testing"

	"branchbook/store/org"
)

// yearFrom is a local pack that lets the years of hours begin on another day.
func yearFrom(valid, day string) *org.LocalPack {
	return &org.LocalPack{ID: "l", Name: "xian", On: true, Text: `[pack]
name = "xian"
title = "某县学时办法（虚构）"
layer = "county"
program = 1
on = true
valid_from = ` + valid + `
[[change]]
rule = "counting"
kind = "counting"
[change.params]
year_start = "` + day + `"
`}
}

func TestAYearOfHoursIsTheCalendarYearUnlessAPackSaysOtherwise(t *testing.T) {
	for _, c := range []struct {
		local       []*org.LocalPack
		year        int
		first, last string
	}{
		{nil, 2026, "2026-01-01", "2026-12-31"},
		{[]*org.LocalPack{yearFrom("2020-01-01", "07-01")}, 2026, "2026-07-01", "2027-06-30"},
		{[]*org.LocalPack{yearFrom("2020-01-01", "02-28")}, 2027, "2027-02-28", "2028-02-27"},
		{[]*org.LocalPack{yearFrom("2026-07-01", "07-01")}, 2026, "2026-01-01", "2027-06-30"},
		{[]*org.LocalPack{yearFrom("2026-01-01", "07-01")}, 2025, "2025-01-01", "2026-06-30"},
	} {
		got := mustLoad(t, newYear, c.local...).HoursSpan(c.year, newYear)
		if got.First.String() != c.first || got.Last.String() != c.last || got.Day != min(newYear, got.Last) {
			t.Errorf("year %d is %+v, want %s to %s", c.year, got, c.first, c.last)
		}
	}
}

func TestAYearDoesNotBeginOnADayThatItsRuleCameTooLateFor(t *testing.T) {
	const change = "[[change]]\nrule = \"counting\"\nkind = \"counting\"\n"
	l := yearFrom("2029-01-01", "04-01")
	l.Text = strings.Replace(l.Text, change, change+"valid_to = 2030-02-28\n", 1) +
		change + "valid_from = 2030-03-01\nvalid_to = 2030-05-31\n[change.params]\nyear_start = \"02-01\"\n" +
		change + "valid_from = 2030-06-01\n[change.params]\nyear_start = \"07-01\"\n"
	if got := mustLoad(t, newYear, l).HoursSpan(2030, newYear).First.String(); got != "2030-07-01" {
		t.Errorf("2030 begins on %s", got)
	}
}

func TestEveryDayLiesInOneYearOfHours(t *testing.T) {
	p := mustLoad(t, newYear, yearFrom("2026-03-15", "03-01"))
	for day := org.NewDate(2024, 1, 1); day < org.NewDate(2029, 1, 1); day++ {
		if s := p.HoursSpan(p.HoursYearOf(day), day); day < s.First || day > s.Last || s.Day != day {
			t.Fatalf("%s is not in %+v", day, s)
		}
	}
}

func TestMonthsOfAYearOfHours(t *testing.T) {
	p := mustLoad(t, newYear, yearFrom("2020-01-01", "07-15"))
	months := p.HoursSpan(2026, newYear).Months()
	if len(months) != 13 || months[0].String() != "2026-07-01" || months[12].String() != "2027-07-01" {
		t.Errorf("got %v", months)
	}
	if s := mustLoad(t, newYear).HoursSpan(2026, newYear); len(s.Months()) != 12 || !s.Calendar() {
		t.Errorf("got %v, %v", s.Months(), s.Calendar())
	}
}

func TestAYearFromJulyIsClosedAfterItsOwnLastDay(t *testing.T) {
	w := worldOf(t, `支部 村
党员 甲
活动 2026-05-05 集中培训 全天 ： 出席 甲
`)
	w.local = []*org.LocalPack{yearFrom("2020-01-01", "07-01")}
	s := w.snapshot()
	last := org.NewDate(2026, 6, 30)
	var early *NotOver
	if _, err := Close(mustLoad(t, last, s.Packs...), s, 2025, last, "c"); !errors.As(err, &early) || early.Last != last {
		t.Errorf("closed on its last day: %v", err)
	}
	day := last + 1
	c, err := Close(mustLoad(t, day, s.Packs...), s, 2025, day, "c")
	if err != nil || c.People[0].Counted != 8*org.Hour || c.Validate() != nil {
		t.Fatalf("closed as %+v, %v", c, err)
	}
	s.Closings = []*org.Closing{c}
	for at, want := range map[org.Date]int{org.NewDate(2026, 6, 30): 1, org.NewDate(2025, 7, 1): 1, org.NewDate(2026, 7, 1): 0, org.NewDate(2025, 6, 30): 0} {
		late := *s.Activities[0]
		late.ID, late.Parts = "late", []org.Part{{Kind: org.ThemeDay, Date: at, Minutes: 60, Audience: org.Audience{Kind: org.ForAll}}}
		years, err := TouchesClosed(s, day+30, &late)
		if err != nil || len(years) != want {
			t.Errorf("an activity of %s touches %d closed years, want %d (%v)", at, len(years), want, err)
		}
	}
}
