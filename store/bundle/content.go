package bundle

import (
	"crypto/sha256"
	"hash"
	"maps"
	"slices"

	"branchbook/store/org"
)

// Content is what a branch has to say, encoded once: the roster, and its years.
// It is put into a bundle by Write.
type Content struct {
	branch *org.Branch
	people []*org.Person
	list   []org.Aggregate
	lines  []line // in order
	roster Roster
	years  []Year // ascending
}

// Encode checks and encodes the aggregates of a branch, in any order. years
// are listed even if nothing is left in them, so that a year which is empty now
// is emptied above too. What the receiver did not ask for must be masked before
// (see Mask). It returns a *Fault that names the aggregate, also when one is
// over a limit (then ErrTooLarge beneath).
func Encode(list []org.Aggregate, years ...int) (*Content, error) {
	if len(list) > MaxRecords {
		return nil, &Fault{Where: "records", Why: WhyLarge, Err: ErrTooLarge}
	}
	lines := make([]line, len(list))
	for i, a := range list {
		l, err := encodeLine(a)
		if err != nil {
			return nil, err
		}
		lines[i] = l
	}
	slices.SortFunc(lines, compareLines)
	return gather(list, lines, years)
}

// gather makes the content of records that are each in order by themselves:
// ids are unique, nothing points outside, digests and counts are taken.
func gather(list []org.Aggregate, lines []line, years []int) (*Content, error) {
	seen := make(map[string]bool, len(lines))
	for _, l := range lines {
		if seen[l.ref.ID] {
			return nil, &Fault{l.ref, "id", WhyTwice, nil}
		}
		seen[l.ref.ID] = true
	}
	c := &Content{list: list, lines: lines}
	if err := c.findRoster(list); err != nil {
		return nil, err
	}
	known := rosterOf(c.branch, c.people)
	for _, a := range list {
		if field := known.stray(a); field != "" {
			return nil, &Fault{a.Ref(), field, WhyPointer, nil}
		}
	}
	c.tally(years)
	if len(c.years) > MaxYears {
		return nil, &Fault{Where: "years", Why: WhyLarge, Err: ErrTooLarge}
	}
	return c, nil
}

func (c *Content) findRoster(list []org.Aggregate) error {
	for _, a := range list {
		switch v := a.(type) {
		case *org.Branch:
			if c.branch != nil {
				return &Fault{v.Ref(), "branch", WhyTwice, nil}
			}
			c.branch = v
		case *org.Person:
			c.people = append(c.people, v)
		}
	}
	if c.branch == nil {
		return fault("branch", WhyMissing)
	}
	return nil
}

// tally takes digests and counts: the roster's over the lines of year 0, a
// year's over its own, each in the order of the file.
func (c *Content) tally(years []int) {
	type sum struct {
		hash   hash.Hash
		counts map[org.Kind]int
	}
	sums := map[int]*sum{}
	of := func(year int) *sum {
		s := sums[year]
		if s == nil {
			s = &sum{sha256.New(), map[org.Kind]int{}}
			sums[year] = s
		}
		return s
	}
	for _, y := range slices.Concat(years, []int{0}) {
		of(y)
	}
	for _, l := range c.lines {
		s := of(l.year)
		s.hash.Write(l.text)
		s.counts[l.ref.Kind]++
	}
	for _, y := range slices.Sorted(maps.Keys(sums)) {
		s := sums[y]
		if d := Digest(s.hash.Sum(nil)); y != 0 {
			c.years = append(c.years, Year{y, true, d, s.counts})
		} else {
			c.roster = Roster{d, total(s.counts)}
		}
	}
}

func total(counts map[org.Kind]int) int {
	n := 0
	for _, c := range counts {
		n += c
	}
	return n
}

// Roster returns digest and number of the records that belong to no year.
func (c *Content) Roster() Roster { return c.roster }

// Years returns digests and counts of the years, ascending.
func (c *Content) Years() []Year { return slices.Clone(c.years) }

// Omit leaves the records of a year out of the bundle; its digest and counts
// stay in the manifest. It is for a year whose digest the newest receipt names.
func (c *Content) Omit(year int) {
	for i := range c.years {
		if c.years[i].Year == year {
			c.years[i].Sent = false
		}
	}
}

// sent returns the lines that go into the bundle, and their number by kind.
func (c *Content) sent() ([]line, map[org.Kind]int) {
	omitted := map[int]bool{}
	for _, y := range c.years {
		omitted[y.Year] = !y.Sent
	}
	var out []line
	counts := map[org.Kind]int{}
	for _, l := range c.lines {
		if !omitted[l.year] {
			out = append(out, l)
			counts[l.ref.Kind]++
		}
	}
	return out, counts
}
