package rules

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"branchbook/store/org"
)

// mutant is one small change of a shipped pack.
type mutant struct {
	name  string
	rule  string // whose parameter it is
	apply func([]*Source)
}

// params finds the parameters of the n-th rule or change of a source.
func params(s *Source, n int) map[string]any {
	if n < len(s.Rules) {
		return s.Rules[n].Params
	}
	return s.Changes[n-len(s.Rules)].Params
}

func ruleID(s *Source, n int) string {
	if n < len(s.Rules) {
		return s.Rules[n].ID
	}
	return s.Changes[n-len(s.Rules)].Rule
}

// mutants lists each number of the shipped packs one up and one down, each
// strictness and each switch turned, each list with one word less.
func mutants(t *testing.T) []mutant {
	t.Helper()
	var out []mutant
	for i, s := range freshSources(t) {
		for n := range len(s.Rules) + len(s.Changes) {
			for name, v := range params(s, n) {
				for _, m := range others(v) {
					out = append(out, mutant{fmt.Sprintf("%s %s %s = %v", s.Name, ruleID(s, n), name, m), ruleID(s, n), func(l []*Source) { params(l[i], n)[name] = m }})
				}
			}
			if n < len(s.Rules) && !s.Rules[n].Applies.FullMembers.None() {
				for _, m := range others(s.Rules[n].Applies.FullMembers) {
					out = append(out, mutant{fmt.Sprintf("%s %s full_members = %v", s.Name, ruleID(s, n), m), ruleID(s, n), func(l []*Source) { l[i].Rules[n].Applies.FullMembers = m.(Bound) }})
				}
			}
		}
	}
	return out
}

// others gives the values next to one.
func others(v any) []any {
	switch v := v.(type) {
	case Bound:
		strict := map[string]string{">=": ">", ">": ">=", "<=": "<", "<": "<="}
		out := []any{Bound{v.Op, v.Num + 1, v.Den}, Bound{v.Op, v.Num - 1, v.Den}, Bound{strict[v.Op], v.Num, v.Den}}
		if v.Den > 1 {
			out = append(out, Bound{v.Op, v.Num, v.Den + 1})
		}
		return out
	case int64:
		return []any{v + 1, v - 1}
	case org.Hours:
		return []any{v + org.Hour, v - org.Hour}
	case bool:
		return []any{!v}
	case yearDay:
		return []any{yearDay{v.Month%12 + 1, v.Day}, yearDay{v.Month, v.Day + 1}}
	case []string:
		var out []any
		for i := range v {
			out = append(out, slices.Delete(slices.Clone(v), i, i+1))
		}
		return out
	}
	return nil
}

func freshSources(t *testing.T) []*Source {
	t.Helper()
	files, err := packFiles.ReadDir("packs")
	if err != nil {
		t.Fatal(err)
	}
	var out []*Source
	for _, f := range files {
		text, err := packFiles.ReadFile("packs/" + f.Name())
		if err != nil {
			t.Fatal(err)
		}
		s, err := Parse(f.Name(), text)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, s)
	}
	return out
}

func TestEveryNumberOfTheShippedPacksIsHeldByACase(t *testing.T) {
	var cases []*archive
	for _, file := range caseFiles(t) {
		a, err := readArchive(file)
		if err != nil {
			t.Fatal(err)
		}
		cases = append(cases, a)
	}
	list := mutants(t)
	if len(list) < 60 {
		t.Fatalf("only %d mutants", len(list))
	}
	for _, m := range list {
		if !caught(t, m, likelyFirst(m, cases)) {
			t.Errorf("no case notices %s", m.name)
		}
	}
}

// likelyFirst puts the cases that name the mutant's rule before the others.
func likelyFirst(m mutant, cases []*archive) []*archive {
	var first, rest []*archive
	for _, a := range cases {
		if strings.Contains(a.String(), m.rule) {
			first = append(first, a)
		} else {
			rest = append(rest, a)
		}
	}
	return append(first, rest...)
}

// caught tells whether some case comes out differently, or not at all.
func caught(t *testing.T, m mutant, cases []*archive) bool {
	sources := freshSources(t)
	m.apply(sources)
	built := map[string]*Pack{} // of the cases with the same local packs
	load := func(day org.Date, local []*org.LocalPack) (*Pack, error) {
		key := ""
		for _, l := range local {
			key += fmt.Sprintf("%s %v %s\n", l.Name, l.On, l.Text)
		}
		if built[key] == nil {
			chosen, err := choose(sources, local)
			if err != nil {
				return nil, err
			}
			if built[key], err = build(day, chosen); err != nil {
				return nil, err
			}
		}
		p := *built[key]
		p.day = day
		return &p, nil
	}
	for _, a := range cases {
		got, err := answer(a, load)
		if err != nil || got.String() != a.String() {
			return true
		}
	}
	return false
}
