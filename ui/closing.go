package ui

import (
	"fmt"

	"branchbook/store/closed"
	"branchbook/store/org"
	"branchbook/ui/kit"
	"branchbook/ui/say"
)

// saves tells what a change will save; nil for one that no hours are counted
// from.
type saves func(*Book) ([]org.Aggregate, error)

// these saves what is known already.
func these(list ...org.Aggregate) saves {
	return func(*Book) ([]org.Aggregate, error) { return list, nil }
}

// ask finds out what the change would do to closed years; nil if nothing.
func (f saves) ask(b *Book) (*closed.Question, error) {
	if f == nil {
		return nil, nil
	}
	list, err := f(b)
	if err != nil {
		return nil, err
	}
	return closed.Ask(b.Store, b.Today(), list...)
}

// askClosed shows the old and the new hours of closed years, and goes on if the
// user agrees.
func (w *Window) askClosed(q *closed.Question, yes func()) {
	var lines []string
	for _, y := range q.Years {
		lines = append(lines, fmt.Sprintf("%d年已封存，改动后：", y.Closing.Year))
		lines = append(lines, say.HoursChanges(q.Snapshot, y.Closing.Year, y.Changes)...)
	}
	w.askLines("会改动已封存年度的学时", append(lines, say.StaysClosed), "照样保存", "先不改", yes)
}

// askLines is ask for several lines with figures in them.
func (w *Window) askLines(title string, lines []string, verb, keep string, yes func()) {
	words := kit.DownText(4)
	for _, l := range lines {
		words.Add(kit.NewProse(l, kit.Body))
	}
	kit.NewDialog(title, words, kit.Answer{Text: keep, Safe: true}, kit.Answer{Text: verb, Primary: true, Do: yes}).Show(w.win.Canvas())
}
