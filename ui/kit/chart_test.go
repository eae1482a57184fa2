package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"branchbook/ui/kit"
)

// widths lists how wide the visible rectangles are.
func widths(o fyne.CanvasObject) (all []float32) {
	seen(o, fyne.NewPos(0, 0), func(o fyne.CanvasObject, _ fyne.Position) {
		if r, ok := o.(*canvas.Rectangle); ok {
			all = append(all, r.Size().Width)
		}
	})
	return all
}

func TestBarFillsItsPart(t *testing.T) {
	b := kit.NewBar(0.25, kit.Good)
	w := inWindow(t, b, 400, 20)
	for _, c := range []struct {
		fraction float64
		want     float32
	}{{0.25, 100}, {1, 400}, {1.7, 400}, {0.001, 10}} {
		b.Set(c.fraction, kit.Owing)
		if got := widths(b); len(got) != 2 || got[1] != c.want {
			t.Errorf("filled by %v: %v wide, want %v", c.fraction, got, c.want)
		}
	}
	b.Set(-1, kit.Owing)
	if got := widths(b); len(got) != 1 {
		t.Errorf("an empty bar shows %v", got)
	}
	b.Set(0.5, kit.Owing)
	test.AssertRendersToMarkup(t, "bar.xml", w.Canvas())
}

func TestColumnsCarryTheirNumbers(t *testing.T) {
	c := kit.NewColumns(nil)
	w := inWindow(t, c, 300, 100)
	c.Set([]kit.Amount{{Label: "1月", Number: "2", Value: 2, Tone: kit.Pale}, {Label: "2月", Tone: kit.Pale}, {Label: "3月", Number: "8", Value: 8, Tone: kit.Pale}})
	low, _ := textAt(c, "2")
	high, text := textAt(c, "8")
	if text == nil || high.Y >= low.Y {
		t.Errorf("8 stands at %v, 2 at %v", high, low)
	}
	test.AssertRendersToMarkup(t, "columns.xml", w.Canvas())
}

func TestWordsOfAPieceStayWithIt(t *testing.T) {
	l := kit.NewTimeLine(1996.5, 2026.5, []kit.TimeRow{
		{Label: "类别", Pieces: []kit.Piece{{1996.5, 1997.5, "预备党员", kit.Owing}, {1997.5, 2026.5, "正式党员", kit.Good}}},
		{Label: "职务", Pieces: []kit.Piece{{2011, 2012, "妇女委员", kit.Entered}}},
	})
	w := inWindow(t, l, 600, 100)
	if _, text := textAt(l, "预备党员"); text != nil {
		t.Error("words stand over the next piece")
	}
	if _, text := textAt(l, "妇女委员"); text == nil {
		t.Error("words with room after their piece are gone")
	}
	for _, year := range []string{"1996", "2010", "2026"} {
		if _, text := textAt(l, year); text == nil {
			t.Errorf("the axis lacks %s", year)
		}
	}
	test.AssertRendersToMarkup(t, "timeline.xml", w.Canvas())
}

func TestProgressCanBeStoppedOnce(t *testing.T) {
	stopped := 0
	p := kit.NewProgress("正在导入", func() { stopped++ })
	w := inWindow(t, p, 500, 60)
	p.SetStep(12, 38, "正在导入第 12 行")
	if _, text := textAt(p, "31%"); text == nil {
		t.Error("the part is not said")
	}
	test.AssertRendersToMarkup(t, "progress.xml", w.Canvas())
	at, _ := textAt(p, "取消")
	for range 2 {
		test.TapCanvas(w.Canvas(), at.AddXY(2, 2))
	}
	if stopped != 1 {
		t.Errorf("stopped %d times, want once", stopped)
	}
	p.Start("正在导出")
	if _, text := textAt(p, "取消"); text == nil {
		t.Error("the next work cannot be stopped")
	}
}

func TestPanesBreakTheirSentences(t *testing.T) {
	pane := kit.Failed("学时没有读出来", "数据文件可能正被别的程序占用。关掉别的窗口，再试一次。", kit.NewButton("再试一次", nil))
	w := inWindow(t, kit.Even(0, pane, kit.Loading()), 500, 300)
	seen(pane, fyne.NewPos(0, 0), func(o fyne.CanvasObject, at fyne.Position) {
		if text, ok := o.(*canvas.Text); ok && text.MinSize().Width > 250 {
			t.Errorf("%s is wider than its pane", text.Text)
		}
	})
	test.AssertRendersToMarkup(t, "pane.xml", w.Canvas())
}
