package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"branchbook/store/org"
	"branchbook/ui/kit"
)

// lacks is the list of what the rules ask: what is missing, what runs, what is
// only advised, explained or done, each with its clause and how it was found.
type lacks struct {
	page
	state lackState
	only  lackFilter
	title string // of what it shows only
	data  *lackRows
	rows  []lackRow
	chips *kit.Chips
	table *kit.Table
	side  *fyne.Container
	all   fyne.CanvasObject
}

// newLacks shows the findings of one state, of one rule or of all.
func newLacks(w *Window, state lackState, rule, title string) *lacks {
	return newLackPage(w, state, lackFilter{rule: rule}, title)
}

// newLacksOf shows the findings of one person.
func newLacksOf(w *Window, id org.PersonID, name string) *lacks {
	return newLackPage(w, lackMissing, lackFilter{person: id}, name)
}

func newLackPage(w *Window, state lackState, only lackFilter, title string) *lacks {
	s := &lacks{page: newPage(w), state: state, only: only, title: title}
	s.chips = kit.NewChips(nil, func(at int) {
		s.state = lackState(at)
		s.list()
	})
	s.table = kit.NewTable([]kit.Column{{Title: "事项", Share: 2, Least: 150}, {Title: "情况", Share: 3, Least: 150},
		{Title: "已有 / 应有", Width: 120, Align: fyne.TextAlignCenter, Drop: 1}}, s.cell)
	s.table.RowHeight = 54
	s.table.Key = func(row int) string { return s.rows[row].key() }
	s.table.OnSelect = func(int) { s.detail() }
	s.table.Empty = kit.Empty("这一类没有", "", nil)
	s.side = container.NewStack()
	list := kit.Panel(kit.Pad(1, 1, 1, 1, s.table))
	body := kit.Shares(kit.Gap, []float32{6, 5}, list, kit.Panel(s.side))
	s.all = kit.Pad(0, kit.PageEdge, kit.Gap, kit.PageEdge, kit.Around(kit.Pad(0, 0, 12, 0, s.chips), nil, nil, nil, body))
	return s
}

func (s *lacks) place() place { return atHome }

func (s *lacks) head() head {
	h := head{title: "还差什么"}
	if s.data != nil {
		h.note = "截至" + s.data.year.Today.Chinese()
	}
	if s.only != (lackFilter{}) {
		h.note = s.title
		h.actions = []fyne.CanvasObject{kit.NewButton("看全部事项", func() {
			s.only = lackFilter{}
			s.show(s.data)
		})}
	}
	return h
}

func (s *lacks) reload() { load(&s.page, loadLacks, s.show) }

func (s *lacks) show(data *lackRows) {
	first := s.data == nil
	s.data = data
	s.w.titled(s)
	for state := range lackDone {
		if first && len(s.data.pick(s.state, s.only)) == 0 {
			s.state = state
		}
	}
	s.list()
	s.put(s.all)
}

// list fills the table with the chosen state, and the chips with the numbers.
func (s *lacks) list() {
	var words []string
	for state := range lackStates {
		words = append(words, fmt.Sprintf("%s %d", lackWords[state], len(s.data.pick(state, s.only))))
	}
	s.chips.SetOptions(words)
	s.chips.SetChosen(int(s.state))
	s.rows = s.data.pick(s.state, s.only)
	s.table.SetCount(len(s.rows))
	if s.table.Selected() < 0 && len(s.rows) > 0 {
		s.table.Select(0)
	}
	s.detail()
}

func (s *lacks) cell(row, col int) kit.Cell {
	r := &s.rows[row]
	switch col {
	case 0:
		return kit.Cell{Text: r.finding.Title, Style: kit.Strong, Note: r.whoWords() + " " + r.period}
	case 1:
		return kit.Cell{Text: briefly(s.data.year, &r.finding), Style: kit.Body.In(kit.Second)}
	}
	return kit.Cell{Text: r.amount, Style: kit.Note.In(kit.Ink)}
}

// whoWords names whom a finding is about.
func (r *lackRow) whoWords() string {
	if r.who == "" {
		return "本支部"
	}
	return r.who
}

// chosen is the selected finding, nil if none is.
func (s *lacks) chosen() *lackRow {
	if at := s.table.Selected(); at >= 0 && at < len(s.rows) {
		return &s.rows[at]
	}
	return nil
}
