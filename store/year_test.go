package store

import (
	"database/sql"
	"slices"
	"strings"
	"testing"

	"branchbook/store/org"
)

// class makes a training of one day.
func class(title string, kind org.PartKind, day org.Date, people ...*org.Person) *org.Activity {
	a := themeDay(day, people...)
	a.Title, a.Parts[0].Kind = title, kind
	return a
}

func titles(t *testing.T, s *Store, year int) string {
	t.Helper()
	snap, err := s.Year(year)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, a := range snap.Activities {
		out = append(out, a.Title)
	}
	return strings.Join(out, " ")
}

func TestAYearHoldsTheTrainingsOfTheTermAndNothingElseOfOlderYears(t *testing.T) {
	s := newStore(t) // the term began on 1 January 2024
	p := addMembers(t, s, "甲一")[0]
	other := class("他处", org.CreditedElse, org.NewDate(2024, 5, 4), p)
	other.Parts[0].Form = org.FormTraining
	for _, a := range []*org.Activity{
		class("届前轮训", org.Rotation, org.NewDate(2023, 12, 31), p),
		class("首日轮训", org.Rotation, org.NewDate(2024, 1, 1), p),
		class("任职", org.Induction, org.NewDate(2024, 5, 2), p),
		class("集中", org.Training, org.NewDate(2024, 5, 3), p),
		other,
		class("旧党日", org.ThemeDay, org.NewDate(2024, 5, 5), p),
		class("去年党日", org.ThemeDay, org.NewDate(2025, 5, 5), p),
		class("今年党日", org.ThemeDay, org.NewDate(2026, 3, 5), p),
	} {
		record(t, s, a)
	}
	if got, want := titles(t, s, 2026), "首日轮训 任职 集中 他处 去年党日 今年党日"; got != want {
		t.Errorf("2026: %s, want %s", got, want)
	}
	s = reopen(t, s) // nothing is in the cache now
	if got, want := titles(t, s, 2026), "首日轮训 任职 集中 他处 去年党日 今年党日"; got != want {
		t.Errorf("2026, read anew: %s, want %s", got, want)
	}
	if got, want := titles(t, s, 2024), "届前轮训 首日轮训 任职 集中 他处 旧党日"; got != want {
		t.Errorf("2024: %s, want %s", got, want)
	}
	if got, want := titles(t, s, 2030), ""; got != want {
		t.Errorf("2030, after the term: %s, want %s", got, want)
	}
	snap, err := s.Year(2026)
	if err != nil {
		t.Fatal(err)
	}
	if len(snap.Persons) != 1 || len(snap.Activities[0].Attendance) != 1 {
		t.Errorf("%d people, %d rows at the first training", len(snap.Persons), len(snap.Activities[0].Attendance))
	}
}

func TestAYearHoldsTheTrainingsOfAProbationThatRuns(t *testing.T) {
	s := newStore(t)
	p, q := member("预备"), member("转正")
	p.Spells[1] = org.Spell{Kind: org.SpellCategory, Value: org.Probationary, From: "2023-06-10"}
	q.Spells[1] = org.Spell{Kind: org.SpellCategory, Value: org.Probationary, From: "2022-06-10", To: "2026-01-01"}
	q.Spells = append(q.Spells, org.Spell{Kind: org.SpellCategory, Value: org.FullMember, From: "2026-01-01"})
	if _, err := s.Import("测试", nil, []*org.Person{p, q}); err != nil {
		t.Fatal(err)
	}
	record(t, s, class("二二", org.Training, org.NewDate(2022, 7, 1), p, q))
	record(t, s, class("二三", org.Training, org.NewDate(2023, 7, 1), p, q))
	for year, want := range map[int]string{2026: "二三", 2025: "二二 二三", 2022: "二二"} {
		if got := titles(t, s, year); got != want {
			t.Errorf("%d: %s, want %s", year, got, want)
		}
	}
}

func TestAnActivityThatSpansTheYearsStaysInItsPlace(t *testing.T) {
	s := newStore(t)
	p := addMembers(t, s, "甲一")[0]
	long := class("跨年班", org.Training, org.NewDate(2024, 12, 30), p)
	day := long.Parts[0]
	day.Date = org.NewDate(2025, 1, 1)
	long.Parts = append(long.Parts, day)
	record(t, s, long)
	record(t, s, class("年末班", org.Training, org.NewDate(2024, 12, 31), p))
	if got, want := titles(t, s, 2026), "跨年班 年末班"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestOlderTrainingsAreFoundByTheIndexOfDays(t *testing.T) {
	s := newStore(t)
	var plan []string
	err := s.read(func(t *tx) error {
		return t.rows(func(r *sql.Rows) error {
			var id, parent, unused int
			var detail string
			err := r.Scan(&id, &parent, &unused, &detail)
			plan = append(plan, detail)
			return err
		}, "EXPLAIN QUERY PLAN SELECT id, rev FROM activity "+trainings+" ORDER BY first_day, id", org.NewDate(2024, 1, 1), org.NewDate(2024, 12, 31))
	})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(plan, func(l string) bool { return strings.Contains(l, "USING INDEX activity_by_day (last_day>") }) ||
		slices.ContainsFunc(plan, func(l string) bool { return strings.HasPrefix(l, "SCAN") }) {
		t.Errorf("plan: %s", strings.Join(plan, "; "))
	}
}
