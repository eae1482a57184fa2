package rules

import (
	"slices"

	"branchbook/store/org"
)

// PersonHours is one member's study of a year: what counted, what is owed, and
// why.
type PersonHours struct {
	Person     org.PersonID
	Applies    bool       // a target applies on the asked day
	Target     org.Hours  // 应修; 0 for none
	TargetWhy  string     // why this target, or none, in Chinese
	TargetRule string     // id of the rule; "" for none
	Notice     string     // that the plan behind the target is over
	Counted    org.Hours  // Training + Study
	Training   org.Hours  // 集中培训
	Study      org.Hours  // 集体学习
	Trainings  int        // activities with 集中培训 that counted
	Met        bool       // the target is reached; false without one
	Short      org.Hours  // still owed, never negative
	Pace       org.Hours  // what an even pace would have by the asked day
	Lines      []HourLine // chronologically: each part that the person has a record at
}

// HourLine is what one part gave one person.
type HourLine struct {
	Activity org.ActivityID
	Part     int // from 1
	Date     org.Date
	Form     org.Form
	Full     org.Hours // before the cap of the day
	Hours    org.Hours // counted
	Why      HourWhy   // why not, or not all; "" when all counted
}

// HourWhy is why a part gave no hours, or not all.
type HourWhy string

// Reasons.
const (
	WhyNotThere  HourWhy = "not_there"
	WhyOnline    HourWhy = "online"
	WhyNotYet    HourWhy = "not_yet"
	WhyGone      HourWhy = "gone"
	WhyKind      HourWhy = "kind"
	WhyForm      HourWhy = "form"
	WhyNoMinutes HourWhy = "no_minutes"
	WhyCap       HourWhy = "cap"
)

// Chinese returns the words on screen.
func (w HourWhy) Chinese() string {
	return map[HourWhy]string{
		WhyNotThere: "未到会", WhyOnline: "线上参加不计", WhyNotYet: "当日组织关系不在本支部或不是党员", WhyGone: "当日已离开本支部",
		WhyKind: "此类活动不计学时", WhyForm: "不是集中培训或集体学习", WhyNoMinutes: "没有时长", WhyCap: "超过当日上限",
	}[w]
}

// PartHours returns what a part gives to somebody who was there from start to
// end, before any cap, with its form; why says why it gives nothing.
func (p *Pack) PartHours(part *org.Part) (h org.Hours, form org.Form, why HourWhy) {
	f := &p.at(part.Date).facts
	return f.worth(part)
}

func (f *facts) worth(part *org.Part) (org.Hours, org.Form, HourWhy) {
	form := f.formOf(part)
	switch {
	case f.never[part.Kind]:
		return 0, form, WhyKind
	case !countsForm(form):
		return 0, form, WhyForm
	}
	h := f.length(part)
	if h == 0 {
		return 0, form, WhyNoMinutes
	}
	return h, form, ""
}

// length is the length of a part in 学时. Half a day or a day said as such wins
// over times; certified hours are taken as certified.
func (f *facts) length(part *org.Part) org.Hours {
	switch {
	case part.Kind == org.CreditedElse && part.Certified > 0:
		return part.Certified
	case part.Length == org.HalfDay:
		return f.halfDay
	case part.Length == org.FullDay:
		return f.fullDay
	}
	return f.inUnits(part.Duration())
}

func (f *facts) inUnits(m org.Minutes) org.Hours {
	if f.unit == 0 {
		return 0
	}
	return m.Hours(f.unit)
}

// Hours tells for each member of the year, in roster order, what has counted
// up to the asked day and what is owed. Whoever left before that day is shown
// without a target.
func Hours(p *Pack, s *org.Snapshot, year int, day org.Date) []PersonHours {
	return newView(p, s, year, day).hours()
}

func (v *view) hours() []PersonHours {
	f := &v.p.at(v.asOf).facts
	t := tally{view: v, sums: make([]sum, len(v.members))}
	for i := range v.parts {
		t.add(&v.parts[i])
	}
	year := span{yearStart(v.year), v.asOf + 1}
	out := make([]PersonHours, 0, len(v.members))
	for i := range v.members {
		if m := &v.members[i]; len(both(m.in, []span{year})) > 0 {
			h := t.sums[i].PersonHours
			h.Person = m.p.ID
			v.target(f, m, &h)
			out = append(out, h)
		}
	}
	return out
}

// tally adds up parts in the order of time.
type tally struct {
	*view
	f    *facts // of the part's day
	sums []sum
	mark int // counts parts, to know who has a row of its own at this one
}

type sum struct {
	PersonHours
	date    org.Date // of used
	used    org.Hours
	mark    int
	classes []org.ActivityID // trainings that counted
}

// add credits one part to everybody with a record at it. A row for the part
// wins over the row for the whole activity.
func (t *tally) add(p *heldPart) {
	t.mark++
	t.f = &t.p.at(p.Date).facts
	full, form, why := t.f.worth(p.Part)
	for i := range p.a.Attendance {
		if r := &p.a.Attendance[i]; r.Part == p.i+1 {
			if n, ok := t.index[r.Person]; ok {
				t.sums[n].mark = t.mark
				t.credit(n, p, r, HourLine{Full: full, Form: form, Why: why})
			}
		}
	}
	for i := range p.a.Attendance {
		if r := &p.a.Attendance[i]; r.Part == 0 {
			if n, ok := t.index[r.Person]; ok && t.sums[n].mark != t.mark {
				t.credit(n, p, r, HourLine{Full: full, Form: form, Why: why})
			}
		}
	}
}

// credit adds one line to one person.
func (t *tally) credit(n int, p *heldPart, r *org.Attendance, l HourLine) {
	if r.Status == org.NotAsked {
		return
	}
	s := &t.sums[n]
	l.Activity, l.Part, l.Date = p.a.ID, p.i+1, p.Date
	certified := p.Kind == org.CreditedElse && p.Certified > 0
	if r.Minutes > 0 && !certified && (l.Why == "" || l.Why == WhyNoMinutes) {
		stayed := t.f.inUnits(r.Minutes)
		if l.Why == "" {
			stayed = min(stayed, l.Full) // nobody stays longer than the part
		}
		l.Full, l.Why = stayed, ""
	}
	if w := t.barred(&t.members[n], p, r); w != "" {
		l.Why = w
	}
	if l.Why != "" {
		l.Full = 0
		s.line(l, len(t.parts))
		return
	}
	l.Hours = l.Full
	if !certified {
		l.Hours = s.underCap(p.Date, l.Full, t.f.perDay)
	}
	if l.Hours < l.Full {
		l.Why = WhyCap
	}
	s.count(l)
	s.line(l, len(t.parts))
}

// barred says why this person gets nothing for a part that counts for others.
func (t *tally) barred(m *member, p *heldPart, r *org.Attendance) HourWhy {
	switch {
	case !r.Status.There():
		return WhyNotThere
	case !covers(m.in, p.Date):
		if n := len(m.in); n > 0 && p.Date >= m.in[n-1].to {
			return WhyGone
		}
		return WhyNotYet
	case r.Status == org.Online && !t.f.online:
		return WhyOnline
	}
	return ""
}

// underCap gives what the day's cap leaves.
func (s *sum) underCap(day org.Date, h, most org.Hours) org.Hours {
	if s.date != day {
		s.date, s.used = day, 0
	}
	h = min(h, most-s.used)
	s.used += h
	return h
}

func (s *sum) count(l HourLine) {
	if l.Hours == 0 {
		return
	}
	s.Counted += l.Hours
	if l.Form == org.FormStudy {
		s.Study += l.Hours
		return
	}
	s.Training += l.Hours
	if !slices.Contains(s.classes, l.Activity) {
		s.classes = append(s.classes, l.Activity)
		s.Trainings = len(s.classes)
	}
}

func (s *sum) line(l HourLine, most int) {
	if s.Lines == nil {
		s.Lines = make([]HourLine, 0, most)
	}
	s.Lines = append(s.Lines, l)
}
