package cli

import (
	"cmp"
	"io"
	"slices"

	"branchbook/store"
	"branchbook/store/org"
)

// registerFlags are the flags of an entry of the registers.
type registerFlags struct {
	name, from, to, title, text *string
}

func (f *registerFlags) define(c *call) {
	f.name = c.flags.String("name", "", "名单以外的人、户或单位（`名称`）")
	f.from = c.flags.String("from", "", "开始`日期`，可以不全；联系流动党员的是联系的那一天")
	f.to = c.flags.String("to", "", "最后一天（`日期`，含当天），可以不全；仍在继续的不写")
	f.title = c.flags.String("title", "", "`标题`：岗位、称号、课题等")
	f.text = c.flags.String("text", "", "`内容`")
}

// apply puts in what the call gives; an empty text clears.
func (f *registerFlags) apply(c *call, to *org.Register) error {
	c.setText("name", *f.name, &to.Name)
	c.setText("title", *f.title, &to.Title)
	c.setText("text", *f.text, &to.Text)
	for _, d := range []struct {
		flag, text string
		to         *org.Partial
	}{{"from", *f.from, &to.From}, {"to", *f.to, &to.To}} {
		if c.set(d.flag) && d.to.UnmarshalText([]byte(d.text)) != nil {
			return &org.Invalid{Field: "register." + d.flag, Why: org.WhyDate}
		}
	}
	return c.contact(to)
}

// contact refuses a contact with a floating member that no rule could count:
// without the member or the day, or with a day to come.
func (c *call) contact(r *org.Register) error {
	switch {
	case r.Kind != org.RegFloating:
		return nil
	case r.Person == "" || r.From == "":
		return usage("%s要写是谁（姓名）和联系的日期（--from）。", r.Kind.Chinese())
	case r.From.First() > org.DateOf(c.env.Now()):
		return usage("%s还没有到，不能先登记。", r.From.Chinese())
	}
	return nil
}

func parseRegister(text string) (org.RegisterKind, error) {
	k, err := org.ParseRegisterKind(text)
	return k, org.In(string(org.KindRegister), err)
}

func runRegisterAdd(c *call) (result, error) {
	var f registerFlags
	f.define(c)
	words, err := c.parse(1, 2)
	if err != nil {
		return nil, err
	}
	entry := &org.Register{ID: store.NewItemID()}
	if entry.Kind, err = parseRegister(words[0]); err != nil {
		return nil, err
	}
	return c.with(func(s *store.Store) (result, error) {
		if len(words) > 1 {
			p, err := findPerson(c, s, words[1])
			if err != nil {
				return nil, err
			}
			entry.Person = p.ID
		}
		if err := f.apply(c, entry); err != nil {
			return nil, err
		}
		if err := saveItem(s, entry, entry.Kind.Chinese()); err != nil {
			return nil, err
		}
		return listRegisters(s, entry.Kind)
	})
}

func runRegisterSet(c *call) (result, error) {
	var f registerFlags
	f.define(c)
	kind := c.flags.String("kind", "", "改`类别`")
	person := c.flags.String("person", "", "改是名单里的哪个`人`；写成空就不指名单里的人")
	words, err := c.parse(1, 1)
	if err != nil {
		return nil, err
	}
	if !c.setAny() {
		return nil, usage("要写明改什么，如 --to 日期。")
	}
	return c.with(func(s *store.Store) (result, error) {
		was, err := findRegister(s, words[0])
		if err != nil {
			return nil, err
		}
		now := *was
		if c.set("kind") {
			if now.Kind, err = parseRegister(*kind); err != nil {
				return nil, err
			}
		}
		if c.set("person") {
			now.Person = ""
			if *person != "" {
				p, err := findPerson(c, s, *person)
				if err != nil {
					return nil, err
				}
				now.Person = p.ID
			}
		}
		if err := f.apply(c, &now); err != nil {
			return nil, err
		}
		if err := c.saveOver(s, was, &now, now.Kind.Chinese()); err != nil {
			return nil, err
		}
		return listRegisters(s, now.Kind)
	})
}

func findRegister(s *store.Store, id string) (*org.Register, error) {
	snap, err := s.Snapshot(1, 0)
	if err != nil {
		return nil, err
	}
	for _, r := range snap.Registers {
		if string(r.ID) == id {
			return r, nil
		}
	}
	return nil, org.ErrNotFound
}

func runRegisterList(c *call) (result, error) {
	words, err := c.parse(0, 1)
	if err != nil {
		return nil, err
	}
	var kind org.RegisterKind
	if len(words) > 0 {
		if kind, err = parseRegister(words[0]); err != nil {
			return nil, err
		}
	}
	return c.with(func(s *store.Store) (result, error) { return listRegisters(s, kind) })
}

// listRegisters lists one register, or with an empty kind all, each by day.
func listRegisters(s *store.Store, kind org.RegisterKind) (result, error) {
	snap, err := s.Snapshot(1, 0)
	if err != nil {
		return nil, err
	}
	out := registerList{}
	for _, k := range org.RegisterKinds() {
		var one []*org.Register
		for _, r := range snap.Registers {
			if r.Kind == k && (kind == "" || kind == k) {
				one = append(one, r)
			}
		}
		slices.SortStableFunc(one, func(a, b *org.Register) int { return cmp.Compare(a.From.First(), b.From.First()) })
		for _, r := range one {
			line := registerLine{Register: *r}
			if p := snap.Person(r.Person); p != nil {
				line.Who = snap.Label(p, lastDay)
			}
			out = append(out, line)
		}
	}
	return out, nil
}

// registerLine is one entry with the person's name.
type registerLine struct {
	org.Register
	Who string `json:"who,omitempty"`
}

type registerList []registerLine

func (l registerList) text(w io.Writer) {
	if len(l) == 0 {
		io.WriteString(w, "还没有登记。\n")
		return
	}
	grid(w, brief(l.table()))
}

func (l registerList) table() [][]string {
	rows := [][]string{{"编号", "类别", "姓名", "名称", "开始", "最后一天", "标题", "内容"}}
	for _, r := range l {
		rows = append(rows, []string{string(r.ID), r.Kind.Chinese(), r.Who, r.Name, r.From.Chinese(), r.To.Chinese(), r.Title, r.Text})
	}
	return rows
}
