package rules

import (
	"fmt"
	"slices"

	"branchbook/store/org"
)

// hoursKind asks for hours of 集中培训 and 集体学习 in a year. Of the rules that
// apply to a person the one with the highest number counts. Where the rule
// names posts, it applies to whoever holds one on the asked day (on_day), or
// has held one for a share of the year's days (share_of_year).
var hoursKind = kind{
	params: []param{
		{name: "hours", typ: typeBound, lo: 0, hi: 1000, required: true},
		{name: "on_day", typ: typeYes},
		{name: "share_of_year", typ: typeBound, lo: 0, hi: 1},
	},
	says: true, places: []string{"training", "study"}, check: checkHours,
}

// target finds what a member owes and fills in what follows from it.
func (v *view) target(f *facts, m *member, h *PersonHours) {
	if h.TargetWhy = v.noTarget(f, m); h.TargetWhy != "" {
		return
	}
	r, why := v.targetRule(f, m)
	if r == nil {
		h.TargetWhy = "没有适用的学时规定"
		return
	}
	need := r.bound("hours")
	h.Target = org.Hours(need.Times(int64(org.Hour)))
	if f.proRata {
		n := v.monthsOwed(f, m)
		h.Target, why = h.Target*org.Hours(n)/12, fmt.Sprintf("%s；按在册月数折算，%d个月", why, n)
		need = Bound{need.Op, int64(h.Target), int64(org.Hour)}
	}
	h.Applies, h.TargetRule, h.TargetWhy, h.Notice = true, r.ID, why, r.Notice(v.asOf)
	h.Met = need.Met(int64(h.Counted), int64(org.Hour))
	h.Short = max(0, h.Target-h.Counted)
	gone, all := v.asOf-yearStart(v.year)+1, yearEnd(v.year)-yearStart(v.year)+1
	h.Pace = h.Target * org.Hours(max(0, gone)) / org.Hours(all)
}

// noTarget says why somebody owes nothing on the asked day, "" if that is not
// so.
func (v *view) noTarget(f *facts, m *member) string {
	if !covers(m.in, v.asOf) {
		if b := m.lastBelonging(v.asOf); b != nil && b.Ended != "" {
			return b.to.Chinese() + b.Spell.Chinese()
		}
		return "当日不在册"
	}
	if m.visits(v.asOf) {
		return IsGuest.Chinese()
	}
	if m.stands(v.asOf, org.StandSuspended) {
		return IsSuspended.Chinese()
	}
	if e := f.exemptOn(m, v.asOf); e != nil && f.freesHours {
		return e.Spell.Chinese() + "，不作硬性要求（" + f.exemption.Cite() + "）"
	}
	return ""
}

// lastBelonging is the belonging that ended last, at or before the day.
func (m *member) lastBelonging(day org.Date) *fact {
	var last *fact
	for i := range m.facts {
		if b := &m.facts[i]; b.Kind == org.SpellBelonging && b.to <= day && (last == nil || b.to > last.to) {
			last = b
		}
	}
	return last
}

// targetRule picks the rule with the highest number, and says why it applies.
func (v *view) targetRule(f *facts, m *member) (*Rule, string) {
	var best *Rule
	var bestWhy string
	for _, r := range v.p.at(v.asOf).rules {
		if r.Kind != "hours" || !v.toBranch(f, r, v.asOf) || !r.toPerson(m, v.asOf) {
			continue
		}
		why := v.holds(r, m)
		if why != "" && (best == nil || over(r.bound("hours"), best.bound("hours"))) {
			best, bestWhy = r, why
		}
	}
	return best, bestWhy
}

func over(a, b Bound) bool { return a.Num*b.Den > b.Num*a.Den }

// holds says by which post, or by which lack of one, a rule applies; "" if it
// does not.
func (v *view) holds(r *Rule, m *member) string {
	posts := r.Applies.Posts
	if len(posts) == 0 {
		return m.category(v.asOf).Chinese(org.SpellCategory)
	}
	if f := m.one(org.SpellPost, v.asOf, posts...); f != nil && r.yes("on_day") {
		return v.asOf.Chinese() + "任" + f.Spell.Chinese()
	}
	share := r.bound("share_of_year")
	if share.None() {
		return ""
	}
	n, all := v.daysInPost(m, posts), int64(yearEnd(v.year)-yearStart(v.year)+1)
	if n == 0 || !share.Met(n, all) {
		return ""
	}
	return fmt.Sprintf("本年任职%d天（全年%d天）", n, all)
}

// daysInPost counts the days of the year, up to the asked day, on which the
// member held one of the posts.
func (v *view) daysInPost(m *member, posts []org.SpellValue) int64 {
	year := []span{{yearStart(v.year), v.asOf + 1}}
	var held []span
	for i := range m.facts {
		if f := &m.facts[i]; f.Kind == org.SpellPost && slices.Contains(posts, f.Value) {
			held = append(held, span{f.from, f.to})
		}
	}
	return int64(days(join(both(held, year))))
}

// monthsOwed counts the months of the year on whose last day the member is in
// the base and not exempt; the months after the asked day count as that day.
func (v *view) monthsOwed(f *facts, m *member) int {
	n := 0
	for _, p := range periods(v.year, "month") {
		day := min(p.last, v.asOf)
		if m.counts(day) && (f.exemptOn(m, day) == nil || !f.freesHours) {
			n++
		}
	}
	return n
}

// checkHours makes a finding for each member to whom this rule gives the
// target.
func checkHours(c *check, r *Rule) {
	y := periods(c.year, "year")[0]
	if !c.judges(y) {
		return
	}
	for i := range c.people() {
		h := &c.people()[i]
		if h.TargetRule != r.ID {
			continue
		}
		f := c.finding(r, y)
		f.Person, f.Unit, f.Have, f.Need = h.Person, UnitHours, int64(h.Counted), int64(h.Target)
		f.State = c.state(h.Met, y)
		f.Trace = []string{"应修" + h.Target.String() + "学时：" + h.TargetWhy, "集中培训" + h.Training.String() + "学时，集体学习" + h.Study.String() + "学时"}
		c.add(r, f, func(place string) string {
			switch place {
			case "training":
				return h.Training.String()
			case "study":
				return h.Study.String()
			}
			return c.place(f, r, y, place)
		})
	}
}
