package ui

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"branchbook/store"
	"branchbook/store/org"
	"branchbook/ui/kit"
	"branchbook/ui/kit/kittest"
)

// emptyComputer shows the window on a computer without a branch.
func emptyComputer(t *testing.T) *Window {
	t.Helper()
	t.Setenv("TMPDIR", t.TempDir())
	w := newWindow(kittest.App(t), kit.Inline(), Options{Dir: filepath.Join(t.TempDir(), "data"), Version: "0.0.0", Now: now})
	w.win.Resize(fyne.NewSize(1366, 696))
	w.begin()
	t.Cleanup(func() {
		if w.book != nil {
			if err := w.book.Store.Close(); err != nil {
				t.Error(err)
			}
		}
	})
	return w
}

// button finds a button by its words, in the dialog that stands or else in the
// window.
func button(t *testing.T, w *Window, words string) *kit.Button {
	t.Helper()
	c := w.win.Canvas()
	roots := append([]fyne.CanvasObject{c.Content()}, c.Overlays().List()...)
	slices.Reverse(roots)
	for _, root := range roots {
		for _, o := range test.LaidOutObjects(root) {
			if b, ok := o.(*kit.Button); ok && b.Text == words {
				return b
			}
		}
	}
	var have []string
	for _, root := range roots {
		for _, o := range test.LaidOutObjects(root) {
			if b, ok := o.(*kit.Button); ok {
				have = append(have, b.Text)
			}
		}
	}
	t.Fatalf("no button says %s, only %q", words, have)
	return nil
}

// press presses a button by the keyboard.
func press(t *testing.T, w *Window, words string) {
	t.Helper()
	b := button(t, w, words)
	if b.Disabled() {
		t.Fatalf("%s is off", words)
	}
	w.win.Canvas().Focus(b)
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

func TestANewComputerBeginsWithTheKeyboardOnNewBranch(t *testing.T) {
	w := emptyComputer(t)
	if b, ok := w.win.Canvas().Focused().(*kit.Button); !ok || b.Text != "新建支部" {
		t.Errorf("the focus is on %v", w.win.Canvas().Focused())
	}
	for _, words := range []string{"新建支部", "看演示支部", "从备份恢复"} {
		button(t, w, words)
	}
}

// typeBranch fills the form of a new branch by hand.
func typeBranch(t *testing.T, w *Window) {
	t.Helper()
	press(t, w, "新建支部")
	fields := entries(w)
	test.Type(fields[0], "柳树村党支部")
	test.Type(fields[1], "990-0001")
}

// entries are the fields of the window in the order of the eye.
func entries(w *Window) (list []fyne.Focusable) {
	for _, o := range test.LaidOutObjects(w.win.Canvas().Content()) {
		switch e := o.(type) {
		case *kit.Entry:
			list = append(list, e)
		case *kit.DateField:
			list = append(list, e)
		}
	}
	return list
}

func TestANewBranchIsMadeFromWhatIsTyped(t *testing.T) {
	w := emptyComputer(t)
	typeBranch(t, w)
	sel := only[*kit.Select](t, w)
	sel.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	w.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	dates := all[*kit.DateField](w)
	test.Type(dates[0], "2024-3-10")
	press(t, w, "加一个党小组")
	press(t, w, "加一个党小组")
	press(t, w, "新建支部")
	if w.book == nil {
		t.Fatal("no branch is open")
	}
	b, err := w.book.Store.Branch()
	if err != nil {
		t.Fatal(err)
	}
	if b.Name != "柳树村党支部" || b.Code != "990-0001" || b.Kind != org.Village || b.Demo {
		t.Errorf("made %+v", b)
	}
	if want := (org.Term{Start: org.NewDate(2024, 3, 10), Years: 5}); b.Term != want || b.Since != org.NewDate(2026, 11, 1) {
		t.Errorf("term %+v, since %v", b.Term, b.Since)
	}
	if len(b.Groups) != 2 || b.Groups[0].Name != "第一党小组" || b.Groups[1].Name != "第二党小组" {
		t.Errorf("groups %+v", b.Groups)
	}
	if _, ok := w.now.(*welcome); !ok {
		t.Errorf("after it stands %T", w.now)
	}
	press(t, w, "以后再说")
	if _, ok := w.now.(*home); !ok || len(w.back) != 0 {
		t.Errorf("then %T with %d behind", w.now, len(w.back))
	}
}

func all[T any](w *Window) (list []T) {
	for _, o := range test.LaidOutObjects(w.win.Canvas().Content()) {
		if found, ok := o.(T); ok {
			list = append(list, found)
		}
	}
	return list
}

func only[T any](t *testing.T, w *Window) T {
	t.Helper()
	list := all[T](w)
	if len(list) != 1 {
		t.Fatalf("%d of %T", len(list), *new(T))
	}
	return list[0]
}

func TestAnEmptyFormMakesNoBranchAndSaysWhatIsMissing(t *testing.T) {
	w := emptyComputer(t)
	press(t, w, "新建支部")
	press(t, w, "新建支部")
	if w.book != nil {
		t.Fatal("a branch without a name was made")
	}
	form := only[*kit.Form](t, w)
	for _, field := range []string{"name", "code", "kind"} {
		if form.FaultOf(field) == "" {
			t.Errorf("%s has no fault", field)
		}
	}
	if _, err := os.Stat(w.opt.Dir); !os.IsNotExist(err) {
		t.Errorf("the data folder: %v", err)
	}
}

func TestAFolderThatAnotherProgramFilledIsOpenedInstead(t *testing.T) {
	w := emptyComputer(t)
	press(t, w, "新建支部")
	s, err := store.Create(w.opt.Dir, store.Options{Now: now, Program: "verb"}, &org.Branch{Name: "先到支部", Code: "1", Kind: org.Village})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	fields := entries(w)
	test.Type(fields[0], "柳树村党支部")
	test.Type(fields[1], "990-0001")
	sel := only[*kit.Select](t, w)
	sel.SetChosen(0)
	press(t, w, "新建支部")
	press(t, w, "知道了")
	if w.book == nil {
		t.Fatal("nothing is open")
	}
	if b, err := w.book.Store.Branch(); err != nil || b.Name != "先到支部" {
		t.Errorf("open is %+v, %v", b, err)
	}
}

func TestTheDemoGoesWithEverythingInIt(t *testing.T) {
	w := emptyComputer(t)
	press(t, w, "看演示支部")
	if w.book == nil || !w.book.temp {
		t.Fatal("no demo is open")
	}
	dir := w.book.Store.Dir()
	w.open(atSettings)
	press(t, w, "结束演示")
	if _, err := os.Stat(dir); !os.IsNotExist(err) {
		t.Errorf("the demo's folder: %v", err)
	}
	if w.book != nil {
		t.Error("still open")
	}
	button(t, w, "新建支部") // the first page again
}

func TestTheDemoGoesWhenTheWindowIsClosed(t *testing.T) {
	w := emptyComputer(t)
	press(t, w, "看演示支部")
	dir := w.book.Store.Dir()
	w.close()
	if _, err := os.Stat(dir); !os.IsNotExist(err) {
		t.Errorf("the demo's folder: %v", err)
	}
}

func TestADemoLeavesTheOwnBranchAlone(t *testing.T) {
	own := emptyBook(t)
	dir := own.Store.Dir()
	w := openWindow(t, own)
	w.tryDemo()
	if !w.book.temp || w.book.Store.Dir() == dir {
		t.Fatalf("open is %s", w.book.Store.Dir())
	}
	w.endDemo()
	if w.book.temp || w.book.Store.Dir() != dir {
		t.Errorf("open is %s", w.book.Store.Dir())
	}
	w.close()
	if _, err := os.Stat(filepath.Join(dir, "branchbook.db")); err != nil {
		t.Errorf("the own branch: %v", err)
	}
}

func TestANewBranchIsAskedByWhichRules(t *testing.T) {
	for _, untick := range []bool{false, true} {
		w := emptyComputer(t)
		typeBranch(t, w)
		sel := only[*kit.Select](t, w)
		sel.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		w.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		city := only[*kit.Check](t, w)
		if city.Text != "济南市党员教育培训实施意见（2020年）" || !city.On() {
			t.Fatalf("offered %q, %v", city.Text, city.On())
		}
		if untick {
			city.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		}
		press(t, w, "新建支部")
		d, err := loadSettings(w.book)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range d.packs {
			if p.name == "jinan-2020" && p.on == untick {
				t.Errorf("unticked %v, on %v", untick, p.on)
			}
		}
		if err := w.book.Store.Close(); err != nil {
			t.Fatal(err)
		}
		w.book = nil
	}
}
