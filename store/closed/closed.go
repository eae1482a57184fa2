// Package closed asks, before something is saved, what that would change in the
// years that are closed. It is the one place where the verbs and the window ask
// it: the file does not know the rules, and the rules do not know the file.
package closed

import (
	"fmt"

	"branchbook/rules"
	"branchbook/store"
	"branchbook/store/org"
)

// Question is what saving would change in closed years, to be answered by a
// person first. As an error it says that nobody has answered yet.
type Question struct {
	Years    []rules.ClosedYear
	Snapshot *org.Snapshot // as it would be; for the names
}

func (q *Question) Error() string {
	return fmt.Sprintf("changes the hours of %d closed years", len(q.Years))
}

// Ask tells what saving the aggregates would change in closed years; nil if
// nothing. today is the day by the clock.
func Ask(s *store.Store, today org.Date, list ...org.Aggregate) (*Question, error) {
	reached, err := reachedBy(s, today, list)
	if err != nil || len(reached) == 0 {
		return nil, err
	}
	first, last := reached[0].Year, reached[len(reached)-1].Year
	snap, err := s.Snapshot(org.NewDate(first, 1, 1), org.NewDate(last+1, 12, 31)) // a year of hours may go on into the next
	if err != nil {
		return nil, err
	}
	snap.Closings = reached
	years, err := rules.TouchesClosed(snap, today, list...)
	if err != nil || len(years) == 0 {
		return nil, err
	}
	return &Question{years, snap.With(list...)}, nil
}

// reachedBy lists the closed years that the aggregates can matter to, so that
// saving something of this year reads nothing of the years before.
func reachedBy(s *store.Store, today org.Date, list []org.Aggregate) (out []*org.Closing, err error) {
	closings, err := s.Closings()
	if err != nil || len(closings) == 0 {
		return nil, err
	}
	snap, err := s.Snapshot(1, 0)
	if err != nil {
		return nil, err
	}
	pack, err := rules.Load(today, snap.Packs)
	if err != nil {
		return nil, nil // no live hours to change
	}
	states := append([]org.Aggregate{}, list...)
	for _, a := range list {
		if v, ok := a.(*org.Activity); ok && v.Rev > 0 {
			old, err := s.Activity(v.ID)
			if err != nil {
				return nil, err
			}
			states = append(states, old)
		}
	}
	for _, c := range closings {
		if c.Closed() && rules.Reaches(pack, c.Year, states...) {
			out = append(out, c)
		}
	}
	return out, nil
}
