package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"branchbook/store/org"
	"branchbook/ui/kit"
)

// readings is the reading list of a year (必读书目和篇目).
type readings struct {
	page
	year  int
	data  *readingYear
	turn  *yearTurn
	says  *fyne.Container
	hint  *canvas.Text
	add   *kit.Button
	table *kit.Table
	whole fyne.CanvasObject
}

func newReadings(w *Window, year int) *readings {
	s := &readings{page: newPage(w), year: year}
	s.turn = newYearTurn(func(year int) { s.year = year; s.reload() })
	s.add = kit.NewPrimary("添加书目", s.addItem).WithIcon("plus")
	s.table = kit.NewTable([]kit.Column{{Title: "书目、篇目", Share: 5, Least: 220}, {Title: "谁定的", Share: 3, Least: 140, Drop: 1},
		{Title: "登记已读", Width: 120, Align: fyne.TextAlignTrailing}}, s.cell)
	s.table.Key = func(row int) string { return string(s.data.items[row].ID) }
	s.table.OpenOnTap = true
	s.table.OnOpen = func(row int) { s.open(s.data.items[row]) }
	s.table.Empty = kit.Empty("这一年还没有书目", "上级列出的必读书目和篇目，点右上角“添加书目”一项一项写进来。\n没有书目，也就没有这项要求。", nil)
	s.says = kit.Stacked(4)
	s.hint = kit.Text("点一行登记谁读过", kit.Label)
	tools := kit.Across(kit.Gap, s.turn.row, kit.Middle(s.hint))
	s.whole = kit.Pad(0, kit.PageEdge, kit.Gap, kit.PageEdge, kit.Above(12, kit.Stacked(kit.HalfGap, tools, s.says), kit.Panel(kit.Pad(4, 4, 4, 4, s.table))))
	return s
}

func (s *readings) place() place { return atActivities }

func (s *readings) head() head {
	h := head{title: "必读书目", actions: []fyne.CanvasObject{s.add}}
	if s.data != nil {
		h.note = fmt.Sprintf("%d 年共 %d 项", s.data.n, len(s.data.items))
	}
	return h
}

func (s *readings) reload() {
	year := s.year
	load(&s.page, func(b *Book) (*readingYear, error) { return loadReadings(b, year) }, s.show)
}

func (s *readings) show(d *readingYear) {
	s.data = d
	s.w.titled(s)
	s.turn.show(&d.yearPlace)
	s.says.Objects = ruleWords(d.says)
	s.says.Refresh()
	s.hint.Hidden = len(d.items) == 0
	s.table.SetCount(len(d.items))
	s.put(s.whole)
}

func (s *readings) cell(row, col int) kit.Cell {
	r := s.data.items[row]
	switch col {
	case 0:
		return kit.Cell{Text: r.Title, Style: kit.Strong}
	case 1:
		return kit.Cell{Text: r.Source, Style: kit.Body.In(kit.Second)}
	}
	return kit.Cell{Text: readWords(r)}
}

func readWords(r *org.Reading) string { return fmt.Sprintf("%d 人", len(r.Read)) }
