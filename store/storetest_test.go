package store

import (
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"branchbook/store/org"
)

// now is the clock of the tests: a fixed afternoon.
var testNow = time.Date(2026, 3, 20, 15, 4, 5, 0, time.UTC)

func testOptions() Options {
	return Options{Now: func() time.Time { return testNow }, Program: "verb", Machine: "test machine"}
}

// newStore makes a branch with two groups in a real folder.
func newStore(tb testing.TB) *Store {
	tb.Helper()
	s, err := Create(filepath.Join(tb.TempDir(), "branch"), testOptions(), testBranch())
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if s.db != nil {
			s.Close()
		}
	})
	return s
}

func testBranch() *org.Branch {
	return &org.Branch{Name: "柳河湾村党支部", Code: "T-001", Kind: org.Village, Superior: "柳河镇党委",
		Term: org.Term{Start: org.NewDate(2024, 1, 1), Years: 5}, Groups: []org.Group{{ID: "g1", Name: "第一党小组"}, {ID: "g2", Name: "第二党小组"}}}
}

// member makes a full member of the branch.
func member(name string) *org.Person {
	return &org.Person{ID: NewPersonID(), Name: name, Phone: "19900001111", Spells: []org.Spell{
		{Kind: org.SpellBelonging, Began: org.BeganRoster},
		{Kind: org.SpellCategory, Value: org.FullMember, From: "2001-07-01"},
		{Kind: org.SpellGroup, Group: "g1", From: "2001-07-01"},
	}}
}

func addMembers(tb testing.TB, s *Store, names ...string) (list []*org.Person) {
	tb.Helper()
	for _, n := range names {
		list = append(list, member(n))
	}
	if _, err := s.Import("测试", nil, list); err != nil {
		tb.Fatal(err)
	}
	return list
}

// themeDay makes a theme day that everybody attended.
func themeDay(day org.Date, people ...*org.Person) *org.Activity {
	a := &org.Activity{ID: NewActivityID(), State: org.Held, Title: "主题党日", Place: "村委会", Level: org.LevelBranch, Parts: []org.Part{{
		Kind: org.ThemeDay, Date: day, Start: org.NewClock(9, 0), End: org.NewClock(11, 0), Audience: org.Audience{Kind: org.ForAll}, Text: "学习材料"}}}
	for _, p := range people {
		a.Attendance = append(a.Attendance, org.Attendance{Person: p.ID, Due: true, MayVote: true, As: org.FullMember, Status: org.Present})
	}
	return a
}

func record(tb testing.TB, s *Store, a *org.Activity) Changed {
	tb.Helper()
	c, err := s.RecordActivity(a)
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

// reopen closes the file and opens it anew.
func reopen(tb testing.TB, s *Store) *Store {
	tb.Helper()
	if err := s.Close(); err != nil {
		tb.Fatal(err)
	}
	again, err := Open(s.dir, testOptions())
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if again.db != nil {
			again.Close()
		}
	})
	return again
}

func everything(tb testing.TB, s *Store) *org.Snapshot {
	tb.Helper()
	snap, err := s.Snapshot(org.NewDate(1, 1, 1), org.NewDate(9999, 1, 1))
	if err != nil {
		tb.Fatal(err)
	}
	return snap
}

func same(tb testing.TB, what string, got, want any) {
	tb.Helper()
	if d := cmp.Diff(want, got); d != "" {
		tb.Errorf("%s differs (-want +got):\n%s", what, d)
	}
}
