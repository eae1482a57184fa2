package rules

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"branchbook/store/org"
)

func TestAPackIsInstalledOnceTheRulesAgree(t *testing.T) {
	in, err := Install(newYear, nil, "镇.toml", []byte("\ufeff"+strings.ReplaceAll(goodPack, "\n", "\r\n")), "fresh")
	if err != nil {
		t.Fatal(err)
	}
	if want := (org.LocalPack{ID: "fresh", Name: "zhen", On: true, Text: goodPack}); *in.Pack != want || in.Was != nil || in.Same() || in.Info.Title != "某镇通知" {
		t.Errorf("got %+v", in)
	}
}

func TestAPackOfTheSameNameGivesWay(t *testing.T) {
	old := &org.LocalPack{ID: "old", Rev: 4, Name: "zhen", Text: strings.Replace(goodPack, "45", "50", 1)}
	in, err := Install(newYear, []*org.LocalPack{old}, "镇.toml", []byte(goodPack), "fresh")
	if err != nil || in.Was != old || in.Same() || in.Pack.ID != "old" || in.Pack.Rev != 4 || !in.Pack.On {
		t.Errorf("got %+v, %v", in, err)
	}
	again, err := Install(newYear, []*org.LocalPack{in.Pack}, "镇.toml", []byte(goodPack), "fresh")
	if err != nil || !again.Same() {
		t.Errorf("the same text: %+v, %v", again, err)
	}
}

func TestAPackThatCannotBeInstalledIsRefusedWithItsFileAndLine(t *testing.T) {
	for name, c := range map[string]struct {
		old, new string
		line     int
		why      FaultWhy
	}{
		"broken":                 {`on = true`, `on = `, 7, FaultSyntax},
		"for a newer program":    {`program = 1`, `program = 2`, 6, FaultNewer},
		"cites what is unknown":  {`document = "d"`, `document = "e"`, 18, FaultDocument},
		"named as a shipped one": {`name = "zhen"`, `name = "town-sample"`, 3, FaultShipped},
		"changes no rule":        {`rule = "counting"`, `rule = "nothing"`, 31, FaultNoRule},
	} {
		_, err := Install(newYear, nil, "镇.toml", []byte(strings.Replace(goodPack, c.old, c.new, 1)), "fresh")
		var f *Fault
		if !errors.As(err, &f) || f.File != "镇.toml" || f.Line != c.line || f.Why != c.why {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Install(newYear, nil, "镇.toml", []byte(strings.Replace(goodPack, "# a comment", "# \u202e", 1)), "fresh"); err == nil {
		t.Error("a text that turns around is taken")
	}
}

func TestOnlyALocalPackThatNothingNeedsIsTakenOut(t *testing.T) {
	own := &org.LocalPack{ID: "1", Name: "zhen", On: true, Text: goodPack}
	other := &org.LocalPack{ID: "2", Name: "cun", On: true, Text: `[pack]
name = "cun"
title = "某村"
layer = "branch"
program = 1
on = true
valid_from = 2026-01-01
[[change]]
rule = "x"
kind = "frequency"
[change.params]
need = ">= 2"
`}
	if got, err := Uninstall(newYear, []*org.LocalPack{other, own}, "cun"); err != nil || got != other {
		t.Errorf("got %v, %v", got, err)
	}
	var f *Fault
	if _, err := Uninstall(newYear, []*org.LocalPack{other, own}, "zhen"); !errors.As(err, &f) || f.Why != FaultNoRule || f.File != "cun" {
		t.Errorf("one that another changes: %v", err)
	}
	for _, name := range []string{"central", "nothing"} {
		if _, err := Uninstall(newYear, []*org.LocalPack{own, {Name: "central", On: true}}, name); !errors.As(err, &f) || f.Why != FaultNoPack {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAPackIsShownWithItsRulesAndChanges(t *testing.T) {
	list, err := Clauses([]*org.LocalPack{{Name: "zhen", Text: goodPack}}, "zhen")
	if err != nil || len(list) != 2 {
		t.Fatalf("%v, %v", list, err)
	}
	if c := list[0]; c.Rule != "x" || c.Change || c.Cite() != "《某镇通知》" || c.Validity() != "2026年1月1日起" || len(c.Terms) != 3 {
		t.Errorf("the rule is %+v", c)
	}
	if c := list[1]; c.Title != "学时计算口径" || !c.Change || c.Cite() != "" || len(c.Terms) != 2 || c.Terms[0].Value != "45分钟" {
		t.Errorf("the change is %+v", c)
	}
	all := mustLoad(t, newYear, &org.LocalPack{Name: "zhen", On: true, Text: goodPack}).Clauses()
	if at := slices.IndexFunc(all, func(c Clause) bool { return c.Rule == "counting" }); at < 0 || all[at].Terms[2].Origin != "zhen" || all[at].Change {
		t.Errorf("together they say %+v", all)
	}
	shipped, err := Clauses(nil, "town-sample")
	if err != nil || !slices.ContainsFunc(shipped, func(c Clause) bool { return c.Rule == "lecture" && c.Title == "党课" }) {
		t.Errorf("the sample says %+v, %v", shipped, err)
	}
	var f *Fault
	if _, err := Clauses(nil, "nothing"); !errors.As(err, &f) || f.Why != FaultNoPack {
		t.Errorf("an unknown pack: %v", err)
	}
	if _, err := Clauses([]*org.LocalPack{{Name: "zhen", Text: "x"}}, "zhen"); !errors.As(err, &f) || f.Why != FaultSyntax {
		t.Errorf("a broken pack: %v", err)
	}
}
