package sheet

import (
	"slices"

	"branchbook/store/org"
)

// spells takes over the dated facts. A history on file is never told anew; it
// is carried on where the sheet says when.
func (m *merger) spells() {
	if m.hasLeft() {
		m.find(FieldName, HasLeft)
		return
	}
	if !m.has(org.SpellBelonging) {
		if s, ok := m.told(org.SpellBelonging); ok {
			m.try(FieldBranch, func(p *org.Person) { p.Spells = append(p.Spells, s) })
		}
	}
	m.category()
	m.standing()
	m.parallel(org.SpellLost, FieldLost)
	m.parallel(org.SpellFloating, FieldFloating)
}

// hasLeft tells whether every belonging on file has ended.
func (m *merger) hasLeft() bool {
	_, open := m.open(org.SpellBelonging)
	return m.has(org.SpellBelonging) && !open
}

func (m *merger) has(k org.SpellKind) bool {
	return slices.ContainsFunc(m.p.Spells, func(s org.Spell) bool { return s.Kind == k })
}

// open finds the spell on file that goes on, the last of several.
func (m *merger) open(k org.SpellKind) (int, bool) {
	at := -1
	for i, s := range m.p.Spells {
		if s.Kind == k && s.To == "" {
			at = i
		}
	}
	return at, at >= 0
}

// told finds what the sheet says now of a kind.
func (m *merger) told(k org.SpellKind) (org.Spell, bool) {
	for _, s := range m.row.Person.Spells {
		if s.Kind == k && s.To == "" {
			return s, true
		}
	}
	return org.Spell{}, false
}

// category carries the way into the Party on: it ends what holds on file on
// the day on which the sheet's next step began.
func (m *merger) category() {
	now, ok := m.told(org.SpellCategory)
	if !ok {
		return
	}
	at, open := m.open(org.SpellCategory)
	switch {
	case !m.has(org.SpellCategory):
		m.try(FieldCategory, func(p *org.Person) { p.Spells = append(p.Spells, categorySpells(p, now.Value)...) })
	case !open:
		m.find(FieldCategory, CategoryClash)
	case m.p.Spells[at].Value == now.Value:
	case rank(now.Value) == 0 || rank(m.p.Spells[at].Value) == 0 || rank(now.Value) < rank(m.p.Spells[at].Value):
		m.find(FieldCategory, CategoryClash)
	case now.Value == org.FullMember && m.p.FullFrom == "":
		m.find(FieldCategory, FullDateMissing)
	default:
		m.goOn(at, now.Value)
	}
}

// goOn ends the spell at hand and appends what follows it.
func (m *merger) goOn(at int, to org.SpellValue) {
	next := categorySpells(&m.p, to)
	if m.p.Spells[at].Value == org.Probationary {
		next = next[len(next)-1:]
	}
	if next[0].From == "" {
		m.find(FieldCategory, CategoryClash)
		return
	}
	m.try(FieldCategory, func(p *org.Person) {
		p.Spells[at].To = next[0].From
		p.Spells = append(p.Spells, next...)
	})
}

// standing adds 停止党籍 and the like where nothing is on file. The sheet gives
// no date, so it can neither end nor follow anything.
func (m *merger) standing() {
	at, open := m.open(org.SpellStanding)
	now, told := m.told(org.SpellStanding)
	switch {
	case told && open && m.p.Spells[at].Value == now.Value:
	case told && m.has(org.SpellStanding):
		m.find(FieldStanding, SinceMissing)
	case told:
		m.try(FieldStanding, func(p *org.Person) { p.Spells = append(p.Spells, now) })
	case open && m.p.Spells[at].Value != org.StandNormal && slices.Contains(m.row.Denied, org.SpellStanding):
		m.find(FieldStanding, NoLonger)
	}
}

// parallel adds or completes 失联 and 流动.
func (m *merger) parallel(k org.SpellKind, f Field) {
	at, open := m.open(k)
	now, told := m.told(k)
	switch {
	case told && open:
		m.complete(at, now, f)
	case told && now.From == "" && m.has(k):
		m.find(f, SinceMissing)
	case told:
		m.try(f, func(p *org.Person) { p.Spells = append(p.Spells, now) })
	case open && slices.Contains(m.row.Denied, k):
		m.find(f, NoLonger)
	}
}

// complete fills in what the sheet knows of a spell on file: since when, and
// where to.
func (m *merger) complete(at int, now org.Spell, f Field) {
	s := m.p.Spells[at]
	if now.Value != s.Value && !(now.Value.Away() && s.Value.Away()) {
		m.find(f, Unfit)
		return
	}
	from, title := better(s.From, now.From), now.Title != "" && now.Title != s.Title
	if !from && !title {
		return
	}
	m.try(f, func(p *org.Person) {
		if from {
			p.Spells[at].From = now.From
		}
		if title {
			p.Spells[at].Title = now.Title
		}
	})
}
