package org

import (
	"slices"
	"strconv"
)

// Spell is one dated fact about a person, in whole days: it holds from From to
// the day before To. An empty From means "since before our records", an empty
// To that it goes on. Exclusive kinds hold one value at a time, parallel kinds
// any number.
type Spell struct {
	Kind  SpellKind  `json:"kind"`
	Value SpellValue `json:"value,omitempty"` // which category, post …; by kind
	Group GroupID    `json:"group,omitempty"` // kind group, and the post of a 组长
	From  Partial    `json:"from,omitempty"`
	To    Partial    `json:"to,omitempty"`    // first day on which it no longer holds
	Began SpellValue `json:"began,omitempty"` // how a belonging began
	Ended SpellValue `json:"ended,omitempty"` // how a belonging ended
	Title string     `json:"title,omitempty"` // 组织委员 …; where somebody went
	Who   string     `json:"who,omitempty"`   // contact person, or where a relation came from or went
	Basis string     `json:"basis,omitempty"` // approval, document
}

// SpellKind is the kind of a dated fact.
type SpellKind string

// Kinds of spell. The first four are exclusive.
const (
	SpellBelonging SpellKind = "belonging"
	SpellCategory  SpellKind = "category"
	SpellGroup     SpellKind = "group"
	SpellStanding  SpellKind = "standing"
	SpellPost      SpellKind = "post"
	SpellExemption SpellKind = "exemption"
	SpellFloating  SpellKind = "floating"
	SpellLost      SpellKind = "lost"
	SpellLeader    SpellKind = "leader"
	SpellReserve   SpellKind = "reserve"
	SpellExtension SpellKind = "extension" // 延长预备期: To is the new end of probation
)

var spellKinds = enum[SpellKind]{
	{SpellBelonging, "组织关系", nil}, {SpellCategory, "人员类别", nil}, {SpellGroup, "党小组", nil}, {SpellStanding, "党籍状态", nil},
	{SpellPost, "职务", []string{"党内职务"}}, {SpellExemption, "不作硬性要求", []string{"免修"}}, {SpellFloating, "流动", []string{"流动党员"}},
	{SpellLost, "失去联系", []string{"失联"}}, {SpellLeader, "党员领导干部", []string{"领导干部"}}, {SpellReserve, "两委成员、后备干部", []string{"两委", "后备", "两委成员", "后备干部"}},
	{SpellExtension, "延长预备期", []string{"延长"}},
}

// SpellKinds lists the kinds in order.
func SpellKinds() []SpellKind { return spellKinds.values() }

// ParseSpellKind reads the stable English or the Chinese word.
func ParseSpellKind(s string) (SpellKind, error) { return spellKinds.parse("kind", s) }

// Chinese returns the official word.
func (k SpellKind) Chinese() string { return spellKinds.label(k) }

// Exclusive tells whether only one spell of this kind can hold on a day.
func (k SpellKind) Exclusive() bool {
	return k == SpellBelonging || k == SpellCategory || k == SpellGroup || k == SpellStanding
}

// Start returns the first day of the spell, 0 for "since before our records".
func (s *Spell) Start() Date { return s.From.First() }

// End returns the first day on which the spell no longer holds, 0 if it goes
// on. An end of which only the month is known holds through that month.
func (s *Spell) End() Date {
	if d, ok := s.To.Full(); ok || s.To == "" {
		return d
	}
	return s.To.Last() + 1
}

// Holds tells whether the spell covers the day.
func (s *Spell) Holds(day Date) bool {
	end := s.End()
	return s.Start() <= day && (end == 0 || day < end)
}

// As returns the spell of an exclusive kind that holds on the day. Of two that
// hold, as when the first's end is known by month only, the later one counts.
func (p *Person) As(kind SpellKind, day Date) (Spell, bool) {
	var found Spell
	ok := false
	for i := range p.Spells {
		s := &p.Spells[i]
		if s.Kind == kind && s.Holds(day) && (!ok || s.Start() >= found.Start()) {
			found, ok = *s, true
		}
	}
	return found, ok
}

// All returns the spells of a kind that hold on the day, in the order kept.
func (p *Person) All(kind SpellKind, day Date) []Spell {
	var out []Spell
	for i := range p.Spells {
		if s := &p.Spells[i]; s.Kind == kind && s.Holds(day) {
			out = append(out, *s)
		}
	}
	return out
}

// Is tells whether a spell of this kind with one of the values holds on the
// day; without values any value will do.
func (p *Person) Is(day Date, kind SpellKind, values ...SpellValue) bool {
	for i := range p.Spells {
		s := &p.Spells[i]
		if s.Kind == kind && (len(values) == 0 || slices.Contains(values, s.Value)) && s.Holds(day) {
			return true
		}
	}
	return false
}

// Validate checks one spell.
func (s *Spell) Validate() error {
	if err := spellKinds.check("kind", s.Kind); err != nil {
		return err
	}
	if err := checkValue(s); err != nil {
		return err
	}
	if s.From != "" && s.From.First() == 0 {
		return &Invalid{"from", WhyDate}
	}
	if s.To != "" && s.To.First() == 0 {
		return &Invalid{"to", WhyDate}
	}
	if s.To != "" && s.End() <= s.Start() {
		return &Invalid{"to", WhyOrder}
	}
	if s.Kind == SpellGroup && s.Group == "" {
		return &Invalid{"group", WhyEmpty}
	}
	return checkTexts(textField{"title", s.Title, MaxLine}, textField{"who", s.Who, MaxLine}, textField{"basis", s.Basis, MaxLine})
}

// validateSpells checks each spell, and that exclusive ones do not overlap. An
// end known by month only may overlap the next start within that month.
func validateSpells(list []Spell) error {
	if len(list) > MaxList {
		return &Invalid{"spells", WhyLong}
	}
	for i := range list {
		if err := list[i].Validate(); err != nil {
			return In("spells["+strconv.Itoa(i)+"]", err)
		}
		for j := range i {
			if clash(&list[j], &list[i]) {
				return &Invalid{"spells[" + strconv.Itoa(i) + "]", WhyOverlap}
			}
		}
	}
	return nil
}

func clash(a, b *Spell) bool {
	if a.Kind != b.Kind {
		return false
	}
	if !a.Kind.Exclusive() && (a.Kind != SpellPost || a.Value != b.Value || a.Title != b.Title || a.Group != b.Group) {
		return false
	}
	return firstEnd(a) > b.Start() && firstEnd(b) > a.Start()
}

// firstEnd is the earliest first day after the spell; far future if it goes on.
func firstEnd(s *Spell) Date {
	if s.To == "" {
		return NewDate(9999, 12, 31)
	}
	return s.To.First()
}
