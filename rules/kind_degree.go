package rules

import (
	"slices"
	"strings"

	"branchbook/store/org"
)

// degreeKind lists who may be recommended for a degree course: young enough,
// with such schooling, of those whom the rule names. It only ever advises, and
// is done once the person stands in the register of recommendations.
var degreeKind = kind{
	params: []param{
		{name: "age", typ: typeBound, lo: 0, hi: 150, required: true},
		{name: "education", typ: typeTexts, required: true},
		{name: "reserve", typ: typeWords, words: plain(org.SpellValues(org.SpellReserve)), required: true},
		{name: "posts", typ: typeWords, words: postWords()},
	},
	says: true, places: []string{"education"}, check: checkDegree,
}

func checkDegree(c *check, r *Rule) {
	y := periods(c.year, "year")[0]
	day := min(y.last, c.day)
	if !c.judges(y) || !c.toBranch(c.facts, r, day) {
		return
	}
	for i := range c.members {
		m := &c.members[i]
		as := r.reserved(m, day)
		if as == "" || !r.schooled(m.p) || !r.young(m.p, day) || !c.toMember(c.facts, r, m, day) {
			continue
		}
		f := c.finding(r, y)
		f.Person, f.Unit, f.Need = m.p.ID, UnitTimes, 1
		f.State = Running
		if c.recommended(m, day) {
			f.Have, f.State = 1, Done
		}
		f.advise(m.p.Born.Chinese() + "生，" + m.p.Education + "，" + as)
		c.add(r, f, func(place string) string {
			if place == "education" {
				return m.p.Education
			}
			return c.place(f, r, y, place)
		})
	}
}

// reserved says as what somebody may be recommended on the day, "" for nothing:
// 后备干部 and 两委成员 by their own fact, or by a post of the branch.
func (r *Rule) reserved(m *member, day org.Date) string {
	if f := m.one(org.SpellReserve, day, typed[org.SpellValue](r.words("reserve"))...); f != nil {
		return f.Spell.Chinese()
	}
	posts := typed[org.SpellValue](r.words("posts"))
	if f := m.one(org.SpellPost, day, posts...); f != nil && len(posts) > 0 {
		return f.Spell.Chinese()
	}
	return ""
}

// schooled tells whether the words about somebody's schooling hold one of the
// rule's.
func (r *Rule) schooled(p *org.Person) bool {
	return slices.ContainsFunc(r.words("education"), func(w string) bool { return strings.Contains(p.Education, w) })
}

// young tells whether the full years since birth meet the bound. A birth of
// which only the month or the year is known counts as the latest that it can be.
func (r *Rule) young(p *org.Person, day org.Date) bool {
	y, mon, d := p.Born.Last().YMD()
	ty, tm, td := day.YMD()
	years := ty - y
	if tm < mon || tm == mon && td < d {
		years--
	}
	return p.Born != "" && r.bound("age").Met(int64(years), 1)
}

// recommended tells whether the register of recommendations had somebody by the
// day.
func (c *check) recommended(m *member, day org.Date) bool {
	return slices.ContainsFunc(c.s.Registers, func(e *org.Register) bool {
		return e.Kind == org.RegDegree && e.Person == m.p.ID && e.From.First() <= day
	})
}
