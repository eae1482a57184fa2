package rules

import (
	"fmt"
	"time"

	"branchbook/store/org"
)

// yearDay is the day of the calendar on which a year of hours begins. The zero
// yearDay is 1 January.
type yearDay struct {
	Month time.Month
	Day   int
}

// parseYearDay reads MM-DD. The day is at most 28, so that every year has it
// and every month has a day of that number.
func parseYearDay(s string) (yearDay, bool) {
	at, err := time.Parse("01-02", s)
	if err != nil || at.Day() > 28 {
		return yearDay{}, false
	}
	return yearDay{at.Month(), at.Day()}, true
}

// in is the day in a calendar year.
func (d yearDay) in(year int) org.Date {
	if d == (yearDay{}) {
		return yearStart(year)
	}
	return org.NewDate(year, d.Month, d.Day)
}

// String writes MM-DD.
func (d yearDay) String() string {
	if d == (yearDay{}) {
		d = yearDay{time.January, 1}
	}
	return fmt.Sprintf("%02d-%02d", d.Month, d.Day)
}

// MarshalText writes MM-DD.
func (d yearDay) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// HoursSpan is one year of hours as of a day. Year N begins in the calendar year
// N, on the day on which the rules that then hold let it begin, and lasts until
// year N+1 begins: where that day was changed, one year is longer or shorter.
type HoursSpan struct {
	Year        int
	First, Last org.Date // both inclusive
	Day         org.Date // as of which it is told: the asked day, or the last if that is earlier
}

// HoursSpan returns a year of hours as of a day.
func (p *Pack) HoursSpan(year int, day org.Date) HoursSpan {
	first, last := p.hoursYear(year)
	return HoursSpan{year, first, last, min(day, last)}
}

// Calendar tells whether the year runs as the calendar does.
func (s HoursSpan) Calendar() bool { return s.First == yearStart(s.Year) && s.Last == yearEnd(s.Year) }

// Months lists the months of the calendar that share a day with the year, each
// by its first day.
func (s HoursSpan) Months() []org.Date {
	y, m, _ := s.First.YMD()
	var out []org.Date
	for day := org.NewDate(y, m, 1); day <= s.Last; day = day.AddMonths(1) {
		out = append(out, day)
	}
	return out
}

func (p *Pack) hoursYear(year int) (first, last org.Date) {
	return p.hoursStart(year), p.hoursStart(year+1) - 1
}

// hoursStart is the first day of the calendar year that the rules in force on
// it call the first of a year; if a change passed it over, the day that the
// rules of 31 December name.
func (p *Pack) hoursStart(year int) org.Date {
	for i, e := range p.eras {
		day := e.facts.starts.in(year)
		if day >= e.from && (i+1 == len(p.eras) || day < p.eras[i+1].from) {
			return day
		}
	}
	return p.at(yearEnd(year)).facts.starts.in(year)
}

// HoursYearOf returns the year of hours that a day lies in.
func (p *Pack) HoursYearOf(day org.Date) int {
	if year := day.Year(); p.hoursStart(year) <= day {
		return year
	}
	return day.Year() - 1
}

// hoursPeriod is a year of hours as a period.
func (p *Pack) hoursPeriod(year int) period {
	first, last := p.hoursYear(year)
	out := period{first: first, last: last}
	out.key, out.words = periodName(year, 1, 12)
	if first != yearStart(year) || last != yearEnd(year) {
		out.words = fmt.Sprintf("%d年度（%s至%s）", year, first.Chinese(), last.Chinese())
	}
	return out
}

// monthsFrom lists the months of a span of days, each as the span of its own
// days, from the first day on.
func monthsFrom(first, last org.Date) []span {
	var out []span
	for from, n := first, 1; from <= last; n++ {
		next := first.AddMonths(n)
		out = append(out, span{from, min(next, last+1)})
		from = next
	}
	return out
}
