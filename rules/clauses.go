package rules

import (
	"slices"

	"branchbook/store/org"
)

// Clause is one thing that a pack says: a rule that it states, or a change that
// it makes to one. What a change leaves alone is empty.
type Clause struct {
	Rule       string // id
	Title      string
	Change     bool
	Ends       bool // a change that puts the rule out of force
	Off        bool // a rule that rests until a later layer wants it
	Document   Document
	Article    string
	Quote      string
	Checked    bool
	Whose      Whose
	Obligation Obligation
	Advice     bool
	Doubt      string // 待核实
	Applies    string // in Chinese; "" for all, or left alone
	Terms      []Term
	From, To   org.Date
}

// Cite returns document and article as they are quoted, "" for a change that
// cites none.
func (c *Clause) Cite() string {
	if c.Document.Title == "" {
		return ""
	}
	return citeOf(c.Document.Title, c.Article)
}

// Validity says from when to when the clause holds.
func (c *Clause) Validity() string { return (&Rule{From: c.From, To: c.To}).Validity() }

// Clauses lists what a pack says, in the order of its text: first the rules that
// it states, then its changes. The pack is a shipped one or one of the branch; it
// need not be in force. An unknown name is a *Fault.
func Clauses(local []*org.LocalPack, name string) ([]Clause, error) {
	sources, err := readable(local)
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(sources, func(s *Source) bool { return s.Name == name })
	if at < 0 {
		return nil, faultOf(local, name)
	}
	titles := map[string]string{}
	for _, s := range sources {
		for i := range s.Rules {
			titles[s.Rules[i].ID] = s.Rules[i].Title
		}
	}
	var out []Clause
	for i := range sources[at].Rules {
		out = append(out, sources[at].Rules[i].clause())
	}
	for i := range sources[at].Changes {
		c := sources[at].Changes[i].clause()
		if c.Title == "" {
			c.Title = titles[c.Rule]
		}
		out = append(out, c)
	}
	return out, nil
}

// Clauses lists what all packs together say on the pack's day: the rules in
// force, then those that rest.
func (p *Pack) Clauses() []Clause {
	var out []Clause
	for _, r := range append(p.Rules(), p.Resting()...) {
		out = append(out, r.clause())
	}
	return out
}

// readable lists the shipped packs and those of the branch that can be read.
func readable(local []*org.LocalPack) ([]*Source, error) {
	embedded, err := shipped()
	if err != nil {
		return nil, err
	}
	out := slices.Clone(embedded)
	for _, l := range local {
		if s, err := Parse(l.Name, []byte(l.Text)); err == nil {
			out = append(out, s)
		}
	}
	return out, nil
}

// faultOf says why a pack cannot be shown.
func faultOf(local []*org.LocalPack, name string) error {
	for _, l := range local {
		if l.Name == name && l.Text != "" {
			if _, err := Parse(l.Name, []byte(l.Text)); err != nil {
				return err
			}
		}
	}
	return &Fault{File: name, Key: "name", Why: FaultNoPack}
}

func (r *Rule) clause() Clause {
	return Clause{Rule: r.ID, Title: r.Title, Off: r.Off, Document: r.Document, Article: r.Article, Quote: r.Quote, Checked: r.Checked, Whose: r.Whose,
		Obligation: r.Obligation, Advice: r.Advice, Doubt: r.Doubt, Applies: r.Applies.Chinese(), Terms: r.Terms(), From: r.From, To: r.To}
}

func (c *Change) clause() Clause {
	out := Clause{Rule: c.Rule, Title: c.Title, Change: true, Ends: c.Off != nil && *c.Off, Document: c.Document, Article: c.Article, Quote: c.Quote,
		Checked: c.Checked, Whose: c.Whose, Obligation: c.Obligation, Terms: (&Rule{Kind: c.Kind, Params: c.Params}).Terms(), From: c.From, To: c.To}
	if c.Advice != nil {
		out.Advice = *c.Advice
	}
	if c.Applies != nil {
		out.Applies = c.Applies.Chinese()
	}
	return out
}
