package ui

import (
	"branchbook/store/org"
)

// readingYear is what the page of 必读书目 shows of a year.
type readingYear struct {
	yearPlace
	today org.Date
	items []*org.Reading
	says  []ruleLine
	who   []reader
}

// reader is somebody who can be marked as having read something.
type reader struct {
	id   org.PersonID
	name string
}

// loadReadings reads the list of a year.
func loadReadings(b *Book, year int) (*readingYear, error) {
	y, err := b.Year(year)
	if err != nil {
		return nil, err
	}
	d := &readingYear{yearPlace: placeOf(y), today: y.Today, says: ruleLines(y, "reading")}
	marked := map[org.PersonID]bool{}
	for _, r := range y.Readings {
		if r.Year != year {
			continue
		}
		d.items = append(d.items, r)
		for _, m := range r.Read {
			marked[m.Person] = true
		}
	}
	of := membersOf(y)
	for _, p := range y.Persons {
		if _, here := of[p.ID]; here || marked[p.ID] {
			d.who = append(d.who, reader{p.ID, y.Label(p, y.Day)})
		}
	}
	return d, nil
}

// has tells whether the list has another item of that title.
func (d *readingYear) has(title string, other *org.Reading) bool {
	for _, r := range d.items {
		if r.Title == title && r.ID != other.ID {
			return true
		}
	}
	return false
}

// marksOf is who has read an item now: old marks keep their day, new ones get the
// one given, which may be 0 for not known.
func marksOf(old []org.ReadMark, who []reader, read func(i int) bool, on org.Date) (out []org.ReadMark) {
	was := map[org.PersonID]org.ReadMark{}
	for _, m := range old {
		was[m.Person] = m
	}
	for i, r := range who {
		if !read(i) {
			continue
		}
		m, there := was[r.id]
		if !there {
			m = org.ReadMark{Person: r.id, On: on}
		}
		out = append(out, m)
	}
	return out
}
