package paper

import (
	"fmt"

	"branchbook/store/org"
)

// when prints a day, or the first and the last one, and the times, as far as
// known.
func when(d, until org.Date, from, to org.Clock) string {
	out := d.Chinese()
	if until > d {
		out += "至" + until.Chinese()
	}
	if from != 0 {
		out = list(" ", out, from.String()+"—"+to.String())
	}
	return out
}

// length prints how long a part took when no times are known.
func length(p *org.Part) string {
	switch {
	case p.Start != 0:
		return ""
	case p.Length != "":
		return p.Length.Chinese()
	case p.Minutes != 0:
		return fmt.Sprintf("%d分钟", p.Minutes)
	}
	return ""
}

// who names somebody with the posts of the day in brackets.
func who(s *org.Snapshot, w org.Who, day org.Date) string {
	p := s.Person(w.Person)
	if p == nil {
		return w.Name
	}
	if held := posts(p, day); held != "" {
		return p.Name + "（" + held + "）"
	}
	return s.Label(p, day)
}

func posts(p *org.Person, day org.Date) string {
	var titles []string
	for _, sp := range p.All(org.SpellPost, day) {
		titles = append(titles, sp.Chinese())
	}
	return list("、", titles...)
}
