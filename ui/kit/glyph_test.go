package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"branchbook/ui/kit"
	"branchbook/ui/kit/kittest"
)

func TestACharacterThatNoFontHasIsThePrintersSign(t *testing.T) {
	kittest.App(t)
	const name = "陈𠮷祥"
	if got := kit.Drawn(name); got != "陈〓祥" {
		t.Errorf("drawn %q", got)
	}
	if got := kit.Drawn("䶮㛃喆堃 ①“中”、· ✓ ☐"); got != "䶮㛃喆堃 ①“中”、· ✓ ☐" {
		t.Errorf("what the font has is drawn %q", got)
	}
	if got := string(kit.Undrawn(name + name)); got != "𠮷" {
		t.Errorf("lacking %q", got)
	}
	sel := kit.NewSelect([]string{name}, nil)
	sel.SetChosen(0)
	sheet := kit.NewTickSheet([]kit.TickState{{}}, nil)
	sheet.SetCells([]kit.TickCell{{Name: name}})
	table := kit.NewTable([]kit.Column{{Title: "姓名"}}, func(int, int) kit.Cell { return kit.Cell{Text: name} })
	table.SetCount(1)
	all := container.NewVBox(kit.Text(name, kit.Body), kit.NewProse(name, kit.Body), kit.Para(name, kit.Body), kit.NewButton(name, nil), sel,
		kit.NewWords([]string{name}, nil), kit.Fit(name, kit.Body, 1), sheet, container.NewGridWrap(fyne.NewSize(300, 100), table))
	window(t, all)
	test.Tap(sel)
	found := 0
	for _, o := range append(test.LaidOutObjects(all), test.LaidOutObjects(fyne.CurrentApp().Driver().CanvasForObject(all).Overlays().Top())...) {
		if text, ok := o.(*canvas.Text); ok && text.Text == "陈〓祥" {
			found++
		} else if ok && text.Text == name {
			t.Errorf("a text %v large shows the toolkit's sign", text.TextSize)
		}
	}
	if found != 10 {
		t.Errorf("%d of 10 show the printers' sign", found)
	}
}
