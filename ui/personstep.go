package ui

import (
	"errors"
	"slices"
	"strings"

	"branchbook/store/org"
	"branchbook/ui/say"
)

// askLabels are the plain labels.
var askLabels = map[factAsk]string{askWhich: "是哪一项", askValue: "内容", askGroup: "党小组", askTitle: "名称", askDay: "从哪天起", askLast: "最后一天", askWho: "联系人", askBasis: "依据（批复、文号）"}

func (c *factChange) label(a factAsk) string {
	if words, ok := c.labels[a]; ok {
		return words
	}
	return askLabels[a]
}

// required tells whether a question must be answered. Papers are often not at
// hand, so a basis never is.
func (c *factChange) required(a factAsk) bool {
	return a != askBasis && !slices.Contains(c.optional, a)
}

// spell is the fact that the answers make.
func (s *factStep) spell() org.Spell {
	sp := org.Spell{Kind: s.kind, Group: s.group, From: s.day, To: s.last.After(), Title: s.title, Who: s.who, Basis: s.basis}
	if s.value >= 0 && s.value < len(s.values) {
		sp.Value = s.values[s.value]
	}
	return sp
}

func fitsNow(values ...org.SpellValue) func(*factHolder) bool {
	return func(c *factHolder) bool {
		was, _ := c.p.Open(org.SpellCategory)
		return fitsHere(c) && slices.Contains(values, was.Value)
	}
}

func fitsHere(c *factHolder) bool { _, here := c.p.Open(org.SpellBelonging); return here }
func fitsAway(c *factHolder) bool { return !fitsHere(c) }
func fitsMember(c *factHolder) bool {
	return fitsNow(org.FullMember, org.Probationary)(c)
}

func fitsGuest(c *factHolder) bool {
	was, here := c.p.Open(org.SpellBelonging)
	return here && was.Began == org.BeganGuest
}

func fitsSpecial(c *factHolder) bool {
	was, ok := c.p.Open(org.SpellStanding)
	return ok && was.Value != org.StandNormal
}

func fitsOpen(kind org.SpellKind) func(*factHolder) bool {
	return func(c *factHolder) bool { return len(c.open(kind)) > 0 }
}

func fitsWithout(kind org.SpellKind) func(*factHolder) bool {
	return func(c *factHolder) bool { return fitsHere(c) && len(c.open(kind)) == 0 }
}

// open lists the places of the facts of a kind that go on.
func (c *factHolder) open(kind org.SpellKind) (at []int) {
	for i := range c.p.Spells {
		if s := &c.p.Spells[i]; s.Kind == kind && s.To == "" {
			at = append(at, i)
		}
	}
	return at
}

func specialStandings() []org.SpellValue {
	return slices.DeleteFunc(org.SpellValues(org.SpellStanding), func(v org.SpellValue) bool { return v == org.StandNormal })
}

// stepBegins adds the fact that the answers make; v, if it is not empty, is its
// value.
func stepBegins(v org.SpellValue) func(*factStep) error {
	return func(s *factStep) error {
		sp := s.spell()
		if v != "" {
			sp.Value = v
		}
		return s.p.Begin(sp)
	}
}

// stepAdmits is 接收为预备党员: the vote of the assembly is the day of joining.
func stepAdmits(s *factStep) error {
	if s.p.Joined == "" {
		s.p.Joined = s.day
	}
	return stepBegins(org.Probationary)(s)
}

// stepTakesPost begins a post. Only a 组长 has a group, and must have one where the
// branch has any.
func stepTakesPost(s *factStep) error {
	sp := s.spell()
	switch {
	case sp.Value != org.GroupHead:
		sp.Group = ""
	case sp.Group == "" && len(s.b.OpenGroups()) > 0:
		return &org.Invalid{Field: "group", Why: org.WhyEmpty}
	}
	if sp.Title == sp.Value.Chinese(org.SpellPost) {
		sp.Title = ""
	}
	return s.p.Begin(sp)
}

// stepEnds ends the one that is meant, after its last day or from the day of the
// return.
func stepEnds(s *factStep) error {
	at, open := s.day, s.open(s.kind)
	if at == "" {
		at = s.last.After()
	}
	if s.which < 0 || s.which >= len(open) {
		return &org.FactFault{Why: org.FactSeveral}
	}
	s.p.Spells[open[s.which]].To = at
	return nil
}

func stepLeaves(how org.SpellValue) func(*factStep) error {
	return func(s *factStep) error {
		sp := s.spell()
		if sp.From == "" {
			sp.From, sp.To = sp.To, ""
		}
		return s.p.Leave(how, sp)
	}
}

func stepArrives(how org.SpellValue) func(*factStep) error {
	return func(s *factStep) error { return s.p.Arrive(how, s.spell()) }
}

// askNames are what a form calls the questions.
var askNames = map[factAsk]string{askWhich: "which", askValue: "value", askGroup: "group", askTitle: "title", askDay: "day", askLast: "last", askWho: "who", askBasis: "basis"}

// run does the step on a person, who is checked as a whole afterwards.
func (s *factStep) run() error {
	for _, t := range []*string{&s.title, &s.who, &s.basis} {
		*t = strings.TrimSpace(*t)
	}
	if err := s.do(s); err != nil {
		return err
	}
	return s.p.FactFault(s.p.Validate())
}

// unanswered lists the questions that must be answered and are not.
func (s *factStep) unanswered() (out []factAsk) {
	empty := map[factAsk]bool{askWhich: s.which < 0, askValue: s.value < 0, askGroup: s.group == "", askTitle: strings.TrimSpace(s.title) == "",
		askDay: s.day == "", askLast: s.last == "", askWho: strings.TrimSpace(s.who) == ""}
	for _, a := range s.asks {
		if empty[a] && s.required(a) {
			out = append(out, a)
		}
	}
	return out
}

// ahead finds the answer that must have come and has not: the first day of a
// category or a post, the last one of a life. Other things may be entered before.
func (s *factStep) ahead(today org.Date) (at factAsk, yes bool) {
	at, day := askDay, s.day
	if s.died {
		at, day = askLast, s.last
	}
	past := s.died || s.kind == org.SpellCategory || s.kind == org.SpellPost
	return at, past && slices.Contains(s.asks, at) && day.First() > today
}

// offeredChanges lists the changes that fit somebody, as the file stands.
func offeredChanges(c *factHolder) (out []*factChange) {
	for i := range factChanges {
		if factChanges[i].fits(c) {
			out = append(out, &factChanges[i])
		}
	}
	return out
}

// faultAt says at which question an error belongs, and in which words; ok is
// false for what belongs to none.
func (c *factChange) faultAt(err error) (at factAsk, words string, ok bool) {
	var fact *org.FactFault
	var inv *org.Invalid
	switch {
	case errors.As(err, &fact) && fact.Why == org.FactSeveral:
		at, words = askWhich, "请选是哪一项"
	case errors.As(err, &fact):
		at, words = askDay, say.Error(err).What
	case errors.As(err, &inv) && inv.Field == "to" && inv.Why == org.WhyChoice:
		at, words = askLast, "离开本支部请用“登记变动”，写明是转出、去世还是别的"
	case errors.As(err, &inv):
		at, words = askPlace(inv.Field), say.Field(inv.Field)+say.Why(inv.Why)
	default:
		return 0, "", false
	}
	switch {
	case slices.Contains(c.asks, at):
		return at, words, true
	case at == askDay && slices.Contains(c.asks, askLast):
		return askLast, words, true
	case at == askLast && slices.Contains(c.asks, askDay):
		return askDay, words, true
	}
	return 0, "", false
}

// askPlace finds the question by the field of an *org.Invalid, such as post.to.
func askPlace(field string) factAsk {
	field = field[strings.LastIndexByte(field, '.')+1:]
	if field == "to" {
		return askLast
	}
	for a, name := range askNames {
		if name == field {
			return a
		}
	}
	return askDay
}
