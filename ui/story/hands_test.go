//go:build story

package story

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// shown is one thing on the screen, as the widget map has it.
type shown struct {
	Kind, Text string
	X, Y, W, H float64
	Focused    bool
	Off        bool
}

func (s *shown) holds(o *shown) bool {
	x, y := o.X+o.W/2, o.Y+o.H/2
	return x >= s.X && x <= s.X+s.W && y >= s.Y && y <= s.Y+s.H
}

// isField tells whether something is typed into.
func (s *shown) isField() bool {
	switch s.Kind {
	case "Entry", "Combo", "Select", "DateField", "TimeField", "Search":
		return true
	}
	return false
}

// screen reads the widget map.
func (d *desk) screen() (list []shown) {
	b, err := os.ReadFile(d.mapFile())
	if err != nil {
		return nil
	}
	if err := json.Unmarshal(b, &list); err != nil {
		d.t.Fatal(err)
	}
	return list
}

func (d *desk) mapFile() string { return filepath.Join(d.home, "map.json") }

// patience is how long anything may take to appear on a busy machine.
const patience = 20 * time.Second

// wait asks again until found is true.
func (d *desk) wait(what string, found func([]shown) bool) {
	d.t.Helper()
	end := time.Now().Add(patience)
	for time.Now().Before(end) {
		if found(d.screen()) {
			return
		}
		time.Sleep(30 * time.Millisecond)
	}
	var words []string
	for _, s := range d.screen() {
		if s.Text != "" {
			words = append(words, s.Text)
		}
	}
	d.t.Fatalf("%s; on the screen: %s", what, strings.Join(words, " | "))
}

// settle lets the window take what was pressed: it has had three more turns.
func (d *desk) settle() {
	d.t.Helper()
	beat := func() int {
		b, _ := os.ReadFile(d.mapFile() + ".beat")
		n, _ := strconv.Atoi(string(b))
		return n
	}
	time.Sleep(40 * time.Millisecond) // from the screen to the program
	end := time.Now().Add(patience)
	for first := beat(); beat() < first+3; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			return // whoever asks next says what is missing
		}
	}
}

// see waits until all of some words are on the screen.
func (d *desk) see(words ...string) {
	d.t.Helper()
	for _, w := range words {
		d.wait("never saw "+w, func(list []shown) bool { return find(list, w) != nil })
	}
}

// gone waits until some words are not on the screen any more.
func (d *desk) gone(words string) {
	d.t.Helper()
	d.wait("still saw "+words, func(list []shown) bool { return find(list, words) == nil })
}

// find returns what says just the words, first of all on a button or line that
// can be pressed, or else what holds them.
func find(list []shown, words string) *shown {
	var whole, part *shown
	for i := range list {
		s := &list[i]
		switch {
		case s.Kind != "text" || !strings.Contains(s.Text, words):
		case s.Text == words && pressed(list, s):
			return s
		case s.Text == words && whole == nil:
			whole = s
		case part == nil:
			part = s
		}
	}
	if whole != nil {
		return whole
	}
	return part
}

// pressed tells whether a text stands on something that is pressed.
func pressed(list []shown, text *shown) bool {
	for i := range list {
		if s := &list[i]; s.Kind != "text" && !s.isField() && s.holds(text) {
			return true
		}
	}
	return false
}

// click waits for words, until they stand still and can be pressed, and clicks
// in their middle.
func (d *desk) click(words string) {
	d.t.Helper()
	var last shown
	d.wait("could not press "+words, func(list []shown) bool {
		s := find(list, words)
		if s == nil {
			return false
		}
		for i := range list {
			if list[i].Off && list[i].holds(s) {
				return false
			}
		}
		still := *s == last
		last = *s
		return still
	})
	d.clickAt(last.X+last.W/2, last.Y+last.H/2)
}

// clickAt clicks at a place in the window.
func (d *desk) clickAt(x, y float64) {
	d.t.Helper()
	d.x("mousemove", "--window", d.window(), fmt.Sprint(int(x)), fmt.Sprint(int(y)), "click", "1")
	d.settle()
}

// into puts the focus into the field that stands below a label, or holds it as
// its own hint.
func (d *desk) into(label string) {
	d.t.Helper()
	var at shown
	d.wait("no field at "+label, func(list []shown) bool {
		f := field(list, label)
		if f == nil {
			return false
		}
		still := at == *f
		at = *f
		return still
	})
	d.clickAt(at.X+12, at.Y+min(at.H/2, 20))
}

// field finds the field of a label.
func field(list []shown, label string) *shown {
	l := find(list, label)
	if l == nil {
		return nil
	}
	var best *shown
	for i := range list {
		s := &list[i]
		if !s.isField() {
			continue
		}
		if s.holds(l) {
			return s
		}
		if best == nil || far(l, s) < far(l, best) {
			best = s
		}
	}
	if best == nil || far(l, best) > 120*120 {
		return nil
	}
	return best
}

// far weighs how far a field is from its label: it stands below it, and begins
// where the label begins.
func far(label, s *shown) float64 {
	dy := s.Y - (label.Y + label.H)
	if dy < -label.H {
		return math.Inf(1)
	}
	dx := s.X - label.X
	return dy*dy + 4*dx*dx
}

// fill types or, if it is Chinese, pastes into the field of a label, in the place
// of what stands there.
func (d *desk) fill(label, text string) {
	d.t.Helper()
	d.into(label)
	d.keys("ctrl+a")
	d.write(text)
	d.holds(text)
}

// write types letters and digits, and pastes anything else.
func (d *desk) write(text string) {
	d.t.Helper()
	if strings.ContainsFunc(text, func(r rune) bool { return r >= 0x80 }) {
		d.paste(text)
		return
	}
	d.letters(text)
}

// holds waits until the field with the focus holds a text.
func (d *desk) holds(text string) {
	d.t.Helper()
	d.wait("the field does not hold "+text, func(list []shown) bool {
		for i := range list {
			if s := &list[i]; s.Focused && s.isField() && s.Text == text {
				return true
			}
		}
		return false
	})
}

// holdsAt waits until the field of a label has the focus and holds a text.
func (d *desk) holdsAt(label, text string) {
	d.t.Helper()
	d.wait(label+" does not hold "+text, func(list []shown) bool {
		f := field(list, label)
		return f != nil && f.Focused && f.Text == text
	})
}

// titled waits until a page of that title stands in the window.
func (d *desk) titled(title string) {
	d.t.Helper()
	d.wait("not at "+title, func(list []shown) bool {
		for i := range list {
			if s := &list[i]; s.Kind == "text" && s.Text == title && s.X > 176 && s.Y < 64 {
				return true
			}
		}
		return false
	})
}

// choose picks a word of the list of a label's field.
func (d *desk) choose(label, word string) {
	d.t.Helper()
	d.into(label)
	d.click(word)
}

// keys presses key chords: ctrl+s, Tab, Return.
func (d *desk) keys(chords ...string) {
	d.t.Helper()
	for _, k := range chords {
		d.x("key", "--clearmodifiers", k)
		d.settle()
	}
}

// letters types letters and digits one by one.
func (d *desk) letters(text string) {
	d.t.Helper()
	d.x("type", "--delay", "40", text)
	d.settle()
}

// paste puts text into the field with the focus by way of the clipboard.
func (d *desk) paste(text string) {
	d.t.Helper()
	d.copied(text)
	d.keys("ctrl+v")
}

// copied puts a text on the clipboard.
func (d *desk) copied(text string) {
	d.t.Helper()
	c := exec.Command("xclip", "-selection", "clipboard", "-i")
	c.Env, c.Stdin = d.env, strings.NewReader(text)
	d.must(c.Run())
}

// pinyin types Chinese through the input method: what is spelled appears as its
// first candidates, taken by Space.
func (d *desk) pinyin(spelled ...string) {
	d.t.Helper()
	d.keys("ctrl+space")
	time.Sleep(300 * time.Millisecond)
	for _, s := range spelled {
		d.letters(s)
		time.Sleep(400 * time.Millisecond)
		d.picture("pinyin")
		d.keys("space")
		time.Sleep(200 * time.Millisecond)
	}
	d.keys("ctrl+space")
	time.Sleep(200 * time.Millisecond)
}

// focused is what the keyboard goes to; nil if nothing.
func (d *desk) focused() *shown {
	for _, s := range d.screen() {
		if s.Focused {
			return &s
		}
	}
	return nil
}

func (d *desk) window() string {
	d.t.Helper()
	id := strings.Fields(d.x("search", "--onlyvisible", "--name", "支部台账"))
	if len(id) == 0 {
		d.t.Fatal("no window")
	}
	return id[len(id)-1]
}

// x runs xdotool.
func (d *desk) x(args ...string) string {
	d.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	c := exec.CommandContext(ctx, "xdotool", args...)
	c.Env = d.env
	out, err := c.Output()
	if err != nil {
		d.t.Fatalf("xdotool %s: %v", args[0], err)
	}
	return string(out)
}
