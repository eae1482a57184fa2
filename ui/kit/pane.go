package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Empty is what stands where there is nothing yet: what it is, how it comes,
// and the button to begin; the text may be empty, the button nil.
func Empty(title, text string, button *Button) *fyne.Container {
	return pane(Text(title, CardTitle), text, button)
}

// Failed is what stands where something could not be read: a sentence, the next
// step, and a button to try again, which may be nil.
func Failed(title, text string, retry *Button) *fyne.Container {
	return pane(Text(title, CardTitle.In(Accent)), text, retry)
}

// Loading stands while a screen is read.
func Loading() *fyne.Container { return pane(Text("正在读取…", Body.In(Second)), "", nil) }

// paneWidth keeps the sentences of a pane short enough to read.
const paneWidth float32 = 420

func pane(title fyne.CanvasObject, text string, button *Button) *fyne.Container {
	body := container.New(paneLayout{}, container.NewCenter(title), newCentredText(text))
	if button != nil {
		body.Add(Pad(HalfGap, 0, 0, 0, container.NewCenter(button)))
	}
	return body
}

// paneLayout puts a pane's parts below each other in the middle.
type paneLayout struct{}

func (paneLayout) MinSize(objects []fyne.CanvasObject) (min fyne.Size) {
	for _, o := range objects {
		min.Width = max(min.Width, o.MinSize().Width)
		min.Height += o.MinSize().Height + HalfGap
	}
	min.Height += Gap
	return min
}

func (l paneLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(size.Width-2*HalfGap, paneWidth)
	objects[1].Resize(fyne.NewSize(width, objects[1].MinSize().Height)) // breaks its lines
	y := max((size.Height-l.MinSize(objects).Height)/2, 0) + Gap - HalfGap/2
	for _, o := range objects {
		h := o.MinSize().Height
		o.Resize(fyne.NewSize(width, h))
		o.Move(fyne.NewPos((size.Width-width)/2, y))
		y += h + HalfGap
	}
}

// centredText is a text in centred lines that break at any character, but never
// before a sign that ends something.
type centredText struct {
	widget.BaseWidget
	text string
}

func newCentredText(text string) *centredText {
	c := &centredText{text: text}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer implements fyne.Widget.
func (c *centredText) CreateRenderer() fyne.WidgetRenderer {
	r := &centredTextRenderer{c: c}
	r.broken(paneWidth)
	return r
}

type centredTextRenderer struct {
	c     *centredText
	width float32 // that the lines are broken for
	lines []fyne.CanvasObject
}

func (r *centredTextRenderer) Destroy()                     {}
func (r *centredTextRenderer) Objects() []fyne.CanvasObject { return r.lines }

const paneLine float32 = 27

func (r *centredTextRenderer) MinSize() fyne.Size {
	return fyne.NewSize(160, paneLine*float32(len(r.lines)))
}

func (r *centredTextRenderer) Refresh() { canvas.Refresh(r.c) }

func (r *centredTextRenderer) Layout(size fyne.Size) {
	if size.Width != r.width {
		r.broken(size.Width)
	}
	for i, o := range r.lines {
		placeText(o.(*canvas.Text), 0, paneLine*float32(i), size.Width, paneLine)
	}
}

func (r *centredTextRenderer) broken(width float32) {
	r.width, r.lines = width, nil
	for _, line := range breakLines(r.c.text, width, Body) {
		t := Text(line, Body.In(Second))
		t.Alignment = fyne.TextAlignCenter
		r.lines = append(r.lines, t)
	}
}

// breakLines breaks a text at a width and at its own line ends.
func breakLines(text string, width float32, s Style) (all []string) {
	for paragraph := range strings.SplitSeq(text, "\n") {
		if paragraph != "" {
			all = append(all, foldLines(paragraph, width, s)...)
		}
	}
	return all
}

// closing says that a sign never begins a line.
func closing(r rune) bool {
	switch r {
	case '，', '。', '、', '；', '：', '？', '！', '）', '》', '”', '…', '〉', '’', '】', '%', '℃':
		return true
	}
	return false
}
