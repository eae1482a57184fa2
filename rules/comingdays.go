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
	InductionDue  ComingKind = "induction" // 新任书记的任职培训
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

// comingDays is how many days one looks ahead, and back at what has run out; an
// election is seen as early as its rule reminds of it.
const comingDays = 90

// ComingDays lists what comes in the next 90 days, an election as its rule says,
// and what has run out and is still open, by day. The time limits are those of
// the findings of CheckYear, which know the numbers; what somebody has explained
// is left out. Birthdays are those of the branch's base on the day.
func ComingDays(p *Pack, s *org.Snapshot, findings []Finding, day org.Date) []Coming {
	var out []Coming
	of := map[org.PersonID][]Coming{}
	for i := range findings {
		f := &findings[i]
		c := Coming{Kind: p.comingKind(f), Day: f.Until, Person: f.Person, Since: f.Since, Inexact: f.Inexact}
		switch {
		case c.Kind == "" || f.State == Done || f.Waived:
		case c.Kind == TermEnds:
			out = append(out, c)
		case c.Day > day.AddDays(comingDays), c.Kind == InductionDue && c.Day < day.AddDays(-comingDays):
		default:
			of[c.Person] = append(of[c.Person], c)
		}
	}
	for i := range s.Persons {
		m := newMember(s.Persons[i])
		for _, c := range of[m.p.ID] {
			c.Extended = c.Kind == ProbationEnds && m.extended(day)
			out = append(out, c)
		}
		if c := m.birthday(day); m.counts(day) && c.Day != 0 && c.Day <= day.AddDays(comingDays) {
			c.Person = m.p.ID
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b Coming) int { return cmp.Compare(a.Day, b.Day) })
	return out
}

// comingKind tells which kind of coming day a finding is; "" for none.
func (p *Pack) comingKind(f *Finding) ComingKind {
	r := p.Rule(f.Rule)
	switch {
	case r == nil:
		return ""
	case r.Kind == "term":
		return TermEnds
	case r.limitsProbation():
		return ProbationEnds
	case r.Kind == "attended" && r.word("window") == afterPost:
		return InductionDue
	}
	return ""
}

// extended tells whether the probation was extended, by what had begun on the
// day.
func (m *member) extended(day org.Date) bool {
	return slices.ContainsFunc(m.facts, func(f fact) bool { return f.Kind == org.SpellExtension && f.Spell.To != "" && f.from <= day })
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
