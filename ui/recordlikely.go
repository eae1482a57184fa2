package ui

import (
	"slices"

	"branchbook/store/org"
)

// likely is what a new part of a kind probably looks like.
type likely struct {
	start, end      org.Clock
	length          org.Length
	place           string
	chair, recorder string
	audience        org.Audience
}

// likely looks at the last activity of the kind, for a group meeting at the last
// of the group. Where there was none yet, the place is the last that anybody
// met at, and the secretary takes the chair.
func (k *desk) likely(kind org.PartKind, day org.Date, group org.GroupID) likely {
	l := likely{audience: k.audience(kind, day, group)}
	a, p := k.last(kind, day, l.audience.Groups)
	if a == nil {
		l.chair = k.secretary(day)
		if a, _ := k.last("", day, nil); a != nil {
			l.place = a.Place
		}
		return l
	}
	l.start, l.end, l.length, l.place = p.Start, p.End, p.Length, a.Place
	l.chair, l.recorder = k.stillHere(p.Chair, day), k.stillHere(p.Recorder, day)
	return l
}

// last finds the newest part of a kind, or of any for "", that was held up to a
// day for one of the groups, if groups are named.
func (k *desk) last(kind org.PartKind, day org.Date, groups []org.GroupID) (*org.Activity, *org.Part) {
	for _, a := range slices.Backward(k.Activities) {
		if a.State != org.Held {
			continue
		}
		for i := range a.Parts {
			p := &a.Parts[i]
			if (kind == "" || p.Kind == kind) && p.Date <= day && (len(groups) == 0 || shares(p.Audience.Groups, groups)) {
				return a, p
			}
		}
	}
	return nil, nil
}

func shares(a, b []org.GroupID) bool {
	return slices.ContainsFunc(a, func(g org.GroupID) bool { return slices.Contains(b, g) })
}

// forFew are the kinds that are for named people.
var forFew = []org.PartKind{org.HomeStudy, org.MakeUp, org.Elsewhere, org.CreditedElse, org.Talk, org.Visit, org.SelfStudy}

// audience says for whom a kind usually is.
func (k *desk) audience(kind org.PartKind, day org.Date, group org.GroupID) org.Audience {
	switch {
	case kind == org.CommitteeMtg:
		return org.Audience{Kind: org.ForCommittee}
	case kind == org.GroupMeeting && len(k.Branch.Groups) > 0:
		if group == "" {
			group = k.groupWithout(day)
		}
		if group == "" {
			return org.Audience{Kind: org.ForGroups}
		}
		return org.Audience{Kind: org.ForGroups, Groups: []org.GroupID{group}}
	case slices.Contains(forFew, kind):
		return org.Audience{Kind: org.ForNamed}
	}
	return org.Audience{Kind: org.ForAll}
}

// groupWithout finds the first group that has not met in the month; the only
// one if there is only one, "" if all have met.
func (k *desk) groupWithout(day org.Date) org.GroupID {
	var open []org.GroupID
	for _, g := range k.Branch.Groups {
		if !g.Closed {
			open = append(open, g.ID)
		}
	}
	if len(open) == 1 {
		return open[0]
	}
	for _, g := range open {
		_, p := k.last(org.GroupMeeting, day, []org.GroupID{g})
		if p == nil || p.Date.Year() != day.Year() || p.Date.Month() != day.Month() {
			return g
		}
	}
	return ""
}

// secretary is the label of whoever leads the branch on a day.
func (k *desk) secretary(day org.Date) string {
	for _, post := range []org.SpellValue{org.Secretary, org.Deputy} {
		for _, p := range k.Persons {
			if p.Is(day, org.SpellPost, post) {
				return k.Label(p, day)
			}
		}
	}
	return ""
}

// fill puts what is likely into a part, and takes out what it was filled with
// before; what was typed stays.
func (k *desk) fill(d *draft, i int) {
	p := &d.parts[i]
	was, now := p.filled, k.likely(p.Kind, p.Date, groupOf(p))
	refill(&d.base.Place, was.place, now.place)
	if p.Start == was.start && p.End == was.end && p.Length == was.length {
		p.Start, p.End, p.Length = now.start, now.end, now.length
	}
	refill(&p.chair, was.chair, now.chair)
	refill(&p.recorder, was.recorder, now.recorder)
	p.Audience = now.audience
	p.filled = now
}

func refill(field *string, was, now string) {
	if *field == was {
		*field = now
	}
}

// groupOf is the group that a group meeting in the form is for.
func groupOf(p *draftPart) org.GroupID {
	if p.Kind == org.GroupMeeting && len(p.Audience.Groups) > 0 {
		return p.Audience.Groups[0]
	}
	return ""
}

// turn makes a part one of another kind.
func (k *desk) turn(d *draft, i int, kind org.PartKind) {
	p := &d.parts[i]
	p.Kind, p.Form = kind, ""
	k.fill(d, i)
}

// addPart adds a part after the last: the next day of a class, or what follows
// on the same evening.
func (k *desk) addPart(d *draft, nextDay bool) {
	last := d.parts[len(d.parts)-1]
	p := draftPart{Part: org.Part{Kind: last.Kind, Form: last.Form, Date: last.Date, Audience: last.Audience}, chair: last.chair, recorder: last.recorder}
	if nextDay {
		p.Date++
		p.Start, p.End, p.Length, p.Break = last.Start, last.End, last.Length, last.Break
	} else {
		p.Kind, p.Form, p.Start = usuallyNext[last.Kind], "", last.End
		if p.Kind == "" {
			p.Kind = org.Lecture
		}
		p.Audience = k.audience(p.Kind, p.Date, "")
	}
	if len(d.parts) == 1 {
		d.parts[0].Title = ""
	}
	d.parts = append(d.parts, p)
}

// usuallyNext is what usually follows a kind on one evening; 党课 unless it says another.
var usuallyNext = map[org.PartKind]org.PartKind{org.CommitteeMtg: org.Assembly, org.LifeMeeting: org.Appraisal}

// dropPart takes a part away, with what was said of it alone.
func (d *draft) dropPart(i int) {
	d.parts = slices.Delete(d.parts, i, i+1)
	marks := map[seat]mark{}
	for at, m := range d.marks {
		switch {
		case at.part == i+1:
			continue
		case at.part > i+1:
			at.part--
		}
		marks[at] = m
	}
	d.marks = marks
}
