package paper

import (
	"slices"

	"branchbook/store/org"
)

// SignSheet is what a 签到表 says. What is empty stays a line to fill in.
type SignSheet struct {
	Branch string   // full name
	What   string   // 党员大会, or several kinds joined by 、
	Title  string   // of the meeting, when it has one besides its kind
	Date   org.Date // with Start and End the 时间
	Until  org.Date // the last day, of several
	Start  org.Clock
	End    org.Clock
	Place  string
	Chair  string
	Signer []Signer // who is due, in roster order; none: a blank form
	Guests []string // 列席, as far as known beforehand
	Rows   int      // empty rows of a blank form; 0: as many as one page holds well
}

// Signer is one name on a sheet.
type Signer struct {
	Name string
	Note string // 备注
}

// SheetOf fills a sheet from an activity: a part counted from 1, or all of it
// for 0. The names are those due by the record where there is one, else those
// whom the caller found to be due, in roster order either way.
func SheetOf(s *org.Snapshot, a *org.Activity, part int, due []org.PersonID) *SignSheet {
	if len(a.Parts) == 1 {
		part = 1
	}
	sheet := &SignSheet{Branch: s.Branch.Name, Title: a.Title, Place: a.Place}
	parts := partsOf(a, part)
	var kinds []string
	for _, n := range parts {
		if k := a.Parts[n-1].Kind.Chinese(); !slices.Contains(kinds, k) {
			kinds = append(kinds, k)
		}
	}
	sheet.What = list("、", kinds...)
	sheet.times(s, a, parts)
	sheet.people(s, a, parts, due)
	return sheet
}

// partsOf lists a part, or all of them for 0.
func partsOf(a *org.Activity, part int) []int {
	if part > 0 {
		return []int{part}
	}
	all := make([]int, len(a.Parts))
	for i := range all {
		all[i] = i + 1
	}
	return all
}

// times fills in when the parts are, from the first to the last, and who is in
// the chair first.
func (f *SignSheet) times(s *org.Snapshot, a *org.Activity, parts []int) {
	for _, n := range parts {
		p := &a.Parts[n-1]
		if f.Date == 0 || p.Date < f.Date {
			f.Date = p.Date
		}
		f.Until = max(f.Until, p.Date)
		if f.Start == 0 || p.Start != 0 && p.Start < f.Start {
			f.Start = p.Start
		}
		f.End = max(f.End, p.End)
		if f.Chair == "" {
			f.Chair = who(s, p.Chair, p.Date)
		}
	}
	if f.Until > f.Date {
		f.Start, f.End = 0, 0
	}
}

func (f *SignSheet) people(s *org.Snapshot, a *org.Activity, parts []int, due []org.PersonID) {
	given := make(map[org.PersonID]bool, len(due))
	for _, id := range due {
		given[id] = true
	}
	for _, p := range s.Persons {
		signs, there, note := given[p.ID], false, ""
		if len(a.Attendance) > 0 {
			signs, there, note = atAny(a, parts, p.ID)
		}
		switch name := s.Label(p, f.Date); {
		case signs:
			f.Signer = append(f.Signer, Signer{name, note})
		case there:
			f.Guests = append(f.Guests, name)
		}
	}
}

// atAny says what the record has of a person at one of the parts: due, there,
// and in a word why not simply there.
func atAny(a *org.Activity, parts []int, id org.PersonID) (due, there bool, note string) {
	for _, n := range parts {
		r, ok := a.At(id, n)
		if !ok {
			continue
		}
		if r.Due && !due && a.State == org.Held && r.Status != org.Present && r.Status != org.NotAsked {
			note = r.Status.Chinese()
		}
		due = due || r.Due
		there = there || r.Status.There()
	}
	return due, there, note
}
