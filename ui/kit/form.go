package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Field is one labelled widget of a form.
type Field struct {
	Name     string // what SetFault calls it by, such as "title"; shown nowhere
	Label    string
	Widget   fyne.CanvasObject
	Note     string  // a line below, in place of which a fault is shown
	Required bool    // 必填 stands beside the label
	Share    float32 // of the width of its row; 0 is 1
}

// Form is labelled fields in rows, each label above its field. Tab goes through
// them as the eye does: along a row, then down. A fault stands between the rows,
// where there is room for it: nothing moves when it comes or goes.
type Form struct {
	widget.BaseWidget
	fields []*formField
	body   *fyne.Container
}

// NewForm returns an empty form.
func NewForm() *Form {
	f := &Form{body: container.New(&settling{gap: rowGap})}
	f.ExtendBaseWidget(f)
	return f
}

// Row adds a row of fields that share the width by their shares.
func (f *Form) Row(fields ...Field) *Form {
	row := &formRow{sharing: sharing{gap: Gap}}
	var boxes, faults []fyne.CanvasObject
	for _, given := range fields {
		field := newFormField(given, f.settle)
		f.fields, row.fields = append(f.fields, field), append(row.fields, field)
		boxes, faults = append(boxes, field.box), append(faults, field.aside)
		if given.Share == 0 {
			given.Share = 1
		}
		row.shares = append(row.shares, given.Share)
	}
	f.body.Add(container.New(row, append(boxes, faults...)...))
	return f
}

// Add adds any object as a row of its own.
func (f *Form) Add(o fyne.CanvasObject) *Form {
	f.body.Add(o)
	return f
}

// Fault is what is wrong with a field, in words for people.
type Fault struct{ Name, Words string }

// SetFault shows what is wrong with one field and leads to it.
func (f *Form) SetFault(name, words string) { f.SetFaults(Fault{name, words}) }

// SetFaults shows what is wrong, clears what was shown before, and leads to the
// first field that is wrong. It returns whether there is any such field.
func (f *Form) SetFaults(faults ...Fault) bool {
	words := map[string]string{}
	for _, fault := range faults {
		words[fault.Name] = fault.Words
	}
	var first *formField
	for _, field := range f.fields {
		field.setFault(words[field.Name])
		if first == nil && words[field.Name] != "" {
			first = field
		}
	}
	f.settle()
	if first != nil {
		first.lead()
	}
	return first != nil
}

// ClearFaults shows no fault any more.
func (f *Form) ClearFaults() { f.SetFaults() }

// Unread leads to the first field whose text cannot be read, such as a date,
// and reports whether there is one. It is asked before saving.
func (f *Form) Unread() bool {
	for _, field := range f.fields {
		if w, ok := field.Widget.(interface{ Fault() string }); ok && w.Fault() != "" {
			field.lead()
			return true
		}
	}
	return false
}

// FaultOf is the fault that is shown at a field, empty for none.
func (f *Form) FaultOf(name string) string {
	for _, field := range f.fields {
		if field.Name == name {
			return field.fault
		}
	}
	return ""
}

// Focus leads to a field.
func (f *Form) Focus(name string) {
	for _, field := range f.fields {
		if field.Name == name {
			field.lead()
			return
		}
	}
}

// settle lays the form out again after its rows have changed their heights.
func (f *Form) settle() {
	if f.body.Size().Width == 0 {
		return // not seen yet
	}
	f.body.Layout.Layout(f.body.Objects, f.body.Size())
	f.Refresh()
}

func (f *Form) inside() fyne.CanvasObject { return f.body }

// CreateRenderer implements fyne.Widget.
func (f *Form) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.body) }

// lead focuses the field, or at least shows it.
func (f *formField) lead() {
	Reveal(f.box)
	target := firstFocusable(f.Widget)
	if c := canvasOf(f.box); c != nil && target != nil {
		c.Focus(target)
	}
}

func firstFocusable(o fyne.CanvasObject) fyne.Focusable {
	if !o.Visible() {
		return nil
	}
	if d, ok := o.(fyne.Disableable); ok && d.Disabled() {
		return nil
	}
	if target, ok := o.(fyne.Focusable); ok {
		return target
	}
	for _, child := range childrenOf(o) {
		if target := firstFocusable(child); target != nil {
			return target
		}
	}
	return nil
}

// Tight takes the toolkit's distance around a Para away, so that its words
// begin where other words do.
func Tight(para *widget.RichText) *fyne.Container { return Pad(-6, -8, -6, -8, para) }

// settling puts objects below each other and gives each the height that it
// needs at the width it gets, which text that breaks knows only then.
type settling struct{ gap float32 }

func (l *settling) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	seen := 0
	for _, o := range objects {
		if o.Visible() {
			min := o.MinSize()
			size.Width, size.Height = max(size.Width, min.Width), size.Height+min.Height
			seen++
		}
	}
	size.Height += l.gap * float32(max(0, seen-1))
	return size
}

func (l *settling) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var y float32
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		o.Move(fyne.NewPos(0, y))
		y += settled(o, size.Width) + l.gap
	}
}

// settled gives an object a width and the height that it needs then.
func settled(o fyne.CanvasObject, width float32) float32 {
	o.Resize(fyne.NewSize(width, o.MinSize().Height))
	height := o.MinSize().Height
	o.Resize(fyne.NewSize(width, height))
	return height
}
