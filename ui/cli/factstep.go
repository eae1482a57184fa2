package cli

import "branchbook/store/org"

// steps are words that people say for one step of a fact: 转正 ends 预备党员 and
// begins 正式党员.
var steps = []struct {
	name string
	do   func(p *org.Person, sp org.Spell) error
}{
	{"转正", (*org.Person).Confirm},
	{"转入", arrive(org.BeganMovedIn)}, {"恢复", arrive(org.BeganBack)},
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

func arrive(how org.SpellValue) func(*org.Person, org.Spell) error {
	return func(p *org.Person, sp org.Spell) error { return p.Arrive(how, sp) }
}

func leave(how org.SpellValue) func(*org.Person, org.Spell) error {
	return func(p *org.Person, sp org.Spell) error { return p.Leave(how, sp) }
}
