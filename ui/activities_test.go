package ui

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"branchbook/rules"
	"branchbook/store/org"
	"branchbook/ui/kit"
)

func TestTheListIsSearchedAndNarrowedAndARowOpens(t *testing.T) {
	b := homeVillage(t)
	hold(t, b, org.Held, org.ThemeDay, org.NewDate(2026, 10, 20))
	hold(t, b, org.Held, org.ThemeDay, org.NewDate(2026, 11, 20))
	hold(t, b, org.Held, org.GroupMeeting, org.NewDate(2026, 11, 21))
	w := openWindow(t, b)
	w.open(atActivities)
	s := w.now.(*activities)
	count := func(want int) {
		t.Helper()
		if len(s.rows) != want || want > 0 && s.table.Count() != want {
			t.Errorf("%d rows, the table shows %d, want %d", len(s.rows), s.table.Count(), want)
		}
	}
	count(3)
	test.Tap(buttonOf(t, w, "主题党日 2"))
	count(2)
	s.search.SetText("10月")
	count(1)
	s.search.SetText("没有这个")
	count(0)
	test.Tap(buttonOf(t, w, "看全部"))
	count(3)
	if s.search.Text != "" {
		t.Error("the words stay in the field")
	}
	s.table.OnOpen(0)
	if _, ok := w.now.(*activity); !ok {
		t.Errorf("a row opens %T", w.now)
	}
}

func TestTheYearTurnsBackAsFarAsThereIsSomething(t *testing.T) {
	b := homeVillage(t)
	hold(t, b, org.Held, org.Lecture, org.NewDate(2025, 10, 20))
	w := openWindow(t, b)
	w.open(atActivities)
	s := w.now.(*activities)
	if len(s.rows) != 0 || !shows(w, "2026 年还没有活动") {
		t.Errorf("%d rows in a year without any", len(s.rows))
	}
	test.Tap(s.earlier)
	if s.data.n != 2025 || len(s.rows) != 1 || !s.earlier.Disabled() {
		t.Errorf("%d: %d rows, further back %v", s.data.n, len(s.rows), !s.earlier.Disabled())
	}
	test.Tap(s.year)
	if s.data.n != 2026 || s.later.Disabled() {
		t.Errorf("the year leads to %d", s.data.n)
	}
}

func TestTheGridOfTheYearListsAMonthOrBeginsARecord(t *testing.T) {
	b := homeVillage(t)
	hold(t, b, org.Held, org.ThemeDay, org.NewDate(2026, 10, 20))
	w := openWindow(t, b)
	w.open(atActivities)
	s := w.now.(*activities)
	test.Tap(buttonOf(t, w, "按月看"))
	if len(shownOf[*kit.MonthGrid](w)) != 1 {
		t.Fatal("no grid")
	}
	at := 0
	for i, k := range s.data.grid {
		if k.Kind == org.ThemeDay {
			at = i
		}
	}
	s.search.SetText("十月")
	if s.what.grid {
		t.Error("words are looked for in the grid")
	}
	s.all()
	test.Tap(buttonOf(t, w, "按月看"))
	s.grid.OnTapped(at, 10)
	if s.what.grid || len(s.rows) != 1 {
		t.Errorf("October lists %d, as a grid %v", len(s.rows), s.what.grid)
	}
	test.Tap(buttonOf(t, w, "只看 10 月"))
	if s.what.month != 0 || s.what.kind != org.ThemeDay {
		t.Errorf("without the month: %+v", s.what)
	}
	s.grid.OnTapped(at, 3)
	if _, ok := w.now.(*record); !ok {
		t.Errorf("an empty month opens %T", w.now)
	}
}

func TestTheSignsOfAMonth(t *testing.T) {
	for want, m := range signCases {
		if got := gridCell(&m, false).Sign; got != want {
			t.Errorf("%+v: %q, want %q", m, got, want)
		}
	}
	if gridCell(&emptyMonth, true).Sign != "·" {
		t.Error("an empty month invites nobody")
	}
}

var emptyMonth rules.Month

var signCases = map[string]rules.Month{
	"":    {},
	"✓":   {Held: 1},
	"✓2":  {Held: 2},
	"补":   {Held: 1, Late: 1},
	"补3":  {Held: 3, Late: 1},
	"计划":  {Planned: 1},
	"待":   {State: rules.Running, Need: 1, Planned: 1},
	"未到":  {State: rules.Running, Need: 1, Ahead: true},
	"缺":   {State: rules.Missing, Need: 1},
	"2/3": {State: rules.Missing, Have: 2, Need: 3, Held: 2},
	"1/3": {State: rules.Running, Have: 1, Need: 3, Held: 1},
	"说明":  {State: rules.Missing, Need: 1, Waived: true},
}
