package cli

import (
	"flag"
	"slices"
	"strings"

	"branchbook/rules"
	"branchbook/store"
	"branchbook/store/org"
)

// branchFlags are the flags that describe a branch.
type branchFlags struct {
	name, code, kind, superior, start, since *string
	years                                    *int
	groups, units                            list
}

func (b *branchFlags) define(f *flag.FlagSet) {
	b.name = f.String("name", "", "支部`全称`")
	b.code = f.String("code", "", "党组织`编码`，或上级使用的代号")
	b.kind = f.String("kind", "", "`类型`：村、社区、机关、国企、非公、社会组织、学校、其他")
	b.superior = f.String("superior", "", "上级`党组织`")
	b.start = f.String("term-start", "", "本届支委会任期开始`日期`，如 2024-03-10")
	b.years = f.Int("term-years", 0, "任期`年数`（村、社区一般5年，其他一般3年）")
	b.since = f.String("since", "", "建账`日期`：检查缺项时不问那天以前的；不写则从任期开始或最早一次活动问起")
	f.Var(&b.groups, "group", "增设`党小组`，可写多次")
	f.Var(&b.units, "unit", "联合党支部的`单位`，可写多次，替换原来的全部单位；写空的则清除")
}

// apply puts what was given into a branch.
func (b *branchFlags) apply(c *call, to *org.Branch) (err error) {
	for _, f := range []struct {
		name string
		from *string
		to   *string
	}{{"name", b.name, &to.Name}, {"code", b.code, &to.Code}, {"superior", b.superior, &to.Superior}} {
		if c.set(f.name) {
			*f.to = strings.TrimSpace(*f.from)
		}
	}
	if c.set("kind") {
		if to.Kind, err = org.ParseBranchKind(*b.kind); err != nil {
			return err
		}
	}
	if c.set("term-start") {
		if err := to.Term.Start.UnmarshalText([]byte(*b.start)); err != nil {
			return org.In("term.start", err)
		}
	}
	if c.set("term-years") {
		to.Term.Years = *b.years
	}
	if c.set("since") {
		if err := to.Since.UnmarshalText([]byte(*b.since)); err != nil {
			return &org.Invalid{Field: "since", Why: org.WhyDate}
		}
	}
	for _, name := range b.groups {
		name = strings.TrimSpace(name)
		if err := group(to, name, func(g *org.Group) { g.Closed = false }); err != nil {
			to.Groups = append(to.Groups, org.Group{ID: store.NewGroupID(), Name: name})
		}
	}
	if len(b.units) > 0 {
		to.Units = slices.DeleteFunc([]string(b.units), func(u string) bool { return strings.TrimSpace(u) == "" })
	}
	return defaultTerm(c, to)
}

// defaultTerm gives a term of which only the start is known the years that the
// rules name for such a branch.
func defaultTerm(c *call, b *org.Branch) error {
	if b.Term.Years != 0 || b.Term.Start == 0 || c.set("term-years") {
		return nil
	}
	pack, err := rules.Load(org.DateOf(c.env.Now()), nil)
	if err == nil {
		b.Term.Years = pack.TermYears(b.Kind)
	}
	return err
}

func runInit(c *call) (result, error) {
	var b branchFlags
	b.define(c.flags)
	if _, err := c.parse(0, 0); err != nil {
		return nil, err
	}
	if *b.name == "" || *b.code == "" || *b.kind == "" {
		return nil, usage("新建支部要写明 --name、--code 和 --kind。")
	}
	branch := &org.Branch{}
	if err := b.apply(c, branch); err != nil {
		return nil, err
	}
	return c.create(branch, nil)
}

// create makes the file and fills it.
func (c *call) create(b *org.Branch, fill func(*store.Store) error) (result, error) {
	dir, err := c.dir()
	if err != nil {
		return nil, err
	}
	s, err := store.Create(dir, c.options(), b)
	if err != nil {
		return nil, err
	}
	if fill != nil {
		err = fill(s)
	}
	var r result
	if err == nil {
		c.saved = true
		r, err = showBranch(s)
	}
	return r, c.close(s, err)
}

func runBranchShow(c *call) (result, error) {
	if _, err := c.parse(0, 0); err != nil {
		return nil, err
	}
	return c.with(showBranch)
}

func runBranchSet(c *call) (result, error) {
	var b branchFlags
	b.define(c.flags)
	var rename, closed list
	c.flags.Var(&rename, "rename-group", "党小组改名，写 `旧名=新名`")
	c.flags.Var(&closed, "close-group", "停用`党小组`（保留历史）")
	if _, err := c.parse(0, 0); err != nil {
		return nil, err
	}
	if !c.setAny() {
		return nil, usage("要写明改什么，如 --superior 上级党组织。")
	}
	return c.with(func(s *store.Store) (result, error) {
		branch, err := s.Branch()
		if err != nil {
			return nil, err
		}
		if err := b.apply(c, branch); err != nil {
			return nil, err
		}
		if err := changeGroups(branch, rename, closed); err != nil {
			return nil, err
		}
		if err := c.mayChange(s, branch); err != nil {
			return nil, err
		}
		if _, err := s.SetBranch(branch); err != nil {
			return nil, err
		}
		return showBranch(s)
	})
}

func changeGroups(b *org.Branch, rename, closed list) error {
	for _, r := range rename {
		before, after, ok := strings.Cut(r, "=")
		if !ok || after == "" {
			return usage("--rename-group 要写成 旧名=新名。")
		}
		if err := group(b, before, func(g *org.Group) { g.Name = after }); err != nil {
			return err
		}
	}
	for _, name := range closed {
		if err := group(b, name, func(g *org.Group) { g.Closed = true }); err != nil {
			return err
		}
	}
	return nil
}

func group(b *org.Branch, name string, change func(*org.Group)) error {
	for i := range b.Groups {
		if b.Groups[i].Name == name {
			change(&b.Groups[i])
			return nil
		}
	}
	return &org.Invalid{Field: "group", Why: org.WhyUnknown}
}

func showBranch(s *store.Store) (result, error) {
	b, err := s.Branch()
	if err != nil {
		return nil, err
	}
	open, closed := []string{}, []string{}
	for _, g := range b.Groups {
		if g.Closed {
			closed = append(closed, g.Name)
		} else {
			open = append(open, g.Name)
		}
	}
	until := ""
	if end := b.Term.End(); end != 0 {
		until = end.AddDays(-1).String()
	}
	return facts{
		{"name", "支部", b.Name}, {"code", "编码", b.Code}, {"kind", "类型", b.Kind}, {"superior", "上级党组织", b.Superior},
		{"term_start", "任期开始", b.Term.Start.String()}, {"term_end", "任期结束", until}, {"term_years", "任期年数", years(b.Term.Years)},
		{"since", "建账日期", b.Since.String()},
		{"groups", "党小组", open}, {"closed_groups", "已停用的党小组", closed}, {"units", "联合单位", append([]string{}, b.Units...)},
		{"demo", "演示", b.Demo}, {"data", "数据文件夹", s.Dir()},
	}, nil
}

// years is a number of years; 0 means that it is not known and is not said.
type years int

func (y years) Chinese() string { return number(int(y)) }
