package rules

import (
	"testing"

	"branchbook/store/org"
)

func TestAnActivityGivesWhatItsPartsGiveUnderTheCapOfEachDay(t *testing.T) {
	w := newWorld()
	if err := w.read(`支部 村
党员 甲
活动 2026-04-12 集中培训 全天
环节 2026-04-12 主题党日 60分
环节 2026-04-13 集中培训 半天
活动 2026-04-20 组织生活会 120分
环节 2026-04-20 党课 90分
活动 2026-05-01 他处学时 认定=20 证明=结业证
环节 2026-05-01 党课 60分
活动 2026-05-02 他处学时 认定=20
`); err != nil {
		t.Fatal(err)
	}
	p := loaded(t, org.NewDate(2026, 6, 1))
	for i, want := range []string{"12", "1.5", "21", "0"} {
		if got := p.ActivityHours(w.activities[i]).String(); got != want {
			t.Errorf("activity %d gives %s, want %s", i+1, got, want)
		}
	}
}
