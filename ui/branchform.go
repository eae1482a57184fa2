package ui

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"branchbook/store"
	"branchbook/store/org"
	"branchbook/ui/kit"
	"branchbook/ui/say"
)

// branchText is a branch as people type it.
type branchText struct {
	name, code, superior string
	kind                 org.BranchKind
	start, since         org.Date
	years                string
	groups               []groupText
	units                string // one on each line
}

// groupText is a Party group; without an id it is a new one.
type groupText struct {
	id     org.GroupID
	name   string
	closed bool
}

// newBranchText is what a new branch is proposed to be on a day: nothing from
// before this month is asked about.
func newBranchText(today org.Date) branchText {
	return branchText{since: org.NewDate(today.Year(), today.Month(), 1)}
}

// branchTextOf is a branch that is on file.
func branchTextOf(b *org.Branch) branchText {
	t := branchText{name: b.Name, code: b.Code, superior: b.Superior, kind: b.Kind, start: b.Term.Start, since: b.Since, units: strings.Join(b.Units, "\n")}
	if b.Term.Years != 0 {
		t.years = strconv.Itoa(b.Term.Years)
	}
	for _, g := range b.Groups {
		t.groups = append(t.groups, groupText{g.ID, g.Name, g.Closed})
	}
	return t
}

// apply puts what was typed into a copy of a branch. termYears is what the rules
// propose for a kind: a term of which only the start is known lasts so long.
// The faults are by the names of the form's fields.
func (t branchText) apply(on *org.Branch, termYears func(org.BranchKind) int) (*org.Branch, []kit.Fault) {
	b := *on
	b.Name, b.Code, b.Superior = strings.TrimSpace(t.name), strings.TrimSpace(t.code), strings.TrimSpace(t.superior)
	b.Kind, b.Since = t.kind, t.since
	b.Groups, b.Units = t.groupList(), unitList(t.units)
	b.Term = org.Term{Start: t.start}
	var faults []kit.Fault
	for _, f := range []struct{ name, words, value string }{
		{"name", "请写支部名称", b.Name}, {"kind", "请选类型", string(b.Kind)}, {"code", "请写上级给的编码；还没有的写“待定”", b.Code},
	} {
		if f.value == "" {
			faults = append(faults, kit.Fault{Name: f.name, Words: f.words})
		}
	}
	var ok bool
	if b.Term.Years, ok = readYears(t.years); !ok {
		faults = append(faults, kit.Fault{Name: "years", Words: "年数写 1 到 10 的数字"})
	} else if b.Term.Years == 0 && b.Term.Start != 0 {
		b.Term.Years = termYears(b.Kind)
	}
	if len(faults) == 0 {
		faults = branchFaults(b.Validate())
	}
	return &b, faults
}

// dayFaults says which days lie too far ahead: a term may be entered up to a year
// before it begins.
func (t branchText) dayFaults(today org.Date) (faults []kit.Fault) {
	if t.start > today.AddMonths(12) {
		faults = append(faults, kit.Fault{Name: "start", Words: "这一天在一年以后，请核对年份"})
	}
	if t.since > today {
		faults = append(faults, kit.Fault{Name: "since", Words: "这一天还没有到，请核对年份"})
	}
	return faults
}

// groupList is the groups; a new line that was left empty is none.
func (t branchText) groupList() (list []org.Group) {
	for _, g := range t.groups {
		name := strings.TrimSpace(g.name)
		switch {
		case g.id != "":
			list = append(list, org.Group{ID: g.id, Name: name, Closed: g.closed})
		case name != "":
			list = append(list, org.Group{ID: store.NewGroupID(), Name: name})
		}
	}
	return list
}

func unitList(text string) (list []string) {
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			list = append(list, line)
		}
	}
	return list
}

// readYears reads a number of years; nothing is 0.
func readYears(text string) (int, bool) {
	text = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "年"))
	if text == "" {
		return 0, true
	}
	n, err := strconv.Atoi(text)
	return n, err == nil && n >= 1 && n <= 10
}

// branchFaults says at which field of the form a branch was refused.
func branchFaults(err error) []kit.Fault {
	var inv *org.Invalid
	if !errors.As(err, &inv) {
		return nil
	}
	field := strings.TrimPrefix(inv.Field, "term.")
	if !slices.Contains([]string{"name", "code", "kind", "superior", "start", "years", "since", "groups", "units"}, field) {
		field = "name"
	}
	return []kit.Fault{{Name: field, Words: say.Field(inv.Field) + say.Why(inv.Why)}}
}

// nextGroup proposes the name of one more group.
func nextGroup(groups []groupText) string {
	for _, n := range []string{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"} {
		name := "第" + n + "党小组"
		if !slices.ContainsFunc(groups, func(g groupText) bool { return strings.TrimSpace(g.name) == name }) {
			return name
		}
	}
	return ""
}
