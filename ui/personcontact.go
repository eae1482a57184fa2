package ui

import (
	"errors"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"branchbook/store"
	"branchbook/store/org"
	"branchbook/ui/kit"
)

// personContact is what the page says of contacts with somebody who is away
// (流动党员联系).
type personContact struct {
	away        bool // outside or abroad on the day: contacts may be entered
	n           int  // contacts on file
	last, words string
}

func contactOf(y *Year, p *org.Person) (c personContact) {
	for i := range p.Spells {
		s := &p.Spells[i]
		c.away = c.away || s.Kind == org.SpellFloating && s.Value.Away() && s.Holds(y.Today)
	}
	var last *org.Register
	for _, r := range y.Registers {
		if r.Kind != org.RegFloating || r.Person != p.ID {
			continue
		}
		c.n++
		if last == nil || r.From.First() > last.From.First() {
			last = r
		}
	}
	if last != nil {
		c.last = strings.TrimPrefix(last.From.Chinese()+"，"+last.Title, "，")
		c.words = longNumber.ReplaceAllStringFunc(last.Text, org.MaskPhone)
	}
	return c
}

// contactLine is the last contact with the button for the next; nil for who is
// not away and never was contacted.
func (s *person) contactLine() fyne.CanvasObject {
	c := &s.rows.contact
	if !c.away && c.n == 0 {
		return nil
	}
	below := "还没有登记过"
	if c.n > 0 {
		below = fmt.Sprintf("最近一次 %s（共 %d 次）", c.last, c.n)
	}
	words := kit.Down(0, kit.Text("流动党员联系", kit.Strong), textLines(below, 420, kit.Label))
	if c.words != "" {
		words.Add(textLines(c.words, 420, kit.Label))
	}
	if !c.away {
		return words
	}
	return kit.Around(nil, nil, nil, kit.Middle(kit.NewSmall("登记一次联系", s.addContact)), words)
}

// contactWays are how somebody who is away is usually reached.
var contactWays = []string{"电话联系", "微信联系", "视频联系", "本人回来时见面", "通过家属联系"}

// addContact asks for a contact: when, how, and what was said.
func (s *person) addContact() {
	day, how, text := kit.NewDateField(), kit.NewCombo("如 电话联系", contactWays), kit.NewText(3)
	today := s.w.book.Today()
	day.Today = func() kit.Day { return partialDay(today.Partial()) }
	day.SetDay(partialDay(today.Partial()))
	form := kit.NewForm().Row(kit.Field{Name: "from", Label: "哪天", Widget: day, Required: true}, kit.Field{Name: "title", Label: "怎么联系的", Widget: how, Required: true}).
		Row(kit.Field{Name: "text", Label: "说了什么（可不填）", Widget: text})
	var d *kit.Dialog
	d = kit.NewDialog("登记一次联系："+s.rows.name, form, kit.Answer{Text: "取消", Safe: true}, kit.Answer{Text: "保存", Primary: true, Keep: true, Do: func() {
		form.ClearFaults()
		if form.Unread() {
			d.Fit()
			return
		}
		r := &org.Register{ID: store.NewItemID(), Kind: org.RegFloating, Person: s.id, From: dayPartial(day.Day()), Title: strings.TrimSpace(how.Text), Text: strings.TrimSpace(text.Text)}
		if form.SetFaults(contactFaults(r, today)...) {
			d.Fit()
			return
		}
		d.Close()
		done := "已登记联系：" + s.rows.name
		s.w.act(done, func(b *Book) (store.Changed, error) { return b.Store.SaveItem(r, done) }, nil)
	}})
	d.Width, d.Focus = 560, how
	d.Show(s.w.win.Canvas())
	d.Fit()
}

// contactFaults is what is wrong with a contact.
func contactFaults(r *org.Register, today org.Date) (out []kit.Fault) {
	switch {
	case r.From == "":
		out = append(out, kit.Fault{Name: "from", Words: "请填哪天联系的"})
	case r.From.First() > today:
		out = append(out, kit.Fault{Name: "from", Words: aheadWords})
	}
	if r.Title == "" {
		out = append(out, kit.Fault{Name: "title", Words: "请写怎么联系的"})
	}
	var inv *org.Invalid
	if len(out) == 0 && errors.As(r.Validate(), &inv) {
		out = append(out, kit.Fault{Name: inv.Field, Words: faultWords(inv.Field, inv.Why)})
	}
	return out
}
