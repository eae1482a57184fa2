package kit_test

import (
	"cmp"
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"branchbook/ui/kit"
	"branchbook/ui/kit/kittest"
)

// rosterTable has rows of 某某0, 某某1 … with hours that fall and rise.
func rosterTable(rows int) *kit.Table {
	hours := func(row int) int { return row * 7 % 10 }
	columns := []kit.Column{
		{Title: "姓名", Width: 110},
		{Title: "党小组", Share: 1, Drop: 1},
		{Title: "状态", Width: 90, Align: fyne.TextAlignCenter},
		{Title: "学时", Width: 80, Align: fyne.TextAlignTrailing, Sort: func(a, b int) int { return cmp.Compare(hours(a), hours(b)) }},
	}
	t := kit.NewTable(columns, func(row, col int) kit.Cell {
		switch col {
		case 0:
			return kit.Cell{Text: fmt.Sprint("某某", row), Style: kit.Strong}
		case 1:
			return kit.Cell{Text: fmt.Sprint("第", row%3+1, "小组")}
		case 2:
			return kit.Cell{Text: "进行中", Tag: &kit.Owing}
		}
		return kit.Cell{Text: fmt.Sprint(hours(row)), Bar: &kit.Level{Fraction: float64(hours(row)) / 10, Tone: kit.Good}}
	})
	t.SetCount(rows)
	return t
}

func rowsOf(t *kit.Table, n int) (rows []int) {
	for place := range n {
		rows = append(rows, t.Row(place))
	}
	return rows
}

func TestTableOfThousandsHoldsOnlyWhatIsSeen(t *testing.T) {
	table := rosterTable(5000)
	inWindow(t, table, 1200, 700)
	if n := countSeen(table); n > 300 {
		t.Errorf("%d objects are seen, want at most 300", n)
	}
	table.Select(4321)
	if _, text := textAt(table, "某某4321"); text == nil {
		t.Error("the selected row is not in view")
	}
	if _, text := textAt(table, "某某1"); text != nil {
		t.Error("the first rows are still there")
	}
}

func TestTableIsReadByKeyboard(t *testing.T) {
	table := rosterTable(100)
	opened := -1
	table.OnOpen = func(row int) { opened = row }
	inWindow(t, table, 600, 38+10*40)
	for _, step := range []struct {
		key  fyne.KeyName
		want int
	}{
		{fyne.KeyDown, 0}, {fyne.KeyDown, 1}, {fyne.KeyUp, 0}, {fyne.KeyPageDown, 9}, {fyne.KeyPageDown, 18}, {fyne.KeyPageUp, 9},
		{fyne.KeyEnd, 99}, {fyne.KeyDown, 99}, {fyne.KeyHome, 0}, {fyne.KeyPageUp, 0}, {fyne.KeyPageDown, 9},
	} {
		typeTo(table, step.key)
		if table.Selected() != step.want {
			t.Fatalf("%s selects row %d, want %d", step.key, table.Selected(), step.want)
		}
		at, text := textAt(table, fmt.Sprint("某某", step.want))
		if text == nil || at.Y < 38 || at.Y+20 > 38+400 {
			t.Fatalf("after %s the selected row stands at %v", step.key, at)
		}
	}
	typeTo(table, fyne.KeyReturn)
	if opened != 9 {
		t.Errorf("Enter opened row %d, want 9", opened)
	}
}

func TestTapOnTheSelectedRowOpensIt(t *testing.T) {
	table := rosterTable(5)
	var chosen, opened []int
	table.OnSelect = func(row int) { chosen = append(chosen, row) }
	table.OnOpen = func(row int) { opened = append(opened, row) }
	inWindow(t, table, 600, 300)
	tapWords(t, table, "某某2")
	if !slices.Equal(chosen, []int{2}) || opened != nil {
		t.Fatalf("first tap: selected %v, opened %v, want [2] and none", chosen, opened)
	}
	tapWords(t, table, "某某2")
	if !slices.Equal(opened, []int{2}) || len(chosen) != 1 {
		t.Errorf("second tap: selected %v, opened %v, want [2] and [2]", chosen, opened)
	}
	table.OpenOnTap = true
	tapWords(t, table, "某某4")
	if !slices.Equal(opened, []int{2, 4}) {
		t.Errorf("one tap with OpenOnTap: opened %v, want [2 4]", opened)
	}
}

func TestTapOnAHeadSortsUpDownAndBack(t *testing.T) {
	table := rosterTable(5) // hours 0 7 4 1 8
	inWindow(t, table, 600, 300)
	for _, step := range []struct {
		head string
		want []int
	}{{"学时", []int{0, 3, 2, 1, 4}}, {"学时▲", []int{4, 1, 2, 3, 0}}, {"学时▼", []int{0, 1, 2, 3, 4}}} {
		tapWords(t, table, step.head)
		if got := rowsOf(table, 5); !slices.Equal(got, step.want) {
			t.Errorf("after a tap on %s: rows %v, want %v", step.head, got, step.want)
		}
	}
	tapWords(t, table, "姓名")
	if col, _ := table.Sorted(); col != -1 {
		t.Errorf("a column that cannot be sorted sorts: column %d", col)
	}
}

func TestTableIsSortedByKeyboard(t *testing.T) {
	table := rosterTable(5)
	w := inWindow(t, table, 600, 300)
	w.Canvas().Focus(table)
	typeTo(table, fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn)
	if got, want := rowsOf(table, 5), []int{0, 3, 2, 1, 4}; !slices.Equal(got, want) {
		t.Errorf("rows %v, want %v", got, want)
	}
	typeTo(table, fyne.KeyDown, fyne.KeyDown)
	if table.Selected() != 3 {
		t.Errorf("after leaving the head, Down selects row %d, want 3", table.Selected())
	}
}

func TestSelectionStaysOnTheSamePerson(t *testing.T) {
	people := []string{"甲", "乙", "丙"}
	table := kit.NewTable([]kit.Column{{Title: "姓名"}}, func(row, _ int) kit.Cell { return kit.Cell{Text: people[row]} })
	table.Key = func(row int) string { return people[row] }
	table.Marks = true
	table.SetCount(3)
	inWindow(t, table, 300, 300)
	table.Select(1)
	table.Mark(1, true)
	people = []string{"丁", "甲", "丙", "乙"}
	table.SetCount(4)
	if table.Selected() != 3 || !slices.Equal(table.Marked(), []int{3}) {
		t.Errorf("selected %d, marked %v, want 3 and [3]", table.Selected(), table.Marked())
	}
	people = []string{"丁", "甲"}
	table.SetCount(2)
	if table.Selected() != -1 || table.Marked() != nil {
		t.Errorf("selected %d, marked %v of those that are gone", table.Selected(), table.Marked())
	}
}

func TestRowsAreMarkedByTapAndSpace(t *testing.T) {
	table := rosterTable(4)
	table.Marks = true
	changes, opened := 0, 0
	table.OnMark = func() { changes++ }
	table.OnOpen = func(int) { opened++ }
	table.OpenOnTap = true
	inWindow(t, table, 600, 300)
	table.Tapped(&fyne.PointEvent{Position: fyne.NewPos(28, 38+60)})
	typeTo(table, fyne.KeyDown, fyne.KeySpace)
	if got := table.Marked(); !slices.Equal(got, []int{1, 2}) || changes != 2 || opened != 0 {
		t.Errorf("marked %v with %d changes and %d opened, want [1 2], 2, 0", got, changes, opened)
	}
	head := &fyne.PointEvent{Position: fyne.NewPos(28, 10)}
	table.Tapped(head)
	if got := len(table.Marked()); got != 4 {
		t.Errorf("the box in the head marks %d rows, want 4", got)
	}
	table.Tapped(head)
	if got := len(table.Marked()); got != 0 {
		t.Errorf("the box in the head leaves %d marks, want 0", got)
	}
}

func TestNarrowTableDropsColumnsThenScrolls(t *testing.T) {
	table := rosterTable(3)
	w := inWindow(t, table, 600, 300)
	if _, text := textAt(table, "第1小组"); text == nil {
		t.Fatal("the wide table lacks a column")
	}
	w.Resize(fyne.NewSize(380, 300))
	if _, text := textAt(table, "第1小组"); text != nil {
		t.Error("the column to drop is still there")
	}
	w.Resize(fyne.NewSize(250, 300))
	before, text := textAt(table, "学时")
	if text == nil || before.X+80 < 250 {
		t.Fatalf("学时 stands at %v: the columns were squeezed", before)
	}
	typeTo(table, fyne.KeyRight)
	if after, _ := textAt(table, "学时"); after.X >= before.X {
		t.Errorf("Right scrolled from %v to %v", before, after)
	}
}

func TestCellsStayInTheirColumns(t *testing.T) {
	table := kit.NewTable([]kit.Column{{Title: "活动", Width: 120}, {Title: "备注", Width: 120}}, func(_, col int) kit.Cell {
		if col == 0 {
			return kit.Cell{Text: "学习党的二十届四中全会精神专题辅导", Note: "学习党的二十届四中全会精神专题辅导"}
		}
		return kit.Cell{Text: "学习党的二十届四中全会精神", Tag: &kit.Good}
	})
	table.RowHeight = 62
	table.SetCount(2)
	inWindow(t, table, 400, 300)
	seen(table, fyne.NewPos(0, 0), func(o fyne.CanvasObject, at fyne.Position) {
		text, ok := o.(*canvas.Text)
		if !ok || text.Text == "" {
			return
		}
		if right := at.X + text.MinSize().Width; at.X < 128 && right > 128 || right > 248 || at.X >= 128 && at.Y > 38 && text.MinSize().Width > 88 {
			t.Errorf("%s reaches from %.0f to %.0f", text.Text, at.X, right)
		}
	})
}

func TestRowSelectedBeforeTheTableIsShownIsInView(t *testing.T) {
	table := rosterTable(500)
	table.Select(400)
	inWindow(t, table, 600, 300)
	if _, text := textAt(table, "某某400"); text == nil {
		t.Error("the selected row is not in view")
	}
	table.Top()
	if _, text := textAt(table, "某某0"); text == nil {
		t.Error("Top does not show the first row")
	}
}

func TestMarksByNumberEndWithTheRows(t *testing.T) {
	table := rosterTable(5)
	table.Mark(1, true)
	table.Mark(2, true)
	table.Mark(1, false)
	if got := table.Marked(); !slices.Equal(got, []int{2}) {
		t.Errorf("marked %v, want [2]", got)
	}
	table.SetCount(4)
	if got := table.Marked(); got != nil {
		t.Errorf("other rows are marked: %v", got)
	}
}

func TestScrollBarIsDraggedAndTapped(t *testing.T) {
	table := rosterTable(100) // 4,000 high
	w := inWindow(t, table, 600, 438)
	bar := fyne.NewPos(593, 38+5)
	test.Drag(w.Canvas(), bar, 0, 185)
	if at, text := textAt(table, "某某50"); text == nil {
		t.Errorf("half way down the bar, row 50 stands at %v", at)
	}
	test.Drag(w.Canvas(), fyne.NewPos(593, 38+200), 0, 400)
	if _, text := textAt(table, "某某99"); text == nil {
		t.Error("dragged past the end, the last row is not seen")
	}
	test.TapCanvas(w.Canvas(), bar)
	if _, text := textAt(table, "某某85"); text == nil {
		t.Error("a tap above the thumb does not go back a page")
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(593, 430))
	if _, text := textAt(table, "某某99"); text == nil {
		t.Error("a tap below the thumb does not go on a page")
	}
}

func TestTapDoesNotMoveThePage(t *testing.T) {
	table := rosterTable(20)
	scroll := container.NewVScroll(kit.Down(0, kit.Sized(0, 200, kit.Rule()), kit.Sized(0, 600, table)))
	w := inWindow(t, scroll, 600, 300)
	table.Tapped(&fyne.PointEvent{Position: fyne.NewPos(50, 60)})
	if scroll.Offset.Y != 0 {
		t.Errorf("a tap scrolled the page to %v", scroll.Offset.Y)
	}
	w.Canvas().Unfocus()
	w.Canvas().FocusNext()
	if scroll.Offset.Y == 0 {
		t.Error("Tab does not bring the table into view")
	}
}

func TestEmptyTableSaysSo(t *testing.T) {
	table := rosterTable(0)
	tapped := false
	table.Empty = kit.Empty("还没有党员", "可以从花名册导入。", kit.NewPrimary("导入花名册", func() { tapped = true }))
	table.Refresh()
	w := inWindow(t, table, 600, 400)
	at, text := textAt(table, "导入花名册")
	if text == nil {
		t.Fatal("the button is not seen")
	}
	test.TapCanvas(w.Canvas(), at.AddXY(2, 2))
	if !tapped {
		t.Error("the button does nothing")
	}
	table.SetCount(1)
	if _, text := textAt(table, "还没有党员"); text != nil {
		t.Error("a full table says that it is empty")
	}
}

func TestWheelGoesOnAroundTheTable(t *testing.T) {
	table, outer := rosterTable(20), rosterTable(1000)
	table.Around = outer
	inWindow(t, kit.Even(0, table, outer), 900, 438)
	wheel := &fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -300)}
	table.Scrolled(wheel)
	table.Scrolled(wheel)
	if _, text := textAt(outer, "某某0"); text == nil {
		t.Fatal("the wheel went on although the table could still scroll")
	}
	table.Scrolled(wheel)
	if _, text := textAt(outer, "某某0"); text != nil {
		t.Error("at the end of the table the wheel does nothing")
	}
}

func TestPointerShowsWhatCanBeTapped(t *testing.T) {
	table := rosterTable(5)
	table.OnOpen = func(int) {}
	w := inWindow(t, table, 600, 300)
	for _, c := range []struct {
		at   fyne.Position
		want bool
	}{{fyne.NewPos(50, 60), true}, {fyne.NewPos(50, 250), false}, {fyne.NewPos(50, 10), false}, {fyne.NewPos(550, 10), true}} {
		test.MoveMouse(w.Canvas(), c.at)
		if got := table.Cursor() == desktop.PointerCursor; got != c.want {
			t.Errorf("a hand at %v: %v, want %v", c.at, got, c.want)
		}
	}
}

func TestTableLooks(t *testing.T) {
	table := rosterTable(4)
	table.Marks = true
	w := inWindow(t, table, 520, 200)
	table.Mark(2, true)
	table.SortBy(3, true)
	table.Select(1)
	w.Canvas().Focus(table)
	test.AssertRendersToMarkup(t, "table.xml", w.Canvas())
}

func TestColumnsThatDoNotFitAreNamedAndShown(t *testing.T) {
	kittest.App(t)
	columns := []kit.Column{{Title: "姓名", Width: 200}, {Title: "性别", Width: 200, Drop: 1}, {Title: "类别", Width: 200}, {Title: "电话", Width: 200, Drop: 1}}
	table := kit.NewTable(columns, func(row, col int) kit.Cell { return kit.Cell{Text: columns[col].Title + "值"} })
	table.SetCount(40)
	c := window(t, table)
	table.Resize(fyne.NewSize(500, 400))
	const words = "还有 2 列没有显示：性别、电话。看全部"
	at, found := textAt(table, words)
	if found == nil {
		t.Fatal("it is not said which columns are missing")
	}
	if _, phone := textAt(table, "电话值"); phone != nil {
		t.Error("the column stands all the same")
	}
	test.TapCanvas(c, at.AddXY(20, 8))
	if _, phone := textAt(table, "电话值"); phone == nil {
		t.Error("the column does not come")
	}
	if at, back := textAt(table, "只看主要的列"); back == nil {
		t.Error("no way back")
	} else {
		test.TapCanvas(c, at.AddXY(20, 8))
	}
	table.Resize(fyne.NewSize(900, 400))
	if _, found := textAt(table, words); found != nil {
		t.Error("with room for all the line stays")
	}
}
