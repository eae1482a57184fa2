package demo

import (
	"slices"

	"branchbook/rules"
	"branchbook/store/org"
)

// mood is what somebody does on one day of an activity.
type mood struct {
	day    org.Date
	status org.Status
	reason org.Reason
	spent  bool // 迟到 is said of one part only
}

// attend gives everybody who is due at a part a row, and others who came.
func (b *builder) attend(d *draft) {
	if d.State != org.Held {
		return
	}
	parts := len(d.Parts)
	cells := make([]org.Attendance, len(b.cast)*parts)
	moods := make([]mood, len(b.cast))
	crowd := b.crowd(d)
	for i := range d.Parts {
		for _, duty := range rules.Due(b.pack, crowd, &d.Parts[i]) {
			a := b.byID[duty.Person]
			cells[a.no*parts+i] = b.cell(d, i, a, &moods[a.no], duty)
		}
		b.vote(d, i, cells, moods)
	}
	b.scribe(d, cells)
	for _, a := range b.cast {
		own := cells[a.no*parts : (a.no+1)*parts]
		d.Attendance = append(d.Attendance, rows(a, own)...)
		if own[0].Due && !own[0].Status.There() {
			d.missed = append(d.missed, a)
		}
	}
}

// scribe lets somebody of the group who came, and who does not take the chair,
// keep the minutes of a group meeting.
func (b *builder) scribe(d *draft, cells []org.Attendance) {
	for i := range d.Parts {
		p := &d.Parts[i]
		for _, a := range b.cast {
			c := &cells[a.no*len(d.Parts)+i]
			if p.Kind == org.GroupMeeting && p.Recorder == (org.Who{}) && c.Due && c.Status.There() && a.ID != p.Chair.Person {
				p.Recorder.Person = a.ID
			}
		}
	}
}

// crowd is a snapshot of those whom an activity can concern, so that a meeting
// of few does not ask about all.
func (b *builder) crowd(d *draft) *org.Snapshot {
	s := &org.Snapshot{Branch: b.snap.Branch}
	for _, p := range b.cast {
		if slices.ContainsFunc(d.Parts, func(part org.Part) bool { return concerns(&part.Audience, p) }) {
			s.Persons = append(s.Persons, p.Person)
		}
	}
	return s
}

func concerns(a *org.Audience, p *actor) bool {
	switch a.Kind {
	case org.ForCommittee:
		return p.posted
	case org.ForGroups:
		return slices.Contains(a.Groups, p.group)
	case org.ForNamed:
		return slices.Contains(a.Persons, p.ID)
	}
	return true
}

// cell is what one person did at one part.
func (b *builder) cell(d *draft, i int, a *actor, m *mood, duty rules.Duty) org.Attendance {
	p := &d.Parts[i]
	c := org.Attendance{Person: a.ID, Due: duty.Due, MayVote: duty.MayVote, As: duty.As, Status: org.NotAsked}
	if !duty.Due && !b.invited(d, p, a, duty) {
		return c
	}
	if m.day != p.Date {
		*m = b.mood(d, p, a, duty)
	}
	c.Status, c.Reason = m.status, m.reason
	switch {
	case d.offWho == a && d.offPart == i+1:
		c.Status, c.Reason = org.Leave, org.ReasonDuty
	case m.status == org.Late && (m.spent || p.Duration() < 40), m.status == org.LeftSoon && (p.Duration() < 40 || i+1 < len(d.Parts)):
		c.Status = org.Present
	case m.status == org.Late || m.status == org.LeftSoon:
		c.Minutes, m.spent = p.Duration()-org.Minutes(5*(2+b.IntN(4))), true
	}
	return c
}

// invited tells whether somebody who is not due takes part all the same.
func (b *builder) invited(d *draft, p *org.Part, a *actor, duty rules.Duty) bool {
	switch duty.Why {
	case rules.NotAudience, rules.IsSuspended, rules.IsLost:
		return false
	case rules.IsAway:
		return d.sure || d.extras && p.Kind == org.ThemeDay
	case rules.IsGuest, rules.NotMember:
		return d.sure || d.extras && duty.As != org.Applicant
	}
	return d.sure || d.extras
}

// mood decides what somebody does on a day. Who leads or speaks is there.
func (b *builder) mood(d *draft, p *org.Part, a *actor, duty rules.Duty) mood {
	m := mood{day: p.Date, status: org.Present}
	comes := a.comes
	if d.muster {
		comes = 97
	}
	away := a.Is(p.Date, org.SpellFloating, org.FloatOut, org.FloatAbroad)
	switch {
	case d.sure || leads(d, a):
	case duty.Why == rules.IsAway:
		m.status = either(b.chance(22), org.Online, org.NotAsked)
	case !duty.Due:
		m.status = either(b.chance(comes), org.Present, org.NotAsked)
	case a.gone(p.Date):
		m.status = org.Absent
	case away && !d.muster:
		m.status, m.reason = org.Leave, org.ReasonAway
	case b.chance(comes):
		m.status = pick(b, presence...)
	case b.chance(24):
		m.status = org.Absent
	default:
		m.status, m.reason = org.Leave, pick(b, excuses...)
	}
	return m
}

func either[T any](yes bool, a, b T) T {
	if yes {
		return a
	}
	return b
}

// presence and excuses are drawn from, so each stands as often as it happens.
var (
	presence = append(slices.Repeat([]org.Status{org.Present}, 46), org.Late, org.Late, org.LeftSoon)
	excuses  = []org.Reason{
		org.ReasonPrivate, org.ReasonPrivate, org.ReasonPrivate, org.ReasonPrivate, org.ReasonSick, org.ReasonSick, org.ReasonSick,
		org.ReasonAway, org.ReasonAway, org.ReasonDuty, org.ReasonOther,
	}
)

// leads tells whether somebody chairs, records or lectures at any part.
func leads(d *draft, a *actor) bool {
	return slices.ContainsFunc(d.Parts, func(p org.Part) bool {
		return p.Chair.Person == a.ID || p.Recorder.Person == a.ID || p.Lecturer.Person == a.ID
	})
}

// rows turns what somebody did at each part into one row for the activity and
// one for each part that differs; none for somebody whom it did not concern.
func rows(a *actor, own []org.Attendance) []org.Attendance {
	whole := slices.IndexFunc(own, func(c org.Attendance) bool { return c.Due || c.Status != "" && c.Status != org.NotAsked })
	if whole < 0 {
		return nil
	}
	out := []org.Attendance{own[whole]}
	for i, c := range own {
		if c == own[whole] {
			continue
		}
		if c.Person == "" {
			c = org.Attendance{Person: a.ID, Status: org.NotAsked}
		}
		c.Part = i + 1
		out = append(out, c)
	}
	return out
}
