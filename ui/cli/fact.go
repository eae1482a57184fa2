package cli

import (
	"errors"
	"flag"
	"io"
	"slices"
	"strings"

	"branchbook/store"
	"branchbook/store/match"
	"branchbook/store/org"
)

// factFlags are the flags of a dated fact.
type factFlags struct {
	from, last, group, title, who, basis *string
}

func (f *factFlags) define(fs *flag.FlagSet) {
	f.from = fs.String("from", "", "开始`日期`（第一天）；建账前就有的可不写")
	f.last = fs.String("last", "", "最后一`天`（含当天）；仍在继续的不写")
	f.group = fs.String("group", "", "`党小组`（党小组、组长用）")
	f.title = fs.String("title", "", "具体`名称`：如组织委员；流动的去向")
	f.who = fs.String("who", "", "联系`人`，或转来转往的单位")
	f.basis = fs.String("basis", "", "`依据`：批复、文件")
}

// spell makes the fact that the words and flags tell.
func (f *factFlags) spell(b *org.Branch, kind org.SpellKind, value string) (sp org.Spell, err error) {
	sp = org.Spell{Kind: kind, Title: *f.title, Who: *f.who, Basis: *f.basis}
	if err := sp.From.UnmarshalText([]byte(*f.from)); err != nil {
		return sp, org.In("from", err)
	}
	if *f.last != "" {
		last, err := org.ParsePartial(*f.last)
		if err != nil {
			return sp, org.In("last", err)
		}
		sp.To = last.After()
	}
	name := *f.group
	switch {
	case kind == org.SpellGroup:
		name = firstOf(value, name)
	case kind == org.SpellBelonging:
		sp.Began, err = org.ParseBegan(value)
	case len(org.SpellValues(kind)) > 0:
		sp.Value, err = org.ParseSpellValue(kind, firstOf(value, onlyValue(kind)))
		err = org.In(string(kind), err)
		if kind == org.SpellPost && sp.Title == "" && value != sp.Value.Chinese(kind) && value != string(sp.Value) {
			sp.Title = value // 组织委员 is a 委员 by another title
		}
	case sp.Title == "":
		sp.Title = value
	}
	if err != nil {
		return sp, err
	}
	if name == "" && sp.Value == org.GroupHead && len(b.Groups) > 0 {
		return sp, &org.Invalid{Field: "group", Why: org.WhyEmpty}
	}
	if name != "" {
		g, ok := b.GroupNamed(name)
		if !ok {
			return sp, &org.Invalid{Field: "group", Why: org.WhyUnknown}
		}
		sp.Group = g.ID
	}
	return sp, nil
}

// onlyValue is what a kind means when nothing is said: 流动 is 流出.
func onlyValue(kind org.SpellKind) string {
	if kind == org.SpellFloating {
		return string(org.FloatOut)
	}
	return ""
}

func firstOf(words ...string) string {
	for _, w := range words {
		if w != "" {
			return w
		}
	}
	return ""
}

func runFactAdd(c *call) (result, error) {
	var f factFlags
	f.define(c.flags)
	words, err := c.parse(2, 3)
	if err != nil {
		return nil, err
	}
	if do, ok := stepNamed(words[1]); ok {
		if *f.from == "" || *f.last != "" || len(words) > 2 {
			return nil, usage("“%s”是一步登记：只要用 --from 写明从哪一天起。", words[1])
		}
		return c.changeFacts(words[0], func(p *org.Person, b *org.Branch) error {
			sp, err := f.spell(b, "", "")
			if err != nil {
				return err
			}
			sp.Title = ""
			return do(p, sp)
		})
	}
	kind, err := org.ParseSpellKind(words[1])
	if err != nil {
		return nil, usage("没有“%s”这种情况；用 fact kinds 查看全部。", words[1])
	}
	if *f.group != "" && kind != org.SpellGroup && kind != org.SpellPost {
		return nil, usage("--group 只用于党小组和组长。")
	}
	if kind == org.SpellExtension && *f.last == "" {
		return nil, usage("延长预备期要用 --last 写明延长后的最后一天。")
	}
	return c.changeFacts(words[0], func(p *org.Person, b *org.Branch) error {
		return addFact(p, b, &f, kind, strings.Join(words[2:], ""), words[1])
	})
}

// addFact adds a fact; one of an exclusive kind ends the one before it. The
// word for the kind may be the value as well, as in 后备干部.
func addFact(p *org.Person, b *org.Branch, f *factFlags, kind org.SpellKind, value, word string) error {
	if _, err := org.ParseSpellValue(kind, word); value == "" && err == nil {
		value = word
	}
	sp, err := f.spell(b, kind, value)
	if err != nil {
		return err
	}
	return p.Begin(sp)
}

func runFactEnd(c *call) (result, error) {
	last := c.flags.String("last", "", "最后一`天`（含当天）")
	as := c.flags.String("as", "", "组织关系怎样结束（`方式`）："+strings.Join(org.Over(), "、"))
	words, err := c.parse(2, 3)
	if err != nil {
		return nil, err
	}
	kind, err := org.ParseSpellKind(words[1])
	switch {
	case err != nil:
		return nil, usage("没有“%s”这种情况；用 fact kinds 查看全部。", words[1])
	case *last == "":
		return nil, usage("要写明最后一天：--last 日期。")
	case (kind == org.SpellBelonging) != (*as != ""):
		return nil, usage("组织关系结束要用 --as 写明方式（%s）；其他情况不写。", strings.Join(org.Over(), "、"))
	}
	return c.changeFacts(words[0], func(p *org.Person, b *org.Branch) error {
		to, err := org.ParsePartial(*last)
		if err != nil {
			return org.In("last", err)
		}
		at := to.After()
		if kind != org.SpellBelonging {
			return endFact(p, b, kind, strings.Join(words[2:], ""), at)
		}
		how, err := org.ParseEnded(*as)
		if err != nil {
			return err
		}
		return leave(how)(p, org.Spell{From: at})
	})
}

// endFact ends the one open fact that is meant. If it may be more than one, it
// ends none and lists them.
func endFact(p *org.Person, b *org.Branch, kind org.SpellKind, value string, at org.Partial) error {
	meant := func(s *org.Spell) bool { return s.Kind == kind && (value == "" || called(s, b, value)) }
	var which []string
	for i := range p.Spells {
		if s := &p.Spells[i]; s.To == "" && meant(s) {
			which = append(which, spellLine(s, b))
		}
	}
	switch len(which) {
	case 0:
		return &org.FactFault{Why: org.FactNone}
	case 1:
		p.End(at, meant)
		return nil
	}
	return &org.FactFault{Why: org.FactSeveral, Which: which}
}

// called tells whether people would call the fact by this word.
func called(s *org.Spell, b *org.Branch, word string) bool {
	g, _ := b.Group(s.Group)
	return slices.Contains([]string{string(s.Value), s.Value.Chinese(s.Kind), s.Title, s.Chinese(), g.Name}, word)
}

// changeFacts changes one person's facts and shows the person.
func (c *call) changeFacts(name string, change func(*org.Person, *org.Branch) error) (result, error) {
	return c.with(func(s *store.Store) (result, error) {
		p, err := findPerson(c, s, name)
		if err != nil {
			return nil, err
		}
		b, err := s.Branch()
		if err != nil {
			return nil, err
		}
		if err := change(p, b); err != nil {
			return nil, err
		}
		if err := p.FactFault(p.Validate()); err != nil {
			return nil, err
		}
		if err := c.mayChange(s, p); err != nil {
			return nil, err
		}
		if _, err := s.SaveFacts(p); err != nil {
			return nil, err
		}
		return showPerson(c, s, p.ID, false)
	})
}

// anyTime accepts somebody who has left or has not come yet, where a fact of
// any day may be meant.
func anyTime(id org.PersonID, err error) (org.PersonID, error) {
	var left *match.Left
	var early *match.NotYet
	switch {
	case errors.As(err, &left):
		return left.Person, nil
	case errors.As(err, &early):
		return early.Person, nil
	}
	return id, err
}

// factKind is a kind of fact and the words that it takes.
type factKind struct {
	Kind   org.SpellKind `json:"kind,omitempty"` // none for a step, which changes facts of several kinds
	Name   string        `json:"name"`
	Values []string      `json:"values"`
	Step   bool          `json:"step"` // done with --from alone
}

type factKinds []factKind

func runFactKinds(c *call) (result, error) {
	if _, err := c.parse(0, 0); err != nil {
		return nil, err
	}
	out := factKinds{}
	for _, k := range org.SpellKinds() {
		values := []string{}
		for _, v := range org.SpellValues(k) {
			values = append(values, v.Chinese(k))
		}
		if k == org.SpellBelonging {
			values = org.Begun()
		}
		out = append(out, factKind{k, k.Chinese(), values, false})
	}
	for _, s := range steps {
		out = append(out, factKind{"", s.name, []string{}, true})
	}
	return out, nil
}

func (f factKinds) text(w io.Writer) { grid(w, f.table()) }

func (f factKinds) table() [][]string {
	rows := [][]string{{"情况", "可填的内容"}}
	for _, k := range f {
		values := strings.Join(k.Values, "、")
		switch {
		case k.Step:
			values = "（一步登记，用 --from 写从哪一天起）"
		case k.Kind == org.SpellGroup:
			values = "党小组的名称"
		case k.Kind == org.SpellExtension:
			values = "（用 --last 写延长后的最后一天）"
		case values == "":
			values = "（不用填）"
		}
		rows = append(rows, []string{k.Name, values})
	}
	return rows
}
