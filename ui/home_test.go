package ui

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"branchbook/store"
	"branchbook/store/org"
	"branchbook/ui/kit"
)

// shownOf lists the widgets of a type that the screen shows.
func shownOf[T fyne.CanvasObject](w *Window) (out []T) {
	for _, o := range test.LaidOutObjects(w.now.body()) {
		if t, ok := o.(T); ok {
			out = append(out, t)
		}
	}
	return out
}

// buttonOf finds a button of the screen by its words.
func buttonOf(t *testing.T, w *Window, words string) *kit.Button {
	t.Helper()
	for _, b := range shownOf[*kit.Button](w) {
		if b.Text == words {
			return b
		}
	}
	t.Fatalf("no button %s", words)
	return nil
}

func shows(w *Window, words string) bool {
	for _, x := range shownOf[*canvas.Text](w) {
		if x.Text == words {
			return true
		}
	}
	return false
}

func TestTheFirstPageOfAnEmptyBranchLeadsToTheRoster(t *testing.T) {
	w := openWindow(t, emptyBook(t))
	test.Tap(buttonOf(t, w, "导入花名册"))
	if _, ok := w.now.(*intakePage); !ok {
		t.Errorf("导入花名册 opens %T", w.now)
	}
	w.open(atHome)
	test.Tap(buttonOf(t, w, "添加党员"))
	if _, ok := w.now.(*personForm); !ok {
		t.Errorf("添加党员 opens %T", w.now)
	}
	if len(newHome(w).head().actions) != 0 {
		t.Error("an empty branch is offered to record activities")
	}
}

func TestAButtonOfTheFirstPageBeginsTheMissingRecord(t *testing.T) {
	w := openWindow(t, homeVillage(t))
	test.Tap(buttonOf(t, w, "去补录"))
	if _, ok := w.now.(*record); !ok {
		t.Errorf("去补录 opens %T", w.now)
	}
	w.goBack()
	if _, ok := w.now.(*home); !ok {
		t.Errorf("back leads to %T", w.now)
	}
}

func TestTheFirstPageFollowsWhatIsSavedAndUndone(t *testing.T) {
	b := homeVillage(t)
	w := openWindow(t, b)
	before := w.now.(*home).data.count(lackMissing)
	a := &org.Activity{ID: store.NewActivityID(), State: org.Held, Title: "十月主题党日", Level: org.LevelBranch, Parts: []org.Part{{Kind: org.ThemeDay,
		Date: org.NewDate(2026, 10, 20), Start: org.NewClock(9, 0), End: org.NewClock(11, 0), Audience: org.Audience{Kind: org.ForAll}}}}
	w.act("已登记", func(b *Book) (store.Changed, error) { return b.Store.RecordActivity(a) }, nil)
	if after := w.now.(*home).data.count(lackMissing); after != before-1 {
		t.Errorf("%d missing, then %d", before, after)
	}
	w.undo(0)
	if again := w.now.(*home).data.count(lackMissing); again != before {
		t.Errorf("%d missing after the undo, %d before", again, before)
	}
}

func TestAMonthOfTheGridOpensWhatWasHeldThenOrBeginsARecord(t *testing.T) {
	b := homeVillage(t)
	hold(t, b, org.Held, org.ThemeDay, org.NewDate(2026, 10, 20))
	w := openWindow(t, b)
	rows := homeKinds(w.now.(*home).data.grid)
	at := -1
	for i, k := range rows {
		if k.Kind == org.ThemeDay {
			at = i
		}
	}
	grid := shownOf[*kit.MonthGrid](w)[0]
	grid.OnTapped(at, 10)
	list, ok := w.now.(*activities)
	if !ok || len(list.rows) != 1 || list.what.kind != org.ThemeDay || list.what.month != 10 {
		t.Fatalf("October opens %T", w.now)
	}
	w.goBack()
	shownOf[*kit.MonthGrid](w)[0].OnTapped(at, 11)
	if _, ok := w.now.(*record); !ok {
		t.Errorf("November opens %T", w.now)
	}
}

func TestALikelyDayLiesInItsMonth(t *testing.T) {
	today := org.NewDate(2026, 11, 23)
	for month, want := range map[int]org.Date{2: org.NewDate(2026, 2, 28), 11: today, 12: org.NewDate(2026, 12, 1)} {
		if got := likelyDay(today, 2026, month); got != want {
			t.Errorf("month %d: %s", month, got)
		}
	}
}

func TestOnASmallScreenEveryCardIsBelowTheOtherAndNothingStandsOutside(t *testing.T) {
	w := openWindow(t, demoBook(t, 38))
	w.win.Resize(fyne.NewSize(975, 497))
	for p := range []place{atHome, atActivities} {
		w.open(place(p))
		for _, b := range test.LaidOutObjects(w.win.Canvas().Content()) {
			button, ok := b.(*kit.Button)
			if !ok {
				continue
			}
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(button)
			if at.X < 0 || at.X+button.Size().Width > 975 {
				t.Errorf("place %d: %s stands from %v to %v", p, button.Text, at.X, at.X+button.Size().Width)
			}
		}
	}
}

func TestASignInSheetNamesThoseWhoAreDue(t *testing.T) {
	b := homeVillage(t)
	for i, whom := range []org.Audience{{Kind: org.ForAll}, {Kind: org.ForGroups, Groups: []org.GroupID{"00000000-0000-4000-8000-000000000002"}}, {Kind: org.ForCommittee}, {}} {
		sheet, err := sheetFor(b, whom)
		if err != nil {
			t.Fatal(err)
		}
		if want := []int{2, 1, 0, 0}[i]; len(sheet.Signer) != want || sheet.Branch != "柳树村党支部" {
			t.Errorf("%s: %+v", whom.Kind, sheet)
		}
	}
}

func TestPrintingASheetOpensIt(t *testing.T) {
	w := openWindow(t, homeVillage(t))
	var opened string
	w.opt.OpenFile = func(path string) error { opened = path; return nil }
	test.Tap(buttonOf(t, w, "打印签到表"))
	dialog := w.win.Canvas().Overlays().Top()
	for _, o := range test.LaidOutObjects(dialog) {
		if b, ok := o.(*kit.Button); ok && b.Text == "打开签到表" {
			test.Tap(b)
			break
		}
	}
	t.Cleanup(func() { os.RemoveAll(filepath.Dir(opened)) })
	text, err := os.ReadFile(opened)
	if err != nil || !bytes.HasPrefix(text, []byte("%PDF-")) {
		t.Errorf("opened %d bytes, %v", len(text), err)
	}
}

// The bar of the first page's data is 16 ms for 100 members; it is measured
// here, not asserted, since machines differ. In winter the year before is looked
// at as well.
func BenchmarkFirstPage(b *testing.B) {
	for _, members := range []int{100, 500} {
		book := demoBook(b, members)
		run := func(name string, f func()) {
			b.Run(fmt.Sprint(name, members), func(b *testing.B) {
				for b.Loop() {
					f()
				}
			})
		}
		read := func() { homeOf(b, book) }
		run("load", read)
		w := openWindow(b, book)
		d := homeOf(b, book)
		run("show", func() { w.now.(*home).show(d) })
		book.Now = func() time.Time { return time.Date(2027, 2, 1, 9, 0, 0, 0, time.Local) }
		run("winter", read)
	}
}

func TestTheGridOfTheFirstPageShowsTheCommitteeAndLeadsToTheRest(t *testing.T) {
	b := homeVillage(t)
	hold(t, b, org.Held, org.CommitteeMtg, org.NewDate(2026, 11, 20))
	w := openWindow(t, b)
	if !recordShows(w, "支委会") || recordShows(w, "看全部") {
		t.Error("no line of the committee")
	}
	hold(t, b, org.Held, org.Volunteer, org.NewDate(2026, 11, 20))
	w.now.reload()
	(&hand{t: t, w: w}).click("看全部")
	if s, ok := w.now.(*activities); !ok || !s.what.grid || !recordShows(w, "志愿服务") {
		t.Errorf("%T does not show the other kinds", w.now)
	}
}
