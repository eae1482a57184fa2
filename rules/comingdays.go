package rules

import (
	"cmp"
	"slices"

	"branchbook/store/org"
)

// ComingKind is what comes on a day.
type ComingKind string

// What comes.
const (
	ProbationEnds ComingKind = "probation" // 预备期满, 应讨论转正
	TermEnds      ComingKind = "term"      // 任期届满, 换届
	InductionDue  ComingKind = "induction" // 新任书记半年内任职培训
	PartyBirthday ComingKind = "birthday"  // 政治生日: the anniversary of joining
)

// Coming is a day to think of ahead. Day lies in the past where something has
// run out and is still open.
type Coming struct {
	Kind     ComingKind
	Day      org.Date
	Person   org.PersonID // empty: the branch
	Since    org.Partial  // joined, in post from, the term's start
	Years    int          // of membership, for a birthday
	Extended bool         // the probation was extended (延长预备期)
	Inexact  bool         // only the month is known; Day is the latest that it can be
}

// How far ahead one looks.
const (
	comingDays      = 90
	termMonths      = 6 // a superior reminds of an election half a year ahead
	probationMonths = 12
	inductionMonths = 6 // 对新任基层党组织书记一般应在半年内进行任职培训
)

// ComingDays lists what comes in the next 90 days, an election half a year
// ahead, and what has run out and is still open, by day. It looks at those who
// are in the branch's base on the day.
func ComingDays(s *org.Snapshot, day org.Date) []Coming {
	var out []Coming
	if s.Branch != nil {
		if end := s.Branch.Term.End(); end != 0 && end <= day.AddMonths(termMonths) {
			out = append(out, Coming{Kind: TermEnds, Day: end, Since: s.Branch.Term.Start.Partial()})
		}
	}
	for i := range s.Persons {
		m := newMember(s.Persons[i])
		if !m.counts(day) {
			continue
		}
		for _, c := range []Coming{m.probation(day), m.induction(s, day), m.birthday(day)} {
			if c.Day != 0 && c.Day <= day.AddDays(comingDays) {
				c.Person = m.p.ID
				out = append(out, c)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Coming) int { return cmp.Compare(a.Day, b.Day) })
	return out
}

// probation is the end of a probation that no 转正 has been entered for: a year
// after joining, or what it was extended to.
func (m *member) probation(day org.Date) Coming {
	f := m.as(org.SpellCategory, day)
	if f == nil || f.Value != org.Probationary || f.To != "" {
		return Coming{}
	}
	since := f.From
	if _, full := since.Full(); !full && m.p.Joined != "" {
		since = m.p.Joined
	}
	_, full := since.Full()
	c := Coming{Kind: ProbationEnds, Since: since, Day: since.Last().AddMonths(probationMonths), Inexact: !full}
	for i := range m.facts {
		if x := &m.facts[i]; x.Kind == org.SpellExtension && x.To != "" && x.to > c.Day {
			_, full := x.To.Full()
			c.Day, c.Extended, c.Inexact = x.to, true, !full
		}
	}
	return c
}

// induction is the last day for the 任职培训 of somebody who became secretary
// and was not it before; 0 if the training was held, or the time has been over
// for longer than one looks ahead.
func (m *member) induction(s *org.Snapshot, day org.Date) Coming {
	f := m.one(org.SpellPost, day, org.Secretary)
	if f == nil {
		return Coming{}
	}
	from, full := f.Spell.From.Full()
	due := from.AddMonths(inductionMonths)
	if !full || due < day.AddDays(-comingDays) || m.one(org.SpellPost, from-1, org.Secretary) != nil || trained(s, m.p.ID, from) {
		return Coming{}
	}
	return Coming{Kind: InductionDue, Day: due, Since: f.Spell.From}
}

// trained tells whether somebody was at a 任职培训 held on or after the day.
func trained(s *org.Snapshot, id org.PersonID, from org.Date) bool {
	for _, a := range s.Activities {
		for i := range a.Parts {
			if a.State != org.Held || a.Parts[i].Kind != org.Induction || a.Parts[i].Date < from {
				continue
			}
			if r, ok := a.At(id, i+1); ok && r.Status.There() {
				return true
			}
		}
	}
	return false
}

// birthday is the next anniversary of joining. Where only the month is known it
// is the month's last day.
func (m *member) birthday(day org.Date) Coming {
	joined := m.p.Joined
	if len(joined) < len("2006-01") {
		return Coming{}
	}
	_, full := joined.Full()
	years := max(day.Year()-joined.First().Year(), 1)
	next := joined.Last().AddMonths(12 * years)
	if next < day {
		years++
		next = joined.Last().AddMonths(12 * years)
	}
	return Coming{Kind: PartyBirthday, Day: next, Since: joined, Years: years, Inexact: !full}
}
