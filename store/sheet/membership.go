package sheet

import (
	"strings"

	"branchbook/store/org"
)

// readMembership reads dates and words of membership into fields and spells.
func (rd *reader) readMembership() {
	p := &rd.row.Person
	p.Joined, p.FullFrom = rd.date(FieldJoined), rd.date(FieldFullFrom)
	rd.checkOrder()
	p.Spells = append(make([]org.Spell, 0, 4), org.Spell{Kind: org.SpellBelonging, Began: org.BeganRoster})
	p.Spells = append(p.Spells, categorySpells(p, rd.readCategory())...)
	rd.readStanding()
	rd.readLost()
	rd.readFloating()
}

// checkOrder leaves out dates that cannot follow each other: birth, joining,
// becoming a full member.
func (rd *reader) checkOrder() {
	p := &rd.row.Person
	if before(p.Joined, p.Born) {
		p.Joined, p.FullFrom = "", ""
		rd.doubt(FieldJoined, DatesOrder)
	}
	if before(p.FullFrom, p.Joined) || before(p.FullFrom, p.Born) {
		p.Joined, p.FullFrom = "", ""
		rd.doubt(FieldFullFrom, DatesOrder)
	}
}

// before tells whether a is certainly earlier than b; false if one is unknown.
func before(a, b org.Partial) bool {
	return a != "" && b != "" && a.Last() < b.First()
}

// readCategory tells what the person is, "" if the sheet does not say.
func (rd *reader) readCategory() org.SpellValue {
	p := &rd.row.Person
	s := squeeze(half(rd.take(FieldCategory)))
	if s == "" {
		if p.FullFrom != "" {
			return org.FullMember
		}
		rd.doubt(FieldCategory, CategoryMissing)
		return ""
	}
	c, err := org.ParseSpellValue(org.SpellCategory, strings.TrimRight(unbracket(s), "."))
	if a, _ := yesNo(s); a == yes {
		c, err = org.FullMember, nil
	} else if a == no {
		c, err = org.Probationary, nil
	}
	if err != nil {
		rd.doubt(FieldCategory, WordAlien)
		return ""
	}
	rd.fitDates(c)
	return c
}

// fitDates leaves out dates that the category cannot have yet.
func (rd *reader) fitDates(c org.SpellValue) {
	p := &rd.row.Person
	if p.FullFrom != "" && rank(c) > 0 && rank(c) < rank(org.FullMember) {
		p.FullFrom = ""
		rd.doubt(FieldFullFrom, CategoryOther)
	}
	if p.Joined != "" && rank(c) > 0 && rank(c) < rank(org.Probationary) {
		p.Joined = ""
		rd.doubt(FieldJoined, CategoryOther)
	}
}

// rank is the order of the way into the Party; 0 for guests, who stand beside it.
func rank(c org.SpellValue) int {
	switch c {
	case org.Applicant:
		return 1
	case org.Activist:
		return 2
	case org.Candidate:
		return 3
	case org.Probationary:
		return 4
	case org.FullMember:
		return 5
	}
	return 0
}

// categorySpells gives a member's history as far as the dates tell it.
func categorySpells(p *org.Person, c org.SpellValue) []org.Spell {
	now := org.Spell{Kind: org.SpellCategory, Value: c}
	switch c {
	case "":
		return nil
	case org.Probationary:
		now.From = p.Joined
	case org.FullMember:
		now.From = p.FullFrom
		earlier := org.Spell{Kind: org.SpellCategory, Value: org.Probationary, From: p.Joined, To: p.FullFrom}
		// Between 1969 and 1977 nobody was on probation: then both dates are one.
		if p.Joined != "" && p.FullFrom != "" && p.Joined != p.FullFrom && earlier.Validate() == nil {
			return []org.Spell{earlier, now}
		}
	}
	return []org.Spell{now}
}

func (rd *reader) readStanding() {
	s := squeeze(half(rd.take(FieldStanding)))
	if s == "" {
		return
	}
	v, err := org.ParseSpellValue(org.SpellStanding, strings.TrimSuffix(s, "党籍"))
	if err != nil {
		v, err = org.ParseSpellValue(org.SpellStanding, s)
	}
	switch {
	case err != nil:
		rd.doubt(FieldStanding, WordAlien)
	case v == org.StandNormal:
		rd.row.Denied = append(rd.row.Denied, org.SpellStanding)
	default:
		rd.add(org.Spell{Kind: org.SpellStanding, Value: v})
	}
}

func (rd *reader) add(s org.Spell) { rd.row.Person.Spells = append(rd.row.Person.Spells, s) }

// readLost reads 是否为失联党员, which may have the date behind it or instead.
func (rd *reader) readLost() {
	since := rd.date(FieldLostSince)
	a, rest := yesNo(rd.take(FieldLost))
	switch {
	case a == no:
		rd.row.Denied = append(rd.row.Denied, org.SpellLost)
		if since != "" {
			rd.doubt(FieldLostSince, LostUnclear)
		}
		return
	case rest == "失联" || rest == "已失联" || rest == "失联党员" || rest == "失去联系":
		a, rest = yes, ""
	}
	if rest != "" {
		if since = rd.partOfCell(rest); since == "" && a == silent {
			rd.doubt(FieldLost, WordAlien)
			return
		}
	}
	if a == yes || since != "" {
		rd.add(org.Spell{Kind: org.SpellLost, From: since})
	}
}

// partOfCell reads a date that stands beside a word; "" if it is none.
func (rd *reader) partOfCell(s string) org.Partial {
	p, err := ParseDate(strings.TrimSuffix(s, "起"), rd.epoch04)
	if err != nil || p.First() > rd.today {
		return ""
	}
	return p
}

// readFloating reads 是否为流动党员 with where and since when.
func (rd *reader) readFloating() {
	s := org.Spell{Kind: org.SpellFloating, Value: org.FloatOut, Title: rd.text(FieldFloatTo, org.MaxLine), From: rd.date(FieldFloatSince)}
	a, rest := yesNo(rd.take(FieldFloating))
	told := s.Title != "" || s.From != ""
	switch {
	case a == no:
		rd.row.Denied = append(rd.row.Denied, org.SpellFloating)
		if told {
			rd.doubt(FieldFloating, FloatingUnclear)
		}
		return
	case strings.HasPrefix(rest, "流入"):
		s.Value = org.FloatIn
	case strings.HasPrefix(rest, "出国") || strings.HasPrefix(rest, "出境"):
		s.Value = org.FloatAbroad
	case rest == "流动" || strings.HasPrefix(rest, "流出") || rest == "外出" || rest == "流动党员":
	case a == silent && rest != "":
		rd.doubt(FieldFloating, WordAlien)
		return
	case a == silent && !told:
		return
	case rest != "":
		if since := rd.partOfCell(rest); since != "" {
			s.From = since
		} else if s.Title == "" && len(rest) <= org.MaxLine {
			s.Title = rest
		}
	}
	rd.add(s)
}
