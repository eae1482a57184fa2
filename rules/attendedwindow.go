package rules

import "branchbook/store/org"

// window is the time in which somebody is asked to have attended something.
type window struct {
	period
	until   org.Date    // its last day by the rule; last is the last day that counts
	since   org.Partial // what began it, as precisely as it is known; empty: the calendar
	inexact bool        // the last day is the latest that it can be
	on      org.Date    // the day on which the rule must apply to the person
	trace   []string
}

// The windows that begin with an event.
const (
	afterFull = "after_full"
	afterPost = "after_post"
)

// windows finds the window of a member by the word that packs use; ok is false
// if the person has none.
var windows = map[string]func(c *check, r *Rule, m *member) (w window, ok bool){
	"year":      yearWindow,
	"term":      termWindow,
	"probation": probationWindow,
	afterFull:   fullWindow,
	afterPost:   postWindow,
}

func yearWindow(c *check, _ *Rule, _ *member) (window, bool) {
	y := periods(c.year, "year")[0]
	return window{period: y, until: y.last, on: c.asOf}, true
}

// termWindow is the committee's term that runs on the asked day.
func termWindow(c *check, _ *Rule, _ *member) (window, bool) {
	if c.s.Branch == nil {
		return window{}, false
	}
	t := c.s.Branch.Term
	if t.End() == 0 || t.Start > c.asOf {
		return window{}, false
	}
	p := limit(t.Start, t.End()-1)
	p.words = "本届任期内"
	return window{period: p, until: p.last, since: t.Start.Partial(), on: min(p.last, c.asOf), trace: []string{"本届任期从" + t.Start.Chinese() + "到" + p.last.Chinese()}}, true
}

// probationWindow runs from the day of joining to the day before 转正. While
// nobody has decided it goes on, also past its usual end.
func probationWindow(c *check, _ *Rule, m *member) (window, bool) {
	b, ok := c.facts.probationOf(m, c.asOf)
	if !ok || b.first > c.asOf {
		return window{}, false
	}
	w := window{period: b.period, until: b.last, since: b.since, inexact: b.inexact, on: m.onBase(b.first, c.asOf), trace: b.trace}
	w.words = "预备期内"
	switch {
	case b.ended != 0:
		w.last = b.ended - 1
	case c.asOf > w.last:
		w.last = c.asOf
	}
	return w, true
}

// fullWindow begins on the day of 转正.
func fullWindow(c *check, r *Rule, m *member) (window, bool) {
	f := m.as(org.SpellCategory, c.asOf)
	if f == nil || f.Value != org.FullMember || f.from == 0 || f.Spell.From != m.p.FullFrom && m.category(f.from-1) != org.Probationary {
		return window{}, false
	}
	return after(c, r, m, f.Spell.From, "转正"), true
}

// postWindow begins on the day on which somebody took a post that the rule
// names and did not hold one of them the day before.
func postWindow(c *check, r *Rule, m *member) (window, bool) {
	posts := r.Applies.Posts
	f := m.one(org.SpellPost, c.asOf, posts...)
	for f != nil && f.from != 0 {
		before := m.one(org.SpellPost, f.from-1, posts...)
		if before == nil {
			return after(c, r, m, f.Spell.From, "任"+f.Spell.Chinese()), true
		}
		f = before
	}
	return window{}, false
}

// after is the window of so many months that begins with an event.
func after(c *check, r *Rule, m *member, since org.Partial, what string) window {
	_, full := since.Full()
	p := limit(since.First(), lastDay(r.bound("months"), since.Last()))
	w := window{period: p, until: p.last, since: since, inexact: !full, on: m.onBase(since.First(), c.asOf), trace: []string{since.Chinese() + what}}
	if !full {
		w.trace = append(w.trace, inexactWords)
	}
	return w
}

const inexactWords = "日期不全，期限按最晚的日子算"

// lastDay is the last day of a time that begins on a day and may take "<= 6"
// or "< 6" months: the same day six months later, or the day before it.
func lastDay(b Bound, from org.Date) org.Date {
	d := from.AddMonths(int(b.Times(1)))
	if b.Op == "<" {
		d--
	}
	return d
}

// spanOn is the membership in this branch that a day lies in.
func (m *member) spanOn(day org.Date) span {
	for _, s := range m.in {
		if s.from <= day && day < s.to {
			return s
		}
	}
	return span{}
}

// onBase is a day, or the first on which the membership that holds on the asked
// day held, if that is later.
func (m *member) onBase(day, asked org.Date) org.Date { return max(day, m.spanOn(asked).from) }
