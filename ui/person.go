package ui

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"branchbook/store/org"
	"branchbook/ui/kit"
)

// person is the page of one person.
type person struct {
	page
	id       org.PersonID
	year     int // of hours; 0: the one that runs
	rows     *personRows
	open     bool // numbers are shown whole
	past     bool // facts that are over are listed too
	added    bool // the person was just added: one more may follow
	scroll   *container.Scroll
	previous *kit.Button
	next     *kit.Button
	another  *kit.Button
}

func newPerson(w *Window, id org.PersonID) *person {
	s := &person{page: newPage(w), id: id}
	s.previous = kit.NewButton("上一位", func() { s.turn(s.rows.prev) })
	s.next = kit.NewButton("下一位", func() { s.turn(s.rows.next) })
	s.another = kit.NewButton("再添加一位", w.addPerson).WithIcon("plus")
	s.previous.Disable()
	s.next.Disable()
	return s
}

func (s *person) place() place { return atPeople }

func (s *person) head() head {
	h := head{title: "党员档案", actions: []fyne.CanvasObject{s.previous, s.next}}
	if s.rows != nil {
		h.title = s.rows.name
	}
	if s.added {
		h.actions = append([]fyne.CanvasObject{s.another}, h.actions...)
	}
	return h
}

func (s *person) reload() {
	id, year := s.id, s.year
	load(&s.page, func(b *Book) (*personRows, error) { return loadPerson(b, id, year) }, s.show)
}

// gone tells whether the person is not on file any more, after an undo.
func (s *person) gone() bool {
	_, err := s.w.book.Store.Person(s.id)
	return err != nil
}

// turn goes on to somebody else on the roster.
func (s *person) turn(id org.PersonID) {
	if id == "" {
		return
	}
	s.id, s.open, s.past, s.added, s.scroll = id, false, false, false, nil
	s.reload()
}

// turnYear shows the study of another year.
func (s *person) turnYear(year int) {
	s.year = year
	s.reload()
}

func (s *person) show(r *personRows) {
	s.rows = r
	enable(s.previous, r.prev != "")
	enable(s.next, r.next != "")
	s.w.titled(s)
	s.draw()
}

func enable(b *kit.Button, yes bool) {
	if yes {
		b.Enable()
	} else {
		b.Disable()
	}
}

// draw makes the page anew and stays where it was scrolled to.
func (s *person) draw() {
	was := fyne.Position{}
	if s.scroll != nil {
		was = s.scroll.Offset
	}
	visits := s.visits()
	right := kit.Down(kit.Gap, s.study(), s.lifeCard(), visits.card)
	var body *fyne.Container
	body, s.scroll = besideOrBelow(300, s.file(), right)
	visits.table.Around = s.scroll
	s.put(body)
	s.scroll.ScrollToOffset(was)
}

// file is the card with the roster's fields.
func (s *person) file() fyne.CanvasObject {
	r := s.rows
	tags := kit.Flow(6)
	for _, t := range r.tags {
		tags.Add(kit.Tag(t.word, t.tone))
	}
	if r.person.Unsorted() {
		tags.Add(kit.NewSmall("填写类别", func() { s.w.correctPerson(s.id) }))
	}
	card := kit.Down(kit.HalfGap, textLines(r.name, fileWidth, personName))
	if len(kit.Undrawn(r.name)) > 0 {
		card.Add(textLines(lackingWords, fileWidth, kit.Note))
	}
	card.Add(tags)
	fields := kit.Flow(kit.HalfGap)
	for _, f := range r.fields {
		fields.Add(kit.Sized(fileWidth, 0, s.field(f)))
	}
	card.Add(fields)
	buttons := kit.Flow(kit.HalfGap, kit.NewSmall("修改", func() { s.w.correctPerson(s.id) }))
	if r.secret {
		words := "显示完整号码"
		if s.open {
			words = "隐藏号码"
		}
		buttons.Add(kit.NewSmall(words, func() { s.open = !s.open; s.draw() }))
	}
	card.Add(kit.Pad(kit.HalfGap, 0, 0, 0, buttons))
	if r.standing != "" {
		card.Add(kit.Text(r.standing, kit.Label))
	}
	return kit.Panel(kit.Pad(kit.Gap, 20, kit.Gap, 20, card))
}

// fileWidth is the width of the words on the card.
const fileWidth = 260

// lackingWords explain the sign for a character that is not drawn.
const lackingWords = "“〓”是这台电脑的字库里没有的字。台账里存的是原来的字，没有错。"

// textLines are lines of text of a width.
func textLines(text string, width float32, style kit.Style) fyne.CanvasObject {
	lines := kit.Down(2)
	for _, line := range kit.Lines(text, width, style) {
		lines.Add(kit.Text(line, style))
	}
	return lines
}

var personName = kit.Style{Size: 26, Bold: true, Color: kit.Ink}

// field is a label with its text, which breaks into as many lines as it needs.
func (s *person) field(f personField) fyne.CanvasObject {
	text := f.text
	if s.open && f.open != "" {
		text = f.open
	}
	lines := textLines(text, fileWidth-96, kit.Body)
	return kit.Around(nil, nil, kit.Sized(96, 0, kit.Pad(3, 0, 0, 0, kit.Top(kit.Text(f.label, kit.Label)))), nil, lines)
}

// mostMissing is how much of what is still asked stands on the page itself.
const mostMissing = 3

// study is the card with the hours of the year and what is still missing.
func (s *person) study() fyne.CanvasObject {
	h := &s.rows.hours
	tone, ink, of := kit.Good, kit.Ink, "学时"
	if h.owing {
		tone = kit.Owing
	}
	if h.target != "" {
		ink, of = tone.Ink, "/ "+h.target+" 学时"
	}
	figure := kit.Across(6, kit.Text(h.counted, kit.Figure.In(ink)))
	figure.Add(kit.Pad(18, 0, 0, 0, kit.Text(of, kit.Body.In(kit.Second))))
	figure.Add(kit.Pad(18, 0, 0, kit.Gap, kit.Text(h.sentence, kit.Body)))
	body := kit.Down(kit.HalfGap, figure)
	if h.target != "" {
		bar := kit.NewBar(h.part, tone)
		bar.Height = 14
		body.Add(bar)
	}
	if h.ahead != "" {
		body.Add(kit.NewProse(h.ahead, kit.Body))
	}
	if amounts := monthAmounts(h.months); slices.ContainsFunc(amounts, func(a kit.Amount) bool { return a.Value > 0 }) {
		body.Add(kit.Sized(0, 110, kit.NewColumns(amounts)))
	}
	if h.contents != "" {
		body.Add(kit.NewProse("内容："+h.contents, kit.Body))
	}
	if h.note != "" {
		body.Add(kit.NewProse(h.note, kit.Note))
	}
	if len(s.rows.missing) > 0 {
		body.Add(kit.Rule())
		for _, m := range s.rows.missing[:min(len(s.rows.missing), mostMissing)] {
			body.Add(kit.NewProse(m.sentence+"（"+m.cite+"）", kit.Label))
		}
		body.Add(kit.Across(0, kit.NewLink("看依据和下一步", func() { s.w.show(newLacksOf(s.w, s.id, s.rows.name)) })))
	}
	years := kit.Across(kit.HalfGap, kit.NewSmall(fmt.Sprintf("‹ %d", s.rows.year-1), func() { s.turnYear(s.rows.year - 1) }))
	if !s.rows.thisYear {
		years.Add(kit.NewSmall(fmt.Sprintf("%d ›", s.rows.year+1), func() { s.turnYear(s.rows.year + 1) }))
	}
	return kit.Card(fmt.Sprintf("%d 年学习档案", s.rows.year), "", years, kit.Pad(0, 20, kit.Gap, 20, body))
}

func monthAmounts(months []monthStudy) []kit.Amount {
	out := make([]kit.Amount, len(months))
	for i, m := range months {
		out[i] = kit.Amount{Label: fmt.Sprintf("%d月", m.month), Value: float64(m.hours), Tone: kit.Pale}
		if m.hours > 0 {
			out[i].Number = m.hours.String()
		}
	}
	return out
}

// visitsCard is the table of what somebody was at.
type visitsCard struct {
	card  fyne.CanvasObject
	table *kit.Table
}

// visitRow is the height of a line of the table.
const visitRow float32 = 34

func (s *person) visits() visitsCard {
	list := s.rows.visits
	columns := []kit.Column{{Title: "日期", Width: 100}, {Title: "活动", Share: 1.4, Least: 150}, {Title: "形式", Width: 110, Drop: 1},
		{Title: "学时", Width: 64, Align: fyne.TextAlignTrailing}, {Title: "情况", Share: 1, Least: 150}}
	table := kit.NewTable(columns, func(row, col int) kit.Cell { return list[row].cell(col) })
	table.RowHeight, table.OpenOnTap = visitRow, true
	table.OnOpen = func(row int) { s.w.activity(list[row].id) }
	table.Empty = kit.Empty("这一年还没有参加活动的记录", "", nil)
	table.SetCount(len(list))
	height := 38 + visitRow*float32(min(max(len(list), 3), 10))
	return visitsCard{kit.Card("参加情况", s.rows.visitsNote, nil, kit.Pad(0, 2, 2, 2, kit.Sized(0, height, table))), table}
}

func (v *personVisit) cell(col int) kit.Cell {
	switch col {
	case 0:
		return kit.Cell{Text: v.day}
	case 1:
		return kit.Cell{Text: v.title}
	case 2:
		return kit.Cell{Text: v.form, Style: kit.Body.In(kit.Second)}
	case 3:
		return kit.Cell{Text: v.hours, Style: kit.Strong}
	}
	return kit.Cell{Text: v.status}
}
