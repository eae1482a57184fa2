package ui

import (
	"context"
	"fmt"

	"branchbook/store"
	"branchbook/store/bundle"
	"branchbook/store/org"
	"branchbook/store/safefile"
	"branchbook/ui/kit"
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
	if s.done != nil {
		h.note = fmt.Sprintf("第 %d 次已写好", s.done.sent.Sequence)
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
	return f.folder
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

// expected says what the next export is, in words.
func (s *report) expected() string {
	f, wanted := s.facts, bundle.Fields{}
	if !s.byPass && f.card != nil {
		wanted = f.card.Fields
	}
	return "包里有 " + f.who() + "。" + masked(wanted)
}

// sealedFor says who can open the bundle; the two files beside it are open.
func (s *report) sealedFor() string {
	switch {
	case s.byPass:
		return "上报包已加密，只有知道口令的人能打开。"
	case s.facts.card != nil:
		return "上报包已加密，只有" + s.facts.card.Name + "能打开。"
	}
	return "上报包已加密。"
}

// demoWords warns of an invented branch.
const demoWords = "这是演示支部，上级不会接收。"

// words tell what was written.
func (h *handedIn) words() string {
	text := fmt.Sprintf("第 %d 次已写好，共 3 个文件。", h.sent.Sequence)
	if h.stick {
		return text + "可以拔出 U 盘了。"
	}
	return text
}

// when is when a bundle was written.
func (r *sentRow) when() string {
	return org.DateOf(r.at.Local()).Chinese() + r.at.Local().Format(" 15:04")
}
