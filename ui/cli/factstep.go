package cli

import (
	"slices"

	"branchbook/store/org"
	"branchbook/ui/say"
)

// steps are words that people say for one step of a fact: 转正 ends 预备党员 and
// begins 正式党员.
var steps = []struct {
	name string
	do   func(p *org.Person, sp org.Spell) error
}{
	{"转正", confirm},
	{"转入", begin(org.BeganMovedIn)}, {"恢复", begin(org.BeganBack)},
	{"转出", leave(org.EndedMoved)}, {"转出待接收", leave(org.EndedSent)}, {"去世", leave(org.EndedDied)},
	{"出党", leave(org.EndedOut)}, {"误录", leave(org.EndedError)}, {"派驻结束", leave(org.EndedVisit)},
}

func stepNamed(name string) (func(*org.Person, org.Spell) error, bool) {
	for _, s := range steps {
		if s.name == name {
			return s.do, true
		}
	}
	return nil, false
}

// confirm is 转正: it needs a 预备党员 who joined before that day.
func confirm(p *org.Person, sp org.Spell) error {
	was, ok := open(p, org.SpellCategory)
	if !ok || was.Value != org.Probationary {
		return &say.FactFault{Why: say.FactNotProbationary}
	}
	if sp.From.Last() <= was.Start() || sp.From.Last() <= p.Joined.First() {
		return &say.FactFault{Why: say.FactBeforeJoined}
	}
	end(p, sp.From, func(s *org.Spell) bool { return s.Kind == org.SpellCategory })
	p.FullFrom = sp.From
	sp.Kind, sp.Value, sp.To = org.SpellCategory, org.FullMember, ""
	p.Spells = append(p.Spells, sp)
	return nil
}

// begin lets the relation begin, for somebody whose relation is not here.
func begin(how org.SpellValue) func(*org.Person, org.Spell) error {
	return func(p *org.Person, sp org.Spell) error {
		if _, here := open(p, org.SpellBelonging); here {
			return &say.FactFault{Why: say.FactHere}
		}
		sp.Kind, sp.Began, sp.To = org.SpellBelonging, how, ""
		p.Spells = append(p.Spells, sp)
		return nil
	}
}

// leave ends the belonging; From is the first day on which the relation is not
// here any more. Posts and the group end with it.
func leave(how org.SpellValue) func(*org.Person, org.Spell) error {
	return func(p *org.Person, sp org.Spell) error {
		found := end(p, sp.From, func(s *org.Spell) bool {
			if s.Kind != org.SpellBelonging {
				return false
			}
			s.Ended, s.Who, s.Basis = how, firstOf(sp.Who, s.Who), firstOf(sp.Basis, s.Basis)
			return true
		})
		if !found {
			return &say.FactFault{Why: say.FactNotHere}
		}
		endHere(p, sp.From)
		return nil
	}
}

// endHere ends what holds only while the relation is with the branch, so that it
// does not hold again when somebody comes back.
func endHere(p *org.Person, at org.Partial) {
	here := []org.SpellKind{org.SpellPost, org.SpellGroup, org.SpellExemption, org.SpellFloating, org.SpellLost, org.SpellLeader, org.SpellReserve}
	end(p, at, func(s *org.Spell) bool { return slices.Contains(here, s.Kind) && s.Start() < at.First() })
}

// open returns the fact of an exclusive kind that has no end.
func open(p *org.Person, kind org.SpellKind) (org.Spell, bool) {
	for _, s := range p.Spells {
		if s.Kind == kind && s.To == "" {
			return s, true
		}
	}
	return org.Spell{}, false
}

// end ends the open facts that match and says whether there were any.
func end(p *org.Person, at org.Partial, match func(*org.Spell) bool) (found bool) {
	for i := range p.Spells {
		if s := &p.Spells[i]; s.To == "" && match(s) {
			s.To, found = at, true
		}
	}
	return found
}
