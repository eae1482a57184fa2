package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Chips is a row of small buttons of which one is in force, on as many lines as
// it needs.
type Chips struct {
	widget.BaseWidget
	OnChosen func(int)

	at   int
	body *fyne.Container
}

// NewChips returns chips of which none is in force. chosen is called with the
// place of the one that a person presses; it may be nil.
func NewChips(options []string, chosen func(int)) *Chips {
	c := &Chips{OnChosen: chosen, at: -1, body: Flow(HalfGap)}
	c.ExtendBaseWidget(c)
	c.SetOptions(options)
	return c
}

// SetOptions changes the words; none is in force then.
func (c *Chips) SetOptions(options []string) {
	c.at = -1
	c.body.RemoveAll()
	for i, o := range options {
		c.body.Add(NewSmall(o, func() { c.press(i) }))
	}
}

// Chosen is the place of the chip in force, -1 for none.
func (c *Chips) Chosen() int { return c.at }

// SetChosen puts one in force, or none with -1, and tells nobody.
func (c *Chips) SetChosen(i int) {
	c.at = i
	for at, o := range c.body.Objects {
		o.(*Button).Choose(at == i)
	}
}

func (c *Chips) press(i int) {
	if i == c.at {
		return
	}
	c.SetChosen(i)
	if c.OnChosen != nil {
		c.OnChosen(i)
	}
}

// Enable implements fyne.Disableable.
func (c *Chips) Enable() { eachButton(c.body, (*Button).Enable) }

// Disable implements fyne.Disableable.
func (c *Chips) Disable() { eachButton(c.body, (*Button).Disable) }

func eachButton(in *fyne.Container, do func(*Button)) {
	for _, o := range in.Objects {
		do(o.(*Button))
	}
}

func (c *Chips) inside() fyne.CanvasObject { return c.body }

// CreateRenderer implements fyne.Widget.
func (c *Chips) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.body) }

// Toggles is a row of words that are each true or not, with ✓ before those that
// are, on as many lines as it needs.
type Toggles struct {
	widget.BaseWidget
	OnChanged func(place int, on bool)

	body *fyne.Container
}

// NewToggles returns toggles of which none is on. changed may be nil.
func NewToggles(words []string, changed func(place int, on bool)) *Toggles {
	t := &Toggles{OnChanged: changed, body: Flow(HalfGap)}
	t.ExtendBaseWidget(t)
	for i, w := range words {
		toggle := NewCheck(w, func(on bool) { t.tell(i, on) })
		toggle.chip = true
		t.body.Add(toggle)
	}
	return t
}

func (t *Toggles) tell(i int, on bool) {
	if t.OnChanged != nil {
		t.OnChanged(i, on)
	}
}

// On reports whether one is on.
func (t *Toggles) On(place int) bool { return t.body.Objects[place].(*Check).On() }

// SetOn puts one on or off and tells nobody.
func (t *Toggles) SetOn(place int, on bool) { t.body.Objects[place].(*Check).SetOn(on) }

func (t *Toggles) inside() fyne.CanvasObject { return t.body }

// CreateRenderer implements fyne.Widget.
func (t *Toggles) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.body) }

// Check is a box that is ticked or not, with words beside it. Space and Enter
// tick it.
type Check struct {
	widget.BaseWidget
	Text      string
	OnChanged func(bool)

	on, chip                   bool
	disabled, focused, hovered bool
}

var (
	_ fyne.Tappable     = (*Check)(nil)
	_ fyne.Focusable    = (*Check)(nil)
	_ fyne.Disableable  = (*Check)(nil)
	_ desktop.Hoverable = (*Check)(nil)
)

// NewCheck returns an empty box. changed may be nil.
func NewCheck(text string, changed func(bool)) *Check {
	c := &Check{Text: text, OnChanged: changed}
	c.ExtendBaseWidget(c)
	return c
}

// On reports whether the box is ticked.
func (c *Check) On() bool { return c.on }

// SetOn ticks or empties the box and tells nobody.
func (c *Check) SetOn(on bool) { c.on = on; c.Refresh() }

// Tapped implements fyne.Tappable.
func (c *Check) Tapped(*fyne.PointEvent) {
	if c.disabled {
		return
	}
	c.SetOn(!c.on)
	if c.OnChanged != nil {
		c.OnChanged(c.on)
	}
}

// TypedKey implements fyne.Focusable.
func (c *Check) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		c.Tapped(nil)
	default:
		PassUp(c, k)
	}
}

// TypedRune implements fyne.Focusable.
func (c *Check) TypedRune(rune) {}

// FocusGained implements fyne.Focusable.
func (c *Check) FocusGained() { c.focused = true; c.Refresh(); Reveal(c) }

// FocusLost implements fyne.Focusable.
func (c *Check) FocusLost() { c.focused = false; c.Refresh() }

// Enable implements fyne.Disableable.
func (c *Check) Enable() { c.disabled = false; c.Refresh() }

// Disable implements fyne.Disableable.
func (c *Check) Disable() { c.disabled = true; c.Refresh() }

// Disabled implements fyne.Disableable.
func (c *Check) Disabled() bool { return c.disabled }

// MouseIn implements desktop.Hoverable.
func (c *Check) MouseIn(*desktop.MouseEvent) { c.hovered = true; c.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (c *Check) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (c *Check) MouseOut() { c.hovered = false; c.Refresh() }

// CreateRenderer implements fyne.Widget.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	r := &checkRenderer{c: c, ground: canvas.NewRectangle(nil), box: canvas.NewRectangle(nil), text: Text("", Body)}
	r.ground.CornerRadius, r.box.CornerRadius = Radius, 4
	r.draw()
	return r
}

const boxSide float32 = 20

type checkRenderer struct {
	c           *Check
	ground, box *canvas.Rectangle
	tick        *canvas.Image
	text        *canvas.Text
}

func (r *checkRenderer) Destroy() {}

func (r *checkRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.ground, r.box, r.text}
	if r.c.on {
		objects = append(objects, r.tick)
	}
	return objects
}

func (r *checkRenderer) MinSize() fyne.Size {
	height := Control
	if r.c.chip {
		height = Small
	}
	return fyne.NewSize(r.text.MinSize().Width+boxSide+24, height)
}

func (r *checkRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	at := fyne.NewPos(8, (size.Height-boxSide)/2)
	r.box.Move(at)
	r.box.Resize(fyne.NewSquareSize(boxSide))
	r.tick.Move(at.AddXY(1, 1))
	r.tick.Resize(fyne.NewSquareSize(boxSide - 2))
	min := r.text.MinSize()
	r.text.Move(fyne.NewPos(8+boxSide+8, (size.Height-min.Height)/2))
	r.text.Resize(min)
}

func (r *checkRenderer) Refresh() {
	r.draw()
	r.Layout(r.c.Size())
	canvas.Refresh(r.c)
}

func (r *checkRenderer) draw() {
	c := r.c
	ink := Ink
	fieldLook(r.box, false, false, c.disabled, c.hovered)
	r.ground.FillColor, r.ground.StrokeColor, r.ground.StrokeWidth = nil, nil, 0
	if c.chip {
		r.ground.FillColor = Quiet.Soft
	}
	if c.on && c.chip {
		ink, r.ground.FillColor = Good.Ink, Good.Soft
	}
	if c.disabled {
		ink = Quiet.Ink
	}
	if c.focused {
		r.ground.StrokeColor, r.ground.StrokeWidth = Accent, 2
	}
	r.tick = Icon("check", tickInk(c), boxSide-2)
	r.text.Text, r.text.Color, r.text.TextSize = Drawn(c.Text), ink, BodySize
	if c.chip {
		r.text.TextSize = 15
	}
}

func tickInk(c *Check) color.NRGBA {
	if c.disabled {
		return Quiet.Ink
	}
	return Good.Ink
}
