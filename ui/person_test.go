package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"branchbook/store/org"
	"branchbook/ui/kit"
)

// drawnOn calls f for every object that is drawn, those of dialogs too.
func drawnOn(w *Window, f func(fyne.CanvasObject)) {
	for _, o := range append([]fyne.CanvasObject{w.win.Content()}, w.win.Canvas().Overlays().List()...) {
		eachObject(o, f)
	}
}

func eachObject(o fyne.CanvasObject, f func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	f(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, c := range o.Objects {
			eachObject(c, f)
		}
	case *container.Scroll:
		eachObject(o.Content, f)
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(o).Objects() {
			eachObject(c, f)
		}
	}
}

// pressWords taps the button with the words, the last one drawn of several.
func pressWords(t *testing.T, w *Window, words string) {
	t.Helper()
	var found *kit.Button
	drawnOn(w, func(o fyne.CanvasObject) {
		if b, ok := o.(*kit.Button); ok && b.Text == words {
			found = b
		}
	})
	if found == nil {
		t.Fatalf("no button %s", words)
	}
	found.Tapped(nil)
}

// isShown tells whether a text is drawn.
func isShown(w *Window, words string) (yes bool) {
	drawnOn(w, func(o fyne.CanvasObject) {
		if rich, ok := o.(*widget.RichText); ok && rich.String() == words {
			yes = true
		}
		if text, ok := o.(*canvas.Text); ok && text.Text == words {
			yes = true
		}
	})
	return yes
}

func TestThePageOfAPersonIsDrawn(t *testing.T) {
	w := openWindow(t, demoBook(t, 38))
	for i, name := range map[int]string{2: "person-committee", 11: "person-short", 36: "person-exempt"} {
		y, err := w.book.ThisYear()
		if err != nil {
			t.Fatal(err)
		}
		w.person(y.Persons[i].ID)
		if s := w.now.(*person); s.rows == nil || w.frame.line.words.title != s.rows.name {
			t.Errorf("%s: title %s", name, w.frame.line.words.title)
		}
		drawScene(t, w, name)
	}
}

func TestNumbersAreMaskedUntilAskedFor(t *testing.T) {
	b, sun, _ := studyBook(t)
	w := openWindow(t, b)
	w.person("sun")
	if isShown(w, sun.IDNumber) || !isShown(w, org.MaskID(sun.IDNumber)) {
		t.Error("the number is shown unasked")
	}
	pressWords(t, w, "显示完整号码")
	if !isShown(w, sun.IDNumber) || !isShown(w, sun.Phone) {
		t.Error("the number stays masked")
	}
	pressWords(t, w, "下一位")
	if s := w.now.(*person); s.id != "qian" || s.open {
		t.Errorf("at %s, open %v", s.id, s.open)
	}
}

func TestAChangeIsSavedAndTakenBack(t *testing.T) {
	b, _, _ := studyBook(t)
	w := openWindow(t, b)
	w.person("sun")
	pressWords(t, w, "登记变动")
	drawScene(t, w, "person-change")
	pressWords(t, w, "外出流动")
	drawScene(t, w, "person-step")
	pressWords(t, w, "保存")
	if !isShown(w, "请填从哪天起") {
		t.Error("a change without a day is not refused at its field")
	}
	day := dateFields(w)[0]
	day.SetText("2026-10-8")
	pressWords(t, w, "保存")
	p, err := b.Store.Person("sun")
	if err != nil {
		t.Fatal(err)
	}
	if last := p.Spells[len(p.Spells)-1]; last != (org.Spell{Kind: org.SpellFloating, Value: org.FloatOut, From: "2026-10-08"}) {
		t.Fatalf("saved %+v", last)
	}
	if w.win.Canvas().Overlays().Top() != nil || !isShown(w, "流动：流出") {
		t.Error("the page does not show the change")
	}
	w.undo(w.last)
	if p, _ := b.Store.Person("sun"); len(p.Spells) != 3 {
		t.Errorf("after undo %+v", p.Spells)
	}
}

func dateFields(w *Window) (out []*kit.DateField) {
	drawnOn(w, func(o fyne.CanvasObject) {
		if d, ok := o.(*kit.DateField); ok {
			out = append(out, d)
		}
	})
	return out
}

func combosOn(w *Window) (out []*kit.Combo) {
	drawnOn(w, func(o fyne.CanvasObject) {
		if c, ok := o.(*kit.Combo); ok {
			out = append(out, c)
		}
	})
	return out
}

func TestAWrongFactIsCorrectedOrRemoved(t *testing.T) {
	b, sun, _ := studyBook(t)
	w := openWindow(t, b)
	w.person("sun")
	s := w.now.(*person)
	s.editFact(s.rows.facts[2]) // 妇女委员, over
	drawScene(t, w, "person-edit")
	fields := dateFields(w)
	fields[1].SetText("2019年2月")
	pressWords(t, w, "保存")
	p, err := b.Store.Person("sun")
	if err != nil {
		t.Fatal(err)
	}
	want := sun.Spells[2]
	want.To = "2019-02"
	if p.Spells[2] != want {
		t.Errorf("corrected %+v, want %+v", p.Spells[2], want)
	}
	if list, err := b.Store.Journal(1); err != nil || !strings.HasPrefix(list[0].Note, sun.Name+"：职务：妇女委员，") {
		t.Errorf("the journal says %+v, %v", list, err)
	}
	if got := w.frame.toast.Words(); got != "已修改：职务：妇女委员" {
		t.Errorf("of a corrected day it is said %q", got)
	}
	s.editFact(s.rows.facts[2])
	for _, title := range combosOn(w) {
		title.SetText("青年委员")
	}
	pressWords(t, w, "保存")
	if got := w.frame.toast.Words(); got != "已改为：职务：青年委员" {
		t.Errorf("of another post it is said %q", got)
	}
	s.removeFact(s.rows.facts[2])
	pressWords(t, w, "删除")
	if p, _ := b.Store.Person("sun"); len(p.Spells) != 2 {
		t.Errorf("removed: %+v", p.Spells)
	}
}

func TestAPersonsPageExplainsACharacterThatIsNotDrawn(t *testing.T) {
	b := demoBook(t, 38)
	w := openWindow(t, b)
	snap, err := b.Store.Snapshot(1, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range snap.Persons {
		switch p.Name {
		case "陈𠮷祥":
			w.person(p.ID)
			if !readsOn(w, "陈〓祥") || !readsOn(w, lackingWords[:30]) {
				t.Error("the sign is not there or not explained")
			}
		case "鲁铁锁":
			w.person(p.ID)
			if readsOn(w, lackingWords[:30]) {
				t.Error("a sign is explained that is not there")
			}
		}
	}
}
