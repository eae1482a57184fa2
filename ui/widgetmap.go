//go:build widgetmap

package ui

import (
	"encoding/json"
	"os"
	"reflect"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// Shown is one thing that the window shows, for the stories that drive the real
// window: where it is, in pixels of the window, and what it says.
type Shown struct {
	Kind    string  `json:"kind"` // text, or the Go type of a widget that takes the focus
	Text    string  `json:"text"`
	X       float32 `json:"x"`
	Y       float32 `json:"y"`
	W       float32 `json:"w"`
	H       float32 `json:"h"`
	Focused bool    `json:"focused,omitempty"`
	Off     bool    `json:"off,omitempty"` // disabled
}

// mapWidgets writes what the window shows to the file that the environment
// names, again and again. A count beside it goes up each time, so that a story
// knows that the window has had its turn.
func (w *Window) mapWidgets() {
	path := os.Getenv("BRANCHBOOK_WIDGETMAP")
	if path == "" {
		return
	}
	last, beat := "", 0
	w.run.Every(20*time.Millisecond, func() bool {
		defer func() {
			beat++
			_ = os.WriteFile(path+".beat", []byte(strconv.Itoa(beat)), 0o600)
		}()
		b, err := json.Marshal(w.shown())
		if err != nil {
			panic(err) // plain values
		}
		if string(b) == last {
			return true
		}
		last = string(b)
		if os.WriteFile(path+".new", b, 0o600) == nil {
			_ = os.Rename(path+".new", path)
		}
		return true
	})
}

// shown lists what can be seen; with a dialog open, only the dialog.
func (w *Window) shown() []Shown {
	c := w.win.Canvas()
	m := &mapper{scale: c.Scale(), focused: c.Focused()}
	root := c.Content()
	if top := c.Overlays().Top(); top != nil {
		root = top
	}
	size := c.Size()
	m.walk(root, fyne.NewPos(0, 0), box{0, 0, size.Width, size.Height})
	return m.list
}

type box struct{ x1, y1, x2, y2 float32 }

func (b box) cut(o box) box {
	return box{max(b.x1, o.x1), max(b.y1, o.y1), min(b.x2, o.x2), min(b.y2, o.y2)}
}
func (b box) empty() bool { return b.x2 <= b.x1 || b.y2 <= b.y1 }

type mapper struct {
	scale   float32
	focused fyne.Focusable
	list    []Shown
}

func (m *mapper) walk(o fyne.CanvasObject, at fyne.Position, seen box) {
	if o == nil || !o.Visible() {
		return
	}
	at = at.Add(o.Position())
	size := o.Size()
	here := box{at.X, at.Y, at.X + size.Width, at.Y + size.Height}
	switch o := o.(type) {
	case *canvas.Text:
		m.add("text", o.Text, here.cut(seen), o)
	case *fyne.Container:
		for _, child := range o.Objects {
			m.walk(child, at, seen)
		}
	case fyne.Widget:
		m.widget(o, here.cut(seen))
		if _, ok := o.(*container.Scroll); ok {
			seen = seen.cut(here)
		}
		for _, child := range test.WidgetRenderer(o).Objects() {
			m.walk(child, at, seen)
		}
	}
}

func (m *mapper) widget(o fyne.Widget, b box) {
	if _, ok := o.(fyne.Focusable); !ok {
		return
	}
	m.add(reflect.TypeOf(o).Elem().Name(), words(o), b, o)
}

// words are what a field holds; a widget of the kit embeds the toolkit's entry.
func words(o fyne.Widget) string {
	for v := reflect.ValueOf(o).Elem(); v.IsValid() && v.Kind() == reflect.Struct; v = v.FieldByName("Entry") {
		if e, ok := v.Addr().Interface().(*widget.Entry); ok {
			return e.Text
		}
	}
	return ""
}

func (m *mapper) add(kind, text string, b box, o fyne.CanvasObject) {
	if b.empty() || kind == "text" && text == "" {
		return
	}
	s := Shown{Kind: kind, Text: text, X: b.x1 * m.scale, Y: b.y1 * m.scale, W: (b.x2 - b.x1) * m.scale, H: (b.y2 - b.y1) * m.scale}
	f, ok := o.(fyne.Focusable)
	s.Focused = ok && m.focused != nil && f == m.focused
	if d, ok := o.(fyne.Disableable); ok {
		s.Off = d.Disabled()
	}
	m.list = append(m.list, s)
}
