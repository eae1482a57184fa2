package ui

import (
	"fmt"
	"strings"

	"branchbook/rules"
	"branchbook/store/org"
)

// comingDay is one line of 临近的日子.
type comingDay struct {
	day   string // 11月28日, or 12月 where only the month counts
	left  string // 还有 5 天
	title string
	note  string
	late  bool // the day is over and the thing is open
	step  step
}

// More birthdays than this stand together, a line for each month: the branch
// keeps them on one theme day.
const singleBirthdays = 3

// comingOf turns the coming days into lines.
func comingOf(p *rules.Pack, s *org.Snapshot, findings []rules.Finding, today org.Date) []comingDay {
	list := rules.ComingDays(p, s, findings, today)
	birthdays := 0
	for _, c := range list {
		if c.Kind == rules.PartyBirthday {
			birthdays++
		}
	}
	var out []comingDay
	for i, c := range list {
		if c.Kind != rules.PartyBirthday || birthdays <= singleBirthdays {
			out = append(out, comingLine(s, c, today))
			continue
		}
		if first := sameMonth(list[:i], c); len(first) == 0 {
			out = append(out, birthdayMonth(s, sameMonth(list[i:], c), today))
		}
	}
	return out
}

// sameMonth picks the birthdays of one month.
func sameMonth(list []rules.Coming, c rules.Coming) (out []rules.Coming) {
	for _, o := range list {
		if o.Kind == rules.PartyBirthday && o.Day.Month() == c.Day.Month() && o.Day.Year() == c.Day.Year() {
			out = append(out, o)
		}
	}
	return out
}

func comingLine(s *org.Snapshot, c rules.Coming, today org.Date) comingDay {
	l := comingDay{day: monthDay(c.Day), left: daysTo(c.Day, today), late: c.Day < today, step: step{person: c.Person}}
	name := ""
	if p := s.Person(c.Person); p != nil {
		name = s.Label(p, today)
	}
	switch c.Kind {
	case rules.ProbationEnds:
		l.title, l.note = name+" 预备期满，应讨论转正", c.Since.Chinese()+"入党"
	case rules.TermEnds:
		l.title, l.note, l.step = "支部任期届满，应换届选举", "本届从 "+c.Since.Chinese()+"开始", step{place: atSettings}
	case rules.InductionDue:
		l.title, l.note = name+" 新任书记任职培训期限", c.Since.Chinese()+"任职，期限以前一般应参加"
	case rules.PartyBirthday:
		l.title, l.note = fmt.Sprintf("%s 政治生日（入党 %d 周年）", name, c.Years), c.Since.Chinese()+"入党"
	}
	if c.Extended {
		l.note += "，预备期已延长"
	}
	if c.Inexact {
		l.day, l.left = fmt.Sprintf("%d月", int(c.Day.Month())), monthsTo(c.Day, today)
		l.note += "，日期不全"
	}
	return l
}

// birthdayMonth is one line for the birthdays of a month.
func birthdayMonth(s *org.Snapshot, list []rules.Coming, today org.Date) comingDay {
	var names []string
	for _, c := range list {
		if p := s.Person(c.Person); p != nil {
			names = append(names, fmt.Sprintf("%s %d 周年", s.Label(p, today), c.Years))
		}
	}
	first := list[0].Day
	l := comingDay{day: fmt.Sprintf("%d月", int(first.Month())), title: fmt.Sprintf("政治生日 %d 人", len(list)),
		note: strings.Join(names, "、"), step: step{place: atPeople}}
	l.left = monthsTo(first, today)
	if len(list) == 1 {
		return comingLine(s, list[0], today)
	}
	return l
}

// monthsTo says how far a month is, where no day is known.
func monthsTo(day, today org.Date) string {
	switch n := (day.Year()-today.Year())*12 + int(day.Month()) - int(today.Month()); {
	case n < 0:
		return "已过"
	case n == 0:
		return "本月"
	case n == 1:
		return "下月"
	default:
		return fmt.Sprintf("%d 个月后", n)
	}
}
