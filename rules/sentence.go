package rules

import (
	"slices"
	"strings"
)

// commonPlaces are the places that every kind's sentences may name.
var commonPlaces = []string{"who", "period", "title", "should", "have", "need", "short", "until"}

// piece is a run of text, or a place to fill.
type piece struct{ text, place string }

// sentence is a template cut into pieces, so that filling it is only joining.
type sentence []piece

// compiled holds the sentences of a rule.
type compiled struct{ done, running, missing, next sentence }

func (s Say) compile() compiled {
	return compiled{cut(s.Done), cut(s.Running), cut(s.Missing), cut(s.Next)}
}

// cut splits a template at its {places}.
func cut(s string) sentence {
	var out sentence
	for s != "" {
		before, rest, found := strings.Cut(s, "{")
		if before != "" {
			out = append(out, piece{text: before})
		}
		if !found {
			break
		}
		place, after, _ := strings.Cut(rest, "}")
		out = append(out, piece{place: place})
		s = after
	}
	return out
}

// fill joins the pieces; of returns what stands at a place.
func (s sentence) fill(of func(place string) string) string {
	var b strings.Builder
	for _, p := range s {
		if p.place != "" {
			b.WriteString(of(p.place))
			continue
		}
		b.WriteString(p.text)
	}
	return b.String()
}

// lintSentence checks a sentence: places that exist, words that do not judge,
// and, where something is still owed, {should}, so that 一般 always shows.
func lintSentence(t table, key, s string, k kind, owes bool) {
	if s == "" {
		return
	}
	if strings.Count(s, "{") != strings.Count(s, "}") {
		t.fault(key, FaultPlace)
	}
	should := false
	for _, p := range cut(s) {
		should = should || p.place == "should"
		if p.text == "" && !slices.Contains(commonPlaces, p.place) && !slices.Contains(k.places, p.place) {
			t.fault(key, FaultPlace)
		}
	}
	if strings.Contains(s, "违规") || strings.Contains(s, "违纪") || owes && !should {
		t.fault(key, FaultWord)
	}
}
