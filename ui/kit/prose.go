package kit

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Prose is a text that breaks into lines as Chinese print does: no line begins
// with a closing sign or ends with an opening one, and a number is never broken.
// It begins at its left edge, in line with Text. Its height is that of the width
// it last got.
type Prose struct {
	widget.BaseWidget
	text  string
	style Style
	width float32
	lines []string
}

// NewProse returns a text that breaks to the width it gets.
func NewProse(text string, s Style) *Prose {
	w := &Prose{text: text, style: s}
	w.ExtendBaseWidget(w)
	w.wrap(proseLeast)
	return w
}

// DownText is Down for texts that break, whose height follows from the width.
func DownText(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&settling{gap}, objects...)
}

// Set changes the words and their style.
func (w *Prose) Set(text string, s Style) {
	if w.text == text && w.style == s {
		return
	}
	w.text, w.style = text, s
	w.wrap(w.width)
	w.Refresh()
}

// Text returns the words.
func (w *Prose) Text() string { return w.text }

// proseLeast is the width before a first one is known.
const proseLeast float32 = 240

// Resize breaks the text anew.
func (w *Prose) Resize(size fyne.Size) {
	if size.Width > 0 && size.Width != w.width {
		w.wrap(size.Width)
		w.BaseWidget.Resize(size)
		w.Refresh()
		return
	}
	w.BaseWidget.Resize(size)
}

func (w *Prose) wrap(width float32) {
	w.width, w.lines = width, Lines(w.text, width, w.style)
}

// Lines breaks a text into lines of a width as Prose does.
func Lines(text string, width float32, s Style) (lines []string) {
	for paragraph := range strings.SplitSeq(text, "\n") {
		lines = append(lines, foldLines(paragraph, width, s)...)
	}
	return lines
}

// longWord is the length of a word from which it may be broken, such as a path.
const longWord = 16

// foldLines fills lines with pieces that are never broken.
func foldLines(text string, width float32, s Style) (lines []string) {
	var line string
	var used float32
	for _, piece := range pieces(text) {
		need := Width(piece, s)
		for need > width && len([]rune(piece)) > longWord {
			head := firstLine(piece, max(width-used, 0), s)
			if head == "" && line == "" {
				break
			}
			lines, line, used = append(lines, line+head), "", 0
			piece = piece[len(head):]
			need = Width(piece, s)
		}
		if line != "" && used+need > width {
			lines, line, used = append(lines, line), "", 0
			piece = strings.TrimLeft(piece, " ")
		}
		line, used = line+piece, used+need
	}
	return append(lines, line)
}

// pieces cuts a text where a line may end.
func pieces(text string) (out []string) {
	runes := []rune(text)
	from := 0
	for i := 1; i <= len(runes); i++ {
		if i == len(runes) || mayBreak(runes[i-1], runes[i]) {
			out = append(out, string(runes[from:i]))
			from = i
		}
	}
	return out
}

// mayBreak tells whether a line may end between two characters.
func mayBreak(before, after rune) bool {
	switch {
	case closing(after) || strings.ContainsRune("（《“〈‘【", before):
		return false
	case after == '年' || after == '月' || after == '日':
		return !unicode.IsDigit(before)
	case before == ' ':
		return true
	}
	return before > unicode.MaxLatin1 || after > unicode.MaxLatin1
}

// CreateRenderer implements fyne.Widget.
func (w *Prose) CreateRenderer() fyne.WidgetRenderer {
	r := &proseRenderer{w: w}
	r.draw()
	return r
}

type proseRenderer struct {
	w       *Prose
	objects []fyne.CanvasObject
}

func (r *proseRenderer) Destroy()                     {}
func (r *proseRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *proseRenderer) Layout(fyne.Size)             {}

func (r *proseRenderer) MinSize() fyne.Size {
	return fyne.NewSize(40, r.height()*float32(len(r.w.lines)))
}

func (r *proseRenderer) height() float32 {
	return fyne.MeasureText("汉", r.w.style.Size, r.w.style.text()).Height
}

func (r *proseRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.w)
}

func (r *proseRenderer) draw() {
	for len(r.objects) < len(r.w.lines) {
		r.objects = append(r.objects, Text("", r.w.style))
	}
	r.objects = r.objects[:len(r.w.lines)]
	h := r.height()
	for i, line := range r.w.lines {
		t := r.objects[i].(*canvas.Text)
		setText(t, line, r.w.style, fyne.TextAlignLeading)
		t.Move(fyne.NewPos(0, float32(i)*h))
		t.Resize(fyne.NewSize(r.w.width, h))
	}
}
