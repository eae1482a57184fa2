package rules

import (
	"fmt"
	"testing"

	"branchbook/store/org"
)

// big makes a branch of n members with about 90 activities in each of two
// years: what the home page asks about.
func big(n int) *org.Snapshot {
	s := &org.Snapshot{Branch: &org.Branch{ID: "b", Name: "样例支部", Code: "0", Kind: org.Village, Term: org.Term{Start: org.NewDate(2024, 1, 1), Years: 5}}}
	for g := range 3 {
		s.Branch.Groups = append(s.Branch.Groups, org.Group{ID: org.GroupID(fmt.Sprint("g", g)), Name: fmt.Sprintf("第%d组", g+1)})
	}
	for i := range n {
		s.Persons = append(s.Persons, bigPerson(i))
	}
	for _, year := range []int{2025, 2026} {
		for i := range 90 {
			s.Activities = append(s.Activities, bigActivity(s, year, i))
		}
	}
	return s
}

func bigPerson(i int) *org.Person {
	p := &org.Person{ID: org.PersonID(fmt.Sprintf("00000000-0000-0000-0000-%012d", i)), Name: fmt.Sprint("党员", i), Spells: []org.Spell{
		{Kind: org.SpellBelonging, Began: org.BeganRoster, From: "2010-01-01"},
		{Kind: org.SpellCategory, Value: org.Probationary, From: "2010-01-01", To: "2011-01-01"},
		{Kind: org.SpellCategory, Value: org.FullMember, From: "2011-01-01"},
		{Kind: org.SpellGroup, Group: org.GroupID(fmt.Sprint("g", i%3))},
	}}
	switch {
	case i == 0:
		p.Spells = append(p.Spells, org.Spell{Kind: org.SpellPost, Value: org.Secretary, From: "2024-01-01"})
	case i < 5:
		p.Spells = append(p.Spells, org.Spell{Kind: org.SpellPost, Value: org.Committee, From: "2024-01-01"})
	case i%10 == 0:
		p.Spells = append(p.Spells, org.Spell{Kind: org.SpellExemption, Value: org.ExemptOld, From: "2025-06-01"})
	}
	return p
}

func bigActivity(s *org.Snapshot, year, i int) *org.Activity {
	kinds := []org.PartKind{org.ThemeDay, org.CommitteeMtg, org.GroupMeeting, org.Lecture, org.Assembly, org.Training}
	day := org.NewDate(year, 1, 1).AddDays(i * 4)
	part := org.Part{Kind: kinds[i%len(kinds)], Date: day, Start: org.NewClock(9, 0), End: org.NewClock(11, 0), Audience: org.Audience{Kind: org.ForAll}}
	a := &org.Activity{ID: org.ActivityID(fmt.Sprintf("%d-%d", year, i)), State: org.Held, Title: "样例", Level: org.LevelBranch, Parts: []org.Part{part}}
	for j, p := range s.Persons {
		r := org.Attendance{Person: p.ID, Due: true, Status: org.Present}
		if (i+j)%17 == 0 {
			r.Status = org.Leave
		}
		a.Attendance = append(a.Attendance, r)
	}
	return a
}

// BenchmarkHomePage is what the home page asks: the hours and the findings of
// the year.
func BenchmarkHomePage(b *testing.B) {
	day := org.NewDate(2026, 12, 30)
	for _, n := range []int{100, 500} {
		s := big(n)
		b.Run(fmt.Sprint(n, "members"), func(b *testing.B) {
			p, err := Load(day, nil)
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				Hours(p, s, 2026, day)
				Check(p, s, day)
			}
		})
	}
}

// BenchmarkLoad is what a window pays once a day.
func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(org.NewDate(2026, 12, 30), nil); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkDue is what opening an activity asks.
func BenchmarkDue(b *testing.B) {
	day := org.NewDate(2026, 12, 30)
	p, err := Load(day, nil)
	if err != nil {
		b.Fatal(err)
	}
	s := big(500)
	part := &org.Part{Kind: org.ThemeDay, Date: day, Audience: org.Audience{Kind: org.ForAll}}
	for b.Loop() {
		Due(p, s, part)
	}
}
