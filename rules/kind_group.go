package rules

import (
	"fmt"
	"slices"
	"strings"

	"branchbook/store/org"
)

// groupKind asks of each Party group that has members how it is made up: enough
// members, enough full members among them, and a head of the right category.
var groupKind = kind{
	params: []param{
		{name: "members", typ: typeBound, lo: 0, hi: 100, required: true},
		{name: "full", typ: typeBound, lo: 0, hi: 100, required: true},
		{name: "head", typ: typeWords, words: categoryWords(), required: true},
	},
	says: true, places: []string{"left"}, check: checkGroup,
}

func checkGroup(c *check, r *Rule) {
	y := periods(c.year, "year")[0]
	day := min(y.last, c.day)
	if !c.judges(y) || !c.toBranch(c.facts, r, day) {
		return
	}
	for _, g := range c.groupsOn(day) {
		made := c.makeUp(g.ID, day)
		left := made.lacks(r)
		f := c.finding(r, y)
		f.Group, f.Unit, f.Need = g.ID, UnitItem, 3
		f.Have = f.Need - int64(len(left))
		f.State = c.state(len(left) == 0, y)
		f.Trace = append(f.Trace, fmt.Sprintf("%s%s：党员%d人，其中正式党员%d人", day.Chinese(), g.Name, made.members, made.full))
		c.add(r, f, func(place string) string {
			switch place {
			case "who":
				return g.Name
			case "left":
				return strings.Join(left, "；")
			}
			return c.place(f, r, y, place)
		})
	}
}

// makeUp is who a group has on a day.
type makeUp struct {
	members, full int64
	heads         []org.SpellValue // the categories of whoever heads it
}

func (c *check) makeUp(g org.GroupID, day org.Date) (out makeUp) {
	for i := range c.members {
		m := &c.members[i]
		in := m.as(org.SpellGroup, day)
		if !m.counts(day) || in == nil || in.Group != g {
			continue
		}
		out.members++
		if m.category(day) == org.FullMember {
			out.full++
		}
		if head := m.one(org.SpellPost, day, org.GroupHead); head != nil && (head.Group == "" || head.Group == g) {
			out.heads = append(out.heads, m.category(day))
		}
	}
	return out
}

// lacks says in words what a group has not.
func (g *makeUp) lacks(r *Rule) (out []string) {
	if need := r.bound("members"); !need.Met(g.members, 1) {
		out = append(out, fmt.Sprintf("党员%d人，不足%d人", g.members, need.Least()))
	}
	if need := r.bound("full"); !need.Met(g.full, 1) {
		out = append(out, fmt.Sprintf("正式党员%d人，不足%d人", g.full, need.Least()))
	}
	fits := func(v org.SpellValue) bool { return slices.Contains(r.words("head"), string(v)) }
	switch {
	case len(g.heads) == 0:
		out = append(out, "没有登记组长")
	case !slices.ContainsFunc(g.heads, fits):
		out = append(out, "组长是"+g.heads[0].Chinese(org.SpellCategory))
	}
	return out
}
