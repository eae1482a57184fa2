package ui

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"branchbook/rules"
	"branchbook/store"
	"branchbook/store/org"
	"branchbook/ui/kit"
	"branchbook/ui/say"
)

// first is the page of a computer without a branch.
func (w *Window) first() {
	create := kit.NewPrimary("新建支部", w.newBranch)
	choices := kit.Down(12,
		firstChoice(create, "填支部名称和类型，两三分钟"),
		firstChoice(kit.NewButton("看演示支部", w.openDemo), "人员全部虚构，随便点，关掉就没有了"),
		firstChoice(kit.NewButton("从备份恢复", w.restore), "换了电脑，或重装了系统"))
	words := kit.Down(kit.HalfGap, container.NewCenter(kit.Text("支部台账", kit.Figure.In(kit.Accent))),
		container.NewCenter(kit.Text("活动记一次，到会、学时、缺项、打印和上报就都有了。", kit.Body)),
		container.NewCenter(kit.Text("数据只存在这台电脑上，不联网。", kit.Label)))
	w.bare(container.NewVScroll(container.NewCenter(kit.Pad(kit.Gap, 0, kit.Gap, 0, kit.Down(32, words, choices)))))
	w.win.Canvas().Focus(create)
}

func firstChoice(b *kit.Button, note string) fyne.CanvasObject {
	return kit.Panel(kit.Pad(kit.Gap, kit.PageEdge, kit.Gap, kit.PageEdge,
		kit.Around(nil, nil, kit.Sized(190, 52, b), nil, kit.Sized(330, 0, kit.Pad(0, 0, 0, kit.PageEdge, kit.Middle(kit.Text(note, kit.Label)))))))
}

// firstWidth is how wide a page without the side bar gets.
const firstWidth float32 = 860

// firstPage is a page without the side bar: a title with words beside it, a body
// and buttons that stay in sight.
func firstPage(title, note string, body fyne.CanvasObject, buttons ...fyne.CanvasObject) *fyne.Container {
	head := kit.Sized(0, kit.TopBar, kit.Across(kit.Gap, kit.Middle(kit.Text(title, kit.PageTitle)), kit.Middle(kit.Text(note, kit.Label))))
	foot := kit.Pad(12, 0, 12, 0, kit.Across(kit.HalfGap, append([]fyne.CanvasObject{kit.Spring()}, buttons...)...))
	return container.New(&firstColumn{}, kit.Around(head, foot, nil, nil, body))
}

// firstColumn keeps one object in the middle, no wider than firstWidth.
type firstColumn struct{}

func (*firstColumn) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

func (*firstColumn) Layout(o []fyne.CanvasObject, size fyne.Size) {
	width := min(size.Width-2*kit.PageEdge, firstWidth)
	o[0].Resize(fyne.NewSize(width, size.Height))
	o[0].Move(fyne.NewPos((size.Width-width)/2, 0))
}

// newBranch shows the form of a new branch.
func (w *Window) newBranch() {
	today := org.DateOf(w.opt.Now())
	termYears, err := termYearsOn(today, nil)
	if err != nil {
		w.fail(err)
		return
	}
	f := newBranchForm(newBranchText(today), w.opt.Now, termYears)
	f.askPacks()
	save := kit.NewPrimary("新建支部", func() { w.create(f) })
	scroll := container.NewVScroll(kit.Panel(kit.Pad(kit.Gap, kit.PageEdge, kit.Gap, kit.PageEdge, f.form)))
	f.fit = scroll.Refresh
	w.bare(firstPage("新建支部", "以后都能在“设置”里改", scroll, kit.NewButton("返回", w.first), save))
	f.form.Focus("name")
}

// termYearsOn is what the rules of a day propose as the years of a term.
func termYearsOn(day org.Date, local []*org.LocalPack) (func(org.BranchKind) int, error) {
	pack, err := rules.Load(day, local)
	if err != nil {
		return nil, err
	}
	return pack.TermYears, nil
}

// create makes the branch of a form in the window's data folder.
func (w *Window) create(f *branchForm) {
	branch, ok := f.read(&org.Branch{})
	if !ok || w.saving {
		return
	}
	w.saving = true
	dir, now, unwanted := w.opt.Dir, w.opt.Now, f.unwanted()
	kit.Go(w.run, &w.change, func(context.Context) (*store.Store, error) {
		s, err := store.Create(dir, store.Options{Now: now, Program: program}, branch)
		if err != nil {
			return nil, err
		}
		if err := leaveOut(s, org.DateOf(now()), unwanted); err != nil {
			return nil, errors.Join(err, s.Close())
		}
		return s, nil
	}, func(s *store.Store, err error) {
		w.saving = false
		switch {
		case errors.Is(err, store.ErrExists): // made by another program meanwhile
			said := say.Error(err).Plain()
			w.tellThen(said.What, "将打开已有的台账。", w.begin)
		case err != nil:
			w.fail(err)
		default:
			w.opened(s)
			w.stand(newWelcome(w))
		}
	})
}

// welcome is what a new branch shows: how its people come in.
type welcome struct {
	page
}

func newWelcome(w *Window) *welcome { return &welcome{page: newPage(w)} }

func (s *welcome) place() place { return atHome }
func (s *welcome) head() head {
	return head{title: "支部建好了", note: "下一步：把党员录进来"}
}

func (s *welcome) reload() {
	then := func(open func()) func() {
		return func() { s.w.open(atHome); open() } // so that the way back leads to the first page
	}
	take := kit.NewPrimary("导入花名册", then(s.w.intake))
	choices := kit.Down(12, firstChoice(take, "有 Excel 花名册的，一次全部录入"),
		firstChoice(kit.NewButton("一个一个添加", then(s.w.addPerson)), "人数不多，或没有现成的表"),
		firstChoice(kit.NewButton("以后再说", func() { s.w.open(atHome) }), "随时可以在“党员”里添加"))
	s.put(container.NewVScroll(container.NewCenter(kit.Pad(kit.Gap, 0, kit.Gap, 0, choices))))
	s.w.win.Canvas().Focus(take)
}
