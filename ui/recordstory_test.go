package ui

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"branchbook/store"
	"branchbook/store/org"
	"branchbook/ui/kit"
)

// forty is a branch of forty members who have met before.
func forty(t testing.TB) *Book {
	t.Helper()
	b := bookOf(t, &org.Branch{Name: "柳树村党支部", Code: "990-0001", Kind: org.Village, Since: org.NewDate(2026, 1, 1)}, nil)
	var people []*org.Person
	for i := range 40 {
		p := &org.Person{ID: store.NewPersonID(), Name: string([]rune("赵钱孙李周吴郑王冯陈")[i%10]) + string([]rune("德秀建玉")[i/10]) + "明", Spells: []org.Spell{
			{Kind: org.SpellBelonging, Began: org.BeganRoster, From: "2020-01-01"}, {Kind: org.SpellCategory, Value: org.FullMember, From: "2020-01-01"}}}
		if i == 0 {
			p.Spells = append(p.Spells, org.Spell{Kind: org.SpellPost, Value: org.Secretary, From: "2024-03-10"})
		}
		people = append(people, p)
	}
	branch, err := b.Store.Branch()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.Store.Import("名册", branch, people); err != nil {
		t.Fatal(err)
	}
	return b
}

func TestAThemeDayOfFortyTakesTwelveActionsAtMost(t *testing.T) {
	b := forty(t)
	k := deskOf(t, b, wanted{kind: org.ThemeDay, day: org.NewDate(2026, 10, 12)})
	k.draft.base.Title, k.draft.base.Place = "上月的主题", "党群服务中心会议室"
	k.draft.parts[0].Start, k.draft.parts[0].End = org.NewClock(14, 30), org.NewClock(16, 30)
	if _, err := b.Store.RecordActivity(k.build(k.draft).Activity); err != nil {
		t.Fatal(err)
	}
	w := openWindow(t, b)
	w.open(atHome)
	h := &hand{t: t, w: w}
	h.click("记一次活动")
	h.typed("学习党的二十届四中全会精神")
	for _, x := range [][2]string{{"李德明", "病假"}, {"周秀明", "外出"}, {"陈建明", "缺席"}} {
		h.click(x[0])
		h.click(x[1])
	}
	if !recordShows(w, "本次计 2 学时") || !recordShows(w, "实到 37") {
		t.Error("the hours and counts cannot be read before saving")
	}
	h.chord(fyne.KeyS)
	t.Logf("%d actions", h.actions)
	if h.actions > 12 {
		t.Errorf("%d actions", h.actions)
	}
	list, err := b.Store.Activities(org.NewDate(2026, 11, 23), org.NewDate(2026, 11, 23))
	if err != nil || len(list) != 1 {
		t.Fatal(list, err)
	}
	a := list[0]
	if a.Title != "学习党的二十届四中全会精神" || a.State != org.Held || a.Place != "党群服务中心会议室" || a.Parts[0].Kind != org.ThemeDay || a.Parts[0].Duration() != 120 || a.Entered != org.NewDate(2026, 11, 23) {
		t.Errorf("saved %+v", a)
	}
	got := map[string]string{}
	for _, r := range a.Attendance {
		p, err := b.Store.Person(r.Person)
		if err != nil {
			t.Fatal(err)
		}
		if !r.Due {
			t.Errorf("%s is not due", p.Name)
		}
		if r.Status != org.Present {
			got[p.Name] = r.Status.Chinese() + r.Reason.Chinese()
		}
	}
	if want := map[string]string{"李德明": "请假病假", "周秀明": "请假外出", "陈建明": "缺席"}; !reflect.DeepEqual(got, want) || len(a.Attendance) != 40 {
		t.Errorf("exceptions %v of %d", got, len(a.Attendance))
	}
	if s, ok := w.now.(*activity); !ok || s.id != a.ID {
		t.Errorf("after saving the window shows %T", w.now)
	}
}

func TestInitialsAndDigitsTickByKeyboard(t *testing.T) {
	b := forty(t)
	w := openWindow(t, b)
	w.record(wanted{kind: org.ThemeDay})
	s := w.now.(*record)
	w.win.Canvas().Focus(s.seats.find)
	test.Type(s.seats.find, "ldm")
	key(w, fyne.KeyReturn)
	row := func(name string) rollRow {
		return s.seats.roll.rows[slices.IndexFunc(s.seats.roll.rows, func(r rollRow) bool { return r.name == name })]
	}
	if got := row("李德明").status; got != org.Leave {
		t.Fatalf("after initials: %v", got)
	}
	w.win.Canvas().Focused().TypedRune('3')
	if got := row("李德明").status; got != org.Absent {
		t.Errorf("after a digit: %v", got)
	}
	w.win.Canvas().Focused().TypedRune('z')
	if w.win.Canvas().Focused() == s.seats.sheet {
		t.Error("a letter did not go back to the field")
	}
}

func TestWhatIsWrongStandsAtItsFieldAndNothingIsSaved(t *testing.T) {
	b := forty(t)
	w := openWindow(t, b)
	w.record(wanted{kind: org.ThemeDay})
	s := w.now.(*record)
	s.save()
	if got := s.form.form.FaultOf("title"); got != "请写主题" {
		t.Errorf("at the title: %q", got)
	}
	s.draft().base.Title = "学习"
	s.draft().parts[0].Date = org.NewDate(2026, 12, 1)
	s.save()
	if got := s.form.form.FaultOf("date"); !strings.Contains(got, "先列入计划") {
		t.Errorf("at the date: %q", got)
	}
	s.draft().parts[0].Date = org.NewDate(2026, 11, 20)
	s.draft().parts[0].Break = -1
	s.save()
	if got := s.form.form.FaultOf("break"); !s.form.more || got == "" {
		t.Errorf("at a rare field: %q, shown %v", got, s.form.more)
	}
	if list, err := b.Store.Activities(1, org.NewDate(2030, 1, 1)); err != nil || len(list) != 0 {
		t.Errorf("saved %d, %v", len(list), err)
	}
}

func TestLeavingWithWordsAsks(t *testing.T) {
	b := forty(t)
	w := openWindow(t, b)
	w.record(wanted{kind: org.ThemeDay})
	w.open(atPeople)
	if w.now.place() != atPeople {
		t.Fatal("a form that nobody touched holds the window")
	}
	h := &hand{t: t, w: w}
	w.record(wanted{kind: org.ThemeDay})
	h.typed("学习")
	w.open(atPeople)
	h.click("继续填写")
	if s, ok := w.now.(*record); !ok || s.draft().base.Title != "学习" {
		t.Fatal("the words are gone")
	}
	w.open(atPeople)
	h.click("保存")
	list, err := b.Store.Activities(1, org.NewDate(2030, 1, 1))
	if err != nil || len(list) != 1 || w.now.place() != atPeople {
		t.Errorf("%d saved, %v, at %v", len(list), err, w.now.place())
	}
	w.record(wanted{edit: list[0].ID})
	h.typed("二")
	w.open(atPeople)
	h.click("不保存，离开")
	if a, err := b.Store.Activity(list[0].ID); err != nil || a.Title != "学习" || w.now.place() != atPeople {
		t.Errorf("title %q, %v", a.Title, err)
	}
}

func TestTheSameOnTheSameDayIsAskedAbout(t *testing.T) {
	b := forty(t)
	held(t, b, "已登记", org.NewDate(2026, 11, 23))
	w := openWindow(t, b)
	w.record(wanted{kind: org.ThemeDay})
	h := &hand{t: t, w: w}
	h.typed("又一次")
	h.chord(fyne.KeyS)
	h.click("回去核对")
	count := func() int {
		list, err := b.Store.Activities(1, org.NewDate(2030, 1, 1))
		if err != nil {
			t.Fatal(err)
		}
		return len(list)
	}
	if count() != 1 {
		t.Fatal("saved in spite of the answer")
	}
	h.chord(fyne.KeyS)
	h.click("仍然保存")
	if count() != 2 {
		t.Error("not saved")
	}
}

func TestTwoPartsAreJudgedEachForItsPeople(t *testing.T) {
	b, who := village(t)
	w := openWindow(t, b)
	w.record(wanted{kind: org.CommitteeMtg})
	s := w.now.(*record)
	s.draft().base.Title = "支委会和党员大会"
	s.addPart(false)
	if p := s.draft().parts[1]; p.Kind != org.Assembly || p.Audience.Kind != org.ForAll || s.part != 1 {
		t.Fatalf("the second part is %+v", p)
	}
	s.seats.alone = true
	s.judge()
	if s.seats.roll.sums.due != 5 {
		t.Errorf("due at the second: %d", s.seats.roll.sums.due)
	}
	i := slices.IndexFunc(s.seats.roll.rows, func(r rollRow) bool { return r.person == who["乙大明"] })
	s.seats.sheet.Next(i)
	s.save()
	a, err := b.Store.Activity(s.draft().base.ID)
	if err != nil {
		t.Fatal(err)
	}
	first, _ := a.At(who["乙大明"], 1)
	second, _ := a.At(who["乙大明"], 2)
	if first.Status != org.Present || second.Status != org.Leave {
		t.Errorf("%v, then %v", first.Status, second.Status)
	}
}

func TestGuestsAreAddedByName(t *testing.T) {
	b, who := village(t)
	w := openWindow(t, b)
	w.record(wanted{kind: org.CommitteeMtg})
	s := w.now.(*record)
	s.draft().base.Title = "研究工作"
	s.seats.found("丙小红")
	if s.seats.roll.sums.others != 1 || s.seats.roll.sums.due != 2 {
		t.Fatalf("%+v", s.seats.roll.sums)
	}
	s.save()
	a, err := b.Store.Activity(s.draft().base.ID)
	if r, ok := a.At(who["丙小红"], 1); err != nil || !ok || r.Due || r.Status != org.Present {
		t.Errorf("%+v, %v", r, err)
	}
}

func TestNamedPeopleAreChosenOnTheSheet(t *testing.T) {
	b, who := village(t)
	w := openWindow(t, b)
	w.record(wanted{kind: org.HomeStudy})
	s := w.now.(*record)
	s.draft().base.Title = "送学到家"
	s.save()
	if _, err := b.Store.Activity(s.draft().base.ID); err == nil {
		t.Fatal("saved for nobody")
	}
	i := slices.IndexFunc(s.seats.roll.rows, func(r rollRow) bool { return r.person == who["丙小红"] })
	s.seats.sheet.Next(i)
	s.save()
	a, err := b.Store.Activity(s.draft().base.ID)
	if err != nil || !slices.Equal(a.Parts[0].Audience.Persons, []org.PersonID{who["丙小红"]}) || len(a.Attendance) != 1 || !a.Attendance[0].Due {
		t.Errorf("%+v, %v", a, err)
	}
}

func TestTabGoesFromTheFormToTheNamesToTheButtons(t *testing.T) {
	b := forty(t)
	w := openWindow(t, b)
	w.record(wanted{kind: org.ThemeDay})
	s := w.now.(*record)
	c := w.win.Canvas()
	var order []string
	for range 40 {
		switch c.Focused() {
		case fyne.Focusable(s.seats.find):
			order = append(order, "find")
		case fyne.Focusable(s.seats.sheet):
			order = append(order, "names")
		case fyne.Focusable(s.print):
			order = append(order, "print")
		}
		if len(order) > 0 && order[len(order)-1] == "print" {
			break
		}
		c.FocusNext()
	}
	if want := []string{"find", "names", "print"}; !slices.Equal(order, want) {
		t.Errorf("the order is %v", order)
	}
}

func TestARareKindIsChosenFromTheDialog(t *testing.T) {
	b := forty(t)
	w := openWindow(t, b)
	w.record(wanted{kind: org.ThemeDay})
	h := &hand{t: t, w: w}
	h.click("更多…")
	h.click("集中轮训")
	if s := w.now.(*record); s.draft().parts[0].Kind != org.Rotation || !recordShows(w, "集中轮训") {
		t.Errorf("kind %v", s.draft().parts[0].Kind)
	}
}

func TestAGroupMeetingMayBeForEverybody(t *testing.T) {
	b, _ := village(t)
	w := openWindow(t, b)
	w.record(wanted{kind: org.GroupMeeting})
	s := w.now.(*record)
	if s.seats.roll.sums.due != 3 {
		t.Fatalf("the first group has %d", s.seats.roll.sums.due)
	}
	s.seats.choose(3)
	if s.seats.roll.sums.due != 2 {
		t.Errorf("the second group has %d", s.seats.roll.sums.due)
	}
	s.seats.choose(0)
	if s.draft().parts[0].Audience.Kind != org.ForAll || s.seats.roll.sums.due != 5 {
		t.Errorf("everybody is %+v, %d", s.draft().parts[0].Audience, s.seats.roll.sums.due)
	}
}

func TestADateIsReadWhenItIsSavedWithoutLeavingTheField(t *testing.T) {
	b := forty(t)
	w := openWindow(t, b)
	w.record(wanted{kind: org.ThemeDay})
	s := w.now.(*record)
	h := &hand{t: t, w: w}
	h.typed("学习")
	s.form.focus("date")
	field := w.win.Canvas().Focused().(*kit.DateField)
	field.SetText("不知道")
	h.chord(fyne.KeyS)
	if s.form.form.FaultOf("date") == "" || w.now != screen(s) {
		t.Fatal("a date that cannot be read was saved")
	}
	field.SetText("11月20日")
	h.chord(fyne.KeyS)
	if a, err := b.Store.Activity(s.draft().base.ID); err != nil || a.From() != org.NewDate(2026, 11, 20) {
		t.Errorf("%v, %v", a, err)
	}
}
