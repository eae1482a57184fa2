package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"branchbook/store/org"
	"branchbook/ui/kit"
)

// home is the first page: what is missing, what is near, the year at a glance.
type home struct {
	page
	data  *homeData
	ahead *homeData // read before the page; shown once
}

func newHome(w *Window) *home { return &home{page: newPage(w)} }

func (s *home) place() place { return atHome }

func (s *home) head() head {
	today := s.w.book.Today()
	h := head{title: "首页", note: today.Chinese() + "　" + weekday(today)}
	if s.data != nil && s.data.people > 0 {
		h.actions = []fyne.CanvasObject{kit.NewPrimary("记一次活动", func() { s.w.record(wanted{}) }).WithIcon("plus")}
	}
	return h
}

func (s *home) reload() {
	if d := s.ahead; d != nil {
		s.ahead = nil
		s.show(d)
		return
	}
	load(&s.page, loadHome, s.show)
}

// Below this width the cards stand below each other.
const homeBorder = 1160

// Distances of the page, as in the rest of the window but tighter downwards.
const homeGap = 12

func (s *home) show(d *homeData) {
	s.data = d
	s.w.titled(s)
	if d.people == 0 {
		s.put(kit.Pad(0, kit.PageEdge, kit.Gap, kit.PageEdge, kit.Panel(container.NewCenter(s.firstUse()))))
		return
	}
	s.put(kit.Fitting(homeBorder, s.cards))
}

// firstUse leads to the first people.
func (s *home) firstUse() fyne.CanvasObject {
	buttons := kit.Across(kit.Gap, kit.NewPrimary("导入花名册", s.w.intake).WithIcon("people"), kit.NewButton("添加党员", s.w.addPerson).WithIcon("plus"))
	centre := func(o fyne.CanvasObject) fyne.CanvasObject { return container.NewCenter(o) }
	return kit.Down(kit.HalfGap, centre(kit.Icon("people", kit.Quiet.Bar, 56)), centre(kit.Text("先登记党员", kit.PageTitle)),
		centre(kit.Text("有花名册表格的，一次导入；没有的，一个一个添加。", kit.Body.In(kit.Second))),
		centre(kit.Text("以后就能记活动、算学时、看还差什么。", kit.Body.In(kit.Second))), kit.Pad(kit.Gap, 0, 0, 0, centre(buttons)))
}

// cards is the page in the width there is: two columns that fill the window, or
// one that scrolls.
func (s *home) cards(narrow bool) fyne.CanvasObject {
	lacks, coming := s.lackList(), s.comingList()
	if narrow {
		page := kit.Down(homeGap, s.figures(), kit.Even(homeGap, s.workButtons()...), s.lackCard(lacks), s.gridCard(), s.comingCard(coming), s.progressCard())
		return container.NewVScroll(kit.Pad(0, kit.PageEdge, kit.HalfGap, kit.PageEdge, page))
	}
	top := kit.Around(nil, nil, nil, kit.Pad(0, 0, 0, homeGap+4, kit.Down(kit.HalfGap, s.workButtons()...)), s.figures())
	upper := kit.Even(kit.Gap, s.lackCard(wholeRows(lacks)), s.gridCard())
	lower := kit.Even(kit.Gap, s.comingCard(wholeRows(coming)), s.progressCard())
	page := kit.Around(kit.Pad(0, 0, homeGap, 0, top), nil, nil, nil, container.New(&byNeed{homeGap, lacks, coming}, upper, lower))
	return container.NewVScroll(kit.Pad(0, kit.PageEdge, kit.HalfGap, kit.PageEdge, page))
}

func (s *home) workButtons() []fyne.CanvasObject {
	return []fyne.CanvasObject{
		kit.NewButton("打印签到表", s.w.printSheet).WithIcon("printer"),
		kit.NewButton("导出上报包", func() { s.w.open(atReport) }).WithIcon("upload"),
	}
}

// figures are the three numbers that count.
func (s *home) figures() fyne.CanvasObject {
	d := s.data
	missing, running, short := d.count(lackMissing), d.count(lackRunning), d.progress.Short()
	more := fmt.Sprintf("另有 %d 项在本期内要完成", running)
	if running == 0 {
		more = "本期内没有别的要完成"
	}
	return kit.Even(kit.Gap,
		figure(missing, "项", "缺项", more, toneIf(missing > 0, kit.Missing)),
		figure(short, "人", "学时还不够", targetWords(d.targets), toneIf(short > 0, kit.Owing)),
		figure(len(d.coming), "件", "临近的日子", "转正、换届、任职培训、政治生日", toneIf(len(d.coming) > 0, kit.Entered)))
}

// toneIf is the tone of a number that asks for something, else that of 好.
func toneIf(yes bool, t kit.Tone) kit.Tone {
	if yes {
		return t
	}
	return kit.Good
}

func figure(n int, unit, title, note string, t kit.Tone) fyne.CanvasObject {
	number := kit.Text(fmt.Sprint(n), kit.Figure.In(t.Ink))
	line := kit.Across(6, number, bottomed(kit.Text(unit, kit.Body)), kit.Pad(0, 0, 0, kit.Gap, bottomed(kit.Text(title, kit.CardTitle))))
	return kit.Panel(kit.Pad(2, kit.Gap, 10, 20, kit.Around(line, nil, nil, nil, kit.Middle(kit.Fit(note, kit.Label, 1)))))
}

// bottomed lets a small text stand on the line of a large one.
func bottomed(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewBorder(nil, kit.Pad(0, 0, 6, 0, o), nil, nil)
}

// targetWords says what the year asks, 应修 32 或 56 学时.
func targetWords(list []org.Hours) string {
	if len(list) == 0 {
		return "今年没有人有学时要求"
	}
	words := make([]string, len(list))
	for i, h := range list {
		words[i] = h.String()
	}
	return "全年应修 " + strings.Join(words, " 或 ") + " 学时"
}

// weekday names the day of the week; the first day of the count was a Monday.
func weekday(d org.Date) string {
	return "星期" + string([]rune("一二三四五六日")[(int(d)-1)%7])
}
