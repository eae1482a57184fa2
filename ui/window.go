package ui

import (
	"context"
	"errors"
	"log"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"branchbook/store"
	"branchbook/store/closed"
	"branchbook/ui/kit"
	"branchbook/ui/say"
)

// Options say how the window starts.
type Options struct {
	Dir      string                  // data folder; that of the user if empty
	Demo     bool                    // a fresh invented branch, in a folder that is gone afterwards
	Version  string                  // of the program
	Now      func() time.Time        // the clock; time.Now if nil
	OpenFile func(path string) error // shows a file in the system's program for it
	Scale    float32                 // how large everything is drawn at first (字号); 1 if 0
	SetScale func(float32)           // changes that, which the toolkit reads with its settings; may be nil
	Screen   func() (w, h int)       // the room on the screen in dots; unknown if nil
}

// Window is the program's one window.
type Window struct {
	opt  Options
	app  fyne.App
	win  fyne.Window
	run  *kit.Runner
	book *Book // nil until a branch is open

	now    screen
	back   []screen
	frame  frame
	change kit.Lane // changes of the file, one at a time
	saving bool
	last   int64   // journal entry that Ctrl+Z takes back; 0: the newest that stands
	undone []int64 // the undoings that Ctrl+Y takes back, the newest last
	prints prints  // the forms that were printed
}

// newWindow makes the window without a branch.
func newWindow(app fyne.App, run *kit.Runner, o Options) *Window {
	if o.Now == nil {
		o.Now = time.Now
	}
	w := &Window{opt: o, app: app, run: run, win: app.NewWindow("支部台账")}
	w.win.SetPadded(false)
	w.win.Resize(firstSize(o.Scale))
	w.win.SetMaster()
	w.keys()
	return w
}

// show shows a screen after the one that stands has let go of it.
func (w *Window) show(s screen) {
	w.leave(func() {
		if w.now != nil {
			w.back = append(w.back, w.now)
		}
		w.stand(s)
	})
}

// top shows a screen of the side bar: from there, no way leads back.
func (w *Window) top(s screen) {
	w.leave(func() {
		w.back = nil
		w.stand(s)
	})
}

// goBack shows the screen before this one, or the first page.
func (w *Window) goBack() {
	w.leave(w.stepBack)
}

// stepBack is goBack for a screen that has nothing more to ask.
func (w *Window) stepBack() {
	if n := len(w.back); n > 0 {
		s := w.back[n-1]
		w.back = w.back[:n-1]
		w.stand(s)
		return
	}
	w.stand(newHome(w))
}

func (w *Window) leave(then func()) {
	if l, ok := w.now.(leaver); ok {
		l.leave(then)
		return
	}
	then()
}

// stand makes a screen the one that is seen.
func (w *Window) stand(s screen) {
	w.now = s
	w.frame.toast.Dismiss()
	w.win.Canvas().Unfocus()
	w.frame.show(s)
	s.reload()
}

// titled shows the title line anew, after a screen has changed its head.
func (w *Window) titled(s screen) {
	if w.now == s {
		w.frame.head(s.head())
	}
}

// act changes the file away from the window. When it is done it says so, offers
// to undo it, and calls then, or shows the screen anew if then is nil. What goes
// wrong is said, and the screen stays as it is. While one change runs, another
// is not begun. A change of what hours are counted from goes through actOn.
func (w *Window) act(done string, work func(*Book) (store.Changed, error), then func(store.Changed)) {
	w.actOn(done, nil, work, then)
}

// actOn is act for a change that may alter the hours of closed years. Where what
// saves lists would do so, nothing is changed before the user has agreed.
func (w *Window) actOn(done string, saves saves, work func(*Book) (store.Changed, error), then func(store.Changed)) {
	if w.saving {
		return
	}
	w.saving = true
	book := w.book
	type outcome struct {
		asks *closed.Question
		c    store.Changed
	}
	kit.Go(w.run, &w.change, func(context.Context) (o outcome, err error) {
		if o.asks, err = saves.ask(book); err == nil && o.asks == nil {
			o.c, err = work(book)
		}
		return o, err
	}, func(o outcome, err error) {
		w.saving = false
		switch {
		case err != nil:
			w.fail(err)
		case o.asks != nil:
			w.askClosed(o.asks, func() { w.act(done, work, then) })
		default:
			w.changed(done, o.c, then)
		}
	})
}

// changed says that a change is done, and goes on.
func (w *Window) changed(done string, c store.Changed, then func(store.Changed)) {
	w.last, w.undone = c.Seq, nil
	w.frame.saved(w.book)
	w.frame.find.fresh()
	if then != nil {
		then(c)
	} else {
		w.now.reload()
	}
	w.frame.look()
	if c.Seq != 0 {
		w.say(done, "撤销", func() { w.undo(c.Seq) })
	} else {
		w.say(done, "", nil)
	}
}

// undo takes an operation back; 0 is the newest that stands.
func (w *Window) undo(seq int64) {
	if w.book == nil || w.saving {
		return
	}
	w.leave(func() { w.undoNow(seq) })
}

func (w *Window) undoNow(seq int64) {
	w.saving = true
	book := w.book
	type undone struct {
		entry store.Entry
		c     store.Changed
	}
	kit.Go(w.run, &w.change, func(context.Context) (undone, error) {
		e, c, err := book.Store.Undo(seq)
		return undone{e, c}, err
	}, func(u undone, err error) {
		w.saving = false
		if err != nil {
			w.fail(err)
			return
		}
		w.last = 0
		if !w.redone(seq) {
			w.undone = append(w.undone, u.c.Seq)
		}
		w.named()
		w.frame.find.fresh()
		words := "已撤销：" + say.Op(u.entry.Op)
		if u.entry.Note != "" {
			words += "（" + u.entry.Note + "）"
		}
		w.afterUndo()
		w.say(words, "恢复", func() { w.undo(u.c.Seq) })
	})
}

// redo takes the last undoing back, if nothing was changed since.
func (w *Window) redo() {
	if n := len(w.undone); n > 0 {
		w.undo(w.undone[n-1])
	}
}

// redone tells whether an operation was an undoing, which is then no longer to be
// taken back.
func (w *Window) redone(seq int64) bool {
	n := len(w.undone)
	w.undone = slices.DeleteFunc(w.undone, func(u int64) bool { return u == seq })
	return len(w.undone) < n
}

// afterUndo shows the screen anew, or the one before it if what it showed is
// gone.
func (w *Window) afterUndo() {
	if g, ok := w.now.(interface{ gone() bool }); ok && g.gone() {
		w.stepBack()
		return
	}
	w.now.reload()
}

// task runs long work that changes no record, such as printing or exporting,
// and shows its answer; what goes wrong is said.
func task[T any](w *Window, lane *kit.Lane, work func(context.Context, *Book) (T, error), show func(T)) {
	book := w.book
	kit.Go(w.run, lane, func(ctx context.Context) (T, error) { return work(ctx, book) }, func(t T, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		show(t)
	})
}

// log keeps an error for whoever looks into a fault. Errors carry no personal
// data.
func (w *Window) log(err error) {
	if !errors.Is(err, context.Canceled) {
		log.Print(err)
	}
}

// fail says what went wrong and what to do next.
func (w *Window) fail(err error) {
	w.log(err)
	s := say.Error(err).Plain()
	w.tell(s.What, s.Next)
}

// bare shows an object without side bar and title line, while no branch is open.
func (w *Window) bare(o fyne.CanvasObject) {
	w.win.SetContent(kit.Ground(kit.Paper, container.NewStack(o)))
}
