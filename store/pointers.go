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
	for _, to := range org.PointersOf(a) {
		there, err := t.there(to)
		if err != nil {
			return err
		}
		if !there {
			return &org.Invalid{Field: to.Field, Why: org.WhyUnknown}
		}
	}
	return nil
}

func (t *tx) there(to org.Pointer) (ok bool, err error) {
	switch {
	case to.Person != "":
		known, err := t.personNumbers()
		_, ok = known[to.Person]
		return ok, err
	case to.Group != "":
		b, err := t.branch()
		if err != nil {
			return false, err
		}
		_, ok = b.Group(to.Group)
		return ok, nil
	}
	_, err = t.rev(org.KindActivity, string(to.Activity))
	if errors.Is(err, org.ErrNotFound) {
		return false, nil
	}
	return err == nil, err
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
	there := map[org.Pointer]bool{}
	if err := t.everything(func(a org.Aggregate) {
		all = append(all, a)
		switch v := a.(type) {
		case *org.Branch:
			for _, g := range v.Groups {
				there[org.Pointer{Group: g.ID}] = true
			}
		case *org.Person:
			there[org.Pointer{Person: v.ID}] = true
		case *org.Activity:
			there[org.Pointer{Activity: v.ID}] = true
		}
	}); err != nil {
		return org.Ref{}, err
	}
	for _, a := range all {
		for _, to := range org.PointersOf(a) {
			to.Field = ""
			if !there[to] {
				return a.Ref(), nil
			}
		}
	}
	return org.Ref{}, nil
}
