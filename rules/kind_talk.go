package rules

import (
	"fmt"
	"slices"

	"branchbook/store/org"
)

// The two sides of a talk (支部工作条例第19条).
const (
	betweenCommittee = "committee"         // 委员之间
	betweenBoth      = "committee_members" // 委员和党员之间, asked of whoever is no 委员
	betweenMembers   = "members"           // 党员和党员之间: with a member who is no 委员
)

// talkKind asks everybody for talks (谈心谈话) in every period. A talk is a part
// of that kind; whoever was there has talked with the others who were. Where
// the posts make no committee, 书记 and 副书记 stand for it.
var talkKind = kind{
	params: []param{
		{name: "between", typ: typeWord, words: []string{betweenCommittee, betweenBoth, betweenMembers}, required: true},
		{name: "per", typ: typeWord, words: sortedKeys(monthsPer), required: true},
		{name: "need", typ: typeBound, lo: 0, hi: 100, required: true},
	},
	says: true, places: []string{"with"}, check: checkTalk,
}

// talk is one talk: who of the base was there, and on which side each may be
// taken to have been.
type talk struct {
	date org.Date
	who  []talker
}

// talker is somebody at a talk. Whoever held a post then or holds one on the
// judged day is leading; whoever held none on one of the two is plain.
type talker struct {
	i              int // place in members
	leading, plain bool
}

func checkTalk(c *check, r *Rule) {
	for _, p := range periods(c.year, r.word("per")) {
		day := min(p.last, c.day)
		if !c.judges(p) || !c.toBranch(c.facts, r, day) {
			continue
		}
		had, sides := c.talks(p, day), c.talkSides(day)
		for i := range c.members {
			if m := &c.members[i]; c.toMember(c.facts, r, m, day) && sides.owes(r.word("between"), m, day) {
				c.talked(r, p, m, had[i], sides)
			}
		}
	}
}

// talks lists for every member the talks of a period.
func (c *check) talks(p period, day org.Date) [][]*talk {
	had := make([][]*talk, len(c.members))
	for i := c.firstPart(p.first); i < len(c.parts) && c.parts[i].Date <= p.last; i++ {
		h := &c.parts[i]
		if h.Kind != org.Talk || h.goesOn() {
			continue
		}
		t := &talk{date: h.Date}
		for id, row := range rowsAt(h.a, h.i+1) {
			if n, known := c.index[id]; known && row.Status.There() && c.members[n].counts(h.Date) {
				then, now := c.members[n].leads(h.Date), c.members[n].leads(day)
				t.who = append(t.who, talker{n, then || now, !then || !now})
			}
		}
		slices.SortFunc(t.who, func(a, b talker) int { return a.i - b.i })
		for _, w := range t.who {
			had[w.i] = append(had[w.i], t)
		}
	}
	return had
}

// leads tells whether the person is 书记, 副书记 or 委员 on the day.
func (m *member) leads(day org.Date) bool { return m.one(org.SpellPost, day, leading...) != nil }

// talkSides says who there is to talk with on a day.
type talkSides struct {
	leading, plain int
	committee      bool // the posts make one
}

func (c *check) talkSides(day org.Date) (s talkSides) {
	s.committee = c.facts.hasCommittee(c.members, day)
	for i := range c.members {
		switch m := &c.members[i]; {
		case !m.counts(day):
		case m.leads(day):
			s.leading++
		default:
			s.plain++
		}
	}
	return s
}

// owes tells whether a talk is asked of the member: the member is of the side
// that is asked, and there is somebody else of the other.
func (s talkSides) owes(between string, m *member, day org.Date) bool {
	leads := m.leads(day)
	switch between {
	case betweenCommittee:
		return leads && s.leading > 1
	case betweenBoth:
		return !leads && s.leading > 0
	}
	return leads && s.plain > 0 || s.plain > 1
}

// talked makes the finding of one member.
func (c *check) talked(r *Rule, p period, m *member, had []*talk, sides talkSides) {
	day, between := min(p.last, c.day), r.word("between")
	f := c.finding(r, p)
	need := r.bound("need")
	f.Person, f.Unit, f.Need = m.p.ID, UnitTimes, need.Least()
	for _, t := range had {
		if with := c.partners(t, m, between); with != "" {
			f.Have++
			f.Trace = append(f.Trace, t.date.Chinese()+"与"+with+"谈心谈话")
		}
	}
	if f.Have == 0 {
		f.Trace = []string{fmt.Sprintf("%s本人参加的谈心谈话有%d次，没有这一类的", p.words, len(had))}
	}
	f.State = c.state(need.Met(f.Have, 1), p)
	c.ease(f, m, day)
	with := map[string]string{betweenCommittee: "其他支部委员", betweenBoth: "支部委员", betweenMembers: "其他党员"}[between]
	if between == betweenBoth && !sides.committee {
		with = "书记（副书记）"
		f.Trace = append(f.Trace, "没有设支部委员会，由书记（副书记）同党员谈")
	}
	c.add(r, f, func(place string) string {
		if place == "with" {
			return with
		}
		return c.place(f, r, p, place)
	})
}

// partners names those of the other side who were at a talk, "" for none.
func (c *check) partners(t *talk, m *member, between string) string {
	var names []string
	for _, w := range t.who {
		fits := w.leading
		if between == betweenMembers {
			fits = w.plain
		}
		if fits && c.members[w.i].p != m.p {
			names = append(names, c.members[w.i].p.Name)
		}
	}
	return fewNames(names)
}

// ease makes a finding 建议 that never becomes 缺项 where nothing hard is asked of
// the member on one of the days: 不作硬性要求, long away, out of contact.
func (c *check) ease(f *Finding, m *member, days ...org.Date) {
	for _, day := range days {
		if why, _ := c.facts.notDue(m, day, true); why != "" {
			f.advise(why.Chinese() + "，只作建议")
			return
		}
	}
}

// advise makes a finding 建议, and says why.
func (f *Finding) advise(why string) {
	f.Advice = true
	if f.State == Missing {
		f.State = Running
	}
	f.Trace = append(f.Trace, why)
}
