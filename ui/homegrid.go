package ui

import (
	"fmt"

	"branchbook/rules"
	"branchbook/store/org"
	"branchbook/ui/kit"
)

// gridLegend explains the signs of the year's grid.
const gridLegend = "✓ 已开展  补 补录  待 本期应开展  缺、2/3 没开够"

// gridRows turns the year into signs. Where nothing is, a dot invites to record
// something, if asked.
func gridRows(grid []rules.KindYear, dots bool) []kit.GridRow {
	rows := make([]kit.GridRow, len(grid))
	for i, k := range grid {
		rows[i].Title = shortKind(k.Kind)
		for m := range k.Months {
			rows[i].Cells[m] = gridCell(&k.Months[m], dots)
		}
	}
	return rows
}

// gridCell is the sign of a month: what is owed first, then what was held.
func gridCell(m *rules.Month, dots bool) kit.GridCell {
	switch {
	case m.State != "" && m.Waived:
		return kit.GridCell{Sign: "说明", Tone: kit.Quiet}
	case m.State == rules.Missing:
		return kit.GridCell{Sign: owedSign(m, "缺"), Tone: kit.Missing}
	case m.State == rules.Running && m.Ahead && m.Held == 0:
		return kit.GridCell{Sign: "未到", Tone: kit.Quiet}
	case m.State == rules.Running && !m.Ahead:
		return kit.GridCell{Sign: owedSign(m, "待"), Tone: kit.Owing}
	case m.Held > 0:
		return heldCell(m)
	case m.Planned > 0:
		return kit.GridCell{Sign: "计划", Tone: kit.Quiet}
	case dots:
		return kit.GridCell{Sign: "·", Tone: kit.Tone{Ink: kit.Second, Soft: kit.Surface, Bar: kit.Surface}}
	}
	return kit.GridCell{}
}

// owedSign is a word, or how many of how many where there are several.
func owedSign(m *rules.Month, word string) string {
	if m.Need > 1 {
		return fmt.Sprintf("%d/%d", m.Have, m.Need)
	}
	return word
}

func heldCell(m *rules.Month) kit.GridCell {
	sign, tone := "✓", kit.Good
	if m.Late > 0 {
		sign, tone = "补", kit.Entered
	}
	if m.Held > 1 {
		sign += fmt.Sprint(m.Held)
	}
	return kit.GridCell{Sign: sign, Tone: tone}
}

// cell opens what a month of the grid stands for: the activities that were held
// or planned, or else a new record on a likely day of that month.
func (w *Window) cell(k rules.KindYear, today org.Date, year, month int) {
	m := k.Months[month-1]
	if m.Held+m.Planned > 0 {
		w.show(newActivitiesOf(w, showing{year: year, kind: k.Kind, month: month}))
		return
	}
	w.record(wanted{kind: k.Kind, day: likelyDay(today, year, month)})
}

// likelyDay is a day of a month: today in its own month, the last day of one
// that is over, the first of one to come.
func likelyDay(today org.Date, year, month int) org.Date {
	first := org.NewDate(year, 1, 1).AddMonths(month - 1)
	last := first.AddMonths(1) - 1
	switch {
	case last < today:
		return last
	case first > today:
		return first
	}
	return today
}
