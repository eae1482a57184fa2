package ui

import (
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"branchbook/store"
	"branchbook/store/org"
	"branchbook/ui/kit"
)

// branchPage corrects what is on file of the branch.
type branchPage struct {
	page
	form  *branchForm // nil until it is loaded
	was   *org.Branch
	saved *kit.Button
}

func newBranchPage(w *Window) *branchPage {
	s := &branchPage{page: newPage(w)}
	s.saved = kit.NewPrimary("保存（Ctrl+S）", s.save)
	return s
}

func (s *branchPage) place() place { return atSettings }
func (s *branchPage) head() head {
	return head{title: "支部信息", actions: []fyne.CanvasObject{s.saved}}
}

// branchOnFile is the branch with what its rules propose.
type branchOnFile struct {
	*org.Branch
	termYears func(org.BranchKind) int
}

func loadBranchOnFile(b *Book) (branchOnFile, error) {
	snap, err := b.Store.Snapshot(1, 0)
	if err != nil {
		return branchOnFile{}, err
	}
	termYears, err := termYearsOn(b.Today(), snap.Packs)
	return branchOnFile{snap.Branch, termYears}, err
}

func (s *branchPage) reload() {
	if s.form != nil {
		return // what was typed stays
	}
	load(&s.page, loadBranchOnFile, s.show)
}

func (s *branchPage) show(b branchOnFile) {
	s.was = b.Branch
	s.form = newBranchForm(branchTextOf(b.Branch), s.w.opt.Now, b.termYears)
	scroll := container.NewVScroll(kit.Panel(kit.Pad(kit.Gap, kit.PageEdge, kit.Gap, kit.PageEdge, s.form.form)))
	s.form.fit = scroll.Refresh
	s.put(kit.Pad(0, kit.PageEdge, kit.Gap, kit.PageEdge, scroll))
	s.form.form.Focus("name")
}

func (s *branchPage) save() {
	if s.form == nil {
		return
	}
	b, ok := s.form.read(s.was)
	if !ok {
		return
	}
	s.w.actOn("支部信息已保存", these(b), func(book *Book) (store.Changed, error) { return book.Store.SetBranch(b) }, func(store.Changed) {
		s.w.named()
		s.w.stepBack()
	})
}

// unsaved tells whether something was changed that is not saved.
func (s *branchPage) unsaved() bool {
	return s.form != nil && !reflect.DeepEqual(s.form.text(), s.form.shown)
}

func (s *branchPage) leave(then func()) {
	if !s.unsaved() {
		then()
		return
	}
	s.w.ask("支部信息还没有保存", "离开的话，刚才改的就没有了。", "不保存，离开", "接着改", then)
}
