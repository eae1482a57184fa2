package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// rowGap is between the rows of a form; a line of a fault fits into it with what
// a row has below its fields.
const (
	rowGap  float32 = 12
	rowTail float32 = 4
)

// formField is a field with its label, a line below for its note, and a line
// that lies between the rows for a fault of a field without one.
type formField struct {
	Field
	fault string
	below *Prose
	line  *fyne.Container
	aside *canvas.Text
	box   *fyne.Container
}

func newFormField(given Field, changed func()) *formField {
	f := &formField{Field: given, below: NewProse("", Note), aside: Text("", Note.In(Missing.Ink))}
	label := Across(HalfGap, Text(given.Label, Label))
	if given.Required {
		label.Add(Text("必填", Note.In(Missing.Ink)))
	}
	f.line = container.NewStack(f.below)
	f.box = container.New(&settling{gap: 4}, label, given.Widget, f.line)
	if w, ok := given.Widget.(interface{ whenFaulty(func(string)) }); ok {
		w.whenFaulty(func(words string) { f.tell(words, changed) })
	}
	if w, ok := given.Widget.(interface{ whenEdited(func()) }); ok {
		w.whenEdited(func() { f.tell("", changed) })
	}
	f.showBelow(false)
	return f
}

// tell shows a fault that the widget itself has found.
func (f *formField) tell(words string, changed func()) {
	if f.fault != words {
		f.setFault(words)
		changed()
	}
}

func (f *formField) setFault(words string) {
	if f.fault == words {
		return
	}
	f.fault = words
	if w, ok := f.Widget.(interface{ MarkFault(bool) }); ok {
		w.MarkFault(words != "")
	}
	f.showBelow(f.Note == "")
}

// showBelow puts a fault in the place of the note; with beside, between the rows.
func (f *formField) showBelow(beside bool) {
	setText(f.aside, "", Note.In(Missing.Ink), fyne.TextAlignLeading)
	switch {
	case f.fault == "":
		f.below.Set(f.Note, Note)
	case beside:
		setText(f.aside, f.fault, Note.In(Missing.Ink), fyne.TextAlignLeading)
		f.below.Set("", Note)
	default:
		f.below.Set(f.fault, Note.In(Missing.Ink))
	}
	f.line.Hidden = f.below.Text() == ""
}

// formRow is Shares for the fields of a form, whose heights follow their widths.
// After the fields come the lines of their faults.
type formRow struct {
	sharing
	fields []*formField
}

func (l *formRow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := l.sharing.MinSize(objects[:len(l.fields)])
	return size.AddWidthHeight(0, rowTail)
}

func (l *formRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.sortFaults(size.Width)
	unit := (size.Width - l.gap*float32(len(l.fields)-1)) / l.total()
	var x, end float32
	for i, f := range l.fields {
		width := unit * l.shares[i]
		f.box.Move(fyne.NewPos(x, 0))
		settled(f.box, width)
		if f.aside.Text != "" {
			want := f.aside.MinSize()
			at := max(end, min(x, size.Width-l.after(i)-want.Width))
			f.aside.Move(fyne.NewPos(at, f.Widget.Position().Y+f.Widget.Size().Height))
			f.aside.Resize(want)
			end = at + want.Width + Gap
		}
		x += width + l.gap
	}
}

// sortFaults puts the faults between the rows if they fit beside each other, and
// else each below its field.
func (l *formRow) sortFaults(width float32) {
	var need float32
	noted := false
	for _, f := range l.fields {
		noted = noted || f.Note != ""
		if f.fault != "" && f.Note == "" {
			need += Width(f.fault, Note) + Gap
		}
	}
	fits := need-Gap <= width && !(noted && len(l.fields) > 1)
	for _, f := range l.fields {
		f.showBelow(fits && f.Note == "")
	}
}

// after is the room that the faults of the fields after one need.
func (l *formRow) after(i int) (width float32) {
	for _, f := range l.fields[i+1:] {
		if f.aside.Text != "" {
			width += f.aside.MinSize().Width + Gap
		}
	}
	return width
}
