package ui

import (
	"context"
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"branchbook/store"
	"branchbook/store/org"
	"branchbook/ui/kit"
)

// personForm is the form of one person, new or on file.
type personForm struct {
	page
	id      org.PersonID // "" for a new one
	rows    *personFormRows
	fields  *personFieldSet
	form    *kit.Form
	holder  *fyne.Container
	more    bool     // the rarer fields are shown
	check   kit.Lane // what is found out before saving
	odd     string   // the ID number that was compared with the card
	other   bool     // the new person is not the one on file
	passing bool     // left without asking
	after   func()   // where to go when it is saved; nil: to the person
}

func newPersonForm(w *Window, id org.PersonID) *personForm {
	return &personForm{page: newPage(w), id: id}
}

func (s *personForm) place() place { return atPeople }

func (s *personForm) head() head {
	switch {
	case s.id == "":
		return head{title: "添加党员", note: "也可添加积极分子、发展对象"}
	case s.rows != nil:
		return head{title: "修改：" + s.rows.label}
	}
	return head{title: "修改"}
}

// reload reads the file, unless there are words that are not saved.
func (s *personForm) reload() {
	if s.unsaved() {
		return
	}
	id := s.id
	load(&s.page, func(b *Book) (*personFormRows, error) { return loadPersonForm(b, id) }, s.show)
}

func (s *personForm) show(r *personFormRows) {
	s.rows = r
	s.fields = newPersonFieldSet(s)
	s.more = r.draft.hasRare()
	s.holder = container.NewStack()
	s.build()
	save := kit.NewPrimary("保存", s.save)
	cancel := kit.NewButton("取消", s.w.goBack)
	foot := kit.Pad(12, 20, 12, 20, kit.Across(kit.HalfGap, kit.Spring(), cancel, save))
	card := kit.Panel(kit.Around(nil, kit.Around(kit.Rule(), nil, nil, nil, foot), nil, nil, container.NewVScroll(kit.Pad(kit.Gap, 24, kit.Gap, 20, s.holder))))
	s.put(kit.Pad(0, kit.PageEdge, kit.Gap, kit.PageEdge, card))
	s.w.titled(s)
	if r.fresh() {
		s.form.Focus("name")
	}
}

// build puts the fields into a form anew, since which are asked follows from
// others. The fields keep what stands in them.
func (s *personForm) build() {
	s.form = kit.NewForm()
	s.fields.lay(s.form, s.more)
	words := "更多：学位、技术职务、入党时所在支部……"
	if s.more {
		words = "收起"
	}
	s.form.Add(kit.Across(0, kit.NewLink(words, func() { s.more = !s.more; s.build() })))
	s.holder.Objects = []fyne.CanvasObject{s.form}
	s.holder.Refresh()
}

// unsaved tells whether something was filled in that is not saved.
func (s *personForm) unsaved() bool {
	return s.fields != nil && !reflect.DeepEqual(s.fields.read(), s.rows.draft)
}

// leave implements leaver.
func (s *personForm) leave(then func()) {
	if s.passing || !s.unsaved() {
		s.passing = false
		then()
		return
	}
	kit.Choose(s.w.win.Canvas(), "填写的内容还没有保存", "离开之前要保存吗？", kit.Answer{Text: "继续填写", Safe: true},
		kit.Answer{Text: "不保存，离开", Do: then}, kit.Answer{Text: "保存", Primary: true, Do: func() { s.after = then; s.try() }})
}

// save implements saver.
func (s *personForm) save() {
	s.after = nil
	s.try()
}

// try saves what is filled in, once nothing is wrong and what is doubtful was
// asked.
func (s *personForm) try() {
	if s.rows == nil {
		return
	}
	s.form.ClearFaults()
	if s.form.Unread() {
		return
	}
	if _, ok := s.fields.months(); !ok {
		s.wrong([]kit.Fault{{Name: "seniority", Words: "请写整数的月数，如 6 或 -6"}})
		return
	}
	d := s.fields.read()
	d.IDOdd = s.odd != "" && d.IDNumber == s.odd || d.IDOdd && d.IDNumber == s.rows.draft.IDNumber
	task(s.w, &s.check, func(_ context.Context, b *Book) (*personDoubts, error) { return checkDraft(b, d) }, s.answer)
}

// answer goes on with what was found out.
func (s *personForm) answer(c *personDoubts) {
	switch {
	case len(c.faults) > 0:
		s.wrong(c.faults)
	case c.odd != "":
		number := s.fields.read().IDNumber
		kit.Choose(s.w.win.Canvas(), "请核对公民身份号码", c.odd+"请对照身份证核对；确实是这个号码的，可以照录。", kit.Answer{Text: "核对无误，照录", Do: func() { s.odd = number; s.try() }},
			kit.Answer{Text: "去改号码", Safe: true, Primary: true, Do: func() { s.form.Focus("id_number") }})
	case len(c.alike) > 0 && !s.other:
		s.askTwin(c.alike)
	default:
		s.store(c.person)
	}
}

func (s *personForm) wrong(faults []kit.Fault) {
	for _, f := range faults {
		if personRareFields[f.Name] && !s.more {
			s.more = true
			s.build()
		}
	}
	if !s.form.SetFaults(faults...) {
		s.w.tell(faults[0].Words, "请修改后再保存。")
	}
}

// askTwin asks whether the new person is somebody on file.
func (s *personForm) askTwin(alike []personLikeness) {
	words := "台账里已有："
	for i, a := range alike {
		if i > 0 {
			words += "；"
		}
		words += a.words
	}
	kit.Choose(s.w.win.Canvas(), "是不是同一个人？", words+"。", kit.Answer{Text: "不是同一人，添加", Do: func() { s.other = true; s.try() }},
		kit.Answer{Text: "打开已有的", Do: func() { s.passing = true; s.w.person(alike[0].id) }},
		kit.Answer{Text: "再核对", Safe: true, Primary: true})
}

func (s *personForm) store(p *org.Person) {
	done := "已保存：" + p.Name
	if p.Rev == 0 {
		done = "已添加：" + p.Name
	}
	s.w.actOn(done, these(p), func(b *Book) (store.Changed, error) { return b.Store.SavePerson(p) }, func(store.Changed) { s.saved(p) })
}

// saved goes where the user was going, back to the person, or on to the page of
// a new one with the offer of another.
func (s *personForm) saved(p *org.Person) {
	switch {
	case s.after != nil:
		s.after()
	case s.id != "":
		s.w.stepBack()
	default:
		page := newPerson(s.w, p.ID)
		page.added = true
		s.w.stand(page)
	}
}
