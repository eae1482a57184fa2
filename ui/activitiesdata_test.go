package ui

import (
	"fmt"
	"strings"
	"testing"

	"branchbook/store"
	"branchbook/store/org"
)

func yearRows(t testing.TB, b *Book, year int) *activityYear {
	t.Helper()
	d, err := loadActivities(b, year)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestTheYearListsItsActivitiesTheNewestFirst(t *testing.T) {
	b := homeVillage(t)
	hold(t, b, org.Held, org.ThemeDay, org.NewDate(2026, 10, 20))
	hold(t, b, org.Held, org.GroupMeeting, org.NewDate(2026, 11, 23), "00000000-0000-4000-8000-000000000001")
	hold(t, b, org.Planned, org.Assembly, org.NewDate(2026, 11, 27))
	hold(t, b, org.Planned, org.Talk, org.NewDate(2026, 11, 22))
	off := hold(t, b, org.Planned, org.CommitteeMtg, org.NewDate(2026, 11, 2))
	must(t, b, func(s *store.Store) (store.Changed, error) { return s.CancelActivity(off.ID, "防汛") })
	hold(t, b, org.Held, org.Lecture, org.NewDate(2025, 10, 20))
	d := yearRows(t, b, 2026)
	var got []string
	for _, r := range d.rows {
		got = append(got, fmt.Sprint(r.day, " ", r.kind, " ", r.turnout, " ", r.hours, " ", activityTagWords[r.state]))
	}
	want := "11月27日 党员大会  2 计划\n11月23日 党小组会 1/1 2 \n11月22日 谈心谈话  0 待记录\n11月2日 支委会  2 已取消\n10月20日 主题党日 2/2 2 补录"
	if strings.Join(got, "\n") != want {
		t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), want)
	}
	if !d.earlier || d.month != 11 || len(d.kinds) != 5 {
		t.Errorf("earlier %v, month %d, kinds %v", d.earlier, d.month, d.kinds)
	}
	if before := yearRows(t, b, 2025); before.earlier || before.month != 0 || len(before.rows) != 1 {
		t.Errorf("2025: %+v", before)
	}
}

func TestAListIsPickedByKindMonthAndWords(t *testing.T) {
	b := homeVillage(t)
	hold(t, b, org.Held, org.ThemeDay, org.NewDate(2026, 10, 20))
	hold(t, b, org.Held, org.ThemeDay, org.NewDate(2026, 11, 20))
	hold(t, b, org.Held, org.GroupMeeting, org.NewDate(2026, 11, 21))
	hold(t, b, org.Held, org.Visit, org.NewDate(2026, 9, 21))
	d := yearRows(t, b, 2026)
	for s, want := range map[showing]int{
		{}: 4, {rest: true}: 1, {kind: org.ThemeDay}: 2, {month: 11}: 2, {rest: true, month: 11}: 0, {kind: org.ThemeDay, month: 11}: 1,
		{words: "主题党日 10月"}: 1, {words: "服务中心"}: 4, {words: "学习 党小组"}: 1, {words: "没有"}: 0,
	} {
		if got := len(d.pick(s)); got != want {
			t.Errorf("%+v: %d, want %d", s, got, want)
		}
	}
}
