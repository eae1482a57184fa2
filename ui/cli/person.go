package cli

import (
	"flag"
	"strings"

	"branchbook/store"
	"branchbook/store/match"
	"branchbook/store/org"
)

// personFlags are the flags for a person's own fields.
type personFlags struct {
	texts                          []textFlag
	sex, born, joined, full, idNum *string
	seniority                      *int
	idOdd                          *bool
}

// maxSeniority is the most months by which a seniority can be off: a century.
const maxSeniority = 1200

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
		if *p.seniority < -maxSeniority || *p.seniority > maxSeniority {
			return &org.Invalid{Field: "seniority", Why: org.WhyNumber}
		}
		to.Seniority = *p.seniority
	}
	if c.set("id-number") {
		p.applyID(to)
	}
	if c.set("id-number") || c.set("id-odd") {
		to.IDOdd = *p.idOdd && to.IDNumber != "" && org.CheckIDNumber(to.IDNumber) != nil
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
	began := c.flags.String("began", "在册", "组织关系怎样开始（`方式`）："+strings.Join(org.Begun(), "、"))
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
		if err := c.savePerson(s, person); err != nil {
			return nil, err
		}
		return showPerson(c, s, person.ID, false)
	})
}

// savePerson saves a person whose ID number nobody else has. A name that
// somebody else has is only worth a word.
func (c *call) savePerson(s *store.Store, p *org.Person) error {
	snap, err := s.Snapshot(1, 0)
	if err != nil {
		return err
	}
	if match.Taken(snap.Persons, p) != nil {
		return &org.FactFault{Why: org.FactIDTaken}
	}
	for _, other := range snap.Persons {
		if p.Rev == 0 && org.TidyName(other.Name) == p.Name {
			c.notes = append(c.notes, "台账里已有同名的人，请核对是否重复；重复的可以撤销（undo）。")
		}
	}
	if err := p.FactFault(p.Validate()); err != nil {
		return org.In("person", err)
	}
	if err := c.mayChange(s, p); err != nil {
		return err
	}
	_, err = s.SavePerson(p)
	return err
}

// joinBranch gives a new person the facts that the flags tell.
func joinBranch(s *store.Store, p *org.Person, category, group, began, on, who string) error {
	v, err := org.ParseSpellValue(org.SpellCategory, category)
	if err != nil {
		return org.In(string(org.SpellCategory), err)
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
	p.Enter(v)
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

func runPersonSet(c *call) (result, error) {
	var p personFlags
	p.define(c.flags)
	name := c.flags.String("name", "", "改`姓名`")
	words, err := c.parse(1, 1)
	if err != nil {
		return nil, err
	}
	if !c.setAny() {
		return nil, usage("要写明改什么，如 --phone 电话。")
	}
	return c.with(func(s *store.Store) (result, error) {
		person, err := findPerson(c, s, words[0])
		if err != nil {
			return nil, err
		}
		if c.set("name") {
			person.Name = org.TidyName(*name)
		}
		was := *person
		if err := p.apply(c, person); err != nil {
			return nil, err
		}
		person.FollowDates(&was)
		if err := c.savePerson(s, person); err != nil {
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
