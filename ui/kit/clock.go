package kit

import (
	"fmt"
	"regexp"
	"strings"
)

// Time is a time of day as a field shows it, in minutes after midnight; NoTime
// is none. 24:00 is 1440.
type Time int

// NoTime is no time.
const NoTime Time = -1

// Text writes the time as 14:30; nothing for NoTime.
func (t Time) Text() string {
	if t < 0 {
		return ""
	}
	return fmt.Sprintf("%02d:%02d", int(t)/60, int(t)%60)
}

var (
	clockForm  = regexp.MustCompile(`^(\d{1,2})[:.点时](\d{1,2})分?$`)
	hourForm   = regexp.MustCompile(`^(\d{1,2})(?:[点时]整?)?$`)
	halfForm   = regexp.MustCompile(`^(\d{1,2})[点时]半$`)
	digitsForm = regexp.MustCompile(`^(\d{1,2})(\d{2})$`)
)

// partsOfDay gives each word that may stand before the hour with the hours it
// can stand before; the lowest of them that is the same on a clock face is meant.
var partsOfDay = []struct {
	word     string
	from, to int
}{{"凌晨", 0, 6}, {"早上", 4, 12}, {"上午", 1, 12}, {"中午", 10, 15}, {"下午", 12, 19}, {"傍晚", 16, 20}, {"晚上", 17, 24}}

// ParseTime reads a time of day as people type it: 14:30, 1430, 14.30, 14点半,
// 下午2:30, 8. An hour from 1 to 6 with 点 or alone and no 上午 is after noon, when
// meetings are: 2点半 is 14:30. With midnight, 24:00 is read too. It reports whether text
// is such a time.
func ParseTime(text string, midnight bool) (Time, bool) {
	text = plainDigits(text)
	from, to := 0, 24
	said := false
	for _, p := range partsOfDay {
		if rest, ok := strings.CutPrefix(text, p.word); ok {
			text, said, from, to = rest, true, p.from, p.to
			break
		}
	}
	var hour, minute int
	switch {
	case match(clockForm, text, &hour, &minute), match(digitsForm, text, &hour, &minute), match(hourForm, text, &hour):
	case match(halfForm, text, &hour):
		minute = 30
	default:
		return NoTime, false
	}
	if !said && (strings.ContainsAny(text, "点时") || len(text) <= 2) && hour >= 1 && hour <= 6 {
		from = 12
	}
	if hour < from {
		hour += 12
	}
	t := Time(hour*60 + minute)
	if hour < from || hour > to || minute > 59 || t > 1440 || t == 1440 && !midnight {
		return NoTime, false
	}
	return t, true
}

// TimeField is a one-line field for a time of day. It reads what people type
// (ParseTime) when it is left and shows it as 14:30.
type TimeField struct {
	Entry
	Midnight bool       // 24:00 is a time too
	OnTime   func(Time) // the time has changed by typing; NoTime for none

	time Time
}

// NewTimeField returns an empty field for a time of day.
func NewTimeField() *TimeField {
	f := &TimeField{time: NoTime}
	f.extend(f)
	f.SetPlaceHolder("时:分")
	f.settle = f.read
	return f
}

// Time is the time in the field, as it stands there now; NoTime if there is none
// or it cannot be read.
func (f *TimeField) Time() Time {
	f.read()
	return f.time
}

// SetTime shows a time, and nothing for NoTime; it tells nobody.
func (f *TimeField) SetTime(t Time) {
	f.time = t
	f.SetText(t.Text())
	f.complain("")
}

// Pending tells whether something was typed that the field has not read yet, since
// it still has the focus.
func (f *TimeField) Pending() bool { return f.Text != f.time.Text() }

// Fault says what is wrong with the text in the field; empty if nothing is.
func (f *TimeField) Fault() string {
	f.read()
	return f.wrong
}

func (f *TimeField) read() {
	if f.Text == f.time.Text() {
		f.complain("")
		return
	}
	t, ok := NoTime, true
	if plainDigits(f.Text) != "" {
		t, ok = ParseTime(f.Text, f.Midnight)
	}
	if ok {
		f.SetText(t.Text())
		f.complain("")
	} else {
		f.complain("时间没有写对，请写成 14:30 或 下午2点半")
	}
	changed := t != f.time
	f.time = t
	if changed && f.OnTime != nil {
		f.OnTime(t)
	}
}
