package kit_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"branchbook/ui/kit"
)

func yearGrid() (*kit.MonthGrid, *[][2]int) {
	opened := &[][2]int{}
	g := kit.NewMonthGrid(func(row, month int) { *opened = append(*opened, [2]int{row, month}) })
	rows := []kit.GridRow{{Title: "党员大会"}, {Title: "支委会"}}
	rows[0].Cells[0] = kit.GridCell{Sign: "✓", Tone: kit.Good}
	rows[1].Cells[5] = kit.GridCell{Sign: "补", Tone: kit.Entered}
	rows[1].Cells[11] = kit.GridCell{Sign: "未到", Tone: kit.Quiet}
	g.Set(rows, 11)
	return g, opened
}

func TestGridOpensTheMonthThatIsTapped(t *testing.T) {
	g, opened := yearGrid()
	inWindow(t, g, 570, 120)
	tapWords(t, g, "补")
	tapWords(t, g, "未到")
	tapWords(t, g, "支委会")
	if want := [][2]int{{1, 6}, {1, 12}}; !slices.Equal(*opened, want) {
		t.Errorf("opened %v, want %v", *opened, want)
	}
}

func TestGridIsReadByKeyboard(t *testing.T) {
	g, opened := yearGrid()
	inWindow(t, g, 570, 120)
	typeTo(g, fyne.KeyReturn, fyne.KeyRight, fyne.KeyReturn, fyne.KeyDown, fyne.KeyEnd, fyne.KeyRight, fyne.KeyDown, fyne.KeyReturn)
	if want := [][2]int{{0, 1}, {1, 12}}; !slices.Equal(*opened, want) {
		t.Errorf("opened %v, want %v", *opened, want)
	}
}

func TestGridGrowsWithItsRoom(t *testing.T) {
	g, _ := yearGrid()
	w := inWindow(t, g, 570, 90)
	low, _ := textAt(g, "支委会")
	w.Resize(fyne.NewSize(900, 400))
	high, _ := textAt(g, "支委会")
	if high.Y <= low.Y || high.Y > 26+34+20 {
		t.Errorf("the second row stands at %.0f, then at %.0f", low.Y, high.Y)
	}
	g.Set(nil, 0)
	typeTo(g, fyne.KeyDown, fyne.KeyReturn)
}

func TestGridLooks(t *testing.T) {
	g, _ := yearGrid()
	w := inWindow(t, g, 570, 90)
	w.Canvas().Focus(g)
	test.AssertRendersToMarkup(t, "monthgrid.xml", w.Canvas())
}
