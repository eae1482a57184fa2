package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// Fitting is an object that is built for the width it gets: build is asked
// again when the width passes the border, and once before it is first seen. It
// needs no room itself, so what it shows has to scroll where there is too
// little.
func Fitting(border float32, build func(narrow bool) fyne.CanvasObject) *fyne.Container {
	l := &fitting{border: border, build: build}
	l.all = container.New(l, build(false))
	return l.all
}

type fitting struct {
	border float32
	build  func(bool) fyne.CanvasObject
	narrow bool
	all    *fyne.Container
}

func (f *fitting) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (f *fitting) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if narrow := size.Width < f.border; narrow != f.narrow {
		f.narrow = narrow
		f.all.Objects = []fyne.CanvasObject{f.build(narrow)}
	}
	f.all.Objects[0].Resize(size)
}

// Fit is text on one line or two, cut to the width it gets.
func Fit(text string, s Style, lines int) *fyne.Container {
	f := &fitText{text, s}
	objects := make([]fyne.CanvasObject, lines)
	for i := range objects {
		objects[i] = Text("", s)
	}
	return container.New(f, objects...)
}

type fitText struct {
	text  string
	style Style
}

func (f *fitText) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, objects[0].MinSize().Height*float32(len(objects)))
}

func (f *fitText) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	rest, h := f.text, size.Height/float32(len(objects))
	for i, o := range objects {
		line := firstLine(rest, size.Width, f.style)
		rest = rest[len(line):]
		if i == len(objects)-1 && rest != "" {
			line = Cut(line+rest, size.Width, f.style)
		}
		setText(o.(*canvas.Text), line, f.style, fyne.TextAlignLeading)
		o.Move(fyne.NewPos(0, float32(i)*h))
		o.Resize(fyne.NewSize(size.Width, h))
	}
}

// firstLine is as much of a text as fits, without a closing sign at the head of
// what follows.
func firstLine(text string, width float32, s Style) string {
	runes := []rune(text)
	n := 0
	for n < len(runes) && Width(string(runes[:n+1]), s) <= width {
		n++
	}
	for n > 1 && n < len(runes) && closing(runes[n]) {
		n--
	}
	return string(runes[:n])
}
