package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func (t *Table) height() float32 { return float32(t.count) * t.rowHeight() }

// view is how high the rows in view are together.
func (t *Table) view() float32 {
	if t.draw == nil {
		return 0
	}
	return t.draw.body().Height
}

func (t *Table) scroll(x, y float32) {
	t.at = fyne.NewPos(x, y)
	if t.draw != nil {
		t.draw.arrange(false)
	}
}

// revealSelected scrolls as little as shows the selected row whole.
func (t *Table) revealSelected() {
	if t.selected < 0 || t.selected >= t.count {
		return
	}
	h, view := t.rowHeight(), t.view()
	top := float32(t.place(t.selected)) * h
	switch {
	case view == 0:
		t.unseen = true
	case top < t.at.Y:
		t.at.Y = top
	case top+h > t.at.Y+view:
		t.at.Y = top + h - view
	}
}

// Scrolled implements fyne.Scrollable.
func (t *Table) Scrolled(e *fyne.ScrollEvent) {
	before := t.at
	t.scroll(t.at.X-e.Scrolled.DX, t.at.Y-e.Scrolled.DY)
	if t.at == before && t.Around != nil {
		t.Around.Scrolled(e)
	}
	t.point(e.Position)
}

// Tapped implements fyne.Tappable.
func (t *Table) Tapped(e *fyne.PointEvent) {
	takeFocus(t, &t.byTap)
	if e.Position.Y < headHeight {
		t.tapHead(e.Position.X + t.at.X)
		return
	}
	place := t.placeAt(e.Position)
	if place < 0 {
		return
	}
	row := t.Row(place)
	if t.Marks && e.Position.X+t.at.X < cellPad+markWidth {
		t.choose(place)
		t.toggle(row)
		return
	}
	second := row == t.selected
	t.choose(place)
	if t.OnOpen != nil && (t.OpenOnTap || second) {
		t.OnOpen(row)
	}
}

func (t *Table) tapHead(x float32) {
	t.headAt = -1
	if i := t.columnAt(x); i >= 0 {
		t.pressHead(i)
	}
}

func (t *Table) pressHead(i int) {
	if s := t.draw.spans[i]; s.col < 0 {
		t.toggleAll()
	} else {
		t.turn(s.col)
	}
}

func (t *Table) placeAt(p fyne.Position) int {
	place := int((p.Y - headHeight + t.at.Y) / t.rowHeight())
	if p.Y < headHeight || p.Y >= headHeight+t.view() || place >= t.count {
		return -1
	}
	return place
}

func (t *Table) columnAt(x float32) int {
	for i, s := range t.draw.spans {
		if x >= s.x && x < s.x+s.w {
			return i
		}
	}
	return -1
}

// choose selects the row at a place, as the user does.
func (t *Table) choose(place int) {
	if t.count == 0 {
		return
	}
	row := t.Row(min(max(place, 0), t.count-1))
	changed := row != t.selected
	t.Select(row)
	if changed && t.OnSelect != nil {
		t.OnSelect(row)
	}
}

// FocusGained implements fyne.Focusable.
func (t *Table) FocusGained() {
	t.focused = true
	t.redraw()
	if !t.byTap {
		Reveal(t)
	}
}

// FocusLost implements fyne.Focusable.
func (t *Table) FocusLost() { t.focused, t.headAt = false, -1; t.redraw() }

// TypedRune implements fyne.Focusable.
func (t *Table) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (t *Table) TypedKey(e *fyne.KeyEvent) {
	if t.headAt >= 0 {
		t.headKey(e.Name)
		return
	}
	here, page := -1, max(int(t.view()/t.rowHeight())-1, 1)
	if t.selected >= 0 {
		here = t.place(t.selected)
	}
	switch e.Name {
	case fyne.KeyUp:
		if here <= 0 {
			t.enterHead()
			return
		}
		t.choose(here - 1)
	case fyne.KeyDown:
		t.choose(here + 1)
	case fyne.KeyPageUp:
		t.choose(here - page)
	case fyne.KeyPageDown:
		t.choose(here + page)
	case fyne.KeyHome:
		t.choose(0)
	case fyne.KeyEnd:
		t.choose(t.count - 1)
	case fyne.KeyLeft:
		t.scroll(t.at.X-80, t.at.Y)
	case fyne.KeyRight:
		t.scroll(t.at.X+80, t.at.Y)
	case fyne.KeyReturn, fyne.KeyEnter:
		if t.selected >= 0 && t.OnOpen != nil {
			t.OnOpen(t.selected)
		}
	case fyne.KeySpace:
		if t.selected >= 0 && t.Marks {
			t.toggle(t.selected)
		}
	default:
		PassUp(t, e)
	}
}

// enterHead moves the keyboard to the first column that does something.
func (t *Table) enterHead() { t.moveHead(-1, 1) }

// moveHead goes on to the next column that can be pressed.
func (t *Table) moveHead(from, by int) {
	if t.draw == nil {
		return
	}
	for i := from + by; i >= 0 && i < len(t.draw.spans); i += by {
		if t.draw.head.sortable(t.draw.spans[i]) {
			t.headAt = i
			t.redraw()
			return
		}
	}
}

func (t *Table) headKey(key fyne.KeyName) {
	switch key {
	case fyne.KeyLeft:
		t.moveHead(t.headAt, -1)
	case fyne.KeyRight:
		t.moveHead(t.headAt, 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		t.pressHead(t.headAt)
	case fyne.KeyDown, fyne.KeyEscape:
		t.headAt = -1
		t.redraw()
	}
}

// MouseIn implements desktop.Hoverable.
func (t *Table) MouseIn(e *desktop.MouseEvent) { t.point(e.Position) }

// MouseMoved implements desktop.Hoverable.
func (t *Table) MouseMoved(e *desktop.MouseEvent) { t.point(e.Position) }

// MouseOut implements desktop.Hoverable.
func (t *Table) MouseOut() { t.point(fyne.NewPos(-1, -1)) }

// point shows what is under the pointer.
func (t *Table) point(p fyne.Position) {
	place, column := -1, -1
	switch {
	case t.draw == nil || p.X < 0 || p.Y < 0:
	case p.Y < headHeight:
		column = t.columnAt(p.X + t.at.X)
	default:
		place = t.placeAt(p)
	}
	if place != t.hover || column != t.overHead {
		t.hover, t.overHead = place, column
		t.redraw()
	}
}

// Cursor implements desktop.Cursorable.
func (t *Table) Cursor() desktop.Cursor {
	switch {
	case t.hover >= 0 && t.OnOpen != nil, t.overHead >= 0 && t.draw.head.sortable(t.draw.spans[t.overHead]):
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}
