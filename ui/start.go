package ui

import (
	"context"
	"errors"
	"log"
	"os"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"branchbook/store"
	"branchbook/store/demo"
	"branchbook/store/org"
	"branchbook/ui/kit"
	"branchbook/ui/say"
)

// program is what the owner's note says of a window.
const program = "window"

// backupLook is how often the window asks the store whether a backup is due.
const backupLook = 5 * time.Minute

// Run shows the window and returns when it is closed. The branch of the data
// folder is opened, or a fresh demo; where there is none, the first page is
// shown.
func Run(app fyne.App, o Options) {
	app.Settings().SetTheme(kit.Theme{})
	if err := kit.Chinese(); err != nil {
		log.Print(err) // the words of the right mouse button stay as the system has them
	}
	run := kit.NewRunner()
	w := newWindow(app, run, o)
	w.win.SetCloseIntercept(w.close)
	w.bare(container.NewCenter(kit.Text("正在打开……", kit.Body.In(kit.Second))))
	w.begin() // the file is read while the toolkit starts; what comes of it waits for the window
	w.mapWidgets()
	app.Lifecycle().SetOnStarted(w.fit)
	w.win.ShowAndRun()
	run.Close()
}

// begin opens what the options ask for.
func (w *Window) begin() {
	if w.opt.Demo {
		w.openDemo()
		return
	}
	w.openDir(w.opt.Dir)
}

// openDir opens the branch of a data folder; the folder of the user if dir is
// empty.
func (w *Window) openDir(dir string) { w.openThen(dir, func() {}) }

// openThen is openDir, and goes on once the branch, or what stands in its
// place, is shown.
func (w *Window) openThen(dir string, then func()) {
	now, version := w.opt.Now, w.opt.Version
	kit.Go(w.run, &w.change, func(context.Context) (*begun, error) {
		if dir == "" {
			own, err := store.DefaultDir()
			if err != nil {
				return nil, errors.Join(say.ErrNoHome, err)
			}
			dir = own
		}
		s, err := store.Open(dir, store.Options{Now: now, Program: program})
		if err != nil {
			return nil, err
		}
		return beginWith(&Book{Store: s, Now: now, Version: version}), nil
	}, func(b *begun, err error) {
		w.opt.Dir = dir
		switch {
		case errors.Is(err, store.ErrNoBranch):
			w.first()
		case err != nil:
			w.cannotOpen(err)
		default:
			w.take(b)
		}
		then()
	})
}

// openDemo makes a fresh invented branch in a temporary folder, which goes when
// the demo ends or the window is closed.
func (w *Window) openDemo() {
	now := w.opt.Now
	kit.Go(w.run, &w.change, func(context.Context) (*store.Store, error) { return makeDemo(now) }, func(s *store.Store, err error) {
		if err != nil {
			w.cannotOpen(err)
			return
		}
		w.take(&begun{book: &Book{Store: s, Now: now, Version: w.opt.Version, temp: true}})
	})
}

// tryDemo shows the demo in the place of the branch that is open.
func (w *Window) tryDemo() {
	w.leave(func() { w.letGo(w.thenOrTell(w.openDemo)) })
}

// endDemo removes the demo and goes on with the user's own branch, or with the
// first page if there is none.
func (w *Window) endDemo() {
	w.leave(func() {
		w.opt.Demo = false
		w.letGo(w.thenOrTell(func() { w.openDir(w.opt.Dir) }))
	})
}

// thenOrTell goes on after the file was closed, in any case; what went wrong is
// said first.
func (w *Window) thenOrTell(then func()) func(error) {
	return func(err error) {
		if err == nil {
			then()
			return
		}
		s := say.Error(err).Plain()
		w.tellThen(s.What, s.Next, then)
	}
}

// makeDemo fills a temporary folder with the usual demo branch.
func makeDemo(now func() time.Time) (*store.Store, error) {
	dir, err := os.MkdirTemp("", "branchbook-demo-")
	if err != nil {
		return nil, err
	}
	snap, err := demo.Make(demo.Options{Today: org.DateOf(now())})
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	s, err := store.Create(dir, store.Options{Now: now, Program: program}, snap.Branch)
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	if _, err := s.LoadDemo(snap); err != nil {
		return nil, errors.Join(err, s.Close(), os.RemoveAll(dir))
	}
	return s, nil
}

// opened takes an open branch into the window.
func (w *Window) opened(s *store.Store) {
	w.take(&begun{book: &Book{Store: s, Now: w.opt.Now, Version: w.opt.Version}})
}

// begun is a branch that was opened, with its first page if that was read along.
type begun struct {
	book *Book
	home *homeData
}

// beginWith reads the first page along, so that it stands there at once. What
// goes wrong is found and said when the page reads anew.
func beginWith(b *Book) *begun {
	home, _ := loadHome(b)
	return &begun{b, home}
}

func (w *Window) take(b *begun) {
	s := b.book.Store
	w.book = b.book
	w.now, w.back, w.last, w.undone, w.frame.draft = nil, nil, 0, nil, false
	w.win.SetContent(w.frame.build(w))
	if !b.book.temp {
		w.rescale(LoadPrefs(s.Dir()).Font.Scale())
	}
	w.named()
	first := newHome(w)
	first.ahead = b.home
	w.top(first)
	w.frame.find.fresh()
	w.run.Every(backupLook, func() bool { return w.backupNow(s) })
	w.run.Every(draftLook, func() bool { return w.draftNow(s) })
}

// draftNow looks for what is not saved; false ends the looking.
func (w *Window) draftNow(s *store.Store) bool {
	if w.book == nil || w.book.Store != s {
		return false
	}
	w.frame.look()
	return true
}

// named shows the branch's name and the state of its file.
func (w *Window) named() {
	b, err := w.book.Store.Branch()
	if err != nil {
		w.fail(err)
		return
	}
	w.win.SetTitle("支部台账 · " + b.Name)
	w.frame.name(b)
	w.frame.saved(w.book)
}

// backupNow lets the store make a backup if one is due; false ends the asking.
func (w *Window) backupNow(s *store.Store) bool {
	if w.book == nil || w.book.Store != s {
		return false
	}
	var lane kit.Lane
	kit.Go(w.run, &lane, func(context.Context) (bool, error) { return true, s.BackupWhenDue() }, func(_ bool, err error) {
		if err != nil {
			w.log(err)
		}
		if w.book != nil {
			w.frame.saved(w.book)
		}
	})
	return true
}

// close lets go of the file, which makes a backup, and then of the window.
func (w *Window) close() {
	w.leave(func() {
		if w.book == nil {
			w.win.Close()
			return
		}
		w.letGo(w.thenOrTell(w.win.Close))
	})
}

// letGo closes the file and forgets the branch; a demo's folder is removed.
func (w *Window) letGo(then func(error)) {
	s, temp := w.book.Store, w.book.temp
	w.book, w.now, w.back = nil, nil, nil
	words := "正在保存备份……"
	if temp {
		words = "正在结束演示……"
	}
	w.bare(container.NewCenter(kit.Text(words, kit.Body.In(kit.Second))))
	if err := w.prints.remove(); err != nil {
		w.log(err) // a viewer still has one open; the system's own cleaning takes it
	}
	kit.Go(w.run, &w.change, func(context.Context) (bool, error) {
		err := s.Close()
		if temp {
			err = errors.Join(err, os.RemoveAll(s.Dir()))
		}
		return true, err
	}, func(_ bool, err error) {
		if err != nil {
			log.Print(err)
		}
		then(err)
	})
}

// cannotOpen says why the branch cannot be opened, and what can be done.
func (w *Window) cannotOpen(err error) {
	w.log(err)
	s := say.Error(err).Plain()
	again := kit.NewButton("再试一次", w.begin)
	restore := kit.NewButton("从备份恢复", func() { w.restore() })
	words := kit.Down(kit.Gap, container.NewCenter(kit.Icon("warn", kit.Owing.Bar, 48)), container.NewCenter(kit.Text(s.What, kit.PageTitle)),
		container.NewCenter(kit.Text(s.Next, kit.Body.In(kit.Second))), container.NewCenter(kit.Across(kit.Gap, again, restore)))
	w.bare(container.NewCenter(words))
}
