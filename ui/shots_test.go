package ui

import (
	"flag"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"

	"branchbook/store/org"
)

var shots = flag.String("shots", "", "the folder that TestShots draws every screen into")

// scene is one screen to draw.
type scene struct {
	name string
	open func(*testing.T, *Window)
}

// scenes are the screens in the order of the side bar.
var scenes = []scene{
	{"home", func(_ *testing.T, w *Window) { w.open(atHome) }},
	{"lacks", func(_ *testing.T, w *Window) { w.show(newLacks(w, lackMissing, "", "")) }},
	{"activities", func(_ *testing.T, w *Window) { w.open(atActivities) }},
	{"record", func(_ *testing.T, w *Window) { w.record(wanted{kind: org.ThemeDay}) }},
	{"activity", func(t *testing.T, w *Window) { w.activity(someActivity(t, w)) }},
	{"reviews", func(_ *testing.T, w *Window) { w.reviews(w.book.Today().Year()) }},
	{"reviews-last", func(_ *testing.T, w *Window) { w.reviews(w.book.Today().Year() - 1) }},
	{"review", func(_ *testing.T, w *Window) {
		w.reviews(w.book.Today().Year() - 1)
		if s := w.now.(*reviews); s.data != nil {
			s.open(0)
		}
	}},
	{"readings", func(_ *testing.T, w *Window) { w.readings(w.book.Today().Year()) }},
	{"reading", func(_ *testing.T, w *Window) {
		w.readings(w.book.Today().Year())
		if s := w.now.(*readings); s.data != nil {
			s.open(s.data.items[0])
		}
	}},
	{"people", func(_ *testing.T, w *Window) { w.open(atPeople) }},
	{"person", func(t *testing.T, w *Window) { w.person(somePerson(t, w)) }},
	{"person-form", func(t *testing.T, w *Window) { w.correctPerson(somePerson(t, w)) }},
	{"hours", func(_ *testing.T, w *Window) { w.open(atHours) }},
	{"report", func(_ *testing.T, w *Window) { w.open(atReport) }},
	{"settings", func(_ *testing.T, w *Window) { w.open(atSettings) }},
	{"clauses", func(_ *testing.T, w *Window) { w.clauses("", "全部条款") }},
	{"journal", func(_ *testing.T, w *Window) { w.journal() }},
	{"intake", func(_ *testing.T, w *Window) { w.intake() }},
}

// A branch without people or activities has no page of one.
var needsSomebody = map[string]bool{"activity": true, "person": true, "person-form": true, "reviews-last": true, "review": true, "reading": true}

func TestShots(t *testing.T) {
	if *shots == "" {
		t.Skip("-shots names no folder")
	}
	books := []struct {
		name string
		book *Book
	}{{"empty", emptyBook(t)}, {"usual", demoBook(t, 38)}, {"full", demoBook(t, 500)}}
	for _, b := range books {
		for _, s := range scenes {
			if b.name == "empty" && needsSomebody[s.name] {
				continue
			}
			drawAt(t, b.book, s, b.name, 1)
			drawAt(t, b.book, s, b.name, 1.4)
		}
	}
	drawBroken(t)
}

// drawAt draws a scene at a scale on the part of a laptop's screen that a
// window gets.
func drawAt(t *testing.T, b *Book, s scene, state string, scale float32) {
	w := openWindow(t, b)
	defer w.win.Close()
	scaled(w, scale)
	s.open(t, w)
	shoot(t, w, s.name+"-"+state, scale)
}

// scaled gives the window the size that it has on a laptop at a font size.
func scaled(w *Window, scale float32) {
	w.win.Canvas().(software.WindowlessCanvas).SetScale(scale)
	w.win.Resize(fyne.NewSize(1366/scale, 696/scale))
}

func shoot(t *testing.T, w *Window, name string, scale float32) {
	scaled(w, scale)
	if scale != 1 {
		name += "-large"
	}
	picture(t, w, filepath.Join(*shots, name+".png"))
}

// drawBroken draws each screen when its branch cannot be read any more.
func drawBroken(t *testing.T) {
	for _, s := range scenes {
		w := openWindow(t, demoBook(t, 5))
		activity, person := someActivity(t, w), somePerson(t, w)
		if err := w.book.Store.Close(); err != nil {
			t.Fatal(err)
		}
		switch s.name {
		case "activity":
			w.activity(activity)
		case "person":
			w.person(person)
		case "person-form":
			w.correctPerson(person)
		default:
			s.open(t, w)
		}
		shoot(t, w, s.name+"-error", 1)
		w.win.Close()
	}
}

func someActivity(t *testing.T, w *Window) org.ActivityID {
	t.Helper()
	y, err := w.book.ThisYear()
	if err != nil {
		t.Fatal(err)
	}
	for i := len(y.Activities) - 1; i >= 0; i-- {
		if a := y.Activities[i]; a.State == org.Held && a.Parts[0].Kind == org.ThemeDay {
			return a.ID
		}
	}
	t.Fatal("no theme day in the demo")
	return ""
}

func somePerson(t *testing.T, w *Window) org.PersonID {
	t.Helper()
	y, err := w.book.ThisYear()
	if err != nil {
		t.Fatal(err)
	}
	return y.Persons[len(y.Persons)/2].ID
}
