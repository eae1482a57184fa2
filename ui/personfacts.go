package ui

import (
	"fmt"

	"fyne.io/fyne/v2"

	"branchbook/store"
	"branchbook/store/org"
	"branchbook/ui/kit"
)

// lifeCard is the card with the time line and the list of facts.
func (s *person) lifeCard() fyne.CanvasObject {
	l := &s.rows.life
	body := kit.Down(kit.HalfGap)
	if len(l.rows) > 0 {
		body.Add(kit.NewTimeLine(l.from, l.to, l.rows))
	}
	if c := s.contactLine(); c != nil {
		body.Add(kit.Rule())
		body.Add(c)
	}
	past := 0
	for _, f := range s.rows.facts {
		if !f.open {
			past++
		}
		if f.open || s.past {
			body.Add(kit.Rule())
			body.Add(s.factLine(f))
		}
	}
	if past > 0 {
		words := fmt.Sprintf("再列出已结束的 %d 项", past)
		if s.past {
			words = "收起已结束的"
		}
		body.Add(kit.Rule())
		body.Add(kit.Across(0, kit.NewLink(words, func() { s.past = !s.past; s.draw() })))
	}
	change := kit.NewPrimary("登记变动", s.chooseChange)
	change.Small = true
	return kit.Card("经历", "每一段有起止，改动留痕", change, kit.Pad(0, 20, 12, 20, body))
}

// factLine is a fact with what can be done about it.
func (s *person) factLine(f personFact) fyne.CanvasObject {
	style := kit.Body
	if f.open {
		style = kit.Strong
	}
	below, more := f.span, f.more
	if s.open {
		more = f.whole
	}
	if more != "" {
		below += " · " + more
	}
	buttons := kit.Across(kit.HalfGap, kit.NewSmall("修改", func() { s.editFact(f) }))
	if f.open && !s.rows.person.Spells[f.at].Kind.Exclusive() {
		buttons.Add(kit.NewSmall("结束", func() { s.endFact(f) }))
	}
	buttons.Add(kit.NewSmall("删除", func() { s.removeFact(f) }))
	words := kit.Down(0)
	for _, line := range kit.Lines(f.what, 420, style) {
		words.Add(kit.Text(line, style))
	}
	for _, line := range kit.Lines(below, 420, kit.Label) {
		words.Add(kit.Text(line, kit.Label))
	}
	return kit.Around(nil, nil, nil, kit.Middle(buttons), words)
}

// removeFact takes a fact away that was entered by mistake.
func (s *person) removeFact(f personFact) {
	s.w.ask("删除这一段？", f.what+"，"+f.span+"。\n只在录错了的时候删除；已经结束的，用“结束”。删除后可以撤销。", "删除", "不删除", func() {
		s.saveFacts("已删除："+f.what, func(p *org.Person) error {
			p.Spells = append(p.Spells[:f.at:f.at], p.Spells[f.at+1:]...)
			return p.FactFault(p.Validate())
		})
	})
}

// saveFacts changes the facts of the person as the page shows it: who changed
// it meanwhile is found out by the revision.
func (s *person) saveFacts(done string, do func(*org.Person) error) {
	p := org.Copy(s.rows.person, s.rows.person.Rev).(*org.Person)
	if err := do(p); err != nil {
		s.w.fail(err)
		return
	}
	s.w.actOn(done, these(p), func(b *Book) (store.Changed, error) { return b.Store.SaveFacts(p) }, nil)
}
