package store

import (
	"cmp"
	"slices"

	"branchbook/store/org"
)

// Year returns what the rules of a year need: people whole, the activities and
// small facts of the year and the one before, and of older years the trainings
// alone, from the start of the committee's term, or of a probation that runs in
// the year if that is earlier. So it does not grow with the years that the file
// holds. Its values are shared and read-only.
func (s *Store) Year(year int) (*org.Snapshot, error) {
	return s.YearUntil(year, org.NewDate(year, 12, 31))
}

// YearUntil is Year with the activities up to a later day, for a year of hours
// that ends after the calendar year.
func (s *Store) YearUntil(year int, last org.Date) (*org.Snapshot, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	snap, recent := &org.Snapshot{}, org.NewDate(year-1, 1, 1)
	err := s.read(func(t *tx) error {
		if err := t.fill(snap, recent, max(last, org.NewDate(year, 12, 31))); err != nil {
			return err
		}
		older, err := t.trainingsBetween(trainingsFrom(snap, year), recent-1)
		if len(older) > 0 {
			snap.Activities = append(older, snap.Activities...)
			slices.SortFunc(snap.Activities, func(a, b *org.Activity) int {
				return cmp.Or(cmp.Compare(a.From(), b.From()), cmp.Compare(a.ID, b.ID))
			})
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return snap, nil
}

// trainingsFrom is the first day of the term and of the probations that touch
// the year, the year's own first day if there is none.
func trainingsFrom(snap *org.Snapshot, year int) org.Date {
	first, last := org.NewDate(year, 1, 1), org.NewDate(year, 12, 31)
	from := first
	touches := func(start, end org.Date) bool { return start != 0 && start <= last && end > first }
	if t := snap.Branch.Term; touches(t.Start, t.End()) {
		from = min(from, t.Start)
	}
	for _, p := range snap.Persons {
		for i := range p.Spells {
			s := &p.Spells[i]
			if s.Kind != org.SpellCategory || s.Value != org.Probationary {
				continue
			}
			if end := s.End(); touches(s.Start(), end) || end == 0 && touches(s.Start(), last) {
				from = min(from, s.Start())
			}
		}
	}
	return from
}

// trainingsBetween returns the activities with 集中培训, 集中轮训 or 任职培训 that
// ended in [from, to], by first day, then id. Of another kind are those whose part
// says the form 集中培训 itself.
func (t *tx) trainingsBetween(from, to org.Date) ([]*org.Activity, error) {
	if from > to {
		return nil, nil
	}
	return cached(t, org.KindActivity, "SELECT id, rev FROM activity "+trainings+" ORDER BY first_day, id",
		func() ([]*org.Activity, error) { return t.activities(trainings, from, to) }, from, to)
}

const trainings = `WHERE last_day >= ? AND last_day <= ? AND EXISTS (SELECT 1 FROM part WHERE part.activity = activity.no
	AND (part.kind IN ('training', 'rotation', 'induction') OR part.form = 'training'))`
