package rules

import (
	"slices"

	"branchbook/store/org"
)

// spellKind watches a dated fact about a person that may last only so long
// until something must follow: 转正 after the year of probation, 停止党籍 after
// half a year out of contact.
var spellKind = kind{
	params: []param{
		{name: "of", typ: typeWord, words: spellWords(), required: true},
		{name: "value", typ: typeWord, words: spellValueWords()},
		{name: "months", typ: typeBound, lo: 1, hi: 120, most: true},
		{name: "extended_by", typ: typeWord, words: spellWords()},
		{name: "then", typ: typeWord, words: spellValueWords()},
		{name: "remind_months", typ: typeNumber, lo: 0, hi: 120},
	},
	says: true, places: []string{"since", "months"}, check: checkSpell,
}

// spellValueWords lists the values that a dated fact may have, and 转出待接收,
// the one end of a belonging that something must follow.
func spellValueWords() []string {
	out := []string{string(org.EndedSent)}
	for _, k := range org.SpellKinds() {
		for _, v := range plain(org.SpellValues(k)) {
			if !slices.Contains(out, v) {
				out = append(out, v)
			}
		}
	}
	return out
}

// lasting is a fact that a rule of this kind watches, with its time limit. A
// rule without a number has no limit: the period is the year.
type lasting struct {
	period
	since   org.Partial
	inexact bool
	ended   org.Date // first day on which it did not hold any more; 0: it goes on
	trace   []string
}

func checkSpell(c *check, r *Rule) {
	for i := range c.members {
		m := &c.members[i]
		for j := range m.facts {
			if b, ok := r.watches(m, &m.facts[j], c.day); ok {
				c.lasts(r, m, b)
			}
		}
	}
}

// watches tells whether a fact is one that the rule is about, and what is known
// of it on the day. One whose beginning nobody knows has no limit to speak of.
func (r *Rule) watches(m *member, f *fact, day org.Date) (b lasting, ok bool) {
	value := org.SpellValue(r.word("value"))
	if f.Kind != org.SpellKind(r.word("of")) {
		return b, false
	}
	if f.Kind == org.SpellBelonging {
		return r.watchesEnd(m, f, day)
	}
	if value != "" && f.Value != value || f.from > day {
		return b, false
	}
	b.since = f.Spell.From
	if _, full := b.since.Full(); !full && f.Value == org.Probationary && m.p.Joined != "" {
		b.since = m.p.Joined
	}
	if b.since == "" {
		return b, false
	}
	if f.to <= day {
		b.ended = f.to
	}
	r.limits(m, &b, f.Spell.Chinese(), day)
	if d := r.settled(m, f, day); d != 0 && (b.ended == 0 || d < b.ended) {
		b.ended = d
	}
	return b, true
}

// watchesEnd is the same for a belonging that ended in the way that the rule
// names, as 转出待接收: it lasts until another one begins, or the end is
// corrected.
func (r *Rule) watchesEnd(m *member, f *fact, day org.Date) (b lasting, ok bool) {
	if f.Ended != org.SpellValue(r.word("value")) || f.to > day {
		return b, false
	}
	for i := range m.facts {
		if o := &m.facts[i]; o.Kind == org.SpellBelonging && o.from >= f.to && o.from <= day {
			return b, false
		}
	}
	b.since = f.Spell.To
	r.limits(m, &b, f.Spell.Chinese(), day)
	return b, true
}

// limits finds the last day: so many months from the beginning, or what an
// extension that has begun says.
func (r *Rule) limits(m *member, b *lasting, what string, day org.Date) {
	_, full := b.since.Full()
	b.inexact, b.trace = !full, []string{b.since.Chinese() + "起：" + what}
	if r.bound("months").None() {
		return
	}
	b.period = limit(b.since.First(), lastDay(r.bound("months"), b.since.Last()))
	longer := org.SpellKind(r.word("extended_by"))
	for i := range m.facts {
		x := &m.facts[i]
		if longer == "" || x.Kind != longer || x.Spell.To == "" || x.from > day || x.Spell.To.Last() <= b.last {
			continue
		}
		_, full := x.Spell.To.Full()
		b.period, b.inexact = limit(b.first, x.Spell.To.Last()), !full
		b.trace = append(b.trace, x.Kind.Chinese()+"到"+x.Spell.To.Chinese())
	}
	if b.inexact {
		b.trace = append(b.trace, inexactWords)
	}
}

// settled is the day from which a fact needs nothing more although it goes on,
// since what the rule asks for holds; 0 for not yet.
func (r *Rule) settled(m *member, f *fact, day org.Date) org.Date {
	then := org.SpellValue(r.word("then"))
	for i := range m.facts {
		x := &m.facts[i]
		if then != "" && (x.Kind == org.SpellStanding || x.Kind == org.SpellCategory) && x.Value == then && x.from <= day && x.to > f.from {
			return max(x.from, f.from)
		}
	}
	return 0
}

// lasts makes the finding of one fact.
func (c *check) lasts(r *Rule, m *member, b lasting) {
	remind, asked := r.Params["remind_months"].(int64)
	limited := !r.bound("months").None()
	if !limited {
		b.period = periods(c.year, "year")[0]
	}
	until := c.asOf
	if b.ended != 0 {
		until = b.ended
	}
	switch {
	case b.since.First() > c.asOf, !c.judgesOpen(b.period, b.ended == 0 && limited), !c.watched(r, m):
		return
	case limited && asked && until < b.last.AddMonths(-int(remind)), !limited && b.ended != 0:
		return
	}
	f := c.finding(r, b.period)
	f.Person, f.Unit, f.Since, f.Inexact, f.Trace = m.p.ID, UnitItem, b.since, b.inexact, b.trace
	if limited {
		f.Need = 1
	}
	f.State = c.limitState(b.ended != 0, b.period)
	if b.ended != 0 {
		f.Have = f.Need
		f.Trace = append(f.Trace, b.ended.Chinese()+"已有结果")
	}
	if !limited {
		f.Advice, f.State = true, Running
	}
	c.add(r, f, func(place string) string {
		switch place {
		case "since":
			return b.since.Chinese()
		case "months":
			return UnitMonth.amount(monthsBetween(b.since.Last(), c.asOf))
		}
		return c.place(f, r, b.period, place)
	})
}

// watched tells whether the person is somebody of whom the rule speaks: a
// member here, also a suspended one; or, of a rule about the end of a
// belonging, whoever it was.
func (c *check) watched(r *Rule, m *member) bool {
	if !c.toBranch(c.facts, r, c.asOf) {
		return false
	}
	return org.SpellKind(r.word("of")) == org.SpellBelonging || c.concerns(c.facts, r, m, c.asOf)
}

// monthsBetween counts the whole months from one day to another.
func monthsBetween(from, to org.Date) int64 {
	if to < from {
		return 0
	}
	y1, m1, _ := from.YMD()
	y2, m2, _ := to.YMD()
	n := (y2-y1)*12 + int(m2) - int(m1)
	if from.AddMonths(n) > to {
		n--
	}
	return int64(n)
}

// limitsProbation tells whether a rule says how long one is 预备党员.
func (r *Rule) limitsProbation() bool {
	return r.Kind == "spell" && r.word("of") == string(org.SpellCategory) && r.word("value") == string(org.Probationary) && !r.bound("months").None()
}

// probationOf is the last probation that had begun on the day, with its usual
// end; ok is false without one, or without a rule that says how long it is.
func (f *facts) probationOf(m *member, day org.Date) (last lasting, ok bool) {
	if f.probation == nil {
		return last, false
	}
	for i := range m.facts {
		b, is := f.probation.watches(m, &m.facts[i], day)
		if is && (!ok || b.first >= last.first) {
			last, ok = b, true
		}
	}
	return last, ok
}
