package rules

import (
	"branchbook/store/org"
)

// sizeKind asks how many there are of something on the year's last day, or on
// the asked day if that is earlier: members, full members, those in a post of
// the committee, or units of a 联合党支部.
var sizeKind = kind{
	params: []param{
		{name: "count", typ: typeWord, words: []string{countMembers, countFull, countCommittee, countUnits}, required: true},
		{name: "size", typ: typeBound, lo: 0, hi: 100_000, required: true},
	},
	says: true, check: checkSize,
}

// What a size counts.
const (
	countMembers   = "members"
	countFull      = "full_members"
	countCommittee = "committee"
	countUnits     = "units"
)

func checkSize(c *check, r *Rule) {
	y := periods(c.year, "year")[0]
	day := min(y.last, c.day)
	if !c.judges(y) || !c.toBranch(c.facts, r, day) {
		return
	}
	have, unit, what := c.countOf(r.word("count"), day)
	if r.word("count") == countUnits && have == 0 {
		return // not a 联合党支部
	}
	size := r.bound("size")
	f := c.finding(r, y)
	f.Unit, f.Have, f.Need = unit, have, size.Of(1)
	f.State = c.state(size.Met(have, 1), y)
	f.Trace = []string{day.Chinese() + what + f.Amount(have)}
	c.add(r, f, func(place string) string { return c.place(f, r, y, place) })
}

func (c *check) countOf(what string, day org.Date) (n int64, unit Unit, words string) {
	switch what {
	case countUnits:
		if c.s.Branch != nil {
			n = int64(len(c.s.Branch.Units))
		}
		return n, UnitBody, "联合党支部的单位"
	case countFull:
		return c.fullMembers(day), UnitHeads, "正式党员"
	}
	words = "党员"
	if what == countCommittee {
		words = "书记、副书记和委员"
	}
	for i := range c.members {
		if m := &c.members[i]; m.counts(day) && (what == countMembers || m.one(org.SpellPost, day, leading...) != nil) {
			n++
		}
	}
	return n, UnitHeads, words
}
