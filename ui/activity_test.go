package ui

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"branchbook/store/org"
)

func TestThePageTellsWhatWasRecorded(t *testing.T) {
	b, who := village(t)
	k := deskOf(t, b, wanted{kind: org.ThemeDay, day: org.NewDate(2026, 11, 2)})
	d := k.draft
	d.base.Title, d.base.Place, d.parts[0].lecturer = "学习", "会议室", "钱宏"
	d.parts[0].Start, d.parts[0].End, d.parts[0].Basics = org.NewClock(9, 0), org.NewClock(10, 30), []org.Basic{org.Badge}
	d.mark(who["乙大明"], 0, mark{status: org.Leave, reason: org.ReasonSick})
	d.mark(who["丙小红"], 0, mark{status: org.Absent})
	d.come(who["己玉兰"], 0, true)
	missed := k.build(d).Activity
	if _, err := b.Store.RecordActivity(missed); err != nil {
		t.Fatal(err)
	}
	k = deskOf(t, b, wanted{kind: org.MakeUp, day: org.NewDate(2026, 11, 9)})
	k.draft.base.Title, k.draft.base.For = "补学", missed.ID
	k.draft.come(who["乙大明"], 0, true)
	if _, err := b.Store.RecordActivity(k.build(k.draft).Activity); err != nil {
		t.Fatal(err)
	}
	v, err := loadActivity(b, missed.ID)
	if err != nil {
		t.Fatal(err)
	}
	want := []peopleLine{{"请假", tickLeave, []string{"乙大明（病假）"}}, {"缺席", tickAbsent, []string{"丙小红"}}, {"另有到会", tickGuest, []string{"己玉兰"}},
		{"已补", tickPresent, []string{"乙大明（2026年11月9日 补课）"}}}
	if !reflect.DeepEqual(v.people, want) {
		t.Errorf("people %v", v.people)
	}
	if v.sums != [3]int{5, 3, 1} || !v.late || v.parts[0].hours != "每人 1.5 学时（集体学习）" {
		t.Errorf("sums %v, late %v, %s", v.sums, v.late, v.parts[0].hours)
	}
	facts := [][2]string{{"时间", "2026年11月2日 09:00—10:30"}, {"主持人", "甲方正"}, {"主讲人", "钱宏"}, {"参加范围", "全体党员"}, {"基本要求", "佩戴党员徽章"}}
	if !reflect.DeepEqual(v.parts[0].facts, facts) || !reflect.DeepEqual(v.facts, [][2]string{{"地点", "会议室"}}) {
		t.Errorf("facts %v and %v", v.parts[0].facts, v.facts)
	}
}

func TestASavedRecordIsCorrectedAndTakenBack(t *testing.T) {
	b := demoBook(t, 38)
	list, err := b.Store.Activities(1, org.NewDate(2030, 1, 1))
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(list, func(a *org.Activity) bool { return a.State == org.Held && len(a.Parts[0].Votes) > 0 })
	old := list[at]
	w := openWindow(t, b)
	w.activity(old.ID)
	h := &hand{t: t, w: w}
	h.click("修改")
	h.typed("补正")
	h.chord(fyne.KeyS)
	now, err := b.Store.Activity(old.ID)
	if err != nil || !strings.Contains(now.Title, "补正") || now.Rev != old.Rev+1 {
		t.Fatalf("title %q at %d, %v", now.Title, now.Rev, err)
	}
	if !reflect.DeepEqual(now.Parts[0].Votes, old.Parts[0].Votes) || !reflect.DeepEqual(now.Attendance, old.Attendance) {
		t.Error("votes or attendance changed")
	}
	if s, ok := w.now.(*activity); !ok || s.view.Title != now.Title || len(w.back) != 1 {
		t.Errorf("the window shows %T with %d behind it", w.now, len(w.back))
	}
	w.undo(0)
	if now, err = b.Store.Activity(old.ID); err != nil || now.Title != old.Title {
		t.Errorf("after undo %q, %v", now.Title, err)
	}
}

func TestUndoOfANewRecordLeavesItsPage(t *testing.T) {
	b := forty(t)
	w := openWindow(t, b)
	h := &hand{t: t, w: w}
	h.chord(fyne.KeyN)
	h.typed("学习")
	h.chord(fyne.KeyS)
	if _, ok := w.now.(*activity); !ok {
		t.Fatalf("shows %T", w.now)
	}
	w.undo(0)
	if _, ok := w.now.(*activity); ok {
		t.Error("the page of what is gone still stands")
	}
}

func TestAPlanBecomesARecord(t *testing.T) {
	b := forty(t)
	w := openWindow(t, b)
	w.record(wanted{kind: org.Assembly, day: org.NewDate(2026, 11, 23)})
	h := &hand{t: t, w: w}
	h.typed("年终大会")
	h.click("还没开，先列入计划")
	h.chord(fyne.KeyS)
	s := w.now.(*activity)
	if s.view.State != org.Planned || len(s.view.Attendance) != 0 || len(s.view.due) != 40 {
		t.Fatalf("%v, %d rows, %d due", s.view.State, len(s.view.Attendance), len(s.view.due))
	}
	h.click("开完了，登记")
	h.chord(fyne.KeyS)
	a, err := b.Store.Activity(s.id)
	if err != nil || a.State != org.Held || len(a.Attendance) != 40 || a.Title != "年终大会" {
		t.Errorf("%v %v, %d rows", err, a.State, len(a.Attendance))
	}
}

func TestAnActivityIsCancelledWithItsReason(t *testing.T) {
	b := forty(t)
	a := held(t, b, "学习", org.NewDate(2026, 11, 20))
	w := openWindow(t, b)
	w.activity(a.ID)
	h := &hand{t: t, w: w}
	h.click("作废这次记录")
	h.click("作废这次记录")
	if now, _ := b.Store.Activity(a.ID); now.State != org.Held {
		t.Fatal("cancelled without a reason")
	}
	h.typed("登记重复")
	h.click("作废这次记录")
	now, err := b.Store.Activity(a.ID)
	if err != nil || now.State != org.Cancelled || now.Note != "作废：登记重复" {
		t.Errorf("%v %q, %v", now.State, now.Note, err)
	}
	if s := w.now.(*activity); s.view.State != org.Cancelled {
		t.Error("the page still shows it as held")
	}
}

func TestJudgingAnewShowsWhatChangesFirst(t *testing.T) {
	b, who := village(t)
	a := held(t, b, "学习", org.NewDate(2026, 11, 20))
	w := openWindow(t, b)
	w.activity(a.ID)
	s := w.now.(*activity)
	if len(s.view.changes) != 0 {
		t.Fatalf("changes of nothing: %v", s.view.changes)
	}
	p, err := b.Store.Person(who["丁立新"])
	if err != nil {
		t.Fatal(err)
	}
	p.Spells = append(p.Spells, org.Spell{Kind: org.SpellExemption, Value: org.ExemptIll, From: "2026-11-01"})
	if _, err := b.Store.SaveFacts(p); err != nil {
		t.Fatal(err)
	}
	s.reload()
	if want := []string{"丁立新：改为不必到"}; !reflect.DeepEqual(s.view.changes, want) {
		t.Fatalf("changes %v", s.view.changes)
	}
	h := &hand{t: t, w: w}
	h.click("重新核对应到")
	h.click("改过来")
	now, err := b.Store.Activity(a.ID)
	if r, _ := now.At(who["丁立新"], 1); err != nil || r.Due || r.Status != org.Present {
		t.Errorf("%+v, %v", r, err)
	}
}
