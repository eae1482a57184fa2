package cli

import (
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"branchbook/store"
	"branchbook/store/match"
	"branchbook/store/org"
)

// personFlags are the flags for a person's own fields.
type personFlags struct {
	texts                            []textFlag
	sex, born, joined, full, idNum   *string
	seniority                        *int
	idOdd                            *bool
	category, group, on, began, from *string
}

type textFlag struct {
	name string
	from *string
	to   func(*org.Person) *string
}

func (p *personFlags) define(f *flag.FlagSet) {
	text := func(name, help string, to func(*org.Person) *string) {
		p.texts = append(p.texts, textFlag{name, f.String(name, "", help), to})
	}
	text("nation", "`民族`", func(p *org.Person) *string { return &p.Nation })
	text("education", "`学历`", func(p *org.Person) *string { return &p.Education })
	text("degree", "`学位`", func(p *org.Person) *string { return &p.Degree })
	text("phone", "联系`电话`", func(p *org.Person) *string { return &p.Phone })
	text("job", "工作`岗位`", func(p *org.Person) *string { return &p.Job })
	text("address", "现居住`地址`", func(p *org.Person) *string { return &p.Address })
	text("household", "户籍所在`地`", func(p *org.Person) *string { return &p.Household })
	text("stratum", "新社会阶层`类型`", func(p *org.Person) *string { return &p.Stratum })
	text("expert", "专业技术`职务`", func(p *org.Person) *string { return &p.Expert })
	text("join-type", "入党`类型`", func(p *org.Person) *string { return &p.JoinType })
	text("joined-at", "入党时所在`支部`", func(p *org.Person) *string { return &p.JoinedAt })
	text("note", "`备注`", func(p *org.Person) *string { return &p.Note })
	p.sex = f.String("sex", "", "`性别`：男、女")
	p.born = f.String("born", "", "出生`日期`，如 1985-03-10、1985-03、1985")
	p.idNum = f.String("id-number", "", "公民身份`号码`")
	p.idOdd = f.Bool("id-odd", false, "身份号码校验位不对，但已核实，照录")
	p.joined = f.String("joined", "", "入党`日期`（支部大会通过之日）")
	p.full = f.String("full-from", "", "转正`日期`")
	p.seniority = f.Int("seniority", 0, "党龄校正值（`月`）")
}

func (p *personFlags) apply(c *call, to *org.Person) (err error) {
	for _, t := range p.texts {
		if c.set(t.name) {
			*t.to(to) = strings.TrimSpace(*t.from)
		}
	}
	if c.set("sex") {
		if to.Sex, err = org.ParseSex(*p.sex); err != nil {
			return err
		}
	}
	for _, d := range []struct {
		name string
		from *string
		to   *org.Partial
	}{{"born", p.born, &to.Born}, {"joined", p.joined, &to.Joined}, {"full-from", p.full, &to.FullFrom}} {
		if c.set(d.name) {
			if err := d.to.UnmarshalText([]byte(*d.from)); err != nil {
				return &org.Invalid{Field: strings.ReplaceAll(d.name, "-", "_"), Why: org.WhyDate}
			}
		}
	}
	if c.set("seniority") {
		to.Seniority = *p.seniority
	}
	if c.set("id-number") {
		p.applyID(to)
	}
	if c.set("id-odd") {
		to.IDOdd = *p.idOdd
	}
	return nil
}

// applyID takes the number, and what follows from it where nothing is known.
func (p *personFlags) applyID(to *org.Person) {
	to.IDNumber = strings.ToUpper(strings.TrimSpace(*p.idNum))
	if to.Sex == "" {
		to.Sex = org.IDSex(to.IDNumber)
	}
	if to.Born == "" {
		to.Born = org.IDBorn(to.IDNumber).Partial()
	}
}

func runPersonAdd(c *call) (result, error) {
	var p personFlags
	p.define(c.flags)
	category := c.flags.String("category", "正式党员", "人员`类别`：正式党员、预备党员、发展对象、入党积极分子、入党申请人、列席人员")
	group := c.flags.String("group", "", "`党小组`")
	began := c.flags.String("began", "在册", "组织关系怎样开始（`方式`）：在册、发展入党、转入、恢复、派驻")
	on := c.flags.String("on", "", "到本支部的`日期`；建账前就在的可不写")
	who := c.flags.String("who", "", "从哪里转来（`单位`）")
	words, err := c.parse(1, 1)
	if err != nil {
		return nil, err
	}
	return c.with(func(s *store.Store) (result, error) {
		person := &org.Person{ID: store.NewPersonID(), Name: org.TidyName(words[0])}
		if err := p.apply(c, person); err != nil {
			return nil, err
		}
		if err := joinBranch(s, person, *category, *group, *began, *on, *who); err != nil {
			return nil, err
		}
		if _, err := s.SavePerson(person); err != nil {
			return nil, err
		}
		return showPerson(c, s, person.ID, false)
	})
}

// joinBranch gives a new person the facts that the flags tell.
func joinBranch(s *store.Store, p *org.Person, category, group, began, on, who string) error {
	v, err := org.ParseSpellValue(org.SpellCategory, category)
	if err != nil {
		return org.In("category", err)
	}
	how, err := org.ParseBegan(began)
	if err != nil {
		return err
	}
	var from org.Partial
	if err := from.UnmarshalText([]byte(on)); err != nil {
		return org.In("on", err)
	}
	p.Spells = append(p.Spells, org.Spell{Kind: org.SpellBelonging, Began: how, From: from, Who: who})
	p.Spells = append(p.Spells, categorySpells(p, v)...)
	if group == "" {
		return nil
	}
	b, err := s.Branch()
	if err != nil {
		return err
	}
	g, ok := b.GroupNamed(group)
	if !ok {
		return &org.Invalid{Field: "group", Why: org.WhyUnknown}
	}
	p.Spells = append(p.Spells, org.Spell{Kind: org.SpellGroup, Group: g.ID, From: from})
	return nil
}

// categorySpells gives the category with the dates that the person has.
func categorySpells(p *org.Person, v org.SpellValue) []org.Spell {
	switch {
	case v == org.Probationary:
		return []org.Spell{{Kind: org.SpellCategory, Value: v, From: p.Joined}}
	case v == org.FullMember && p.Joined != "" && p.FullFrom != "" && p.Joined.First() < p.FullFrom.First():
		return []org.Spell{{Kind: org.SpellCategory, Value: org.Probationary, From: p.Joined, To: p.FullFrom},
			{Kind: org.SpellCategory, Value: v, From: p.FullFrom}}
	case v == org.FullMember:
		return []org.Spell{{Kind: org.SpellCategory, Value: v, From: p.FullFrom}}
	}
	return []org.Spell{{Kind: org.SpellCategory, Value: v}}
}

func runPersonSet(c *call) (result, error) {
	var p personFlags
	p.define(c.flags)
	name := c.flags.String("name", "", "改`姓名`")
	words, err := c.parse(1, 1)
	if err != nil {
		return nil, err
	}
	return c.with(func(s *store.Store) (result, error) {
		person, err := findPerson(c, s, words[0])
		if err != nil {
			return nil, err
		}
		if c.set("name") {
			person.Name = org.TidyName(*name)
		}
		if err := p.apply(c, person); err != nil {
			return nil, err
		}
		if _, err := s.SavePerson(person); err != nil {
			return nil, err
		}
		return showPerson(c, s, person.ID, false)
	})
}

// findPerson finds by id or by name as of today; somebody who left is found
// too, since old facts must be correctable.
func findPerson(c *call, s *store.Store, text string) (*org.Person, error) {
	if p, err := s.Person(org.PersonID(text)); err == nil {
		return p, nil
	}
	snap, err := s.Snapshot(1, 0)
	if err != nil {
		return nil, err
	}
	id, err := match.Name(snap.Persons, snap.Branch, org.DateOf(c.env.Now()), text)
	if id, err = anyTime(id, err); err != nil {
		return nil, named(snap, text, err)
	}
	return s.Person(id)
}

func runPersonShow(c *call) (result, error) {
	full := c.flags.Bool("full", false, "显示完整的身份号码和电话")
	words, err := c.parse(1, 1)
	if err != nil {
		return nil, err
	}
	return c.with(func(s *store.Store) (result, error) {
		p, err := findPerson(c, s, words[0])
		if err != nil {
			return nil, err
		}
		return showPerson(c, s, p.ID, *full)
	})
}

// personView is one person as printed.
type personView struct {
	Person   *org.Person `json:"person"`
	Category string      `json:"category"` // today, in words
	Group    string      `json:"group"`
	Posts    []string    `json:"posts"`
	Here     bool        `json:"here"` // the relation is with the branch today
	groups   *org.Branch
}

func view(p *org.Person, b *org.Branch, day org.Date, full bool) personView {
	c := *p
	if !full {
		c.IDNumber, c.Phone = org.MaskID(p.IDNumber), org.MaskPhone(p.Phone)
	}
	v := personView{Person: &c, Posts: []string{}, groups: b}
	if s, ok := p.As(org.SpellCategory, day); ok {
		v.Category = s.Chinese()
	}
	if s, ok := p.As(org.SpellGroup, day); ok {
		g, _ := b.Group(s.Group)
		v.Group = g.Name
	}
	for _, s := range p.All(org.SpellPost, day) {
		v.Posts = append(v.Posts, s.Chinese())
	}
	_, v.Here = p.As(org.SpellBelonging, day)
	return v
}

func showPerson(c *call, s *store.Store, id org.PersonID, full bool) (result, error) {
	p, err := s.Person(id)
	if err != nil {
		return nil, err
	}
	b, err := s.Branch()
	if err != nil {
		return nil, err
	}
	return view(p, b, org.DateOf(c.env.Now()), full), nil
}

func (v personView) rows() [][2]string {
	p := v.Person
	rows := [][2]string{{"姓名", p.Name}, {"人员类别", v.Category}, {"党小组", v.Group}, {"职务", strings.Join(v.Posts, "、")},
		{"性别", p.Sex.Chinese()}, {"民族", p.Nation}, {"出生日期", p.Born.Chinese()}, {"公民身份号码", p.IDNumber}, {"学历", p.Education}, {"学位", p.Degree},
		{"联系电话", p.Phone}, {"入党日期", p.Joined.Chinese()}, {"转正日期", p.FullFrom.Chinese()}, {"工作岗位", p.Job}, {"现居住地", p.Address},
		{"户籍所在地", p.Household}, {"备注", p.Note}}
	return slices.DeleteFunc(rows, func(r [2]string) bool { return r[1] == "" })
}

func (v personView) text(w io.Writer) {
	for _, r := range v.rows() {
		fmt.Fprintf(w, "%s：%s\n", r[0], r[1])
	}
	if len(v.Person.Spells) > 0 {
		fmt.Fprintln(w, "变动：")
	}
	for i := range v.Person.Spells {
		fmt.Fprintln(w, "  "+spellLine(&v.Person.Spells[i], v.groups))
	}
	fmt.Fprintln(w, "编号："+string(v.Person.ID))
}

func (v personView) table() [][]string {
	rows := [][]string{{"项目", "内容"}}
	for _, r := range v.rows() {
		rows = append(rows, []string{r[0], r[1]})
	}
	for i := range v.Person.Spells {
		rows = append(rows, []string{"变动", spellLine(&v.Person.Spells[i], v.groups)})
	}
	return rows
}

// spellLine says a dated fact with its inclusive last day.
func spellLine(s *org.Spell, b *org.Branch) string {
	what := s.Kind.Chinese() + "：" + s.Chinese()
	if g, ok := b.Group(s.Group); ok {
		what = s.Kind.Chinese() + "：" + g.Name
		if s.Kind == org.SpellPost {
			what = s.Chinese() + "（" + g.Name + "）"
		}
	}
	from, to := s.From.Chinese(), ""
	if from == "" {
		from = "建账前"
	}
	switch last, full := s.To.Full(); {
	case full:
		to = last.AddDays(-1).Chinese()
	case s.To != "":
		to = s.To.Chinese()
	default:
		to = "今"
	}
	var more []string
	for _, m := range []string{s.Who, s.Basis} {
		if m != "" {
			more = append(more, m)
		}
	}
	if s.Title != "" && s.Kind != org.SpellPost {
		more = append(more, s.Title)
	}
	line := fmt.Sprintf("%s，%s至%s", what, from, to)
	if len(more) > 0 {
		line += "（" + strings.Join(more, "，") + "）"
	}
	return line
}

func runPersonList(c *call) (result, error) {
	full := c.flags.Bool("full", false, "显示完整的身份号码和电话")
	all := c.flags.Bool("all", false, "包括已离开的人员")
	day := c.flags.String("day", "", "以哪一天为准（`日期`），默认今天")
	if _, err := c.parse(0, 0); err != nil {
		return nil, err
	}
	on, err := c.day(*day)
	if err != nil {
		return nil, err
	}
	return c.with(func(s *store.Store) (result, error) {
		snap, err := s.Snapshot(1, 0)
		if err != nil {
			return nil, err
		}
		people := personList{}
		for _, p := range snap.Persons {
			if v := view(p, snap.Branch, on, *full); v.Here || *all {
				people = append(people, v)
			}
		}
		return people, nil
	})
}

// day reads a day flag, today if it is empty.
func (c *call) day(text string) (org.Date, error) {
	if text == "" {
		return org.DateOf(c.env.Now()), nil
	}
	d, err := org.ParseDate(text)
	if err != nil {
		return 0, usage("日期要写成 2026-03-10 的样子。")
	}
	return d, nil
}

type personList []personView

func (l personList) text(w io.Writer) {
	grid(w, l.table())
	fmt.Fprintf(w, "共%d人\n", len(l))
}

func (l personList) table() [][]string {
	rows := [][]string{{"序号", "姓名", "性别", "人员类别", "职务", "党小组", "出生日期", "入党日期", "转正日期", "公民身份号码", "联系电话"}}
	for i, v := range l {
		p := v.Person
		rows = append(rows, []string{fmt.Sprint(i + 1), p.Name, p.Sex.Chinese(), v.Category, strings.Join(v.Posts, "、"), v.Group, p.Born.Chinese(),
			p.Joined.Chinese(), p.FullFrom.Chinese(), p.IDNumber, p.Phone})
	}
	return rows
}
