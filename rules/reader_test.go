package rules

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const goodPack = `# a comment
[pack]
name = "zhen"
title = "某镇通知"
layer = "town"
program = 1
on = true
valid_from = 2026-01-01

[[document]]
id = "d"
title = "某镇通知"

[[rule]]
id = "x"
kind = "frequency"
title = "主题党日"
document = "d"
level = "branch"
obligation = "must"
[rule.params]
kinds = ["theme_day"]
per = "month"
need = ">= 1"
[rule.say]
done = "{period}已开展{have}次。"
running = "{period}{should}开展{need}次。"
missing = "{period}{should}开展{need}次。"
next = "登记活动。"

[[change]]
rule = "counting"
kind = "counting"
[change.params]
unit_minutes = 45
half_day = "3.5"
`

func TestAGoodPackIsRead(t *testing.T) {
	s, err := Parse("zhen.toml", []byte(goodPack))
	if err != nil {
		t.Fatal(err)
	}
	if s.Name != "zhen" || len(s.Rules) != 1 || len(s.Changes) != 1 || s.Rules[0].bound("need").String() != ">= 1" {
		t.Errorf("read %+v", s)
	}
}

func TestEveryFaultSaysFileLineAndKey(t *testing.T) {
	for name, c := range map[string]struct {
		old, new string
		line     int
		key      string
		why      FaultWhy
	}{
		"unknown key in the header": {`on = true`, "on = true\ncolour = \"red\"", 8, "pack.colour", FaultUnknown},
		"unknown key in a rule":     {`level = "branch"`, `level = "branch"` + "\nqoute = \"x\"", 20, "rule[0].qoute", FaultUnknown},
		"unknown parameter":         {`per = "month"`, `per = "month"` + "\nunit = 3", 24, "rule[0].params.unit", FaultUnknown},
		"unknown table":             {`half_day = "3.5"`, "half_day = \"3.5\"\n[[extra]]\na = 1", 37, "extra", FaultUnknown},
		"number where text belongs": {`title = "主题党日"`, `title = 3`, 17, "rule[0].title", FaultType},
		"text where number belongs": {`unit_minutes = 45`, `unit_minutes = "45"`, 35, "change[0].params.unit_minutes", FaultType},
		"text where list belongs":   {`kinds = ["theme_day"]`, `kinds = "theme_day"`, 22, "rule[0].params.kinds", FaultType},
		"bound without strictness":  {`need = ">= 1"`, `need = "1"`, 24, "rule[0].params.need", FaultType},
		"bound over zero":           {`need = ">= 1"`, `need = ">= 1/0"`, 24, "rule[0].params.need", FaultType},
		"time where a day belongs":  {`valid_from = 2026-01-01`, `valid_from = 2026-01-01T10:00:00Z`, 8, "pack.valid_from", FaultType},
		"hours that are no number":  {`half_day = "3.5"`, `half_day = "three"`, 36, "change[0].params.half_day", FaultType},
		"hours out of range":        {`half_day = "3.5"`, `half_day = "24.5"`, 36, "change[0].params.half_day", FaultRange},
		"bound out of range":        {`need = ">= 1"`, `need = ">= 101"`, 24, "rule[0].params.need", FaultRange},
		"unit below the range":      {`unit_minutes = 45`, `unit_minutes = 9`, 35, "change[0].params.unit_minutes", FaultRange},
		"unit that is not exact":    {`unit_minutes = 45`, `unit_minutes = 55`, 35, "change[0].params.unit_minutes", FaultRange},
		"year on 29 February":       {`half_day = "3.5"`, `year_start = "02-29"`, 36, "change[0].params.year_start", FaultType},
		"year on no day":            {`half_day = "3.5"`, `year_start = "7-1"`, 36, "change[0].params.year_start", FaultType},
		"rounding of another kind":  {`half_day = "3.5"`, `rounding = "up"`, 36, "change[0].params.rounding", FaultChoice},
		"newer program":             {`program = 1`, `program = 2`, 6, "pack.program", FaultNewer},
		"document not listed":       {`document = "d"`, `document = "e"`, 18, "rule[0].document", FaultDocument},
		"missing key":               {`obligation = "must"`, ``, 14, "rule[0].obligation", FaultMissing},
		"missing sentence":          {`next = "登记活动。"`, ``, 25, "rule[0].say.next", FaultMissing},
		"unknown kind":              {`kind = "frequency"`, `kind = "frequent"`, 16, "rule[0].kind", FaultChoice},
		"unknown layer":             {`layer = "town"`, `layer = "moon"`, 5, "pack.layer", FaultChoice},
		"unknown part kind":         {`"theme_day"`, `"theme_night"`, 22, "rule[0].params.kinds", FaultChoice},
		"kind twice in a list":      {`["theme_day"]`, `["theme_day", "theme_day"]`, 22, "rule[0].params.kinds", FaultTwice},
		"document twice":            {"[[rule]]", "[[document]]\nid = \"d\"\ntitle = \"t\"\n[[rule]]", 15, "document[1].id", FaultTwice},
		"ends before it begins":     {`level = "branch"`, "level = \"branch\"\nvalid_to = 2025-12-31", 20, "rule[0].valid_to", FaultOrder},
		"place that does not exist": {`{have}次。`, `{has}次。`, 26, "rule[0].say.done", FaultPlace},
		"open place":                {`登记活动。`, `登记{have。`, 29, "rule[0].say.next", FaultPlace},
		"a word that judges":        {`登记活动。`, `否则违规。`, 29, "rule[0].say.next", FaultWord},
		"一般 could be hidden":        {`running = "{period}{should}开展`, `running = "{period}应开展`, 27, "rule[0].say.running", FaultWord},
		"checked but no quote":      {`level = "branch"`, "level = \"branch\"\nquote_checked = true", 14, "rule[0].quote", FaultMissing},
		"broken text":               {`on = true`, `on = `, 7, "", FaultSyntax},
		"key twice":                 {`on = true`, "on = true\non = false", 8, "", FaultSyntax},
	} {
		text := strings.Replace(goodPack, c.old, c.new, 1)
		if text == goodPack {
			t.Errorf("%s: nothing was changed", name)
		}
		_, err := Parse("zhen.toml", []byte(text))
		var f *Fault
		if !errors.As(err, &f) {
			t.Errorf("%s: accepted (%v)", name, err)
			continue
		}
		if f.File != "zhen.toml" || f.Why != c.why || f.Line != c.line || c.key != "" && f.Key != c.key {
			t.Errorf("%s: got %+v, want line %d, key %s, %s", name, *f, c.line, c.key, c.why)
		}
	}
}

func TestAnEmptyTextIsNoPack(t *testing.T) {
	if _, err := Parse("empty.toml", nil); err == nil {
		t.Error("accepted")
	}
}

func TestATextThatIsTooLongIsNotRead(t *testing.T) {
	var f *Fault
	if _, err := Parse("long.toml", []byte(strings.Repeat("#", MaxPack+1))); !errors.As(err, &f) || f.Why != FaultLong {
		t.Errorf("got %v", err)
	}
}

func TestLintFindsAllFaultsAtOnce(t *testing.T) {
	text := strings.NewReplacer(`layer = "town"`, `layer = "moon"`, `per = "month"`, `per = "week"`, `unit_minutes = 45`, `unit_minutes = 55`).Replace(goodPack)
	errs := Lint("zhen.toml", []byte(text))
	if len(errs) != 3 {
		t.Errorf("got %d faults: %v", len(errs), errs)
	}
}

func TestShippedPacksHaveNoFault(t *testing.T) {
	files, err := filepath.Glob("packs/*.toml")
	if err != nil || len(files) < 3 {
		t.Fatalf("packs: %v, %v", files, err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, err := range Lint(file, text) {
			t.Error(err)
		}
	}
}

// bare removes what a printed page adds to a text: spaces, line breaks, and
// the difference between half-width and full-width marks.
func bare(s string) string {
	s = strings.Join(strings.Fields(strings.ReplaceAll(s, "\u3000", " ")), "")
	return strings.NewReplacer(",", "，", ";", "；", ":", "：", "(", "（", ")", "）").Replace(s)
}

func TestCheckedQuotesStandInTheirDocument(t *testing.T) {
	sources, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	checked := 0
	look := func(id, quote string, d Document) {
		text, err := os.ReadFile(filepath.Join("sources", d.Source))
		if err != nil {
			t.Fatalf("%s: %v", id, err)
		}
		if !strings.Contains(bare(string(text)), bare(quote)) {
			t.Errorf("%s: the quote is not in %s", id, d.Source)
		}
		checked++
	}
	for _, s := range sources {
		for i := range s.Rules {
			if r := &s.Rules[i]; r.Checked {
				look(r.ID, r.Quote, r.Document)
			}
		}
		for i := range s.Changes {
			if c := &s.Changes[i]; c.Checked {
				look(c.Rule, c.Quote, c.Document)
			}
		}
	}
	if checked < 7 {
		t.Errorf("only %d quotes were checked", checked)
	}
}

func FuzzParse(f *testing.F) {
	f.Add(goodPack)
	f.Add("[pack]\nname = 1\n[[rule]]\n[rule.params.forms]\n")
	f.Add("[[change]]\nrule=\"x\"\nkind=\"hours\"\napplies={posts=[\"secretary\"]}\n")
	embedded, err := shipped()
	if err != nil {
		f.Fatal(err)
	}
	snap := big(6)
	f.Fuzz(func(t *testing.T, text string) {
		s, err := Parse("f.toml", []byte(text))
		if (err == nil) != (len(Lint("f.toml", []byte(text))) == 0) {
			t.Fatal("Parse and Lint disagree")
		}
		if err != nil {
			return
		}
		day := snap.Activities[100].From()
		p, err := build(day, append([]*Source{s}, embedded...))
		if err != nil {
			return
		}
		if len(p.Digest()) != 64 {
			t.Fatal("no digest")
		}
		Check(p, snap, day)
	})
}
