package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"branchbook/ui/kit"
	"branchbook/ui/kit/kittest"
)

var today = kit.Day{Year: 2026, Month: 11, Day: 23}

func dateField() *kit.DateField {
	f := kit.NewDateField()
	f.Today = func() kit.Day { return today }
	return f
}

func TestADayIsShownInWordsWhenItsFieldIsLeft(t *testing.T) {
	kittest.App(t)
	f := dateField()
	var told []kit.Day
	f.OnDay = func(d kit.Day) { told = append(told, d) }
	c := window(t, container.NewVBox(f, kit.NewEntry("")))
	c.Focus(f)
	typed(c, "3-10")
	if f.Text != "3-10" || len(told) != 0 {
		t.Fatalf("while typing: text %q, told %v", f.Text, told)
	}
	press(c, fyne.KeyReturn)
	if want := (kit.Day{Year: 2026, Month: 3, Day: 10}); f.Text != "2026年3月10日" || len(told) != 1 || told[0] != want || f.Day() != want {
		t.Errorf("text %q, told %v, day %v", f.Text, told, f.Day())
	}
}

func TestAFieldThatIsEmptiedHasNoDay(t *testing.T) {
	kittest.App(t)
	f := dateField()
	var told []kit.Day
	f.OnDay = func(d kit.Day) { told = append(told, d) }
	f.SetDay(today)
	f.SetText("")
	if !f.Day().IsZero() || f.Fault() != "" || len(told) != 1 {
		t.Errorf("day %v, fault %q, told %v", f.Day(), f.Fault(), told)
	}
}

func TestWhatIsNoDayIsMarkedAndStays(t *testing.T) {
	kittest.App(t)
	f := dateField()
	f.SetDay(today)
	form := kit.NewForm().Row(kit.Field{Name: "date", Label: "日期", Widget: f})
	c := window(t, form)
	f.SetText("2026-2-30")
	c.Focus(f)
	c.FocusNext()
	c.Unfocus()
	if f.Text != "2026-2-30" || !f.Day().IsZero() || form.FaultOf("date") == "" {
		t.Errorf("text %q, day %v, fault %q", f.Text, f.Day(), form.FaultOf("date"))
	}
	if !form.Unread() || c.Focused() != f {
		t.Errorf("the form does not lead to the field, focus on %T", c.Focused())
	}
	typed(c, "x")
	if form.FaultOf("date") != "" {
		t.Error("the fault stays while it is corrected")
	}
	f.SetText("2026-2-28")
	if form.Unread() || f.Day().IsZero() {
		t.Errorf("the corrected day %v is still unread: %q", f.Day(), f.Fault())
	}
}

func TestPrecisionIsKeptWhereItIsAllowed(t *testing.T) {
	kittest.App(t)
	f := dateField()
	f.SetText("2020年3月")
	if f.Fault() == "" {
		t.Error("a whole day is not asked for")
	}
	f.Partial = true
	f.SetText("2020-3")
	if got := f.Day(); got != (kit.Day{Year: 2020, Month: 3}) || f.Text != "2020年3月" {
		t.Errorf("day %v, text %q", got, f.Text)
	}
}

func TestTheCalendarIsUsedByKeys(t *testing.T) {
	for _, c := range []struct {
		keys []fyne.KeyName
		want string
	}{
		{nil, "2026年11月23日"},
		{[]fyne.KeyName{fyne.KeyRight, fyne.KeyDown}, "2026年12月1日"},
		{[]fyne.KeyName{fyne.KeyLeft, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp}, "2026年10月25日"},
		{[]fyne.KeyName{fyne.KeyPageUp}, "2026年10月23日"},
		{[]fyne.KeyName{fyne.KeyPageDown, fyne.KeyEnd}, "2026年12月31日"},
		{[]fyne.KeyName{fyne.KeyHome}, "2026年11月1日"},
	} {
		kittest.App(t)
		f := dateField()
		on := window(t, container.NewVBox(f))
		on.Focus(f)
		f.TypedShortcut(altDown)
		press(on, append(c.keys, fyne.KeyReturn)...)
		if f.Text != c.want || on.Focused() != f {
			t.Errorf("%v took %q, want %q; focus on %T", c.keys, f.Text, c.want, on.Focused())
		}
	}
}

func TestTheCalendarIsUsedByThePointer(t *testing.T) {
	kittest.App(t)
	f := dateField()
	c := window(t, container.NewVBox(f))
	at := func(x, y float32) fyne.Position { return fyne.NewPos(x, kit.Control+2+y) }
	open := func() { test.TapCanvas(c, fyne.NewPos(small.Width-18, 20)) }
	// A column is 42 wide after an edge of 8; the first week begins at 68, each is 34 high.
	for _, tap := range []struct {
		name string
		at   []fyne.Position
		want string
	}{
		{"the first cell of November 2026 is 26 October", []fyne.Position{at(20, 80)}, "2026年10月26日"},
		{"Sunday of the second week", []fyne.Position{at(8+6*42+20, 68+34+10)}, "2026年11月8日"},
		{"the foot is today", []fyne.Position{at(155, 295)}, "2026年11月23日"},
		{"a year back, then the first cell", []fyne.Position{at(20, 20), at(20, 80)}, "2025年10月27日"},
		{"a month on, then the second week", []fyne.Position{at(8+5*42+20, 20), at(20, 68+34+10)}, "2026年12月7日"},
	} {
		f.SetDay(today)
		open()
		for _, p := range tap.at {
			test.TapCanvas(c, p)
		}
		if f.Text != tap.want {
			t.Errorf("%s: %q, want %q", tap.name, f.Text, tap.want)
		}
		press(c, fyne.KeyEscape)
	}
}

func TestTheCalendarSpeaksChinese(t *testing.T) {
	kittest.App(t)
	f := dateField()
	c := window(t, container.NewVBox(f))
	c.Focus(f)
	press(c, fyne.KeyF4)
	for _, words := range []string{"2026年11月", "一", "日", "今天 2026年11月23日"} {
		if !shows(c, words) {
			t.Errorf("%q is not shown", words)
		}
	}
}

func TestATimeIsShownWhenItsFieldIsLeft(t *testing.T) {
	kittest.App(t)
	f := kit.NewTimeField()
	var told []kit.Time
	f.OnTime = func(x kit.Time) { told = append(told, x) }
	c := window(t, container.NewVBox(f, kit.NewEntry("")))
	c.Focus(f)
	typed(c, "2点半")
	press(c, fyne.KeyReturn)
	if f.Text != "14:30" || len(told) != 1 || told[0] != 14*60+30 {
		t.Errorf("text %q, told %v", f.Text, told)
	}
	f.SetText("24:00")
	if f.Fault() == "" || f.Time() != kit.NoTime {
		t.Errorf("24:00 is read as %v", f.Time())
	}
	f.Midnight = true
	if f.Fault() != "" || f.Time() != 1440 {
		t.Errorf("24:00 is read as %v, fault %q", f.Time(), f.Fault())
	}
}
