package kit_test

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"branchbook/ui/kit"
	"branchbook/ui/kit/kittest"
)

func namesSheet(n int) (*kit.TickSheet, *[][2]int) {
	changes := &[][2]int{}
	states := []kit.TickState{{Word: "✓ 出席", Tone: kit.Good}, {Word: "请假", Tone: kit.Owing}, {Word: "缺席", Tone: kit.Missing}}
	s := kit.NewTickSheet(states, func(i, state int) { *changes = append(*changes, [2]int{i, state}) })
	cells := make([]kit.TickCell, n)
	for i := range cells {
		cells[i].Name = fmt.Sprint("某某", i)
	}
	s.SetCells(cells)
	return s, changes
}

func TestTapTurnsANameToTheNextState(t *testing.T) {
	s, changes := namesSheet(12)
	inWindow(t, s, 480, 300)
	for range 3 {
		tapWords(t, s, "某某5")
	}
	if want := [][2]int{{5, 1}, {5, 2}, {5, 0}}; !slices.Equal(*changes, want) {
		t.Errorf("changes %v, want %v", *changes, want)
	}
}

func TestNamesAreTickedByKeyboard(t *testing.T) {
	s, changes := namesSheet(12)
	w := inWindow(t, s, 480, 300) // four names in a row
	var letters []rune
	s.OnLetters = func(r rune) { letters = append(letters, r) }
	w.Canvas().Focus(s)
	typeTo(s, fyne.KeyDown, fyne.KeyRight, fyne.KeySpace, fyne.KeyUp)
	test.Type(s, "3z 90")
	typeTo(s, fyne.KeyEnd)
	test.Type(s, "2")
	if want := [][2]int{{5, 1}, {1, 2}, {11, 1}}; !slices.Equal(*changes, want) {
		t.Errorf("changes %v, want %v", *changes, want)
	}
	if string(letters) != "z" {
		t.Errorf("letters %q, want z", string(letters))
	}
}

func TestSheetOfHundredsShowsWhereTheKeyboardIs(t *testing.T) {
	s, _ := namesSheet(500)
	w := inWindow(t, s, 480, 300)
	if n := countSeen(s); n > 200 {
		t.Errorf("%d objects are seen, want at most 200", n)
	}
	typeTo(s, fyne.KeyEnd)
	if at, text := textAt(s, "某某499"); text == nil || at.Y+20 > 300 {
		t.Errorf("the last name stands at %v", at)
	}
	w.Resize(fyne.NewSize(900, 700))
	s.Reveal(250)
	seenOnce := map[string]fyne.Position{}
	for i := range 500 {
		if at, text := textAt(s, fmt.Sprint("某某", i)); text != nil {
			seenOnce[fmt.Sprint(at)] = at
		}
	}
	if _, text := textAt(s, "某某250"); text == nil {
		t.Error("the name to reveal is not seen")
	}
	if n := len(seenOnce); n < 15*7 {
		t.Errorf("%d names stand in places of their own, want a full sheet", n)
	}
}

func TestStateAndReasonStandUnderTheName(t *testing.T) {
	s, changes := namesSheet(4)
	inWindow(t, s, 480, 300)
	s.Set(2, 1, "病")
	if _, text := textAt(s, "请假·病"); text == nil || len(*changes) != 0 {
		t.Errorf("请假·病 is not seen, or %v was called back", *changes)
	}
	s.Next(2)
	if _, text := textAt(s, "缺席"); text == nil {
		t.Error("the next state keeps the old reason")
	}
}

func TestSheetLooks(t *testing.T) {
	s, _ := namesSheet(10)
	w := inWindow(t, s, 480, 120)
	s.Set(1, 1, "病")
	s.Set(2, 2, "")
	w.Canvas().Focus(s)
	test.AssertRendersToMarkup(t, "ticksheet.xml", w.Canvas())
}

func TestALongNameMakesTheTilesWider(t *testing.T) {
	kittest.App(t)
	sheet := kit.NewTickSheet([]kit.TickState{{Word: "出席"}}, nil)
	sheet.SetCells([]kit.TickCell{{Name: "王伟"}, {Name: "阿卜杜热合曼·买买提"}})
	window(t, sheet)
	sheet.Resize(fyne.NewSize(400, 300))
	if _, found := textAt(sheet, "阿卜杜热合曼·买买提"); found == nil {
		t.Error("the name is cut while there is room")
	}
}
