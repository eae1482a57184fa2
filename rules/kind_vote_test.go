package rules

import (
	"errors"
	"strings"
	"testing"

	"branchbook/store/org"
)

func TestAShareAsksForWholePeople(t *testing.T) {
	for _, c := range []struct {
		bound string
		base  int64
		want  int64
	}{
		{">= 1/2", 20, 10}, {">= 1/2", 21, 11}, {"> 1/2", 20, 11}, {"> 1/2", 21, 11}, {">= 4/5", 20, 16}, {">= 4/5", 21, 17},
		{"<= 1/3", 9, 3}, {"<= 1/3", 10, 3}, {"<= 1/3", 11, 3}, {"< 1/3", 9, 2}, {"< 1/3", 10, 3}, {">= 1", 7, 7}, {"<= 0", 7, 0}, {">= 1/2", 0, 0},
	} {
		b, ok := parseBound(c.bound)
		if got := b.Of(c.base); !ok || got != c.want {
			t.Errorf("%s of %d: got %d, want %d", c.bound, c.base, got, c.want)
		}
	}
}

// told runs one rule over a situation.
func told(t *testing.T, situation, day, rule string) []Finding {
	t.Helper()
	w := newWorld()
	if err := w.read(situation); err != nil {
		t.Fatal(err)
	}
	d, err := org.ParseDate(day)
	if err != nil {
		t.Fatal(err)
	}
	var out []Finding
	for _, f := range Check(mustLoad(t, d), w.snapshot(), d) {
		if f.Rule == rule {
			out = append(out, f)
		}
	}
	return out
}

func TestAFindingPointsAtTheRecordThatItIsAbout(t *testing.T) {
	const situation = `支部 村
党员 甲
活动 2026-03-04 主题党日 60分
活动 2026-03-05 支委会 60分 支委
环节 2026-03-05 党员大会 60分
表决 一般事项 应到3 实到1 赞成1
活动 2026-03-06 集中培训 60分 主办=街镇 内容=党性教育`
	for rule, want := range map[string]Finding{
		"vote-assembly":     {Activity: "2", Part: 2, Whose: OurDuty},
		"vote-assembly-yes": {Activity: "2", Part: 2, Whose: OurDuty},
		"record-meeting":    {Activity: "2", Whose: OurDuty},
		"record-theme":      {Activity: "1", Whose: OurDuty},
		"class-spirit":      {Activity: "3", Whose: SuperiorDuty},
		"class-analysis":    {Activity: "3", Whose: SuperiorDuty},
	} {
		list := told(t, situation, "2026-12-31", rule)
		if len(list) != 1 {
			t.Errorf("%s: %d findings", rule, len(list))
			continue
		}
		if f := list[0]; f.Activity != want.Activity || f.Part != want.Part || f.Whose != want.Whose {
			t.Errorf("%s: activity %s, part %d, whose %s", rule, f.Activity, f.Part, f.Whose)
		}
	}
}

func TestASentenceNamesAFewAndCountsTheRest(t *testing.T) {
	const people = "甲 乙 丙 丁 戊 "
	for more, want := range map[string]string{"": "甲、乙、丙、丁、戊。", "己": "甲、乙、丙、丁、戊等6人。"} {
		list := told(t, "支部 村\n党员 "+people+more+"\n活动 2026-04-01 民主评议党员 60分", "2026-04-01", "appraisal-graded")
		if len(list) != 1 || !strings.HasSuffix(list[0].Sentence, "还没有的："+want) {
			t.Errorf("got %+v, want %s", list, want)
		}
	}
}

func TestADateThatIsNotKnownToTheDayLeavesItOpenWhoWasHere(t *testing.T) {
	for _, c := range []struct {
		from, to org.Partial
		day      string
		want     bool
	}{
		{"", "", "2026-12-10", false}, {"2026-12-10", "", "2026-12-10", false},
		{"2026-12", "", "2026-12-01", true}, {"2026-12", "", "2026-12-31", true}, {"2026-12", "", "2027-01-01", false}, {"2026", "", "2026-12-31", true},
		{"2020-01-01", "2026-12", "2026-11-30", false}, {"2020-01-01", "2026-12", "2026-12-01", true}, {"2020-01-01", "2026-12-20", "2026-12-10", false},
	} {
		m := newMember(&org.Person{ID: "a", Spells: []org.Spell{{Kind: org.SpellBelonging, Began: org.BeganRoster, From: c.from, To: c.to}}})
		if day, _ := org.ParseDate(c.day); m.unsure(day) != c.want {
			t.Errorf("%s to %s on %s: want %v", c.from, c.to, c.day, c.want)
		}
	}
}

func TestARuleThatWouldAskNothingIsRefused(t *testing.T) {
	const class = "kinds = [\"training\"]\nschool = false\n"
	for _, c := range []struct{ kind, params, lacks string }{
		{"vote", "votes = [\"ordinary\"]", "present"}, {"vote", "votes = [\"election\"]\nseats = true", ""}, {"vote", "votes = [\"ordinary\"]\nyes = \"> 1/2\"", ""},
		{"share", class, "share"}, {"share", class + "analysis = false", "share"}, {"share", class + "share = \">= 1/5\"", "contents"},
		{"share", class + "analysis = true", ""}, {"share", class + "share = \">= 1/5\"\ncontents = [\"spirit\"]", ""},
		{"record", "kinds = [\"lecture\"]\nneeds = [\"place\"]", "within_days"}, {"record", "kinds = [\"lecture\"]\nneeds = [\"place\"]\nper_year = true", ""},
	} {
		old := "kinds = [\"theme_day\"]\nper = \"month\"\nneed = \">= 1\""
		text := strings.Replace(strings.Replace(goodPack, `kind = "frequency"`, `kind = "`+c.kind+`"`, 1), old, c.params, 1)
		_, err := Parse("zhen.toml", []byte(text))
		var f *Fault
		switch {
		case c.lacks == "" && err != nil:
			t.Errorf("%s %q: %v", c.kind, c.params, err)
		case c.lacks != "" && (!errors.As(err, &f) || f.Key != "rule[0].params."+c.lacks || f.Why != FaultMissing):
			t.Errorf("%s %q: got %v, want that %s is missing", c.kind, c.params, err, c.lacks)
		}
	}
}
