package ui

import (
	"reflect"
	"slices"
	"testing"

	"branchbook/rules"
	"branchbook/store"
	"branchbook/store/org"
)

// village is a small branch: 甲 to 丁 full members, 戊 on probation, 己 exempt,
// 庚 floating away; 甲 is the secretary, 乙 of the committee; 甲乙丙 are the first
// group, the others the second.
func village(t testing.TB) (*Book, map[string]org.PersonID) {
	t.Helper()
	b := bookOf(t, &org.Branch{Name: "柳树村党支部", Code: "990-0001", Kind: org.Village, Since: org.NewDate(2026, 1, 1),
		Groups: []org.Group{{ID: "g1", Name: "第一党小组"}, {ID: "g2", Name: "第二党小组"}}}, nil)
	who := map[string]org.PersonID{}
	for _, name := range []string{"甲方正", "乙大明", "丙小红", "丁立新", "戊春生", "己玉兰", "庚远行"} {
		p := &org.Person{ID: store.NewPersonID(), Name: name, Spells: []org.Spell{
			{Kind: org.SpellBelonging, Began: org.BeganRoster, From: "2020-01-01"}, {Kind: org.SpellCategory, Value: org.FullMember, From: "2020-01-01"}}}
		group := org.GroupID("g2")
		add := func(s org.Spell) { p.Spells = append(p.Spells, s) }
		switch name {
		case "甲方正":
			group = "g1"
			add(org.Spell{Kind: org.SpellPost, Value: org.Secretary, From: "2024-03-10"})
		case "乙大明":
			group = "g1"
			add(org.Spell{Kind: org.SpellPost, Value: org.Committee, From: "2024-03-10"})
		case "丙小红":
			group = "g1"
		case "戊春生":
			p.Spells[1].Value = org.Probationary
		case "己玉兰":
			add(org.Spell{Kind: org.SpellExemption, Value: org.ExemptOld, From: "2024-01-01"})
		case "庚远行":
			add(org.Spell{Kind: org.SpellFloating, Value: org.FloatOut, From: "2025-01-01"})
		}
		add(org.Spell{Kind: org.SpellGroup, Group: group, From: "2020-01-01"})
		if _, err := b.Store.SavePerson(p); err != nil {
			t.Fatal(err)
		}
		who[name] = p.ID
	}
	return b, who
}

func deskOf(t testing.TB, b *Book, want wanted) *desk {
	t.Helper()
	k, err := loadDesk(b, want)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// held saves a theme day of a day as the form would.
func held(t testing.TB, b *Book, title string, day org.Date) *org.Activity {
	t.Helper()
	k := deskOf(t, b, wanted{kind: org.ThemeDay, day: day})
	k.draft.base.Title, k.draft.base.Place, k.draft.base.State = title, "会议室", org.Held
	k.draft.parts[0].Start, k.draft.parts[0].End = org.NewClock(14, 30), org.NewClock(16, 30)
	k.draft.parts[0].recorder = "丙小红"
	a := k.build(k.draft)
	if len(a.faults) > 0 {
		t.Fatal(a.faults)
	}
	if _, err := b.Store.RecordActivity(a.Activity); err != nil {
		t.Fatal(err)
	}
	return a.Activity
}

func TestReopenedRecordsAreSavedAsTheyWere(t *testing.T) {
	b := demoBook(t, 38)
	list, err := b.Store.Activities(1, org.NewDate(2030, 1, 1))
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, a := range list {
		if a.State != org.Held {
			continue
		}
		k := deskOf(t, b, wanted{edit: a.ID})
		got := k.build(k.draft)
		if len(got.faults) > 0 {
			t.Errorf("%s %s: faults %v", a.Title, a.From(), got.faults)
		}
		slices.SortFunc(got.Attendance, byPersonAndPart)
		if !reflect.DeepEqual(got.Activity, a) {
			t.Errorf("%s %s is not what it was:\n%+v\n%+v", a.Title, a.From(), got.Activity, a)
		}
		seen++
	}
	if seen < 30 {
		t.Errorf("only %d activities", seen)
	}
}

func byPersonAndPart(a, b org.Attendance) int {
	if a.Person != b.Person {
		if a.Person < b.Person {
			return -1
		}
		return 1
	}
	return a.Part - b.Part
}

func TestANewRecordIsFilledFromTheLastOfItsKind(t *testing.T) {
	b, _ := village(t)
	if k := deskOf(t, b, wanted{}); k.draft.parts[0].Kind != org.ThemeDay || k.draft.parts[0].chair != "甲方正" || k.draft.parts[0].Start != 0 || k.draft.base.Place != "" {
		t.Errorf("first record: %+v", k.draft)
	}
	held(t, b, "学习", org.NewDate(2026, 10, 12))
	k := deskOf(t, b, wanted{})
	p := k.draft.parts[0]
	if p.Date != org.NewDate(2026, 11, 23) || p.Start != org.NewClock(14, 30) || p.End != org.NewClock(16, 30) || k.draft.base.Place != "会议室" || p.chair != "甲方正" || p.recorder != "丙小红" {
		t.Errorf("filled with %+v at %q", p, k.draft.base.Place)
	}
	if k.draft.base.Title != "" || p.Text != "" || p.Title != "" {
		t.Errorf("words were written: %+v", k.draft)
	}
}

func TestGroupMeetingIsForTheGroupThatHasNotMet(t *testing.T) {
	b, _ := village(t)
	for i, want := range []org.GroupID{"g1", "g2", ""} {
		k := deskOf(t, b, wanted{kind: org.GroupMeeting})
		if got := groupOf(&k.draft.parts[0]); got != want {
			t.Fatalf("meeting %d is for %q, want %q", i+1, got, want)
		}
		k.draft.base.Title = "小组会"
		a := k.build(k.draft)
		if want == "" {
			if len(a.faults) != 1 || a.faults[0].field != "audience" {
				t.Errorf("without a group: %v", a.faults)
			}
			return
		}
		if _, err := b.Store.RecordActivity(a.Activity); err != nil {
			t.Fatal(err)
		}
	}
}

func TestRollShowsWhoIsDueAndWhyOthersAreNot(t *testing.T) {
	b, who := village(t)
	k := deskOf(t, b, wanted{kind: org.ThemeDay})
	k.draft.parts[0].Start, k.draft.parts[0].End = org.NewClock(14, 30), org.NewClock(16, 0)
	k.draft.mark(who["乙大明"], 0, mark{status: org.Leave, reason: org.ReasonSick})
	k.draft.mark(who["丙小红"], 0, mark{status: org.Absent})
	k.draft.come(who["己玉兰"], 0, true)
	r := k.roll(k.draft, 0)
	if r.due != 5 || len(r.rows) != 7 {
		t.Fatalf("%d due of %d rows", r.due, len(r.rows))
	}
	if r.rows[1].status != org.Leave || r.rows[1].reason != org.ReasonSick || r.rows[2].status != org.Absent || r.rows[0].status != org.Present {
		t.Errorf("rows: %+v", r.rows)
	}
	if r.rows[5].status != org.Present || r.rows[5].why != rules.IsExempt || r.rows[6].status != org.NotAsked || r.rows[6].why != rules.IsAway {
		t.Errorf("others: %+v", r.rows[5:])
	}
	if want := (rollSums{due: 5, present: 3, full: 2, probation: 1, leave: 1, absent: 1, others: 1}); r.sums != want {
		t.Errorf("sums %+v, want %+v", r.sums, want)
	}
	if len(r.hours) != 1 || r.hours[0].hours != org.Hour*3/2 || r.hours[0].form != org.FormStudy {
		t.Errorf("hours: %+v", r.hours)
	}
	if figure, how := r.hoursWords(); figure != "本次计 1.5 学时" || len(how) != 1 || how[0] != "集体学习 · 14:30—16:00" {
		t.Errorf("%q, %q", figure, how)
	}
}

func TestCreditFromElsewhereSaysThatItNeedsAProof(t *testing.T) {
	b, _ := village(t)
	k := deskOf(t, b, wanted{kind: org.CreditedElse})
	k.draft.parts[0].Certified = 6 * org.Hour
	if figure, how := k.roll(k.draft, 0).hoursWords(); figure != "本次不计学时" || len(how) != 1 || how[0] != "填上证明材料，才能计学时" {
		t.Errorf("without a proof %q, %q", figure, how)
	}
	k.draft.base.Proof = "结业证"
	if figure, _ := k.roll(k.draft, 0).hoursWords(); figure != "本次计 6 学时" {
		t.Errorf("with a proof %q", figure)
	}
}

func TestAnotherKindIsJudgedAnewAndKeepsWhatWasTicked(t *testing.T) {
	b, who := village(t)
	held(t, b, "学习", org.NewDate(2026, 10, 12))
	k := deskOf(t, b, wanted{kind: org.ThemeDay})
	d := k.draft
	d.base.Title, d.parts[0].recorder = "研究工作", "乙大明"
	d.mark(who["乙大明"], 0, mark{status: org.Leave, reason: org.ReasonDuty})
	d.mark(who["丁立新"], 0, mark{status: org.Absent})
	k.turn(d, 0, org.CommitteeMtg)
	if d.base.Title != "研究工作" || d.parts[0].recorder != "乙大明" || d.parts[0].Start != 0 {
		t.Errorf("after the change: %q %+v", d.base.Title, d.parts[0])
	}
	a := k.build(d)
	want := []org.Attendance{
		{Person: who["甲方正"], Due: true, MayVote: true, As: org.FullMember, Status: org.Present},
		{Person: who["乙大明"], Due: true, MayVote: true, As: org.FullMember, Status: org.Leave, Reason: org.ReasonDuty}}
	if !reflect.DeepEqual(a.Attendance, want) {
		t.Errorf("committee: %+v", a.Attendance)
	}
	k.turn(d, 0, org.ThemeDay)
	if r := k.roll(d, 0); r.sums.due != 5 || r.sums.leave != 1 || r.sums.absent != 1 || d.parts[0].Start != org.NewClock(14, 30) {
		t.Errorf("back again: %+v", r.sums)
	}
}

func TestFaultsStandAtTheirFields(t *testing.T) {
	b, _ := village(t)
	for _, c := range []struct {
		name  string
		spoil func(*draft)
		want  fault
	}{
		{"no title", func(d *draft) { d.base.Title = " " }, fault{-1, "title", "请写主题"}},
		{"no date", func(d *draft) { d.parts[0].Date = 0 }, fault{0, "date", "请填日期"}},
		{"half a time", func(d *draft) { d.parts[0].Start, d.parts[0].End = org.NewClock(9, 0), 0 }, fault{0, "end", "开始和结束请都填上，或都不填"}},
		{"no length", func(d *draft) {
			d.parts[0].Start, d.parts[0].End = org.NewClock(9, 0), org.NewClock(9, 0)
		}, fault{0, "end", "结束要晚于开始"}},
		{"in the future", func(d *draft) { d.parts[0].Date = org.NewDate(2026, 11, 24) }, fault{0, "date", "这一天还没有到。还没开的活动，请勾选“还没开，先列入计划”。"}},
		{"two of one name", func(d *draft) { d.parts[0].chair = "丁立新" }, fault{0, "chair", "这个姓名不止一个人，请在姓名后写上党小组，如“王伟（一组）”。"}},
		{"nobody named", func(d *draft) { d.parts[0].Audience = org.Audience{Kind: org.ForNamed} }, fault{0, "audience", "请点选参加的人。"}},
	} {
		if _, err := b.Store.SavePerson(&org.Person{ID: store.NewPersonID(), Name: "丁立新", Spells: []org.Spell{{Kind: org.SpellBelonging, Began: org.BeganRoster, From: "2020-01-01"}}}); err != nil {
			t.Fatal(err)
		}
		k := deskOf(t, b, wanted{kind: org.ThemeDay})
		k.draft.base.Title = "学习"
		c.spoil(k.draft)
		if got := k.build(k.draft).faults; len(got) != 1 || got[0] != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}

func TestAPlanMayLieInTheFuture(t *testing.T) {
	b, _ := village(t)
	k := deskOf(t, b, wanted{kind: org.ThemeDay, day: org.NewDate(2026, 12, 7)})
	k.draft.base.Title = "学习"
	a := k.build(k.draft)
	if a.State != org.Planned || len(a.faults) > 0 || len(a.Attendance) > 0 {
		t.Errorf("%v %v, %d rows", a.State, a.faults, len(a.Attendance))
	}
	if r := k.roll(k.draft, 0); r.due != 5 {
		t.Errorf("a plan shows %d due", r.due)
	}
}

func TestMidnightSplitsAPart(t *testing.T) {
	b, who := village(t)
	k := deskOf(t, b, wanted{kind: org.Assembly, day: org.NewDate(2026, 11, 20)})
	k.draft.base.Title = "防汛"
	k.draft.parts[0].Start, k.draft.parts[0].End = org.NewClock(22, 0), org.NewClock(1, 0)
	k.draft.mark(who["乙大明"], 1, mark{status: org.Absent})
	a := k.build(k.draft)
	if len(a.faults) > 0 || len(a.Parts) != 2 || a.Parts[0].End != org.Midnight || a.Parts[1].Date != org.NewDate(2026, 11, 21) {
		t.Fatalf("%v %+v", a.faults, a.Parts)
	}
	if due, present, _ := rules.Turnout(a.Activity, 2); due != 5 || present != 4 {
		t.Errorf("after midnight %d of %d", present, due)
	}
}

func TestAClassOfThreeDaysKeepsEachDay(t *testing.T) {
	b, who := village(t)
	k := deskOf(t, b, wanted{kind: org.Training, day: org.NewDate(2026, 11, 10)})
	d := k.draft
	d.base.Title, d.parts[0].Length = "集中培训", org.FullDay
	k.addPart(d, true)
	k.addPart(d, true)
	d.mark(who["乙大明"], 2, mark{status: org.Leave, reason: org.ReasonPrivate})
	d.mark(who["丙小红"], 3, mark{status: org.Absent})
	a := k.build(d)
	if len(a.faults) > 0 || len(a.Parts) != 3 || a.To() != org.NewDate(2026, 11, 12) || a.Parts[2].Length != org.FullDay {
		t.Fatalf("%v %+v", a.faults, a.Parts)
	}
	for n, want := range []org.Status{org.Present, org.Leave, org.Present} {
		if r, _ := a.At(who["乙大明"], n+1); r.Status != want {
			t.Errorf("day %d: %v, want %v", n+1, r.Status, want)
		}
	}
	if r := k.roll(d, 0); r.rows[1].status != org.Leave || r.rows[1].part != 2 || r.rows[0].part != 0 {
		t.Errorf("as a whole: %+v", r.rows[:2])
	}
	d.mark(who["戊春生"], 2, mark{status: org.Absent})
	d.mark(who["戊春生"], 0, mark{status: org.Late})
	a = k.build(d)
	if r, _ := a.At(who["戊春生"], 2); r.Status != org.Late {
		t.Errorf("said of the whole, the second day keeps %v", r.Status)
	}
	d.dropPart(1)
	a = k.build(d)
	if r, _ := a.At(who["丙小红"], 2); len(a.Parts) != 2 || r.Status != org.Absent {
		t.Errorf("after dropping the second day: %+v", r)
	}
	if r, _ := a.At(who["乙大明"], 2); r.Status != org.Present {
		t.Errorf("what was said of the dropped day stayed: %+v", r)
	}
}

func TestOnceMoreCopiesNoWords(t *testing.T) {
	b, who := village(t)
	old := held(t, b, "学习全会精神", org.NewDate(2026, 10, 12))
	k := deskOf(t, b, wanted{like: old.ID})
	d := k.draft
	if d.base.Title != "" || d.parts[0].Text != "" || len(d.marks) > 0 || d.base.ID == old.ID {
		t.Errorf("copied: %+v", d)
	}
	if d.parts[0].Kind != org.ThemeDay || d.parts[0].Start != org.NewClock(14, 30) || d.base.Place != "会议室" || d.parts[0].recorder != "丙小红" || d.parts[0].Date != k.today {
		t.Errorf("not copied: %+v at %q", d.parts[0], d.base.Place)
	}
	d.base.Title = "再学"
	if a := k.build(d); a.Parts[0].Recorder.Person != who["丙小红"] || len(a.faults) > 0 {
		t.Errorf("recorder %+v, %v", a.Parts[0].Recorder, a.faults)
	}
}

func TestNamesOfOthersAreTakenAsTheyAre(t *testing.T) {
	b, who := village(t)
	k := deskOf(t, b, wanted{kind: org.Lecture})
	k.draft.base.Title, k.draft.parts[0].lecturer, k.draft.parts[0].chair = "党课", "钱宏", " 乙 大明"
	p := k.build(k.draft).Parts[0]
	if p.Lecturer != (org.Who{Name: "钱宏"}) || p.Chair != (org.Who{Person: who["乙大明"]}) {
		t.Errorf("lecturer %+v, chair %+v", p.Lecturer, p.Chair)
	}
}

func TestATwinIsOfTheSameKindDayAndPeople(t *testing.T) {
	b, _ := village(t)
	old := held(t, b, "学习", org.NewDate(2026, 11, 20))
	k := deskOf(t, b, wanted{kind: org.ThemeDay, day: org.NewDate(2026, 11, 20)})
	k.draft.base.Title = "又学"
	if got := twin(k.build(k.draft).Activity, k.Activities); got == nil || got.ID != old.ID {
		t.Errorf("twin %v", got)
	}
	k.draft.parts[0].Date--
	if got := twin(k.build(k.draft).Activity, k.Activities); got != nil {
		t.Errorf("twin of another day %v", got)
	}
	k = deskOf(t, b, wanted{edit: old.ID})
	if got := twin(k.build(k.draft).Activity, k.Activities); got != nil {
		t.Error("a record is its own twin")
	}
}

func TestACorrectionKeepsWhoWasDueThen(t *testing.T) {
	b, who := village(t)
	old := held(t, b, "学习", org.NewDate(2026, 11, 20))
	p, err := b.Store.Person(who["丁立新"])
	if err != nil {
		t.Fatal(err)
	}
	p.Spells = append(p.Spells, org.Spell{Kind: org.SpellExemption, Value: org.ExemptIll, From: "2026-11-01"})
	if _, err := b.Store.SaveFacts(p); err != nil {
		t.Fatal(err)
	}
	k := deskOf(t, b, wanted{edit: old.ID})
	k.draft.base.Title = "学习（更正）"
	if r, _ := k.build(k.draft).At(who["丁立新"], 1); !r.Due || r.Status != org.Present {
		t.Errorf("after the correction %+v", r)
	}
	k.draft.parts[0].Date--
	if r, ok := k.build(k.draft).At(who["丁立新"], 1); ok && r.Due {
		t.Errorf("on another day, judged anew, %+v", r)
	}
}
