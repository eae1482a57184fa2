package ui

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"branchbook/store"
	"branchbook/store/bundle"
	"branchbook/store/org"
	"branchbook/store/safefile"
	"branchbook/ui/kit"
	"branchbook/ui/say"
)

// report is handing in to the committee above.
type report struct {
	page
	drives func() ([]safefile.Drive, error)
	facts  *reportFacts
	byPass bool   // a passphrase in place of a card
	dir    string // where to write; empty: not chosen
	busy   bool
	done   *handedIn
	work   kit.Lane
	view   *reportView
}

// handedIn is what was written.
type handedIn struct {
	order order
	sent  *store.Sent
	stick bool
}

func newReport(w *Window) *report {
	return &report{page: newPage(w), drives: safefile.Drives}
}

func (s *report) place() place { return atReport }

func (s *report) head() head {
	h := head{title: "上报"}
	if s.facts != nil {
		h.note = fmt.Sprintf("这次是第 %d 次", s.facts.next)
	}
	return h
}

func (s *report) reload() {
	drives := s.drives
	load(&s.page, func(b *Book) (*reportFacts, error) { return loadReport(b, drives) }, s.show)
}

func (s *report) show(f *reportFacts) {
	s.facts = f
	if !isFolder(s.dir) {
		s.dir = f.best()
	}
	if s.view == nil {
		s.view = newReportView(s)
	}
	s.view.fill()
	s.put(s.view.body)
	s.w.titled(s)
}

// best is where a bundle goes if nobody says otherwise: the first stick with
// room, or the folder of last time.
func (f *reportFacts) best() string {
	for i := range f.drives {
		if !f.drives[i].tooSmall() {
			return f.drives[i].path
		}
	}
	if f.folder != nil {
		return f.folder.path
	}
	return ""
}

// onStick tells whether the chosen place is one of the sticks.
func (s *report) onStick(dir string) bool {
	for i := range s.facts.drives {
		if s.facts.drives[i].path == dir {
			return true
		}
	}
	return false
}

// chooseCard lets the user choose the file of a card.
func (s *report) chooseCard() {
	s.w.chooseFile("选上级给的收件名片", cardEndings, s.takeCard)
}

// takeCard shows a card and keeps it once the code has been compared.
func (s *report) takeCard(path string) {
	type read struct {
		text []byte
		card *bundle.Card
	}
	task(s.w, &s.work, func(context.Context, *Book) (read, error) {
		text, card, err := readCard(path)
		return read{text, card}, err
	}, func(r read) {
		kit.NewDialog("收件名片："+r.card.Name, cardBody(r.card), kit.Answer{Text: "先不用", Safe: true},
			kit.Answer{Text: "核对一致，使用", Primary: true, Do: func() { s.keepCard(r.text) }}).Show(s.w.win.Canvas())
	})
}

func (s *report) keepCard(text []byte) {
	s.w.prefer(func(p *Prefs) { p.Card = text })
	s.byPass = false
	s.reload()
}

func (s *report) usePass(yes bool) {
	s.byPass = yes
	s.view.fill()
}

func (s *report) choose(dir string) {
	s.dir = dir
	s.view.fill()
}

func (s *report) otherFolder() {
	s.w.chooseFolder("上报包写到哪个文件夹", s.choose)
}

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
}

func (s *report) openDone() { s.w.openFile(filepath.Clean(s.done.order.dir)) }
func (s *report) printDone() {
	s.w.openFile(s.done.order.cover())
}

// expected says what the next export is, in words.
func (s *report) expected() string {
	f, wanted := s.facts, bundle.Fields{}
	if !s.byPass && f.card != nil {
		wanted = f.card.Fields
	}
	return "包里有 " + f.who() + "。" + masked(wanted)
}

// sealedFor says who can open what is written.
func (s *report) sealedFor() string {
	switch {
	case s.byPass:
		return "写出的文件已加密，只有知道口令的人能打开。"
	case s.facts.card != nil:
		return "写出的文件已加密，只有" + s.facts.card.Name + "能打开。"
	}
	return "写出的文件已加密。"
}

// demoWords warns of an invented branch.
const demoWords = "这是演示支部，上级不会接收。"

// doneWords tells what was written.
func (h *handedIn) words() string {
	text := fmt.Sprintf("第 %d 次已写好，共 3 个文件。", h.sent.Sequence)
	if h.stick {
		return text + "可以拔出 U 盘了。"
	}
	return text
}

// checkDay is when a bundle was written.
func (r *sentRow) when() string {
	return org.DateOf(r.at).Chinese() + r.at.Format(" 15:04")
}
