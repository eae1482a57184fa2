package ui

import (
	"os"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"branchbook/store/org"
	"branchbook/ui/kit"
)

// closedBook is hoursBook with 2025 closed.
func closedBook(t testing.TB) (*Window, *hours) {
	t.Helper()
	w, s := openHours(t, hoursBook(t))
	if readsOn(w, "封存") {
		t.Error("this year can be closed")
	}
	tapsOn(t, w, "‹ 2025")
	tapsOn(t, w, "封存本年")
	tapsOn(t, w, "封存")
	return w, s
}

func TestAYearThatIsOverIsClosedAndTheClosingUndone(t *testing.T) {
	w, s := closedBook(t)
	if !readsOn(w, "已封存") || !readsOn(w, "2026年11月23日封存，现在的学时与封存时一致。") {
		t.Error("the page does not say that the year is closed")
	}
	if s.closeButton() != nil {
		t.Error("a closed year is closed again without looking")
	}
	w.takeBack()
	if s.data.closed != nil || readsOn(w, "已封存") {
		t.Error("still closed after the undo")
	}
}

func TestClosingCanBeLeft(t *testing.T) {
	w, s := openHours(t, hoursBook(t))
	tapsOn(t, w, "‹ 2025")
	tapsOn(t, w, "封存本年")
	if !readsOn(w, "记下2025年每人的应修和已修学时：共 5 人，有应修要求的 4 人，达到的 0 人。") {
		t.Error("the question does not say what is closed")
	}
	tapsOn(t, w, "先不封存")
	if s.data.closed != nil {
		t.Error("closed all the same")
	}
}

// theme records a theme day of two hours in December 2025 for one member.
func lateThemeDay(t testing.TB, w *Window) *org.Activity {
	t.Helper()
	return &org.Activity{ID: "late", State: org.Held, Title: "补记的主题党日", Level: org.LevelBranch,
		Parts:      []org.Part{{Kind: org.ThemeDay, Date: org.NewDate(2025, 12, 20), Minutes: 120, Audience: org.Audience{Kind: org.ForAll}}},
		Attendance: []org.Attendance{{Person: "2", Due: true, MayVote: true, As: org.FullMember, Status: org.Present}}}
}

func TestAChangeOfAClosedYearIsAskedAbout(t *testing.T) {
	w, _ := closedBook(t)
	rec := newRecord(w, wanted{kind: org.ThemeDay})
	w.show(rec)
	rec.commit(lateThemeDay(t, w), nil)
	if !readsOn(w, "2025年已封存，改动后：李秀兰 1 → 3 学时") || !readsOn(w, "封存的数字不变，可以重新封存。") {
		t.Error("nothing was asked")
	}
	tapsOn(t, w, "先不改")
	if _, err := w.book.Store.Activity("late"); err == nil {
		t.Fatal("saved without a yes")
	}
	if w.now != screen(rec) {
		t.Error("the form is gone")
	}
	rec.commit(lateThemeDay(t, w), nil)
	tapsOn(t, w, "照样保存")
	if _, err := w.book.Store.Activity("late"); err != nil {
		t.Fatal("not saved after a yes")
	}
	w.open(atHours)
	s := w.now.(*hours)
	tapsOn(t, w, "‹ 2025")
	if !readsOn(w, "2026年11月23日封存，现在有 1 人的学时与封存时不同：李秀兰 1 → 3 学时。") {
		t.Error("the difference is not shown")
	}
	if r := s.data.closed.rows[0]; r != (closedRow{"李秀兰", "1 / 32", "3 / 32", true}) {
		t.Errorf("first row %+v", r)
	}
	tapsOn(t, w, "看封存的数字")
	tapsOn(t, w, "重新封存")
	if !readsOn(w, "会换成现在的数字：李秀兰 1 → 3 学时") {
		t.Error("closing again does not say what it changes")
	}
	tapsOn(t, w, "封存")
	if len(s.data.closed.changes) != 0 || s.data.closed.Rev != 2 {
		t.Errorf("after closing again: %v at %d", s.data.closed.changes, s.data.closed.Rev)
	}
}

func TestEveryWayOfChangingAClosedYearAsks(t *testing.T) {
	w, _ := closedBook(t)
	y, err := w.book.Year(2025)
	if err != nil {
		t.Fatal(err)
	}
	asks := func(what, want string) {
		t.Helper()
		if !readsOn(w, want) {
			t.Errorf("%s: not asked", what)
			return
		}
		tapsOn(t, w, "先不改")
	}
	page := newActivity(w, y.Activities[0].ID)
	w.show(page)
	tapsOn(t, w, "作废这次记录")
	typeInto(t, w, "登记重复")
	tapsOn(t, w, "作废这次记录")
	asks("cancelling", "李秀兰 1 → 0 学时")

	who := newPerson(w, "2")
	w.show(who)
	who.saveFacts("已改", func(p *org.Person) error {
		p.Spells = append(p.Spells, org.Spell{Kind: org.SpellPost, Value: org.Committee, From: "2025-03-01"})
		return nil
	})
	asks("a post", "李秀兰 应修 32 → 56")

	form := newPersonForm(w, "")
	w.show(form)
	form.store(somebody("9", "赵强"))
	asks("somebody new", "赵强 新计入，0 学时，应修 32")

	w.open(atSettings)
	w.now.(*settings).switchPack(packRow{name: "jinan-2020"}, false)
	asks("a pack", "张德厚 应修 56 → 32")

	if list, err := w.book.Store.Journal(1); err != nil || list[0].Op != "close_year" {
		t.Errorf("last step %+v, %v", list, err)
	}
}

func typeInto(t testing.TB, w *Window, text string) {
	t.Helper()
	e, ok := w.win.Canvas().Focused().(*kit.Entry)
	if !ok {
		t.Fatalf("%T has the focus", w.win.Canvas().Focused())
	}
	e.SetText(text)
}

func TestAClosedYearIsOpenedForAReason(t *testing.T) {
	w, s := closedBook(t)
	tapsOn(t, w, "看封存的数字")
	if !readsOn(w, "2025年封存的学时") || !readsOn(w, "济南市") || !readsOn(w, "— ") && !readsOn(w, "0 / —") {
		t.Error("the figures are not shown")
	}
	tapsOn(t, w, "重新打开")
	tapsOn(t, w, "重新打开")
	if !readsOn(w, "请写原因") || !s.data.closed.Closed() {
		t.Error("opened without a reason")
	}
	typeInto(t, w, strings.Repeat("长", org.MaxLine+1))
	tapsOn(t, w, "重新打开")
	if !readsOn(w, "原因太长") {
		t.Error("a reason of a page is taken")
	}
	typeInto(t, w, "上级要求重新核对")
	tapsOn(t, w, "重新打开")
	if s.data.closed.Closed() || !readsOn(w, "封存后已重新打开") || !readsOn(w, "2026年11月23日重新打开：上级要求重新核对") {
		t.Error("the page does not say that it is open")
	}
	rec := newRecord(w, wanted{kind: org.ThemeDay})
	w.show(rec)
	rec.commit(lateThemeDay(t, w), nil)
	if _, err := w.book.Store.Activity("late"); err != nil {
		t.Error("asked about an open year")
	}
}

func TestWhoeverIsNoLongerCountedStandsAmongTheClosed(t *testing.T) {
	_, s := closedBook(t)
	y, err := s.w.book.Year(2025)
	if err != nil {
		t.Fatal(err)
	}
	hours := y.Hours()
	c := closedOf(y, slices.Delete(slices.Clone(hours), 0, 1))
	if c.rows[0] != (closedRow{"张德厚", "0 / 56", "不再计入", true}) {
		t.Errorf("first row %+v", c.rows[0])
	}
	shut := org.Copy(c.Closing, 1).(*org.Closing)
	shut.People = shut.People[1:]
	snap := *y.Snapshot
	snap.Closings = []*org.Closing{shut}
	c = closedOf(&Year{Snapshot: &snap, Pack: y.Pack, N: 2025, Today: y.Today, Day: y.Day}, hours)
	if c.rows[0] != (closedRow{"张德厚", "未计入", "0 / 56", true}) {
		t.Errorf("first row %+v", c.rows[0])
	}
}

func TestClosedHoursForTheEye(t *testing.T) {
	dir := os.Getenv("PICTURES")
	if dir == "" {
		t.Skip("PICTURES names no folder")
	}
	w := openWindow(t, demoBook(t, 38))
	w.open(atHours)
	tapsOn(t, w, "‹ 2025")
	picture(t, w, dir+"/closed-0.png")
	tapsOn(t, w, "封存本年")
	picture(t, w, dir+"/closed-1.png")
	tapsOn(t, w, "封存")
	picture(t, w, dir+"/closed-2.png")
	w.win.Resize(fyne.NewSize(975, 497))
	picture(t, w, dir+"/closed-2-huge.png")
	w.win.Resize(fyne.NewSize(1366, 696))
	y, err := w.book.Year(2025)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range y.Activities {
		if a.State == org.Held && a.From().Year() == 2025 && a.Parts[0].Kind == org.ThemeDay {
			gone := org.Copy(a, a.Rev).(*org.Activity)
			gone.State = org.Cancelled
			rec := newRecord(w, wanted{kind: org.ThemeDay})
			w.show(rec)
			rec.commit(gone, nil)
			break
		}
	}
	picture(t, w, dir+"/closed-3.png")
	tapsOn(t, w, "照样保存")
	w.open(atHours)
	tapsOn(t, w, "‹ 2025")
	picture(t, w, dir+"/closed-4.png")
	w.win.Resize(fyne.NewSize(975, 497))
	picture(t, w, dir+"/closed-4-huge.png")
	w.win.Resize(fyne.NewSize(1366, 696))
	tapsOn(t, w, "看封存的数字")
	picture(t, w, dir+"/closed-5.png")
	tapsOn(t, w, "重新打开")
	picture(t, w, dir+"/closed-6.png")
}
