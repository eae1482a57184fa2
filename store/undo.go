package store

import (
	"database/sql"
	"errors"
	"fmt"

	"branchbook/store/org"
)

// Undo puts back what the entry changed: every touched record as it was before,
// at a new revision; what the entry made is gone. With seq 0 it takes the newest
// entry that still stands. Undoing an undo does the thing again. It is one
// journal entry itself. What was changed later and undone again is no hindrance.
// *Touched if something later that stands changed or uses one of the records,
// ErrTooLate if it was undone already, ErrFounding for the entry that made the
// branch, ErrNothingToUndo if no entry stands, org.ErrNotFound for an unknown
// sequence.
func (s *Store) Undo(seq int64) (Entry, Changed, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var e Entry
	err := s.read(func(t *tx) (err error) {
		e, err = t.undoable(seq)
		return err
	})
	if err != nil {
		return Entry{}, Changed{}, fmt.Errorf("undo: %w", err)
	}
	done, err := s.journaled(OpUndo, e.Note, e.Seq, func(t *tx) error { return t.undo(e.Seq) })
	if err != nil {
		return e, Changed{}, fmt.Errorf("undo: %w", err)
	}
	return e, done, nil
}

// undoneNow is true for an entry j whose newest undo was not itself undone.
const undoneNow = `EXISTS (SELECT 1 FROM journal u WHERE u.undoes = j.seq AND NOT EXISTS (SELECT 1 FROM journal r WHERE r.undoes = u.seq))`

func (t *tx) undoable(seq int64) (Entry, error) {
	where, arg := "WHERE j.seq = ?", any(seq)
	if seq == 0 {
		where, arg = "WHERE j.op <> ? AND NOT "+undoneNow+" ORDER BY j.seq DESC LIMIT 1", any(OpUndo)
	}
	list, err := t.entries(where, arg)
	if err != nil {
		return Entry{}, err
	}
	switch {
	case len(list) == 0 && seq != 0:
		return Entry{}, org.ErrNotFound
	case len(list) == 0, seq == 0 && list[0].Op == OpInit:
		return Entry{}, ErrNothingToUndo
	case list[0].Op == OpInit:
		return Entry{}, ErrFounding
	}
	if list[0].Undone {
		return Entry{}, ErrTooLate
	}
	return list[0], nil
}

// undo puts the before-images of an entry back, last change first, so that what
// points at something goes before it.
func (t *tx) undo(seq int64) error {
	// What points at something that goes is found by nothingStray, with its name.
	if _, err := t.Exec("PRAGMA defer_foreign_keys = ON"); err != nil {
		return err
	}
	steps, err := t.steps(seq)
	if err != nil {
		return err
	}
	for i := range steps {
		if err := t.undoStep(seq, &steps[i]); err != nil {
			return err
		}
	}
	return t.nothingStray(seq, steps)
}

func (t *tx) steps(seq int64) (list []change, err error) {
	err = t.rows(func(r *sql.Rows) error {
		var c change
		if err := r.Scan(&c.ref.Kind, &c.ref.ID, &c.from, &c.ref.Rev, &c.before, &c.place); err != nil {
			return err
		}
		list = append(list, c)
		return nil
	}, "SELECT kind, id, rev_from, rev_to, before, place FROM change WHERE seq = ? ORDER BY n DESC", seq)
	return list, err
}

func (t *tx) undoStep(seq int64, c *change) error {
	now, err := t.present(c.ref.Kind, c.ref.ID)
	if err != nil {
		return err
	}
	have := org.Rev(0)
	if now != nil {
		have = now.Ref().Rev
	}
	same, err := t.same(c.ref, have)
	if err != nil {
		return err
	}
	if !same {
		return t.touched(seq, c.ref)
	}
	if c.from == 0 {
		return t.replace(now, nil)
	}
	before, err := t.image(c)
	if err != nil {
		return err
	}
	next, err := t.nextRev(c.ref, have)
	if err != nil {
		return err
	}
	t.place = c.place
	err = t.replace(now, org.Copy(before, next))
	t.place = 0
	return err
}

// same tells whether a record at revision now is what it was at ref's: undone
// changes in between do not count.
func (t *tx) same(ref org.Ref, now org.Rev) (bool, error) {
	was, err := t.origin(ref, ref.Rev)
	if err != nil {
		return false, err
	}
	is, err := t.origin(ref, now)
	return is == was, err
}

// origin is the revision at which a record's state was first saved: an undo
// makes a new revision of an old state.
func (t *tx) origin(ref org.Ref, rev org.Rev) (org.Rev, error) {
	for rev != 0 {
		var from org.Rev
		err := t.QueryRow(`SELECT y.rev_from FROM change c JOIN journal j ON j.seq = c.seq
			JOIN change y ON y.seq = j.undoes AND y.kind = c.kind AND y.id = c.id
			WHERE c.kind = ? AND c.id = ? AND c.rev_to = ?`, ref.Kind, ref.ID, rev).Scan(&from)
		if errors.Is(err, sql.ErrNoRows) {
			return rev, nil
		}
		if err != nil {
			return 0, err
		}
		rev = from
	}
	return rev, nil
}

func (t *tx) image(c *change) (org.Aggregate, error) {
	if c.before == nil {
		return nil, ErrPurged
	}
	a := org.New(c.ref.Kind)
	if a == nil {
		return nil, &Damaged{What: "journal", Err: errors.New("unknown kind")}
	}
	return a, t.unseal(imageTable, string(c.ref.Kind)+"/"+c.ref.ID, c.from, c.before, a)
}

// touched names the newest entry after seq that changed the record and stands.
func (t *tx) touched(seq int64, ref org.Ref) error {
	return t.later(ref, `WHERE j.seq > ? AND EXISTS (SELECT 1 FROM change c WHERE c.seq = j.seq AND c.kind = ? AND c.id = ?)
		ORDER BY j.op = 'undo' OR `+undoneNow+`, j.seq DESC LIMIT 1`, seq, ref.Kind, ref.ID)
}

func (t *tx) later(ref org.Ref, where string, args ...any) error {
	list, err := t.entries(where, args...)
	if err != nil {
		return err
	}
	if len(list) == 0 {
		return &InUse{ref}
	}
	return &Touched{ref, list[0]}
}

// nothingStray makes sure, after the steps of an undo, that nothing points at
// what is gone; else it names the entry that made the pointer.
func (t *tx) nothingStray(seq int64, steps []change) error {
	gone := false
	for i := range steps {
		gone = gone || steps[i].from == 0 || steps[i].ref.Kind == org.KindBranch
	}
	if !gone {
		return nil
	}
	user, err := t.stray()
	if err != nil || user == (org.Ref{}) {
		return err
	}
	return t.touched(seq, user)
}
