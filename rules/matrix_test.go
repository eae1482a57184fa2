package rules

import (
	"os"
	"slices"
	"strings"
	"testing"

	"branchbook/store/org"
)

// The matrix: what the cases show of each rule that makes findings. A cell is
// filled by the cases themselves, or has a reason in testdata/没有用例的格子.txt.
// What lies just at a number is not a cell: TestEveryNumberOfTheShippedPacks…
// moves every number by one and swaps every > and ≥.
var cells = []string{"met", "running", "missed", "not applicable", "exempt", "before", "after"}

// reasonsFile has a line "rule cell reason" for each cell that no case can fill.
const reasonsFile = "testdata/没有用例的格子.txt"

func TestCasesShowEveryRuleMetMissedNotApplicableExemptAndOutOfForce(t *testing.T) {
	shown := shownByCases(t)
	reasons := readReasons(t)
	stated := map[string]bool{}
	for _, s := range freshSources(t) {
		for i := range s.Rules {
			r := &s.Rules[i]
			stated[r.ID] = true
			if kinds[r.Kind].check == nil {
				continue // it makes no findings: the cases of due, hours and 口径 show it
			}
			for _, cell := range cells {
				key := r.ID + " " + cell
				why := emptyByNature(r, cell)
				switch {
				case shown[key] && reasons[key] != "":
					t.Errorf("%s: a case fills it; take the reason out", key)
				case !shown[key] && why == "" && reasons[key] == "":
					t.Errorf("%s: no case, and no reason", key)
				}
			}
		}
	}
	for key := range reasons {
		id, cell, _ := strings.Cut(key, " ")
		if !stated[id] || !slices.Contains(cells, cell) {
			t.Errorf("%s: a reason for what is not there", key)
		}
	}
	if len(shown) < 300 {
		t.Errorf("only %d cells are shown", len(shown))
	}
}

// emptyByNature says why a kind of rule cannot have a cell.
func emptyByNature(r *Rule, cell string) string {
	switch {
	case cell == "missed" && (r.Advice || r.Whose == SuperiorDuty || r.bound("need").None() && slices.Contains([]string{"frequency", "attended"}, r.Kind)):
		return "only 建议: never 缺项"
	case cell == "exempt" && slices.Contains(branchKinds, r.Kind):
		return "asked of the branch, of a record or of what somebody is, not of what people do"
	case cell == "after" && r.To == 0 && r.Document.PlanTo == 0:
		return "it has no end"
	}
	return ""
}

// branchKinds are the kinds that ask nothing of single people who may be exempt.
var branchKinds = []string{"frequency", "committee", "term", "vote", "share", "ratio", "record", "size", "reading", "group", "spell", "contact", "contacts", "degree", "streak"}

// shownByCases runs every case and notes the cells that its questions fill.
func shownByCases(t *testing.T) map[string]bool {
	t.Helper()
	shown := map[string]bool{}
	for _, file := range caseFiles(t) {
		ar, err := readArchive(file)
		if err != nil {
			t.Fatal(err)
		}
		w := newWorld()
		for _, s := range ar.sections {
			switch words := strings.Fields(s.name); words[0] {
			case "情况":
				err = w.read(s.text)
			case "规则包":
				w.local = append(w.local, &org.LocalPack{ID: "local", Name: "本地", On: true, Text: s.text})
			case "清单", "句子", "过程":
				err = w.showFindings(words, shown)
			case "学时":
				err = w.showHours(words, shown)
			}
			if err != nil {
				t.Fatalf("%s: %s: %v", file, s.name, err)
			}
		}
	}
	return shown
}

// showFindings notes what a list shows of the rules that it asks for.
func (w *world) showFindings(words []string, shown map[string]bool) error {
	day, err := org.ParseDate(words[1])
	if err != nil {
		return err
	}
	p, err := Load(day, w.local)
	if err != nil {
		return err
	}
	found := map[string][]Finding{}
	for _, f := range CheckYear(p, w.snapshot(), yearOf(day, words[2:]), day) {
		found[f.Rule] = append(found[f.Rule], f)
	}
	for _, id := range words[2:] {
		w.showRule(p, id, day, found[id], shown)
	}
	return nil
}

func (w *world) showRule(p *Pack, id string, day org.Date, list []Finding, shown map[string]bool) {
	for _, f := range list {
		shown[id+" "+map[State]string{Done: "met", Running: "running", Missing: "missed"}[f.State]] = true
		if f.Notice != "" {
			shown[id+" after"] = true
		}
		for _, q := range w.persons {
			if q.Is(day, org.SpellExemption) && f.Person != q.ID {
				shown[id+" exempt"] = true
			}
		}
	}
	switch r := p.Rule(id); {
	case r == nil && len(list) == 0:
		shown[id+" before"] = true // or ended, or not in force: nothing is asked
	case len(list) == 0 || len(list) < len(w.persons) && list[0].Person != "":
		shown[id+" not applicable"] = true
	}
}

// showHours notes what a table of hours shows of the rules that set targets.
func (w *world) showHours(words []string, shown map[string]bool) error {
	day, err := org.ParseDate(words[1])
	if err != nil {
		return err
	}
	p, err := Load(day, w.local)
	if err != nil {
		return err
	}
	year := yearOf(day, words[2:])
	hours := Hours(p, w.snapshot(), year, day)
	for _, r := range p.at(day).rules {
		if r.Kind != "hours" {
			continue
		}
		for _, h := range hours {
			switch {
			case h.TargetRule == r.ID && h.Met:
				shown[r.ID+" met"] = true
			case h.TargetRule == r.ID && day >= yearEnd(year):
				shown[r.ID+" missed"] = true
			case h.TargetRule == r.ID:
				shown[r.ID+" running"] = true
			case !h.Applies && w.person(string(h.Person)).Is(day, org.SpellExemption):
				shown[r.ID+" exempt"] = true
			default:
				shown[r.ID+" not applicable"] = true
			}
			if h.TargetRule == r.ID && h.Notice != "" {
				shown[r.ID+" after"] = true
			}
		}
	}
	return nil
}

func readReasons(t *testing.T) map[string]string {
	t.Helper()
	text, err := os.ReadFile(reasonsFile)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for n, line := range strings.Split(string(text), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cell, reason, ok := strings.Cut(line, "：")
		if !ok || reason == "" {
			t.Errorf("%s:%d: no reason", reasonsFile, n+1)
		}
		out[cell] = reason
	}
	return out
}
