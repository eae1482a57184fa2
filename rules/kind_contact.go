package rules

import (
	"fmt"
	"slices"

	"branchbook/store/org"
)

// contactKind asks that a contact person is named (明确专人) once a member has
// been away for so long.
var contactKind = kind{
	params: []param{
		{name: "values", typ: typeWords, words: plain(org.SpellValues(org.SpellFloating)), required: true},
		{name: "months", typ: typeBound, lo: 0, hi: 120, required: true},
	},
	says: true, places: []string{"months"}, check: checkContact,
}

// contactsKind asks for so many contacts with a member who is away in every
// period: by the register of contacts, or by the person's taking part in
// something.
var contactsKind = kind{
	params: []param{
		{name: "values", typ: typeWords, words: plain(org.SpellValues(org.SpellFloating)), required: true},
		{name: "per", typ: typeWord, words: sortedKeys(monthsPer), required: true},
		{name: "need", typ: typeBound, lo: 0, hi: 100, required: true},
	},
	says: true, check: checkContacts,
}

// checkContact looks at everybody who is away on the asked day.
func checkContact(c *check, r *Rule) {
	if !c.toBranch(c.facts, r, c.asOf) {
		return
	}
	for i := range c.members {
		m := &c.members[i]
		if away := m.awayAs(r, c.asOf); away != nil && c.toMember(c.facts, r, m, c.asOf) {
			c.contactPerson(r, m, away)
		}
	}
}

func checkContacts(c *check, r *Rule) {
	for _, p := range periods(c.year, r.word("per")) {
		if c.judges(p) && c.toBranch(c.facts, r, min(p.last, c.day)) {
			c.contacts(r, p)
		}
	}
}

// awayAs is the fact by which somebody is away as the rule says; of two, the
// later one.
func (m *member) awayAs(r *Rule, day org.Date) *fact {
	var found *fact
	for i := range m.facts {
		f := &m.facts[i]
		if f.Kind == org.SpellFloating && f.holds(day) && slices.Contains(r.words("values"), string(f.Value)) && (found == nil || f.from > found.from) {
			found = f
		}
	}
	return found
}

// contactPerson asks for a name from the day on which somebody is away for
// longer than the rule says, and not before the rule was in force. A first day
// that is not known whole is taken as the latest that it can be.
func (c *check) contactPerson(r *Rule, m *member, away *fact) {
	p := periods(c.year, "year")[0]
	if away.Spell.From != "" {
		p = limit(away.from, max(r.From, lastWithin(r.bound("months"), away.Spell.From.Last())))
	}
	if !c.judgesOpen(p, true) {
		return
	}
	f := c.finding(r, p)
	f.Person, f.Unit, f.Need = m.p.ID, UnitHeads, 1
	if away.Who != "" {
		f.Have = 1
	}
	f.State = c.state(f.Have == f.Need, p)
	f.Trace = append(f.Trace, away.Spell.Chinese()+"，"+sinceWords(away))
	if f.State == Missing && !away.holdsSurely(c.asOf) {
		f.State = Running
		f.Trace = append(f.Trace, "起止日期不全，不作缺项")
	}
	if n, last := c.contactsOf(m, 0, c.asOf); n > 0 {
		f.Trace = append(f.Trace, fmt.Sprintf("流动党员联系登记%d次，最近一次%s", n, last.Chinese()))
	}
	c.add(r, f, func(place string) string {
		if place == "months" {
			return UnitMonth.amount(r.bound("months").Times(1))
		}
		return c.place(f, r, p, place)
	})
}

// lastWithin is the last day on which the months from a day do not meet the
// bound yet.
func lastWithin(b Bound, from org.Date) org.Date {
	last := from.AddMonths(int(b.Times(1)))
	if b.Op == ">=" {
		return last - 1
	}
	return last
}

// holdsSurely tells whether the fact holds on the day whatever its days are of
// which only the month or the year is known.
func (f *fact) holdsSurely(day org.Date) bool {
	return f.Spell.From != "" && f.Spell.From.Last() <= day && (f.Spell.To == "" || f.Spell.To.First() > day)
}

func sinceWords(f *fact) string {
	if f.Spell.From == "" {
		return "建账以前就在外"
	}
	return f.Spell.From.Chinese() + "起"
}

// contactsOf counts the contacts registered for somebody in a run of days, and
// names the last. One of which only the month or the year is known may lie on
// any day of it.
func (c *check) contactsOf(m *member, first, last org.Date) (n int64, latest org.Partial) {
	for _, e := range c.s.Registers {
		if e.Kind != org.RegFloating || e.Person != m.p.ID || e.From == "" || e.From.First() > last || e.From.Last() < first {
			continue
		}
		n++
		if latest == "" || e.From.First() > latest.First() {
			latest = e.From
		}
	}
	return n, latest
}

// contacts asks of one period everybody who is away on its last day, or on the
// asked day: as 建议 only, unless the person was away all the period.
func (c *check) contacts(r *Rule, p period) {
	day := min(p.last, c.day)
	for i := range c.members {
		m := &c.members[i]
		away := m.awayAs(r, day)
		if away == nil || !c.toMember(c.facts, r, m, day) {
			continue
		}
		f := c.finding(r, p)
		need := r.bound("need")
		f.Person, f.Unit, f.Need = m.p.ID, UnitTimes, need.Least()
		written, _ := c.contactsOf(m, p.first, day)
		came := c.cameTo(m, p.first, day)
		f.Have = written + came
		f.State = c.state(need.Met(f.Have, 1), p)
		f.Trace = append(f.Trace, away.Spell.Chinese()+"，"+sinceWords(away), fmt.Sprintf("流动党员联系登记%d次，参加活动%d次", written, came))
		if !away.holdsSurely(p.first) || !away.holdsSurely(day) {
			f.advise("不是整个时段都在外，或者日期不全，只作建议")
		}
		c.add(r, f, func(place string) string { return c.place(f, r, p, place) })
	}
}

// cameTo counts the activities of a run of days that somebody took part in.
func (c *check) cameTo(m *member, first, last org.Date) (n int64) {
	seen := map[int]bool{}
	for i := c.firstPart(first); i < len(c.parts) && c.parts[i].Date <= last; i++ {
		h := &c.parts[i]
		if row, known := h.a.At(m.p.ID, h.i+1); known && row.Status.There() && !seen[h.n] {
			seen[h.n] = true
			n++
		}
	}
	return n
}
