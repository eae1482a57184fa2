package org

import "slices"

// Branch is the branch whose file this is.
type Branch struct {
	ID       ItemID     `json:"id"`
	Rev      Rev        `json:"rev"`
	Name     string     `json:"name"`               // full name on forms
	Code     string     `json:"code"`               // 党组织编码, or any code that the superior uses
	Kind     BranchKind `json:"kind"`               // decides which clauses apply
	Superior string     `json:"superior,omitempty"` // the committee that the bundle goes to
	Term     Term       `json:"term"`
	Groups   []Group    `json:"groups,omitempty"`
	Units    []string   `json:"units,omitempty"` // units of a 联合党支部
	Since    Date       `json:"since,omitzero"`  // 建账日期: what should have happened before is not asked about; 0: from the term on
	Demo     bool       `json:"demo,omitempty"`  // an invented branch, refused above
}

// Term is the committee's term of office (任期): Years from Start. Years is
// usually 5 in villages and communities, 3 elsewhere (支部工作条例 21).
type Term struct {
	Start Date `json:"start,omitzero"`
	Years int  `json:"years,omitempty"`
}

// End returns the first day after the term; 0 if the term is not known.
func (t Term) End() Date {
	if t.Start == 0 || t.Years == 0 {
		return 0
	}
	return t.Start.AddMonths(12 * t.Years)
}

// Group is a Party group (党小组). A group is never deleted, since old spells
// point at it; Closed hides it from pick-lists.
type Group struct {
	ID     GroupID `json:"id"`
	Name   string  `json:"name"`
	Closed bool    `json:"closed,omitempty"`
}

// BranchKind is the kind of unit that the branch belongs to.
type BranchKind string

// Kinds of branch.
const (
	Village    BranchKind = "village"
	Community  BranchKind = "community"
	Organ      BranchKind = "organ"
	StateFirm  BranchKind = "state_firm"
	NonPublic  BranchKind = "non_public"
	SocialOrg  BranchKind = "social_org"
	School     BranchKind = "school"
	OtherUnits BranchKind = "other"
)

var branchKinds = enum[BranchKind]{
	{Village, "村", []string{"行政村", "农村"}}, {Community, "社区", nil}, {Organ, "机关", []string{"党政机关"}},
	{StateFirm, "国企", []string{"国有企业"}}, {NonPublic, "非公", []string{"非公企业"}}, {SocialOrg, "社会组织", nil},
	{School, "学校", nil}, {OtherUnits, "其他", nil},
}

// BranchKinds lists the kinds in pick-list order.
func BranchKinds() []BranchKind { return branchKinds.values() }

// Chinese returns the official word.
func (k BranchKind) Chinese() string { return branchKinds.label(k) }

// ParseBranchKind reads the stable English or the Chinese word.
func ParseBranchKind(s string) (BranchKind, error) { return branchKinds.parse("kind", s) }

// Ref implements Aggregate.
func (b *Branch) Ref() Ref { return Ref{KindBranch, string(b.ID), b.Rev} }

// Group finds a group by id.
func (b *Branch) Group(id GroupID) (Group, bool) {
	for _, g := range b.Groups {
		if g.ID == id {
			return g, true
		}
	}
	return Group{}, false
}

// OpenGroups lists the groups that are not closed.
func (b *Branch) OpenGroups() []Group {
	return slices.DeleteFunc(slices.Clone(b.Groups), func(g Group) bool { return g.Closed })
}

// GroupNamed finds a group by its name.
func (b *Branch) GroupNamed(name string) (Group, bool) {
	for _, g := range b.Groups {
		if g.Name == name {
			return g, true
		}
	}
	return Group{}, false
}

// Validate checks shape and limits.
func (b *Branch) Validate() error {
	if b.Name == "" {
		return &Invalid{"name", WhyEmpty}
	}
	if b.Code == "" {
		return &Invalid{"code", WhyEmpty}
	}
	if err := branchKinds.check("kind", b.Kind); err != nil {
		return err
	}
	if b.Term.Years < 0 || b.Term.Years > 10 {
		return &Invalid{"term.years", WhyNumber}
	}
	if err := checkTexts(textField{"name", b.Name, MaxLine}, textField{"code", b.Code, MaxName}, textField{"superior", b.Superior, MaxLine}); err != nil {
		return err
	}
	return b.validateGroups()
}

func (b *Branch) validateGroups() error {
	if len(b.Groups) > MaxList || len(b.Units) > MaxList {
		return &Invalid{"groups", WhyLong}
	}
	names, ids := map[string]bool{}, map[GroupID]bool{}
	for _, g := range b.Groups {
		if g.Name == "" || g.ID == "" {
			return &Invalid{"groups", WhyEmpty}
		}
		if names[g.Name] || ids[g.ID] {
			return &Invalid{"groups", WhyTwice}
		}
		names[g.Name], ids[g.ID] = true, true
		if err := checkText("groups", g.Name, MaxName); err != nil {
			return err
		}
	}
	for _, u := range b.Units {
		if err := checkText("units", u, MaxLine); err != nil {
			return err
		}
	}
	return nil
}
