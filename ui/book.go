package ui

import (
	"time"

	"branchbook/rules"
	"branchbook/store"
	"branchbook/store/org"
)

// Book is the open branch as the screens load from it: the file and the clock.
type Book struct {
	Store   *store.Store
	Now     func() time.Time
	Version string // of the program

	temp bool // a demo in a folder of its own, which goes when the book is closed
}

// Today is the day by the clock.
func (b *Book) Today() org.Date { return org.DateOf(b.Now()) }

// Year is what a screen of one year judges by. Its values are shared and
// read-only.
type Year struct {
	*org.Snapshot
	Pack  *rules.Pack
	N     int      // the year
	Today org.Date // by the clock
	Day   org.Date // the day as of which the year is told: today, or its last day once it is over
}

// Year reads what the rules of a year need, with the year before it, and the
// rules of today.
func (b *Book) Year(year int) (*Year, error) {
	snap, err := b.Store.Year(year)
	if err != nil {
		return nil, err
	}
	today := b.Today()
	pack, err := rules.Load(today, snap.Packs)
	if err != nil {
		return nil, err
	}
	if hours := pack.HoursSpan(year, today); !hours.Calendar() {
		if snap, err = b.Store.YearUntil(year, hours.Last); err != nil {
			return nil, err
		}
	}
	return &Year{Snapshot: snap, Pack: pack, N: year, Today: today, Day: min(today, org.NewDate(year, 12, 31))}, nil
}

// ThisYear is Year for the year of today.
func (b *Book) ThisYear() (*Year, error) { return b.Year(b.Today().Year()) }

// StudyYear is Year for the year of hours of that number, 0 for the one that
// runs. Where hours do not follow the calendar, that may be the number of the
// year before.
func (b *Book) StudyYear(n int) (*Year, error) {
	y, err := b.ThisYear()
	if err != nil {
		return nil, err
	}
	if n == 0 {
		n = y.Running()
	}
	if n == y.N {
		return y, nil
	}
	return b.Year(n)
}

// Running is the year of hours that today lies in.
func (y *Year) Running() int { return y.Pack.HoursYearOf(y.Today) }

// Span tells when the year of hours of that number is.
func (y *Year) Span() rules.HoursSpan { return y.Pack.HoursSpan(y.N, y.Today) }

// Hours tells everybody's study of the year of hours of that number.
func (y *Year) Hours() []rules.PersonHours {
	return rules.Hours(y.Pack, y.Snapshot, y.N, y.Today)
}

// Findings tells what the rules ask of the year.
func (y *Year) Findings() []rules.Finding { return rules.CheckYear(y.Pack, y.Snapshot, y.N, y.Today) }
