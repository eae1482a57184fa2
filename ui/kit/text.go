package kit

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Sizes of text.
const (
	NoteSize   float32 = 13
	LabelSize  float32 = 14
	BodySize   float32 = 16
	CardSize   float32 = 17
	PageSize   float32 = 22
	FigureSize float32 = 34
)

// Style is how a text looks.
type Style struct {
	Size  float32
	Bold  bool
	Color color.NRGBA
}

// The styles of the window; In gives one another colour.
var (
	Note      = Style{NoteSize, false, Second}
	Label     = Style{LabelSize, false, Second}
	Body      = Style{BodySize, false, Ink}
	Strong    = Style{BodySize, true, Ink}
	CardTitle = Style{CardSize, true, Ink}
	PageTitle = Style{PageSize, true, Ink}
	Figure    = Style{FigureSize, true, Ink}
)

// In returns the style in another colour.
func (s Style) In(c color.NRGBA) Style { s.Color = c; return s }

// Heavy returns the style in bold.
func (s Style) Heavy() Style { s.Bold = true; return s }

func (s Style) text() fyne.TextStyle { return fyne.TextStyle{Bold: s.Bold} }

// Text is one line of text, as wide as it is.
func Text(text string, s Style) *canvas.Text {
	t := canvas.NewText(Drawn(text), s.Color)
	t.TextSize, t.TextStyle = s.Size, s.text()
	return t
}

// Width measures a line of text.
func Width(text string, s Style) float32 {
	return fyne.MeasureText(Drawn(text), s.Size, s.text()).Width
}

// Cut shortens a line to a width, with … at the end if anything is cut. It is
// for cells of tables, where the toolkit's own way is slow.
func Cut(text string, width float32, s Style) string {
	text = Drawn(text)
	if Width(text, s) <= width {
		return text
	}
	runes := []rune(text)
	low, high := 0, len(runes)
	for low < high {
		mid := (low + high + 1) / 2
		if Width(string(runes[:mid])+"…", s) <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	if low == 0 {
		return ""
	}
	return string(runes[:low]) + "…"
}

// CutMiddle shortens a line to a width, with … in place of its middle: what
// happened stands at the head of a message, how it went on at its end.
func CutMiddle(text string, width float32, s Style) string {
	text = Drawn(text)
	if Width(text, s) <= width {
		return text
	}
	runes := []rune(text)
	for keep := len(runes) - 1; keep > 1; keep-- {
		head := (keep + 1) / 2
		if cut := string(runes[:head]) + "…" + string(runes[len(runes)-keep+head:]); Width(cut, s) <= width {
			return cut
		}
	}
	return "…"
}

// Para is a text that breaks at any character to fit the width it gets.
func Para(text string, s Style) *widget.RichText {
	p := widget.NewRichText()
	p.Wrapping = fyne.TextWrapBreak
	SetPara(p, text, s)
	return p
}

// SetPara changes the words or the style of a Para.
func SetPara(p *widget.RichText, text string, s Style) {
	p.Segments = []widget.RichTextSegment{&widget.TextSegment{Text: Drawn(text), Style: widget.RichTextStyle{
		ColorName: nameOf(s.Color), SizeName: sizeName(s.Size), TextStyle: s.text(),
	}}}
	p.Refresh()
}

// named and textSizes let rich text, which knows only names, use the styles.
var (
	named     = map[fyne.ThemeColorName]color.Color{}
	textSizes = map[fyne.ThemeSizeName]float32{}
)

func init() {
	for _, c := range []color.NRGBA{Ink, Second, Accent, AccentInk, Good.Ink, Owing.Ink, Entered.Ink, Quiet.Ink} {
		named[nameOf(c)] = c
	}
	for _, s := range []float32{NoteSize, LabelSize, BodySize, CardSize, PageSize, FigureSize} {
		textSizes[sizeName(s)] = s
	}
}

func nameOf(c color.NRGBA) fyne.ThemeColorName {
	return fyne.ThemeColorName("kit-" + strconv.FormatUint(uint64(c.R)<<16|uint64(c.G)<<8|uint64(c.B), 16))
}

func sizeName(s float32) fyne.ThemeSizeName {
	return fyne.ThemeSizeName("kit-" + strconv.Itoa(int(s)))
}
