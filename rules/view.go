package rules

import (
	"slices"

	"branchbook/store/org"
)

// view is one year of a snapshot as of a day, with what every rule needs
// looked up once. The year is a calendar year, or one of hours.
type view struct {
	p       *Pack
	s       *org.Snapshot
	year    int
	first   org.Date // of the year
	last    org.Date // of the year, inclusive
	day     org.Date // the asked day
	asOf    org.Date // the asked day, or the year's last if that is earlier
	members []member
	index   map[org.PersonID]int
	parts   []heldPart // chronologically
	begin   org.Date   // before it the branch kept no records
}

// heldPart is one part that took place.
type heldPart struct {
	a *org.Activity
	i int // its place in a.Parts
	n int // its activity's place in the snapshot
	*org.Part
}

// newView views a calendar year.
func newView(p *Pack, s *org.Snapshot, year int, day org.Date) *view {
	v := &view{p: p, s: s, day: day, members: newMembers(s.Persons), begin: beginning(s)}
	v.index = make(map[org.PersonID]int, len(v.members))
	for i := range v.members {
		v.index[v.members[i].p.ID] = i
	}
	v.turnTo(year, yearStart(year), yearEnd(year))
	return v
}

// ofHours views the year of hours of that number, which most packs let run as
// the calendar does.
func (v *view) ofHours(year int) *view {
	first, last := v.p.hoursYear(year)
	if year == v.year && first == v.first && last == v.last {
		return v
	}
	w := *v
	w.turnTo(year, first, last)
	return &w
}

func (v *view) turnTo(year int, first, last org.Date) {
	v.year, v.first, v.last, v.asOf = year, first, last, min(v.day, last)
	v.parts = heldParts(v.s.Activities, first, v.asOf)
}

// heldParts lists the parts that took place in [from, to], by day, then time;
// what has no time comes after what has one.
func heldParts(list []*org.Activity, from, to org.Date) []heldPart {
	var out []heldPart
	for n, a := range list {
		if a.State != org.Held {
			continue
		}
		for i := range a.Parts {
			if p := &a.Parts[i]; p.Date >= from && p.Date <= to {
				out = append(out, heldPart{a, i, n, p})
			}
		}
	}
	slices.SortStableFunc(out, func(x, y heldPart) int {
		if x.Date != y.Date {
			return int(x.Date - y.Date)
		}
		return timeKey(x.Start) - timeKey(y.Start)
	})
	return out
}

func timeKey(c org.Clock) int {
	if c == 0 {
		return int(org.Midnight) + 1
	}
	return int(c)
}

// beginning is the day before which a period is not asked about: the day that
// the branch gives as the start of its records (建账日期); else the start of the
// committee's term or the first activity held, whichever is earlier. A branch
// that gives neither is asked about every period.
func beginning(s *org.Snapshot) org.Date {
	if s.Branch == nil {
		return 0
	}
	d := s.Branch.Since
	if d != 0 || s.Branch.Term.Start == 0 {
		return d
	}
	d = s.Branch.Term.Start
	for _, a := range s.Activities {
		if from := a.From(); a.State == org.Held && from != 0 {
			d = min(d, from)
		}
	}
	return d
}

// toBranch tells whether a rule applies to the branch on the day.
func (v *view) toBranch(f *facts, r *Rule, day org.Date) bool {
	a := &r.Applies
	if v.s.Branch != nil && !a.toBranchKind(v.s.Branch.Kind) {
		return false
	}
	if a.Committee != nil && *a.Committee != f.hasCommittee(v.members, day) {
		return false
	}
	if a.Groups != nil && *a.Groups != (len(v.groups(day)) > 0) {
		return false
	}
	return a.FullMembers.None() || a.FullMembers.Met(v.fullMembers(day), 1)
}

// toPerson tells whether a rule applies to a person by category.
func (r *Rule) toPerson(m *member, day org.Date) bool {
	return len(r.Applies.Categories) == 0 || slices.Contains(r.Applies.Categories, m.category(day))
}

// toMember tells whether a rule applies to a member of the branch's base on the
// day: by category, post and the other facts that it names. Of somebody whose
// membership is suspended nothing is asked.
func (v *view) toMember(f *facts, r *Rule, m *member, day org.Date) bool {
	return !m.stands(day, org.StandSuspended) && v.concerns(f, r, m, day)
}

// concerns does the same for what is said of the suspended too.
func (v *view) concerns(f *facts, r *Rule, m *member, day org.Date) bool {
	a := &r.Applies
	is := func(want *bool, fact bool) bool { return want == nil || *want == fact }
	return m.counts(day) && r.toPerson(m, day) &&
		(len(a.Posts) == 0 || m.one(org.SpellPost, day, a.Posts...) != nil) &&
		is(a.Exempt, f.exemptOn(m, day) != nil) &&
		is(a.Floating, m.away(day) != nil) &&
		is(a.Leaders, m.one(org.SpellLeader, day) != nil)
}

// fullMembers counts the full members in the base on the day.
func (v *view) fullMembers(day org.Date) int64 {
	var n int64
	for i := range v.members {
		if m := &v.members[i]; m.counts(day) && m.category(day) == org.FullMember {
			n++
		}
	}
	return n
}

// groups lists the groups that have members on the day, in the branch's order.
func (v *view) groups(day org.Date) []org.Group {
	if v.s.Branch == nil || len(v.s.Branch.Groups) == 0 {
		return nil
	}
	has := map[org.GroupID]bool{}
	for i := range v.members {
		m := &v.members[i]
		if g := m.as(org.SpellGroup, day); g != nil && m.counts(day) {
			has[g.Group] = true
		}
	}
	var out []org.Group
	for _, g := range v.s.Branch.Groups {
		if has[g.ID] {
			out = append(out, g)
		}
	}
	return out
}
