package rules

import (
	"sort"

	"branchbook/store/org"
)

// The words of packs are the stable English words of package org.

func plain[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = string(v)
	}
	return out
}

func typed[T ~string](list []string) []T {
	out := make([]T, len(list))
	for i, v := range list {
		out[i] = T(v)
	}
	return out
}

func sortedKeys[T any](m map[string]T) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

func partKindWords() []string   { return plain(org.PartKinds()) }
func formWords() []string       { return plain(org.Forms()) }
func postWords() []string       { return plain(org.SpellValues(org.SpellPost)) }
func categoryWords() []string   { return plain(org.SpellValues(org.SpellCategory)) }
func exemptionWords() []string  { return plain(org.SpellValues(org.SpellExemption)) }
func branchKindWords() []string { return plain(org.BranchKinds()) }
func levelWords() []string      { return plain(org.Levels()) }
func spellWords() []string      { return plain(org.SpellKinds()) }
