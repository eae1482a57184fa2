package ui

import (
	"fmt"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"branchbook/store/org"
	"branchbook/ui/kit"
)

// recordForm is the left card: what the activity was.
type recordForm struct {
	s      *record
	scroll *container.Scroll
	form   *kit.Form
	more   bool // the rarely needed fields are shown
	names  []string
	blamed map[string]string // faults that were found in the draft and shown, by field
}

func (f *recordForm) init(s *record) {
	f.s = s
	f.scroll = container.NewVScroll(kit.Spring())
	p := &s.draft().parts[0]
	f.more = p.Length != "" || slices.Contains([]org.PartKind{org.Training, org.Rotation, org.Induction}, p.Kind)
	for _, person := range s.desk.Persons {
		if s.desk.here(person, p.Date) {
			f.names = append(f.names, s.desk.Label(person, p.Date))
		}
	}
}

func (f *recordForm) focus(name string) { f.form.Focus(name) }

// draw makes the fields that the kind of the part asks for.
func (f *recordForm) draw() {
	f.form, f.blamed = kit.NewForm(), map[string]string{}
	f.kinds()
	f.parts()
	f.study()
	f.subject()
	f.leaders()
	f.content()
	if f.s.narrow() {
		f.form.Add(f.planCheck())
	}
	if f.more {
		f.rare()
	}
	f.scroll.Content = kit.Pad(14, kit.Gap, 8, kit.Gap, f.form)
	f.scroll.Refresh()
}

func (f *recordForm) part() *draftPart { return &f.s.draft().parts[f.s.part] }

// usualKinds are the kinds that stand in the form; the others open with 更多.
var usualKinds = []org.PartKind{org.Assembly, org.CommitteeMtg, org.GroupMeeting, org.Lecture, org.ThemeDay, org.LifeMeeting, org.Training}

func (f *recordForm) kinds() {
	shown := usualKinds
	kind := f.part().Kind
	if !slices.Contains(usualKinds, kind) {
		shown = append(slices.Clone(usualKinds), kind)
	}
	words := make([]string, len(shown)+1)
	for i, k := range shown {
		words[i] = k.Chinese()
	}
	words[len(shown)] = "更多…"
	row := kit.NewWords(words, func(i int) {
		switch {
		case i == len(shown):
			f.chooseKind()
		case shown[i] != kind:
			f.s.turn(shown[i])
		}
	})
	row.SetChosen(slices.Index(shown, kind))
	f.form.Add(row)
}

// chooseKind shows all the kinds that are not in the form.
func (f *recordForm) chooseKind() {
	var rest []org.PartKind
	var words []string
	for _, k := range org.PartKinds() {
		if !slices.Contains(usualKinds, k) {
			rest, words = append(rest, k), append(words, k.Chinese())
		}
	}
	var d *kit.Dialog
	list := kit.NewWords(words, func(i int) {
		d.Close()
		f.s.turn(rest[i])
	})
	d = kit.NewDialog("选择活动种类", list, kit.Answer{Text: "返回", Safe: true})
	d.Focus = list
	d.Show(f.s.w.win.Canvas())
}

// parts shows which part is in the form, when there are several.
func (f *recordForm) parts() {
	d := f.s.draft()
	if len(d.parts) == 1 {
		return
	}
	var words []string
	for i := range d.parts {
		words = append(words, fmt.Sprintf("%d %s", i+1, d.parts[i].Kind.Chinese()))
	}
	bar := kit.NewChips(words, f.s.goTo)
	bar.SetChosen(f.s.part)
	f.form.Add(kit.Around(nil, nil, nil, kit.NewLink("去掉这一项", f.s.dropPart), bar))
}

// study says that a committee meeting counts as study, and lets one that only
// did business give no hours: its form is then 组织生活, which counts for none.
func (f *recordForm) study() {
	p := f.part()
	if p.Kind != org.CommitteeMtg || p.Form != "" && p.Form != org.FormLife {
		return
	}
	check := kit.NewCheck("这次不计学时", func(on bool) {
		p.Form = ""
		if on {
			p.Form = org.FormLife
		}
		f.s.judge()
	})
	check.SetOn(p.Form == org.FormLife)
	words := kit.Text("支委会按集体学习计学时。只议事、没有学习的：", kit.Note)
	f.form.Add(kit.Flow(kit.HalfGap, kit.Sized(0, check.MinSize().Height, kit.Middle(words)), check))
}

func (f *recordForm) entry(to *string) *kit.Entry {
	e := kit.NewEntry("")
	e.SetText(*to)
	e.OnChanged = func(text string) { *to = text }
	return e
}

func (f *recordForm) subject() {
	d, p := f.s.draft(), f.part()
	day := kit.NewDateField()
	day.Today = func() kit.Day { return kitDay(f.s.desk.today) }
	day.SetDay(kitDay(p.Date))
	day.OnDay = func(to kit.Day) {
		p.Date = orgDate(to)
		f.s.judge()
	}
	title := kit.Field{Name: "title", Label: "主题", Widget: f.entry(&d.base.Title), Share: 2, Required: true}
	date := kit.Field{Name: "date", Label: "日期", Widget: day, Share: 1}
	if f.s.narrow() {
		f.form.Row(title)
	} else {
		f.form.Row(title, date)
	}
	if len(d.parts) > 1 {
		f.form.Row(kit.Field{Name: "part.title", Label: "这一项的主题（可不填）", Widget: f.entry(&p.Title)})
	}
	if f.s.narrow() {
		date.Share = 2.3
		f.when(date)
	} else {
		f.when()
	}
}

func kitDay(d org.Date) kit.Day {
	y, m, day := d.YMD()
	return kit.Day{Year: y, Month: int(m), Day: day}
}

func orgDate(d kit.Day) org.Date {
	if !d.Whole() {
		return 0
	}
	return org.DateOf(kitTime(d))
}

func (f *recordForm) when(before ...kit.Field) {
	d, p := f.s.draft(), f.part()
	start, end := f.clock(&p.Start), f.clock(&p.End)
	end.Midnight = true
	judged := end.OnTime
	end.OnTime = func(t kit.Time) {
		judged(t)
		if t != kit.NoTime && p.Start != 0 {
			f.blameEnd()
		}
	}
	place := kit.NewCombo("", f.places())
	place.SetText(d.base.Place)
	place.OnChanged = func(text string) { d.base.Place = text }
	times := append(before, kit.Field{Name: "start", Label: "开始", Widget: start}, kit.Field{Name: "end", Label: "结束", Widget: end})
	where := kit.Field{Name: "place", Label: "地点", Widget: place, Share: 2.7}
	if len(before) > 0 {
		f.form.Row(times...).Row(where)
	} else {
		f.form.Row(append(times, where)...)
	}
	switch p.Kind {
	case org.CreditedElse:
		f.credit()
	case org.HomeStudy, org.MakeUp, org.Elsewhere:
		f.madeUp()
	}
}

func (f *recordForm) clock(to *org.Clock) *kit.TimeField {
	field := kit.NewTimeField()
	field.SetTime(kit.Time(*to) - 1)
	field.OnTime = func(t kit.Time) {
		*to = org.Clock(t + 1)
		f.s.judge()
	}
	return field
}

// places lists where the branch met, newest first.
func (f *recordForm) places() (list []string) {
	for _, a := range slices.Backward(f.s.desk.Activities) {
		if a.Place != "" && !slices.Contains(list, a.Place) {
			list = append(list, a.Place)
		}
	}
	return list
}

func (f *recordForm) leaders() {
	p := f.part()
	f.form.Row(kit.Field{Name: "chair", Label: "主持人", Widget: f.who(&p.chair)}, kit.Field{Name: "recorder", Label: "记录人", Widget: f.who(&p.recorder)},
		kit.Field{Name: "lecturer", Label: "主讲人", Widget: f.who(&p.lecturer)})
}

// who is a field for a name: of the branch by name, pinyin or initials, or any
// other.
func (f *recordForm) who(to *string) *kit.Combo {
	c := kit.NewCombo("", f.names)
	c.SetText(*to)
	c.OnChanged = func(text string) { *to = text }
	c.Suggest = func(text string) []string { return f.s.desk.suggest(text, f.part().Date) }
	return c
}

func (f *recordForm) content() {
	p := f.part()
	text := kit.NewText(4)
	text.SetText(p.Text)
	text.OnChanged = func(words string) { p.Text = words }
	f.form.Row(kit.Field{Name: "text", Label: "内容（可从别处粘贴）", Widget: text})
	f.votes()
	if len(p.Basics) == 0 && !slices.Contains(withBasics, p.Kind) {
		f.form.Add(kit.Around(nil, nil, nil, f.moreButton(), kit.Spring()))
		return
	}
	f.form.Row(kit.Field{Name: "basics", Label: "基本要求", Widget: f.basics(p)})
	f.form.Add(kit.Pad(-46, 0, 0, 0, kit.Around(nil, nil, nil, f.moreButton(), kit.Spring())))
}

// withBasics are the kinds at which the basic requirements are asked for.
var withBasics = []org.PartKind{org.ThemeDay, org.Lecture, org.Training, org.Rotation, org.GroupStudy}

func (f *recordForm) basics(p *draftPart) fyne.CanvasObject {
	all := org.Basics()
	words := make([]string, len(all))
	for i, b := range all {
		words[i] = b.Chinese()
	}
	t := kit.NewToggles(words, func(i int, on bool) {
		p.Basics = slices.DeleteFunc(slices.Clone(p.Basics), func(b org.Basic) bool { return b == all[i] })
		if on {
			p.Basics = append(p.Basics, all[i])
		}
		if len(p.Basics) == 0 {
			p.Basics = nil // as it was before the first
		}
	})
	for i, b := range all {
		t.SetOn(i, slices.Contains(p.Basics, b))
	}
	return t
}

// moreButton opens the rare fields.
func (f *recordForm) moreButton() *kit.Button {
	words, icon := "更多项目", "down"
	if f.more {
		words, icon = "收起", "up"
	}
	return kit.NewLink(words, func() {
		f.more = !f.more
		f.draw()
		f.scroll.Offset.Y = 0
		if f.more {
			f.scroll.ScrollToBottom()
		}
		f.scroll.Refresh()
	}).WithIcon(icon)
}

// planCheck says that the activity is still to come; nil for one that was held.
func (f *recordForm) planCheck() fyne.CanvasObject {
	d := f.s.draft()
	if d.old != nil && d.old.State == org.Held {
		return kit.Spring()
	}
	plan := kit.NewCheck("还没开，先列入计划", func(on bool) {
		d.base.State = org.Held
		if on {
			d.base.State = org.Planned
		}
		f.s.judge()
	})
	plan.SetOn(d.base.State == org.Planned)
	return plan
}

// number is a field for a count of minutes.
func (f *recordForm) number(to *org.Minutes) *kit.Entry {
	e := kit.NewEntry("")
	if *to > 0 {
		e.SetText(strconv.Itoa(int(*to)))
	}
	e.OnChanged = func(text string) {
		n, err := strconv.ParseInt(text, 10, 32)
		*to = org.Minutes(n)
		if text != "" && err != nil {
			*to = -1 // refused on saving
		}
		f.s.judge()
	}
	return e
}

// unread leads to a field that cannot be read, and tells whether there is one.
func (f *recordForm) unread() bool { return f.form.Unread() }

// blame shows faults at the fields of the part in the form, and tells whether
// any of them has a field.
func (f *recordForm) blame(faults []fault, part int) bool {
	if !f.more && slices.ContainsFunc(faults, func(x fault) bool { return slices.Contains(rareFields, x.field) }) {
		f.more = true
		f.draw()
	}
	var list []kit.Fault
	f.blamed = map[string]string{}
	for _, x := range faults {
		if name := x.fieldIn(part); name != "" && f.blamed[name] == "" {
			list, f.blamed[name] = append(list, kit.Fault{Name: name, Words: x.words}), x.words
		}
	}
	return f.form.SetFaults(list...)
}

// fieldIn is the name of the field that shows a fault while a part is in the
// form, "" for none.
func (x fault) fieldIn(part int) string {
	switch {
	case x.part >= 0 && x.part != part:
		return ""
	case x.part >= 0 && x.field == "title":
		return "part.title"
	}
	return x.field
}

// mend takes away what was blamed and is no longer wrong, such as a day that
// was wrong by its time; what a field says of itself stays.
func (f *recordForm) mend(faults []fault, part int) {
	still := map[string]string{}
	for _, x := range faults {
		still[x.fieldIn(part)] = x.words
	}
	for name, words := range f.blamed {
		if f.form.FaultOf(name) != words || still[name] == words {
			continue
		}
		f.form.Tell(name, still[name])
		if f.blamed[name] = still[name]; still[name] == "" {
			delete(f.blamed, name)
		}
	}
}

// blameEnd shows at once that an end that was just typed is before the start.
func (f *recordForm) blameEnd() {
	for _, x := range f.s.seats.roll.faults {
		if x.part == f.s.part && x.field == "end" {
			f.blamed["end"] = x.words
			f.form.Tell("end", x.words)
		}
	}
}
