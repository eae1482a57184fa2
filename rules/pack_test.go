package rules

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"branchbook/store/org"
)

var newYear = org.NewDate(2026, 1, 1)

func mustLoad(t *testing.T, day org.Date, local ...*org.LocalPack) *Pack {
	t.Helper()
	p, err := Load(day, local)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestShippedPacksFromTheLowestLayerUp(t *testing.T) {
	var names []string
	for _, i := range Shipped() {
		names = append(names, i.Name)
		if want := i.Name != "town-sample"; i.On != want {
			t.Errorf("%s: on = %v", i.Name, i.On)
		}
	}
	if want := []string{"central", "jinan-2020", "town-sample"}; !slices.Equal(names, want) {
		t.Errorf("got %v, want %v", names, want)
	}
}

func TestDigestFollowsTheRulesInForce(t *testing.T) {
	base := mustLoad(t, newYear).Digest()
	if again := mustLoad(t, newYear+1).Digest(); again != base {
		t.Error("the same rules have two digests")
	}
	sample := &org.LocalPack{Name: "town-sample", On: true}
	if on := mustLoad(t, newYear, sample).Digest(); on == base {
		t.Error("a pack switched on does not show in the digest")
	}
	if plan := mustLoad(t, org.NewDate(2023, 12, 31)).Digest(); plan == base {
		t.Error("the end of a change does not show in the digest")
	}
	off := &org.LocalPack{Name: "本地", Text: goodPack}
	if got := mustLoad(t, newYear, off).Digest(); got != base {
		t.Error("a pack that is off shows in the digest")
	}
}

func TestLocalPackOverridesByLayerNotByOrder(t *testing.T) {
	county := strings.NewReplacer(`"zhen"`, `"xian"`, `layer = "town"`, `layer = "county"`, "unit_minutes = 45", "unit_minutes = 50").Replace(goodPack)
	for _, local := range [][]*org.LocalPack{
		{{Name: "a", On: true, Text: goodPack}, {Name: "b", On: true, Text: county}},
		{{Name: "b", On: true, Text: county}, {Name: "a", On: true, Text: goodPack}},
	} {
		p := mustLoad(t, newYear, local...)
		if got := p.Rule("counting").number("unit_minutes"); got != 45 {
			t.Errorf("unit is %d minutes, want the town's 45", got)
		}
		if got := p.Rule("counting").Changed; !slices.Equal(got, []string{"jinan-2020", "xian", "zhen"}) {
			t.Errorf("changed by %v", got)
		}
	}
}

func TestAWholeRuleReplacesTheOneBelow(t *testing.T) {
	text := strings.Replace(goodPack, `id = "x"`, `id = "theme-day"`, 1)
	p := mustLoad(t, newYear, &org.LocalPack{Name: "a", On: true, Text: text})
	r := p.Rule("theme-day")
	if r.Pack != "zhen" || r.Document.Title != "某镇通知" || r.Quote != "" {
		t.Errorf("got %+v", r)
	}
	place := func(p *Pack) int {
		return slices.IndexFunc(p.Rules(), func(r *Rule) bool { return r.ID == "theme-day" })
	}
	if got, want := place(p), place(mustLoad(t, newYear)); got != want {
		t.Errorf("the rule moved from place %d to %d", want, got)
	}
}

func TestARuleHoldsOnItsLastDayAndNotLongerThanItsPack(t *testing.T) {
	text := strings.Replace(goodPack, `level = "branch"`, "level = \"branch\"\nvalid_from = 2025-01-01\nvalid_to = 2026-03-31", 1)
	for day, want := range map[string]bool{"2025-12-31": false, "2026-01-01": true, "2026-03-31": true, "2026-04-01": false} {
		d, _ := org.ParseDate(day)
		if got := mustLoad(t, d, &org.LocalPack{Name: "a", On: true, Text: text}).Rule("x") != nil; got != want {
			t.Errorf("%s: in force = %v", day, got)
		}
	}
}

func TestLocalPacksThatCannotBeLoadedAreNamed(t *testing.T) {
	change := "[[change]]\nrule = \"counting\"\nkind = \"counting\""
	for name, c := range map[string]struct {
		local *org.LocalPack
		why   FaultWhy
	}{
		"not shipped":           {&org.LocalPack{Name: "nowhere", On: true}, FaultNoPack},
		"off but not shipped":   {&org.LocalPack{Name: "nowhere"}, FaultNoPack},
		"faulty":                {&org.LocalPack{Name: "a", On: true, Text: "x"}, FaultSyntax},
		"name of a pack in use": {&org.LocalPack{Name: "a", On: true, Text: strings.Replace(goodPack, `"zhen"`, `"central"`, 1)}, FaultTwice},
		"changes no rule":       {&org.LocalPack{Name: "a", On: true, Text: strings.Replace(goodPack, change, strings.Replace(change, `rule = "counting"`, `rule = "nil"`, 1), 1)}, FaultNoRule},
		"changes another kind":  {&org.LocalPack{Name: "a", On: true, Text: strings.Replace(goodPack, `rule = "counting"`, `rule = "term"`, 1)}, FaultNoRule},
	} {
		_, err := Load(newYear, []*org.LocalPack{c.local})
		var f *Fault
		if !errors.As(err, &f) || f.Why != c.why || f.File != c.local.Name {
			t.Errorf("%s: got %v, want %s", name, err, c.why)
		}
	}
}

func TestAPackOfTheNameOfOneThatIsOffTakesItsPlace(t *testing.T) {
	text := strings.Replace(goodPack, `"zhen"`, `"town-sample"`, 1)
	if p := mustLoad(t, newYear, &org.LocalPack{Name: "a", On: true, Text: text}); p.Rule("x") == nil || !p.Rule("lecture").bound("need").None() {
		t.Error("the local pack is not in force, or the shipped one is")
	}
}

func TestCallersCannotChangeAPack(t *testing.T) {
	p := mustLoad(t, newYear)
	before := p.Digest()
	p.Rules()[0] = nil
	if p.Digest() != before {
		t.Error("the list is shared")
	}
}

func TestPartHoursSaysWhatAPartGives(t *testing.T) {
	p := mustLoad(t, newYear)
	a := &org.Activity{Parts: []org.Part{{Kind: org.ThemeDay, Date: newYear, Start: org.NewClock(9, 0), End: org.NewClock(10, 30)}}}
	if h, form, why := p.PartHours(a, 1); h.String() != "1.5" || form != org.FormStudy || why != "" {
		t.Errorf("got %s, %s, %q", h, form, why)
	}
	a.Parts[0].Kind = org.LifeMeeting
	if h, _, why := p.PartHours(a, 1); h != 0 || why != WhyKind {
		t.Errorf("got %s, %q", h, why)
	}
}

func TestPackAnswersWhatFormsAsk(t *testing.T) {
	p, s := mustLoad(t, newYear), big(6)
	if got := p.FormOf(org.Rotation); got != org.FormTraining {
		t.Errorf("form of 集中轮训 is %q", got)
	}
	if got := p.FormOf(org.OtherPart); got != "" {
		t.Errorf("form of 其他 is %q", got)
	}
	if !p.Committee(s, newYear) || p.Committee(s, org.NewDate(2023, 12, 31)) {
		t.Error("the committee begins on 1 January 2024")
	}
}

func TestAFindingSaysWhereItComesFrom(t *testing.T) {
	s := big(2)
	day := org.NewDate(2026, 1, 20)
	for _, f := range Check(mustLoad(t, day), s, day) {
		if f.Rule != "hours-team" {
			continue
		}
		if f.Document == "" || f.Article != "15" || !f.Checked || f.Whose != OurDuty || f.Obligation != Must || f.Until != org.NewDate(2026, 12, 31) ||
			f.Notice == "" || f.Next == "" || len(f.Trace) != 2 || !slices.Equal(f.Packs, []string{"jinan-2020"}) {
			t.Errorf("got %+v", f)
		}
		if got := f.Amount(f.Short()); got != "48学时" {
			t.Errorf("short of %s", got)
		}
		return
	}
	t.Error("no finding")
}

func TestAnEvenPaceIsTheShareOfTheYear(t *testing.T) {
	s := big(2)
	for day, want := range map[string]string{"2026-12-31": "32", "2026-01-01": "0.09", "2026-07-02": "16.04"} {
		d, _ := org.ParseDate(day)
		if got := Hours(mustLoad(t, d), s, 2026, d)[1].Pace; org.Hours(got*32/56).String() != want {
			t.Errorf("%s: got %s of 56", day, got)
		}
	}
}

func TestJudgingDoesNotTouchTheSnapshot(t *testing.T) {
	s := big(3)
	s.Persons[0], s.Persons[2] = s.Persons[2], s.Persons[0]
	first, last := s.Persons[0].ID, s.Activities[len(s.Activities)-1].ID
	Check(mustLoad(t, newYear), s, newYear)
	if s.Persons[0].ID != first || s.Activities[len(s.Activities)-1].ID != last {
		t.Error("the snapshot was sorted")
	}
}
