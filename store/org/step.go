package org

import (
	"fmt"
	"slices"
)

// FactFault says why a step of a person's facts does not go together with what
// is on file.
type FactFault struct {
	Why   FactWhy
	Which []string // the facts that it may be, as people read them
}

func (e *FactFault) Error() string {
	return fmt.Sprintf("fact does not fit: %s (%d)", e.Why, len(e.Which))
}

// FactWhy is the reason of a FactFault; package ui/say has the sentence.
type FactWhy string

// The reasons.
const (
	FactNotProbationary FactWhy = "not_probationary" // 转正 of somebody who is not 预备党员
	FactNoExtension     FactWhy = "no_extension"     // 延长 of somebody who is not 预备党员
	FactBeforeJoined    FactWhy = "before_joined"    // 转正 on or before the day of joining
	FactHere            FactWhy = "here"             // 转入 of somebody whose relation is here
	FactNotHere         FactWhy = "not_here"         // 转出 of somebody whose relation is elsewhere
	FactNone            FactWhy = "none"             // nothing open to end
	FactSeveral         FactWhy = "several"          // more than one open, and none was named
	FactEarly           FactWhy = "early"            // ends before it began
	FactIDTaken         FactWhy = "id_number_taken"  // somebody else has the ID number
)

// Confirm is 转正 from the day that sp begins: it ends 预备党员 and begins
// 正式党员. It needs an open 预备党员 who joined before that day.
func (p *Person) Confirm(sp Spell) error {
	was, ok := p.Open(SpellCategory)
	if !ok || was.Value != Probationary {
		return &FactFault{Why: FactNotProbationary}
	}
	if sp.From.Last() <= was.Start() || sp.From.Last() <= p.Joined.First() {
		return &FactFault{Why: FactBeforeJoined}
	}
	p.End(sp.From, func(s *Spell) bool { return s.Kind == SpellCategory })
	p.FullFrom = sp.From
	sp.Kind, sp.Value, sp.To = SpellCategory, FullMember, ""
	p.Spells = append(p.Spells, sp)
	return nil
}

// Arrive lets the relation begin here (转入、恢复 …), for somebody whose relation
// is not here.
func (p *Person) Arrive(how SpellValue, sp Spell) error {
	if _, here := p.Open(SpellBelonging); here {
		return &FactFault{Why: FactHere}
	}
	sp.Kind, sp.Began, sp.To = SpellBelonging, how, ""
	p.Spells = append(p.Spells, sp)
	return nil
}

// Leave ends the relation (转出、去世 …); sp begins on the first day on which it
// is not here any more, and may say where to and by what paper. What holds only
// while the relation is here ends with it, so that it does not hold again when
// somebody comes back.
func (p *Person) Leave(how SpellValue, sp Spell) error {
	found := p.End(sp.From, func(s *Spell) bool {
		if s.Kind != SpellBelonging {
			return false
		}
		s.Ended = how
		if sp.Who != "" {
			s.Who = sp.Who
		}
		if sp.Basis != "" {
			s.Basis = sp.Basis
		}
		return true
	})
	if !found {
		return &FactFault{Why: FactNotHere}
	}
	here := []SpellKind{SpellPost, SpellGroup, SpellExemption, SpellFloating, SpellLost, SpellLeader, SpellReserve}
	p.End(sp.From, func(s *Spell) bool { return slices.Contains(here, s.Kind) && s.Start() < sp.From.First() })
	return nil
}

// Open returns the fact of an exclusive kind that has no end.
func (p *Person) Open(kind SpellKind) (Spell, bool) {
	for _, s := range p.Spells {
		if s.Kind == kind && s.To == "" {
			return s, true
		}
	}
	return Spell{}, false
}

// End ends the open facts that match and says whether there were any.
func (p *Person) End(at Partial, match func(*Spell) bool) (found bool) {
	for i := range p.Spells {
		if s := &p.Spells[i]; s.To == "" && match(s) {
			s.To, found = at, true
		}
	}
	return found
}
