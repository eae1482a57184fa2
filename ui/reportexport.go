package ui

import (
	"context"
	"errors"
	"fmt"

	"branchbook/store"
	"branchbook/ui/kit"
	"branchbook/ui/say"
)

// wanting says what is still to be done before exporting; empty: nothing.
func (s *report) wanting() string {
	switch {
	case !s.byPass && s.facts.card == nil:
		return "先在第①步选收件名片。"
	case s.byPass && s.view.passFault() != "":
		return "先在第①步写好口令。"
	case s.dir == "":
		return "先在第②步选写到哪里。"
	}
	return ""
}

// export writes everything, after asking if files of these names are there.
func (s *report) export() {
	if s.busy || s.wanting() != "" {
		return
	}
	f := s.facts
	o := order{dir: s.dir, name: bundleName(f.branch, f.next, s.w.book.Today()), superior: f.superior, before: f.before(), people: f.people}
	if s.byPass {
		o.pass = s.view.pass[0].Text
	} else {
		o.card = f.card
	}
	if !taken(&o) {
		s.begin(o)
		return
	}
	free, over := freeOrder(o), o
	over.replace = true
	kit.Choose(s.w.win.Canvas(), "那里已有同名文件", o.name, kit.Answer{Text: "取消", Safe: true},
		kit.Answer{Text: "代替旧文件", Do: func() { s.begin(over) }}, kit.Answer{Text: "另起一个名字", Primary: true, Do: func() { s.begin(free) }})
}

func (s *report) begin(o order) {
	s.busy, s.done = true, nil
	s.view.fill()
	s.view.progress.Start("正在写上报包……")
	s.view.progress.Set(0.1, "")
	stage(s, "", func(b *Book) (*store.Sent, error) { return writeBundle(b, &o) }, func(sent *store.Sent) {
		s.view.progress.Set(0.6, "正在写封面……")
		stage(s, "上报包已经写好，只是封面没有写成。", func(b *Book) ([]rune, error) { return writeCover(b, &o, sent) }, func(missing []rune) {
			s.view.progress.Set(0.8, "正在写学时统计表……")
			stage(s, "上报包已经写好，只是学时统计表没有写成。", func(b *Book) (bool, error) { return true, writeHours(b, &o) }, func(bool) {
				s.finish(o, sent, missing)
			})
		})
	})
}

// stage runs one step of the export; so far says what stands if it fails.
func stage[T any](s *report, soFar string, work func(*Book) (T, error), next func(T)) {
	book := s.w.book
	kit.Go(s.w.run, &s.work, func(context.Context) (T, error) { return work(book) }, func(t T, err error) {
		if err == nil {
			next(t)
			return
		}
		s.busy = false
		s.w.log(err)
		said := say.Error(err)
		if soFar != "" {
			said.What = soFar + said.What
		}
		if errors.Is(err, store.ErrInside) {
			s.dir = ""
		}
		s.w.tell(said.What, said.Next)
		s.reload()
	})
}

func (s *report) finish(o order, sent *store.Sent, missing []rune) {
	s.busy, s.done = false, &handedIn{o, sent, s.onStick(o.dir)}
	s.view.forget()
	s.w.prefer(func(p *Prefs) {
		if !s.done.stick {
			p.Folder = o.dir
		}
	})
	if len(missing) > 0 {
		s.w.tell(fmt.Sprintf("封面上有%d个字字库里没有，已留出方框。", len(missing)), "请打印后用笔补上："+string(missing))
	}
	s.w.frame.saved(s.w.book)
	s.reload()
}

// again puts the finished export away.
func (s *report) again() {
	s.done = nil
	s.view.fill()
	s.w.titled(s)
}

func (s *report) openDone()  { s.w.openFile(s.done.order.dir) }
func (s *report) printDone() { s.w.openFile(s.done.order.cover()) }
