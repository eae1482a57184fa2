package rules

import (
	"slices"

	"branchbook/store/org"
)

// forever is later than any day.
const forever org.Date = 1 << 30

// fact is a spell with its days read once: it holds on [from, to).
type fact struct {
	*org.Spell
	from, to org.Date
}

// member is a person with all facts at hand. It need not be a Party member.
type member struct {
	p     *org.Person
	facts []fact
	in    []span // days of membership in this branch, in order
}

// span is a run of days [from, to).
type span struct{ from, to org.Date }

func newMember(p *org.Person) member {
	m := member{p: p, facts: make([]fact, len(p.Spells))}
	for i := range p.Spells {
		s := &p.Spells[i]
		m.facts[i] = fact{s, s.Start(), s.End()}
		if m.facts[i].to == 0 {
			m.facts[i].to = forever
		}
	}
	m.in = m.membership((*fact).span)
	return m
}

func newMembers(persons []*org.Person) []member {
	out := make([]member, len(persons))
	for i, p := range persons {
		out[i] = newMember(p)
	}
	return out
}

func (f *fact) holds(day org.Date) bool { return f.from <= day && day < f.to }

func (f *fact) span() span { return span{f.from, f.to} }

// surely is when a fact holds whatever its days may be that are not known: only
// the month, or the year.
func (f *fact) surely() span {
	s := f.span()
	if f.Spell.From != "" {
		s.from = f.Spell.From.Last()
	}
	if f.Spell.To != "" {
		s.to = f.Spell.To.First()
	}
	return s
}

// mayBeOver tells whether the end of a fact that still holds is not known whole
// and may lie at or before the day.
func (f *fact) mayBeOver(day org.Date) bool {
	_, full := f.Spell.To.Full()
	return f.Spell.To != "" && !full && f.Spell.To.First() <= day
}

// as returns the fact of an exclusive kind that holds on the day: of two, the
// later one, as org.Person.As does.
func (m *member) as(kind org.SpellKind, day org.Date) *fact {
	var found *fact
	for i := range m.facts {
		f := &m.facts[i]
		if f.Kind == kind && f.holds(day) && (found == nil || f.from >= found.from) {
			found = f
		}
	}
	return found
}

// one returns a fact of the kind with one of the values that holds on the day.
func (m *member) one(kind org.SpellKind, day org.Date, values ...org.SpellValue) *fact {
	for i := range m.facts {
		f := &m.facts[i]
		if f.Kind == kind && f.holds(day) && (len(values) == 0 || slices.Contains(values, f.Value)) {
			return f
		}
	}
	return nil
}

// category is what the person is on the day, "" if nothing is known.
func (m *member) category(day org.Date) org.SpellValue {
	if f := m.as(org.SpellCategory, day); f != nil {
		return f.Value
	}
	return ""
}

// membership is when the person is a full or probationary member whose
// relation is with this branch, by what of says of each fact. Whoever only
// visits is in no base.
func (m *member) membership(of func(*fact) span) []span {
	var own, party []span
	for i := range m.facts {
		f := &m.facts[i]
		switch {
		case f.Kind == org.SpellBelonging && f.Began != org.BeganGuest:
			own = append(own, of(f))
		case f.Kind == org.SpellCategory && isMember(f.Value):
			party = append(party, of(f))
		}
	}
	return join(both(own, party))
}

func isMember(v org.SpellValue) bool { return v == org.FullMember || v == org.Probationary }

// visits tells whether the person is here as a guest on the day: membership
// elsewhere, or floating in.
func (m *member) visits(day org.Date) bool {
	b := m.as(org.SpellBelonging, day)
	return b != nil && b.Began == org.BeganGuest || m.category(day) == org.Guest || m.one(org.SpellFloating, day, org.FloatIn) != nil
}

// away is the fact by which the person is elsewhere on the day while the relation
// is here (流出、出国境), nil if there is none.
func (m *member) away(day org.Date) *fact {
	return m.one(org.SpellFloating, day, org.FloatOut, org.FloatAbroad)
}

// counts tells whether the person is in the branch's base on the day.
func (m *member) counts(day org.Date) bool { return covers(m.in, day) && !m.visits(day) }

// both returns the days that lie in a span of each list.
func both(a, b []span) []span {
	var out []span
	for _, x := range a {
		for _, y := range b {
			if s := (span{max(x.from, y.from), min(x.to, y.to)}); s.from < s.to {
				out = append(out, s)
			}
		}
	}
	return out
}

// join sorts spans and melts those that touch or overlap.
func join(list []span) []span {
	slices.SortFunc(list, func(a, b span) int { return int(a.from) - int(b.from) })
	out := list[:0]
	for _, s := range list {
		if n := len(out); n > 0 && s.from <= out[n-1].to {
			out[n-1].to = max(out[n-1].to, s.to)
			continue
		}
		out = append(out, s)
	}
	return out
}

func covers(list []span, day org.Date) bool {
	for _, s := range list {
		if s.from <= day && day < s.to {
			return true
		}
	}
	return false
}

// days counts the days of joined spans.
func days(list []span) int {
	n := 0
	for _, s := range list {
		n += int(s.to - s.from)
	}
	return n
}
