package paper

import (
	"fmt"

	"branchbook/rules"
	"branchbook/store/org"
)

// hoursRow is one member's year as the 年度学时统计表 has it.
type hoursRow struct {
	number                 int
	name, category, posts  string
	owes                   bool // a target applies; else target, met and short are no question
	target                 org.Hours
	training, study, total org.Hours
	trainings              int
	met                    bool
	short                  org.Hours
	note                   string // 备注
}

// hoursRows makes the rows in the order given. Health is nobody's business who
// reads the table: somebody exempt is 不作硬性要求, without the class.
func hoursRows(s *org.Snapshot, hours []rules.PersonHours, year rules.HoursSpan) []hoursRow {
	asOf := year.Day
	rows := make([]hoursRow, 0, len(hours))
	for _, h := range hours {
		p := s.Person(h.Person)
		if p == nil {
			continue
		}
		r := hoursRow{number: len(rows) + 1, name: s.Label(p, asOf), posts: posts(p, asOf), owes: h.Applies, target: h.Target,
			training: h.Training, study: h.Study, total: h.Counted, trainings: h.Trainings, met: h.Met, short: h.Short}
		if c, ok := p.As(org.SpellCategory, asOf); ok {
			r.category = c.Chinese()
		}
		r.note = hoursNote(p, &h, year)
		rows = append(rows, r)
	}
	return rows
}

func hoursNote(p *org.Person, h *rules.PersonHours, year rules.HoursSpan) string {
	var notes []string
	asOf := year.Day
	free := !h.Applies && p.Is(asOf, org.SpellExemption)
	if free {
		notes = append(notes, "不作硬性要求")
	}
	came, left := moves(p, year)
	notes = append(notes, came)
	if p.Is(asOf, org.SpellFloating) {
		notes = append(notes, "流动")
	}
	if !h.Applies && !free {
		notes = append(notes, h.TargetWhy)
	} else {
		notes = append(notes, left)
	}
	return list("；", notes...)
}

// moves says how and when a person came in the year, and left in it to come
// back.
func moves(p *org.Person, year rules.HoursSpan) (came, left string) {
	within := func(day org.Date) bool { return year.First <= day && day <= year.Day }
	for i := range p.Spells {
		b := p.Spells[i]
		if b.Kind != org.SpellBelonging {
			continue
		}
		if b.Ended != "" && within(b.End()) {
			left = b.To.Chinese() + b.Chinese()
		}
		if within(b.Start()) && b.Began != org.BeganRoster {
			how := org.Spell{Kind: b.Kind, Began: b.Began}
			came = b.From.Chinese() + how.Chinese()
		}
	}
	return came, left
}

// notices lists what is to be said under the table: that the plan behind a
// target is over.
func notices(hours []rules.PersonHours) (out []string) {
	seen := map[string]bool{"": true}
	for i := range hours {
		if n := hours[i].Notice; !seen[n] {
			seen[n] = true
			out = append(out, n)
		}
	}
	return out
}

// nobody stands where the table would be empty.
const nobody = "这一年没有需要统计学时的党员"

func hoursTitle(s *org.Snapshot, year int) string {
	return fmt.Sprintf("%s%d年度学时统计表", s.Branch.Name, year)
}

func hoursUntil(year rules.HoursSpan) string {
	until := "统计截至：" + year.Day.Chinese()
	if !year.Calendar() {
		until = "学时年度：" + year.First.Chinese() + "至" + year.Last.Chinese() + "　　" + until
	}
	return until
}

func (r *hoursRow) metWord() string {
	switch {
	case !r.owes:
		return "—"
	case r.met:
		return "是"
	}
	return "否"
}
