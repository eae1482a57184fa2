package ui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"branchbook/rules"
	"branchbook/store"
	"branchbook/store/org"
	"branchbook/ui/kit"
	"branchbook/ui/say"
)

// closedHours is what the screen tells of a year that was closed.
type closedHours struct {
	*org.Closing
	packs   []string // by their titles
	changes []string // who has other hours now, in words
	rows    []closedRow
}

// closedRow is one member's hours, as closed and now.
type closedRow struct {
	name, was, now string
	other          bool
}

// closedOf tells how the live hours of a year stand to those that it was closed
// with; nil if it never was.
func closedOf(y *Year, hours []rules.PersonHours) *closedHours {
	shut := rules.ClosingOf(y.Snapshot, y.N)
	if shut == nil {
		return nil
	}
	c := &closedHours{Closing: shut}
	for _, name := range shut.Packs {
		for _, info := range rules.Packs(y.Packs) {
			if info.Name == name {
				name = info.Title
				break
			}
		}
		c.packs = append(c.packs, name)
	}
	live := map[org.PersonID]*rules.HoursChange{}
	for _, d := range rules.Changes(shut, hours) {
		live[d.Person] = &d
		c.changes = append(c.changes, say.HoursChange(say.Whose(y.Snapshot, y.N, d.Person), d))
		if d.Was == nil {
			c.rows = append(c.rows, closedRow{say.Whose(y.Snapshot, y.N, d.Person), "未计入", closedText(d.Now), true})
		}
	}
	for i := range shut.People {
		h := &shut.People[i]
		r := closedRow{name: say.Whose(y.Snapshot, y.N, h.Person), was: closedText(h), now: closedText(h)}
		if d := live[h.Person]; d != nil {
			r.other, r.now = true, closedText(d.Now)
		}
		c.rows = append(c.rows, r)
	}
	slices.SortStableFunc(c.rows, func(a, b closedRow) int { return otherFirst(a) - otherFirst(b) })
	return c
}

func otherFirst(r closedRow) int {
	if r.other {
		return 0
	}
	return 1
}

// closedText is what counted of what was owed: 31 / 32.
func closedText(h *org.ClosedHours) string {
	switch {
	case h == nil:
		return "不再计入"
	case h.Target == 0:
		return h.Counted.String() + " / —"
	case h.Met:
		return h.Counted.String() + " / " + h.Target.String() + " ✓"
	}
	return h.Counted.String() + " / " + h.Target.String()
}

// canClose tells whether a year is over, and has somebody to count.
func (h *hoursYear) canClose() bool { return h.span.Year < h.this && len(h.rows) > 0 }

// state says in one line how the live hours stand to the closed ones.
func (c *closedHours) state() string {
	if !c.Closed() {
		return c.Opened.Chinese() + "重新打开：" + c.Reason
	}
	if len(c.changes) == 0 {
		return c.On.Chinese() + "封存，现在的学时与封存时一致。"
	}
	return fmt.Sprintf("%s封存，现在有 %d 人的学时与封存时不同：%s。", c.On.Chinese(), len(c.changes), strings.Join(c.changes, "；"))
}

// closedBar is the line about a closed year; nil for one that never was.
func (s *hours) closedBar() fyne.CanvasObject {
	c := s.data.closed
	if c == nil {
		return nil
	}
	tag, ink := kit.Tag("已封存", kit.Good), kit.Second
	switch {
	case !c.Closed():
		tag = kit.Tag("封存后已重新打开", kit.Quiet)
	case len(c.changes) > 0:
		ink = kit.Owing.Ink
	}
	words := kit.Fit(c.state(), kit.Label.In(ink), 1)
	return kit.Pad(0, 0, kit.HalfGap, 0, kit.Around(nil, nil, kit.Pad(0, kit.HalfGap, 0, 0, kit.Middle(tag)), kit.Pad(0, 0, 0, kit.HalfGap, kit.NewSmall("看封存的数字", s.showClosed)), kit.Middle(words)))
}

// closeButton is the button that closes the year; nil where it cannot be.
func (s *hours) closeButton() *kit.Button {
	if !s.data.canClose() || s.data.closed != nil && s.data.closed.Closed() {
		return nil
	}
	return kit.NewSmall("封存本年", s.askClose)
}

// askClose says what closing means before it is done.
func (s *hours) askClose() {
	met, owe := 0, 0
	for i := range s.data.rows {
		if r := &s.data.rows[i]; r.applies {
			owe++
			if r.met {
				met++
			}
		}
	}
	lines := []string{fmt.Sprintf("记下%d年每人的应修和已修学时：共 %d 人，有应修要求的 %d 人，达到的 %d 人。", s.data.span.Year, len(s.data.rows), owe, met),
		"以后补录活动、更正人员或换规则，封存的数字都不变；会改到这一年的，保存前会先问。", "封存可以撤销，也可以重新打开。"}
	if c := s.data.closed; c != nil && len(c.changes) > 0 {
		lines = slices.Concat([]string{"会换成现在的数字："}, firstFew(c.changes), lines[:1])
	}
	s.w.askLines(fmt.Sprintf("封存%d年的学时？", s.data.span.Year), lines, "封存", "先不封存", s.shut)
}

// firstFew names a few of many.
func firstFew(list []string) []string {
	const few = 8
	if len(list) <= few {
		return list
	}
	return append(slices.Clone(list[:few]), fmt.Sprintf("……共%d人", len(list)))
}

func (s *hours) shut() {
	n := s.data.span.Year
	s.w.act(fmt.Sprintf("已封存%d年", n), func(b *Book) (store.Changed, error) {
		y, err := b.StudyYear(n)
		if err != nil {
			return store.Changed{}, err
		}
		c, err := rules.Close(y.Pack, y.Snapshot, n, y.Today, store.NewItemID())
		if err != nil {
			return store.Changed{}, err
		}
		return b.Store.SaveClosing(c)
	}, nil)
}

// showClosed shows everybody's hours as closed beside those of now, with what
// can be done about it.
func (s *hours) showClosed() {
	c := s.data.closed
	table := kit.NewTable([]kit.Column{{Title: "姓名", Share: 1, Least: 90}, {Title: "封存时（已修 / 应修）", Width: 180, Align: fyne.TextAlignCenter},
		{Title: "现在", Width: 130, Align: fyne.TextAlignCenter}, {Title: "", Width: 76, Align: fyne.TextAlignCenter}}, c.cell)
	table.RowHeight = 34
	table.Key = func(row int) string { return fmt.Sprint(row) }
	table.SetCount(len(c.rows))
	words := c.On.Chinese() + "封存，规则：" + strings.Join(c.packs, "、") + "。"
	if !c.Closed() {
		words += c.state() + "。"
	}
	body := kit.DownText(kit.HalfGap, kit.NewProse(words, kit.Label), kit.Sized(0, 300, kit.Panel(table)))
	answers := []kit.Answer{{Text: "关闭", Safe: true}}
	if c.Closed() {
		answers = append(answers, kit.Answer{Text: "重新打开", Do: s.askOpen})
	}
	if len(c.changes) > 0 || !c.Closed() {
		answers = append(answers, kit.Answer{Text: "重新封存", Primary: true, Do: s.askClose})
	}
	d := kit.NewDialog(fmt.Sprintf("%d年封存的学时", c.Year), body, answers...)
	d.Width, d.Focus = 640, table
	d.Show(s.w.win.Canvas())
}

func (c *closedHours) cell(row, col int) kit.Cell {
	r := &c.rows[row]
	switch col {
	case 0:
		return kit.Cell{Text: r.name, Style: kit.Strong}
	case 1:
		return kit.Cell{Text: r.was}
	case 2:
		return kit.Cell{Text: r.now}
	}
	if !r.other {
		return kit.Cell{}
	}
	return kit.Cell{Text: "不同", Tag: &kit.Owing}
}

// askOpen asks why a closed year shall be open again.
func (s *hours) askOpen() {
	why := kit.NewEntry("例如：上级要求重新核对")
	form := kit.NewForm().Row(kit.Field{Name: "why", Label: "重新打开的原因", Widget: why, Required: true, Note: "打开以后，改动这一年不再先问。封存时的数字还看得到，再封存一次就换掉。"})
	var d *kit.Dialog
	d = kit.NewDialog(fmt.Sprintf("重新打开%d年", s.data.span.Year), form, kit.Answer{Text: "不打开", Safe: true}, kit.Answer{Text: "重新打开", Primary: true, Keep: true, Do: func() {
		open := org.Copy(s.data.closed.Closing, s.data.closed.Rev).(*org.Closing)
		open.Opened, open.Reason = s.w.book.Today(), strings.TrimSpace(why.Text)
		switch {
		case open.Reason == "":
			form.SetFault("why", "请写原因")
			return
		case open.Validate() != nil:
			form.SetFault("why", "原因太长，请写短一些")
			return
		}
		d.Close()
		s.w.act(fmt.Sprintf("已重新打开%d年", open.Year), func(b *Book) (store.Changed, error) { return b.Store.SaveClosing(open) }, nil)
	}})
	d.Width, d.Focus = 560, why
	d.Show(s.w.win.Canvas())
}
