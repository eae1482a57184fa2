package kit

import (
	"time"

	"fyne.io/fyne/v2"
)

// DateField is a one-line field for a day. It reads what people type (ParseDay)
// when it is left and shows it as 2020年3月10日; what it cannot read it marks and
// explains. The sign in the field, Alt+↓ or F4 opens a calendar.
type DateField struct {
	Entry
	Partial bool       // 2020年3月 and 2020年 are days too and keep their precision
	Today   func() Day // the clock; the machine's if nil
	OnDay   func(Day)  // the day has changed by typing or picking; zero for none

	day  Day
	over *layer
}

// NewDateField returns an empty field for a day.
func NewDateField() *DateField {
	f := &DateField{}
	f.extend(f)
	f.SetPlaceHolder("年-月-日")
	sign := newInButton("activity", f.openCalendar)
	f.ActionItem = sign
	f.drawing = func() { sign.show(!f.Disabled()) }
	f.settle = f.read
	return f
}

// Day is the day in the field, as it stands there now; zero if there is none or
// it cannot be read.
func (f *DateField) Day() Day {
	f.read()
	return f.day
}

// SetDay shows a day, and nothing for the zero Day; it tells nobody.
func (f *DateField) SetDay(d Day) {
	f.day = d
	f.SetText(d.Text())
	f.complain("")
}

// Pending tells whether something was typed that the field has not read yet, since
// it still has the focus.
func (f *DateField) Pending() bool { return f.Text != f.day.Text() }

// Fault says what is wrong with the text in the field; empty if nothing is.
func (f *DateField) Fault() string {
	f.read()
	return f.wrong
}

func (f *DateField) today() Day {
	if f.Today != nil {
		return f.Today()
	}
	return DayOf(time.Now())
}

// read takes what stands in the field.
func (f *DateField) read() {
	if f.Text == f.day.Text() {
		f.complain("")
		return
	}
	d, ok := Day{}, true
	if plainDigits(f.Text) != "" {
		d, ok = ParseDay(f.Text, f.today(), f.Partial)
	}
	if !ok {
		f.complain(f.hint())
		f.change(Day{})
		return
	}
	f.take(d)
}

func (f *DateField) hint() string {
	if f.Partial {
		return "日期没有写对，请写成 2020-3-10、2020年3月 或 2020年"
	}
	return "日期没有写对，请写成 2020-3-10 或 3月10日"
}

func (f *DateField) take(d Day) {
	f.SetText(d.Text())
	f.complain("")
	f.change(d)
}

// change keeps a day and tells if it is another one.
func (f *DateField) change(d Day) {
	changed := d != f.day
	f.day = d
	if changed && f.OnDay != nil {
		f.OnDay(d)
	}
}

// TypedKey implements fyne.Focusable.
func (f *DateField) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyF4 {
		f.openCalendar()
		return
	}
	f.Entry.TypedKey(k)
}

// TypedShortcut implements fyne.Shortcutable.
func (f *DateField) TypedShortcut(s fyne.Shortcut) {
	if isAltDown(s) {
		f.openCalendar()
		return
	}
	f.Entry.TypedShortcut(s)
}

func (f *DateField) openCalendar() {
	c := canvasOf(f)
	if f.Disabled() || c == nil || f.over.isOpen() {
		return
	}
	c.Focus(f)
	f.read()
	start := f.today()
	if !f.day.IsZero() {
		start = Day{f.day.Year, max(1, f.day.Month), max(1, f.day.Day)}
	}
	days := newCalendar(start, f.today(), f.pick)
	days.left = func() { f.over.close() }
	f.over = &layer{body: onGround(days), outside: days.left, keys: days.TypedKey,
		place: beside(f, func() fyne.Size { return days.MinSize() })}
	f.over.open(c)
	c.Focus(days)
}

func (f *DateField) pick(d Day) {
	f.over.close()
	f.person(func() { f.take(d) })
}
