package ui

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"branchbook/store"
	"branchbook/store/org"
	"branchbook/ui/kit"
	"branchbook/ui/paper"
)

// activity is what was recorded of one activity.
type activity struct {
	page
	id       org.ActivityID
	view     *activityView // nil until it is loaded
	buttons  []*kit.Button
	printing kit.Lane
}

func newActivity(w *Window, id org.ActivityID) *activity { return &activity{page: newPage(w), id: id} }

func (s *activity) place() place { return atActivities }

func (s *activity) head() head {
	if s.view == nil {
		return head{title: "活动"}
	}
	return head{title: s.shortTitle(), note: s.view.From().Chinese()}
}

// shortTitle is as much of the title as the title line holds.
func (s *activity) shortTitle() string {
	return kit.Cut(s.view.Title, s.w.win.Canvas().Size().Width-kit.SideBar-600, kit.PageTitle)
}

func (s *activity) reload() {
	load(&s.page, func(b *Book) (*activityView, error) { return loadActivity(b, s.id) }, s.show)
}

// gone tells whether the activity is no longer on file.
func (s *activity) gone() bool {
	_, err := s.w.book.Store.Activity(s.id)
	return errors.Is(err, org.ErrNotFound)
}

func (s *activity) show(v *activityView) {
	s.view = v
	s.w.titled(s)
	tags := kit.Flow(kit.HalfGap)
	if v.State != org.Held {
		tags.Add(kit.Tag(map[org.ActivityState]string{org.Planned: "计划，还没开", org.Cancelled: "已取消"}[v.State], kit.Quiet))
	}
	if v.late {
		tags.Add(kit.Tag("补录 · "+v.Entered.Chinese()+"登记", kit.Entered))
	}
	bar := kit.Flow(kit.HalfGap)
	for _, b := range s.actions() {
		bar.Add(b)
	}
	left, right := scrolled(s.facts(tags)), scrolled(s.people())
	columns := kit.Shares(kit.Gap, []float32{628, 498}, kit.Panel(left), kit.Panel(right))
	s.put(kit.Pad(0, kit.PageEdge, 12, kit.PageEdge, kit.Above(12, bar, columns)))
	left.Refresh() // the texts know their heights only now
	right.Refresh()
}

func scrolled(o fyne.CanvasObject) *container.Scroll {
	return container.NewVScroll(kit.Pad(12, kit.Gap, kit.Gap, kit.Gap, o))
}

// actions are the buttons for what can be done now.
func (s *activity) actions() []*kit.Button {
	v := s.view
	sheet := kit.NewButton("打印签到表", s.printSheet).WithIcon("printer")
	again := kit.NewButton("照这次再记一次", func() { s.w.record(wanted{like: s.id}) })
	cancel := kit.NewButton(s.cancelWords(), s.cancel)
	switch v.State {
	case org.Cancelled:
		s.buttons = []*kit.Button{again}
	case org.Planned:
		s.buttons = []*kit.Button{kit.NewPrimary("开完了，登记", s.edit), sheet, kit.NewButton("修改计划", s.edit), again, cancel}
		if v.To() > s.w.book.Today() {
			s.buttons = slices.Delete(s.buttons, 0, 1)
		}
	default:
		s.buttons = []*kit.Button{kit.NewButton("修改", s.edit), kit.NewButton("打印记录", s.printMinutes).WithIcon("printer"), sheet, again,
			kit.NewButton("重新核对应到", s.reassess), cancel}
	}
	return s.buttons
}

func (s *activity) edit() { s.w.record(wanted{edit: s.id}) }

// facts is the left card.
func (s *activity) facts(tags *fyne.Container) fyne.CanvasObject {
	body := kit.Stacked(10)
	if len(tags.Objects) > 0 {
		body.Add(tags)
	}
	if s.shortTitle() != s.view.Title {
		body.Add(kit.NewProse(s.view.Title, kit.CardTitle))
	}
	for i := range s.view.parts {
		p := &s.view.parts[i]
		title := p.kind
		if p.several {
			title = fmt.Sprintf("%d　%s", i+1, p.kind)
			if i > 0 {
				body.Add(kit.Rule())
			}
		}
		body.Add(kit.Text(title, kit.CardTitle))
		facts := p.facts
		if i == 0 {
			facts = append(slices.Clone(facts), s.view.facts...)
		}
		for _, f := range facts {
			body.Add(factLine(f))
		}
		if p.text != "" {
			body.Add(kit.Text("内容", kit.Label))
			body.Add(kit.NewProse(p.text, kit.Body))
		}
		if len(p.votes) > 0 {
			body.Add(kit.Text("表决", kit.Label))
			body.Add(kit.NewProse(strings.Join(p.votes, "\n"), kit.Body))
		}
	}
	return body
}

func factLine(f [2]string) fyne.CanvasObject {
	return kit.Around(nil, nil, kit.Sized(84, 0, kit.Pad(2, 0, 0, 0, kit.Text(f[0], kit.Label))), nil, kit.NewProse(f[1], kit.Body))
}

// people is the right card.
func (s *activity) people() fyne.CanvasObject {
	v := s.view
	body := kit.Stacked(10)
	if v.State == org.Planned {
		body.Add(kit.Text(fmt.Sprintf("应到 %d 人", len(v.due)), kit.CardTitle))
		var names []string
		for _, id := range v.due {
			names = append(names, v.snap.Label(v.snap.Person(id), v.From()))
		}
		body.Add(nameList(names))
		return body
	}
	s.turnout(body)
	for _, l := range v.people {
		body.Add(kit.Across(0, kit.Tag(fmt.Sprintf("%s %d", l.word, len(l.names)), tickStates[l.state].Tone)))
		body.Add(nameList(l.names))
	}
	s.hours(body)
	return body
}

func (s *activity) turnout(body *fyne.Container) {
	v := s.view
	body.Add(kit.Text("到会情况", kit.CardTitle))
	sums := kit.Flow(kit.Gap, kit.Text(fmt.Sprintf("应到 %d", v.sums[0]), kit.Strong), kit.Text(fmt.Sprintf("实到 %d", v.sums[1]), kit.Strong))
	if v.sums[2] > 0 {
		sums.Add(kit.Text(fmt.Sprintf("另有 %d 人到会", v.sums[2]), kit.Body))
	}
	body.Add(sums)
	for i := range v.parts {
		if p := &v.parts[i]; p.several {
			body.Add(kit.Text(fmt.Sprintf("第%d项 %s：应到 %d，实到 %d", i+1, p.kind, p.due, p.present), kit.Label))
		}
	}
	if v.sums[0] > 0 && v.sums[0] == v.sums[1] {
		body.Add(kit.Across(0, kit.Tag("✓ 全部到会", kit.Good)))
	}
}

func (s *activity) hours(body *fyne.Container) {
	body.Add(kit.Rule())
	body.Add(kit.Text("学时", kit.CardTitle))
	for i := range s.view.parts {
		p := &s.view.parts[i]
		words := p.hours
		if p.several {
			words = fmt.Sprintf("第%d项 %s：%s", i+1, p.kind, p.hours)
		}
		body.Add(kit.NewProse(words, kit.Body))
	}
}

// nameList shows names beside each other without breaking one.
func nameList(names []string) fyne.CanvasObject {
	all, long := kit.Flow(12), kit.Stacked(4)
	for _, n := range names {
		if kit.Width(n, kit.Body) > 260 {
			long.Add(kit.NewProse(n, kit.Body))
			continue
		}
		all.Add(kit.Text(n, kit.Body))
	}
	if len(long.Objects) == 0 {
		return all
	}
	return kit.Stacked(4, all, long)
}

func (s *activity) printSheet() {
	v := s.view
	s.w.printOut(&s.printing, formName("签到表", v.Activity), wordsOf(v.snap, v.Activity), func(_ *Book, out io.Writer) ([]rune, error) {
		return paper.SignIn(out, paper.SheetOf(v.snap, v.Activity, 0, v.due))
	})
}

func (s *activity) printMinutes() {
	v := s.view
	words := wordsOf(v.snap, v.Activity)
	for i := range v.Parts {
		words = append(words, v.Parts[i].Title)
	}
	s.w.printOut(&s.printing, formName("记录", v.Activity), words, func(_ *Book, out io.Writer) ([]rune, error) {
		return paper.Minutes(out, v.pack, v.snap, v.Activity)
	})
}

// cancelWords name what cancel does: a plan was not held, a record was wrong.
func (s *activity) cancelWords() string {
	if s.view.State == org.Planned {
		return "取消计划"
	}
	return "作废这次记录"
}

// cancel asks why the activity does not count and takes it out.
func (s *activity) cancel() {
	why := kit.NewEntry(map[bool]string{true: "例如：改期、天气原因", false: "例如：登记重复、记错了"}[s.view.State == org.Planned])
	form := kit.NewForm().Row(kit.Field{Name: "why", Label: "原因", Widget: why, Note: "活动仍留在台账里，不再计学时和次数。以后可以撤销。"})
	var d *kit.Dialog
	d = kit.NewDialog(s.cancelWords()+"：“"+kit.Cut(s.view.Title, 300, kit.CardTitle)+"”", form, kit.Answer{Text: "返回", Safe: true},
		kit.Answer{Text: s.cancelWords(), Primary: true, Keep: true, Do: func() {
			reason := strings.TrimSpace(why.Text)
			if reason == "" {
				form.SetFault("why", "请写原因")
				return
			}
			if err := org.CheckText("note", reason, org.MaxLine); err != nil {
				form.SetFault("why", "原因太长，请写短一些")
				return
			}
			d.Close()
			a := org.Copy(s.view.Activity, s.view.Rev).(*org.Activity)
			a.State = org.Cancelled
			done, note := "已作废：", "作废："
			if s.view.State == org.Planned {
				done, note = "已取消计划：", "取消："
			}
			s.w.actOn(done+s.view.Title, these(a), func(b *Book) (store.Changed, error) { return b.Store.CancelActivity(s.id, note+reason) }, nil)
		}})
	d.Focus = why
	d.Show(s.w.win.Canvas())
}

// reassess shows what judging anew would change, and changes it if wanted.
func (s *activity) reassess() {
	v := s.view
	if len(v.changes) == 0 {
		s.w.tell("应到没有变化", "按现在登记的党员情况，这次活动的应到人员不用改。")
		return
	}
	s.w.ask(fmt.Sprintf("重新核对应到：%d 处会改", len(v.changes)), strings.Join(v.changes, "\n")+"\n到会情况不变。", "改过来", "不改", func() {
		a := org.Copy(v.Activity, v.Rev).(*org.Activity)
		a.Attendance = v.anew
		s.w.actOn("已重新核对应到", these(a), func(b *Book) (store.Changed, error) { return b.Store.Reassess(a) }, nil)
	})
}
