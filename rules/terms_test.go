package rules

import (
	"slices"
	"strings"
	"testing"

	"branchbook/store/org"
)

// latin tells whether a text holds a word that is not Chinese.
func latin(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r < 0x80 && (r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '_') })
}

func TestEveryParameterOfEveryKindHasAChineseLabel(t *testing.T) {
	for _, kind := range kindNames() {
		for _, p := range kinds[kind].params {
			if latin(labelOf(kind, p.name)) {
				t.Errorf("parameter %s of %s has no label", p.name, kind)
			}
			for _, w := range p.words {
				if p.typ != typeForms && latin(wordOf(kind, p, w)) {
					t.Errorf("word %s of parameter %s of %s has no Chinese", w, p.name, kind)
				}
			}
		}
	}
}

func TestEveryNumberOfTheShippedPacksIsSaidInChinese(t *testing.T) {
	for _, s := range freshSources(t) {
		for i := range s.Rules {
			for _, term := range s.Rules[i].Terms() {
				if term.Value == "" || latin(term.Value) {
					t.Errorf("%s: %s is said as %q", s.Rules[i].ID, term.Name, term.Value)
				}
			}
		}
	}
}

func TestTermsAreSaidAsPeopleSayThem(t *testing.T) {
	p := mustLoad(t, newYear)
	for _, c := range []struct{ rule, want string }{
		{"hours-team", "应修学时：不少于56学时；年末（或查询当天）在任的：是；或本年任职天数占全年：不少于1/2"},
		{"exemption", "情况：年老体弱、行动不便、身患重病、失能；免到会：是；免学时：是"},
		{"assembly", "活动：党员大会；期间：每季度；次数：不少于1次"},
		{"committee", "支委会成员：不少于2人；其中委员：不少于1人"},
	} {
		var got []string
		for _, term := range p.Rule(c.rule).Terms() {
			got = append(got, term.Label+"："+term.Value)
		}
		if text := strings.Join(got, "；"); text != c.want {
			t.Errorf("%s: %s", c.rule, text)
		}
	}
	if got := (yearDay{7, 1}).Chinese(); got != "7月1日" {
		t.Errorf("the day is %s", got)
	}
	if got := (Bound{"<=", 70, 100}).Chinese(""); got != "不超过70%" {
		t.Errorf("the bound is %s", got)
	}
	full := Bound{">=", 7, 1}
	yes, no := true, false
	a := Applies{BranchKinds: []org.BranchKind{org.Village}, Committee: &no, FullMembers: full, Posts: []org.SpellValue{org.Secretary}, Exempt: &yes}
	if got := a.Chinese(); got != "村的党支部；不设支委会的；正式党员不少于7名的；书记；不作硬性要求的党员" {
		t.Errorf("applies is %s", got)
	}
}

func TestEveryNumberKnowsThePackThatGaveIt(t *testing.T) {
	during := mustLoad(t, org.NewDate(2022, 1, 1)).Rule("hours-member")
	if got := during.Origin("hours"); got != "jinan-2020" || during.CitedBy() != "jinan-2020" {
		t.Errorf("in the plan's years 32 comes from %q, cited by %q", got, during.CitedBy())
	}
	town := &org.LocalPack{Name: "a", On: true, Text: goodPack}
	p := mustLoad(t, newYear, town, &org.LocalPack{Name: "town-sample", On: true})
	for _, c := range []struct{ rule, param, want string }{
		{"hours-member", "hours", "central"},
		{"counting", "unit_minutes", "zhen"}, {"counting", "half_day", "zhen"}, {"counting", "day", "central"},
		{"lecture", "need", "town-sample"}, {"lecture", "kinds", "central"}, {"lecture", "each_group", ""}, {"x", "need", "zhen"},
	} {
		if got := p.Rule(c.rule).Origin(c.param); got != c.want {
			t.Errorf("%s of %s comes from %q, want %q", c.param, c.rule, got, c.want)
		}
	}
	if got := p.Rule("counting").CitedBy(); got != "jinan-2020" {
		t.Errorf("counting is cited by %q", got)
	}
	whole := mustLoad(t, newYear, &org.LocalPack{Name: "a", On: true, Text: strings.Replace(goodPack, `id = "x"`, `id = "theme-day"`, 1)})
	if got := whole.Rule("theme-day").Origin("per"); got != "zhen" {
		t.Errorf("a rule stated anew comes from %q", got)
	}
	if central := mustLoad(t, newYear).Rule("theme-day").Origin("per"); central != "central" {
		t.Errorf("loading another pack changed the shipped one to %q", central)
	}
	var names []string
	for _, i := range p.Sources() {
		names = append(names, i.Name)
	}
	if !slices.Equal(names, []string{"central", "jinan-2020", "town-sample", "zhen"}) {
		t.Errorf("made of %v", names)
	}
}
