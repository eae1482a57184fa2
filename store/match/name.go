package match

import (
	"errors"
	"slices"
	"strings"

	"branchbook/store/org"
)

// ErrNoSuch says that nobody of the branch has this name.
var ErrNoSuch = errors.New("nobody of this name")

// Ambiguous says that several people fit.
type Ambiguous struct{ Candidates []org.PersonID }

func (e *Ambiguous) Error() string { return "more than one person of this name" }

// Left says that the only one of this name had left before the day.
type Left struct {
	Person org.PersonID
	Since  org.Date // first day on which the person did not belong
}

func (e *Left) Error() string { return "the person of this name had left by " + e.Since.String() }

// NotYet says that the only one of this name came after the day.
type NotYet struct {
	Person org.PersonID
	From   org.Date
}

func (e *NotYet) Error() string { return "the person of this name came on " + e.From.String() }

// Name finds who is meant on a day by a name on a list, such as 王伟, 王　伟 or
// 王伟（一组） with the group in brackets. Other words in brackets are passed over
// as long as the name is clear. Who belongs on the day goes before who does
// not. It returns *Ambiguous, *Left, *NotYet or ErrNoSuch. branch may be nil.
func Name(persons []*org.Person, branch *org.Branch, day org.Date, text string) (org.PersonID, error) {
	name := org.TidyName(text)
	here, gone := named(persons, name, day)
	if len(here)+len(gone) == 0 {
		var hint string
		name, hint = cutHint(name)
		here, gone = named(persons, name, day)
		here = ofGroup(here, branch, day, hint)
	}
	switch {
	case len(here) == 1:
		return here[0].ID, nil
	case len(here) > 1:
		return "", &Ambiguous{ids(here)}
	case len(gone) == 0:
		return "", ErrNoSuch
	case len(gone) > 1:
		return "", &Ambiguous{ids(gone)}
	}
	return "", away(gone[0], day)
}

// named finds those of a tidy name, who belong on the day and who do not.
func named(persons []*org.Person, name string, day org.Date) (here, gone []*org.Person) {
	for _, p := range persons {
		switch {
		case mistaken(p) || org.TidyName(p.Name) != name:
		case belongs(p, day):
			here = append(here, p)
		default:
			gone = append(gone, p)
		}
	}
	return here, gone
}

// cutHint parts a tidy name from what stands in brackets behind it.
func cutHint(s string) (name, hint string) {
	at := strings.IndexAny(s, "([【")
	if at < 0 {
		return s, ""
	}
	return org.TidyName(s[:at]), strings.Trim(s[at:], "()[]【】 ")
}

// belongs tells whether the person is of the branch on the day; somebody of
// whom no belonging is on file is.
func belongs(p *org.Person, day org.Date) bool {
	has := slices.ContainsFunc(p.Spells, func(s org.Spell) bool { return s.Kind == org.SpellBelonging })
	return !has || p.Is(day, org.SpellBelonging)
}

// away says why somebody does not belong on the day: the last end before it,
// else the first beginning after it.
func away(p *org.Person, day org.Date) error {
	var since, from org.Date
	for i := range p.Spells {
		s := &p.Spells[i]
		if s.Kind != org.SpellBelonging {
			continue
		}
		if end := s.End(); end != 0 && end <= day {
			since = max(since, end)
		}
		if start := s.Start(); start > day && (from == 0 || start < from) {
			from = start
		}
	}
	if since == 0 {
		return &NotYet{p.ID, from}
	}
	return &Left{p.ID, since}
}

// ofGroup keeps those of the group that the hint names, everybody if it names
// none of the branch's groups.
func ofGroup(list []*org.Person, branch *org.Branch, day org.Date, hint string) []*org.Person {
	named := groupsNamed(branch, hint)
	if len(named) == 0 {
		return list
	}
	return slices.DeleteFunc(list, func(p *org.Person) bool {
		s, ok := p.As(org.SpellGroup, day)
		return !ok || !slices.Contains(named, s.Group)
	})
}

func groupsNamed(branch *org.Branch, hint string) []org.GroupID {
	key := groupKey(hint)
	if branch == nil || key == "" {
		return nil
	}
	var out []org.GroupID
	for _, g := range branch.Groups {
		if groupKey(g.Name) == key {
			out = append(out, g.ID)
		}
	}
	return out
}

// groupKey is what remains of 第一党小组, 一组, 1组 and 第1小组: the number or
// the word that tells groups apart.
func groupKey(s string) string {
	s = strings.TrimPrefix(org.TidyName(s), "第")
	for _, tail := range []string{"组", "小", "党"} {
		s = strings.TrimSuffix(s, tail)
	}
	if n, ok := chineseNumbers[s]; ok {
		return n
	}
	return s
}

var chineseNumbers = map[string]string{
	"一": "1", "二": "2", "三": "3", "四": "4", "五": "5", "六": "6", "七": "7", "八": "8", "九": "9", "十": "10",
	"十一": "11", "十二": "12", "十三": "13", "十四": "14", "十五": "15", "十六": "16", "十七": "17", "十八": "18", "十九": "19", "二十": "20",
}

func ids(list []*org.Person) []org.PersonID {
	out := make([]org.PersonID, len(list))
	for i, p := range list {
		out[i] = p.ID
	}
	return out
}
