package ui

import (
	"image/png"
	"os"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"branchbook/store"
	"branchbook/store/demo"
	"branchbook/store/org"
	"branchbook/ui/kit"
	"branchbook/ui/kit/kittest"
)

// now is the clock of these tests: a Monday morning.
func now() time.Time { return time.Date(2026, 11, 23, 9, 12, 0, 0, time.Local) }

// demoBook opens a demo branch of some members in a folder of the test.
func demoBook(t testing.TB, members int) *Book {
	t.Helper()
	snap, err := demo.Make(demo.Options{Members: members, Today: org.DateOf(now())})
	if err != nil {
		t.Fatal(err)
	}
	return bookOf(t, snap.Branch, snap)
}

// emptyBook opens a new branch with nobody in it.
func emptyBook(t testing.TB) *Book {
	t.Helper()
	return bookOf(t, &org.Branch{Name: "柳树村党支部", Code: "990-0001", Kind: org.Village, Superior: "柳溪镇党委",
		Term: org.Term{Start: org.NewDate(2024, 3, 10), Years: 5}, Since: org.NewDate(2026, 11, 1)}, nil)
}

func bookOf(t testing.TB, b *org.Branch, snap *org.Snapshot) *Book {
	t.Helper()
	s, err := store.Create(t.TempDir(), store.Options{Now: now, Program: program, Machine: "test"}, b)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	if snap != nil {
		if _, err := s.LoadDemo(snap); err != nil {
			t.Fatal(err)
		}
	}
	return &Book{Store: s, Now: now, Version: "0.0.0"}
}

// openWindow shows a branch in a window of the toolkit's test program, whose
// work runs inline, at the size that a laptop leaves.
func openWindow(t testing.TB, b *Book) *Window {
	t.Helper()
	w := newWindow(kittest.App(t), kit.Inline(), Options{Dir: b.Store.Dir(), Version: b.Version, Now: now})
	w.opened(b.Store)
	w.win.Resize(fyne.NewSize(1366, 696))
	t.Cleanup(func() { w.book = nil })
	return w
}

// picture writes what the window shows to a PNG file.
func picture(t testing.TB, w *Window, path string) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, w.win.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}

func TestPictureForTheEye(t *testing.T) {
	if os.Getenv("PICTURE") == "" {
		t.Skip("PICTURE names no file")
	}
	picture(t, openWindow(t, demoBook(t, 38)), os.Getenv("PICTURE"))
}

func TestTheWindowIsNeverLargerThanTheScreen(t *testing.T) {
	w := openWindow(t, emptyBook(t))
	w.opt.Screen = func() (int, int) { return 1280, 720 }
	w.fit()
	if got := w.win.Canvas().Size(); got != fyne.NewSize(1280, 720-frameHeight) {
		t.Errorf("the window is %v", got)
	}
	w.win.Resize(fyne.NewSize(1000, 600))
	w.fit()
	if got := w.win.Canvas().Size(); got != fyne.NewSize(1000, 600) {
		t.Errorf("a window that has room became %v", got)
	}
	if got := firstSize(1.4); got.Width*1.4 > 1366.1 || got.Height*1.4 > 696.1 {
		t.Errorf("the first size in larger letters is %v", got)
	}
}

func TestAScreenThatWantsMuchDoesNotWidenTheWindow(t *testing.T) {
	w := openWindow(t, emptyBook(t))
	w.frame.middle.Objects = []fyne.CanvasObject{kit.Sized(3000, 2000, kit.Spring())}
	if got, room := w.win.Content().MinSize(), firstSize(1.4); got.Width > room.Width || got.Height > room.Height {
		t.Errorf("the window needs %v, a small laptop has %v", got, room)
	}
}
