package store

import (
	"database/sql"
	"errors"

	"branchbook/store/org"
)

// pointsAtSomething refuses an aggregate that points at a person, a group or an
// activity that the file does not have. Many of these pointers lie in sealed
// bodies, where no foreign key sees them.
func (t *tx) pointsAtSomething(a org.Aggregate) error {
	to := org.PointersOf(a)
	if len(to.Persons) > 0 {
		known, err := t.personNumbers()
		if err != nil {
			return err
		}
		for _, id := range to.Persons {
			if _, ok := known[id]; !ok {
				return &org.Invalid{Field: "person", Why: org.WhyUnknown}
			}
		}
	}
	for _, id := range to.Activities {
		if _, err := t.rev(org.KindActivity, string(id)); errors.Is(err, org.ErrNotFound) {
			return &org.Invalid{Field: "for_activity", Why: org.WhyUnknown}
		} else if err != nil {
			return err
		}
	}
	if len(to.Groups) == 0 {
		return nil
	}
	b, err := t.branch()
	if err != nil {
		return err
	}
	for _, id := range to.Groups {
		if _, ok := b.Group(id); !ok {
			return &org.Invalid{Field: "group", Why: org.WhyUnknown}
		}
	}
	return nil
}

// strayRows finds an activity whose rows point at a person that is not there.
const strayRows = `SELECT id FROM activity a
	WHERE EXISTS (SELECT 1 FROM attendance x WHERE x.activity = a.no AND x.person NOT IN (SELECT no FROM person))
	   OR EXISTS (SELECT 1 FROM part x
	      WHERE x.activity = a.no AND (
	         x.chair    IS NOT NULL AND x.chair    NOT IN (SELECT no FROM person)
	      OR x.recorder IS NOT NULL AND x.recorder NOT IN (SELECT no FROM person)
	      OR x.lecturer IS NOT NULL AND x.lecturer NOT IN (SELECT no FROM person)))
	LIMIT 1`

// stray finds an aggregate that points at a person or a group that is not
// there; the zero Ref if there is none. It reads the whole file.
func (t *tx) stray() (org.Ref, error) {
	by := org.Ref{Kind: org.KindActivity}
	err := t.QueryRow(strayRows).Scan(&by.ID)
	if !errors.Is(err, sql.ErrNoRows) {
		return by, err
	}
	var all []org.Aggregate
	persons, groups, activities := map[org.PersonID]bool{}, map[org.GroupID]bool{}, map[org.ActivityID]bool{}
	if err := t.everything(func(a org.Aggregate) {
		all = append(all, a)
		switch v := a.(type) {
		case *org.Branch:
			for _, g := range v.Groups {
				groups[g.ID] = true
			}
		case *org.Person:
			persons[v.ID] = true
		case *org.Activity:
			activities[v.ID] = true
		}
	}); err != nil {
		return org.Ref{}, err
	}
	for _, a := range all {
		to := org.PointersOf(a)
		if lost(persons, to.Persons) || lost(groups, to.Groups) || lost(activities, to.Activities) {
			return a.Ref(), nil
		}
	}
	return org.Ref{}, nil
}

// lost tells whether any id is not among those that are there.
func lost[T comparable](there map[T]bool, ids []T) bool {
	for _, id := range ids {
		if !there[id] {
			return true
		}
	}
	return false
}
