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
		if sp.To, err = dayAfter(*f.last); err != nil {
			return sp, err
		}
	}
	name := *f.group
	switch {
	case kind == org.SpellGroup:
		name = firstOf(value, name)
	case kind == org.SpellBelonging:
		sp.Began, err = org.ParseBegan(value)
	case len(org.SpellValues(kind)) > 0:
		sp.Value, err = org.ParseSpellValue(kind, firstOf(value, onlyValue(kind)))
		if sp.Title == "" && value != sp.Value.Chinese(kind) && value != string(sp.Value) {
			sp.Title = value // 组织委员 is a 委员 by another title
		}
	case sp.Title == "":
		sp.Title = value
	}
	if err != nil {
		return sp, err
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

// dayAfter turns an inclusive last day into the first day after; a month or a
// year stays as it is, since its end is not known to the day.
func dayAfter(text string) (org.Partial, error) {
	p, err := org.ParsePartial(text)
	if err != nil {
		return "", org.In("last", err)
	}
	if d, full := p.Full(); full {
		return d.AddDays(1).Partial(), nil
	}
	return p, nil
}

// shortcuts are words that people say for one step of a fact: 转正 ends 预备党员
// and begins 正式党员.
var shortcuts = map[string]func(p *org.Person, sp org.Spell) error{
	"转正":    confirm,
	"转入":    func(p *org.Person, sp org.Spell) error { return begin(p, sp, org.BeganMovedIn) },
	"恢复":    func(p *org.Person, sp org.Spell) error { return begin(p, sp, org.BeganBack) },
	"转出":    func(p *org.Person, sp org.Spell) error { return leave(p, sp, org.EndedMoved) },
	"转出待接收": func(p *org.Person, sp org.Spell) error { return leave(p, sp, org.EndedSent) },
	"去世":    func(p *org.Person, sp org.Spell) error { return leave(p, sp, org.EndedDied) },
	"出党":    func(p *org.Person, sp org.Spell) error { return leave(p, sp, org.EndedOut) },
	"误录":    func(p *org.Person, sp org.Spell) error { return leave(p, sp, org.EndedError) },
}

func confirm(p *org.Person, sp org.Spell) error {
	if sp.From == "" {
		return &org.Invalid{Field: "from", Why: org.WhyEmpty}
	}
	end(p, sp.From, func(s *org.Spell) bool { return s.Kind == org.SpellCategory })
	p.FullFrom = sp.From
	sp.Kind, sp.Value = org.SpellCategory, org.FullMember
	p.Spells = append(p.Spells, sp)
	return nil
}

func begin(p *org.Person, sp org.Spell, how org.SpellValue) error {
	sp.Kind, sp.Began = org.SpellBelonging, how
	p.Spells = append(p.Spells, sp)
	return nil
}

// leave ends the belonging with its last day; From is the day of leaving, the
// first day on which the relation is elsewhere.
func leave(p *org.Person, sp org.Spell, how org.SpellValue) error {
	if sp.From == "" {
		return &org.Invalid{Field: "from", Why: org.WhyEmpty}
	}
	found := false
	end(p, sp.From, func(s *org.Spell) bool {
		if s.Kind != org.SpellBelonging {
			return false
		}
		found = true
		s.Ended, s.Who, s.Basis = how, firstOf(sp.Who, s.Who), firstOf(sp.Basis, s.Basis)
		return true
	})
	if !found {
		return org.ErrNotFound
	}
	end(p, sp.From, func(s *org.Spell) bool { return s.Kind == org.SpellPost || s.Kind == org.SpellGroup })
	return nil
}

// end ends the open facts that match and says whether there were any.
func end(p *org.Person, at org.Partial, match func(*org.Spell) bool) (found bool) {
	for i := range p.Spells {
		if s := &p.Spells[i]; s.To == "" && match(s) {
			s.To, found = at, true
		}
	}
	return found
}

func runFactAdd(c *call) (result, error) {
	var f factFlags
	f.define(c.flags)
	words, err := c.parse(2, 3)
	if err != nil {
		return nil, err
	}
	return c.changeFacts(words[0], func(s *store.Store, p *org.Person, b *org.Branch) error {
		value := strings.Join(words[2:], "")
		if step, ok := shortcuts[words[1]]; ok {
			sp, err := f.spell(b, "", "")
			if err != nil {
				return err
			}
			sp.Title = ""
			return step(p, sp)
		}
		kind, err := org.ParseSpellKind(words[1])
		if err != nil {
			return usage("没有“%s”这种情况；用 fact kinds 查看全部。", words[1])
		}
		sp, err := f.spell(b, kind, value)
		if err != nil {
			return err
		}
		if kind.Exclusive() && sp.From != "" {
			end(p, sp.From, func(old *org.Spell) bool { return old.Kind == kind && old.Start() < sp.Start() })
		}
		p.Spells = append(p.Spells, sp)
		return nil
	})
}

func runFactEnd(c *call) (result, error) {
	last := c.flags.String("last", "", "最后一`天`（含当天）")
	as := c.flags.String("as", "转出", "组织关系怎样结束（`方式`）：转出、转出待接收、去世、出党、误录、派驻结束")
	words, err := c.parse(2, 3)
	if err != nil {
		return nil, err
	}
	if *last == "" {
		return nil, usage("要写明最后一天：--last 日期。")
	}
	return c.changeFacts(words[0], func(s *store.Store, p *org.Person, b *org.Branch) error {
		kind, err := org.ParseSpellKind(words[1])
		if err != nil {
			return usage("没有“%s”这种情况；用 fact kinds 查看全部。", words[1])
		}
		at, err := dayAfter(*last)
		if err != nil {
			return err
		}
		how, err := org.ParseEnded(*as)
		if err != nil {
			return err
		}
		value := strings.Join(words[2:], "")
		if !end(p, at, func(s *org.Spell) bool { return s.Kind == kind && (value == "" || called(s, b, value)) }) {
			return org.ErrNotFound
		}
		for i := range p.Spells {
			if s := &p.Spells[i]; s.Kind == org.SpellBelonging && s.To != "" && s.Ended == "" {
				s.Ended = how
			}
		}
		return nil
	})
}

// called tells whether people would call the fact by this word.
func called(s *org.Spell, b *org.Branch, word string) bool {
	g, _ := b.Group(s.Group)
	return slices.Contains([]string{string(s.Value), s.Value.Chinese(s.Kind), s.Title, s.Chinese(), g.Name}, word)
}

// changeFacts changes one person's facts and shows the person.
func (c *call) changeFacts(name string, change func(*store.Store, *org.Person, *org.Branch) error) (result, error) {
	return c.with(func(s *store.Store) (result, error) {
		p, err := findPerson(c, s, name)
		if err != nil {
			return nil, err
		}
		b, err := s.Branch()
		if err != nil {
			return nil, err
		}
		if err := change(s, p, b); err != nil {
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

type factKinds [][]string

func runFactKinds(c *call) (result, error) {
	if _, err := c.parse(0, 0); err != nil {
		return nil, err
	}
	out := factKinds{{"情况", "可填的内容"}}
	for _, k := range org.SpellKinds() {
		var values []string
		for _, v := range org.SpellValues(k) {
			values = append(values, v.Chinese(k))
		}
		switch k {
		case org.SpellBelonging:
			values = []string{"在册", "发展入党", "转入", "恢复", "派驻"}
		case org.SpellGroup:
			values = []string{"党小组名称"}
		}
		out = append(out, []string{k.Chinese(), strings.Join(values, "、")})
	}
	for _, s := range []string{"转正", "转入", "恢复", "转出", "转出待接收", "去世", "出党", "误录"} {
		out = append(out, []string{s, "（一步登记，用 --from 写日期）"})
	}
	return out, nil
}

func (f factKinds) text(w io.Writer)  { grid(w, f) }
func (f factKinds) table() [][]string { return f }
