package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Progress is the line of a long work: words, how far it is, and a way to stop
// it. It never moves by itself, so that a hidden one costs nothing.
type Progress struct {
	widget.BaseWidget
	words  *canvas.Text
	part   *canvas.Text
	bar    *Bar
	cancel *Button
	body   *fyne.Container
}

// NewProgress returns a progress line at its start; cancel nil means that the
// work cannot be stopped.
func NewProgress(words string, cancel func()) *Progress {
	p := &Progress{words: Text(words, Body), part: Text("0%", Label), bar: NewBar(0, Good), cancel: NewSmall("取消", nil)}
	p.cancel.OnTapped = func() {
		p.cancel.Disable()
		p.cancel.SetText("正在停下…")
		cancel()
	}
	line := Across(HalfGap, Middle(p.words), Spring(), Middle(p.part))
	p.body = Down(4, line, Sized(0, 12, p.bar))
	if cancel != nil {
		p.body = container.NewBorder(nil, nil, nil, Pad(0, 0, 0, Gap, Middle(p.cancel)), p.body)
	}
	p.ExtendBaseWidget(p)
	return p
}

// Set says how far the work is, 0 to 1, and what it does now; empty words keep
// those that stand there.
func (p *Progress) Set(fraction float64, words string) {
	fraction = min(max(fraction, 0), 1)
	if words != "" {
		setText(p.words, words, Body, fyne.TextAlignLeading)
	}
	setText(p.part, strconv.Itoa(int(fraction*100))+"%", Label, fyne.TextAlignLeading)
	p.bar.Set(fraction, Good)
	p.body.Refresh()
}

// SetStep is Set for a work of counted steps, such as 3 of 38.
func (p *Progress) SetStep(done, all int, words string) {
	fraction := 0.0
	if all > 0 {
		fraction = float64(done) / float64(all)
	}
	p.Set(fraction, words)
}

// Start puts the line back to its beginning for another work.
func (p *Progress) Start(words string) {
	p.cancel.Enable()
	p.cancel.SetText("取消")
	p.Set(0, words)
}

// CreateRenderer implements fyne.Widget.
func (p *Progress) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.body) }
