package ui

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"branchbook/store/org"
	"branchbook/ui/kit"
)

// branchForm is the form of a branch, new or on file.
type branchForm struct {
	form                        *kit.Form
	name, code, superior, years *kit.Entry
	kind                        *kit.Select
	start, since                *kit.DateField
	units                       *kit.Entry
	unitsBox                    *fyne.Container
	groups                      *fyne.Container
	lines                       []*groupLine

	now       func() time.Time
	termYears func(org.BranchKind) int
	packs     []packTick // of a new branch
	proposed  string     // what stands in 任期年数 because of the kind
	shown     branchText
	fit       func() // lays out anew what stands around, after the height changed
}

// groupLine is one group of the form.
type groupLine struct {
	groupText
	entry *kit.Entry
	box   *fyne.Container
}

func newBranchForm(t branchText, now func() time.Time, termYears func(org.BranchKind) int) *branchForm {
	f := &branchForm{form: kit.NewForm(), now: now, termYears: termYears, shown: t, fit: func() {}}
	f.name, f.code, f.superior, f.years = kit.NewEntry("如 柳树村党支部"), kit.NewEntry(""), kit.NewEntry("如 柳溪镇党委"), kit.NewEntry("")
	f.start, f.since, f.units = kit.NewDateField(), kit.NewDateField(), kit.NewText(3)
	today := func() kit.Day { return kit.DayOf(now()) }
	f.start.Today, f.since.Today = today, today
	var kinds []string
	for _, k := range org.BranchKinds() {
		kinds = append(kinds, k.Chinese())
	}
	f.kind = kit.NewSelect(kinds, func(int) { f.proposeYears() })
	f.kind.Placeholder = "请选择"
	f.groups, f.unitsBox = kit.Down(kit.HalfGap), kit.Down(kit.HalfGap)
	f.rows()
	f.set(t)
	return f
}

func (f *branchForm) rows() {
	f.form.Row(kit.Field{Name: "name", Label: "支部名称", Widget: f.name, Required: true, Share: 2}, kit.Field{Name: "kind", Label: "类型", Widget: f.kind, Required: true})
	f.form.Row(kit.Field{Name: "code", Label: "编码", Widget: f.code, Required: true, Note: "上级给的党组织编码；还没有的写“待定”，以后能改"},
		kit.Field{Name: "superior", Label: "上级党组织", Widget: f.superior})
	f.form.Row(kit.Field{Name: "start", Label: "本届任期开始", Widget: f.start}, kit.Field{Name: "years", Label: "任期年数", Widget: f.years},
		kit.Field{Name: "since", Label: "建账日期", Widget: f.since, Note: "这一天以前的缺项不问"})
	add := kit.NewSmall("加一个党小组", f.addGroup).WithIcon("plus")
	f.form.Row(kit.Field{Name: "groups", Label: "党小组（没有可以不写）", Widget: kit.Down(kit.HalfGap, f.groups, kit.Across(0, add))})
	f.form.Row(kit.Field{Name: "units", Label: "联合支部", Widget: f.unitsBox})
}

// set shows a branch.
func (f *branchForm) set(t branchText) {
	f.name.SetText(t.name)
	f.code.SetText(t.code)
	f.superior.SetText(t.superior)
	f.years.SetText(t.years)
	f.kind.SetChosen(kindPlace(t.kind))
	f.start.SetDay(branchDay(t.start))
	f.since.SetDay(branchDay(t.since))
	f.units.SetText(t.units)
	for _, g := range t.groups {
		f.line(g)
	}
	if t.units != "" {
		f.unfoldUnits()
		return
	}
	f.unitsBox.Add(kit.Across(0, kit.NewSmall("几个单位合建的，写上单位", func() { f.unfoldUnits(); f.form.Focus("units") })))
}

func (f *branchForm) unfoldUnits() {
	f.unitsBox.Objects = []fyne.CanvasObject{kit.Text("每行写一个单位", kit.Note), f.units}
	f.laidOut()
}

// line adds a line for a group.
func (f *branchForm) line(g groupText) *groupLine {
	l := &groupLine{groupText: g, entry: kit.NewEntry("党小组名称")}
	l.entry.SetText(g.name)
	tail := container.NewStack(kit.NewButton("去掉", func() { f.drop(l) }))
	if g.id != "" {
		tail.Objects = []fyne.CanvasObject{f.closing(l)}
	}
	l.box = kit.Around(nil, nil, nil, kit.Pad(0, 0, 0, kit.HalfGap, tail), l.entry)
	f.lines = append(f.lines, l)
	f.groups.Add(l.box)
	return l
}

// closing is the button that hides a group from new records, or shows it again:
// a group that people belonged to never goes.
func (f *branchForm) closing(l *groupLine) *kit.Button {
	var b *kit.Button
	words := func() string {
		if l.closed {
			return "恢复使用"
		}
		return "停用"
	}
	b = kit.NewButton(words(), func() {
		l.closed = !l.closed
		b.SetText(words())
		f.mark(l)
		f.laidOut()
	})
	f.mark(l)
	return b
}

// mark lets only groups in use be renamed.
func (f *branchForm) mark(l *groupLine) {
	if l.closed {
		l.entry.Disable()
	} else {
		l.entry.Enable()
	}
}

func (f *branchForm) addGroup() {
	l := f.line(groupText{name: nextGroup(f.text().groups)})
	f.laidOut()
	kit.Focus(l.entry)
}

func (f *branchForm) drop(gone *groupLine) {
	for i, l := range f.lines {
		if l == gone {
			f.lines = append(f.lines[:i], f.lines[i+1:]...)
			break
		}
	}
	f.groups.Remove(gone.box)
	f.laidOut()
}

// laidOut gives the form the height that it needs now.
func (f *branchForm) laidOut() {
	f.form.ClearFaults()
	f.fit()
}

// proposeYears writes what the rules say of the kind, unless somebody has
// written something else.
func (f *branchForm) proposeYears() {
	if f.years.Text != f.proposed || f.kind.Chosen() < 0 {
		return
	}
	f.proposed = ""
	if n := f.termYears(org.BranchKinds()[f.kind.Chosen()]); n > 0 {
		f.proposed = strconv.Itoa(n)
	}
	f.years.SetText(f.proposed)
}

// text is what stands in the form.
func (f *branchForm) text() branchText {
	t := branchText{name: f.name.Text, code: f.code.Text, superior: f.superior.Text, years: f.years.Text,
		start: branchDate(f.start.Day()), since: branchDate(f.since.Day()), units: f.units.Text}
	if i := f.kind.Chosen(); i >= 0 {
		t.kind = org.BranchKinds()[i]
	}
	for _, l := range f.lines {
		t.groups = append(t.groups, groupText{l.id, l.entry.Text, l.closed})
	}
	return t
}

// read is the branch in the form; false if something is wrong, which is shown.
func (f *branchForm) read(on *org.Branch) (*org.Branch, bool) {
	if f.form.Unread() {
		return nil, false
	}
	b, faults := f.text().apply(on, f.termYears)
	faults = append(faults, f.text().dayFaults(org.DateOf(f.now()))...)
	if f.form.SetFaults(faults...) {
		f.fit()
		return nil, false
	}
	return b, true
}

func kindPlace(k org.BranchKind) int {
	for i, other := range org.BranchKinds() {
		if other == k {
			return i
		}
	}
	return -1
}

func branchDay(d org.Date) kit.Day {
	if d == 0 {
		return kit.Day{}
	}
	y, m, day := d.YMD()
	return kit.Day{Year: y, Month: int(m), Day: day}
}

func branchDate(d kit.Day) org.Date {
	if d.IsZero() {
		return 0
	}
	return org.NewDate(d.Year, time.Month(d.Month), d.Day)
}
