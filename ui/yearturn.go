package ui

import (
	"fmt"

	"fyne.io/fyne/v2"

	"branchbook/ui/kit"
)

// yearTurn is the year of a page, between what leads to the years beside it.
type yearTurn struct {
	row                  fyne.CanvasObject
	earlier, year, later *kit.Button
	shown, this          int
}

// newYearTurn calls turn with the year that is asked for.
func newYearTurn(turn func(year int)) *yearTurn {
	t := &yearTurn{}
	t.earlier = kit.NewSmall("", func() { turn(t.shown - 1) }).WithIcon("left")
	t.later = kit.NewSmall("", func() { turn(t.shown + 1) }).WithIcon("right")
	t.year = kit.NewSmall("", func() { turn(t.this) })
	t.row = kit.Across(4, t.earlier, t.year, t.later)
	return t
}

// show shows a year; nothing is looked for before there was anything, or after
// this year.
func (t *yearTurn) show(y *yearPlace) {
	t.shown, t.this = y.n, y.this
	t.year.SetText(fmt.Sprintf("%d 年", y.n))
	t.year.Choose(y.n == y.this)
	able(t.earlier, y.earlier)
	able(t.later, y.n < y.this)
}

// yearPlace is a year among the others.
type yearPlace struct {
	n, this int
	earlier bool // there may be something to see in the year before
}

func placeOf(y *Year) yearPlace {
	p := yearPlace{n: y.N, this: y.Today.Year()}
	p.earlier = y.Branch.Since != 0 && y.Branch.Since.Year() < y.N
	for _, a := range y.Activities {
		p.earlier = p.earlier || a.From().Year() < y.N
	}
	for _, r := range y.Reviews {
		p.earlier = p.earlier || r.Year < y.N
	}
	for _, r := range y.Readings {
		p.earlier = p.earlier || r.Year < y.N
	}
	return p
}
