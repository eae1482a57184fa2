package ui

import (
	"fmt"

	"fyne.io/fyne/v2"

	"branchbook/ui/kit"
)

// journalPage is the list of the last operations.
type journalPage struct {
	page
	rows  []journalRow
	table *kit.Table
	undo  *kit.Button
	all   fyne.CanvasObject
}

func newJournal(w *Window) *journalPage {
	s := &journalPage{page: newPage(w)}
	s.table = kit.NewTable([]kit.Column{{Title: "第几步", Width: 84, Align: fyne.TextAlignTrailing}, {Title: "时间", Width: 190}, {Title: "做了什么", Width: 170},
		{Title: "内容", Least: 160}, {Title: "记录数", Width: 76, Align: fyne.TextAlignTrailing, Drop: 1}, {Title: "状态", Width: 104, Align: fyne.TextAlignCenter}}, s.cell)
	s.table.RowHeight = 36
	s.table.Key = func(row int) string { return fmt.Sprint(s.rows[row].seq) }
	s.table.OnSelect = func(int) { s.ready() }
	s.table.OnOpen = s.ask
	s.table.Empty = kit.Empty("还没有操作记录", "", nil)
	s.undo = kit.NewSmall("撤销选中的一步", s.press).WithIcon("undo")
	note := kit.Middle(kit.Text("点一行选中它，再点“撤销”。除了开始建账，每一步都能单独撤销，撤销了也能恢复。", kit.Label))
	bar := kit.Pad(0, 0, 12, 0, kit.Around(nil, nil, nil, s.undo, note))
	s.all = kit.Pad(0, kit.PageEdge, kit.Gap, kit.PageEdge, kit.Around(bar, nil, nil, nil, kit.Panel(kit.Pad(1, 1, 1, 1, s.table))))
	return s
}

func (s *journalPage) place() place { return atSettings }

func (s *journalPage) head() head {
	h := head{title: "操作记录"}
	if len(s.rows) > 0 {
		h.note = fmt.Sprintf("共 %d 步，最近的在上面", len(s.rows))
	}
	return h
}

func (s *journalPage) reload() { load(&s.page, loadJournal, s.show) }

func (s *journalPage) show(rows []journalRow) {
	s.rows = rows
	s.table.SetCount(len(rows))
	s.ready()
	s.put(s.all)
	s.w.titled(s)
}

// chosen is the selected operation, nil if none is.
func (s *journalPage) chosen() *journalRow {
	if at := s.table.Selected(); at >= 0 && at < len(s.rows) {
		return &s.rows[at]
	}
	return nil
}

// ready makes the button fit the selected row.
func (s *journalPage) ready() {
	r := s.chosen()
	if r == nil || !r.can() {
		s.undo.SetText("撤销选中的一步")
		s.undo.Disable()
		return
	}
	s.undo.SetText(r.verb() + "选中的一步")
	s.undo.Enable()
}

// press takes the selected operation back, after asking unless it is the
// newest.
func (s *journalPage) press() {
	r := s.chosen()
	switch {
	case r == nil || !r.can():
	case r.newest:
		s.w.undo(r.seq)
	default:
		s.ask(s.table.Selected())
	}
}

// ask asks before an operation is taken back.
func (s *journalPage) ask(row int) {
	r := s.rows[row]
	if r.can() {
		s.w.ask(r.title(), r.words(), r.verb(), "不"+r.verb(), func() { s.w.undo(r.seq) })
	}
}

func (s *journalPage) cell(row, col int) kit.Cell {
	r := &s.rows[row]
	ink := kit.Body
	if r.undone {
		ink = kit.Body.In(kit.Second)
	}
	switch col {
	case 0:
		return kit.Cell{Text: fmt.Sprint(r.seq), Style: kit.Label}
	case 1:
		return kit.Cell{Text: r.when(), Style: ink}
	case 2:
		return kit.Cell{Text: r.what, Style: ink}
	case 3:
		return kit.Cell{Text: r.note, Style: ink}
	case 4:
		return kit.Cell{Text: fmt.Sprint(r.count), Style: kit.Label}
	}
	if r.state() == "" {
		return kit.Cell{}
	}
	return kit.Cell{Text: r.state(), Tag: &kit.Quiet}
}
