package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"branchbook/store/org"
	"branchbook/ui/kit"
)

// frame is what stands around every screen: side bar, title line, status line.
type frame struct {
	w      *Window
	names  [2]*canvas.Text // branch, and 演示 for a demo
	lines  []*navLine
	line   *titleLine
	middle *fyne.Container
	status *canvas.Text
	find   *finder
	own    *kit.Search // of the screen that stands, in the place of find
	toast  *kit.Toast
	draft  bool // the screen holds what is not saved
}

// navLines are the lines of the side bar, in the order of place.
var navLines = []struct{ icon, text string }{
	{"home", "首页"}, {"activity", "活动"}, {"people", "党员"}, {"clock", "学时"}, {"upload", "上报"}, {"gear", "设置"},
}

func (w *Window) open(p place) {
	switch p {
	case atHome:
		w.top(newHome(w))
	case atActivities:
		w.top(newActivities(w))
	case atPeople:
		w.top(newPeople(w))
	case atHours:
		w.top(newHours(w))
	case atReport:
		w.top(newReport(w))
	case atSettings:
		w.top(newSettings(w))
	}
}

// build makes the frame for the branch that was opened.
func (f *frame) build(w *Window) fyne.CanvasObject {
	f.w = w
	f.names[0], f.names[1] = kit.Text("", kit.Note), kit.Text("", kit.Note.In(kit.Owing.Ink))
	f.line, f.middle = newTitleLine(), container.New(small{})
	f.status = kit.Text("", kit.Note)
	f.find = newFinder(w)
	f.toast = kit.NewToast(w.run)
	head := kit.Sized(0, kit.TopBar, kit.Pad(0, kit.PageEdge, 0, kit.PageEdge, f.line.box))
	status := kit.Around(line(0, 1), nil, nil, nil, kit.Sized(0, kit.StatusBar, kit.Pad(0, kit.PageEdge, 0, kit.PageEdge, kit.Middle(f.status))))
	page := kit.Around(kit.Ground(kit.Paper, head), kit.Ground(kit.Paper, status), nil, nil, f.middle)
	return kit.Ground(kit.Paper, kit.Around(nil, nil, f.sideBar(), nil, container.NewStack(page, f.toast)))
}

func (f *frame) sideBar() fyne.CanvasObject {
	top := kit.Down(0, kit.Pad(16, 12, 8, 20, kit.Down(0, kit.Text("支部台账", kit.Style{Size: 20, Bold: true, Color: kit.Accent}), f.names[0], f.names[1])))
	if f.w.book.temp {
		top.Add(kit.Pad(0, 12, 12, 20, kit.NewSmall("结束演示", f.w.endDemo)))
	}
	var bottom fyne.CanvasObject
	f.lines = nil
	for i, n := range navLines {
		l := newNavLine(n.icon, n.text, func() { f.w.open(place(i)) })
		f.lines = append(f.lines, l)
		if place(i) == atSettings {
			bottom = kit.Pad(0, 0, 8, 0, l)
			continue
		}
		top.Add(l)
	}
	bar := kit.Around(nil, nil, nil, line(1, 0), kit.Sized(kit.SideBar-1, 0, kit.Around(top, bottom, nil, nil, kit.Spring())))
	return kit.Ground(kit.Surface, bar)
}

func line(width, height float32) fyne.CanvasObject {
	r := canvas.NewRectangle(kit.Line)
	r.SetMinSize(fyne.NewSize(width, height))
	return r
}

// show puts a screen into the frame.
func (f *frame) show(s screen) {
	for i, l := range f.lines {
		l.light(place(i) == s.place())
	}
	f.head(s.head())
	f.middle.Objects = []fyne.CanvasObject{s.body()}
	f.middle.Refresh()
}

// head shows a title line. The search field stands before the screen's own
// buttons, unless the screen has one: two beside each other are mistaken.
func (f *frame) head(h head) {
	f.line.right.Objects = nil
	if len(f.w.back) > 0 {
		f.line.right.Add(kit.NewButton("返回", f.w.goBack).WithIcon("left"))
	}
	if f.own = h.find; f.own == nil {
		f.line.right.Add(f.find.field())
	}
	for _, a := range h.actions {
		f.line.right.Add(a)
	}
	f.line.show(h)
}

// seek leads to the search field that is seen.
func (f *frame) seek() {
	if f.own != nil {
		f.w.win.Canvas().Focus(f.own)
		return
	}
	f.find.focus()
}

// name shows whose branch it is.
func (f *frame) name(b *org.Branch) {
	f.names[0].Text = kit.Cut(b.Name, kit.SideBar-32, kit.Note)
	f.names[1].Text = ""
	if b.Demo {
		f.names[1].Text = "演示：人员全部虚构"
	}
	for _, t := range f.names {
		t.Refresh()
	}
}

// saved says what calms: everything is saved, when the last copy was made, and
// that nothing leaves this computer.
func (f *frame) saved(b *Book) {
	first, backup := "已自动保存", "还没有备份"
	if f.draft {
		first = "还没有保存"
	}
	if list, err := b.Store.Backups(); err == nil && len(list) > 0 {
		backup = "上次备份 " + ago(list[0].At.Local(), b.Now())
	}
	text := first + " · " + backup + " · 数据在本机，未联网"
	f.status.Text = text
	f.status.Refresh()
}

// drafter is a screen with a form; unsaved tells whether that holds what is not
// saved.
type drafter interface{ unsaved() bool }

// draftLook is how often the frame asks for what is not saved.
const draftLook = 300 * time.Millisecond

// look says 还没有保存 while a form holds what is not saved. What was done before
// goes at the first key in a form, so that its 撤销 is not taken for the form's.
func (f *frame) look() {
	d, draft := f.w.now.(drafter)
	if draft {
		p, typing := f.w.win.Canvas().Focused().(interface{ Pending() bool })
		draft = typing && p.Pending() || d.unsaved() // a day that is half typed is not to be read
	}
	if draft == f.draft {
		return
	}
	f.draft = draft
	if draft {
		f.toast.Dismiss()
	}
	f.saved(f.w.book)
}

// ago is a moment in the words of today.
func ago(t, now time.Time) string {
	day, today := org.DateOf(t), org.DateOf(now)
	switch {
	case day == today:
		return "今天 " + t.Format("15:04")
	case day == today-1:
		return "昨天 " + t.Format("15:04")
	case day.Year() == today.Year():
		return t.Format("1月2日 15:04")
	}
	return day.Chinese()
}
