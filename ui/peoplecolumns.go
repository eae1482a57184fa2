package ui

import (
	"cmp"

	"fyne.io/fyne/v2"

	"branchbook/store/org"
	"branchbook/ui/kit"
)

// peopleColumn is one column of the table of people.
type peopleColumn struct {
	kit.Column
	cell    func(*personRow) kit.Cell
	compare func(a, b *personRow) int // nil: cannot be sorted by
}

// groupColumn is left out where the branch has no groups.
const groupColumn = "党小组"

var peopleColumns = []peopleColumn{
	{kit.Column{Title: "姓名", Share: 1.1, Least: 100}, func(r *personRow) kit.Cell { return kit.Cell{Text: r.name, Style: kit.Strong} }, nil},
	{kit.Column{Title: "性别", Width: 66, Drop: 3}, plainCell(func(r *personRow) string { return r.sex.Chinese() }), func(a, b *personRow) int { return cmp.Compare(b.sex, a.sex) }},
	{kit.Column{Title: "年龄", Width: 78, Drop: 4}, plainCell(func(r *personRow) string { return r.ageText }), func(a, b *personRow) int { return cmp.Compare(a.age, b.age) }},
	{kit.Column{Title: "类别", Width: 118}, categoryCell, func(a, b *personRow) int { return cmp.Compare(categoryRank(a.category), categoryRank(b.category)) }},
	{kit.Column{Title: groupColumn, Share: 1, Least: 112, Drop: 5}, plainCell(func(r *personRow) string { return r.group }), func(a, b *personRow) int { return cmp.Compare(a.groupAt, b.groupAt) }},
	{kit.Column{Title: "职务", Share: 1, Least: 112}, tagCell(func(r *personRow) string { return r.posts }, kit.Entered), func(a, b *personRow) int { return cmp.Compare(a.postAt, b.postAt) }},
	{kit.Column{Title: "入党", Width: 142, Drop: 2}, plainCell(func(r *personRow) string { return r.joined.Chinese() }), func(a, b *personRow) int { return earlierDate(a.joined, b.joined) }},
	{kit.Column{Title: "党龄", Width: 88, Drop: 6, Align: fyne.TextAlignTrailing}, plainCell(func(r *personRow) string { return r.monthsText }), func(a, b *personRow) int { return cmp.Compare(a.months, b.months) }},
	{kit.Column{Title: "状态", Share: 1.2, Least: 126}, tagCell(func(r *personRow) string { return r.state }, kit.Owing), func(a, b *personRow) int { return cmp.Compare(b.state, a.state) }},
	{kit.Column{Title: "电话", Width: 138, Drop: 1}, plainCell(func(r *personRow) string { return r.phone }), nil},
}

// categoryCell marks a category that is still to be told.
func categoryCell(r *personRow) kit.Cell {
	if r.in[peopleUnsorted] {
		return kit.Cell{Text: unsortedWord, Tag: &kit.Owing}
	}
	return kit.Cell{Text: r.category.Chinese(org.SpellCategory)}
}

func plainCell(text func(*personRow) string) func(*personRow) kit.Cell {
	return func(r *personRow) kit.Cell { return kit.Cell{Text: text(r)} }
}

func tagCell(text func(*personRow) string, t kit.Tone) func(*personRow) kit.Cell {
	return func(r *personRow) kit.Cell { return kit.Cell{Text: text(r), Tag: &t} }
}

// heads chooses the columns and makes them sort the rows that are shown.
func (s *people) heads() (out []kit.Column) {
	s.columns = nil
	for _, c := range peopleColumns {
		if c.Title == groupColumn && !s.all.groups {
			continue
		}
		if c.compare != nil {
			c.Sort = func(a, b int) int { return c.compare(s.row(a), s.row(b)) }
		}
		s.columns, out = append(s.columns, c), append(out, c.Column)
	}
	return out
}

func (s *people) cell(row, col int) kit.Cell { return s.columns[col].cell(s.row(row)) }
