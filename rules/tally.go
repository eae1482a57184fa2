package rules

import (
	"slices"

	"branchbook/store/org"
)

// Hours tells for each member of the year of hours, in roster order, what has
// counted up to the asked day and what is owed. Whoever left before that day is
// shown without a target. HoursSpan says from when to when the year is; the
// snapshot must hold its activities.
func Hours(p *Pack, s *org.Snapshot, year int, day org.Date) []PersonHours {
	return newView(p, s, year, day).ofHours(year).hours()
}

func (v *view) hours() []PersonHours {
	f := &v.p.at(v.asOf).facts
	t := tally{view: v, sums: make([]sum, len(v.members)), contents: append(org.Contents(), "")}
	for i := range v.parts {
		t.add(&v.parts[i])
	}
	year := span{v.first, v.asOf + 1}
	planned := v.planned()
	out := make([]PersonHours, 0, len(v.members))
	for i := range v.members {
		if m := &v.members[i]; len(both(m.in, []span{year})) > 0 {
			h := t.sums[i].PersonHours
			h.Person, h.Contents = m.p.ID, t.byContent(&t.sums[i])
			v.target(f, m, &h)
			if h.Applies {
				h.Ahead = planned.of(f, m, v.asOf)
			}
			out = append(out, h)
		}
	}
	return out
}

// tally adds up parts in the order of time.
type tally struct {
	*view
	f        *facts // of the part's day
	sums     []sum
	contents []org.Content
	content  int // the part's place in contents
}

type sum struct {
	PersonHours
	today     dayCap
	classes   []org.ActivityID // trainings that counted
	byContent []org.Hours      // as contents; nil if nothing counted
}

// dayCap is how much of the cap of a day is used up.
type dayCap struct {
	date org.Date
	used org.Hours
}

// under gives what the cap leaves of some hours of a day.
func (c *dayCap) under(day org.Date, h, most org.Hours) org.Hours {
	if c.date != day {
		*c = dayCap{date: day}
	}
	h = min(h, most-c.used)
	c.used += h
	return h
}

// add credits one part to everybody with a record at it.
func (t *tally) add(p *heldPart) {
	t.f, t.content = &t.p.at(p.Date).facts, slices.Index(t.contents, p.Content)
	_, form, why := t.f.worthOf(p.a, p.Part)
	line := HourLine{Activity: p.a.ID, Part: p.i + 1, Date: p.Date, Form: form, Content: p.Content, Full: t.f.length(p.Part), Why: why}
	eachRow(p.a, p.i+1, func(r *org.Attendance) {
		if n, ok := t.index[r.Person]; ok {
			t.credit(n, p, r, line)
		}
	})
}

// credit adds one line to one person.
func (t *tally) credit(n int, p *heldPart, r *org.Attendance, l HourLine) {
	if r.Status == org.NotAsked {
		return
	}
	s := &t.sums[n]
	t.stayed(&l, p.Part, r)
	if w := t.barred(&t.members[n], p, r); w != "" {
		l.Why = w
	}
	if l.Why != "" {
		l.Full = 0
		s.line(l, len(t.parts))
		return
	}
	given := t.f.rounded(p.Part, l.Full)
	if l.Hours = given; !certified(p.Part) {
		l.Hours = s.today.under(p.Date, given, t.f.perDay)
	}
	switch {
	case l.Hours < given:
		l.Why = WhyCap
	case given < l.Full:
		l.Why = WhyRounded
	}
	t.count(s, l)
	s.line(l, len(t.parts))
}

// stayed puts the minutes of one person in the place of the part's length, which
// nobody exceeds; a part without a length may count by them alone.
func (t *tally) stayed(l *HourLine, part *org.Part, r *org.Attendance) {
	if r.Minutes == 0 || certified(part) || l.Why != "" && l.Why != WhyNoMinutes {
		return
	}
	own := t.f.inUnits(r.Minutes)
	if l.Why == "" {
		own = min(own, l.Full)
	}
	l.Full, l.Why = own, ""
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

func (t *tally) count(s *sum, l HourLine) {
	if l.Hours == 0 {
		return
	}
	if s.byContent == nil {
		s.byContent = make([]org.Hours, len(t.contents))
	}
	s.byContent[t.content] += l.Hours
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

// byContent lists what counted of each content category.
func (t *tally) byContent(s *sum) []ContentHours {
	var out []ContentHours
	for i, h := range s.byContent {
		if h > 0 {
			out = append(out, ContentHours{t.contents[i], h})
		}
	}
	return out
}
