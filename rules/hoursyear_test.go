package rules

import (
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
