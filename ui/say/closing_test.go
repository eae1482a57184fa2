package say

import (
	"strings"
	"testing"

	"branchbook/rules"
	"branchbook/store/closed"
	"branchbook/store/org"
)

func TestAChangeOfHoursIsSaidWithTheOldAndTheNew(t *testing.T) {
	h := func(counted, training, target int64) *org.ClosedHours {
		return &org.ClosedHours{Counted: org.Hours(counted) * org.Hour, Training: org.Hours(training) * org.Hour, Study: org.Hours(counted-training) * org.Hour, Target: org.Hours(target) * org.Hour}
	}
	met := h(32, 8, 32)
	met.Met = true
	for want, d := range map[string]rules.HoursChange{
		"张三 31 → 33 学时":                 {Was: h(31, 8, 32), Now: h(33, 8, 32)},
		"张三 31 → 33 学时，应修 32 → 56":      {Was: h(31, 8, 32), Now: h(33, 8, 56)},
		"张三 应修 32 → 无":                  {Was: h(31, 8, 32), Now: h(31, 8, 0)},
		"张三 集中培训 8 → 6、集体学习 23 → 25 学时": {Was: h(31, 8, 32), Now: h(31, 6, 32)},
		"张三 未达到 → 已达到":                  {Was: h(32, 8, 32), Now: met},
		"张三 新计入，4 学时，应修 32":             {Now: h(4, 0, 32)},
		"张三 不再计入，原为4 学时，应修 无":           {Was: h(4, 0, 0)},
	} {
		if got := HoursChange("张三", d); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestASentenceNamesAFewOfMany(t *testing.T) {
	s := &org.Snapshot{Branch: &org.Branch{}}
	var list []rules.HoursChange
	for _, name := range strings.Split("甲乙丙丁戊己庚辛壬癸", "") {
		s.Persons = append(s.Persons, &org.Person{ID: org.PersonID(name), Name: name})
		list = append(list, rules.HoursChange{Person: org.PersonID(name), Was: &org.ClosedHours{}, Now: &org.ClosedHours{Counted: org.Hour}})
	}
	got := ClosedYears(&closed.Question{Years: []rules.ClosedYear{{Closing: &org.Closing{Year: 2025}, Changes: list}}, Snapshot: s})
	if len(got) != 1 || !strings.HasPrefix(got[0], "2025年已封存，改动后：甲 0 → 1 学时；乙") || !strings.HasSuffix(got[0], "辛 0 → 1 学时；……共10人。") {
		t.Errorf("%q", got)
	}
}
