package store

import (
	"database/sql"

	"branchbook/store/org"
)

// Snapshot returns everything that the rules judge: people whole, activities
// that touch [from, to], and of the small facts those of the years of that span
// and those that belong to no year. Its values are shared and read-only.
func (s *Store) Snapshot(from, to org.Date) (*org.Snapshot, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	snap := &org.Snapshot{}
	err := s.read(func(t *tx) error { return t.fill(snap, from, to) })
	if err != nil {
		return nil, err
	}
	return snap, nil
}

func (t *tx) fill(snap *org.Snapshot, from, to org.Date) (err error) {
	if snap.Branch, err = t.branch(); err != nil {
		return err
	}
	if snap.Persons, err = t.allPersons(); err != nil {
		return err
	}
	if snap.Activities, err = t.activitiesBetween(from, to); err != nil {
		return err
	}
	for _, k := range smallKinds {
		list, err := t.itemsBetween(k, from.Year(), to.Year())
		if err != nil {
			return err
		}
		for _, a := range list {
			addItem(snap, a)
		}
	}
	return nil
}

func addItem(snap *org.Snapshot, a org.Aggregate) {
	switch v := a.(type) {
	case *org.Plan:
		snap.Plans = append(snap.Plans, v)
	case *org.Reading:
		snap.Readings = append(snap.Readings, v)
	case *org.Review:
		snap.Reviews = append(snap.Reviews, v)
	case *org.Register:
		snap.Registers = append(snap.Registers, v)
	case *org.Waiver:
		snap.Waivers = append(snap.Waivers, v)
	case *org.LocalPack:
		snap.Packs = append(snap.Packs, v)
	case *org.Closing:
		snap.Closings = append(snap.Closings, v)
	}
}

// allPersons returns everybody in roster order.
func (t *tx) allPersons() ([]*org.Person, error) {
	return cached(t, org.KindPerson, "SELECT id, rev FROM person ORDER BY no", func() ([]*org.Person, error) { return t.persons("") })
}

// activitiesBetween returns the activities that touch [from, to], by first day,
// then id.
func (t *tx) activitiesBetween(from, to org.Date) ([]*org.Activity, error) {
	const where = "WHERE last_day >= ? AND first_day <= ?"
	return cached(t, org.KindActivity, "SELECT id, rev FROM activity "+where+" ORDER BY first_day, id",
		func() ([]*org.Activity, error) { return t.activities(where, from, to) }, from, to)
}

// itemsBetween returns the small aggregates of one kind that belong to the years
// or to none, by year, then id.
func (t *tx) itemsBetween(k org.Kind, from, to int) ([]org.Aggregate, error) {
	const where = "WHERE year BETWEEN ? AND ? OR year = 0"
	return cached(t, k, "SELECT id, rev FROM "+string(k)+" "+where+" ORDER BY year, id",
		func() ([]org.Aggregate, error) { return t.items(k, where, from, to) }, from, to)
}

// few is how many missing aggregates are read one by one; beyond it one bulk
// read is cheaper.
const few = 8

// cached answers a list of ids from the cache, reading what it lacks.
func cached[T org.Aggregate](t *tx, k org.Kind, query string, bulk func() ([]T, error), args ...any) ([]T, error) {
	refs, err := t.refs(k, query, args...)
	if err != nil {
		return nil, err
	}
	missing := 0
	for _, r := range refs {
		if _, ok := t.s.cache.find(k, r.ID, r.Rev); !ok {
			missing++
		}
	}
	if missing > few {
		list, err := bulk()
		for _, a := range list {
			t.s.cache.keep(a)
		}
		return list, err
	}
	list := make([]T, len(refs))
	for i, r := range refs {
		a, ok := t.s.cache.find(k, r.ID, r.Rev)
		if !ok {
			if a, err = t.get(k, r.ID); err != nil {
				return nil, err
			}
		}
		list[i] = a.(T)
	}
	return list, nil
}

func (t *tx) refs(k org.Kind, query string, args ...any) (list []org.Ref, err error) {
	err = t.rows(func(r *sql.Rows) error {
		ref := org.Ref{Kind: k}
		err := r.Scan(&ref.ID, &ref.Rev)
		list = append(list, ref)
		return err
	}, query, args...)
	return list, err
}
