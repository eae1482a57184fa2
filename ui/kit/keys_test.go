package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
)

// caught lists the shortcuts that pass up to the window of o.
func caught(t *testing.T, o fyne.CanvasObject) *[]string {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(Theme{})
	test.NewTempWindow(t, o).Resize(fyne.NewSize(300, 300))
	var got []string
	old := toWindow
	toWindow = func(_ fyne.Canvas, s fyne.Shortcut) { got = append(got, s.ShortcutName()) }
	t.Cleanup(func() { toWindow = old })
	return &got
}

func TestShortcutsOfTheWindowPassFromAField(t *testing.T) {
	a := NewEntry("")
	got := caught(t, a)
	save := &desktop.CustomShortcut{KeyName: fyne.KeyS, Modifier: fyne.KeyModifierControl}
	a.TypedShortcut(save)
	a.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierControl})
	a.TypedShortcut(&fyne.ShortcutSelectAll{})
	if len(*got) != 1 || (*got)[0] != save.ShortcutName() {
		t.Errorf("the window got %v", *got)
	}
}

func TestUndoPassesUpWhenNothingTypedIsLeft(t *testing.T) {
	a := NewEntry("")
	got := caught(t, a)
	test.Type(a, "字")
	a.TypedShortcut(&fyne.ShortcutUndo{})
	if a.Text != "" || len(*got) != 0 {
		t.Fatalf("text %q, the window got %v", a.Text, *got)
	}
	a.TypedShortcut(&fyne.ShortcutUndo{})
	if len(*got) != 1 {
		t.Errorf("the window got %v", *got)
	}
}

func TestShortcutsDoNotPassADialog(t *testing.T) {
	a := NewEntry("")
	got := caught(t, NewButton("", nil))
	c := canvasOf(a)
	NewDialog("甲", a, Answer{Text: "关闭", Safe: true}).Show(c)
	a.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyS, Modifier: fyne.KeyModifierControl})
	if len(*got) != 0 || !Covered(c) {
		t.Errorf("the window got %v, covered %v", *got, Covered(c))
	}
}

func TestTheWindowTakesWhatPassesUp(t *testing.T) {
	c := software.NewCanvas()
	undone := 0
	c.(interface {
		AddShortcut(fyne.Shortcut, func(fyne.Shortcut))
	}).AddShortcut(&fyne.ShortcutUndo{}, func(fyne.Shortcut) { undone++ })
	toWindow(c, &fyne.ShortcutUndo{})
	if undone != 1 {
		t.Errorf("the window undid %d times", undone)
	}
}

func TestAFieldPutThereJustNowGetsTheFocusAndIsSeen(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(Theme{})
	old := painted
	painted = func(fyne.CanvasObject) fyne.Canvas { return nil } // as the real driver before it paints
	t.Cleanup(func() { painted = old })
	last := NewEntry("")
	f := NewForm()
	for range 20 {
		f.Row(Field{Label: "甲", Widget: NewEntry("")})
	}
	f.Row(Field{Name: "last", Label: "乙", Widget: last})
	scroll := container.NewVScroll(f)
	w := test.NewTempWindow(t, scroll)
	w.Resize(fyne.NewSize(300, 200))
	f.Focus("last")
	if w.Canvas().Focused() != last {
		t.Errorf("the focus is at %v", w.Canvas().Focused())
	}
	if scroll.Offset.Y == 0 {
		t.Error("the field is out of sight")
	}
}
