package ui

import (
	"slices"

	"branchbook/store/org"
)

// beganValues are the ways in which a relation may begin.
var beganValues = []org.SpellValue{org.BeganRoster, org.BeganAdmitted, org.BeganMovedIn, org.BeganBack, org.BeganGuest}

// factEdit is the correction of a fact that was entered wrongly, with what is
// on file as its answers.
func factEdit(sp org.Spell, at int) (*factChange, factAnswers) {
	a := factAnswers{which: -1, value: slices.Index(org.SpellValues(sp.Kind), sp.Value), group: sp.Group, title: sp.Title, who: sp.Who, basis: sp.Basis, day: sp.From, last: sp.To.Until()}
	c := &factChange{words: "修改", kind: sp.Kind, values: org.SpellValues(sp.Kind), optional: []factAsk{askGroup, askTitle, askDay, askLast, askWho},
		labels: map[factAsk]string{askValue: sp.Kind.Chinese(), askDay: "从哪天起（建账前就有的不填）", askLast: "最后一天（还在继续的不填）"}}
	c.do = func(s *factStep) error { return s.correct(at) }
	switch sp.Kind {
	case org.SpellPost:
		c.asks = []factAsk{askValue, askGroup, askTitle}
		c.labels[askGroup], c.labels[askTitle] = "党小组（组长才选）", "具体名称"
	case org.SpellGroup:
		c.asks, c.optional = []factAsk{askGroup}, c.optional[1:]
	case org.SpellBelonging:
		c.asks, c.values, a.value = []factAsk{askValue}, beganValues, slices.Index(beganValues, sp.Began)
		c.labels[askValue], c.labels[askWho] = "组织关系", "转来或转往的单位"
	case org.SpellFloating:
		c.asks = []factAsk{askValue, askTitle}
		c.labels[askTitle] = "去向"
	case org.SpellLost, org.SpellLeader, org.SpellExtension:
	default:
		c.asks = []factAsk{askValue}
	}
	c.asks = append(c.asks, askDay, askLast)
	if sp.Kind == org.SpellBelonging || sp.Kind == org.SpellFloating {
		c.asks = append(c.asks, askWho)
	}
	c.asks = append(c.asks, askBasis)
	return c, a
}

// correct puts the answers into the fact at a place. How a relation ended stays
// with its last day, and goes with it.
func (s *factStep) correct(at int) error {
	old, sp := s.p.Spells[at], s.spell()
	if sp.Kind == org.SpellBelonging {
		sp.Began, sp.Value, sp.Ended = sp.Value, "", old.Ended
		if sp.To == "" {
			sp.Ended = ""
		} else if old.Ended == "" {
			return &org.Invalid{Field: "to", Why: org.WhyChoice}
		}
	}
	if sp.Kind == org.SpellPost {
		if sp.Value != org.GroupHead {
			sp.Group = ""
		}
		if sp.Title == sp.Value.Chinese(org.SpellPost) {
			sp.Title = ""
		}
	}
	s.p.Spells[at] = sp
	return nil
}
