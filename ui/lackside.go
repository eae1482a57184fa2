package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"branchbook/store"
	"branchbook/store/org"
	"branchbook/ui/kit"
	"branchbook/ui/say"
)

// detail says the selected finding in full: what, by which clause, how it was
// found, what to do.
func (s *lacks) detail() {
	r := s.chosen()
	if r == nil {
		s.side.Objects = []fyne.CanvasObject{container.NewCenter(kit.Text("点一行看依据和下一步", kit.Label))}
		s.side.Refresh()
		return
	}
	words := container.NewVScroll(kit.Pad(kit.Gap, kit.Gap, kit.Gap, kit.Gap, s.words(r)))
	s.side.Objects = []fyne.CanvasObject{kit.Around(nil, kit.Down(0, kit.Rule(), kit.Pad(10, kit.Gap, 10, kit.Gap, s.buttons(r))), nil, nil, words)}
	s.side.Refresh()
}

func (s *lacks) words(r *lackRow) fyne.CanvasObject {
	f := &r.finding
	head := kit.Across(10, kit.Middle(kit.Tag(lackWords[r.state], lackTones[r.state])), kit.Text(f.Title, kit.CardTitle))
	list := kit.DownText(kit.HalfGap, head, kit.NewProse(f.Sentence, kit.Body))
	about := r.whoWords() + "　" + r.period + "　截止" + r.until
	list.Add(kit.NewProse(about, kit.Label))
	if r.state == lackWaived {
		list.Add(kit.NewProse("说明："+f.Reason, kit.Body))
	}
	if f.Next != "" {
		list.Add(s.part("下一步", f.Next))
	}
	list.Add(s.part("依据", r.source(), say.Quote(f.Quote, f.Checked), f.Obligation.Chinese()+"；"+f.Whose.Chinese()+"的事", f.Notice))
	list.Add(s.part("怎么算的", f.Trace...))
	return list
}

// part is a small heading with its paragraphs; those that are empty go.
func (s *lacks) part(title string, paragraphs ...string) fyne.CanvasObject {
	list := kit.DownText(4, kit.Text(title, kit.Strong))
	for _, p := range paragraphs {
		if p != "" {
			list.Add(kit.NewProse(p, kit.Label))
		}
	}
	return kit.Pad(6, 0, 0, 0, list)
}

func (s *lacks) buttons(r *lackRow) fyne.CanvasObject {
	row := kit.Flow(kit.HalfGap)
	if r.step.verb != "" && r.step.rule == "" {
		row.Add(kit.NewPrimary(r.step.verb, func() { r.step.follow(s.w) }))
	}
	switch r.state {
	case lackWaived:
		row.Add(kit.NewButton("撤回说明", func() { s.withdraw(r) }))
	case lackDone:
		row.Add(kit.Text("已完成，不用做什么", kit.Label))
	default:
		row.Add(kit.NewButton("写说明", func() { s.explain(r) }))
	}
	return row
}

// explain asks why something cannot be done or need not be; it stays in the
// list as 已说明, with the reason.
func (s *lacks) explain(r *lackRow) {
	reason := kit.NewEntry("如 活动室维修，9月补开")
	until := kit.NewDateField()
	scope := kit.NewSelect([]string{"只说明这一次", "以后都按这个说明"}, nil)
	scope.SetChosen(0)
	form := kit.NewForm().Row(kit.Field{Name: "reason", Label: "原因", Widget: reason, Required: true}).
		Row(kit.Field{Name: "scope", Label: "管到哪里", Widget: scope}, kit.Field{Name: "until", Label: "说明到哪天为止（可不填）", Widget: until})
	form.Add(kit.NewProse("写了说明的，仍然留在清单里，标“已说明”。上报时一并带上。", kit.Label))
	var d *kit.Dialog
	d = kit.NewDialog("说明："+r.finding.Title, form, kit.Answer{Text: "取消", Safe: true},
		kit.Answer{Text: "保存", Primary: true, Keep: true, Do: func() {
			if form.Unread() {
				return
			}
			if strings.TrimSpace(reason.Text) == "" {
				form.SetFault("reason", "请写原因")
				return
			}
			w := r.waiver(store.NewItemID(), scope.Chosen() == 1)
			w.Reason = strings.TrimSpace(reason.Text)
			w.Until, _ = dayPartial(until.Day()).Full()
			d.Close()
			s.save("已写说明", r.finding.Title, w)
		}})
	d.Width, d.Focus = 560, reason
	d.Show(s.w.win.Canvas())
}

// withdraw ends an explanation the day before today; it stays in the file.
func (s *lacks) withdraw(r *lackRow) {
	for _, w := range s.data.year.Waivers {
		if w.ID == r.finding.Waiver {
			ended := *w
			ended.Until = s.data.year.Today.AddDays(-1)
			s.save("已撤回说明", r.finding.Title, &ended)
			return
		}
	}
}

func (s *lacks) save(done, title string, w *org.Waiver) {
	s.w.act(done+"："+title, func(b *Book) (store.Changed, error) { return b.Store.SaveItem(w, "说明："+title) }, nil)
}
