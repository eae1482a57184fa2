package kit

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Table shows rows of plain data under a head that stays. Only the rows that
// are seen exist as objects, so that thousands cost as much as twenty.
//
// The keyboard: Up, Down, PageUp, PageDown, Home and End move the selection,
// Enter opens the row, Space marks it; Up from the first row goes into the
// head, where Left and Right choose a column and Enter or Space sorts by it.
//
// Fields are set before the table is first shown.
type Table struct {
	widget.BaseWidget
	Columns   []Column
	Cell      func(row, col int) Cell
	Key       func(row int) string // tells a row again after SetCount or Refresh; nil: by its number
	OnOpen    func(row int)        // Enter, or a tap; see OpenOnTap
	OnSelect  func(row int)        // the selection moved to the row
	OpenOnTap bool                 // one tap selects and opens; else the second tap on a row opens it
	Marks     bool                 // a first column to mark rows in
	OnMark    func()               // the marks changed
	RowHeight float32              // 31 to 62; 0: 40
	Empty     fyne.CanvasObject    // shown instead of rows, such as the pane Empty; may be nil
	Around    fyne.Scrollable      // takes the wheel on when the table has come to its end; may be nil

	all      bool // no column goes
	count    int
	order    []int // the row at each place, nil: as given
	places   []int // the place of each row, nil: as given
	sortCol  int
	sortDown bool
	selected int // row, -1: none
	selKey   string
	unseen   bool // the selection was made before there was room to show it
	marked   map[string]bool
	focused  bool
	byTap    bool // the focus comes by a tap
	headAt   int  // place among the shown columns that the keyboard is at, -1: in the rows
	hover    int  // place under the pointer, -1: none
	overHead int  // shown column under the pointer, -1: none
	at       fyne.Position
	draw     *tableRenderer
}

var (
	_ fyne.Tappable      = (*Table)(nil)
	_ fyne.Focusable     = (*Table)(nil)
	_ fyne.Scrollable    = (*Table)(nil)
	_ desktop.Hoverable  = (*Table)(nil)
	_ desktop.Cursorable = (*Table)(nil)
)

// NewTable returns an empty table; SetCount fills it.
func NewTable(columns []Column, cell func(row, col int) Cell) *Table {
	t := &Table{Columns: columns, Cell: cell, sortCol: -1, selected: -1, headAt: -1, hover: -1, overHead: -1, marked: map[string]bool{}}
	t.ExtendBaseWidget(t)
	return t
}

// SetCount says how many rows there are now and draws them. The selection
// stays on the row with the same key, the marks too.
func (t *Table) SetCount(rows int) {
	if t.Key == nil && rows != t.count {
		clear(t.marked)
	}
	t.count = rows
	t.Refresh()
}

// Count is how many rows there are.
func (t *Table) Count() int { return t.count }

// Refresh reads every row that is seen again, after the data changed.
func (t *Table) Refresh() {
	t.sort()
	t.find()
	t.BaseWidget.Refresh()
}

// find looks for the selected row where the data changed under it.
func (t *Table) find() {
	if t.selected < 0 || (t.selected < t.count && t.key(t.selected) == t.selKey) {
		return
	}
	t.selected = -1
	for row := 0; t.Key != nil && row < t.count; row++ {
		if t.Key(row) == t.selKey {
			t.selected = row
			return
		}
	}
}

func (t *Table) key(row int) string {
	if t.Key == nil {
		return strconv.Itoa(row)
	}
	return t.Key(row)
}

// Selected is the selected row, -1 if there is none.
func (t *Table) Selected() int { return t.selected }

// Select selects a row and brings it into view, without calling OnSelect; -1
// selects none.
func (t *Table) Select(row int) {
	t.selected, t.headAt = row, -1
	if row >= 0 && row < t.count {
		t.selKey = t.key(row)
		t.revealSelected()
	}
	t.redraw()
}

// SortBy sorts by a column that can be sorted; -1 gives the order of the data
// back.
func (t *Table) SortBy(col int, down bool) {
	t.sortCol, t.sortDown = col, down
	t.sort()
	t.revealSelected()
	t.BaseWidget.Refresh()
}

// Sorted is the column that the rows are sorted by, -1 for the data's order,
// and whether the largest comes first.
func (t *Table) Sorted() (col int, down bool) { return t.sortCol, t.sortDown }

// Top scrolls to the first row, as after another search.
func (t *Table) Top() { t.scroll(t.at.X, 0) }

// Row is the row at a place on the screen, from 0 at the top of the table.
func (t *Table) Row(place int) int {
	if t.order == nil {
		return place
	}
	return t.order[place]
}

func (t *Table) place(row int) int {
	if t.places == nil {
		return row
	}
	return t.places[row]
}

func (t *Table) sort() {
	t.order, t.places = nil, nil
	if t.sortCol < 0 || t.sortCol >= len(t.Columns) || t.Columns[t.sortCol].Sort == nil {
		return
	}
	t.order, t.places = make([]int, t.count), make([]int, t.count)
	for i := range t.order {
		t.order[i] = i
	}
	less := t.Columns[t.sortCol].Sort
	slices.SortStableFunc(t.order, func(a, b int) int {
		if t.sortDown {
			return less(b, a)
		}
		return less(a, b)
	})
	for place, row := range t.order {
		t.places[row] = place
	}
}

// turn goes on with sorting by a column: up, down, and the data's order.
func (t *Table) turn(col int) {
	switch {
	case t.Columns[col].Sort == nil:
	case t.sortCol != col:
		t.SortBy(col, false)
	case !t.sortDown:
		t.SortBy(col, true)
	default:
		t.SortBy(-1, false)
	}
}

// Marked lists the marked rows in the order of the data. Marks of rows that
// are filtered out are kept until they are seen again.
func (t *Table) Marked() []int {
	var rows []int
	for row := 0; row < t.count && len(t.marked) > 0; row++ {
		if t.marked[t.key(row)] {
			rows = append(rows, row)
		}
	}
	return rows
}

// Mark marks a row or takes its mark away, without calling OnMark.
func (t *Table) Mark(row int, yes bool) {
	if yes {
		t.marked[t.key(row)] = true
	} else {
		delete(t.marked, t.key(row))
	}
	t.redraw()
}

// MarkAll marks all rows or none, without calling OnMark.
func (t *Table) MarkAll(yes bool) {
	clear(t.marked)
	for row := 0; yes && row < t.count; row++ {
		t.marked[t.key(row)] = true
	}
	t.redraw()
}

func (t *Table) toggle(row int) {
	t.Mark(row, !t.marked[t.key(row)])
	if t.OnMark != nil {
		t.OnMark()
	}
}

func (t *Table) allMarked() bool {
	return t.count > 0 && len(t.marked) >= t.count && len(t.Marked()) == t.count
}

func (t *Table) toggleAll() {
	t.MarkAll(!t.allMarked())
	if t.OnMark != nil {
		t.OnMark()
	}
}

func (t *Table) redraw() {
	if t.draw != nil {
		t.draw.arrange(true)
	}
}

func (t *Table) rowHeight() float32 {
	if t.RowHeight == 0 {
		return 40
	}
	return min(max(t.RowHeight, 31), 62)
}
