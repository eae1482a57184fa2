package rules

import (
	"fmt"
	"slices"
	"strings"

	"branchbook/store/org"
)

// ratioKind asks how many of those to whom the rule applies the year's 民主评议
// gave one of the grades: at most a share of them, or at least one.
var ratioKind = kind{
	params: []param{
		{name: "grades", typ: typeWords, words: plain(org.Grades()), required: true},
		{name: "share", typ: typeBound, lo: 0, hi: 1, required: true},
		{name: "base", typ: typeWord, words: []string{baseMembers, baseRecorded, baseDue}, required: true},
		{name: "from_month", typ: typeNumber, lo: 1, hi: 12},
	},
	says: true, places: []string{"base", "names"}, check: checkRatio,
}

// Of whom a share is taken.
const (
	baseMembers  = "members"  // those in the branch's base on the day of the appraisal
	baseRecorded = "recorded" // the base that was recorded with the grades, else the members
	baseDue      = "due"      // of the members those who were due that day
)

func checkRatio(c *check, r *Rule) {
	y := periods(c.year, "year")[0]
	day, held := c.appraisalDay(r)
	if !c.judges(y) || day == 0 || !c.toBranch(c.facts, r, day) {
		return
	}
	g := c.grading(r, day)
	if !g.any && (!held || g.atMost) {
		return
	}
	f := c.finding(r, y)
	share := r.bound("share")
	f.Unit, f.Have, f.Need = UnitHeads, int64(len(g.with)), share.Of(g.base)
	f.State = c.state(share.Met(f.Have, g.base), y)
	names := c.names(g.about(), day)
	f.Trace = g.trace(r, day, held, names)
	c.add(r, f, func(place string) string {
		switch place {
		case "base":
			return f.Unit.amount(g.base)
		case "names":
			return names
		}
		return c.place(f, r, y, place)
	})
}

// appraisalDay is the day of the year's last 民主评议 up to the asked day; if
// none was recorded the asked day, 0 if it is still to come. One in the first
// months of a year is often that of the year before: the rule may leave it out.
func (c *check) appraisalDay(r *Rule) (day org.Date, held bool) {
	met := false
	for i := range c.parts {
		if h := &c.parts[i]; h.Kind == org.Appraisal && h.a.For == "" {
			met = true
			if int64(h.Date.Month()) >= r.number("from_month") {
				day, held = h.Date, true
			}
		}
	}
	switch {
	case held:
		return day, true
	case !met && c.appraisalComes():
		return 0, false
	}
	return c.asOf, false
}

// appraisalComes tells whether the year had its 民主评议 after the asked day.
func (c *check) appraisalComes() bool {
	for _, a := range c.s.Activities {
		for i := range a.Parts {
			if p := &a.Parts[i]; a.State == org.Held && p.Kind == org.Appraisal && p.Date > c.asOf && p.Date.Year() == c.year {
				return true
			}
		}
	}
	return false
}

// grading is what the year's grades come to for one rule.
type grading struct {
	any           bool  // somebody got a grade, whoever it was
	atMost        bool  // the rule sets a most, not a least
	base          int64 // of whom the share is taken
	with, without []org.PersonID
}

// grading counts those to whom the rule applies, and who of them got one of its
// grades. Of somebody whose dates on file leave open whether the rule applies,
// no grade is asked.
func (c *check) grading(r *Rule, day org.Date) *grading {
	grades, recorded := c.grades()
	g := &grading{any: len(grades) > 0, atMost: r.bound("share").Met(0, 1)}
	for i := range c.members {
		m := &c.members[i]
		if !c.toMember(c.facts, r, m, day) {
			continue
		}
		if why, _ := c.facts.notDue(m, day, true); why != "" && r.word("base") == baseDue {
			continue
		}
		has := slices.Contains(r.words("grades"), string(grades[m.p.ID]))
		switch {
		case has:
			g.with = append(g.with, m.p.ID)
		case g.atMost:
		case m.unsure(day):
			continue
		default:
			g.without = append(g.without, m.p.ID)
		}
		g.base++
	}
	if r.word("base") == baseRecorded && recorded > 0 {
		g.base = int64(recorded)
	}
	return g
}

// grades are those of the year by person, with the largest base that was
// recorded with one.
func (c *check) grades() (of map[org.PersonID]org.Grade, base int) {
	of = map[org.PersonID]org.Grade{}
	for _, v := range c.s.Reviews {
		if v.Year == c.year && v.Grade != "" {
			of[v.Person], base = v.Grade, max(base, v.Base)
		}
	}
	return of, base
}

// unsure tells whether category or membership begins or ends on a day that is
// not known, and that may lie on the other side of this one.
func (m *member) unsure(day org.Date) bool {
	for _, kind := range []org.SpellKind{org.SpellCategory, org.SpellBelonging} {
		f := m.as(kind, day)
		if f == nil {
			continue
		}
		_, from := f.From.Full()
		_, to := f.To.Full()
		if f.From != "" && !from && day <= f.From.Last() || f.To != "" && !to && day >= f.To.First() {
			return true
		}
	}
	return false
}

// about lists those whom the rule is about: who got a grade of which there may
// not be too many, or who got none.
func (g *grading) about() []org.PersonID {
	if g.atMost {
		return g.with
	}
	return g.without
}

func (g *grading) trace(r *Rule, day org.Date, held bool, names string) []string {
	when := "没有民主评议的活动记录，按" + day.Chinese() + "的名册"
	if held {
		when = day.Chinese() + "民主评议党员"
	}
	of := map[string]string{baseMembers: "组织关系在本支部的", baseRecorded: "评议时登记的基数（没有登记的按名册）", baseDue: "其中当日应到的"}[r.word("base")]
	var words []string
	for _, v := range r.words("grades") {
		words = append(words, org.Grade(v).Chinese())
	}
	who := "没有评定为"
	if g.atMost {
		who = "评定为"
	}
	return []string{fmt.Sprintf("%s；%s：%d人", when, of, g.base), who + strings.Join(words, "、") + "的：" + names}
}
