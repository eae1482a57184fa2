package ui

import (
	"fmt"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"branchbook/ui/kit"
)

// people is the table of the branch's people.
type people struct {
	page
	all     *peopleRows
	shown   []int // rows of all
	filter  peopleFilter
	filters []peopleFilter // of the buttons
	text    string         // that the rows are found by
	typed   int            // counts what is typed, so that only the last is searched for
	actions []fyne.CanvasObject
	chips   *kit.Chips
	find    *kit.Search
	columns []peopleColumn
	table   *kit.Table
	whole   *fyne.Container // bar and table
}

// findPause is how long typing must rest before the rows are searched.
const findPause = 120 * time.Millisecond

func newPeople(w *Window) *people {
	s := &people{page: newPage(w)}
	s.actions = []fyne.CanvasObject{kit.NewButton("导入花名册", w.intake), kit.NewPrimary("添加党员", w.addPerson).WithIcon("plus")}
	return s
}

// newUnsorted shows those of whom nobody has said yet what they are.
func newUnsorted(w *Window) *people {
	s := newPeople(w)
	s.filter = peopleUnsorted
	return s
}

func (s *people) place() place { return atPeople }

func (s *people) head() head {
	h := head{title: "党员", actions: s.actions}
	if s.all != nil {
		h.note = s.all.members()
	}
	if s.table != nil {
		h.find = s.find
	}
	return h
}

func (s *people) reload() { load(&s.page, loadPeople, s.show) }

func (s *people) show(all *peopleRows) {
	rebuild := s.all == nil || s.all.groups != all.groups || s.table == nil
	s.all = all
	if len(all.rows) == 0 {
		s.table = nil
		s.put(s.empty())
		s.w.titled(s)
		return
	}
	if rebuild {
		s.build()
	}
	s.w.titled(s)
	s.label()
	s.list()
}

// empty stands where there is nobody yet.
func (s *people) empty() fyne.CanvasObject {
	pane := kit.Empty("还没有党员", "有花名册表格的，可以一次全部导入；没有的，点右上角“添加党员”，一位一位添加。", kit.NewButton("导入花名册", s.w.intake))
	return kit.Pad(0, kit.PageEdge, kit.Gap, kit.PageEdge, kit.Panel(pane))
}

func (s *people) build() {
	s.chips = kit.NewChips(nil, func(at int) { s.filter = s.filters[at]; s.list() })
	s.find = kit.NewSearch("找人：姓名或首字母")
	s.find.SetText(s.text)
	s.find.OnChanged = s.wait
	s.find.OnSubmitted = func(string) { s.search(); s.openOnly() }
	s.table = kit.NewTable(s.heads(), s.cell)
	s.table.Key = func(row int) string { return string(s.row(row).id) }
	s.table.OpenOnTap, s.table.OnOpen = true, func(row int) { s.w.person(s.row(row).id) }
	s.table.Empty = kit.Empty("没有找到", "换一个说法，或点“全部在册”。", nil)
	s.table.RowHeight = 36
	bar := kit.Around(nil, nil, nil, kit.Sized(230, 0, kit.Top(s.find)), kit.Pad(4, kit.Gap, 0, 0, s.chips))
	s.whole = kit.Above(12, bar, kit.Panel(kit.Pad(2, 2, 2, 2, s.table)))
	s.put(kit.Pad(0, kit.PageEdge, kit.Gap, kit.PageEdge, s.whole))
}

// label shows the filters that somebody fits, with how many.
func (s *people) label() {
	s.filters = nil
	var words []string
	for f, word := range peopleFilterWords {
		if f := peopleFilter(f); s.all.counts[f] > 0 || f == peopleHere || f == s.filter {
			s.filters, words = append(s.filters, f), append(words, fmt.Sprintf("%s %d", word, s.all.counts[f]))
		}
	}
	s.chips.SetOptions(words)
	s.chips.SetChosen(slices.Index(s.filters, s.filter))
	s.whole.Refresh() // they may need another line
}

// wait searches when typing rests: Chinese input arrives character by character.
func (s *people) wait(string) {
	s.typed++
	mine := s.typed
	s.w.run.After(findPause, func() {
		if mine == s.typed {
			s.search()
		}
	})
}

func (s *people) search() {
	s.typed++
	s.text = s.find.Text
	s.list()
}

// openOnly opens the one who was found.
func (s *people) openOnly() {
	if len(s.shown) == 1 && s.text != "" {
		s.w.person(s.row(0).id)
	}
}

func (s *people) list() {
	s.shown = s.all.pick(s.filter, s.text)
	s.table.SetCount(len(s.shown))
}

func (s *people) row(at int) *personRow { return &s.all.rows[s.shown[at]] }
