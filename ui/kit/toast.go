package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// ToastTime is how long a toast stays.
const ToastTime = 6 * time.Second

// Toast tells what was done, with one way to take it back. It stands at the right
// end of the status line, in a container.NewStack over the page and that line, so
// that it covers nothing to press. It takes no focus and lets every tap beside it
// through. The shell gives it Ctrl+Z and Esc.
type Toast struct {
	widget.BaseWidget
	For time.Duration // how long it stays

	run    *Runner
	shown  int // counts, so that an old clock does not hide a new toast
	words  string
	verb   string
	do     func()
	button *Button
	body   *fyne.Container
}

// NewToast returns a toast that says nothing yet.
func NewToast(r *Runner) *Toast {
	t := &Toast{For: ToastTime, run: r, body: container.New(bottom{})}
	t.ExtendBaseWidget(t)
	return t
}

// Say shows words for a while.
func (t *Toast) Say(words string) { t.Offer(words, "", nil) }

// Offer shows words and a button, such as 撤销. It replaces what is shown.
func (t *Toast) Offer(words, verb string, do func()) {
	t.clear()
	t.words, t.verb, t.do = words, verb, do
	t.shown++
	mine := t.shown
	t.body.Add(t.line())
	t.Refresh()
	t.run.After(t.For, func() {
		if t.shown == mine {
			t.Dismiss()
		}
	})
}

func (t *Toast) line() fyne.CanvasObject {
	ground := canvas.NewRectangle(Ink)
	ground.CornerRadius = CardRadius
	room := toastWidth - 2*Gap
	if t.verb != "" {
		room -= Gap + Width(t.verb, Label) + 2*Gap
	}
	line := Across(Gap, Middle(Text(CutMiddle(t.words, room, Body), Body.In(AccentInk))))
	if t.verb != "" {
		t.button = NewSmall(t.verb, func() { t.Act() })
		line.Add(t.button)
	}
	return container.NewStack(ground, Sized(0, toastHeight, Pad(3, Gap, 3, Gap, line)))
}

// Words is what the toast says, empty when it says nothing.
func (t *Toast) Words() string { return t.words }

// Act does what the button offers; false if it offers nothing.
func (t *Toast) Act() bool {
	do := t.do
	if do == nil {
		return false
	}
	t.Dismiss()
	do()
	return true
}

// Dismiss makes the toast go; false if there was none.
func (t *Toast) Dismiss() bool {
	was := t.words != ""
	t.clear()
	t.Refresh()
	return was
}

func (t *Toast) clear() {
	if c := canvasOf(t); c != nil && t.button != nil && c.Focused() == fyne.Focusable(t.button) {
		c.Unfocus()
	}
	t.words, t.verb, t.do, t.button = "", "", nil, nil
	t.body.RemoveAll()
}

func (t *Toast) inside() fyne.CanvasObject { return t.body }

// CreateRenderer implements fyne.Widget.
func (t *Toast) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.body) }

// A toast is as high as the status line and the room that every page leaves above
// it.
const (
	toastWidth  float32 = 560
	toastHeight         = StatusBar + 10
)

// bottom puts the toast at the right end of the status line; it needs no room.
type bottom struct{}

func (bottom) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
func (bottom) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		want := o.MinSize()
		want.Width = min(want.Width, size.Width-2*PageEdge)
		o.Resize(want)
		o.Move(fyne.NewPos(size.Width-want.Width-PageEdge, size.Height-want.Height-2))
	}
}
