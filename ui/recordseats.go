package ui

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"branchbook/rules"
	"branchbook/store/org"
	"branchbook/ui/kit"
)

// seats is the right card: who was there, and what that comes to.
type seats struct {
	s     *record
	body  fyne.CanvasObject
	sheet *kit.TickSheet
	note  *canvas.Text
	find  *kit.Combo
	whom  *kit.Select
	group []org.Audience // what whom chooses from

	hint    *fyne.Container
	offer   *fyne.Container // what the touched name may be
	named   *canvas.Text
	offered *kit.Words
	names   *fyne.Container
	part    *kit.Words // 整场 or the part in the form alone; hidden while there is only one
	alone   bool       // the part in the form alone is shown
	person  org.PersonID

	sums, hours *fyne.Container
	others      *canvas.Text
	roll        *roll
}

// The states of a name, in the order in which a tap goes on. Those after online
// are not reached by tapping.
const (
	tickPresent = iota
	tickLeave
	tickAbsent
	tickLate
	tickLeft
	tickOnline
	tickUnknown
	tickGuest
	tickFree // and on: who need not come, by the reason
)

var tickStates = []kit.TickState{
	{Word: "✓ 出席", Tone: kit.Good}, {Word: "请假", Tone: kit.Owing}, {Word: "缺席", Tone: kit.Missing}, {Word: "迟到", Tone: kit.Owing}, {Word: "早退", Tone: kit.Owing},
	{Word: "线上", Tone: kit.Entered}, {Word: "应到，未记录", Tone: kit.Owing}, {Word: "✓ 到会", Tone: kit.Good},
	{Word: "不必到", Tone: kit.Quiet}, {Word: "不作硬性要求", Tone: kit.Quiet}, {Word: "流动党员", Tone: kit.Quiet}, {Word: "失去联系", Tone: kit.Quiet}, {Word: "停止党籍", Tone: kit.Quiet},
	{Word: "关系不在这里", Tone: kit.Quiet}, {Word: "不是党员", Tone: kit.Quiet}, {Word: "不在应到范围", Tone: kit.Quiet}, {Word: "类别未填", Tone: kit.Owing},
}

// freeAs finds the state of somebody who need not come; no reason is the first.
var freeAs = []rules.NotDueWhy{"", rules.IsExempt, rules.IsAway, rules.IsLost, rules.IsSuspended, rules.IsGuest, rules.NotMember, rules.NotAudience, rules.NoCategory}

// tickOf is the state that shows what somebody due did.
var tickOf = map[org.Status]int{org.Present: tickPresent, org.Leave: tickLeave, org.Absent: tickAbsent, org.Late: tickLate, org.LeftSoon: tickLeft, org.Online: tickOnline, org.NotAsked: tickUnknown}

var statusOf = []org.Status{org.Present, org.Leave, org.Absent, org.Late, org.LeftSoon, org.Online}

func (c *seats) init(s *record) {
	c.s = s
	c.note = kit.Text("", kit.Label)
	c.sheet = kit.NewTickSheet(tickStates, c.ticked)
	c.sheet.OnLetters = func(r rune) {
		s.w.win.Canvas().Focus(c.find)
		c.find.TypedRune(r)
	}
	c.find = kit.NewCombo("姓名、首字母", nil)
	c.find.Suggest = func(text string) []string { return s.desk.suggest(text, s.draft().parts[s.part].Date) }
	c.find.OnPicked = c.found
	c.whom = kit.NewSelect(nil, c.choose)
	c.hint = kit.Sized(0, 36, kit.Middle(kit.Spring()))
	c.part = kit.NewSmallWords([]string{"整场", "只看这一项"}, func(i int) {
		c.alone = i == 1
		s.judge()
	})
	c.sums, c.hours, c.others = kit.Flow(10), kit.Flow(10), kit.Text("", kit.Note)
	c.offered = kit.NewSmallWords(nil, c.take)
	c.named = kit.Text("", kit.Label.In(kit.Ink))
	c.offer = kit.Around(nil, nil, kit.Pad(0, 6, 0, 0, kit.Middle(c.named)), nil, c.offered)
	c.names = container.NewStack()
	names, shares := kit.Across(kit.HalfGap, kit.Middle(c.note)), []float32{1, 1.1}
	if s.narrow() {
		c.find.SetPlaceHolder("首字母")
	} else {
		shares[1] = 0.8
		names = kit.Across(kit.HalfGap, kit.Middle(kit.Text("参加人员", kit.CardTitle)), kit.Middle(c.note))
	}
	head := kit.Around(nil, nil, names, nil, kit.Pad(0, 0, 0, 12, kit.Shares(kit.HalfGap, shares, c.find, c.whom)))
	foot := kit.Around(kit.Rule(), nil, nil, nil, kit.Pad(10, 12, 12, 12, kit.Down(4, c.sums, c.hours, c.others)))
	c.body = kit.Between(kit.Pad(12, 12, 6, 12, kit.Stacked(6, head, c.part, c.hint)), c.names, foot)
	c.views()
}

// view is the part that the sheet shows, 0 for the whole activity.
func (c *seats) view() int {
	if c.alone {
		return c.s.part + 1
	}
	return 0
}

// views offers what fits the part in the form: for whom it is, and whether it is
// looked at alone.
func (c *seats) views() {
	several := len(c.s.draft().parts) > 1
	c.alone = c.alone && several
	c.part.Hidden = !several
	c.part.SetChosen(0)
	if c.alone {
		c.part.SetChosen(1)
	}
	c.audiences()
}

func (c *seats) audiences() {
	now := c.s.draft().parts[c.s.part].Audience
	c.group = []org.Audience{{Kind: org.ForAll}, {Kind: org.ForCommittee}}
	words := []string{"全体党员", "支委"}
	for _, g := range c.s.desk.Branch.Groups {
		if !g.Closed || slices.Contains(now.Groups, g.ID) {
			c.group, words = append(c.group, org.Audience{Kind: org.ForGroups, Groups: []org.GroupID{g.ID}}), append(words, g.Name)
		}
	}
	c.group, words = append(c.group, org.Audience{Kind: org.ForNamed}), append(words, "指定人员")
	at := slices.IndexFunc(c.group, func(a org.Audience) bool {
		return now.Kind == org.ForNamed && a.Kind == org.ForNamed || rules.SameAudience(&a, &now)
	})
	if at < 0 && len(now.Groups) > 0 {
		at = len(c.group)
		c.group, words = append(c.group, now), append(words, fmt.Sprintf("%d个党小组", len(now.Groups)))
	}
	c.whom.Placeholder = "选择党小组"
	c.whom.SetOptions(words)
	c.whom.SetChosen(at)
	c.whom.MarkFault(false)
}

// choose makes the part one for other people.
func (c *seats) choose(i int) {
	p := &c.s.draft().parts[c.s.part]
	p.Audience = c.group[i]
	if groupOf(p) != "" { // another group meets elsewhere, at another time
		c.s.desk.fill(c.s.draft(), c.s.part)
		p.Audience = c.group[i]
		c.s.redraw()
		return
	}
	c.whom.MarkFault(false)
	c.s.judge()
}

// show shows a roll.
func (c *seats) show(r *roll) {
	c.roll = r
	planned := c.s.draft().base.State == org.Planned
	cells := make([]kit.TickCell, len(r.rows))
	for i, row := range r.rows {
		cells[i] = row.cell()
		if planned && row.due {
			cells[i] = kit.TickCell{Name: row.name, State: tickPresent}
		}
	}
	c.sheet.SetCells(cells)
	c.names.Objects = []fyne.CanvasObject{kit.Pad(0, 2, 8, 12, c.sheet)}
	if len(c.s.desk.Persons) == 0 {
		c.names.Objects[0] = container.NewCenter(kit.Empty("还没有党员", "先添加党员或导入名册，\n再来记活动。", kit.NewButton("导入名册", c.s.w.intake)))
	}
	c.names.Refresh()
	c.note.Text = fmt.Sprintf("%d 人应到", r.sums.due)
	c.note.Refresh()
	c.showHint(planned)
	c.showSums(planned)
}

// cell is how a row stands on the sheet.
func (r *rollRow) cell() kit.TickCell {
	c := kit.TickCell{Name: r.name, State: tickOf[r.status], Note: r.reason.Chinese()}
	switch {
	case !r.due && r.status.There():
		c.State = tickGuest
	case !r.due:
		c.State, c.Note = tickFree+max(0, slices.Index(freeAs, r.why)), ""
	}
	if r.part > 0 && r.status != org.Present {
		c.Note = fmt.Sprintf("第%d项", r.part)
	}
	return c
}

// ticked takes what a tap or a digit says of a name.
func (c *seats) ticked(i, state int) {
	row := c.roll.rows[i]
	c.person = row.person
	switch {
	case c.s.draft().base.State == org.Planned:
	case !row.due:
		c.s.draft().come(row.person, c.view(), !row.status.There())
	case state > tickOnline:
		c.say(org.Present, "")
	default:
		c.say(statusOf[state], "")
		return
	}
	c.s.judge()
}

// say marks the person whose name was touched.
func (c *seats) say(status org.Status, reason org.Reason) {
	c.s.draft().mark(c.person, c.view(), mark{status: status, reason: reason})
	c.s.judge()
}

// found goes to whom the field above names and goes on to the next state, as a
// tap does; somebody who is not on the sheet has come as a guest.
func (c *seats) found(label string) {
	c.find.SetText("")
	day := c.s.draft().parts[c.s.part].Date
	at := slices.IndexFunc(c.s.desk.Persons, func(p *org.Person) bool { return c.s.desk.here(p, day) && c.s.desk.Label(p, day) == label })
	if at < 0 {
		return
	}
	id := c.s.desk.Persons[at].ID
	c.person = id
	place := func() int { return slices.IndexFunc(c.roll.rows, func(r rollRow) bool { return r.person == id }) }
	if i := place(); i >= 0 {
		c.sheet.Next(i)
	} else {
		c.s.draft().come(id, c.view(), true)
		c.s.judge()
	}
	if i := place(); i >= 0 {
		c.sheet.Reveal(i)
	}
	c.s.w.win.Canvas().Focus(c.sheet)
}

// seatChoices are the words that are offered for the name that was touched.
var seatChoices = []struct {
	word   string
	status org.Status
	reason org.Reason
}{
	{"病假", org.Leave, org.ReasonSick}, {"事假", org.Leave, org.ReasonPrivate}, {"公差", org.Leave, org.ReasonDuty}, {"外出", org.Leave, org.ReasonAway}, {"其他", org.Leave, org.ReasonOther},
	{"缺席", org.Absent, ""}, {"迟到", org.Late, ""}, {"早退", org.LeftSoon, ""}, {"线上", org.Online, ""}, {"出席", org.Present, ""},
}

// showHint says how the sheet is used, or offers what the touched name may be.
func (c *seats) showHint(planned bool) {
	at := slices.IndexFunc(c.roll.rows, func(r rollRow) bool { return r.person == c.person && r.due })
	switch {
	case planned:
		c.hint.Objects[0] = kit.Middle(kit.Fit("还没开：这些人应到，可以先打印签到表", kit.Label, 1))
	case at < 0 && c.s.draft().parts[c.s.part].Audience.Kind == org.ForNamed:
		c.hint.Objects[0] = kit.Middle(kit.Fit("点名字选人，再点一次改；或键入首字母＋回车", kit.Label, 1))
	case at < 0:
		c.hint.Objects[0] = kit.Middle(kit.Fit("默认都出席，点名字改；或键入首字母＋回车", kit.Label, 1))
	default:
		c.offerFor(c.roll.rows[at])
		c.hint.Objects[0] = c.offer
	}
	c.hint.Refresh()
}

// offerFor offers what somebody may have done.
func (c *seats) offerFor(row rollRow) {
	c.named.Text = kit.Cut(row.name, 66, kit.Label)
	var words []string
	at := -1
	for i, x := range seatChoices {
		words = append(words, x.word)
		if x.status == row.status && x.reason == row.reason {
			at = i
		}
	}
	if c.s.draft().named(row.person) {
		words = append(words, "去掉")
	}
	c.offered.SetWords(words)
	c.offered.SetChosen(at)
	c.offer.Refresh()
}

// take takes one of the words that are offered.
func (c *seats) take(i int) {
	if i == len(seatChoices) {
		c.s.draft().come(c.person, c.view(), false)
		c.s.judge()
		return
	}
	c.say(seatChoices[i].status, seatChoices[i].reason)
}

// blame says what is wrong with for whom the part is.
func (c *seats) blame(words string) {
	c.hint.Objects[0] = kit.Middle(kit.Text(words, kit.Label.In(kit.Missing.Ink)))
	c.hint.Refresh()
	c.whom.MarkFault(true)
	c.s.w.win.Canvas().Focus(c.whom)
}

func (c *seats) showSums(planned bool) {
	s := &c.roll.sums
	kinds, rest := s.words()
	c.sums.Objects = []fyne.CanvasObject{kit.Text(fmt.Sprintf("应到 %d", s.due), kit.Strong)}
	if !planned {
		if c.s.narrow() {
			kinds = ""
		}
		c.sums.Add(kit.Across(0, kit.Text(fmt.Sprintf("实到 %d", s.present), kit.Strong), kit.Text(kinds, kit.Body)))
		c.sums.Add(kit.Text(rest, kit.Body))
	}
	figure, parts := c.roll.hoursWords()
	c.hours.Objects = []fyne.CanvasObject{kit.Text(figure, kit.Strong)}
	crowded := c.s.narrow() && len(parts) > 1
	for _, p := range parts {
		if crowded {
			break
		}
		c.hours.Add(kit.Pad(4, 0, 0, 0, kit.Text(p, kit.Note)))
	}
	c.others.Text = ""
	if n := s.exempt; n > 0 && !planned && !crowded {
		c.others.Text = fmt.Sprintf("另有 %d 位同志不作硬性要求，可另记送学上门", n)
	}
	for _, o := range []fyne.CanvasObject{c.sums, c.hours, c.others, c.body} {
		o.Refresh()
	}
}
