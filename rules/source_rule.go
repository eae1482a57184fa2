package rules

import (
	"slices"

	"branchbook/store/org"
)

const maxSentence = 300

func (s *Source) readRule(t table) {
	r := Rule{Pack: s.Name, ID: t.text("id", org.MaxName, true), Kind: t.word("kind", true, kindNames())}
	if slices.ContainsFunc(s.Rules, func(o Rule) bool { return o.ID == r.ID }) {
		t.fault("id", FaultTwice)
	}
	r.Title = t.text("title", org.MaxLine, true)
	r.Quote, r.Checked = t.text("quote", org.MaxText, false), t.yes("quote_checked")
	if r.Checked && r.Quote == "" {
		t.fault("quote", FaultMissing)
	}
	r.Document, r.Article = s.cited(t), t.text("article", org.MaxName, false)
	r.From, r.To = t.validity(false, s.From, s.To)
	r.Whose = Whose(t.word("level", true, []string{string(OurDuty), string(SuperiorDuty)}))
	r.Obligation = Obligation(t.word("obligation", true, obligationWords()))
	r.Advice, r.Off, r.Doubt = t.yes("advice"), t.yes("off"), t.text("doubt", org.MaxLine, false)
	r.AfterPlan = t.word("after_plan", false, afterWords())
	r.Applies = readApplies(t.sub("applies", false))
	k := kinds[r.Kind]
	if r.Kind != "" {
		r.Params = readParams(t.sub("params", false), k, true)
		r.Say = readSay(t.sub("say", k.says), k, k.says)
	}
	t.done()
	s.Rules = append(s.Rules, r)
}

func obligationWords() []string { return []string{string(Must), string(Normally)} }
func afterWords() []string      { return []string{afterKeep, afterAdvice} }

func (s *Source) readChange(t table) {
	c := Change{Rule: t.text("rule", org.MaxName, true), Kind: t.word("kind", true, kindNames()), Off: t.maybe("off"), line: t.r.lines[t.path]}
	c.From, c.To = t.validity(false, s.From, s.To)
	if slices.ContainsFunc(s.Changes, func(o Change) bool { return o.Rule == c.Rule && shareDay(o.From, o.To, c.From, c.To) }) {
		t.fault("rule", FaultTwice)
	}
	c.Title = t.text("title", org.MaxLine, false)
	if _, c.Cites = t.m["document"]; c.Cites {
		c.Document, c.Article = s.cited(t), t.text("article", org.MaxName, false)
		c.Quote, c.Checked = t.text("quote", org.MaxText, false), t.yes("quote_checked")
	}
	c.Whose = Whose(t.word("level", false, []string{string(OurDuty), string(SuperiorDuty)}))
	c.Obligation = Obligation(t.word("obligation", false, obligationWords()))
	if _, there := t.m["advice"]; there {
		b := t.yes("advice")
		c.Advice = &b
	}
	c.AfterPlan = t.word("after_plan", false, afterWords())
	if _, there := t.m["applies"]; there {
		a := readApplies(t.sub("applies", true))
		c.Applies = &a
	}
	if c.Kind != "" {
		k := kinds[c.Kind]
		c.Params = readParams(t.sub("params", false), k, false)
		c.Say = readSay(t.sub("say", false), k, false)
	}
	t.done()
	s.Changes = append(s.Changes, c)
}

// shareDay tells whether two runs of days with inclusive ends share a day.
func shareDay(from1, to1, from2, to2 org.Date) bool {
	return (to1 == 0 || from2 <= to1) && (to2 == 0 || from1 <= to2)
}

func readApplies(t table) Applies {
	a := Applies{
		BranchKinds: typed[org.BranchKind](t.words("branch_kinds", false, branchKindWords())),
		Committee:   t.maybe("committee"),
		Groups:      t.maybe("groups"),
		FullMembers: t.bound("full_members", false, 0, 100_000),
		Categories:  typed[org.SpellValue](t.words("categories", false, categoryWords())),
		Posts:       typed[org.SpellValue](t.words("posts", false, postWords())),
		Exempt:      t.maybe("exempt"),
		Floating:    t.maybe("floating"),
		Leaders:     t.maybe("leaders"),
	}
	t.done()
	return a
}

// maybe reads true, false or nothing.
func (t table) maybe(key string) *bool {
	b, ok := take[bool](t, key, false)
	if !ok {
		return nil
	}
	return &b
}

func readSay(t table, k kind, whole bool) Say {
	s := Say{Done: t.text("done", maxSentence, whole), Running: t.text("running", maxSentence, whole),
		Missing: t.text("missing", maxSentence, whole), Next: t.text("next", maxSentence, whole)}
	lintSentence(t, "done", s.Done, k, false)
	lintSentence(t, "running", s.Running, k, true)
	lintSentence(t, "missing", s.Missing, k, true)
	lintSentence(t, "next", s.Next, k, false)
	t.done()
	return s
}
