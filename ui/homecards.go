package ui

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"branchbook/rules"
	"branchbook/ui/kit"
)

// Widths of the first column of the two lists.
const (
	tagWidth = 68
	dayWidth = 96
)

var lackTones = []kit.Tone{kit.Missing, kit.Owing, kit.Quiet, kit.Quiet, kit.Good}

func (s *home) lackCard(list fyne.CanvasObject) fyne.CanvasObject {
	if len(s.data.lacks) == 0 && s.data.unsorted == 0 {
		list = container.NewCenter(kit.Text("✓ 到今天为止，该做的都做了", kit.Body.In(kit.Good.Ink)))
	}
	all := kit.NewLink("看依据", func() { s.w.show(newLacks(s.w, s.data.firstState(), "", "")) })
	return kit.Card("还差什么", "点按钮就去补", all, list)
}

func (s *home) lackList() *fyne.Container {
	list := kit.Down(0)
	if s.data.unsorted > 0 {
		list.Add(kit.Rule())
		list.Add(s.unsortedLine())
	}
	for _, l := range s.data.lacks {
		list.Add(kit.Rule())
		list.Add(s.lackLine(l))
	}
	return list
}

// unsortedLine leads to those who are in no number as long as nobody has said
// what they are.
func (s *home) unsortedLine() fyne.CanvasObject {
	title := kit.Text(fmt.Sprintf("有 %d 人没有填类别", s.data.unsorted), kit.Strong)
	words := kit.Fit("没填的不在应到和学时里。点名字，填上正式党员、预备党员等", kit.Label, 1)
	button := kit.NewSmall("去填", func() { s.w.top(newUnsorted(s.w)) })
	return lackCells(kit.Tag("待填写", kit.Owing), kit.Down(0, title, words), button)
}

// lackLine is tag, title with its clause, the sentence, and the next step. A
// long sentence gets two lines.
func (s *home) lackLine(l lack) fyne.CanvasObject {
	lines := 1
	if kit.Width(l.sentence, kit.Label) > 370 {
		lines = 2
	}
	title := kit.Across(10, kit.Text(l.title, kit.Strong), kit.Middle(kit.Text(l.clause, kit.Note)))
	words := kit.Down(0, title, kit.Fit(l.sentence, kit.Label, lines))
	return lackCells(kit.Tag(lackWords[l.state], lackTones[l.state]), words, kit.NewSmall(l.step.verb, func() { l.step.follow(s.w) }))
}

func lackCells(tag, words, button fyne.CanvasObject) fyne.CanvasObject {
	tag = kit.Sized(tagWidth, 0, kit.Middle(kit.Sized(tagWidth, 0, tag)))
	return kit.Pad(6, kit.Gap, 6, kit.Gap, kit.Around(nil, nil, kit.Pad(0, 12, 0, 0, tag), kit.Pad(0, 0, 0, 8, kit.Middle(button)), kit.Middle(words)))
}

func (s *home) comingCard(list fyne.CanvasObject) fyne.CanvasObject {
	if len(s.data.coming) == 0 {
		list = container.NewCenter(kit.Text("三个月内没有要记住的日子", kit.Body.In(kit.Second)))
	}
	return kit.Card("临近的日子", "三个月内；换届提前半年", nil, list)
}

func (s *home) comingList() *fyne.Container {
	list := kit.Down(0)
	for _, c := range s.data.coming {
		left := kit.Note
		if c.late {
			left = kit.Note.In(kit.Accent)
		}
		day := kit.Sized(dayWidth, 0, kit.Down(0, kit.Text(c.day, kit.Strong), kit.Text(c.left, left)))
		words := kit.Down(0, kit.Fit(c.title, kit.Body, 1), kit.Fit(c.note, kit.Label, 1))
		list.Add(kit.Rule())
		list.Add(kit.NewTouch(kit.Pad(3, kit.Gap, 3, kit.Gap, kit.Around(nil, nil, day, nil, words)), func() { c.step.follow(s.w) }))
	}
	return list
}

func (s *home) progressCard() fyne.CanvasObject {
	p := s.data.progress
	note := fmt.Sprintf("应修 %d 人", p.Owe())
	if p.Exempt > 0 {
		note += fmt.Sprintf("，另 %d 人不作硬性要求", p.Exempt)
	}
	bars := kit.Down(6, progressBar("已达到", p.Met, p.Owe(), kit.Good), progressBar("按现在进度能达到", p.OnPace, p.Owe(), kit.Pale),
		progressBar("按现在进度达不到", p.Behind, p.Owe(), kit.Owing))
	if s.data.notice != "" {
		bars.Add(kit.Fit(s.data.notice, kit.Note, 1))
	}
	return kit.Card("学时进度", note, kit.NewLink("看学时", func() { s.w.open(atHours) }), kit.Pad(0, kit.Gap, 8, kit.Gap, bars))
}

// progressBar is a share of the members with its number beside it.
func progressBar(words string, n, of int, t kit.Tone) fyne.CanvasObject {
	share := 0.0
	if of > 0 {
		share = float64(n) / float64(of)
	}
	return kit.Down(2, kit.Across(0, kit.Text(words, kit.Body), kit.Spring(), kit.Text(fmt.Sprintf("%d 人", n), kit.Strong)), kit.NewBar(share, t))
}

func (s *home) gridCard() fyne.CanvasObject {
	rows := homeKinds(s.data.grid)
	grid := kit.NewMonthGrid(func(row, month int) { s.w.cell(rows[row], s.data.today, s.data.today.Year(), month) })
	grid.Set(gridRows(rows, false), int(s.data.today.Month()))
	var all fyne.CanvasObject
	if len(rows) < len(s.data.grid) {
		all = kit.NewLink("看全部", func() { step{grid: s.data.today.Year()}.follow(s.w) })
	}
	return kit.Card(fmt.Sprintf("%d 年组织生活", s.data.today.Year()), gridLegend, all, kit.Pad(0, 8, 8, 0, grid))
}

// homeKinds are the kinds of the first page: those that a rule names, trainings,
// and of those in the form of a record what was held or planned. The others are a
// step away.
func homeKinds(grid []rules.KindYear) (out []rules.KindYear) {
	for _, k := range grid {
		if k.Asked || slices.Contains(usualKinds, k.Kind) {
			out = append(out, k)
		}
	}
	return out[:min(len(out), mostKinds)]
}

// mostKinds is how many kinds the first page has room for.
const mostKinds = 8
