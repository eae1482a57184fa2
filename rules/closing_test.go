package rules

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"branchbook/store/org"
)

// closingWorld is a secretary, a member and one who left; in 2025 there was a
// training of a day and a theme day.
func closingWorld(t *testing.T) *world {
	t.Helper()
	return worldOf(t, `支部 村
党员 甲 乙 丙
甲 书记 2024-01-01..
丙 在册 ..2025-06-30 转出
活动 2024-03-05 集中培训 半天 ： 出席 乙
活动 2025-03-05 集中培训 全天 ： 出席 甲 乙
活动 2025-12-31 主题党日 23:00-1:00 ： 出席 乙
活动 2026-05-20 主题党日 90分 ： 出席 甲 乙`)
}

func worldOf(t *testing.T, text string) *world {
	t.Helper()
	w := newWorld()
	if err := w.read(text); err != nil {
		t.Fatal(err)
	}
	return w
}

func closed(t *testing.T, s *org.Snapshot, year int, day org.Date) *org.Closing {
	t.Helper()
	p, err := Load(day, s.Packs)
	if err != nil {
		t.Fatal(err)
	}
	c, err := Close(p, s, year, day, "fresh")
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Validate(); err != nil {
		t.Fatal(err)
	}
	return c
}

func TestAYearIsNotClosedBeforeItsLastDayHasPassed(t *testing.T) {
	s := closingWorld(t).snapshot()
	p, err := Load(org.NewDate(2025, 12, 31), nil)
	if err != nil {
		t.Fatal(err)
	}
	var early *NotOver
	if c, err := Close(p, s, 2025, org.NewDate(2025, 12, 31), "x"); !errors.As(err, &early) || early.Year != 2025 || c != nil {
		t.Errorf("on the last day: %v, %v", c, err)
	}
	closed(t, s, 2025, org.NewDate(2026, 1, 1))
}

func TestClosingAgainTakesTheOldPlace(t *testing.T) {
	s := closingWorld(t).snapshot()
	first := closed(t, s, 2025, org.NewDate(2026, 1, 5))
	first.Rev, first.Opened, first.Reason = 2, org.NewDate(2026, 2, 1), "补录"
	s.Closings = []*org.Closing{{ID: "other", Rev: 1, Year: 2024}, first}
	again := closed(t, s, 2025, org.NewDate(2026, 3, 5))
	if first.ID != "fresh" || again.ID != "fresh" || again.Rev != 2 || again.On != org.NewDate(2026, 3, 5) || !again.Closed() {
		t.Errorf("first %s, again %s at %d of %s", first.ID, again.ID, again.Rev, again.On)
	}
}

// fromNextYear is a pack whose number holds from 2026 on.
const fromNextYear = `[pack]
name = "town-2026"
title = "样例"
layer = "town"
program = 1
on = true
valid_from = 2026-01-01
[[document]]
id = "notice"
title = "样例通知"
[[change]]
rule = "hours-member"
kind = "hours"
document = "notice"
article = "1"
quote = "样例"
quote_checked = false
[change.params]
hours = ">= 40"
`

// The rules that a year was judged by are those of its last day, whenever it is
// closed.
func TestAClosingNamesTheRulesOfTheYear(t *testing.T) {
	s := closingWorld(t).snapshot()
	s.Packs = []*org.LocalPack{{ID: "l", Name: "jinan-2020", On: false}, {ID: "m", Name: "town", On: true, Text: fromNextYear}}
	c := closed(t, s, 2025, org.NewDate(2027, 8, 1))
	digest := func(day org.Date) string {
		p, err := Load(day, s.Packs)
		if err != nil {
			t.Fatal(err)
		}
		return p.Digest()
	}
	if end := org.NewDate(2025, 12, 31); c.Digest != digest(end) || c.Digest == digest(end+1) {
		t.Errorf("digest %s, that of the year's end is %s, of the day after %s", c.Digest, digest(end), digest(end+1))
	}
	if !slices.Contains(c.Packs, "central") || slices.Contains(c.Packs, "jinan-2020") || slices.Contains(c.Packs, "town-sample") {
		t.Errorf("packs %v", c.Packs)
	}
}

// touches says in one line what saving would change.
func touches(t *testing.T, s *org.Snapshot, list ...org.Aggregate) string {
	t.Helper()
	years, err := TouchesClosed(s, org.NewDate(2026, 6, 1), list...)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, y := range years {
		for _, d := range y.Changes {
			was, now := "无", "无"
			if d.Was != nil {
				was = d.Was.Counted.String() + "/" + d.Was.Target.String()
			}
			if d.Now != nil {
				now = d.Now.Counted.String() + "/" + d.Now.Target.String()
			}
			out = append(out, y.Closing.On.String()[:4]+string(d.Person)+was+"→"+now)
		}
	}
	return strings.Join(out, " ")
}

func TestWhatChangesAClosedYearIsSaidBefore(t *testing.T) {
	w := closingWorld(t)
	s := w.snapshot()
	s.Closings = []*org.Closing{closed(t, s, 2024, org.NewDate(2025, 1, 5)), closed(t, s, 2025, org.NewDate(2026, 1, 5))}
	s.Closings[1].ID = "second"
	activity := func(n int, edit func(*org.Activity)) *org.Activity {
		a := org.Copy(s.Activities[n], 1).(*org.Activity)
		edit(a)
		return a
	}
	person := func(n int, edit func(*org.Person)) *org.Person {
		p := org.Copy(s.Persons[n], 1).(*org.Person)
		edit(p)
		return p
	}
	half := org.Part{Kind: org.Training, Date: org.NewDate(2025, 7, 1), Length: org.HalfDay, Audience: org.Audience{Kind: org.ForAll}}
	fresh := &org.Activity{ID: "new", State: org.Held, Title: "培训", Level: org.LevelBranch, Parts: []org.Part{half}, Attendance: []org.Attendance{{Person: "甲", Status: org.Present}, {Person: "丙", Status: org.Present}}}
	later := org.Copy(fresh, 0).(*org.Activity)
	later.Parts[0].Date = org.NewDate(2026, 5, 1)
	for name, c := range map[string]struct {
		saved org.Aggregate
		want  string
	}{
		"a new activity of the year":             {fresh, "2026甲8/56→12/56"},
		"a new activity of this year":            {later, ""},
		"a corrected text":                       {activity(1, func(a *org.Activity) { a.Note = "备注" }), ""},
		"a cancelled activity":                   {activity(1, func(a *org.Activity) { a.State = org.Cancelled }), "2026甲8/56→0/56 2026乙9/32→1/32"},
		"an activity moved out of the year":      {activity(1, func(a *org.Activity) { a.Parts[0].Date = org.NewDate(2026, 3, 5) }), "2026甲8/56→0/56 2026乙9/32→1/32"},
		"an activity moved between closed years": {activity(0, func(a *org.Activity) { a.Parts[0].Date = org.NewDate(2025, 3, 6) }), "2025乙4/32→0/32 2026乙9/32→13/32"},
		"the second day of a night across years": {activity(2, func(a *org.Activity) { a.Attendance[0].Status = org.Absent }), "2026乙9/32→8/32"},
		"a post": {person(1, func(p *org.Person) {
			p.Spells = append(p.Spells, org.Spell{Kind: org.SpellPost, Value: org.Committee, From: "2025-12-31"})
		}), "2026乙9/32→9/56"},
		"a post from this year on": {person(1, func(p *org.Person) {
			p.Spells = append(p.Spells, org.Spell{Kind: org.SpellPost, Value: org.Committee, From: "2026-01-01"})
		}), ""},
		"a phone number":                     {person(1, func(p *org.Person) { p.Phone = "19900001111" }), ""},
		"a member who was forgotten":         {&org.Person{ID: "丁", Name: "丁", Spells: s.Persons[1].Spells}, "2025丁无→0/32 2026丁无→0/32"},
		"an activist who owes nothing":       {&org.Person{ID: "戊", Name: "戊", Spells: []org.Spell{{Kind: org.SpellCategory, Value: org.Activist}}}, ""},
		"a member entered twice, taken away": {person(1, func(p *org.Person) { p.Spells[0].Value = org.Activist }), "2025乙4/32→无 2026乙9/32→无"},
		"a pack switched off":                {&org.LocalPack{ID: "l", Name: "jinan-2020"}, "2025甲0/56→0/32 2026甲8/56→8/32"},
		"another name of the branch":         {&org.Branch{ID: "b", Name: "新名", Kind: org.Village}, ""},
		"a plan":                             {&org.Plan{ID: "p", Year: 2025, Title: "计划", Kind: org.Lecture}, ""},
	} {
		if got := touches(t, s, c.saved); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
	s.Closings[1].Opened = org.NewDate(2026, 2, 1)
	if got := touches(t, s, fresh); got != "" {
		t.Errorf("a year that was opened again: %s", got)
	}
}

func TestRulesThatCannotBeReadDoNotKeepAnybodyFromSaving(t *testing.T) {
	s := closingWorld(t).snapshot()
	s.Closings = []*org.Closing{closed(t, s, 2025, org.NewDate(2026, 1, 5))}
	bad := &org.LocalPack{ID: "l", Name: "坏包", On: true, Text: "["}
	var fault *Fault
	if _, err := TouchesClosed(s, org.NewDate(2026, 6, 1), bad); !errors.As(err, &fault) {
		t.Errorf("putting a bad pack in force: %v", err)
	}
	s.Packs = []*org.LocalPack{bad}
	off := &org.LocalPack{ID: "l", Name: "坏包", Text: "["}
	if years, err := TouchesClosed(s, org.NewDate(2026, 6, 1), off); err != nil || years != nil {
		t.Errorf("taking it out: %v, %v", years, err)
	}
}
