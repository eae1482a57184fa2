package kit_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"branchbook/ui/kit"
	"branchbook/ui/kit/kittest"
)

var states = []string{"正式党员", "预备党员", "发展对象"}

func TestAPickListIsUsedByKeys(t *testing.T) {
	kittest.App(t)
	got := -1
	s := kit.NewSelect(states, func(i int) { got = i })
	c := window(t, container.NewVBox(s))
	c.Focus(s)
	press(c, fyne.KeySpace, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if got != 2 || s.Chosen() != 2 || c.Focused() != s {
		t.Fatalf("told %d, chosen %d, focus on %T", got, s.Chosen(), c.Focused())
	}
	press(c, fyne.KeyF4, fyne.KeyUp, fyne.KeyEscape)
	if s.Chosen() != 2 || len(c.Overlays().List()) != 0 {
		t.Errorf("Esc left %d chosen and %d lists", s.Chosen(), len(c.Overlays().List()))
	}
	s.TypedShortcut(altDown)
	if len(c.Overlays().List()) != 1 {
		t.Error("Alt+↓ opened nothing")
	}
}

func TestAPickListIsUsedByThePointer(t *testing.T) {
	kittest.App(t)
	s := kit.NewSelect(states, nil)
	c := window(t, container.NewVBox(s))
	test.Tap(s)
	test.TapCanvas(c, fyne.NewPos(50, kit.Control+4+36+18))
	if s.Chosen() != 1 {
		t.Errorf("chosen %d, want the second", s.Chosen())
	}
	test.Tap(s)
	test.TapCanvas(c, fyne.NewPos(50, 400))
	if s.Chosen() != 1 || len(c.Overlays().List()) != 0 {
		t.Errorf("a tap beside the list left %d chosen and %d lists", s.Chosen(), len(c.Overlays().List()))
	}
}

func TestSettingTellsNobody(t *testing.T) {
	kittest.App(t)
	told := 0
	s := kit.NewSelect(states, func(int) { told++ })
	s.SetChosen(1)
	s.SetChosen(9)
	if s.Chosen() != 2 || told != 0 {
		t.Errorf("chosen %d, told %d times", s.Chosen(), told)
	}
	s.SetOptions(states[:1])
	if s.Chosen() != -1 {
		t.Errorf("new options left %d chosen", s.Chosen())
	}
}

func TestADisabledPickListDoesNotOpen(t *testing.T) {
	kittest.App(t)
	s := kit.NewSelect(states, nil)
	c := window(t, container.NewVBox(s))
	s.Disable()
	test.Tap(s)
	if len(c.Overlays().List()) != 0 {
		t.Error("it opened")
	}
}

func TestALongListShowsWhatIsWalkedTo(t *testing.T) {
	kittest.App(t)
	var many []string
	for i := range 500 {
		many = append(many, fmt.Sprintf("同志%d", i))
	}
	s := kit.NewSelect(many, nil)
	c := window(t, container.NewVBox(s))
	c.Focus(s)
	press(c, fyne.KeySpace, fyne.KeyEnd)
	if !shows(c, "同志499") || shows(c, "同志0") {
		t.Error("End does not show the end")
	}
	press(c, fyne.KeyPageUp, fyne.KeyPageUp, fyne.KeyReturn)
	if s.Chosen() != 483 {
		t.Errorf("two pages up chose %d", s.Chosen())
	}
}

// shows reports whether a text stands in what lies over the window.
func shows(c fyne.Canvas, words string) bool {
	if c.Overlays().Top() == nil {
		return false
	}
	for _, o := range test.LaidOutObjects(c.Overlays().Top()) {
		if t, ok := o.(*canvas.Text); ok && t.Text == words && t.Visible() {
			return true
		}
	}
	return false
}

func TestAListFitsTheWindowWhereverItsFieldIs(t *testing.T) {
	kittest.App(t)
	var many []string
	for i := range 30 {
		many = append(many, fmt.Sprintf("很长的名称第%d号党群服务中心会议室和活动室", i))
	}
	s, d := kit.NewSelect(many, nil), kit.NewDateField()
	body := container.NewWithoutLayout(s, d)
	c := window(t, body)
	for _, field := range []fyne.Focusable{s, d} {
		o := field.(fyne.CanvasObject)
		o.Resize(fyne.NewSize(160, kit.Control))
		for _, x := range []float32{0, 400, small.Width - 160} {
			for _, y := range []float32{0, 100, 230, 300, small.Height - kit.Control} {
				o.Move(fyne.NewPos(x, y))
				c.Focus(field)
				press(c, fyne.KeyF4)
				at := fyne.CurrentApp().Driver().AbsolutePositionForObject(c.Focused().(fyne.CanvasObject))
				size := c.Focused().(fyne.CanvasObject).Size()
				if at.X < 0 || at.Y < 0 || at.X+size.Width > small.Width || at.Y+size.Height > small.Height {
					t.Errorf("%T at %v,%v opens at %v, %v big", field, x, y, at, size)
				}
				if size.Height < 200 {
					t.Errorf("%T at %v,%v opens only %v high", field, x, y, size.Height)
				}
				press(c, fyne.KeyEscape)
			}
		}
	}
}

var places = []string{"党群服务中心会议室", "村委会二楼", "村文化广场"}

func TestSuggestionsFollowWhatIsTyped(t *testing.T) {
	kittest.App(t)
	b := kit.NewCombo("地点", places)
	picked := ""
	b.OnPicked = func(s string) { picked = s }
	c := window(t, container.NewVBox(b, kit.NewEntry("")))
	c.Focus(b)
	typed(c, "村")
	if !shows(c, "村委会二楼") || shows(c, "党群服务中心会议室") {
		t.Fatal("村 does not suggest the two places with it")
	}
	typed(c, "文")
	if b.Text != "村文" || shows(c, "村委会二楼") {
		t.Fatalf("text %q", b.Text)
	}
	press(c, fyne.KeyDown, fyne.KeyReturn)
	if b.Text != "村文化广场" || picked != b.Text || c.Focused() != b {
		t.Errorf("picked %q, text %q, focus on %T", picked, b.Text, c.Focused())
	}
}

func TestFreeTextStaysAsItIsTyped(t *testing.T) {
	kittest.App(t)
	b, next := kit.NewCombo("地点", places), kit.NewEntry("")
	c := window(t, container.NewVBox(b, next))
	c.Focus(b)
	typed(c, "村")
	press(c, fyne.KeyReturn)
	if b.Text != "村" || c.Focused() != next || len(c.Overlays().List()) != 0 {
		t.Errorf("text %q, focus on %T, %d lists", b.Text, c.Focused(), len(c.Overlays().List()))
	}
	c.Focus(b)
	press(c, fyne.KeyBackspace)
	typed(c, "田头")
	if b.Text != "田头" || len(c.Overlays().List()) != 0 {
		t.Errorf("text %q, %d lists", b.Text, len(c.Overlays().List()))
	}
}

func TestARestingPointerPicksNothing(t *testing.T) {
	kittest.App(t)
	b := kit.NewCombo("地点", places)
	c := window(t, container.NewVBox(b, kit.NewEntry("")))
	c.Focus(b)
	typed(c, "村")
	test.MoveMouse(c, fyne.NewPos(60, kit.Control+20))
	press(c, fyne.KeyReturn)
	if b.Text != "村" {
		t.Errorf("text %q", b.Text)
	}
}

func TestTabLeavesTheSuggestionsForTheNextField(t *testing.T) {
	kittest.App(t)
	b, next := kit.NewCombo("地点", places), kit.NewEntry("")
	c := window(t, container.NewVBox(b, next))
	c.Focus(b)
	press(c, fyne.KeyDown, fyne.KeyTab)
	if c.Focused() != next || b.Text != "" {
		t.Errorf("focus on %T, text %q", c.Focused(), b.Text)
	}
}
