package rules

import (
	"fmt"
	"slices"
	"strings"

	"branchbook/store/org"
)

// attendedKind asks each member to whom the rule applies to have been present
// at so many activities that have a part of the kinds, inside a window. A rule
// without a number only shows how often somebody came.
var attendedKind = kind{
	params: []param{
		{name: "kinds", typ: typeWords, words: partKindWords(), required: true},
		{name: "form", typ: typeWord, words: formWords()},
		{name: "level", typ: typeWord, words: levelWords()},
		{name: "school", typ: typeYes},
		{name: "window", typ: typeWord, words: sortedKeys(windows), required: true},
		{name: "months", typ: typeBound, lo: 1, hi: 12, most: true},
		{name: "need", typ: typeBound, lo: 0, hi: 100},
		{name: "days", typ: typeYes},
		{name: "together", typ: typeYes},
		{name: "unless", typ: typeTexts},
	},
	lacks: func(params map[string]any) string {
		w, _ := params["window"].(string)
		if _, there := params["months"]; !there && (w == afterFull || w == afterPost) {
			return "months"
		}
		return ""
	},
	says: true, places: []string{"since", "people"}, check: checkAttended,
}

// attended is one run of a rule of this kind.
type attended struct {
	*check
	r       *Rule
	kinds   []org.PartKind
	instead []*Rule      // ask the same: whoever one of them asks is not asked here
	cites   []*Rule      // ask the same, and leave it to this rule
	came    [][]presence // by member, chronologically
}

// presence is one part that somebody was at.
type presence struct {
	day      org.Date
	activity int // its place in the snapshot
	words    string
}

func checkAttended(c *check, r *Rule) {
	a := &attended{check: c, r: r, kinds: typed[org.PartKind](r.words("kinds"))}
	for _, id := range r.words("unless") {
		if o := c.era.byID[id]; o != nil && !o.Off && c.toBranch(c.facts, o, c.asOf) {
			a.instead = append(a.instead, o)
		}
	}
	for _, o := range c.era.rules {
		if o.Kind == r.Kind && slices.Contains(o.words("unless"), r.ID) && c.toBranch(c.facts, o, c.asOf) {
			a.cites = append(a.cites, o)
		}
	}
	if r.yes("together") {
		a.together()
		return
	}
	for i := range c.members {
		if w, ok := a.asked(i); ok {
			a.person(i, w)
		}
	}
}

// asked finds the window in which somebody is asked; ok is false if the person
// is not asked at all. Whoever has left, is suspended, out of contact, or of
// whom nothing hard is asked, is not.
func (a *attended) asked(i int) (w window, ok bool) {
	m := &a.members[i]
	if !m.counts(a.asOf) || m.stands(a.asOf, org.StandSuspended) || a.r.Applies.Exempt == nil && a.facts.freesHours && a.facts.exemptOn(m, a.asOf) != nil ||
		!a.facts.lostStays && m.one(org.SpellLost, a.asOf) != nil {
		return w, false
	}
	w, ok = windows[a.r.word("window")](a.check, a.r, m)
	if !ok || !a.judgesOpen(w.period, false) || !a.toBranch(a.facts, a.r, min(w.last, a.asOf)) || !a.toMember(a.facts, a.r, m, w.on) {
		return w, false
	}
	return w, !slices.ContainsFunc(a.instead, func(o *Rule) bool { return a.toMember(a.facts, o, m, a.asOf) })
}

// person makes the finding of one member.
func (a *attended) person(i int, w window) {
	m := &a.members[i]
	f := a.finding(a.r, w.period)
	f.Person, f.Unit, f.Until, f.Since, f.Inexact = m.p.ID, UnitTimes, w.until, w.since, w.inexact
	if a.r.yes("days") {
		f.Unit = UnitDays
	}
	f.Trace = w.trace
	if !a.measure(f, i, w.period) {
		return
	}
	if f.State != Done {
		f.Trace = append(f.Trace, a.late(i, w.period)...)
		a.soften(f, m, w)
	}
	for _, o := range a.cites {
		if a.toMember(a.facts, o, m, a.asOf) {
			f.Trace = append(f.Trace, "另见"+o.Cite()+"（规则"+o.ID+"），不再另列")
		}
	}
	a.add(a.r, f, func(place string) string {
		switch place {
		case "since":
			return w.since.Chinese()
		case "until":
			return w.until.Chinese()
		}
		return a.place(f, a.r, w.period, place)
	})
}

// measure fills in how often somebody was there, and how far that goes; false
// if there is nothing to say.
func (a *attended) measure(f *Finding, i int, p period) bool {
	f.Have, f.Trace = a.count(i, p, f.Trace)
	if f.Have == 0 {
		f.Trace = append(f.Trace, p.words+"没有本人到会的记录")
	}
	need := a.r.bound("need")
	f.Need = need.Least()
	f.State = a.limitState(need.Met(f.Have, 1), p)
	if need.None() {
		f.Advice, f.State = true, Running
		if f.Have > 0 {
			f.State = Done
		}
	}
	return !a.unseen(need, f.Have)
}

// unseen tells whether nothing is to be seen here of a superior's duty that has
// no number.
func (a *attended) unseen(need Bound, have int64) bool {
	return need.None() && a.r.Whose == SuperiorDuty && have == 0
}

// soften turns what the records cannot tell into 建议: the window began before
// the records did, or before the rule applied to the person.
func (a *attended) soften(f *Finding, m *member, w window) {
	from := m.spanOn(a.asOf).from
	switch {
	case a.begin > w.first:
		f.Trace = append(f.Trace, "记录从"+a.begin.Chinese()+"开始，以前的培训可能没有登记，只作建议")
	case from > w.first:
		f.Trace = append(f.Trace, from.Chinese()+"起是本支部党员，以前的培训不在记录中，只作建议")
	case !a.toMember(a.facts, a.r, m, w.first):
		f.Trace = append(f.Trace, w.first.Chinese()+"还不适用这条规定，只作建议")
	default:
		return
	}
	f.Advice = true
}

// count counts the activities, or the days, of a period at which somebody was,
// up to the asked day, and names them.
func (a *attended) count(i int, p period, trace []string) (n int64, _ []string) {
	if a.came == nil {
		a.came = a.presences()
	}
	var seen []int
	for _, v := range a.came[i] {
		what := v.activity
		if a.r.yes("days") {
			what = int(v.day)
		}
		if v.day < p.first || v.day > p.last || slices.Contains(seen, what) {
			continue
		}
		seen = append(seen, what)
		trace = append(trace, v.words)
	}
	return int64(len(seen)), trace
}

// late names what somebody was at after the last day.
func (a *attended) late(i int, p period) (words []string) {
	for _, v := range a.came[i] {
		if v.day > p.last {
			words = append(words, "期限以后："+v.words)
		}
	}
	return words
}

// presences gathers for every member the parts that count and that the person
// was at.
func (a *attended) presences() [][]presence {
	out := make([][]presence, len(a.members))
	list := a.history()
	if a.r.word("window") == "year" {
		list = a.parts
	}
	for n := range list {
		h := &list[n]
		if !a.counts(h) {
			continue
		}
		v := presence{h.Date, h.n, h.Date.Chinese() + " " + h.Kind.Chinese() + "（" + h.a.Level.Chinese() + "）"}
		eachRow(h.a, h.i+1, func(r *org.Attendance) {
			if i, known := a.index[r.Person]; known && r.Status.There() {
				out[i] = append(out[i], v)
			}
		})
	}
	return out
}

// counts tells whether a part is of the kinds, or says the form itself, and was
// held by a level high enough, at a Party school if the rule asks for one.
func (a *attended) counts(h *heldPart) bool {
	form := org.Form(a.r.word("form"))
	return (slices.Contains(a.kinds, h.Kind) || form != "" && h.Form == form) &&
		a.r.suits(h.a) && (h.School || !a.r.yes("school"))
}

// history lists what took place up to the asked day, as far as the snapshot
// goes back.
func (c *check) history() []heldPart {
	if c.past == nil {
		c.past = heldParts(c.s.Activities, 0, c.asOf)
	}
	return c.past
}

// together makes one finding of the branch: how many of those who are asked
// have done it.
func (a *attended) together() {
	var p period
	var people, have int64
	var names []string
	for i := range a.members {
		w, ok := a.asked(i)
		if !ok {
			continue
		}
		p, people = w.period, people+1
		n, _ := a.count(i, p, nil)
		if need := a.r.bound("need"); need.None() && n > 0 || !need.None() && need.Met(n, 1) {
			have++
			names = append(names, a.s.Label(a.members[i].p, a.asOf))
		}
	}
	if people == 0 || a.unseen(a.r.bound("need"), have) {
		return
	}
	f := a.finding(a.r, p)
	f.Unit, f.Have, f.Need = UnitHeads, have, people
	f.State = a.limitState(have == people, p)
	if a.r.bound("need").None() && f.State == Missing {
		f.State = Running
	}
	f.Advice = f.Advice || a.r.bound("need").None()
	f.Trace = []string{fmt.Sprintf("%d人中有%d人：%s", people, have, strings.Join(names, "、"))}
	a.add(a.r, f, func(place string) string {
		if place == "people" {
			return f.Unit.amount(people)
		}
		return a.place(f, a.r, p, place)
	})
}
