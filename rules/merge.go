package rules

import (
	"cmp"
	"maps"
	"slices"

	"branchbook/store/org"
)

// targetsExist checks that every change names a rule that some pack states, of
// the kind that the change says.
func targetsExist(sources []*Source) error {
	kindOf := map[string]string{}
	for _, s := range sources {
		for i := range s.Rules {
			kindOf[s.Rules[i].ID] = s.Rules[i].Kind
		}
	}
	for _, s := range sources {
		for i := range s.Changes {
			if c := &s.Changes[i]; kindOf[c.Rule] != c.Kind {
				return &Fault{File: s.file, Line: c.line, Key: c.Rule, Why: FaultNoRule}
			}
		}
	}
	return nil
}

// newEra lays the sources over each other as they hold on one day.
func newEra(day org.Date, sources []*Source) *era {
	e := &era{from: day, byID: map[string]*Rule{}}
	for _, s := range sources {
		for i := range s.Rules {
			if s.Rules[i].validOn(day) {
				e.state(&s.Rules[i])
			}
		}
		for i := range s.Changes {
			if c := &s.Changes[i]; c.From <= day && (c.To == 0 || day <= c.To) {
				e.change(c, s.Name)
			}
		}
	}
	for _, r := range e.byID {
		r.said = r.Say.compile()
		if !r.Off {
			e.rules = append(e.rules, r)
		}
	}
	slices.SortFunc(e.rules, func(a, b *Rule) int { return cmp.Compare(a.order, b.order) })
	e.facts = e.readFacts()
	return e
}

// state puts a rule in; one of the same id below it is replaced whole, but
// keeps its place in the order.
func (e *era) state(r *Rule) {
	c := *r
	c.Params = maps.Clone(r.Params)
	c.origins, c.citedBy = map[string]string{}, r.Pack
	for param := range r.Params {
		c.origins[param] = r.Pack
	}
	c.order = len(e.byID)
	if old := e.byID[r.ID]; old != nil {
		c.order, c.Changed = old.order, append(slices.Clone(old.Changed), r.Pack)
	}
	e.byID[r.ID] = &c
}

// change replaces single things of a rule; a rule that no pack states on the
// day stays unstated.
func (e *era) change(c *Change, pack string) {
	r := e.byID[c.Rule]
	if r == nil {
		return
	}
	if c.Off != nil {
		r.Off = *c.Off
	}
	r.Changed = append(r.Changed, pack)
	r.Title = cmp.Or(c.Title, r.Title)
	if c.Cites {
		r.Document, r.Article, r.Quote, r.Checked, r.citedBy = c.Document, c.Article, c.Quote, c.Checked, pack
	}
	r.Whose = cmp.Or(c.Whose, r.Whose)
	r.Obligation = cmp.Or(c.Obligation, r.Obligation)
	r.AfterPlan = cmp.Or(c.AfterPlan, r.AfterPlan)
	if c.Advice != nil {
		r.Advice = *c.Advice
	}
	if c.Applies != nil {
		r.Applies = *c.Applies
	}
	maps.Copy(r.Params, c.Params)
	for param := range c.Params {
		r.origins[param] = pack
	}
	r.Say = Say{cmp.Or(c.Say.Done, r.Say.Done), cmp.Or(c.Say.Running, r.Say.Running),
		cmp.Or(c.Say.Missing, r.Say.Missing), cmp.Or(c.Say.Next, r.Say.Next)}
}
