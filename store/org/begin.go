package org

import (
	"errors"
	"fmt"
	"strings"
)

// Begin adds a fact; one of an exclusive kind ends the one before it from the
// day it begins. A relation cannot begin where it is, and 延长预备期 needs an
// open 预备党员.
func (p *Person) Begin(sp Spell) error {
	if was, ok := p.Open(SpellCategory); sp.Kind == SpellExtension && (!ok || was.Value != Probationary) {
		return &FactFault{Why: FactNoExtension}
	}
	if _, here := p.Open(sp.Kind); here && sp.Kind == SpellBelonging {
		return &FactFault{Why: FactHere}
	}
	if sp.Kind.Exclusive() && sp.From != "" {
		p.End(sp.From, func(old *Spell) bool { return old.Kind == sp.Kind && old.Start() < sp.Start() })
	}
	p.Spells = append(p.Spells, sp)
	return nil
}

// Enter gives a new person the category, from the dates of joining and 转正
// that are on file.
func (p *Person) Enter(category SpellValue) {
	sp := Spell{Kind: SpellCategory, Value: category}
	switch {
	case category == Probationary:
		sp.From = p.Joined
	case category == FullMember:
		sp.From = p.FullFrom
		if p.Joined != "" && p.FullFrom != "" && p.Joined.First() < p.FullFrom.First() {
			p.Spells = append(p.Spells, Spell{Kind: SpellCategory, Value: Probationary, From: p.Joined, To: p.FullFrom})
		}
	}
	p.Spells = append(p.Spells, sp)
}

// FollowDates lets the category follow a corrected 入党 or 转正 date where it had
// begun or ended on the old one. was is the person before the correction.
func (p *Person) FollowDates(was *Person) {
	for i := range p.Spells {
		s := &p.Spells[i]
		switch {
		case s.Kind != SpellCategory:
			continue
		case s.Value == Probationary && s.From == was.Joined:
			s.From = p.Joined
		case s.Value == FullMember && s.From == was.FullFrom && was.FullFrom != "":
			s.From = p.FullFrom
		}
		if s.Value == Probationary && s.To == was.FullFrom && s.To != "" && p.FullFrom != "" {
			s.To = p.FullFrom
		}
	}
}

// FactFault names the kind of fact that Validate refused, where people would
// not know its number: spells[4].to becomes post.to.
func (p *Person) FactFault(err error) error {
	var inv *Invalid
	if !errors.As(err, &inv) {
		return err
	}
	for i := range p.Spells {
		rest, ok := strings.CutPrefix(inv.Field, fmt.Sprintf("spells[%d]", i))
		switch {
		case ok && rest == ".to" && inv.Why == WhyOrder:
			return &FactFault{Why: FactEarly}
		case ok:
			return &Invalid{Field: string(p.Spells[i].Kind) + rest, Why: inv.Why}
		}
	}
	return err
}

// After turns an inclusive last day into the first day after it; a month or a
// year stays as it is, since its end is not known to the day.
func (p Partial) After() Partial {
	if d, full := p.Full(); full {
		return d.AddDays(1).Partial()
	}
	return p
}

// Until turns the first day after into the inclusive last day: it undoes After.
func (p Partial) Until() Partial {
	if d, full := p.Full(); full {
		return d.AddDays(-1).Partial()
	}
	return p
}

// Name is the kind of a fact and its value: 职务：党小组组长（第一党小组）.
func (s *Spell) Name(b *Branch) string {
	kind, value := s.Kind.Chinese(), s.Chinese()
	if s.Kind == SpellBelonging {
		value = beganValues.label(s.Began)
	}
	if g, ok := b.Group(s.Group); ok {
		if s.Kind == SpellGroup {
			return kind + "：" + g.Name
		}
		value += "（" + g.Name + "）"
	}
	if value == kind {
		return kind
	}
	return kind + "：" + value
}

// Span is the days of a fact with the inclusive last one: 2020年3月至今.
func (s *Spell) Span() string {
	from, to := s.From.Chinese(), "今"
	if from == "" {
		from = "建账前"
	}
	if s.To != "" {
		to = s.To.Until().Chinese()
	}
	return from + "至" + to
}
