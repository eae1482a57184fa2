package kit

import (
	"fmt"
	"time"
)

// Day is a calendar day as a field shows it. Where a field allows it, the day
// or the month may be 0 for "not known". The zero Day is no day at all.
type Day struct{ Year, Month, Day int }

// DayOf returns the day that t shows in its own zone.
func DayOf(t time.Time) Day { return Day{t.Year(), int(t.Month()), t.Day()} }

// IsZero reports whether there is no day.
func (d Day) IsZero() bool { return d == Day{} }

// Whole reports whether year, month and day are known and the calendar has such
// a day, in the years 1 to 9999.
func (d Day) Whole() bool {
	return d.Year >= 1 && d.Year <= 9999 && DayOf(d.time()) == d
}

// valid is Whole, or known to the month or the year alone.
func (d Day) valid() bool {
	switch {
	case d.Day != 0:
		return d.Whole()
	case d.Month != 0:
		return Day{d.Year, d.Month, 1}.Whole()
	}
	return d.Year >= 1 && d.Year <= 9999
}

// likely is valid in a year that nobody mistyped.
func (d Day) likely() bool { return d.Year >= 1900 && d.Year <= 2199 && d.valid() }

func (d Day) time() time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// Text writes the day as people do, 2020年3月10日, 2020年3月 or 2020年; nothing
// for no day.
func (d Day) Text() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%d年", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%d年%d月", d.Year, d.Month)
	}
	return fmt.Sprintf("%d年%d月%d日", d.Year, d.Month, d.Day)
}

// add returns the day n days later.
func (d Day) add(n int) Day { return DayOf(d.time().AddDate(0, 0, n)) }

// addMonths returns the day n months later, or the last day of that month if it
// is shorter.
func (d Day) addMonths(n int) Day {
	first := DayOf(time.Date(d.Year, time.Month(d.Month+n), 1, 0, 0, 0, 0, time.UTC))
	first.Day = min(d.Day, first.days())
	return first
}

// days is the number of days of the month.
func (d Day) days() int {
	return time.Date(d.Year, time.Month(d.Month+1), 0, 0, 0, 0, 0, time.UTC).Day()
}

// weekday counts from 0 for 星期一.
func (d Day) weekday() int { return (int(d.time().Weekday()) + 6) % 7 }
