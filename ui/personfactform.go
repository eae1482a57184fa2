package ui

import (
	"fyne.io/fyne/v2"

	"branchbook/store"
	"branchbook/store/org"
	"branchbook/ui/kit"
)

// chooseChange asks first what happened, in plain words.
func (s *person) chooseChange() {
	holder := &factHolder{s.rows.person, s.rows.branch}
	list := kit.Down(kit.HalfGap)
	var d *kit.Dialog
	var first fyne.CanvasObject
	for _, head := range changeHeads {
		buttons := kit.Flow(kit.HalfGap)
		for _, c := range offeredChanges(holder) {
			if c.under != head {
				continue
			}
			words := c.words
			if c.note != "" {
				words += "：" + c.note
			}
			b := kit.NewSmall(words, func() {
				d.Close()
				s.askStep(s.rows.name+" · "+c.words, always("已登记："+s.rows.person.Name+"，"+c.words), c, factAnswers{which: -1, value: -1})
			})
			if first == nil {
				first = b
			}
			buttons.Add(b)
		}
		if len(buttons.Objects) > 0 {
			list.Add(kit.Text(head, kit.Label))
			list.Add(buttons)
		}
	}
	d = kit.NewDialog("登记变动："+s.rows.name+"，发生了什么？", list, kit.Answer{Text: "取消", Safe: true})
	d.Width, d.Focus = 720, first
	d.Show(s.w.win.Canvas())
}

// editFact corrects a fact that was entered wrongly.
func (s *person) editFact(f personFact) {
	c, a := factEdit(s.rows.person.Spells[f.at], f.at)
	s.askStep("修改："+f.what, func(p *org.Person) string {
		if now := p.Spells[f.at].Name(s.rows.branch); now != f.what {
			return "已改为：" + now
		}
		return "已修改：" + f.what
	}, c, a)
}

// endFact asks for the last day of a fact that goes on.
func (s *person) endFact(f personFact) {
	c := &factChange{words: "结束", asks: []factAsk{askLast}, do: func(step *factStep) error {
		step.p.Spells[f.at].To = step.last.After()
		return nil
	}}
	s.askStep("结束："+f.what, always("已结束："+f.what), c, factAnswers{which: -1, value: -1})
}

// factForm asks what a step needs to know.
type factForm struct {
	s      *person
	step   *factStep
	done   func(*org.Person) string
	form   *kit.Form
	dialog *kit.Dialog
	groups []org.Group

	which, value, group *kit.Select
	title               *kit.Combo
	day, last           *kit.DateField
	who, basis          *kit.Entry
}

// always is the same words, whatever was filled in.
func always(words string) func(*org.Person) string {
	return func(*org.Person) string { return words }
}

// askStep asks what a step needs to know; done says what was done to the person.
func (s *person) askStep(title string, done func(*org.Person) string, c *factChange, a factAnswers) {
	f := &factForm{s: s, step: &factStep{c, &factHolder{s.rows.person, s.rows.branch}, a}, done: done, form: kit.NewForm()}
	f.groups = s.rows.branch.OpenGroups()
	f.build()
	f.dialog = kit.NewDialog(title, f.form, kit.Answer{Text: "取消", Safe: true}, kit.Answer{Text: "保存", Primary: true, Keep: true, Do: f.save})
	f.dialog.Width = 560
	f.dialog.Focus = f.first()
	f.dialog.Show(s.w.win.Canvas())
}

// build makes a field for each question, dates beside each other.
func (f *factForm) build() {
	f.which = kit.NewSelect(f.openNames(), nil)
	f.value = kit.NewSelect(f.valueNames(), nil)
	names := make([]string, len(f.groups))
	for i, g := range f.groups {
		names[i] = g.Name
	}
	f.group = kit.NewSelect(names, nil)
	f.title = kit.NewCombo("", nil)
	if f.step.kind == org.SpellPost {
		f.title.SetOptions([]string{"组织委员", "宣传委员", "纪检委员", "统战委员", "群团委员", "青年委员"})
	}
	f.day, f.last = f.dateField(f.step.day), f.dateField(f.step.last)
	f.who, f.basis = kit.NewEntry(""), kit.NewEntry("没有可不填")
	f.fill()
	var row []kit.Field
	for _, a := range f.step.asks {
		if a == askGroup && len(f.groups) == 0 {
			if f.step.required(a) {
				f.form.Add(f.noGroups())
			}
			continue
		}
		row = append(row, kit.Field{Name: askNames[a], Label: f.step.label(a), Widget: f.widget(a), Required: f.step.required(a)})
		if a != askDay || f.step.asks[len(f.step.asks)-1] == askDay || !f.asks(askLast) {
			f.form.Row(row...)
			row = nil
		}
	}
}

func (f *factForm) asks(a factAsk) bool {
	for _, other := range f.step.asks {
		if other == a {
			return true
		}
	}
	return false
}

func (f *factForm) widget(a factAsk) fyne.CanvasObject {
	return map[factAsk]fyne.CanvasObject{askWhich: f.which, askValue: f.value, askGroup: f.group, askTitle: f.title,
		askDay: f.day, askLast: f.last, askWho: f.who, askBasis: f.basis}[a]
}

// noGroups leads to where groups are made.
func (f *factForm) noGroups() fyne.CanvasObject {
	settings := kit.NewSmall("去设置", func() {
		f.dialog.Close()
		f.s.w.open(atSettings)
	})
	return kit.Across(kit.HalfGap, kit.Middle(kit.Text("支部还没有党小组，先到设置里添加。", kit.Body)), settings)
}

func (f *factForm) first() fyne.CanvasObject {
	for _, a := range f.step.asks {
		if a != askGroup || len(f.groups) > 0 {
			return f.widget(a)
		}
	}
	return nil
}

func (f *factForm) dateField(p org.Partial) *kit.DateField {
	d := kit.NewDateField()
	d.Partial = true
	d.Today = func() kit.Day { return partialDay(f.s.w.book.Today().Partial()) }
	d.SetDay(partialDay(p))
	return d
}

func (f *factForm) openNames() (out []string) {
	for _, at := range f.step.open(f.step.kind) {
		sp := &f.step.p.Spells[at]
		out = append(out, sp.Name(f.step.b)+"，"+sp.Span())
	}
	return out
}

func (f *factForm) valueNames() (out []string) {
	for _, v := range f.step.values {
		if f.step.kind == org.SpellBelonging {
			out = append(out, (&org.Spell{Kind: org.SpellBelonging, Began: v}).Chinese())
			continue
		}
		out = append(out, v.Chinese(f.step.kind))
	}
	return out
}

// fill shows what is known already. Where only one can be meant, it is chosen.
func (f *factForm) fill() {
	a := &f.step.factAnswers
	if len(f.openNames()) == 1 {
		a.which = 0
	}
	f.which.SetChosen(a.which)
	f.value.SetChosen(a.value)
	for i, g := range f.groups {
		if g.ID == a.group {
			f.group.SetChosen(i)
		}
	}
	f.title.SetText(a.title)
	f.who.SetText(a.who)
	f.basis.SetText(a.basis)
}

// read takes what stands in the fields.
func (f *factForm) read() factAnswers {
	a := f.step.factAnswers
	a.which, a.value, a.title, a.who, a.basis = f.which.Chosen(), f.value.Chosen(), f.title.Text, f.who.Text, f.basis.Text
	if i := f.group.Chosen(); i >= 0 {
		a.group = f.groups[i].ID
	}
	a.day, a.last = dayPartial(f.day.Day()), dayPartial(f.last.Day())
	return a
}

func (f *factForm) save() {
	f.form.ClearFaults()
	if f.form.Unread() {
		f.dialog.Fit()
		return
	}
	p := org.Copy(f.s.rows.person, f.s.rows.person.Rev).(*org.Person)
	step := &factStep{f.step.factChange, &factHolder{p, f.s.rows.branch}, f.read()}
	if open := step.unanswered(); len(open) > 0 {
		var faults []kit.Fault
		for _, a := range open {
			faults = append(faults, kit.Fault{Name: askNames[a], Words: "请填" + step.label(a)})
		}
		f.show(faults...)
		return
	}
	if at, yes := step.ahead(f.s.w.book.Today()); yes {
		f.show(kit.Fault{Name: askNames[at], Words: aheadWords})
		return
	}
	if err := step.run(); err != nil {
		if at, words, ok := step.faultAt(err); ok {
			f.show(kit.Fault{Name: askNames[at], Words: words})
			return
		}
		f.s.w.fail(err)
		return
	}
	f.dialog.Close()
	f.s.w.actOn(f.done(p), these(p), func(b *Book) (store.Changed, error) { return b.Store.SaveFacts(p) }, nil)
}

func (f *factForm) show(faults ...kit.Fault) {
	f.form.SetFaults(faults...)
	f.dialog.Fit()
}
