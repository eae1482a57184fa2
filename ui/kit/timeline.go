package kit

import (
	"math"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Piece is a span of time with its words. Years count with fractions: the
// middle of 2011 is 2011.5.
type Piece struct {
	From, To float64
	Text     string
	Tone     Tone
}

// TimeRow is one line of pieces, which do not overlap.
type TimeRow struct {
	Label  string
	Pieces []Piece
}

// TimeLine shows rows of labelled pieces over the same years. Words that do
// not fit into their piece stand after it, if there is room before the next.
type TimeLine struct {
	widget.BaseWidget
	rows     []TimeRow
	from, to float64
}

// NewTimeLine returns a time line of rows between two years.
func NewTimeLine(from, to float64, rows []TimeRow) *TimeLine {
	l := &TimeLine{}
	l.ExtendBaseWidget(l)
	l.set(from, to, rows)
	return l
}

// Set changes the rows and the years.
func (l *TimeLine) Set(from, to float64, rows []TimeRow) {
	l.set(from, to, rows)
	l.Refresh()
}

func (l *TimeLine) set(from, to float64, rows []TimeRow) {
	l.from, l.to, l.rows = from, max(to, from+1), rows
}

// Distances of a time line.
const (
	timeLabel float32 = 96
	timeRow   float32 = 30
	timePiece float32 = 24
	timeYear  float32 = 36 // width of a year's number
)

// CreateRenderer implements fyne.Widget.
func (l *TimeLine) CreateRenderer() fyne.WidgetRenderer {
	r := &timeRenderer{l: l}
	r.Refresh()
	return r
}

type timeRenderer struct {
	l       *TimeLine
	objects []fyne.CanvasObject
}

func (r *timeRenderer) Destroy()                     {}
func (r *timeRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *timeRenderer) MinSize() fyne.Size {
	return fyne.NewSize(320, 24+timeRow*float32(len(r.l.rows)))
}

func (r *timeRenderer) Refresh() {
	r.Layout(r.l.Size())
	canvas.Refresh(r.l)
}

// Layout draws all anew: a life has few pieces, and they change rarely.
func (r *timeRenderer) Layout(size fyne.Size) {
	r.objects = nil
	if size.IsZero() {
		return
	}
	r.axis(size)
	for i, row := range r.l.rows {
		y := 24 + timeRow*float32(i)
		label := Text(Cut(row.Label, timeLabel-HalfGap, Label), Label)
		placeText(label, 0, y, timeLabel, timePiece)
		r.objects = append(r.objects, label)
		for j, p := range row.Pieces {
			next := r.l.to
			if j+1 < len(row.Pieces) {
				next = row.Pieces[j+1].From
			}
			r.piece(p, y, r.x(next, size.Width), size.Width)
		}
	}
}

// x is where a year stands; a margin at the end keeps the last number whole.
func (r *timeRenderer) x(year float64, width float32) float32 {
	part := (min(max(year, r.l.from), r.l.to) - r.l.from) / (r.l.to - r.l.from)
	return timeLabel + float32(part)*(width-timeLabel-timeYear/2)
}

func (r *timeRenderer) piece(p Piece, y, next, width float32) {
	from, to := r.x(p.From, width), r.x(p.To, width)
	ground := canvas.NewRectangle(p.Tone.Soft)
	ground.CornerRadius = 4
	ground.StrokeColor, ground.StrokeWidth = Surface, 1
	ground.Move(fyne.NewPos(from, y))
	ground.Resize(fyne.NewSize(max(to-from, 4), timePiece))
	r.objects = append(r.objects, ground)
	style, x, room := Label.In(p.Tone.Ink), from+HalfGap, to-from-2*HalfGap
	if free := next - to - 6; Width(p.Text, style) > room && free > room && Width(p.Text, style) <= free {
		x, room = to+4, free
	}
	if words := Cut(p.Text, room, style); words != "" {
		text := Text(words, style)
		placeText(text, x, y, room, timePiece)
		r.objects = append(r.objects, text)
	}
}

// axis writes the first year, the last, and round ones between that have room.
func (r *timeRenderer) axis(size fyne.Size) {
	first, last := math.Floor(r.l.from), math.Floor(r.l.to)
	taken := []float32{r.year(first, size), r.year(last, size)}
	for _, step := range []float64{10, 5} {
		for year := math.Ceil(first/step) * step; year < last; year += step {
			x, free := r.x(year, size.Width), true
			for _, t := range taken {
				free = free && float32(math.Abs(float64(t-x))) > 2*timeYear
			}
			if free {
				taken = append(taken, r.year(year, size))
			}
		}
	}
}

func (r *timeRenderer) year(year float64, size fyne.Size) float32 {
	x := r.x(year, size.Width)
	text := Text(strconv.Itoa(int(year)), Note)
	text.Alignment = fyne.TextAlignCenter
	placeText(text, x-timeYear/2, 0, timeYear, 20)
	r.objects = append(r.objects, text)
	return x
}
