package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Bar is a thin rounded bar that shows how far something has come. The number
// it stands for belongs beside it.
type Bar struct {
	widget.BaseWidget
	Level  Level
	Height float32 // 0: 10
}

// NewBar returns a bar filled by a fraction of 0 to 1.
func NewBar(fraction float64, t Tone) *Bar {
	b := &Bar{Level: Level{fraction, t}}
	b.ExtendBaseWidget(b)
	return b
}

// Set changes how far the bar is filled, and its tone.
func (b *Bar) Set(fraction float64, t Tone) {
	if b.Level != (Level{fraction, t}) {
		b.Level = Level{fraction, t}
		b.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (b *Bar) CreateRenderer() fyne.WidgetRenderer {
	return &barRenderer{b, canvas.NewRectangle(InnerLine), canvas.NewRectangle(InnerLine)}
}

type barRenderer struct {
	b          *Bar
	track, bar *canvas.Rectangle
}

func (r *barRenderer) Destroy() {}
func (r *barRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.track, r.bar}
}

func (r *barRenderer) height() float32 {
	if r.b.Height == 0 {
		return 10
	}
	return r.b.Height
}

func (r *barRenderer) MinSize() fyne.Size { return fyne.NewSize(60, r.height()) }

func (r *barRenderer) Layout(size fyne.Size) {
	h := r.height()
	r.track.CornerRadius, r.bar.CornerRadius = h/2, h/2
	placeBar(r.track, r.bar, r.b.Level, 0, (size.Height-h)/2, size.Width, h)
}

func (r *barRenderer) Refresh() {
	r.Layout(r.b.Size())
	canvas.Refresh(r.b)
}

// Amount is one column of Columns.
type Amount struct {
	Label  string  // under the column, such as 1月
	Number string  // above it; empty: none
	Value  float64 // how high it is, against the highest
	Tone   Tone
}

// Columns is a chart of columns with their numbers above them.
type Columns struct {
	widget.BaseWidget
	amounts []Amount
}

// NewColumns returns a chart, which takes the room it gets.
func NewColumns(amounts []Amount) *Columns {
	c := &Columns{amounts: amounts}
	c.ExtendBaseWidget(c)
	return c
}

// Set changes the columns.
func (c *Columns) Set(amounts []Amount) {
	c.amounts = amounts
	c.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (c *Columns) CreateRenderer() fyne.WidgetRenderer {
	r := &columnsRenderer{c: c}
	r.Refresh()
	return r
}

type columnsRenderer struct {
	c       *Columns
	bars    []*canvas.Rectangle
	numbers []*canvas.Text
	labels  []*canvas.Text
	objects []fyne.CanvasObject
}

func (r *columnsRenderer) Destroy()                     {}
func (r *columnsRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *columnsRenderer) MinSize() fyne.Size {
	return fyne.NewSize(float32(len(r.c.amounts))*38, 96)
}

func (r *columnsRenderer) Refresh() {
	if len(r.bars) != len(r.c.amounts) {
		r.make(len(r.c.amounts))
	}
	r.Layout(r.c.Size())
	canvas.Refresh(r.c)
}

func (r *columnsRenderer) make(n int) {
	r.bars, r.numbers, r.labels, r.objects = nil, nil, nil, nil
	for range n {
		bar, number, label := canvas.NewRectangle(Line), Text("", Note.In(Ink)), Text("", Note)
		bar.CornerRadius = 2
		r.bars, r.numbers, r.labels = append(r.bars, bar), append(r.numbers, number), append(r.labels, label)
		r.objects = append(r.objects, bar, number, label)
	}
}

// chartText is the height of the numbers and of the labels.
const chartText float32 = 20

func (r *columnsRenderer) Layout(size fyne.Size) {
	var most float64
	for _, a := range r.c.amounts {
		most = max(most, a.Value)
	}
	step, room := size.Width/float32(max(len(r.c.amounts), 1)), size.Height-2*chartText
	for i, a := range r.c.amounts {
		x := step * float32(i)
		h := float32(0)
		if a.Value > 0 {
			h = max(room*float32(a.Value/most), 2)
		}
		r.bars[i].Hidden = a.Value <= 0
		setRect(r.bars[i], a.Tone.Bar, a.Tone.Bar)
		r.bars[i].Move(fyne.NewPos(x+step*0.08, size.Height-chartText-h))
		r.bars[i].Resize(fyne.NewSize(step*0.84, h))
		setText(r.numbers[i], a.Number, Note.In(Ink), fyne.TextAlignCenter)
		placeText(r.numbers[i], x, size.Height-chartText-h-chartText, step, chartText)
		setText(r.labels[i], a.Label, Note, fyne.TextAlignCenter)
		placeText(r.labels[i], x, size.Height-chartText, step, chartText)
	}
}
