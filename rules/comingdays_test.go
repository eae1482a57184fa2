package rules

import (
	"fmt"
	"strings"
	"testing"

	"branchbook/store/org"
)

// coming tells what comes for a branch with these people, as seen on 23
// November 2026.
func coming(t *testing.T, s *org.Snapshot, people ...*org.Person) string {
	t.Helper()
	var out []string
	day := org.NewDate(2026, 11, 23)
	s.Persons = people
	p, err := Load(day, s.Packs)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range ComingDays(p, s, Check(p, s, day), day) {
		line := fmt.Sprint(c.Kind, " ", c.Day, " ", c.Person)
		if c.Years > 0 {
			line += fmt.Sprint(" ", c.Years)
		}
		if c.Extended {
			line += " 延"
		}
		if c.Inexact {
			line += " 约"
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

// somebody is a person who belongs to the branch.
func somebody(id string, spells ...org.Spell) *org.Person {
	return &org.Person{ID: org.PersonID(id), Name: id, Spells: append(spells, org.Spell{Kind: org.SpellBelonging, Began: org.BeganRoster})}
}

func probationary(id string, from, to org.Partial, more ...org.Spell) *org.Person {
	return somebody(id, append(more, org.Spell{Kind: org.SpellCategory, Value: org.Probationary, From: from, To: to})...)
}

func full(id string, joined org.Partial, more ...org.Spell) *org.Person {
	p := somebody(id, append(more, org.Spell{Kind: org.SpellCategory, Value: org.FullMember})...)
	p.Joined = joined
	return p
}

func compare(t *testing.T, got string, want ...string) {
	t.Helper()
	if w := strings.Join(want, "\n"); got != w {
		t.Errorf("got:\n%s\nwant:\n%s", got, w)
	}
}

func TestProbationEndsAYearAfterJoiningOrWhatItWasExtendedTo(t *testing.T) {
	monthOnly := probationary("月", "2025-12", "")
	known := probationary("已知", "2025", "")
	known.Joined = "2025-12-01"
	got := coming(t, &org.Snapshot{},
		probationary("近", "2025-11-28", ""),
		probationary("远", "2026-02-22", ""), // ends 92 days on
		probationary("到期", "2025-10-01", ""),
		probationary("已转", "2025-11-20", "2026-11-20"),
		probationary("延长", "2025-06-01", "", org.Spell{Kind: org.SpellExtension, From: "2026-06-01", To: "2026-12-01"}),
		probationary("延到月", "2025-06-01", "", org.Spell{Kind: org.SpellExtension, From: "2026-06-01", To: "2026-12"}),
		probationary("将延", "2025-12-01", "", org.Spell{Kind: org.SpellExtension, From: "2026-12-01", To: "2027-06-01"}), // not extended yet
		monthOnly, known,
		&org.Person{ID: "别处", Spells: []org.Spell{{Kind: org.SpellCategory, Value: org.Probationary, From: "2025-11-28"}}},
	)
	// 已知 joined on 1 December, which is its birthday as well
	compare(t, got, "probation 2026-10-01 到期", "probation 2026-11-28 近", "probation 2026-12-01 延长 延", "probation 2026-12-01 将延",
		"probation 2026-12-01 已知", "birthday 2026-12-01 已知 1", "probation 2026-12-31 延到月 延 约", "probation 2026-12-31 月 约")
}

func TestAnElectionIsSeenHalfAYearAhead(t *testing.T) {
	for start, want := range map[string]string{
		"2022-05-23": "term 2027-05-23 ",
		"2022-05-24": "",
		"2021-11-01": "term 2026-11-01 ", // over and still open
	} {
		day, err := org.ParseDate(start)
		if err != nil {
			t.Fatal(err)
		}
		if got := coming(t, &org.Snapshot{Branch: &org.Branch{Term: org.Term{Start: day, Years: 5}}}); got != want {
			t.Errorf("term from %s: %q, want %q", start, got, want)
		}
	}
	compare(t, coming(t, &org.Snapshot{Branch: &org.Branch{}}))
}

func TestANewSecretaryHasHalfAYearForTheInduction(t *testing.T) {
	post := func(from, to org.Partial) org.Spell {
		return org.Spell{Kind: org.SpellPost, Value: org.Secretary, From: from, To: to}
	}
	class := &org.Activity{ID: "a", State: org.Held, Parts: []org.Part{{Kind: org.Induction, Date: org.NewDate(2026, 9, 1)}},
		Attendance: []org.Attendance{{Person: "学过", Status: org.Present}, {Person: "请假", Status: org.Leave}}}
	got := coming(t, &org.Snapshot{Activities: []*org.Activity{class}},
		full("新任", "", post("2026-07-20", "")),
		full("连任", "", post("2021-07-20", "2026-07-20"), post("2026-07-20", "")),
		full("学过", "", post("2026-07-20", "")),
		full("请假", "", post("2026-07-21", "")),
		full("过期", "", post("2026-04-20", "")),
		full("早年", "", post("2026-02-20", "")),
		full("副职", "", org.Spell{Kind: org.SpellPost, Value: org.Deputy, From: "2026-07-20"}),
	)
	compare(t, got, "induction 2026-10-20 过期", "induction 2027-01-20 新任", "induction 2027-01-21 请假")
}

func TestAPartyBirthdayIsTheAnniversaryOfJoining(t *testing.T) {
	got := coming(t, &org.Snapshot{},
		full("今天", "1996-11-23"),
		full("昨天", "1996-11-22"),
		full("三十年", "1996-12-15"),
		full("明年", "2000-02-21"),
		full("以后", "2000-02-22"),
		full("只知月", "1985-12"),
		full("只知年", "1985"),
		full("客", "1996-12-15", org.Spell{Kind: org.SpellFloating, Value: org.FloatIn}),
	)
	compare(t, got, "birthday 2026-11-23 今天 30", "birthday 2026-12-15 三十年 30", "birthday 2026-12-31 只知月 41 约", "birthday 2027-02-21 明年 27")
}

func TestProgressCountsWhoReachedTheTargetWhoWillAndWhoIsNotAsked(t *testing.T) {
	s := &org.Snapshot{Persons: []*org.Person{full("免", "", org.Spell{Kind: org.SpellExemption, Value: org.ExemptOld}), full("走", "")}}
	got := ProgressOf(s, []PersonHours{
		{Person: "达", Applies: true, Met: true},
		{Person: "够", Applies: true, Counted: 28 * org.Hour, Pace: 28 * org.Hour},
		{Person: "慢", Applies: true, Counted: 28*org.Hour - 1, Pace: 28 * org.Hour},
		{Person: "免"}, {Person: "走"},
	}, org.NewDate(2026, 11, 23))
	if want := (Progress{Met: 1, OnPace: 1, Behind: 1, Exempt: 1}); got != want || got.Owe() != 3 || got.Short() != 2 {
		t.Errorf("%+v, owe %d, short %d", got, got.Owe(), got.Short())
	}
}

func TestWhatIsExplainedOrNoLongerARuleDoesNotCome(t *testing.T) {
	term := &org.Branch{Term: org.Term{Start: org.NewDate(2021, 11, 20), Years: 5}}
	s := &org.Snapshot{Branch: term, Waivers: []*org.Waiver{{ID: "w", Rule: "term", Reason: "镇党委批准延期"}}}
	off := &org.LocalPack{ID: "l", Name: "own", On: true, Text: `[pack]
name = "own"
title = "不问转正"
layer = "branch"
program = 1
on = true
valid_from = 2026-01-01
[[change]]
rule = "probation"
kind = "spell"
off = true
`}
	compare(t, coming(t, s, probationary("近", "2025-11-28", "")), "probation 2026-11-28 近")
	s.Packs = []*org.LocalPack{off}
	compare(t, coming(t, s, probationary("近", "2025-11-28", "")))
}
