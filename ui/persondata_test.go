package ui

import (
	"errors"
	"testing"

	"branchbook/store/org"
)

// meeting is a held activity of two hours on a day of 2026, for all.
func meeting(id, title string, kind org.PartKind, month, day int, rows ...org.Attendance) *org.Activity {
	return &org.Activity{ID: org.ActivityID(id), State: org.Held, Title: title, Level: org.LevelBranch, Attendance: rows,
		Parts: []org.Part{{Kind: kind, Date: org.NewDate(2026, 1, 1).AddMonths(month - 1).AddDays(day - 1), Start: org.NewClock(9, 0), End: org.NewClock(11, 0), Audience: org.Audience{Kind: org.ForAll}}}}
}

// studyBook is a branch with two members, of whom the first was at some of four
// activities of 2026.
func studyBook(t *testing.T) (b *Book, sun, qian *org.Person) {
	t.Helper()
	b = emptyBook(t)
	sun, qian = somebody("sun", "孙秀英"), somebody("qian", "钱进")
	sun.Joined, sun.FullFrom, sun.Spells[1].From, sun.Phone, sun.IDNumber = "1996-12-15", "1997-12-15", "1997-12-15", "13800005678", "990101197005010016"
	sun.IDOdd = true
	sun.Spells = append(sun.Spells, org.Spell{Kind: org.SpellPost, Value: org.Committee, Title: "妇女委员", From: "2011", To: "2018-03-01"})
	if _, err := b.Store.Import("花名册", nil, []*org.Person{sun, qian}); err != nil {
		t.Fatal(err)
	}
	due := func(status org.Status, reason org.Reason, minutes org.Minutes) org.Attendance {
		return org.Attendance{Person: "sun", Due: true, MayVote: true, As: org.FullMember, Status: status, Reason: reason, Minutes: minutes}
	}
	makeUp := meeting("d", "补课", org.MakeUp, 9, 1, due(org.Present, "", 0))
	makeUp.For = "c"
	for _, a := range []*org.Activity{meeting("a", "主题党日", org.ThemeDay, 7, 8, due(org.Present, "", 0)), meeting("b", "党员大会", org.Assembly, 8, 20, due(org.LeftSoon, "", 90)),
		meeting("c", "主题党日", org.ThemeDay, 8, 16, due(org.Leave, org.ReasonSick, 0)), makeUp} {
		if _, err := b.Store.RecordActivity(a); err != nil {
			t.Fatal(err)
		}
	}
	return b, sun, qian
}

func TestAPersonsYearIsCountedByActivity(t *testing.T) {
	b, _, _ := studyBook(t)
	r, err := loadPerson(b, "sun", 2026)
	if err != nil {
		t.Fatal(err)
	}
	if r.hours.counted != "5.5" || r.hours.target != "32" || r.hours.sentence != "还差 26.5 学时，到年底还有 38 天" || !r.hours.owing {
		t.Errorf("study %+v", r.hours)
	}
	if len(r.hours.months) != 12 || r.hours.months[6] != (monthStudy{7, 2 * org.Hour}) || r.hours.months[7].hours != 3*org.Hour/2 || r.hours.months[8].hours != 2*org.Hour {
		t.Errorf("months %v", r.hours.months)
	}
	want := []personVisit{{day: "9月1日", title: "补课", hours: "2", status: "出席"}, {day: "8月20日", title: "党员大会", hours: "1.5", status: "早退（90 分钟）"},
		{day: "8月16日", title: "主题党日", hours: "—", status: "请假 · 病假，已补"}, {day: "7月8日", title: "主题党日", hours: "2", status: "出席"}}
	for i, w := range want {
		if v := r.visits[i]; len(r.visits) != len(want) || v.day != w.day || v.title != w.title || v.hours != w.hours || v.status != w.status {
			t.Errorf("visit %d: %+v, want %+v", i, v, w)
		}
	}
	if r.visitsNote != "应到 4 次，出席 3 次" {
		t.Error(r.visitsNote)
	}
	if len(r.missing) == 0 || r.missing[0].cite != "支部工作条例 第19条" {
		t.Errorf("missing %+v", r.missing)
	}
}

func TestAPersonsFileIsMaskedAndSaysTheStanding(t *testing.T) {
	b, _, _ := studyBook(t)
	r, err := loadPerson(b, "sun", 2026)
	if err != nil {
		t.Fatal(err)
	}
	shown := map[string]string{}
	for _, f := range r.fields {
		shown[f.label] = f.text
	}
	for label, want := range map[string]string{"电话": "138****5678", "公民身份号码": "990101********0016", "入党": "1996年12月15日", "民族": "—"} {
		if shown[label] != want {
			t.Errorf("%s is %q, want %q", label, shown[label], want)
		}
	}
	if _, ok := shown["学位"]; ok || !r.secret || r.standing != "党龄 28 年 11 个月 · 政治生日 12月15日" {
		t.Errorf("fields %v, standing %q", shown, r.standing)
	}
	if r.prev != "" || r.next != "qian" {
		t.Errorf("between %q and %q", r.prev, r.next)
	}
}

func TestALifeHasALineForEachKindOfFact(t *testing.T) {
	b, _, _ := studyBook(t)
	r, err := loadPerson(b, "sun", 2026)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.life.rows) != 2 || r.life.rows[0].Label != "类别" || r.life.rows[1].Label != "职务" {
		t.Fatalf("lines %+v", r.life.rows)
	}
	post := r.life.rows[1].Pieces[0]
	if post.Text != "妇女委员" || post.From != 2011 || post.To < 2018.1 || post.To > 2018.2 || r.life.from < 1997.9 || r.life.from > 1998 {
		t.Errorf("post %+v from %v", post, r.life.from)
	}
	last := r.facts[len(r.facts)-1]
	if last.what != "职务：妇女委员" || last.span != "2011年至2018年2月28日" || last.open {
		t.Errorf("last fact %+v", last)
	}
}

func TestPostsThatOverlapStandBelowEachOther(t *testing.T) {
	p := &org.Person{Spells: []org.Spell{{Kind: org.SpellPost, Value: org.Committee, From: "2011", To: "2018-03-01"}, {Kind: org.SpellPost, Value: org.GroupHead, From: "2015"},
		{Kind: org.SpellPost, Value: org.Secretary, From: "2020"}}}
	l := lifeOf(p, &org.Branch{}, org.NewDate(2026, 11, 23))
	if len(l.rows) != 2 || len(l.rows[0].Pieces) != 2 || l.rows[1].Label != "" || l.rows[1].Pieces[0].Text != "党小组组长" {
		t.Errorf("lines %+v", l.rows)
	}
}

func TestWhoIsNotThereIsNotFound(t *testing.T) {
	if _, err := loadPerson(emptyBook(t), "nobody", 2026); !errors.Is(err, org.ErrNotFound) {
		t.Errorf("error %v", err)
	}
}

func TestANumberInsideOtherWordsIsMasked(t *testing.T) {
	p := &org.Person{Spells: []org.Spell{{Kind: org.SpellFloating, Value: org.FloatOut, Title: "青岛", Who: "妻子，电话15400009570", From: "2024-05-11"}}}
	f := factsOf(p, &org.Branch{})[0]
	if f.more != "青岛，妻子，电话154****9570" || f.whole != "青岛，妻子，电话15400009570" {
		t.Errorf("%q, whole %q", f.more, f.whole)
	}
}

func TestThePagesAreTurnedAmongThoseWhoAreHere(t *testing.T) {
	snap, day := smallRoster(), org.NewDate(2026, 11, 23)
	y := &Year{Snapshot: snap, N: 2026, Today: day, Day: day}
	for _, c := range []struct {
		at         int
		prev, next org.PersonID
	}{{0, "", "2"}, {3, "3", "7"}, {4, "", ""}, {6, "4", ""}} {
		if prev, next := personNeighbours(y, snap.Persons[c.at]); prev != c.prev || next != c.next {
			t.Errorf("%s stands between %q and %q, want %q and %q", snap.Persons[c.at].Name, prev, next, c.prev, c.next)
		}
	}
}

func TestWhatHasNoDayHasNoBar(t *testing.T) {
	p := &org.Person{Spells: []org.Spell{{Kind: org.SpellBelonging, Began: org.BeganRoster}, {Kind: org.SpellGroup, Group: "g1"}, {Kind: org.SpellPost, Value: org.Secretary, To: "2020-01-01"}}}
	b := &org.Branch{Groups: []org.Group{{ID: "g1", Name: "一组"}}}
	day := org.NewDate(2026, 11, 23)
	if l := lifeOf(p, b, day); len(l.rows) != 0 {
		t.Errorf("a life without days has lines %+v", l.rows)
	}
	p.Spells = append(p.Spells, org.Spell{Kind: org.SpellCategory, Value: org.FullMember, From: "1990-07-01"})
	if l := lifeOf(p, b, day); len(l.rows) != 1 || l.rows[0].Label != "类别" {
		t.Errorf("lines %+v", l.rows)
	}
	if f := factsOf(p, b); f[1].what != "组织关系：在册" || f[1].span != "建账前至今" {
		t.Errorf("in words %+v", f)
	}
}
