package rules

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"branchbook/store/org"
)

// streakKind warns of somebody who has not come to the Party's meetings for
// months on end. A month counts if, by the record kept, somebody was due at a
// part of the kinds at least once and was absent, and in that month neither came
// to anything nor took leave. Months without anything due neither count nor
// break; what has been explained since, as by an exemption, is not due. Only
// months that are over count, of the year that the asked day lies in and the one
// before it.
var streakKind = kind{
	params: []param{
		{name: "kinds", typ: typeWords, words: partKindWords(), required: true},
		{name: "warn", typ: typeBound, lo: 1, hi: 24, required: true},
		{name: "months", typ: typeBound, lo: 1, hi: 24, required: true},
	},
	says: true, places: []string{"months"}, check: checkStreak,
}

// attendance is what the record says of somebody, by months counted from the
// January before the year.
type attendance struct {
	missed []*heldPart // where due and absent, chronologically
	broken uint32      // a bit for each month in which the person came somewhere or took leave
}

func checkStreak(c *check, r *Rule) {
	if c.year != c.day.Year() || !c.toBranch(c.facts, r, c.day) {
		return
	}
	of := c.attendance(typed[org.PartKind](r.words("kinds")))
	for i := range c.members {
		m := &c.members[i]
		if missed := c.streakOf(&of[i]); len(missed) > 0 && c.toMember(c.facts, r, m, c.day) {
			c.streak(r, m, missed)
		}
	}
}

// monthAt counts the months from the January before the year.
func (c *check) monthAt(day org.Date) int {
	y, m, _ := day.YMD()
	return (y-c.year+1)*12 + int(m) - 1
}

// attendance sorts the rows of two years by person.
func (c *check) attendance(kinds []org.PartKind) []attendance {
	out := make([]attendance, len(c.members))
	parts := heldParts(c.s.Activities, yearStart(c.year-1), c.day)
	for n := range parts {
		h := &parts[n]
		month, asks := c.monthAt(h.Date), slices.Contains(kinds, h.Kind)
		eachRow(h.a, h.i+1, func(row *org.Attendance) {
			i, known := c.index[row.Person]
			switch {
			case !known || row.Status == org.NotAsked:
			case row.Status != org.Absent || row.Reason != "":
				out[i].broken |= 1 << month
			case asks && row.Due && c.stillDue(&c.members[i], h.Date):
				out[i].missed = append(out[i].missed, h)
			}
		})
	}
	return out
}

// stillDue tells whether somebody was due on the day by what is known now too,
// and not away.
func (c *check) stillDue(m *member, day org.Date) bool {
	why, _ := c.p.at(day).facts.notDue(m, day, true)
	return why == "" && m.away(day) == nil
}

// streakOf lists what was missed after the last month that broke the streak, in
// months that are over.
func (c *check) streakOf(a *attendance) []*heldPart {
	since, now := bits.Len32(a.broken), c.monthAt(c.day)
	var out []*heldPart
	for _, h := range a.missed {
		if n := c.monthAt(h.Date); n >= since && n < now {
			out = append(out, h)
		}
	}
	return out
}

// streak makes the finding of one member. It lies from the first month missed to
// the month that makes it full, or would if nothing changes.
func (c *check) streak(r *Rule, m *member, missed []*heldPart) {
	var months []int
	days := map[int][]string{}
	for _, h := range missed {
		n := c.monthAt(h.Date)
		if len(days[n]) == 0 {
			months = append(months, n)
		}
		days[n] = append(days[n], h.Date.Chinese()+h.Kind.Chinese())
	}
	have, full := len(months), int(r.bound("months").Least())
	last := c.monthAt(c.day) - 1 + full - have
	if have >= full {
		last = months[full-1]
	}
	p := c.monthsPeriod(months[0], last)
	if !r.bound("warn").Met(int64(have), 1) || !c.judgesOpen(p, true) {
		return
	}
	f := c.finding(r, p)
	f.Person, f.Unit, f.Have, f.Need = m.p.ID, UnitMonth, int64(have), int64(full)
	f.State = Running
	if have >= full {
		f.State = Missing
	}
	for _, n := range months {
		f.Trace = append(f.Trace, "缺席："+fewOf(days[n], "次"))
	}
	if gap := c.monthAt(c.day) - months[0] - have; gap > 0 {
		f.Trace = append(f.Trace, fmt.Sprintf("其间%d个月没有应到的活动，不计也不中断", gap))
	}
	c.add(r, f, func(place string) string {
		if place == "months" {
			return c.monthWords(months)
		}
		return c.place(f, r, p, place)
	})
}

// monthsPeriod is the run of months from one place to another. Its key is the
// first month, which stays as the streak grows.
func (c *check) monthsPeriod(first, last int) period {
	begin := yearStart(c.year - 1)
	p := period{first: begin.AddMonths(first), last: begin.AddMonths(last+1) - 1}
	y, m, _ := p.first.YMD()
	p.key, p.words = fmt.Sprintf("%04d-%02d", y, m), fmt.Sprintf("%d年%d月以来", y, m)
	return p
}

// monthWords names months: 2025年11月、12月、2026年1月.
func (c *check) monthWords(months []int) string {
	var out []string
	year := 0
	for _, n := range months {
		y, m, _ := yearStart(c.year - 1).AddMonths(n).YMD()
		if y != year {
			out, year = append(out, fmt.Sprintf("%d年%d月", y, m)), y
			continue
		}
		out = append(out, fmt.Sprintf("%d月", m))
	}
	return strings.Join(out, "、")
}
