package kit_test

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"branchbook/ui/kit"
	"branchbook/ui/kit/kittest"
)

const (
	benchRows    = 5000
	benchColumns = 8
)

func benchText(row, col int) string { return fmt.Sprintf("第%d行第%d列的内容", row, col) }

func ourTable() *kit.Table {
	columns := make([]kit.Column, benchColumns)
	for i := range columns {
		columns[i] = kit.Column{Title: fmt.Sprint("列", i), Share: 1}
	}
	t := kit.NewTable(columns, func(row, col int) kit.Cell { return kit.Cell{Text: benchText(row, col)} })
	t.SetCount(benchRows)
	return t
}

func theirTable() *widget.Table {
	t := widget.NewTable(func() (int, int) { return benchRows, benchColumns },
		func() fyne.CanvasObject { return widget.NewLabel("") },
		func(id widget.TableCellID, o fyne.CanvasObject) { o.(*widget.Label).SetText(benchText(id.Row, id.Col)) })
	for i := range benchColumns {
		t.SetColumnWidth(i, 146)
	}
	return t
}

// took is how long each work of a table takes.
type took struct{ first, picture, refresh, jump time.Duration }

func (a took) best(b took) took {
	if a == (took{}) {
		return b
	}
	return took{min(a.first, b.first), min(a.picture, b.picture), min(a.refresh, b.refresh), min(a.jump, b.jump)}
}

// timeTable measures a table that is in no window yet.
func timeTable(t testing.TB, table fyne.CanvasObject, jump func(row int)) (all took) {
	w := test.NewTempWindow(t, nil)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1200, 700))
	start := time.Now()
	w.SetContent(table)
	all.first = time.Since(start)
	start = time.Now()
	w.Canvas().Capture()
	all.picture = time.Since(start)
	const rounds = 20
	start = time.Now()
	for range rounds {
		table.Refresh()
	}
	all.refresh = time.Since(start) / rounds
	start = time.Now()
	for i := range rounds {
		jump(benchRows - 1 - i%2*(benchRows-1))
	}
	all.jump = time.Since(start) / rounds
	return all
}

// The design's bar: 5,000 rows without a stutter. The figures stand in the log;
// what is held here is that the number of objects depends on the window alone.
func TestTableBesideTheToolkitsOwn(t *testing.T) {
	kittest.App(t)
	var ours, theirs took
	var our *kit.Table
	var their *widget.Table
	for range 3 { // the first rounds read the font and shape the letters; other work disturbs some
		their = theirTable()
		theirs = theirs.best(timeTable(t, their, func(row int) { their.ScrollTo(widget.TableCellID{Row: row}) }))
		our = ourTable()
		ours = ours.best(timeTable(t, our, our.Select))
	}
	t.Logf("%d rows x %d columns at 1200x700, ours and the toolkit's:", benchRows, benchColumns)
	t.Logf("first show %v, %v; its picture %v, %v", ours.first, theirs.first, ours.picture, theirs.picture)
	t.Logf("one refresh %v, %v", ours.refresh, theirs.refresh)
	t.Logf("far jump %v, %v", ours.jump, theirs.jump)
	many, few := countSeen(our), countSeen(their)
	t.Logf("objects seen %d, %d", many, few)
	our.SetCount(benchRows / 50)
	if n := countSeen(our); n != many {
		t.Errorf("%d rows show %d objects, %d rows show %d", benchRows, many, benchRows/50, n)
	}
}

func BenchmarkTableFarJump(b *testing.B) {
	table := ourTable()
	inWindow(b, table, 1200, 700)
	for i := range b.N {
		table.Select(i % 2 * (benchRows - 1))
	}
}

func BenchmarkToolkitTableFarJump(b *testing.B) {
	table := theirTable()
	inWindow(b, table, 1200, 700)
	for i := range b.N {
		table.ScrollTo(widget.TableCellID{Row: i % 2 * (benchRows - 1)})
	}
}

func BenchmarkTableWheelStep(b *testing.B) {
	table := ourTable()
	inWindow(b, table, 1200, 700)
	for i := range b.N {
		table.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, []float32{-25, 25}[i/1000%2])})
	}
}

func BenchmarkSheetOf500Names(b *testing.B) {
	inWindow(b, widget.NewLabel("汉"), 100, 100)
	for b.Loop() {
		s, _ := namesSheet(500)
		s.Resize(fyne.NewSize(480, 500))
	}
}

func BenchmarkSheetOneChange(b *testing.B) {
	s, _ := namesSheet(500)
	inWindow(b, s, 480, 500)
	for i := range b.N {
		s.Set(5, i%3, "")
	}
}
