package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

func TestFittingIsBuiltAnewWhenTheWidthPassesTheBorder(t *testing.T) {
	fittingApp(t)
	var built []bool
	o := Fitting(400, func(narrow bool) fyne.CanvasObject {
		built = append(built, narrow)
		return canvas.NewRectangle(Ink)
	})
	for _, width := range []float32{500, 400, 399, 300, 400} {
		o.Resize(fyne.NewSize(width, 100))
	}
	want := []bool{false, true, false}
	if len(built) != len(want) || built[1] != want[1] || built[2] != want[2] {
		t.Errorf("built %v", built)
	}
	if got := o.Objects[0].Size(); got != fyne.NewSize(400, 100) {
		t.Errorf("what is built got %v", got)
	}
}

func TestFitBreaksIntoItsLinesAndCutsTheLast(t *testing.T) {
	fittingApp(t)
	say := func(o *fyne.Container, width float32) string {
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
		var lines []string
		for _, l := range o.Objects {
			lines = append(lines, l.(*canvas.Text).Text)
		}
		return strings.Join(lines, "|")
	}
	five := Width("一二三四五", Body)
	for text, want := range map[string]string{"一二三": "一二三|", "一二三四五六": "一二三四五|六", "一二三四五，六": "一二三四|五，六", "一二三四五六七八九十百": "一二三四五|六七八九…"} {
		if got := say(Fit(text, Body, 2), five+1); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
	one := Fit("一二三四五六", Body, 1)
	if got := say(one, five+1); got != "一二三四…" {
		t.Errorf("one line: %s", got)
	}
	if got := say(one, 2*five); got != "一二三四五六" {
		t.Errorf("wide again: %s", got)
	}
}

func TestATouchOpensByTapAndKey(t *testing.T) {
	fittingApp(t)
	opened := 0
	touch := NewTouch(Text("王建国", Body), func() { opened++ })
	w := test.NewTempWindow(t, touch)
	test.Tap(touch)
	w.Canvas().Focus(touch)
	if !touch.focused {
		t.Error("takes no focus")
	}
	touch.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	touch.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	touch.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if opened != 3 {
		t.Errorf("opened %d times", opened)
	}
}

func fittingApp(t *testing.T) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(Theme{})
}
