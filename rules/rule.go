package rules

import (
	"slices"

	"branchbook/store/org"
)

// Rule is one rule of a pack, or, in an effective Pack, what the layers
// together make of it.
type Rule struct {
	ID         string         `json:"id"`
	Kind       string         `json:"kind"`
	Title      string         `json:"title"`
	Quote      string         `json:"quote,omitempty"`
	Checked    bool           `json:"quote_checked"` // somebody compared Quote with the document
	Document   Document       `json:"document"`
	Article    string         `json:"article,omitempty"`
	From       org.Date       `json:"valid_from"`
	To         org.Date       `json:"valid_to,omitzero"` // last day, 0: open
	Whose      Whose          `json:"level"`
	Obligation Obligation     `json:"obligation"`
	Advice     bool           `json:"advice,omitempty"`
	AfterPlan  string         `json:"after_plan,omitempty"` // keep or advice
	Doubt      string         `json:"doubt,omitempty"`      // 待核实: what is not sure about it
	Off        bool           `json:"off,omitempty"`        // not in force unless a later layer turns it on
	Applies    Applies        `json:"applies"`
	Params     map[string]any `json:"params"`
	Say        Say            `json:"say"`
	Pack       string         `json:"pack"`              // the pack that states the rule
	Changed    []string       `json:"changed,omitempty"` // packs that changed it, lowest layer first

	order   int // place in the effective pack
	said    compiled
	origins map[string]string // of each parameter, the pack that gave it
	citedBy string            // the pack that gave document and article
}

// Origin returns the pack that gave a parameter of an effective rule its value:
// the one that states the rule, or the last that changed the parameter. "" where
// no pack gives it.
func (r *Rule) Origin(param string) string { return r.origins[param] }

// CitedBy returns the pack that gave an effective rule its document and article.
func (r *Rule) CitedBy() string { return r.citedBy }

// Document is what a rule cites.
type Document struct {
	ID       string   `json:"id"`
	Title    string   `json:"title"`
	Number   string   `json:"number,omitempty"` // 文号
	Issuer   string   `json:"issuer,omitempty"`
	Issued   org.Date `json:"issued,omitzero"`
	Plan     string   `json:"plan,omitempty"`     // 规划期 in words: 2019–2023
	PlanFrom org.Date `json:"plan_from,omitzero"` // first day of the plan
	PlanTo   org.Date `json:"plan_to,omitzero"`   // last day of the plan
	Source   string   `json:"source,omitempty"`   // file in sources/ that quotes are checked against
	Note     string   `json:"note,omitempty"`
}

// Whose says whose duty a rule is.
type Whose string

// Whose duty.
const (
	OurDuty      Whose = "branch"   // 本支部
	SuperiorDuty Whose = "superior" // 上级组织
)

// Chinese returns the word on screen.
func (w Whose) Chinese() string {
	if w == SuperiorDuty {
		return "上级组织"
	}
	return "本支部"
}

// Obligation is the strength of a rule's words.
type Obligation string

// Obligations.
const (
	Must     Obligation = "must"     // 必须
	Normally Obligation = "normally" // 一般
)

// Chinese returns the word on screen.
func (o Obligation) Chinese() string {
	if o == Normally {
		return "一般"
	}
	return "必须"
}

// should is the word inside a sentence.
func (o Obligation) should() string {
	if o == Normally {
		return "一般应"
	}
	return "应"
}

// Applies says to which branches and people a rule applies; what is empty asks
// nothing.
type Applies struct {
	BranchKinds []org.BranchKind `json:"branch_kinds,omitempty"`
	Committee   *bool            `json:"committee,omitempty"` // posts make a committee, or do not
	Groups      *bool            `json:"groups,omitempty"`    // the branch has groups with members, or has not
	FullMembers Bound            `json:"full_members,omitzero"`
	Categories  []org.SpellValue `json:"categories,omitempty"`
	Posts       []org.SpellValue `json:"posts,omitempty"`
	Exempt      *bool            `json:"exempt,omitempty"`   // only people of whom nothing hard is asked, or only the others
	Floating    *bool            `json:"floating,omitempty"` // only 流动党员 (流出), or only the others
	Leaders     *bool            `json:"leaders,omitempty"`  // only 党员领导干部, or only the others
}

// Say holds the sentences of a rule by state, with {places}, and the next step.
type Say struct {
	Done    string `json:"done,omitempty"`
	Running string `json:"running,omitempty"`
	Missing string `json:"missing,omitempty"`
	Next    string `json:"next,omitempty"`
}

// Cite returns document and article as they are quoted: 《…》第15条.
func (r *Rule) Cite() string { return citeOf(r.Document.Title, r.Article) }

func citeOf(title, article string) string {
	s := "《" + title + "》"
	if article != "" {
		s += "第" + article + "条"
	}
	return s
}

// Lapsed tells whether the plan that the rule comes from is over on the day.
func (r *Rule) Lapsed(day org.Date) bool {
	return r.Document.PlanTo != 0 && day > r.Document.PlanTo
}

// Notice returns what is to be said beside the rule on the day: that its plan
// is over. "" for nothing.
func (r *Rule) Notice(day org.Date) string {
	if !r.Lapsed(day) {
		return ""
	}
	return "规划期 " + r.Document.Plan + " 已满，请核对新规定"
}

// advice tells whether the rule only advises on the day.
func (r *Rule) advice(day org.Date) bool {
	return r.Advice || r.Whose == SuperiorDuty || r.AfterPlan == afterAdvice && r.Lapsed(day)
}

func (r *Rule) validOn(day org.Date) bool {
	return r.From <= day && (r.To == 0 || day <= r.To)
}

// What becomes of a plan's rule after the plan's last day.
const (
	afterKeep   = "keep"
	afterAdvice = "advice"
)

func (a *Applies) toBranchKind(k org.BranchKind) bool {
	return len(a.BranchKinds) == 0 || slices.Contains(a.BranchKinds, k)
}
