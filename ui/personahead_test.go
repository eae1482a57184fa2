package ui

import (
	"testing"

	"branchbook/store"
	"branchbook/store/org"
)

// comesLater enters an activity of one part as planned.
func comesLater(t *testing.T, b *Book, p org.Part) {
	t.Helper()
	p.Audience = org.Audience{Kind: org.ForAll}
	a := &org.Activity{ID: store.NewActivityID(), State: org.Planned, Title: "学习", Level: org.LevelBranch, Parts: []org.Part{p}}
	if _, err := b.Store.RecordActivity(a); err != nil {
		t.Fatal(err)
	}
}

func TestWhoOwesHoursSeesWhatIsStillPlanned(t *testing.T) {
	b := hoursBook(t)
	comesLater(t, b, org.Part{Kind: org.ThemeDay, Date: org.NewDate(2026, 12, 5), Minutes: 120})
	comesLater(t, b, org.Part{Kind: org.Lecture, Date: org.NewDate(2026, 12, 6)})
	comesLater(t, b, org.Part{Kind: org.ThemeDay, Date: org.NewDate(2026, 11, 1), Minutes: 120}) // its day has passed
	r, err := loadPerson(b, "2", 0)
	if err != nil {
		t.Fatal(err)
	}
	if want := "本年还有 1 次党课、1 次主题党日，其中 1 次约 2 学时。"; r.hours.ahead != want || r.hours.contents != "没有写内容类别 9.5" {
		t.Errorf("got %q, %q", r.hours.ahead, r.hours.contents)
	}
	for id, year := range map[org.PersonID]int{"3": 0, "2": 2025} { // exempt; a year that is over
		if r, err := loadPerson(b, id, year); err != nil || r.hours.ahead != "" {
			t.Errorf("%s in %d: %q, %v", id, year, r.hours.ahead, err)
		}
	}
	w := openWindow(t, b)
	w.person("2")
	if !readsOn(w, "本年还有 1 次党课、1 次主题党日") {
		t.Error("the page does not say it")
	}
}

func TestHoursOfAYearFromJulyOn(t *testing.T) {
	b := hoursBook(t)
	text := `[pack]
name = "xian"
title = "某县学时办法（虚构）"
layer = "county"
program = 1
on = true
valid_from = 2020-01-01
[[change]]
rule = "counting"
kind = "counting"
[change.params]
year_start = "07-01"
`
	if _, err := b.Store.SavePack(&org.LocalPack{ID: store.NewItemID(), Name: "xian", On: true, Text: text}); err != nil {
		t.Fatal(err)
	}
	heldFor(t, b, org.Part{Kind: org.ThemeDay, Date: org.NewDate(2026, 8, 20), Minutes: 60}, "2")
	now, before := studyYear(t, b, 0), studyYear(t, b, 2025)
	if now.span.Year != 2026 || now.spanWords() != "2026年7月1日至2026年11月23日" || rowWords(&now.rows[1]) != "李秀兰  1 32 31 2月1" {
		t.Errorf("the running year %d, %s: %s", now.span.Year, now.spanWords(), rowWords(&now.rows[1]))
	}
	if before.span.Last != org.NewDate(2026, 6, 30) || before.rows[1].counted != 19*org.Hour/2 || len(before.months) != 12 {
		t.Errorf("the year before to %s: %s in %d months", before.span.Last, before.rows[1].counted, len(before.months))
	}
	w, s := openHours(t, b)
	if s.view.table.Columns[hoursJan].Title != "7" || !readsOn(w, "2026年 · 2026年7月1日至2026年11月23日") {
		t.Errorf("the first month is %s", s.view.table.Columns[hoursJan].Title)
	}
	r, err := loadPerson(b, "2", 2025)
	if err != nil || r.year != 2025 || r.thisYear || r.hours.months[0].month != 7 || r.hours.counted != "9.5" || len(r.visits) != 2 {
		t.Errorf("the page of 2025: %+v, %v", r.hours, err)
	}
	if d, err := loadHome(b); err != nil || d.progress.Owe() != 3 {
		t.Errorf("the first page counts %+v, %v", d.progress, err)
	}
}
