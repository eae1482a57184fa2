package rules

import (
	"slices"

	"branchbook/store/org"
)

// frequencyKind asks for a number of activities in every period: of the
// branch, or of each group that has members. A rule without a number only
// shows what was held. One that names lecturers asks only where somebody is such
// a person, and counts only what they gave.
var frequencyKind = kind{
	params: []param{
		{name: "kinds", typ: typeWords, words: partKindWords(), required: true},
		{name: "per", typ: typeWord, words: []string{"month", "quarter", "half_year", "year"}, required: true},
		{name: "need", typ: typeBound, lo: 0, hi: 100},
		{name: "each_group", typ: typeYes},
		{name: "seasons", typ: typeWords, words: plain(org.Seasons())},
		{name: "level", typ: typeWord, words: levelWords()},
		{name: "by_posts", typ: typeWords, words: postWords()},
		{name: "by_leaders", typ: typeYes},
	},
	says: true, check: checkFrequency,
}

func checkFrequency(c *check, r *Rule) {
	for _, p := range periods(c.year, r.word("per")) {
		if !c.judges(p) {
			continue
		}
		day := min(p.last, c.day)
		if !c.toBranch(c.facts, r, day) || !c.hasLecturer(r, day) {
			continue
		}
		if !r.yes("each_group") {
			c.frequency(r, p, org.Group{})
			continue
		}
		for _, g := range c.groupsOn(day) {
			c.frequency(r, p, g)
		}
	}
}

// frequency makes the finding of one period, for the branch or for one group.
func (c *check) frequency(r *Rule, p period, g org.Group) {
	f := c.finding(r, p)
	f.Group, f.Unit, f.Kinds = g.ID, UnitTimes, typed[org.PartKind](r.words("kinds"))
	need := r.bound("need")
	f.Need = need.Least()
	var counted []int // activities, so that one with two parts counts once in a period
	for i := c.firstPart(p.first); i < len(c.parts) && c.parts[i].Date <= p.last; i++ {
		h := &c.parts[i]
		if h.a.For != "" || !slices.Contains(f.Kinds, h.Kind) || g.ID != "" && !isForGroup(&h.Audience, g.ID) ||
			slices.Contains(counted, h.n) || h.goesOn() || !r.suits(h.a) || !c.givenBy(r, h) {
			continue
		}
		counted = append(counted, h.n)
		f.Have++
		f.Trace = append(f.Trace, h.Date.Chinese()+" "+h.Kind.Chinese()+c.lecturer(r, h))
	}
	if f.Have == 0 {
		f.Trace = []string{p.words + "没有这类活动的记录"}
	}
	switch {
	case need.None() && r.Whose == SuperiorDuty && f.Have == 0:
		return // nothing of it is to be seen here
	case need.None():
		f.Advice = true
		f.State = Running
		if f.Have > 0 {
			f.State = Done
		}
	default:
		f.State = c.state(need.Met(f.Have, 1), p)
	}
	c.add(r, f, func(place string) string {
		if place == "who" && g.ID != "" {
			return g.Name
		}
		return c.place(f, r, p, place)
	})
}

// suits tells whether an activity has one of the seasons, and an organiser of
// the level or above, if the rule names them.
func (r *Rule) suits(a *org.Activity) bool {
	seasons := r.words("seasons")
	return (len(seasons) == 0 || slices.Contains(seasons, string(a.Season))) && a.Level.Rank() >= org.Level(r.word("level")).Rank()
}

// goesOn tells whether a part is the second half of one that midnight split: it
// belongs to the period in which it began.
func (h *heldPart) goesOn() bool {
	if h.i == 0 {
		return false
	}
	before := &h.a.Parts[h.i-1]
	return before.Kind == h.Kind && before.End == org.Midnight && h.Start == org.NewClock(0, 0) && h.Date == before.Date+1
}

// isForGroup tells whether a part is a meeting of the group.
func isForGroup(a *org.Audience, g org.GroupID) bool {
	return a.Kind == org.ForAll || a.Kind == org.ForGroups && slices.Contains(a.Groups, g)
}

// PlannedFor finds the first activity that is planned for what a finding asks of
// the branch or of a group, and its day; nil if there is none.
func PlannedFor(s *org.Snapshot, f *Finding) (*org.Activity, org.Date) {
	for _, a := range s.Activities {
		if a.State != org.Planned || a.For != "" {
			continue
		}
		for i := range a.Parts {
			p := &a.Parts[i]
			if slices.Contains(f.Kinds, p.Kind) && p.Date >= f.From && p.Date <= f.Until && (f.Group == "" || isForGroup(&p.Audience, f.Group)) {
				return a, p.Date
			}
		}
	}
	return nil, 0
}
