package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// Answer is a button of a dialog. Its words say what it does: 删除, not 是.
type Answer struct {
	Text    string
	Do      func() // may be nil; runs after the dialog has closed
	Safe    bool   // changes nothing: Esc, and the focus of a question
	Primary bool
	Keep    bool // the dialog stays until Close, such as to check what is typed
}

// Dialog asks for an answer before anything else can be done. One shows at a
// time on a window: a second waits for the first.
type Dialog struct {
	Width float32           // 0 is 480
	Focus fyne.CanvasObject // what gets the focus first; the safe answer if nil

	title   string
	body    fyne.CanvasObject
	answers []Answer
	buttons []*Button
	over    *layer
	after   func()
}

// NewDialog returns a dialog around any body, which scrolls when it is higher
// than the window.
func NewDialog(title string, body fyne.CanvasObject, answers ...Answer) *Dialog {
	d := &Dialog{title: title, body: body, answers: answers}
	for _, a := range answers {
		b := NewButton(a.Text, func() { d.give(a) })
		if a.Primary {
			b.Weight = Primary
		}
		d.buttons = append(d.buttons, b)
	}
	return d
}

// NewQuestion returns a dialog of words.
func NewQuestion(title, words string, answers ...Answer) *Dialog {
	return NewDialog(title, NewProse(words, Body), answers...)
}

// Confirm asks before something is done, with verbs for both answers such as
// 删除 and 不删除. No is the safe one, and the one that stands out.
func Confirm(c fyne.Canvas, title, words, yes, no string, do func()) {
	NewQuestion(title, words, Answer{Text: yes, Do: do}, Answer{Text: no, Safe: true, Primary: true}).Show(c)
}

// Inform tells something that is read and closed with one button.
func Inform(c fyne.Canvas, title, words, button string) {
	NewQuestion(title, words, Answer{Text: button, Safe: true, Primary: true}).Show(c)
}

// Choose asks for one of two to four ways to go on.
func Choose(c fyne.Canvas, title, words string, answers ...Answer) {
	NewQuestion(title, words, answers...).Show(c)
}

// waiting are the dialogs that wait, for each window the one that shows first.
var waiting = map[fyne.Canvas][]*Dialog{}

// Show shows the dialog, or lets it wait until those before it are closed.
func (d *Dialog) Show(c fyne.Canvas) {
	waiting[c] = append(waiting[c], d)
	if len(waiting[c]) > 1 {
		return
	}
	d.after = func() { showNext(c) }
	d.ShowOver(c)
}

func showNext(c fyne.Canvas) {
	waiting[c] = waiting[c][1:]
	if len(waiting[c]) == 0 {
		delete(waiting, c)
		return
	}
	next := waiting[c][0]
	next.after = func() { showNext(c) }
	next.ShowOver(c)
}

// ShowOver shows the dialog at once, even over another one that asks it.
func (d *Dialog) ShowOver(c fyne.Canvas) {
	box, scroll, foot := d.build()
	d.over = &layer{body: box, shade: true, keys: d.key, outside: func() {
		if d.Focus == nil {
			d.focusFirst(c) // the toolkit has taken the focus away, and Enter with it
		}
	}}
	d.over.place = func(window fyne.Size) (fyne.Position, fyne.Size) {
		size := d.size(window, scroll, foot)
		middle := window.Subtract(size)
		return fyne.NewPos(float32(int(middle.Width/2)), float32(int(middle.Height/2))), size // whole, for sharp letters
	}
	d.over.open(c)
	d.focusFirst(c)
}

const (
	dialogPad  float32 = 24
	dialogHead float32 = 56
	dialogFoot float32 = 72
)

func (d *Dialog) build() (box *fyne.Container, scroll *container.Scroll, foot *fyne.Container) {
	ground := canvas.NewRectangle(Surface)
	ground.CornerRadius = CardRadius
	scroll = container.NewVScroll(Pad(0, dialogPad, 0, dialogPad, container.New(&settling{}, d.body)))
	foot = Across(HalfGap, layout.NewSpacer())
	for _, b := range d.buttons {
		foot.Add(b)
	}
	head := Sized(0, dialogHead, Pad(0, dialogPad, 0, dialogPad, Middle(Text(d.title, CardTitle))))
	bottom := Sized(0, dialogFoot, Pad(Gap, dialogPad, Gap, dialogPad, foot))
	return container.NewStack(ground, container.New(headed{}, head, scroll, bottom)), scroll, foot
}

// headed gives the first and the last object the height that they need, and the
// one between what is left.
type headed struct{}

func (headed) MinSize(o []fyne.CanvasObject) fyne.Size {
	head, body, foot := o[0].MinSize(), o[1].MinSize(), o[2].MinSize()
	return fyne.NewSize(max(head.Width, body.Width, foot.Width), head.Height+body.Height+foot.Height)
}

func (headed) Layout(o []fyne.CanvasObject, size fyne.Size) {
	top, foot := o[0].MinSize().Height, o[2].MinSize().Height
	o[0].Resize(fyne.NewSize(size.Width, top))
	o[1].Move(fyne.NewPos(0, top))
	o[1].Resize(fyne.NewSize(size.Width, size.Height-top-foot))
	o[2].Move(fyne.NewPos(0, size.Height-foot))
	o[2].Resize(fyne.NewSize(size.Width, foot))
}

// size is as wide as asked, or as the buttons need, and as high as the body is
// at that width, but never more than the window has.
func (d *Dialog) size(window fyne.Size, scroll *container.Scroll, foot *fyne.Container) fyne.Size {
	width := d.Width
	if width == 0 {
		width = 480
	}
	width = max(width, foot.MinSize().Width+2*dialogPad, Width(d.title, CardTitle)+2*dialogPad)
	width = min(width, window.Width-2*Gap)
	height := settled(d.body, width-2*dialogPad) + dialogHead + dialogFoot
	return fyne.NewSize(width, min(height, window.Height-2*Gap))
}

func (d *Dialog) focusFirst(c fyne.Canvas) {
	if d.Focus != nil {
		if target := firstFocusable(d.Focus); target != nil {
			c.Focus(target)
			return
		}
	}
	if i := d.safe(); i >= 0 {
		c.Focus(d.buttons[i])
	}
}

// safe is the place of the answer that Esc gives, -1 for none.
func (d *Dialog) safe() int {
	for i, a := range d.answers {
		if a.Safe {
			return i
		}
	}
	return -1
}

func (d *Dialog) key(k *fyne.KeyEvent) {
	c := d.over.over
	switch k.Name {
	case fyne.KeyEscape:
		if i := d.safe(); i >= 0 {
			d.give(d.answers[i])
		}
	case fyne.KeyLeft:
		c.FocusPrevious()
	case fyne.KeyRight:
		c.FocusNext()
	}
}

func (d *Dialog) give(a Answer) {
	if !a.Keep {
		d.Close()
	}
	if a.Do != nil {
		a.Do()
	}
}

// Button is the button of an answer, such as to disable it.
func (d *Dialog) Button(answer int) *Button { return d.buttons[answer] }

// Close closes the dialog without an answer.
func (d *Dialog) Close() {
	if !d.over.isOpen() {
		return
	}
	d.over.close()
	if next := d.after; next != nil {
		d.after = nil
		next()
	}
}

// Fit lays the dialog out again after its body has changed its height.
func (d *Dialog) Fit() {
	if d.over.isOpen() {
		d.over.Refresh()
	}
}
