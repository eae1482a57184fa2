package rules

import (
	"slices"

	"branchbook/store/org"
)

// Month is one kind of activity in one month: what was held, and what a period
// that stands in this month still asks.
type Month struct {
	Held       int   // activities that had the kind
	Late       int   // of them, those entered late (补录)
	Planned    int   // activities planned for the month
	State      State // Running or Missing; "" if nothing is owed here
	Ahead      bool  // what is owed has more than three months to go
	Have, Need int64 // groups that have done it, or times, of what is owed
	Waived     bool  // all that is owed here has been explained
}

// KindYear is one kind of activity over the months of a year.
type KindYear struct {
	Kind   org.PartKind
	Asked  bool // a rule of the year names the kind
	Months [12]Month
}

// YearGrid lays the activities of a year and what CheckYear found about it over
// the months, in the order of org.PartKinds: the kinds that a rule names or
// that the year has. What a period owes stands in its last month once it has
// ended, in the month of the day while it runs, and in its last month while it
// has more than three months to go. A rule of several kinds shows at the first.
func YearGrid(p *Pack, s *org.Snapshot, findings []Finding, year int, day org.Date) []KindYear {
	g := yearGrid{byKind: map[org.PartKind]*KindYear{}}
	for _, a := range s.Activities {
		g.activity(p, a, year, day)
	}
	for i := 0; i < len(findings); {
		n := 1
		for i+n < len(findings) && samePeriod(&findings[i], &findings[i+n]) {
			n++
		}
		g.owed(findings[i:i+n], year, day)
		i += n
	}
	var out []KindYear
	for _, k := range org.PartKinds() {
		if row := g.byKind[k]; row != nil {
			out = append(out, *row)
		}
	}
	return out
}

// samePeriod tells whether two findings are of one rule and period, one for
// each group.
func samePeriod(a, b *Finding) bool {
	return a.Group != "" && b.Group != "" && a.Rule == b.Rule && a.Period == b.Period
}

type yearGrid struct{ byKind map[org.PartKind]*KindYear }

func (g *yearGrid) row(k org.PartKind) *KindYear {
	if g.byKind[k] == nil {
		g.byKind[k] = &KindYear{Kind: k}
	}
	return g.byKind[k]
}

// activity counts an activity once in each month and kind that it has parts in.
// Those that make up for another are no activity of their own here.
func (g *yearGrid) activity(p *Pack, a *org.Activity, year int, day org.Date) {
	if a.For != "" || a.State == org.Cancelled {
		return
	}
	var seen []*Month
	for i := range a.Parts {
		part := heldPart{a: a, i: i, Part: &a.Parts[i]}
		if part.Date.Year() != year || part.goesOn() || a.State == org.Held && part.Date > day {
			continue
		}
		m := &g.row(part.Kind).Months[part.Date.Month()-1]
		if slices.Contains(seen, m) {
			continue
		}
		seen = append(seen, m)
		switch {
		case a.State == org.Planned:
			m.Planned++
		case p.Late(a):
			m.Held, m.Late = m.Held+1, m.Late+1
		default:
			m.Held++
		}
	}
}

// owed puts what one rule asks in one period, of the branch or of each group,
// into its month.
func (g *yearGrid) owed(list []Finding, year int, day org.Date) {
	f := &list[0]
	if len(f.Kinds) == 0 {
		return
	}
	row := g.row(f.Kinds[0])
	row.Asked = true
	m, at := monthOwed(list, day)
	if m.State == "" || at.Year() != year {
		return
	}
	old := &row.Months[at.Month()-1]
	if old.State == Missing || old.State == Running && m.State == Running {
		return
	}
	m.Held, m.Late, m.Planned = old.Held, old.Late, old.Planned
	*old = m
}

// monthOwed tells what is owed and on which day's month it stands. 建议 owes
// nothing. What has been explained counts only where all of it has been.
func monthOwed(list []Finding, day org.Date) (m Month, at org.Date) {
	f := &list[0]
	m.Have, m.Need = min(f.Have, f.Need), f.Need
	if f.Group != "" {
		m.Have, m.Need = 0, int64(len(list))
	}
	m.Waived = true
	for i := range list {
		switch f := &list[i]; {
		case f.Advice:
			return Month{}, 0
		case f.State == Done && f.Group != "":
			m.Have++
		case f.State != Done:
			m.State = f.State
			m.Waived = m.Waived && f.Waived
		}
	}
	at = f.Until
	if m.State == Running {
		m.Ahead = f.Until > day.AddMonths(3)
		if !m.Ahead {
			at = min(day, f.Until)
		}
	}
	return m, at
}
