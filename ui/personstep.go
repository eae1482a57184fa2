package ui

import (
	"errors"
	"slices"
	"strings"

	"branchbook/store/org"
	"branchbook/ui/say"
)

// askLabels are the plain labels.
var askLabels = map[ask]string{askWhich: "是哪一项", askValue: "内容", askGroup: "党小组", askTitle: "名称", askDay: "从哪天起", askLast: "最后一天", askWho: "联系人", askBasis: "依据（批复、文号）"}

func (c *change) label(a ask) string {
	if words, ok := c.labels[a]; ok {
		return words
	}
	return askLabels[a]
}

// required tells whether a question must be answered. Papers are often not at
// hand, so a basis never is.
func (c *change) required(a ask) bool { return a != askBasis && !slices.Contains(c.optional, a) }

// spell is the fact that the answers make.
func (s *step) spell() org.Spell {
	sp := org.Spell{Kind: s.kind, Group: s.group, From: s.day, To: s.last.After(), Title: s.title, Who: s.who, Basis: s.basis}
	if s.value >= 0 && s.value < len(s.values) {
		sp.Value = s.values[s.value]
	}
	return sp
}

func isNow(values ...org.SpellValue) func(*changing) bool {
	return func(c *changing) bool {
		was, _ := c.p.Open(org.SpellCategory)
		return isHere(c) && slices.Contains(values, was.Value)
	}
}

func isHere(c *changing) bool { _, here := c.p.Open(org.SpellBelonging); return here }
func isAway(c *changing) bool { return !isHere(c) }
func isMember(c *changing) bool {
	return isNow(org.FullMember, org.Probationary)(c)
}

func isGuest(c *changing) bool {
	was, here := c.p.Open(org.SpellBelonging)
	return here && was.Began == org.BeganGuest
}

func isSpecial(c *changing) bool {
	was, ok := c.p.Open(org.SpellStanding)
	return ok && was.Value != org.StandNormal
}

func goesOn(kind org.SpellKind) func(*changing) bool {
	return func(c *changing) bool { return len(c.open(kind)) > 0 }
}

func without(kind org.SpellKind) func(*changing) bool {
	return func(c *changing) bool { return isHere(c) && len(c.open(kind)) == 0 }
}

// open lists the places of the facts of a kind that go on.
func (c *changing) open(kind org.SpellKind) (at []int) {
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

// begins adds the fact that the answers make; v, if it is not empty, is its
// value.
func begins(v org.SpellValue) func(*step) error {
	return func(s *step) error {
		sp := s.spell()
		if v != "" {
			sp.Value = v
		}
		return s.p.Begin(sp)
	}
}

// admit is 接收为预备党员: the vote of the assembly is the day of joining.
func admit(s *step) error {
	if s.p.Joined == "" {
		s.p.Joined = s.day
	}
	return begins(org.Probationary)(s)
}

// takePost begins a post. Only a 组长 has a group, and must have one where the
// branch has any.
func takePost(s *step) error {
	sp := s.spell()
	switch {
	case sp.Value != org.GroupHead:
		sp.Group = ""
	case sp.Group == "" && len(openGroups(s.b)) > 0:
		return &org.Invalid{Field: "group", Why: org.WhyEmpty}
	}
	if sp.Title == sp.Value.Chinese(org.SpellPost) {
		sp.Title = ""
	}
	return s.p.Begin(sp)
}

// ends ends the one that is meant, after its last day or from the day of the
// return.
func ends(s *step) error {
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

func leaves(how org.SpellValue) func(*step) error {
	return func(s *step) error {
		sp := s.spell()
		if sp.From == "" {
			sp.From, sp.To = sp.To, ""
		}
		return s.p.Leave(how, sp)
	}
}

func arrives(how org.SpellValue) func(*step) error {
	return func(s *step) error { return s.p.Arrive(how, s.spell()) }
}

// openGroups are the groups of a branch that are not closed.
func openGroups(b *org.Branch) []org.Group {
	return slices.DeleteFunc(slices.Clone(b.Groups), func(g org.Group) bool { return g.Closed })
}

// askNames are what a form calls the questions.
var askNames = map[ask]string{askWhich: "which", askValue: "value", askGroup: "group", askTitle: "title", askDay: "day", askLast: "last", askWho: "who", askBasis: "basis"}

// run does the step on a person, who is checked as a whole afterwards.
func (s *step) run() error {
	for _, t := range []*string{&s.title, &s.who, &s.basis} {
		*t = strings.TrimSpace(*t)
	}
	if err := s.do(s); err != nil {
		return err
	}
	return s.p.FactFault(s.p.Validate())
}

// unanswered lists the questions that must be answered and are not.
func (s *step) unanswered() (out []ask) {
	empty := map[ask]bool{askWhich: s.which < 0, askValue: s.value < 0, askGroup: s.group == "", askTitle: strings.TrimSpace(s.title) == "",
		askDay: s.day == "", askLast: s.last == "", askWho: strings.TrimSpace(s.who) == ""}
	for _, a := range s.asks {
		if empty[a] && s.required(a) {
			out = append(out, a)
		}
	}
	return out
}

// offered lists the changes that fit somebody, as the file stands.
func offered(c *changing) (out []*change) {
	for i := range changes {
		if changes[i].fits(c) {
			out = append(out, &changes[i])
		}
	}
	return out
}

// faultAt says at which question an error belongs, and in which words; ok is
// false for what belongs to none.
func (c *change) faultAt(err error) (at ask, words string, ok bool) {
	var fact *org.FactFault
	var inv *org.Invalid
	switch {
	case errors.As(err, &fact) && fact.Why == org.FactSeveral:
		at, words = askWhich, "请选是哪一项"
	case errors.As(err, &fact):
		at, words = askDay, say.Error(err).What
	case errors.As(err, &inv):
		at, words = placeOf(inv.Field), say.Field(inv.Field)+say.Why(inv.Why)
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

// placeOf finds the question by the field of an *org.Invalid, such as post.to.
func placeOf(field string) ask {
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
