package rules

import (
	"errors"
	"strings"
	"testing"

	"branchbook/store/org"
)

const attendedPack = `[pack]
name = "zhen"
title = "样例"
layer = "town"
program = 1
on = true
valid_from = 2026-01-01
[[document]]
id = "d"
title = "样例"
[[rule]]
id = "r"
kind = "attended"
title = "任职培训"
document = "d"
level = "branch"
obligation = "must"
[rule.params]
kinds = ["induction"]
window = "after_post"
months = "<= 6"
need = ">= 1"
unless = ["x"]
[rule.say]
done = "{since}"
running = "{should}"
missing = "{should}"
next = "登记活动。"
`

func TestAWindowAfterAnEventSaysHowLongItIs(t *testing.T) {
	if _, err := Parse("zhen.toml", []byte(attendedPack)); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		old, new, key string
		why           FaultWhy
	}{
		{"months = \"<= 6\"\n", "", "rule[0].params.months", FaultMissing},
		{"\"after_post\"\nmonths = \"<= 6\"", `"after_full"`, "rule[0].params.months", FaultMissing},
		{`months = "<= 6"`, `months = ">= 6"`, "rule[0].params.months", FaultRange},
		{`months = "<= 6"`, `months = "<= 13"`, "rule[0].params.months", FaultRange},
		{`unless = ["x"]`, `unless = ["x", "x"]`, "rule[0].params.unless", FaultTwice},
		{`unless = ["x"]`, `unless = [""]`, "rule[0].params.unless", FaultType},
		{`unless = ["x"]`, `unless = ["` + strings.Repeat("x", org.MaxName+1) + `"]`, "rule[0].params.unless", FaultLong},
	} {
		_, err := Parse("zhen.toml", []byte(strings.Replace(attendedPack, c.old, c.new, 1)))
		var f *Fault
		if !errors.As(err, &f) || f.Key != c.key || f.Why != c.why {
			t.Errorf("%s: %v", c.new, err)
		}
	}
	year := strings.Replace(attendedPack, "\"after_post\"\nmonths = \"<= 6\"", `"year"`, 1)
	if _, err := Parse("zhen.toml", []byte(year)); err != nil {
		t.Errorf("a year needs no length: %v", err)
	}
}

func TestATimeLimitSaysWhatBeganItAndTheCalendarDoesNot(t *testing.T) {
	day := org.NewDate(2026, 11, 23)
	s := &org.Snapshot{Persons: []*org.Person{full("甲", "", org.Spell{Kind: org.SpellPost, Value: org.Secretary, From: "2026-07"})}}
	p, err := Load(day, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range Check(p, s, day) {
		switch f.Rule {
		case "induction-secretary":
			if f.Since != "2026-07" || !f.Inexact || f.Until != org.NewDate(2027, 1, 31) || f.Period != "2027-01-31" {
				t.Errorf("induction: %+v", f)
			}
		case "rotation-secretary":
			if f.Since != "" || f.Inexact || f.Period != "2026" {
				t.Errorf("rotation: %+v", f)
			}
		}
	}
}
