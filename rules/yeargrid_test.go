package rules

import (
	"fmt"
	"strings"
	"testing"

	"branchbook/store/org"
)

// gridOf tells the year grid of a situation as of a day, one line for each
// kind: the months that hold anything.
func gridOf(t *testing.T, situation, today string) map[string]string {
	t.Helper()
	w := newWorld()
	if err := w.read(situation); err != nil {
		t.Fatal(err)
	}
	day, err := org.ParseDate(today)
	if err != nil {
		t.Fatal(err)
	}
	p, s := loaded(t, day), w.snapshot()
	out := map[string]string{}
	for _, k := range YearGrid(p, s, CheckYear(p, s, 2026, day), 2026, day) {
		var months []string
		for i, m := range k.Months {
			if word := monthWord(m); word != "" {
				months = append(months, fmt.Sprintf("%d%s", i+1, word))
			}
		}
		out[k.Kind.Chinese()] = strings.Join(months, " ")
	}
	return out
}

func loaded(t *testing.T, day org.Date) *Pack {
	t.Helper()
	p, err := Load(day, nil)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func monthWord(m Month) (word string) {
	if m.Held > 0 {
		word = fmt.Sprintf("开%d", m.Held)
	}
	if m.Late > 0 {
		word += fmt.Sprintf("补%d", m.Late)
	}
	if m.Planned > 0 {
		word += fmt.Sprintf("计%d", m.Planned)
	}
	if m.State != "" {
		word += fmt.Sprintf("%s%d/%d", m.State.Chinese(), m.Have, m.Need)
	}
	if m.Ahead {
		word += "未到"
	}
	if m.Waived {
		word += "已说明"
	}
	return word
}

func TestTheGridShowsWhatWasHeldAndWhatIsOwed(t *testing.T) {
	got := gridOf(t, `支部 村 建账自2026-04-01
小组 一组 二组
党员 甲 乙
甲 一组
乙 二组
活动 2026-04-10 主题党日 60分
活动 2026-05-08 主题党日 60分 录入=2026-05-15
活动 2026-05-20 主题党日 60分 录入=2026-06-20
活动 2026-07-01 主题党日 60分 计划
活动 2026-06-25 主题党日 60分 已取消
活动 2026-04-10 党小组会 60分 全体
活动 2026-05-10 党小组会 60分 党小组=一组
活动 2026-06-10 党小组会 60分 党小组=二组
活动 2026-04-12 集中培训 全天
环节 2026-04-13 集中培训 全天
活动 2026-04-20 补课 60分 补=1
`, "2026-07-16")
	for kind, want := range map[string]string{
		"主题党日":  "4开1 5开2补1 6缺项0/1 7计1进行中0/1",
		"党小组会":  "4开1 5开1缺项1/2 6开1缺项1/2 7进行中0/2",
		"党员大会":  "6缺项0/1 7进行中0/1", // the third quarter stands in the month of the day
		"组织生活会": "12进行中0/1未到",
		"集中培训":  "4开1", // two days of one class
		"党课":    "",    // no number: nothing is owed
	} {
		if line, there := got[kind]; line != want || !there {
			t.Errorf("%s: %q, want %q", kind, line, want)
		}
	}
	for _, kind := range []string{"补课", "支委会", "支部委员会会议"} {
		if line, there := got[kind]; there {
			t.Errorf("%s is in the grid: %q", kind, line)
		}
	}
}

func TestWhatTheYearOwesIsNearInItsLastQuarterAndOverAfterIt(t *testing.T) {
	situation := "支部 村\n党员 甲\n说明 appraisal 2026 不适用\n"
	for day, want := range map[string]string{"2026-09-30": "12进行中0/1未到", "2026-10-01": "10进行中0/1", "2027-01-01": "12缺项0/1"} {
		if got := gridOf(t, situation, day)["组织生活会"]; got != want {
			t.Errorf("on %s: %q, want %q", day, got, want)
		}
	}
	if got := gridOf(t, situation, "2027-01-01")["民主评议党员"]; got != "12缺项0/1已说明" {
		t.Errorf("explained: %q", got)
	}
}

func TestAPartAfterMidnightIsNoSecondActivity(t *testing.T) {
	got := gridOf(t, "支部 村\n党员 甲\n活动 2026-01-31 主题党日 22:00-1:00\n", "2026-02-10")["主题党日"]
	if want := "1开1 2进行中0/1"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
