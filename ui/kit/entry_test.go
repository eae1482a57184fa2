package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"branchbook/ui/kit"
	"branchbook/ui/kit/kittest"
)

// small is a window of 1366x696 at the largest size of letters.
var small = fyne.NewSize(975, 497)

func window(t *testing.T, o fyne.CanvasObject) fyne.Canvas {
	t.Helper()
	w := test.NewTempWindow(t, o)
	w.SetPadded(false)
	w.Resize(small)
	return w.Canvas()
}

// press gives keys to what has the focus, or else to the window.
func press(c fyne.Canvas, keys ...fyne.KeyName) {
	for _, name := range keys {
		k := &fyne.KeyEvent{Name: name}
		switch focused := c.Focused(); {
		case focused != nil:
			focused.TypedKey(k)
		case c.OnTypedKey() != nil:
			c.OnTypedKey()(k)
		}
	}
}

func typed(c fyne.Canvas, words string) { test.Type(c.Focused(), words) }

var altDown = &desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt}

func TestEnterGoesToTheNextField(t *testing.T) {
	kittest.App(t)
	a, b := kit.NewEntry(""), kit.NewEntry("")
	c := window(t, container.NewVBox(a, b))
	c.Focus(a)
	press(c, fyne.KeyReturn)
	if c.Focused() != b {
		t.Errorf("the focus is on %T, want the second field", c.Focused())
	}
}

func TestEnterSubmitsWhereSubmittingIsWanted(t *testing.T) {
	kittest.App(t)
	a, b := kit.NewEntry(""), kit.NewEntry("")
	var got string
	a.OnSubmitted = func(s string) { got = s }
	c := window(t, container.NewVBox(a, b))
	c.Focus(a)
	typed(c, "张")
	press(c, fyne.KeyReturn)
	if got != "张" || c.Focused() != a {
		t.Errorf("submitted %q, focus on %T", got, c.Focused())
	}
}

func TestEnterMakesANewLineInAText(t *testing.T) {
	kittest.App(t)
	a := kit.NewText(3)
	c := window(t, container.NewVBox(a, kit.NewEntry("")))
	c.Focus(a)
	typed(c, "一")
	press(c, fyne.KeyReturn)
	typed(c, "二")
	if a.Text != "一\n二" || a.AcceptsTab() {
		t.Errorf("text %q, takes Tab %v", a.Text, a.AcceptsTab())
	}
}

func TestEscAndF1PassFromAFieldToTheWindow(t *testing.T) {
	kittest.App(t)
	for name, o := range map[string]fyne.CanvasObject{
		"entry": kit.NewEntry(""), "text": kit.NewText(2), "button": kit.NewButton("保存", nil), "day": kit.NewDateField(),
		"select": kit.NewSelect([]string{"甲"}, nil), "check": kit.NewCheck("甲", nil), "combo": kit.NewCombo("", nil), "search": kit.NewSearch(""),
	} {
		c := window(t, container.NewVBox(o))
		var got []fyne.KeyName
		c.SetOnTypedKey(func(k *fyne.KeyEvent) { got = append(got, k.Name) })
		c.Focus(o.(fyne.Focusable))
		press(c, fyne.KeyEscape, fyne.KeyF1)
		if len(got) != 2 || got[0] != fyne.KeyEscape || got[1] != fyne.KeyF1 {
			t.Errorf("from a %s the window got %v", name, got)
		}
	}
}

func TestADisabledEntryTakesNothing(t *testing.T) {
	kittest.App(t)
	a := kit.NewEntry("")
	a.Disable()
	c := window(t, container.NewVBox(a))
	test.Type(a, "字")
	if a.Text != "" {
		t.Errorf("it took %q", a.Text)
	}
	c.FocusNext()
	if c.Focused() == a {
		t.Error("Tab leads to it")
	}
}

func TestAnEntryIsAsHighAsAControl(t *testing.T) {
	kittest.App(t)
	for _, o := range []fyne.CanvasObject{kit.NewEntry("字"), kit.NewSearch(""), kit.NewDateField(), kit.NewTimeField(), kit.NewCombo("", nil), kit.NewSelect(nil, nil)} {
		if h := o.MinSize().Height; h != kit.Control {
			t.Errorf("%T is %v high", o, h)
		}
	}
}

func TestEscEmptiesASearchBeforeItPassesUp(t *testing.T) {
	kittest.App(t)
	s := kit.NewSearch("找人")
	c := window(t, container.NewVBox(s))
	passed := 0
	c.SetOnTypedKey(func(*fyne.KeyEvent) { passed++ })
	c.Focus(s)
	typed(c, "张")
	press(c, fyne.KeyEscape)
	if s.Text != "" || passed != 0 {
		t.Fatalf("text %q, passed up %d", s.Text, passed)
	}
	press(c, fyne.KeyEscape)
	if passed != 1 {
		t.Error("the second Esc did not pass up")
	}
}

func TestTheSignInASearchEmptiesIt(t *testing.T) {
	kittest.App(t)
	s := kit.NewSearch("")
	c := window(t, container.NewVBox(s))
	changes := 0
	s.OnChanged = func(string) { changes++ }
	c.Focus(s)
	typed(c, "张")
	test.TapCanvas(c, fyne.NewPos(small.Width-18, 20))
	if s.Text != "" || changes != 2 {
		t.Errorf("text %q after %d changes", s.Text, changes)
	}
}

// The focus may come by Tab to a field far below.
func TestFocusScrollsToTheField(t *testing.T) {
	kittest.App(t)
	form := kit.NewForm()
	last := kit.NewEntry("")
	for range 12 {
		form.Row(kit.Field{Label: "甲", Widget: kit.NewEntry("")})
	}
	form.Row(kit.Field{Label: "末", Widget: last})
	scroll := container.NewVScroll(form)
	c := window(t, scroll)
	c.Focus(last)
	y := fyne.CurrentApp().Driver().AbsolutePositionForObject(last).Y
	if y < 0 || y+last.Size().Height > small.Height {
		t.Errorf("the field is at %v in a window of %v", y, small.Height)
	}
	c.FocusNext()
	if scroll.Offset.Y != 0 && fyne.CurrentApp().Driver().AbsolutePositionForObject(c.Focused().(fyne.CanvasObject)).Y < 0 {
		t.Errorf("the first field is out of sight at offset %v", scroll.Offset.Y)
	}
}
