package kit

import "testing"

var monday = Day{2026, 11, 23}

func TestDaysAreReadAsPeopleTypeThem(t *testing.T) {
	no := Day{}
	for _, c := range []struct {
		text    string
		partial bool
		want    Day
	}{
		{"2020-3-10", false, Day{2020, 3, 10}},
		{"2020-03-10", false, Day{2020, 3, 10}},
		{"2020.3.10", false, Day{2020, 3, 10}},
		{"2020.03.10", false, Day{2020, 3, 10}},
		{"2020/3/10", false, Day{2020, 3, 10}},
		{"2020/03/10", false, Day{2020, 3, 10}},
		{"20200310", false, Day{2020, 3, 10}},
		{"2020年3月10日", false, Day{2020, 3, 10}},
		{"2020年03月10日", false, Day{2020, 3, 10}},
		{"2020年3月10号", false, Day{2020, 3, 10}},
		{"2020年3月10", false, Day{2020, 3, 10}},
		{" 2020 年 3 月 10 日 ", false, Day{2020, 3, 10}},
		{"２０２０－３－１０", false, Day{2020, 3, 10}},
		{"2020。3。10", false, Day{2020, 3, 10}},
		{"2020—3—10", false, Day{2020, 3, 10}},
		{"3-10", false, Day{2026, 3, 10}},
		{"3.10", false, Day{2026, 3, 10}},
		{"3/10", false, Day{2026, 3, 10}},
		{"03-10", false, Day{2026, 3, 10}},
		{"3月10日", false, Day{2026, 3, 10}},
		{"3月10号", false, Day{2026, 3, 10}},
		{"12月1", false, Day{2026, 12, 1}},
		{"今天", false, monday},
		{"昨天", false, Day{2026, 11, 22}},
		{"前天", false, Day{2026, 11, 21}},
		{"明天", false, Day{2026, 11, 24}},
		{"后天", false, Day{2026, 11, 25}},
		{"2024-2-29", false, Day{2024, 2, 29}},
		{"1921-7-23", false, Day{1921, 7, 23}},
		{"2025-2-29", false, no},
		{"2020-13-1", false, no},
		{"2020-0-10", false, no},
		{"2020-4-31", false, no},
		{"2020-4-0", false, no},
		{"20201310", false, no},
		{"0202-3-10", false, no},
		{"1899-12-31", false, no},
		{"2200-1-1", false, no},
		{"20200-3-10", false, no},
		{"20-3-10", false, no},
		{"2-30", false, no},
		{"大前天", false, no},
		{"三月十日", false, no},
		{"x", false, no},
		{"", false, no},
		{"2020年3月", false, no},
		{"2020年", false, no},
		{"2020年3月", true, Day{2020, 3, 0}},
		{"2020-3", true, Day{2020, 3, 0}},
		{"2020.3", true, Day{2020, 3, 0}},
		{"2020/03", true, Day{2020, 3, 0}},
		{"202003", true, Day{2020, 3, 0}},
		{"2020年", true, Day{2020, 0, 0}},
		{"2020", true, Day{2020, 0, 0}},
		{"2020年13月", true, no},
		{"2020年0月", true, no},
		{"202000", true, no},
		{"1800年", true, no},
		{"2020年3月10日", true, Day{2020, 3, 10}},
		{"3月10日", true, Day{2026, 3, 10}},
	} {
		got, ok := ParseDay(c.text, monday, c.partial)
		if ok != (c.want != no) || ok && got != c.want {
			t.Errorf("ParseDay(%q, partial %v) = %v, %v; want %v", c.text, c.partial, got, ok, c.want)
		}
	}
}

func TestMonthsMoveToTheirOwnLastDay(t *testing.T) {
	for _, c := range []struct {
		from Day
		n    int
		want Day
	}{
		{Day{2026, 1, 31}, 1, Day{2026, 2, 28}},
		{Day{2023, 12, 31}, 2, Day{2024, 2, 29}},
		{Day{2024, 2, 29}, -12, Day{2023, 2, 28}},
		{Day{2026, 1, 15}, -1, Day{2025, 12, 15}},
	} {
		if got := c.from.addMonths(c.n); got != c.want {
			t.Errorf("%v and %d months = %v, want %v", c.from, c.n, got, c.want)
		}
	}
}

func TestTheWeekBeginsOnMonday(t *testing.T) {
	if got := monday.weekday(); got != 0 {
		t.Errorf("2026-11-23 is weekday %d, want 0", got)
	}
	if got := monday.add(6).weekday(); got != 6 {
		t.Errorf("2026-11-29 is weekday %d, want 6", got)
	}
}

func FuzzDayIsReadAgainAsItIsShown(f *testing.F) {
	for _, s := range []string{"2020-3-10", "3月10日", "今天", "2020年3月", "2020", "２０２０－３－１０", "2020-2-30", "0000", "99999999"} {
		f.Add(s, true)
		f.Add(s, false)
	}
	f.Fuzz(func(t *testing.T, text string, partial bool) {
		d, ok := ParseDay(text, monday, partial)
		if !ok {
			return
		}
		again, ok := ParseDay(d.Text(), Day{1999, 9, 9}, partial)
		if !ok || again != d {
			t.Errorf("%q is %v, shown as %s, read again as %v, %v", text, d, d.Text(), again, ok)
		}
	})
}
