package ui

import (
	"cmp"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"branchbook/store/org"
	"branchbook/ui/kit"
)

// activities is the activities of a year, as a list and as a grid.
type activities struct {
	page
	what showing
	data *activityYear
	rows []*activityRow

	earlier, later *kit.Button
	year           *kit.Button
	list, months   *kit.Button
	search         *kit.Search
	month          *kit.Button // takes the month's filter away
	kinds          *kit.Chips
	filters        *fyne.Container
	table          *kit.Table
	grid           *kit.MonthGrid
	middle, whole  *fyne.Container
}

func newActivities(w *Window) *activities { return newActivitiesOf(w, showing{}) }

// newActivitiesOf begins with what is asked for.
func newActivitiesOf(w *Window, what showing) *activities {
	s := &activities{page: newPage(w), what: what}
	if s.what.year == 0 {
		s.what.year = w.book.Today().Year()
	}
	s.build()
	return s
}

func (s *activities) place() place { return atActivities }

func (s *activities) head() head {
	h := head{title: "活动", find: s.search, actions: []fyne.CanvasObject{kit.NewButton("打印签到表", s.w.printSheet).WithIcon("printer"),
		kit.NewPrimary("记一次活动", func() { s.w.record(wanted{}) }).WithIcon("plus")}}
	if s.data != nil {
		h.note = fmt.Sprintf("%d 年共 %d 次", s.data.n, len(s.data.rows))
	}
	return h
}

func (s *activities) reload() {
	year := s.what.year
	load(&s.page, func(b *Book) (*activityYear, error) { return loadActivities(b, year) }, s.show)
}

// build makes the widgets; show fills them.
func (s *activities) build() {
	s.earlier = kit.NewSmall("", func() { s.turn(-1) }).WithIcon("left")
	s.later = kit.NewSmall("", func() { s.turn(1) }).WithIcon("right")
	s.year = kit.NewSmall("", s.thisYear)
	s.list = kit.NewSmall("列表", func() { s.what.grid = false; s.arrange() })
	s.months = kit.NewSmall("按月看", func() { s.what.grid = true; s.arrange() })
	s.search = kit.NewSearch("找主题、地点、类型")
	s.search.SetText(s.what.words)
	s.search.OnChanged = s.find
	s.month = kit.NewSmall("", func() { s.what.month = 0; s.arrange() }).WithIcon("close")
	s.kinds = kit.NewChips(nil, s.chooseKind)
	s.table = s.newTable()
	s.grid = kit.NewMonthGrid(s.openCell)
	s.middle = container.NewStack()
	s.filters = container.NewStack()
	s.lay()
}

func (s *activities) newTable() *kit.Table {
	t := kit.NewTable([]kit.Column{
		{Title: "日期", Width: 150, Sort: func(a, b int) int { return cmp.Compare(s.rows[a].from, s.rows[b].from) }},
		{Title: "类型", Share: 2, Least: 120, Sort: func(a, b int) int { return cmp.Compare(s.rows[a].kind, s.rows[b].kind) }},
		{Title: "主题", Share: 5, Least: 180},
		{Title: "地点", Share: 2, Least: 120, Drop: 1},
		{Title: "实到/应到", Width: 96, Align: fyne.TextAlignTrailing},
		{Title: "学时", Width: 72, Align: fyne.TextAlignTrailing, Sort: func(a, b int) int { return cmp.Compare(s.rows[a].hours, s.rows[b].hours) }},
		{Title: "", Width: 92},
	}, s.cell)
	t.Key = func(row int) string { return string(s.rows[row].id) }
	t.OpenOnTap = true
	t.OnOpen = func(row int) { s.w.activity(s.rows[row].id) }
	return t
}

var activityTagTones = []kit.Tone{{}, kit.Entered, kit.Quiet, kit.Owing, kit.Quiet}

func (s *activities) cell(row, col int) kit.Cell {
	r := s.rows[row]
	style := kit.Body
	if r.state == tagCancelled {
		style = kit.Body.In(kit.Second)
	}
	switch col {
	case 0:
		return kit.Cell{Text: r.day, Style: style}
	case 1:
		return kit.Cell{Text: r.kind, Style: style}
	case 2:
		return kit.Cell{Text: r.title, Style: style}
	case 3:
		return kit.Cell{Text: r.place, Style: kit.Body.In(kit.Second)}
	case 4:
		return kit.Cell{Text: r.turnout, Style: style}
	case 5:
		return kit.Cell{Text: hoursCell(r.hours), Style: style}
	}
	if r.state == tagNone {
		return kit.Cell{}
	}
	return kit.Cell{Text: activityTagWords[r.state], Tag: &activityTagTones[r.state]}
}

// hoursCell is empty for what gives none.
func hoursCell(h org.Hours) string {
	if h == 0 {
		return "—"
	}
	return h.String()
}

func (s *activities) show(d *activityYear) {
	s.data = d
	s.w.titled(s)
	s.year.SetText(fmt.Sprintf("%d 年", d.n))
	s.year.Choose(d.n == d.this)
	able(s.earlier, d.earlier)
	able(s.later, d.n <= d.this)
	s.arrange()
	s.put(kit.Pad(0, kit.PageEdge, kit.Gap, kit.PageEdge, s.whole))
}

func able(b *kit.Button, yes bool) {
	if yes {
		b.Enable()
	} else {
		b.Disable()
	}
}

// chips are what the list can be narrowed to: all, each usual kind, the one that
// was asked for, and the rest together.
func (s *activities) chips() (chips []showing, words []string) {
	add := func(c showing, word string, n int) {
		chips, words = append(chips, c), append(words, fmt.Sprintf("%s %d", word, n))
	}
	add(showing{}, "全部", len(s.data.rows))
	for _, k := range s.data.kinds {
		if usualKind(k.kind) || k.kind == s.what.kind {
			add(showing{kind: k.kind}, shortKind(k.kind), k.n)
		}
	}
	if n := len(s.data.pick(showing{rest: true})); n > 0 {
		add(showing{rest: true}, "其他类型", n)
	}
	return chips, words
}

// lay makes the page: the year and how to see it, the filters, and the list or
// the grid.
func (s *activities) lay() {
	others := kit.Across(4, kit.NewSmall("民主评议", func() { s.w.reviews(s.what.year) }), kit.NewSmall("必读书目", func() { s.w.readings(s.what.year) }))
	tools := kit.Flow(kit.Gap)
	for _, group := range []*fyne.Container{kit.Across(4, s.earlier, s.year, s.later), kit.Across(4, s.list, s.months), others} {
		tools.Add(kit.Sized(0, s.search.MinSize().Height, kit.Middle(group)))
	}
	tools.Add(kit.Sized(220, 0, s.search))
	top := kit.Stacked(kit.HalfGap, tools, s.filters)
	s.whole = kit.Above(12, top, s.middle)
}

// arrange shows what the filters leave.
func (s *activities) arrange() {
	if s.data == nil {
		return
	}
	s.list.Choose(!s.what.grid)
	s.months.Choose(s.what.grid)
	chips, words := s.chips()
	s.kinds.SetOptions(words)
	s.kinds.SetChosen(slices.IndexFunc(chips, func(c showing) bool { return c.kind == s.what.kind && c.rest == s.what.rest }))
	s.month.SetText(fmt.Sprintf("只看 %d 月", s.what.month))
	s.filters.Objects = nil
	if !s.what.grid && len(s.data.rows) > 0 {
		s.filters.Objects = []fyne.CanvasObject{s.kinds}
		if s.what.month > 0 {
			s.filters.Objects = []fyne.CanvasObject{kit.Around(nil, nil, kit.Pad(0, kit.HalfGap, 0, 0, kit.Top(s.month)), nil, s.kinds)}
		}
	}
	s.filters.Refresh()
	s.rows = s.data.pick(s.what)
	s.middle.Objects = []fyne.CanvasObject{s.pane()}
	s.middle.Refresh()
	s.whole.Refresh()
}

// pane is the grid, the list, or what stands where there is nothing.
func (s *activities) pane() fyne.CanvasObject {
	record := func() *kit.Button {
		return kit.NewButton("记一次活动", func() { s.w.record(wanted{}) }).WithIcon("plus")
	}
	switch {
	case s.what.grid:
		s.grid.Set(gridRows(s.data.grid, true), s.data.month)
		return kit.Card(fmt.Sprintf("%d 年各月", s.data.n), gridLegend+"　· 点一下记一次", nil, container.NewVScroll(kit.Pad(4, kit.Gap, kit.Gap, 0, s.grid)))
	case len(s.data.rows) == 0:
		return kit.Panel(kit.Empty(fmt.Sprintf("%d 年还没有活动", s.data.n), "开过的会、上过的党课、主题党日，都从这里记。到会人员和学时会自动算好。", record()))
	case len(s.rows) == 0:
		return kit.Panel(kit.Empty("没有符合的活动", "换个词再找，或者看全部。", kit.NewButton("看全部", s.all)))
	}
	s.table.SetCount(len(s.rows))
	return kit.Panel(kit.Pad(4, 4, 4, 4, s.table))
}

// all takes every filter away.
func (s *activities) all() {
	s.what = showing{year: s.what.year}
	s.search.SetText("")
	s.arrange()
}

// find shows what has the words; they are looked for in the list.
func (s *activities) find(words string) {
	s.what.words = words
	s.what.grid = s.what.grid && words == ""
	s.arrange()
}

func (s *activities) turn(years int) {
	s.what = showing{year: s.what.year + years, grid: s.what.grid, words: s.what.words}
	s.reload()
}

func (s *activities) thisYear() {
	if s.what.year != s.data.this {
		s.turn(s.data.this - s.what.year)
	}
}

func (s *activities) chooseKind(i int) {
	chips, _ := s.chips()
	s.what.kind, s.what.rest = chips[i].kind, chips[i].rest
	s.arrange()
}

// openCell lists what a month of a kind has, or begins a record for it.
func (s *activities) openCell(row, month int) {
	k := s.data.grid[row]
	if m := k.Months[month-1]; m.Held+m.Planned == 0 {
		s.w.cell(k, s.data.today, s.data.n, month)
		return
	}
	s.what = showing{year: s.what.year, kind: k.Kind, month: month}
	s.search.SetText("")
	s.arrange()
}
