package ui

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"branchbook/store/org"
	"branchbook/ui/kit"
)

// reviews is what 民主评议 and 述学评学 gave in a year, person by person.
type reviews struct {
	page
	year  int
	data  *reviewYear
	turn  *yearTurn
	says  *fyne.Container
	table *kit.Table
	whole fyne.CanvasObject
	next  org.PersonID // whose review is asked for once the page shows what was saved
}

func newReviews(w *Window, year int) *reviews {
	s := &reviews{page: newPage(w), year: year}
	s.turn = newYearTurn(func(year int) { s.year = year; s.reload() })
	s.table = kit.NewTable([]kit.Column{{Title: "姓名", Share: 3, Least: 120}, {Title: "等次", Width: 116}, {Title: "述学日期", Width: 160},
		{Title: "评学", Width: 100}, {Title: "意见", Share: 5, Least: 120, Drop: 2}, {Title: "说明", Share: 3, Least: 130, Drop: 1}}, s.cell)
	s.table.Key = func(row int) string { return string(s.data.rows[row].person) }
	s.table.OpenOnTap = true
	s.table.OnOpen = s.open
	s.says = kit.Stacked(4)
	tools := kit.Across(kit.Gap, s.turn.row, kit.Middle(kit.Text("点一行登记一个人的评议和述学", kit.Label)))
	s.whole = kit.Pad(0, kit.PageEdge, kit.Gap, kit.PageEdge, kit.Above(12, kit.Stacked(kit.HalfGap, tools, s.says), kit.Panel(kit.Pad(4, 4, 4, 4, s.table))))
	return s
}

func (s *reviews) place() place { return atActivities }

func (s *reviews) head() head {
	h := head{title: "民主评议和述学评学"}
	if s.data != nil {
		h.note = fmt.Sprintf("%d 年，党员 %d 人", s.data.n, len(s.data.rows))
	}
	return h
}

func (s *reviews) reload() {
	year := s.year
	load(&s.page, func(b *Book) (*reviewYear, error) { return loadReviews(b, year) }, s.show)
}

func (s *reviews) show(d *reviewYear) {
	s.data = d
	s.w.titled(s)
	s.turn.show(&d.yearPlace)
	s.says.Objects = ruleWords(d.says)
	s.says.Refresh()
	s.table.SetCount(len(d.rows))
	if len(d.rows) == 0 {
		s.put(noMembers(s.w, s.turn.row))
		return
	}
	s.put(s.whole)
	s.goOn()
}

// goOn asks for the review that was to come next.
func (s *reviews) goOn() {
	row := slices.IndexFunc(s.data.rows, func(r reviewRow) bool { return r.person == s.next })
	if s.next = ""; row >= 0 && s.w.now == s {
		s.table.Select(row)
		s.open(row)
	}
}

// noMembers stands where nobody can be listed yet.
func noMembers(w *Window, top fyne.CanvasObject) fyne.CanvasObject {
	pane := kit.Panel(kit.Empty("这一年还没有党员", "先添加党员，或者导入花名册，再来登记。", kit.NewButton("去党员页", func() { w.open(atPeople) })))
	return kit.Pad(0, kit.PageEdge, kit.Gap, kit.PageEdge, kit.Above(12, kit.Stacked(0, top), pane))
}

// ruleWords are lines of what the rules say, each with its state.
func ruleWords(says []ruleLine) (out []fyne.CanvasObject) {
	for _, l := range says {
		out = append(out, kit.Around(nil, nil, kit.Pad(0, 10, 0, 0, kit.Top(kit.Tag(lackWords[l.state], lackTones[l.state]))), nil, kit.NewProse(l.sentence, kit.Label)))
	}
	return out
}

// notEntered stands for what nobody has entered.
const notEntered = "未登记"

func (s *reviews) cell(row, col int) kit.Cell {
	r := &s.data.rows[row]
	v := r.review
	if v == nil {
		v = &org.Review{}
	}
	quiet := kit.Body.In(kit.Second)
	switch col {
	case 0:
		if r.note != "" {
			return kit.Cell{Text: r.name, Style: quiet}
		}
		return kit.Cell{Text: r.name, Style: kit.Strong}
	case 1:
		if !r.graded {
			return kit.Cell{Text: "不评定等次", Style: quiet}
		}
		return enteredCell(v.Grade.Chinese())
	case 2:
		if v.StudyOn == 0 && v.Study != "" {
			return kit.Cell{Text: "已述学"}
		}
		return enteredCell(v.StudyOn.Chinese())
	case 3:
		return enteredCell(v.StudyFit.Chinese())
	case 4:
		return kit.Cell{Text: v.Opinion, Style: quiet}
	}
	return kit.Cell{Text: r.note, Style: quiet}
}

// enteredCell is what was entered, or that nothing was.
func enteredCell(words string) kit.Cell {
	if words == "" {
		return kit.Cell{Text: notEntered, Style: kit.Body.In(kit.Second)}
	}
	return kit.Cell{Text: words}
}
