package say

import (
	"testing"

	"branchbook/rules"
	"branchbook/store/org"
)

func TestWhatIsAheadIsSaidWithoutInventingLengths(t *testing.T) {
	three := []rules.KindCount{{Kind: org.ThemeDay, Count: 3}}
	both := []rules.KindCount{{Kind: org.Lecture, Count: 1}, {Kind: org.ThemeDay, Count: 3}}
	for _, c := range []struct {
		ahead rules.Forecast
		want  string
	}{
		{rules.Forecast{Kinds: three, Count: 3, Hours: 7 * org.Hour}, "本年还有 3 次主题党日，约 7 学时。"},
		{rules.Forecast{Kinds: three, Count: 3, Hours: 6 * org.Hour}, "本年还有 3 次主题党日，约 6 学时，都参加也还差 0.5 学时。"},
		{rules.Forecast{Kinds: both, Count: 4, Hours: 6 * org.Hour, Unknown: 1}, "本年还有 1 次党课、3 次主题党日，其中 3 次约 6 学时。"},
		{rules.Forecast{Kinds: three, Count: 3, Unknown: 3}, "本年还有 3 次主题党日。"},
		{rules.Forecast{}, "本年没有列入计划的学习活动了，请安排补课或培训。"},
	} {
		if got := Ahead(&rules.PersonHours{Short: 13 * org.Hour / 2, Ahead: c.ahead}); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}

func TestContentsAreNamed(t *testing.T) {
	if got := Contents([]rules.ContentHours{{Content: org.ContentSpirit, Hours: 5 * org.Hour / 2}, {Hours: org.Hour}}); got != "党性教育党性锻炼 2.5，没有写内容类别 1" {
		t.Errorf("got %s", got)
	}
}
