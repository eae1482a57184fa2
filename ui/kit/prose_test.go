package kit_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"branchbook/ui/kit"
	"branchbook/ui/kit/kittest"
)

// linesOf are the lines of a text at a width given in Chinese characters.
func linesOf(w *kit.Prose, characters int) (lines []string) {
	w.Resize(fyne.NewSize(kit.BodySize*float32(characters)+2, 400))
	for _, o := range test.WidgetRenderer(w).Objects() {
		lines = append(lines, o.(*canvas.Text).Text)
	}
	return lines
}

func TestProseBreakAsChinesePrintDoes(t *testing.T) {
	kittest.App(t)
	for _, c := range []struct {
		text string
		at   int
		want []string
	}{
		{"身份证号只报打码的。", 9, []string{"身份证号只报打码", "的。"}},
		{"活动（2025年）", 4, []string{"活动", "（2025年）"}},
		{"依据《条例》办理", 3, []string{"依据", "《条", "例》办", "理"}},
		{"甲乙\n丙丁", 9, []string{"甲乙", "丙丁"}},
		{"在/tmp/abcdefghijklmnopqrstuvwxyz里", 8, []string{"在/tmp/abcdefgh", "ijklmnopqrstuvw", "xyz里"}},
		{"共 12345 人", 3, []string{"共 ", "12345 ", "人"}},
	} {
		if got := linesOf(kit.NewProse(c.text, kit.Body), c.at); !slices.Equal(got, c.want) {
			t.Errorf("%s at %d: %q, want %q", c.text, c.at, got, c.want)
		}
	}
}

func TestProseAreAsHighAsTheirLines(t *testing.T) {
	kittest.App(t)
	w := kit.NewProse("一二三四五六", kit.Body)
	wide, narrow := linesOf(w, 6), w.MinSize().Height
	if len(wide) != 1 {
		t.Fatalf("%d lines at the whole width", len(wide))
	}
	if linesOf(w, 2); w.MinSize().Height != 3*narrow {
		t.Errorf("three lines are %v high, one is %v", w.MinSize().Height, narrow)
	}
	w.Set("一", kit.Body)
	if got := w.MinSize().Height; got != narrow {
		t.Errorf("after Set %v high, want %v", got, narrow)
	}
}
