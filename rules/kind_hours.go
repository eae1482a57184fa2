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
		n, all := v.monthsOwed(f, m)
		h.Target, why = h.Target*org.Hours(n)/org.Hours(all), fmt.Sprintf("%s；按在册月数折算，%d个月中的%d个月", why, all, n)
		need = Bound{need.Op, int64(h.Target), int64(org.Hour)}
	}
	h.Applies, h.TargetRule, h.TargetWhy, h.Notice = true, r.ID, why, r.Notice(v.asOf)
	h.Met = need.Met(int64(h.Counted), int64(org.Hour))
	h.Short = max(0, h.Target-h.Counted)
	gone, all := v.asOf-v.first+1, v.last-v.first+1
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
	if b := m.as(org.SpellBelonging, v.asOf); b != nil && b.mayBeOver(v.asOf) {
		return b.To.Chinese() + b.Spell.Chinese() + "，日期不全，按已经离开看"
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
// does not. Where a post's day is not known whole, only the days on which it was
// surely held count.
func (v *view) holds(r *Rule, m *member) string {
	posts := r.Applies.Posts
	if len(posts) == 0 {
		return v.asMember(m)
	}
	if f := v.surelyIn(m, posts); f != nil && r.yes("on_day") {
		return v.asOf.Chinese() + "在任" + f.Spell.Chinese() + inPostSince(f.Spell.From)
	}
	share := r.bound("share_of_year")
	if share.None() {
		return ""
	}
	n, all := v.daysInPost(m, posts), int64(v.last-v.first+1)
	if n == 0 || !share.Met(n, all) {
		return ""
	}
	return fmt.Sprintf("本年任职%d天（全年%d天）", n, all)
}

// asMember says what somebody owes as an ordinary member, and that a post was
// left out since its day is not known.
func (v *view) asMember(m *member) string {
	why := m.category(v.asOf).Chinese(org.SpellCategory)
	if f := m.one(org.SpellPost, v.asOf, leading...); f != nil && v.surelyIn(m, leading) == nil {
		why += "；任" + f.Spell.Chinese() + "的日期不全，没有按在任算"
	}
	return why
}

// surelyIn returns a post that the member holds on the asked day, whatever the
// days may be that are not known.
func (v *view) surelyIn(m *member, posts []org.SpellValue) *fact {
	for i := range m.facts {
		if f := &m.facts[i]; f.Kind == org.SpellPost && slices.Contains(posts, f.Value) && covers([]span{f.surely()}, v.asOf) {
			return f
		}
	}
	return nil
}

// daysInPost counts the days of the year, up to the asked day, on which the
// member held one of the posts.
func (v *view) daysInPost(m *member, posts []org.SpellValue) int64 {
	year := []span{{v.first, v.asOf + 1}}
	var held []span
	for i := range m.facts {
		if f := &m.facts[i]; f.Kind == org.SpellPost && slices.Contains(posts, f.Value) {
			held = append(held, f.surely())
		}
	}
	return int64(days(join(both(held, year))))
}

// monthsOwed counts the months of the year on whose last day the member is
// surely in the base, not exempt and with full standing, and all its months; the
// months after the asked day count as that day.
func (v *view) monthsOwed(f *facts, m *member) (n, all int) {
	in := m.membership((*fact).surely)
	for _, month := range monthsFrom(v.first, v.last) {
		all++
		day := min(month.to-1, v.asOf)
		free := f.freesHours && f.exemptOn(m, day) != nil || m.stands(day, org.StandSuspended) || m.visits(day)
		if covers(in, day) && !free {
			n++
		}
	}
	return n, all
}

// checkHours makes a finding for each member to whom this rule gives the
// target, in each year of hours that shares a day with the calendar year.
func checkHours(c *check, r *Rule) {
	for _, year := range c.hoursYears() {
		if y := c.p.hoursPeriod(year); c.judges(y) {
			c.hoursFindings(r, y, c.hoursIn(year))
		}
	}
}

func (c *check) hoursFindings(r *Rule, y period, people []PersonHours) {
	for i := range people {
		h := &people[i]
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

// inPostSince says since when, if anybody knows.
func inPostSince(from org.Partial) string {
	if from == "" {
		return ""
	}
	return "（" + from.Chinese() + "起）"
}
