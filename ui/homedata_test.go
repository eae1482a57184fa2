package ui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"branchbook/rules"
	"branchbook/store"
	"branchbook/store/org"
)

// homeVillage is a small branch whose first page is worked out by hand: records
// since 1 October 2026, two groups, seen on 23 November.
func homeVillage(t testing.TB) *Book {
	t.Helper()
	b := bookOf(t, &org.Branch{Name: "柳树村党支部", Code: "990-0001", Kind: org.Village, Since: org.NewDate(2026, 10, 1),
		Groups: []org.Group{{ID: "00000000-0000-4000-8000-000000000001", Name: "第一小组"}, {ID: "00000000-0000-4000-8000-000000000002", Name: "第二小组"}}}, nil)
	for i, name := range []string{"李秀兰", "王建国"} {
		must(t, b, func(s *store.Store) (store.Changed, error) {
			return s.SavePerson(&org.Person{ID: store.NewPersonID(), Name: name, Joined: org.Partial(fmt.Sprintf("%d-12-15", 1996+i)), Spells: []org.Spell{
				{Kind: org.SpellBelonging, Began: org.BeganRoster, From: "2000-01-01"},
				{Kind: org.SpellCategory, Value: org.FullMember, From: "2000-01-01"},
				{Kind: org.SpellGroup, Group: org.GroupID(fmt.Sprintf("00000000-0000-4000-8000-00000000000%d", i+1))},
			}})
		})
	}
	return b
}

func must(t testing.TB, b *Book, save func(*store.Store) (store.Changed, error)) {
	t.Helper()
	if _, err := save(b.Store); err != nil {
		t.Fatal(err)
	}
}

// hold records an activity of one part.
func hold(t testing.TB, b *Book, state org.ActivityState, kind org.PartKind, day org.Date, groups ...org.GroupID) *org.Activity {
	t.Helper()
	part := org.Part{Kind: kind, Date: day, Start: org.NewClock(9, 0), End: org.NewClock(11, 0), Audience: org.Audience{Kind: org.ForAll}}
	if len(groups) > 0 {
		part.Audience = org.Audience{Kind: org.ForGroups, Groups: groups}
	}
	a := &org.Activity{ID: store.NewActivityID(), State: state, Title: kind.Chinese() + "学习", Place: "党群服务中心", Level: org.LevelBranch, Parts: []org.Part{part}}
	snap, err := b.Store.Snapshot(1, 0)
	if err != nil {
		t.Fatal(err)
	}
	pack, err := rules.Load(b.Today(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if state == org.Held {
		a.Attendance = rules.Attend(pack, snap, a, nil, org.Present)
	}
	must(t, b, func(s *store.Store) (store.Changed, error) { return s.RecordActivity(a) })
	return a
}

func homeOf(t testing.TB, b *Book) *homeData {
	t.Helper()
	d, err := loadHome(b)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func linesOf(d *homeData) string {
	var out []string
	for _, l := range d.lacks {
		out = append(out, fmt.Sprintf("%s|%s|%s|%s|%s", lackWords[l.state], l.title, l.sentence, l.clause, l.step.verb))
	}
	return strings.Join(out, "\n")
}

func TestTheFirstPageTellsWhatIsMissingThenWhatEndsFirst(t *testing.T) {
	b := homeVillage(t)
	hold(t, b, org.Held, org.ThemeDay, org.NewDate(2026, 11, 20))
	hold(t, b, org.Held, org.ThemeDay, org.NewDate(2026, 10, 20))
	hold(t, b, org.Held, org.GroupMeeting, org.NewDate(2026, 10, 12), "00000000-0000-4000-8000-000000000001")
	hold(t, b, org.Planned, org.GroupMeeting, org.NewDate(2026, 11, 27), "00000000-0000-4000-8000-000000000001")
	planned := hold(t, b, org.Planned, org.Assembly, org.NewDate(2026, 11, 22))
	d := homeOf(t, b)
	want := strings.Join([]string{
		"缺项|党小组会|第二小组 10月一般应有 1 次，没有记录|支部工作条例 第13条|去补录",
		"进行中|党小组会|第一小组 11月一般应有 1 次，还没有开展，已安排在 11月27日|支部工作条例 第13条|去看",
		"进行中|党小组会|第二小组 11月一般应有 1 次，还没有开展，还有 7 天|支部工作条例 第13条|去安排",
		"进行中|会议记录|2026年10月12日党小组会的记录一般应在2026年11月30日前写全，还缺：主持人、记录人。|支部台账默认口径|去补",
		"进行中|主题党日记录|有 2 次活动的记录要补写或核对|支部台账默认口径|去看",
		"进行中|党员大会|第四季度一般应有 1 次，还没有开展，已安排在 11月22日|支部工作条例 第11条|去记录",
		"进行中|组织生活会|全年应有 1 次，还没有开展，还有 38 天|支部工作条例 第17条|去安排",
		"进行中|民主评议党员|全年一般应有 1 次，还没有开展，还有 38 天|支部工作条例 第18条|去安排",
		"进行中|党员年度学时|李秀兰 已有 6 学时，还差 26 学时|党员教育管理工作条例 第20条|去看",
		"进行中|党员年度学时|王建国 已有 4 学时，还差 28 学时|党员教育管理工作条例 第20条|去看",
		"进行中|谈心谈话（党员之间）|李秀兰 已有 0 次，还差 1 次|支部工作条例 第19条|去看",
		"进行中|谈心谈话（党员之间）|王建国 已有 0 次，还差 1 次|支部工作条例 第19条|去看",
		"建议|建议 6 条|没有规定次数的、规划期已满的、由上级组织的，看看就好||去看",
	}, "\n")
	if got := linesOf(d); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
	if m, r := d.count(lackMissing), d.count(lackRunning); m != 1 || r != 11 {
		t.Errorf("%d missing, %d running", m, r)
	}
	missing, plan := d.lacks[0].step, d.lacks[5].step
	if want := (wanted{kind: org.GroupMeeting, group: "00000000-0000-4000-8000-000000000002", day: org.NewDate(2026, 10, 31)}); missing.record != want {
		t.Errorf("去补录 begins with %+v", missing.record)
	}
	if plan.record != (wanted{edit: planned.ID}) {
		t.Errorf("what is planned leads to %+v", plan)
	}
	if d.progress != (rules.Progress{Behind: 2}) || fmt.Sprint(d.targets) != fmt.Sprint([]org.Hours{32 * org.Hour}) {
		t.Errorf("progress %+v, targets %v", d.progress, d.targets)
	}
}

func TestWhatSomebodyExplainedIsNoLongerMissing(t *testing.T) {
	b := homeVillage(t)
	must(t, b, func(s *store.Store) (store.Changed, error) {
		return s.SaveItem(&org.Waiver{ID: store.NewItemID(), Rule: "theme-day", Period: "2026-10", Reason: "汛期停办"}, "")
	})
	d := homeOf(t, b)
	last := d.lacks[len(d.lacks)-1]
	if last.state != lackWaived || last.sentence != "汛期停办" {
		t.Errorf("the last line is %+v", last)
	}
	if n := d.count(lackMissing); n != 2 { // the two group meetings of October
		t.Errorf("%d missing:\n%s", n, linesOf(d))
	}
}

func TestWhatLastYearLacksIsShownUntilMarch(t *testing.T) {
	b := homeVillage(t)
	hold(t, b, org.Held, org.ThemeDay, org.NewDate(2026, 10, 20))
	hold(t, b, org.Held, org.ThemeDay, org.NewDate(2026, 11, 20))
	b.Now = func() time.Time { return time.Date(2027, 3, 31, 9, 0, 0, 0, time.Local) }
	got := linesOf(homeOf(t, b))
	for _, want := range []string{
		"缺项|主题党日|去年12月应有 1 次，没有记录|支部工作条例 第16条|去补录",
		"缺项|党小组会|去年10月、11月、12月 共 6 次没有记全|支部工作条例 第13条|去看",
		"缺项|党员年度学时|李秀兰 去年已有 4 学时，还差 28 学时|党员教育管理工作条例 第20条|去看",
		"缺项|主题党日|1月应有 1 次，没有记录|支部工作条例 第16条|去补录",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no line %s in\n%s", want, got)
		}
	}
	if late, early := strings.Index(got, "|2月"), strings.Index(got, "|去年12月"); late < 0 || early < late {
		t.Errorf("the latest does not stand first:\n%s", got)
	}
	b.Now = func() time.Time { return time.Date(2027, 4, 1, 9, 0, 0, 0, time.Local) }
	if got := linesOf(homeOf(t, b)); strings.Contains(got, "去年") {
		t.Errorf("in April:\n%s", got)
	}
}

func TestWhatRanOutLastYearAndIsOpenStandsOnce(t *testing.T) {
	b := homeVillage(t)
	must(t, b, func(s *store.Store) (store.Changed, error) {
		return s.SavePerson(&org.Person{ID: store.NewPersonID(), Name: "赵新", Joined: "2025-10-10", Spells: []org.Spell{
			{Kind: org.SpellBelonging, Began: org.BeganAdmitted, From: "2025-10-10"},
			{Kind: org.SpellCategory, Value: org.Probationary, From: "2025-10-10"}}})
	})
	b.Now = func() time.Time { return time.Date(2027, 2, 1, 9, 0, 0, 0, time.Local) }
	d := homeOf(t, b)
	const line = "缺项|预备期满讨论转正|赵新预备期已于2026年10月10日满，应及时讨论转正。|章程 第7条|去看"
	if got := linesOf(d); strings.Count(got, "预备期满讨论转正") != 1 || !strings.Contains(got, line) {
		t.Errorf("got:\n%s", got)
	}
	late := 0
	for _, c := range d.coming {
		if c.late && strings.HasPrefix(c.title, "赵新 预备期满") {
			late++
		}
	}
	if late != 1 {
		t.Errorf("%d coming days", late)
	}
}

func TestManyFindingsOfOneRuleAreOneLine(t *testing.T) {
	y := &Year{Snapshot: &org.Snapshot{Branch: &org.Branch{}}, Today: org.NewDate(2026, 6, 16), Day: org.NewDate(2026, 6, 16)}
	var list []rules.Finding
	for m := 1; m <= 5; m++ {
		list = append(list, rules.Finding{Rule: "theme-day", Title: "主题党日", Kinds: []org.PartKind{org.ThemeDay}, State: rules.Missing, Need: 1,
			Unit: rules.UnitTimes, From: org.NewDate(2026, 1, 1).AddMonths(m - 1), Until: org.NewDate(2026, 1, 1).AddMonths(m) - 1})
	}
	for range 4 {
		list = append(list, rules.Finding{Rule: "hours", Title: "学时", Person: "p", State: rules.Running, Until: org.NewDate(2026, 12, 31), Obligation: rules.Normally,
			Have: 1, Need: int64(32 * org.Hour), Unit: rules.UnitHours})
	}
	d := &homeData{lacks: lacksOf(y, list)}
	want := "缺项|主题党日|1月、2月、3月、4月、5月 共 5 次没有记全||去看\n进行中|学时|4 人一般应达到 32 学时，还没有达到||去看"
	if got := linesOf(d); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
	if d.count(lackMissing) != 5 || d.count(lackRunning) != 1 || d.lacks[0].step.grid != 2026 || d.lacks[1].step.rule != "hours" {
		t.Errorf("%+v", d.lacks)
	}
	if got := linesOf(&homeData{lacks: lacksOf(y, list[1:8])}); strings.Count(got, "\n") != 6 {
		t.Errorf("four months and three people stay apart:\n%s", got)
	}
}

func TestClausesAreShort(t *testing.T) {
	for title, want := range map[string]string{
		"中国共产党支部工作条例（试行）":                   "支部工作条例 第11条",
		"关于贯彻〈2019—2023年全国党员教育培训工作规划〉的实施意见": "实施意见 第11条",
		"禾沿镇党委的通知":                          "禾沿镇党委的通知 第11条",
	} {
		if got := clauseOf(title, "11"); got != want {
			t.Errorf("%s: %q", title, got)
		}
	}
	if got := clauseOf("支部台账默认口径", ""); got != "支部台账默认口径" {
		t.Errorf("without an article: %q", got)
	}
}

func TestManyBirthdaysStandTogetherByMonth(t *testing.T) {
	today := org.NewDate(2026, 11, 23)
	var s org.Snapshot
	for i, joined := range []org.Partial{"1996-11-30", "1996-12-01", "2006-12-15", "2001-12"} {
		s.Persons = append(s.Persons, &org.Person{ID: org.PersonID(fmt.Sprint(i)), Name: string([]rune("甲乙丙丁")[i]), Joined: joined, Spells: []org.Spell{
			{Kind: org.SpellBelonging, Began: org.BeganRoster}, {Kind: org.SpellCategory, Value: org.FullMember}}})
	}
	got := fmt.Sprint(comingWords(comingOf(daysOf(t, &s, today))))
	if want := "[11月30日 还有 7 天 甲 政治生日（入党 30 周年） 1996年11月30日入党 12月 下月 政治生日 3 人 乙 30 周年、丙 20 周年、丁 25 周年]"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	s.Persons = s.Persons[1:]
	got = fmt.Sprint(comingWords(comingOf(daysOf(t, &s, today))))
	if want := "[12月1日 还有 8 天 乙 政治生日（入党 30 周年） 1996年12月1日入党 12月15日 还有 22 天 丙 政治生日（入党 20 周年） 2006年12月15日入党 " +
		"12月 下月 丁 政治生日（入党 25 周年） 2001年12月入党，日期不全]"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// daysOf is what the coming days are told from.
func daysOf(t testing.TB, s *org.Snapshot, today org.Date) (*rules.Pack, *org.Snapshot, []rules.Finding, org.Date) {
	t.Helper()
	p, err := rules.Load(today, nil)
	if err != nil {
		t.Fatal(err)
	}
	return p, s, rules.Check(p, s, today), today
}

func comingWords(list []comingDay) (out []string) {
	for _, l := range list {
		out = append(out, l.day, l.left, l.title, l.note)
	}
	return out
}

func TestAnExtendedProbationIsSaidSo(t *testing.T) {
	s := &org.Snapshot{Persons: []*org.Person{{ID: "p", Name: "甲", Joined: "2025-06-01", Spells: []org.Spell{
		{Kind: org.SpellBelonging, Began: org.BeganAdmitted, From: "2025-06-01"},
		{Kind: org.SpellCategory, Value: org.Probationary, From: "2025-06-01"},
		{Kind: org.SpellExtension, From: "2026-06-01", To: "2026-12-01"}}}}}
	got := fmt.Sprint(comingWords(comingOf(daysOf(t, s, org.NewDate(2026, 11, 23)))))
	if want := "[12月1日 还有 8 天 甲 预备期满，应讨论转正 2025年6月1日入党，预备期已延长]"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestWhatRanOutIsSaidSo(t *testing.T) {
	s := &org.Snapshot{Branch: &org.Branch{Term: org.Term{Start: org.NewDate(2021, 11, 20), Years: 5}}}
	got := comingOf(daysOf(t, s, org.NewDate(2026, 11, 23)))
	if len(got) != 1 || !got[0].late || got[0].left != "已过 3 天" || got[0].day != "11月20日" || got[0].step.place != atSettings {
		t.Errorf("%+v", got)
	}
}
