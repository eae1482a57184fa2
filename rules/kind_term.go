package rules

// termKind says how long a committee usually serves, and asks for an election
// (换届) when the term is over. Some months before, it reminds.
var termKind = kind{
	params: []param{
		{name: "years", typ: typeNumber, lo: 1, hi: 10, required: true},
		{name: "rural_years", typ: typeNumber, lo: 1, hi: 10, required: true},
		{name: "rural_kinds", typ: typeWords, words: branchKindWords(), required: true},
		{name: "remind_months", typ: typeNumber, lo: 0, hi: 24, required: true},
	},
	says: true, places: []string{"since"}, check: checkTerm,
}

// checkTerm asks for the election from the reminder on until a new term begins;
// in the year in which one began it is done. A term that begins after the asked
// day is not known yet, nor is the one before it any more.
func checkTerm(c *check, r *Rule) {
	if c.s.Branch == nil || c.facts.term != r {
		return
	}
	t := c.s.Branch.Term
	end := t.End()
	if end == 0 || t.Start > c.asOf || !c.toBranch(c.facts, r, c.asOf) {
		return
	}
	p := limit(t.Start, end)
	f := c.finding(r, p)
	f.Unit, f.Need, f.Since = UnitItem, 1, t.Start.Partial()
	switch {
	case end <= c.asOf.AddMonths(int(r.number("remind_months"))):
		if !c.judgesOpen(p, true) {
			return
		}
		f.State = c.limitState(false, p)
	case t.Start >= yearStart(c.year):
		p = limit(t.Start, t.Start)
		if !c.judges(p) {
			return
		}
		f.Period, f.From, f.Until, f.Have, f.State = p.key, p.first, p.last, 1, Done
	default:
		return
	}
	f.Trace = []string{"本届从" + t.Start.Chinese() + "开始，任期到" + end.Chinese()}
	c.add(r, f, func(place string) string {
		if place == "since" {
			return t.Start.Chinese()
		}
		return c.place(f, r, p, place)
	})
}
