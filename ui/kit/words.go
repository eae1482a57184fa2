package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Words are short words close together, each of which can be pressed, on as many
// lines as they need; one may be in force. They are one stop of Tab: ← and → go
// from word to word, Enter and Space press.
type Words struct {
	widget.BaseWidget
	OnPressed func(int)

	words   []string
	at      int // in force, -1: none
	here    int // where the keyboard is
	hover   int // under the pointer, -1: none
	focused bool
	style   Style
	pad     float32
	width   float32
}

var (
	_ fyne.Tappable      = (*Words)(nil)
	_ fyne.Focusable     = (*Words)(nil)
	_ desktop.Hoverable  = (*Words)(nil)
	_ desktop.Cursorable = (*Words)(nil)
)

// NewWords returns words of which none is in force. pressed is called with the
// place of the word, also of the one in force.
func NewWords(words []string, pressed func(int)) *Words {
	w := &Words{OnPressed: pressed, words: words, at: -1, hover: -1, style: Style{LabelSize, false, Ink}, pad: 7}
	w.ExtendBaseWidget(w)
	return w
}

// NewSmallWords is NewWords closer together, to stand above a list.
func NewSmallWords(words []string, pressed func(int)) *Words {
	w := NewWords(words, pressed)
	w.pad = 5
	return w
}

// SetWords changes the words; none is in force then.
func (w *Words) SetWords(words []string) {
	w.words, w.at, w.hover = words, -1, -1
	w.here = max(0, min(w.here, len(words)-1))
	w.Refresh()
}

// SetChosen puts a word in force, or none with -1, and tells nobody.
func (w *Words) SetChosen(i int) {
	if i != w.at {
		w.at = i
		w.here = max(0, i)
		w.Refresh()
	}
}

// Chosen is the place of the word in force, -1 for none.
func (w *Words) Chosen() int { return w.at }

func (w *Words) press(i int) {
	if i >= 0 && i < len(w.words) {
		w.here = i
		w.Refresh()
		if w.OnPressed != nil {
			w.OnPressed(i)
		}
	}
}

const wordGap float32 = 5

// wordHeight is high enough for a hand that is not steady.
const wordHeight float32 = 36

func (w *Words) lineHeight() float32 { return wordHeight }

// each tells the place and size of every word at a width, and returns the
// height of all.
func (w *Words) each(width float32, place func(i int, at fyne.Position, size fyne.Size)) float32 {
	var x, y float32
	for i, word := range w.words {
		size := fyne.NewSize(Width(word, w.style)+2*w.pad, w.lineHeight())
		if x > 0 && x+size.Width > width+0.5 {
			x, y = 0, y+size.Height+wordGap
		}
		place(i, fyne.NewPos(x, y), size)
		x += size.Width + wordGap
	}
	return y + w.lineHeight()
}

func (w *Words) wordAt(p fyne.Position) int {
	found := -1
	w.each(w.Size().Width, func(i int, at fyne.Position, size fyne.Size) {
		if p.X >= at.X && p.X < at.X+size.Width && p.Y >= at.Y && p.Y < at.Y+size.Height {
			found = i
		}
	})
	return found
}

// Tapped implements fyne.Tappable.
func (w *Words) Tapped(e *fyne.PointEvent) { w.press(w.wordAt(e.Position)) }

// TypedKey implements fyne.Focusable.
func (w *Words) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyLeft:
		w.here = max(0, w.here-1)
	case fyne.KeyRight:
		w.here = min(len(w.words)-1, w.here+1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		w.press(w.here)
		return
	default:
		PassUp(w, k)
		return
	}
	w.Refresh()
}

// TypedRune implements fyne.Focusable.
func (w *Words) TypedRune(rune) {}

// FocusGained implements fyne.Focusable.
func (w *Words) FocusGained() { w.focused = true; w.Refresh(); Reveal(w) }

// FocusLost implements fyne.Focusable.
func (w *Words) FocusLost() { w.focused = false; w.Refresh() }

// MouseIn implements desktop.Hoverable.
func (w *Words) MouseIn(e *desktop.MouseEvent) { w.point(w.wordAt(e.Position)) }

// MouseMoved implements desktop.Hoverable.
func (w *Words) MouseMoved(e *desktop.MouseEvent) { w.point(w.wordAt(e.Position)) }

// MouseOut implements desktop.Hoverable.
func (w *Words) MouseOut() { w.point(-1) }

func (w *Words) point(i int) {
	if i != w.hover {
		w.hover = i
		w.Refresh()
	}
}

// Cursor implements desktop.Cursorable.
func (w *Words) Cursor() desktop.Cursor {
	if w.hover >= 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// CreateRenderer implements fyne.Widget.
func (w *Words) CreateRenderer() fyne.WidgetRenderer {
	r := &wordsRenderer{w: w}
	r.Refresh()
	return r
}

type wordsRenderer struct {
	w       *Words
	grounds []*canvas.Rectangle
	texts   []*canvas.Text
	objects []fyne.CanvasObject
}

func (r *wordsRenderer) Destroy()                     {}
func (r *wordsRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *wordsRenderer) MinSize() fyne.Size {
	var widest float32
	for _, word := range r.w.words {
		widest = max(widest, Width(word, r.w.style)+2*r.w.pad)
	}
	if r.w.width == 0 { // not laid out yet
		return fyne.NewSize(widest, r.w.lineHeight())
	}
	return fyne.NewSize(widest, r.w.each(max(r.w.width, widest), func(int, fyne.Position, fyne.Size) {}))
}

func (r *wordsRenderer) Layout(size fyne.Size) {
	r.w.width = size.Width
	r.w.each(size.Width, func(i int, at fyne.Position, size fyne.Size) {
		r.grounds[i].Move(at)
		r.grounds[i].Resize(size)
		min := r.texts[i].MinSize()
		r.texts[i].Move(at.AddXY((size.Width-min.Width)/2, (size.Height-min.Height)/2))
		r.texts[i].Resize(min)
	})
}

func (r *wordsRenderer) Refresh() {
	for len(r.grounds) < len(r.w.words) {
		r.grounds, r.texts = append(r.grounds, canvas.NewRectangle(Quiet.Soft)), append(r.texts, Text("", r.w.style))
	}
	r.objects = nil
	for i, word := range r.w.words {
		r.draw(i, word)
		r.objects = append(r.objects, r.grounds[i], r.texts[i])
	}
	r.Layout(r.w.Size())
	canvas.Refresh(r.w)
}

func (r *wordsRenderer) draw(i int, word string) {
	w, ground, text := r.w, r.grounds[i], r.texts[i]
	fill, edge, ink := Quiet.Soft, Quiet.Soft, Quiet.Ink
	switch {
	case i == w.at:
		fill, edge, ink = Missing.Soft, Missing.Soft, Accent
	case i == w.hover:
		edge, ink = Edge, Ink
	}
	ground.StrokeWidth = 1
	if w.focused && i == w.here {
		edge, ground.StrokeWidth = Accent, 2
	}
	ground.FillColor, ground.StrokeColor, ground.CornerRadius = fill, edge, 4
	text.Text, text.Color = Drawn(word), ink
}
