package rules

// committeeKind says which posts make a committee (支委会), and asks the
// branches to which the rule applies to have one.
var committeeKind = kind{
	params: []param{
		{name: "posts", typ: typeBound, lo: 1, hi: 20, required: true},
		{name: "ordinary", typ: typeBound, lo: 0, hi: 20, required: true},
	},
	says: true, places: []string{"full_members"}, check: checkCommittee,
}

func checkCommittee(c *check, r *Rule) {
	y := periods(c.year, "year")[0]
	day := min(y.last, c.day)
	if !c.judges(y) || !c.toBranch(c.facts, r, day) {
		return
	}
	f := c.finding(r, y)
	f.Unit, f.Need = UnitBody, 1
	if c.facts.hasCommittee(c.members, day) {
		f.Have = 1
	}
	n := c.fullMembers(day)
	f.State = c.state(f.Have == f.Need, y)
	f.Trace = []string{"正式党员" + UnitBody.amount(n) + "人"}
	c.add(r, f, func(place string) string {
		if place == "full_members" {
			return UnitBody.amount(n)
		}
		return c.place(f, r, y, place)
	})
}
