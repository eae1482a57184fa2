package rules

import (
	"fmt"
	"slices"

	"branchbook/store/org"
)

// NotOver says that a year of hours cannot be closed before its last day has
// passed.
type NotOver struct {
	Year int
	Last org.Date
}

func (e *NotOver) Error() string { return fmt.Sprintf("year %d is not over", e.Year) }

// Close freezes what Hours tells of a year of hours on the day, with the digest
// of the rules of the year's last day. It takes the place of the year's closing that
// the snapshot has; fresh is the id if it has none. *NotOver before the year has
// passed.
func Close(p *Pack, s *org.Snapshot, year int, day org.Date, fresh org.ItemID) (*org.Closing, error) {
	_, last := p.hoursYear(year)
	if day <= last {
		return nil, &NotOver{year, last}
	}
	then := Pack{day: last, eras: p.eras}
	c := &org.Closing{ID: fresh, Year: year, On: day, Digest: then.Digest(), Packs: []string{}, People: figures(Hours(p, s, year, day))}
	if old := ClosingOf(s, year); old != nil {
		c.ID, c.Rev = old.ID, old.Rev
	}
	for _, info := range Packs(s.Packs) {
		if info.On {
			c.Packs = append(c.Packs, info.Name)
		}
	}
	return c, nil
}

// ClosingOf finds the closing of a year, nil if it never was closed.
func ClosingOf(s *org.Snapshot, year int) *org.Closing {
	for _, c := range s.Closings {
		if c.Year == year {
			return c
		}
	}
	return nil
}

// figures are the totals of Hours.
func figures(hours []PersonHours) []org.ClosedHours {
	out := make([]org.ClosedHours, len(hours))
	for i := range hours {
		h := &hours[i]
		out[i] = org.ClosedHours{Person: h.Person, Target: h.Target, Counted: h.Counted, Training: h.Training, Study: h.Study, Met: h.Met, Why: h.TargetWhy}
	}
	return out
}

// HoursChange is one person whose totals of a year became others.
type HoursChange struct {
	Person org.PersonID
	Was    *org.ClosedHours // nil: not among those counted
	Now    *org.ClosedHours // nil: no longer among them
}

// Changes tells whose live hours are others than what the year was closed with,
// in the order of hours. Other words for the same figures are no change.
func Changes(c *org.Closing, hours []PersonHours) []HoursChange {
	return differences(c.People, figures(hours))
}

// differences compares two lists of totals, in the order of the second.
func differences(was, now []org.ClosedHours) (out []HoursChange) {
	before := make(map[org.PersonID]*org.ClosedHours, len(was))
	for i := range was {
		before[was[i].Person] = &was[i]
	}
	add := func(id org.PersonID, was, now *org.ClosedHours) {
		if !orNothing(was, id).Same(orNothing(now, id)) {
			out = append(out, HoursChange{id, was, now})
		}
	}
	for i := range now {
		id := now[i].Person
		add(id, before[id], &now[i])
		delete(before, id)
	}
	for i := range was {
		if id := was[i].Person; before[id] != nil {
			add(id, &was[i], nil)
		}
	}
	return out
}

// orNothing lets somebody who is not counted stand with nothing done and nothing
// owed, so that it is no change when such a person comes or goes.
func orNothing(h *org.ClosedHours, id org.PersonID) org.ClosedHours {
	if h == nil {
		return org.ClosedHours{Person: id}
	}
	return *h
}

// ClosedYear is what saving something would change in a year that is closed: the
// live hours before and after. The closing itself stays as it is.
type ClosedYear struct {
	Closing *org.Closing
	Changes []HoursChange
}

// TouchesClosed tells, before aggregates are saved, in which closed years they
// would change somebody's live hours. The snapshot must hold the activities of
// all closed years, and of the calendar year after each. Rules that cannot be read now have no live hours to change;
// the error is that of the rules as they would be.
func TouchesClosed(s *org.Snapshot, day org.Date, list ...org.Aggregate) (out []ClosedYear, err error) {
	before, err := Load(day, s.Packs)
	if err != nil {
		return nil, nil
	}
	then := s.With(list...)
	after, err := Load(day, then.Packs)
	if err != nil {
		return nil, err
	}
	list = withOld(s, list)
	for _, c := range s.Closings {
		if !c.Closed() || !Reaches(before, c.Year, list...) {
			continue
		}
		if d := differences(figures(Hours(before, s, c.Year, day)), figures(Hours(after, then, c.Year, day))); len(d) > 0 {
			out = append(out, ClosedYear{c, d})
		}
	}
	return out, nil
}

// Reaches tells whether any of the aggregates can matter to the hours of a year.
// Of an activity that may have been moved both states must be given.
func Reaches(p *Pack, year int, list ...org.Aggregate) bool {
	first, last := p.hoursYear(year)
	for _, a := range list {
		switch v := a.(type) {
		case *org.Branch, *org.Person, *org.LocalPack:
			return true
		case *org.Activity:
			if v.From() <= last && first <= v.To() {
				return true
			}
		}
	}
	return false
}

// withOld adds the states that activities have in the snapshot.
func withOld(s *org.Snapshot, list []org.Aggregate) []org.Aggregate {
	out := slices.Clone(list)
	for _, a := range list {
		for _, old := range s.Activities {
			if string(old.ID) == a.Ref().ID {
				out = append(out, old)
			}
		}
	}
	return out
}
