package ui

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"branchbook/store"
	"branchbook/store/intake"
	"branchbook/store/sheet"
	"branchbook/ui/kit"
	"branchbook/ui/say"
)

// intakePage is the import of a roster, with a preview.
type intakePage struct {
	page
	source  intakeSource   // empty until a file is chosen
	preview *intakePreview // nil until it is read
	listed  []int          // rows that the filter lets through
	names   []string       // sheets of the file to choose from

	pick, take *kit.Button
	table      *kit.Table
	chips      *kit.Chips
	sheets     *kit.Select
	notes      *fyne.Container
	aside      *fyne.Container
}

func newIntake(w *Window) *intakePage {
	s := &intakePage{page: newPage(w)}
	s.pick = kit.NewButton("换一个文件", s.choose).WithIcon("folder")
	s.take = kit.NewPrimary("导入", s.save)
	s.table = kit.NewTable([]kit.Column{
		{Title: "行", Width: 56, Align: fyne.TextAlignTrailing}, {Title: "姓名", Share: 1, Least: 110},
		{Title: "结果", Width: 96}, {Title: "变化和提示", Share: 4, Least: 160, Drop: 1},
	}, s.cell)
	s.table.Key = func(row int) string { return fmt.Sprint(s.row(row).line) }
	s.table.OnSelect = s.tellRow
	s.table.Empty = kit.Empty("没有这样的行", "", nil)
	s.chips = kit.NewChips(nil, func(i int) { s.filter(intakeFilter(i)) })
	s.notes, s.aside = kit.Down(2), container.NewStack()
	return s
}

func (s *intakePage) place() place { return atPeople }

func (s *intakePage) head() head {
	h := head{title: "导入花名册"}
	if s.preview != nil {
		h.actions = []fyne.CanvasObject{s.pick, s.take}
	}
	return h
}

// reload reads the file again, since the branch may have changed meanwhile.
func (s *intakePage) reload() {
	if s.source.path == "" {
		s.begin()
		return
	}
	s.read(s.source)
}

// begin asks for a file.
func (s *intakePage) begin() {
	pick := kit.NewPrimary("选花名册文件", s.choose)
	s.put(kit.Pad(0, kit.PageEdge, kit.Gap, kit.PageEdge, kit.Panel(kit.Empty("选一个 Excel 花名册",
		"可以读 .xlsx 和 .csv，系统里导出的党员名册、自己做的表都行，列的先后不限，表里要有“姓名”。先看结果，点了“导入”才保存。", pick))))
	s.w.win.Canvas().Focus(pick)
}

func (s *intakePage) choose() {
	s.w.chooseFile("选花名册", rosterEndings, func(path string) { s.read(intakeSource{path: path}) })
}

// read shows what a sheet would change. If another sheet of the same file cannot
// be read, the one that stands stays.
func (s *intakePage) read(src intakeSource) {
	book := s.w.book
	if s.preview == nil {
		s.put(kit.Loading())
	}
	kit.Go(s.w.run, &s.lane, func(context.Context) (*intakePreview, error) { return loadIntake(book, src) }, func(p *intakePreview, err error) {
		switch {
		case err != nil && s.preview != nil && s.preview.source.path == src.path:
			s.w.fail(err)
			s.show(s.preview)
		case err != nil:
			s.broken(err)
		default:
			s.source = src
			s.show(p)
		}
	})
}

// broken says why a file cannot be read.
func (s *intakePage) broken(err error) {
	s.w.log(err)
	s.source = intakeSource{}
	s.forget()
	said := say.Error(err).Plain()
	again := kit.NewPrimary("换一个文件", s.choose)
	s.put(kit.Pad(0, kit.PageEdge, kit.Gap, kit.PageEdge, kit.Panel(kit.Failed(said.What, said.Next, again))))
	s.w.titled(s)
	s.w.win.Canvas().Focus(again)
}

// forget lets go of the rows that were shown.
func (s *intakePage) forget() {
	s.listed = nil
	s.table.SetCount(0)
	s.preview = nil
}

func (s *intakePage) show(p *intakePreview) {
	s.preview = p
	s.chips.SetOptions(p.filters())
	s.chips.SetChosen(int(allRows))
	s.showNotes()
	s.showTake()
	s.filter(allRows)
	top := kit.Across(kit.HalfGap, kit.Middle(kit.Text(kit.Cut(p.about, 420, kit.Label), kit.Label)))
	if p.source.sheet == "" {
		s.names = append([]string{p.sheet}, p.others...)
	}
	if len(s.names) > 1 {
		s.sheets = kit.NewSelect(s.names, func(i int) { s.read(intakeSource{p.source.path, s.names[i]}) })
		s.sheets.SetChosen(slices.Index(s.names, p.sheet))
		top.Add(kit.Spring())
		top.Add(kit.Middle(kit.Text("工作表", kit.Label)))
		top.Add(kit.Sized(180, 0, s.sheets))
	}
	upper := kit.Pad(0, 0, 12, 0, kit.Down(kit.HalfGap, top, s.notes, s.chips))
	lower := kit.Shares(kit.Gap, []float32{2, 1}, kit.Panel(kit.Pad(4, 0, 4, 0, s.table)), s.aside)
	s.put(container.NewVScroll(kit.Pad(0, kit.PageEdge, kit.Gap, kit.PageEdge, kit.Around(upper, nil, nil, nil, kit.Sized(0, 240, lower)))))
	s.w.titled(s)
	s.w.win.Canvas().Focus(s.table)
}

// notesShown is how many remarks about the sheet stand above the rows.
const notesShown = 2

func (s *intakePage) showNotes() {
	s.notes.Objects = nil
	for i, n := range s.preview.notes {
		if i == notesShown {
			s.notes.Add(kit.Across(0, kit.NewSmall(fmt.Sprintf("表格的提示共 %d 条，全部看", len(s.preview.notes)), s.allNotes)))
			break
		}
		s.notes.Add(kit.Across(6, kit.Middle(kit.Icon("warn", kit.Owing.Bar, 16)), kit.Text(kit.Cut(n, 700, kit.Label), kit.Label.In(kit.Owing.Ink))))
	}
	s.notes.Hidden = len(s.notes.Objects) == 0
	s.notes.Refresh()
}

func (s *intakePage) allNotes() {
	kit.NewQuestion("表格的提示", strings.Join(s.preview.notes, "\n"), kit.Answer{Text: "知道了", Safe: true, Primary: true}).Show(s.w.win.Canvas())
}

// showTake says on the button how many would be saved.
func (s *intakePage) showTake() {
	n := s.preview.saved()
	s.take.SetText(fmt.Sprintf("导入 %d 人", n))
	if posts := s.preview.plan.Posts; n == 0 && len(posts) > 0 {
		s.take.SetText("登记职务")
	} else if n == 0 {
		s.take.SetText("没有要导入的")
		s.take.Disable()
		return
	}
	s.take.Enable()
}

func (s *intakePage) filter(f intakeFilter) {
	s.listed = s.preview.listed(f)
	s.table.SetCount(len(s.listed))
	s.table.Top()
	first := -1
	if len(s.listed) > 0 {
		first = 0
	}
	s.table.Select(first)
	s.tellRow(first)
}

func (s *intakePage) row(i int) *intakeRow { return &s.preview.rows[s.listed[i]] }

// outcomes are the words and tones of what becomes of a row.
var outcomes = map[intake.What]struct {
	word string
	tone kit.Tone
}{
	intake.New: {"新增", kit.Good}, intake.Changed: {"更新", kit.Entered}, intake.Unchanged: {"不变", kit.Quiet}, intake.Left: {"未导入", kit.Owing},
}

func (s *intakePage) cell(row, col int) kit.Cell {
	r := s.row(row)
	switch col {
	case 0:
		return kit.Cell{Text: fmt.Sprint(r.line), Style: kit.Label}
	case 1:
		return kit.Cell{Text: r.name}
	case 2:
		o := outcomes[r.what]
		return kit.Cell{Text: o.word, Tag: &o.tone}
	}
	style := kit.Label
	if r.doubtful {
		style = style.In(kit.Owing.Ink)
	}
	return kit.Cell{Text: r.summary(), Style: style}
}

// tellRow shows everything about a row beside the list.
func (s *intakePage) tellRow(i int) {
	lines := kit.NewForm()
	title := "选一行看详情"
	if i >= 0 && i < len(s.listed) {
		r := s.row(i)
		title = fmt.Sprintf("第 %d 行  %s", r.line, kit.Cut(r.name, 160, kit.CardTitle))
		o := outcomes[r.what]
		lines.Add(kit.Across(0, kit.Tag(o.word, o.tone)))
		if r.changes != "" {
			lines.Add(kit.NewProse(r.changes, kit.Body))
		}
		for _, f := range r.findings {
			lines.Add(kit.NewProse(f.place+"："+f.words+"（"+f.outcome+"）", kit.Body.In(findingInk(f.severity).Ink)))
		}
		if len(r.findings) == 0 {
			lines.Add(kit.Text("没有问题", kit.Label))
		}
	}
	s.aside.Objects = []fyne.CanvasObject{kit.Card(title, "", nil, container.NewVScroll(kit.Pad(0, kit.Gap, kit.Gap, kit.Gap, lines)))}
	s.aside.Refresh()
}

func findingInk(v sheet.Severity) kit.Tone {
	if v == sheet.Note {
		return kit.Quiet
	}
	return kit.Owing
}

func (s *intakePage) save() {
	p := s.preview
	switch {
	case p == nil || p.saved() == 0 && len(p.plan.Posts) == 0:
		return
	case p.saved() == 0:
		s.forget()
		s.w.titled(s)
		s.finish("名册里的人都在台账里了", kit.NewForm(), p.plan.Posts)
		return
	}
	s.w.actOn(fmt.Sprintf("已导入 %d 人", p.saved()), these(p.plan.Saves()...), func(b *Book) (store.Changed, error) {
		return b.Store.Import(filepath.Base(p.source.path), p.plan.Branch, p.plan.People)
	}, func(store.Changed) { s.done(p) })
}

// done says what was imported and what a roster cannot bring.
func (s *intakePage) done(p *intakePreview) {
	s.forget()
	s.w.titled(s)
	words := kit.NewForm().Add(kit.Text(fmt.Sprintf("新增 %d 人，更新 %d 人，不变 %d 人，未导入 %d 行。", p.plan.Count(intake.New), p.plan.Count(intake.Changed),
		p.plan.Count(intake.Unchanged), p.plan.Count(intake.Left)), kit.Body))
	if n := p.plan.Count(intake.Left); n > 0 {
		words.Add(kit.Text("没有导入的，改好表格再导一次就行，已经导入的不会重复。", kit.Body))
	}
	s.finish("导入好了", words, p.plan.Posts)
}

// finish shows what was done, the posts that are still to be entered, and where
// to go.
func (s *intakePage) finish(title string, words *kit.Form, posts []intake.Post) {
	people := kit.NewButton("去看党员", func() { s.w.open(atPeople) })
	buttons := kit.Flow(kit.HalfGap, people, kit.NewButton("再导入一个表", s.again), kit.NewButton("回首页", func() { s.w.open(atHome) }))
	first := people
	cards := kit.Down(kit.Gap)
	if len(posts) > 0 {
		form := newPostForm(posts, s.w.book.Today())
		first = kit.NewPrimary("保存职务", func() { s.savePosts(form) })
		buttons.Objects = append([]fyne.CanvasObject{first}, buttons.Objects...)
		words.Add(form.form)
	}
	words.Add(kit.Pad(kit.HalfGap, 0, 0, 0, buttons))
	cards.Add(kit.Card(title, "", nil, kit.Pad(0, kit.Gap, kit.Gap, kit.Gap, words)))
	s.put(container.NewVScroll(kit.Pad(0, kit.PageEdge, kit.Gap, kit.PageEdge, cards)))
	s.w.win.Canvas().Focus(first)
}

func (s *intakePage) again() {
	s.source = intakeSource{}
	s.begin()
	s.choose()
}
