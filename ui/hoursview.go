package ui

import (
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"branchbook/ui/kit"
)

// hoursView are the widgets of a year of hours.
type hoursView struct {
	s     *hours
	year  int
	chips *kit.Chips
	table *kit.Table
	note  *kit.Prose
	shut  *fyne.Container // the line about a closed year
	body  fyne.CanvasObject
}

// Columns before the months.
const (
	hoursName = iota
	hoursPost
	hoursBar
	hoursDone
	hoursDue
	hoursShort
	hoursJan
)

func newHoursView(s *hours) *hoursView {
	v := &hoursView{s: s, year: s.data.span.Year, note: kit.NewProse("", kit.Label), shut: container.NewStack()}
	v.chips = kit.NewChips(nil, func(i int) { s.choose(hoursFilter(i)) })
	v.table = kit.NewTable(hoursColumns(s.data), v.cell)
	v.table.RowHeight = 34
	v.table.OpenOnTap = true
	v.table.Key = func(row int) string { return string(s.rows[row].id) }
	v.table.OnOpen = func(row int) { s.w.person(s.rows[row].id) }
	v.table.Empty = kit.Empty("这一类没有人", "", nil)
	buttons := kit.Across(kit.HalfGap, kit.NewSmall("导出表格", s.export), kit.NewSmall("打印统计表", s.print).WithIcon("printer"))
	bar := kit.Pad(0, 0, 12, 0, kit.Around(nil, nil, nil, kit.Down(0, buttons), v.chips))
	card := kit.Panel(kit.Pad(1, 1, 1, 1, container.New(footed{}, v.table, kit.Pad(8, 16, 10, 16, v.note))))
	v.body = kit.Pad(0, kit.PageEdge, kit.Gap, kit.PageEdge, kit.Around(kit.Down(0, v.shut, bar), nil, nil, nil, card))
	return v
}

// footed puts the second object, a text that breaks, below the first, as high
// as it is at the width that there is.
type footed struct{}

func (footed) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }
func (footed) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[1].Resize(fyne.NewSize(size.Width, 0))
	foot := o[1].MinSize().Height
	o[0].Resize(fyne.NewSize(size.Width, size.Height-foot))
	o[1].Resize(fyne.NewSize(size.Width, foot))
	o[1].Move(fyne.NewPos(0, size.Height-foot))
}

// hoursColumns are the columns of a year. Where there is no room for all months,
// those to come give way first, then the oldest.
func hoursColumns(h *hoursYear) []kit.Column {
	name := float32(80)
	for i := range h.rows {
		name = max(name, kit.Width(h.rows[i].name, kit.Strong))
	}
	columns := []kit.Column{{Title: "姓名", Width: min(name, 150) + 18}, {Title: "职务", Width: 76, Align: fyne.TextAlignCenter}, {Title: "全年", Least: 64},
		{Title: "已修", Width: 64, Align: fyne.TextAlignCenter}, {Title: "应修", Width: 52, Align: fyne.TextAlignCenter}, {Title: "还差", Width: 78, Align: fyne.TextAlignCenter}}
	n := len(h.months)
	for i, month := range h.months {
		drop := n + i + 1
		if month > h.span.Day {
			drop = n - i
		}
		columns = append(columns, kit.Column{Title: strconv.Itoa(int(month.Month())), Width: 50, Align: fyne.TextAlignCenter, Drop: drop})
	}
	return columns
}

// fill shows what the screen has.
func (v *hoursView) fill() {
	s := v.s
	var words []string
	for i, n := range s.data.counts() {
		words = append(words, fmt.Sprintf("%s %d", hoursFilters[i].word, n))
	}
	v.chips.SetOptions(words)
	v.chips.SetChosen(int(s.filter))
	s.rows = s.data.pick(s.filter)
	v.table.Columns[hoursShort].Sort = nil
	if s.filter == shortOnes {
		v.table.Columns[hoursShort].Sort = s.byShort
	} else {
		v.table.SortBy(-1, false)
	}
	v.table.SetCount(len(s.rows))
	v.note.Set(s.data.note(), kit.Label)
	v.shut.Objects = nil
	if line := s.closedBar(); line != nil {
		v.shut.Add(line)
	}
	v.shut.Refresh()
}

func (v *hoursView) cell(row, col int) kit.Cell {
	r := &v.s.rows[row]
	switch col {
	case hoursName:
		return kit.Cell{Text: r.name, Style: kit.Strong}
	case hoursPost:
		return hoursTagCell(r)
	case hoursBar:
		return kit.Cell{Bar: barOf(r)}
	case hoursDone:
		return kit.Cell{Text: r.counted.String(), Style: kit.Strong}
	case hoursDue:
		return kit.Cell{Text: dueText(r), Style: kit.Body.In(kit.Second)}
	case hoursShort:
		return shortCell(r)
	}
	return kit.Cell{Text: hoursText(r.months[col-hoursJan]), Style: kit.Note.In(kit.Ink)}
}

func hoursTagCell(r *hoursRow) kit.Cell {
	switch r.tag {
	case postTag:
		return kit.Cell{Text: r.word, Tag: &kit.Entered}
	case quietTag:
		return kit.Cell{Text: r.word, Tag: &kit.Quiet}
	}
	return kit.Cell{}
}

func barOf(r *hoursRow) *kit.Level {
	switch {
	case !r.applies:
		return &kit.Level{Tone: kit.Quiet}
	case r.met:
		return &kit.Level{Fraction: 1, Tone: kit.Good}
	}
	return &kit.Level{Fraction: float64(r.counted) / float64(max(r.target, 1)), Tone: kit.Owing}
}

func dueText(r *hoursRow) string {
	if !r.applies {
		return "—"
	}
	return r.target.String()
}

func shortCell(r *hoursRow) kit.Cell {
	switch {
	case !r.applies:
		return kit.Cell{Text: "—", Style: kit.Body.In(kit.Second)}
	case r.met:
		return kit.Cell{Text: "✓ 达到", Style: kit.Body.In(kit.Good.Ink)}
	}
	return kit.Cell{Text: r.short.String(), Style: kit.Strong.In(kit.Owing.Ink)}
}
