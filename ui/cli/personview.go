package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"branchbook/store"
	"branchbook/store/org"
)

// personView is one person as printed.
type personView struct {
	Person   *org.Person    `json:"person"`
	Category org.SpellValue `json:"category"` // on the day asked for; the rest too
	Group    string         `json:"group"`    // the group's name
	Posts    []string       `json:"posts"`    // in words
	Here     bool           `json:"here"`     // the relation is with the branch
	groups   *org.Branch
}

func view(p *org.Person, b *org.Branch, day org.Date, full bool) personView {
	c := *p
	if !full {
		c.IDNumber, c.Phone = org.MaskID(p.IDNumber), org.MaskPhone(p.Phone)
	}
	v := personView{Person: &c, Posts: posts(p, day), groups: b}
	if s, ok := p.As(org.SpellCategory, day); ok {
		v.Category = s.Value
	}
	if s, ok := p.As(org.SpellGroup, day); ok {
		g, _ := b.Group(s.Group)
		v.Group = g.Name
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
	rows := [][2]string{{"姓名", p.Name}, {"人员类别", v.Category.Chinese(org.SpellCategory)}, {"党小组", v.Group}, {"职务", strings.Join(v.Posts, "、")},
		{"性别", p.Sex.Chinese()}, {"民族", p.Nation}, {"出生日期", p.Born.Chinese()}, {"公民身份号码", p.IDNumber}, {"学历", p.Education}, {"学位", p.Degree},
		{"联系电话", p.Phone}, {"入党日期", p.Joined.Chinese()}, {"转正日期", p.FullFrom.Chinese()}, {"工作岗位", p.Job}, {"现居住地", p.Address},
		{"户籍所在地", p.Household}, {"党龄校正值", months(p.Seniority)},
		{"新社会阶层类型", p.Stratum}, {"专业技术职务", p.Expert}, {"是否农民工", p.Migrant}, {"入党类型", p.JoinType}, {"入党时所在支部", p.JoinedAt}, {"转正情况", p.Confirmed},
		{"延长预备期", p.Extended}, {"备注", p.Note}}
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

func months(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%d个月", n)
}

// spellLine says a dated fact with its inclusive last day.
func spellLine(s *org.Spell, b *org.Branch) string {
	line := s.Name(b) + "，" + s.Span()
	if s.Ended != "" {
		line += "，" + (&org.Spell{Kind: s.Kind, Ended: s.Ended}).Chinese()
	}
	var more []string
	for _, m := range []string{s.Title, s.Who, s.Basis} {
		if m != "" && (m != s.Title || s.Kind != org.SpellPost) {
			more = append(more, m)
		}
	}
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

type personList []personView

func (l personList) text(w io.Writer) {
	if len(l) > 0 {
		grid(w, l.table())
	}
	fmt.Fprintf(w, "共%d人\n", len(l))
}

func (l personList) table() [][]string {
	rows := [][]string{{"序号", "姓名", "性别", "人员类别", "职务", "党小组", "出生日期", "入党日期", "转正日期", "公民身份号码", "联系电话"}}
	for i, v := range l {
		p := v.Person
		rows = append(rows, []string{fmt.Sprint(i + 1), p.Name, p.Sex.Chinese(), v.Category.Chinese(org.SpellCategory), strings.Join(v.Posts, "、"), v.Group, p.Born.Chinese(),
			p.Joined.Chinese(), p.FullFrom.Chinese(), p.IDNumber, p.Phone})
	}
	return rows
}
