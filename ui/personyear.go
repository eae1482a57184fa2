package ui

import (
	"fmt"
	"slices"
	"strings"

	"branchbook/rules"
	"branchbook/store/org"
	"branchbook/ui/say"
)

// personStudy is somebody's study of a year.
type personStudy struct {
	counted, target string // 学时; target "" where none applies
	met, owing      bool
	part            float64 // of the target, 0 to 1
	sentence        string
	note            string // why this target
	ahead           string // what is still planned, if something is owed
	contents        string // what counted by content category
	months          []monthStudy
}

// monthStudy is what counted in one month of the calendar.
type monthStudy struct {
	month int
	hours org.Hours
}

// hoursOfPerson finds somebody's study among everybody's; the zero value for whoever
// was no member in the year.
func hoursOfPerson(y *Year, id org.PersonID) rules.PersonHours {
	for _, h := range y.Hours() {
		if h.Person == id {
			return h
		}
	}
	return rules.PersonHours{}
}

func personStudyOf(y *Year, h rules.PersonHours) personStudy {
	s := personStudy{counted: h.Counted.String(), met: h.Met, note: h.TargetWhy}
	if h.Notice != "" {
		s.note += "；" + h.Notice
	}
	span := y.Span()
	months := span.Months()
	for i, hours := range byMonth(months, h.Lines) {
		s.months = append(s.months, monthStudy{int(months[i].Month()), hours})
	}
	s.contents = say.Contents(h.Contents)
	switch {
	case h.Person == "":
		s.sentence = "这一年不是本支部党员，不计学时"
	case !h.Applies:
		s.sentence = "没有应修学时"
	case h.Met:
		s.note = "应修 " + h.Target.String() + " 学时：" + s.note
		s.target, s.part, s.sentence = h.Target.String(), 1, "✓ 已达到要求"
	default:
		s.note = "应修 " + h.Target.String() + " 学时：" + s.note
		s.target, s.owing = h.Target.String(), true
		s.part = float64(h.Counted) / float64(h.Target)
		s.sentence = "还差 " + h.Short.String() + " 学时" + daysLeftOf(span)
		if span.Day < span.Last {
			s.ahead = say.Ahead(&h)
		}
	}
	return s
}

// daysLeftOf says how much of the year is left to make something good.
func daysLeftOf(span rules.HoursSpan) string {
	switch n := int(span.Last - span.Day); {
	case n <= 0:
		return ""
	case span.Calendar():
		return fmt.Sprintf("，到年底还有 %d 天", n)
	default:
		return fmt.Sprintf("，到%s还有 %d 天", span.Last.Chinese(), n)
	}
}

// personVisit is one activity of the year that somebody has a record at.
type personVisit struct {
	id                         org.ActivityID
	day, title, form, hours    string
	status                     string
	there, excused, incomplete bool
}

// personVisits lists the held activities of the year that somebody has a record
// at, newest first, with how many times somebody was due and there.
func personVisits(y *Year, id org.PersonID, h rules.PersonHours) (out []personVisit, note string) {
	made := madeUpBy(y.Snapshot, id)
	due, there := 0, 0
	span := y.Span()
	for _, a := range slices.Backward(y.Activities) {
		if a.State != org.Held || a.To() < span.First || a.From() > span.Last {
			continue
		}
		v, isDue, ok := personVisitOf(a, id, h.Lines)
		if !ok {
			continue
		}
		if made[a.ID] && !v.there {
			v.status += "，已补"
		}
		if isDue {
			due++
			if v.there {
				there++
			}
		}
		out = append(out, v)
	}
	if len(out) == 0 {
		return nil, ""
	}
	if due == 0 {
		return out, fmt.Sprintf("%d 次", len(out))
	}
	return out, fmt.Sprintf("应到 %d 次，出席 %d 次", due, there)
}

// madeUpBy are the activities for which somebody came to another one.
func madeUpBy(s *org.Snapshot, id org.PersonID) map[org.ActivityID]bool {
	out := map[org.ActivityID]bool{}
	for _, a := range s.Activities {
		if a.For == "" || a.State != org.Held {
			continue
		}
		for _, r := range a.Attendance {
			if r.Person == id && r.Status.There() {
				out[a.For] = true
			}
		}
	}
	return out
}

func personVisitOf(a *org.Activity, id org.PersonID, lines []rules.HourLine) (v personVisit, due, ok bool) {
	var words []string
	for part := range a.Parts {
		r, has := a.At(id, part+1)
		if !has || r.Status == org.NotAsked {
			continue
		}
		due, v.there = due || r.Due, v.there || r.Status.There()
		v.excused, v.incomplete = v.excused || r.Status == org.Leave, v.incomplete || r.Status == org.Late || r.Status == org.LeftSoon
		if w := statusWords(&r); !slices.Contains(words, w) {
			words = append(words, w)
		}
	}
	if len(words) == 0 {
		return v, false, false
	}
	_, m, d := a.From().YMD()
	v.id, v.title, v.day, v.status = a.ID, a.Title, fmt.Sprintf("%d月%d日", m, d), strings.Join(words, "、")
	v.credit(lines)
	return v, due, true
}

// statusWords are 出席, 早退（90 分钟）, 请假 · 病假 …
func statusWords(r *org.Attendance) string {
	words := r.Status.Chinese()
	if r.Reason != "" {
		words += " · " + r.Reason.Chinese()
	}
	if r.Minutes > 0 {
		words += fmt.Sprintf("（%d 分钟）", r.Minutes)
	}
	return words
}

// credit adds what the activity gave.
func (v *personVisit) credit(lines []rules.HourLine) {
	var sum org.Hours
	var forms []string
	why := ""
	for _, l := range lines {
		if l.Activity != v.id {
			continue
		}
		sum += l.Hours
		if form := l.Form.Chinese(); form != "" && !slices.Contains(forms, form) {
			forms = append(forms, form)
		}
		if l.Why != "" && l.Why != rules.WhyNotThere {
			why = l.Why.Chinese()
		}
	}
	v.form, v.hours = strings.Join(forms, "、"), "—"
	if sum > 0 {
		v.hours = sum.String()
	}
	if v.there && why != "" {
		v.status += "，" + why
	}
}
