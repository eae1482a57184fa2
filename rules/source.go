package rules

import (
	"slices"

	"branchbook/store/org"
)

// Program is the number of the pack format that this program reads. A pack
// whose header asks for more is refused.
const Program = 1

// Source is one pack as read from its text.
type Source struct {
	Info
	Program   int
	Documents []Document
	Rules     []Rule
	Changes   []Change
	file      string
}

// Info is the header of a pack.
type Info struct {
	Name  string   // short and stable: jinan-2020
	Title string   // as shown
	Layer string   // one of Layers
	On    bool     // in force unless switched off
	From  org.Date // first day in force
	To    org.Date // last day in force, 0: open
	Note  string
}

// Layers lists the layers from the lowest up: a later one overrides.
func Layers() []string {
	return []string{"central", "plan", "province", "city", "county", "town", "branch"}
}

// LayerChinese returns the official word of a layer.
func LayerChinese(layer string) string {
	words := map[string]string{"central": "中央", "plan": "全国规划", "province": "省", "city": "市", "county": "区县", "town": "乡镇街道", "branch": "本支部"}
	return words[layer]
}

// Change replaces single things of a rule of a lower layer: whatever is there
// wins, the rest stays.
type Change struct {
	Rule     string // id
	Kind     string // that of the rule, so that parameters can be read
	Off      *bool  // true: the rule ends; false: one that rested is put in force
	From, To org.Date
	Title    string
	Cites    bool // document, article, quote are replaced together
	Quote    string
	Checked  bool
	Document Document
	Article  string

	Whose      Whose
	Obligation Obligation
	Advice     *bool
	AfterPlan  string
	Applies    *Applies
	Params     map[string]any
	Say        Say

	line int
}

// Parse reads one pack strictly. file is only for the error, which is the first
// *Fault; Lint gives all of them.
func Parse(file string, text []byte) (*Source, error) {
	s, faults := readSource(file, text)
	if len(faults) > 0 {
		return nil, faults[0]
	}
	return s, nil
}

// Lint returns every fault of one pack as *Fault, in the order of the text.
func Lint(file string, text []byte) []error {
	_, faults := readSource(file, text)
	slices.SortStableFunc(faults, func(a, b *Fault) int { return a.Line - b.Line })
	out := make([]error, len(faults))
	for i, f := range faults {
		out[i] = f
	}
	return out
}

func readSource(file string, text []byte) (*Source, []*Fault) {
	r, t := newReader(file, text)
	if t.m == nil && len(r.faults) > 0 {
		return nil, r.faults
	}
	s := &Source{file: file}
	if s.readHeader(t.sub("pack", true)); s.Program > Program {
		return nil, r.faults // what a newer format says is not ours to judge
	}
	for _, d := range t.list("document") {
		s.readDocument(d)
	}
	for _, d := range t.list("rule") {
		s.readRule(d)
	}
	for _, d := range t.list("change") {
		s.readChange(d)
	}
	t.done()
	return s, r.faults
}

func (s *Source) readHeader(t table) {
	s.Program = int(t.number("program", true, 1, 1_000_000))
	if s.Program > Program {
		t.fault("program", FaultNewer)
		return
	}
	s.Name = t.text("name", org.MaxName, true)
	s.Title = t.text("title", org.MaxLine, true)
	s.Layer = t.word("layer", true, Layers())
	s.On, _ = take[bool](t, "on", true)
	s.From, s.To = t.validity(true, 0, 0)
	s.Note = t.text("note", org.MaxText, false)
	t.done()
}

// validity reads valid_from and valid_to; what a rule leaves out is the pack's.
func (t table) validity(required bool, from, to org.Date) (org.Date, org.Date) {
	if d := t.date("valid_from", required); d != 0 {
		from = max(from, d)
	}
	if d := t.date("valid_to", false); d != 0 && (to == 0 || d < to) {
		to = d
	}
	if to != 0 && to < from {
		t.fault("valid_to", FaultOrder)
	}
	return from, to
}

func (s *Source) readDocument(t table) {
	d := Document{
		ID: t.text("id", org.MaxName, true), Title: t.text("title", org.MaxLine, true), Number: t.text("number", org.MaxLine, false),
		Issuer: t.text("issuer", org.MaxLine, false), Issued: t.date("issued", false), Plan: t.text("plan", org.MaxLine, false),
		PlanFrom: t.date("plan_from", false), PlanTo: t.date("plan_to", false), Source: t.text("source", org.MaxName, false),
		Note: t.text("note", org.MaxText, false),
	}
	if (d.PlanTo != 0) != (d.Plan != "") || (d.PlanTo != 0) != (d.PlanFrom != 0) {
		t.fault("plan", FaultMissing)
	}
	if d.PlanTo < d.PlanFrom {
		t.fault("plan_to", FaultOrder)
	}
	if slices.ContainsFunc(s.Documents, func(o Document) bool { return o.ID == d.ID }) {
		t.fault("id", FaultTwice)
	}
	t.done()
	s.Documents = append(s.Documents, d)
}

// cited finds the document that a rule names; it must be listed in the pack.
func (s *Source) cited(t table) Document {
	id := t.text("document", org.MaxName, true)
	for _, d := range s.Documents {
		if d.ID == id {
			return d
		}
	}
	if id != "" {
		t.fault("document", FaultDocument)
	}
	return Document{}
}
