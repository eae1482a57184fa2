package store

import (
	"cmp"
	"database/sql"
	"fmt"
	"slices"
	"strconv"

	"branchbook/store/org"
)

// Activity returns a copy of an activity that the caller may change and save.
func (s *Store) Activity(id org.ActivityID) (a *org.Activity, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	err = s.read(func(t *tx) error {
		v, err := t.get(org.KindActivity, string(id))
		if err == nil {
			a = own(v.(*org.Activity))
		}
		return err
	})
	return a, err
}

// RecordActivity saves a new activity (revision 0) or a changed one. The day
// of entry is set here, on the first save as held, so that a late entry shows
// itself and nobody can choose it.
func (s *Store) RecordActivity(a *org.Activity) (Changed, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.change(OpRecord, a.Title, func(t *tx) error { return t.record(a) })
}

func (t *tx) record(a *org.Activity) error {
	c := org.Copy(a, a.Rev).(*org.Activity)
	c.Entered = 0
	if a.Rev > 0 {
		old, err := t.get(org.KindActivity, string(a.ID))
		if err != nil {
			return err
		}
		c.Entered = old.(*org.Activity).Entered
	}
	if c.Entered == 0 && c.State == org.Held {
		c.Entered = t.today()
	}
	c.Attendance = inOrder(a.Attendance)
	return t.put(c)
}

// Reassess saves an activity whose 应到 was judged again.
func (s *Store) Reassess(a *org.Activity) (Changed, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.change(OpReassess, a.Title, func(t *tx) error { return t.record(a) })
}

// inOrder sorts rows by person and part, the order in which the file keeps
// them, so that what is read equals what was saved.
func inOrder(rows []org.Attendance) []org.Attendance {
	sorted := slices.Clone(rows)
	slices.SortFunc(sorted, func(a, b org.Attendance) int {
		return cmp.Or(cmp.Compare(a.Person, b.Person), cmp.Compare(a.Part, b.Part))
	})
	return sorted
}

// CancelActivity marks an activity as cancelled, with the reason put before its
// note. It stays in the file.
func (s *Store) CancelActivity(id org.ActivityID, why string) (Changed, error) {
	a, err := s.Activity(id)
	if err != nil {
		return Changed{}, err
	}
	a.State = org.Cancelled
	if why != "" {
		a.Note = joinLines(why, a.Note)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.change(OpCancel, a.Title, func(t *tx) error { return t.put(a) })
}

func joinLines(a, b string) string {
	if b == "" {
		return a
	}
	return a + "\n" + b
}

func loadActivity(t *tx, id string) (org.Aggregate, error) {
	list, err := t.activities("WHERE id = ?", id)
	if err != nil {
		return nil, err
	}
	if len(list) == 0 {
		return nil, org.ErrNotFound
	}
	return list[0], nil
}

func saveActivity(t *tx, v org.Aggregate, isNew bool) error {
	a := v.(*org.Activity)
	body, err := t.sealActivity(a)
	if err != nil {
		return err
	}
	query := `UPDATE activity SET rev = ?2, state = ?3, level = ?4, season = ?5, entered = ?6, for_activity = ?7,
		first_day = ?8, last_day = ?9, body = ?10 WHERE id = ?1 RETURNING no`
	if isNew {
		query = `INSERT INTO activity (id, rev, state, level, season, entered, for_activity, first_day, last_day, body)
			VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) RETURNING no`
	}
	var no int64
	if err := t.QueryRow(query, a.ID, a.Rev, a.State, a.Level, a.Season, a.Entered,
		sql.NullString{String: string(a.For), Valid: a.For != ""}, a.From(), a.To(), body).Scan(&no); err != nil {
		return err
	}
	if !isNew {
		if err := t.dropChildren(no); err != nil {
			return err
		}
	}
	for i := range a.Parts {
		if err := t.savePart(a, no, i+1); err != nil {
			return err
		}
	}
	return t.saveAttendance(a, no)
}

func (t *tx) sealActivity(a *org.Activity) ([]byte, error) {
	typed := *a
	typed.ID, typed.Rev, typed.State, typed.Level, typed.Season, typed.Entered, typed.For = "", 0, "", "", "", 0, ""
	typed.Parts, typed.Attendance = nil, nil
	return t.seal("activity", string(a.ID), a.Rev, &typed)
}

func (t *tx) dropChildren(no int64) error {
	for _, table := range []string{"attendance", "resolution", "part"} {
		if _, err := t.Exec("DELETE FROM "+table+" WHERE activity = ?", no); err != nil {
			return err
		}
	}
	return nil
}

func dropActivity(t *tx, id string) error {
	var no int64
	if err := t.QueryRow("SELECT no FROM activity WHERE id = ?", id).Scan(&no); err != nil {
		return err
	}
	if err := t.dropChildren(no); err != nil {
		return err
	}
	_, err := t.Exec("DELETE FROM activity WHERE no = ?", no)
	return err
}

// who turns a reference to a person into the short key, NULL for none.
func (t *tx) who(w org.Who) (sql.NullInt64, error) {
	if w.Person == "" {
		return sql.NullInt64{}, nil
	}
	no, err := t.personNo(w.Person)
	return sql.NullInt64{Int64: no, Valid: true}, err
}

func (t *tx) saveAttendance(a *org.Activity, no int64) error {
	numbers, err := t.personNumbers()
	if err != nil {
		return err
	}
	insert, err := t.Prepare(`INSERT INTO attendance (activity, person, part, due, may_vote, as_what, status, reason, minutes, body)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
	if err != nil {
		return err
	}
	defer insert.Close()
	for i := range a.Attendance {
		r := &a.Attendance[i]
		person, ok := numbers[r.Person]
		if !ok {
			return &org.Invalid{Field: "attendance[" + strconv.Itoa(i) + "].person", Why: org.WhyUnknown}
		}
		var body []byte
		if r.Text != "" {
			if body, err = t.seal("attendance", attendanceRow(a.ID, r), a.Rev, r.Text); err != nil {
				return err
			}
		}
		if _, err := insert.Exec(no, person, r.Part, r.Due, r.MayVote, r.As, r.Status, r.Reason, r.Minutes, body); err != nil {
			return fmt.Errorf("save attendance: %w", err)
		}
	}
	return nil
}

func attendanceRow(a org.ActivityID, r *org.Attendance) string {
	return string(a) + "/" + string(r.Person) + "/" + strconv.Itoa(r.Part)
}

// personNumbers maps ids to short keys; saving and dropping people keeps it
// right, a transaction that fails forgets it.
func (t *tx) personNumbers() (map[org.PersonID]int64, error) {
	if t.s.cache.numbers != nil {
		return t.s.cache.numbers, nil
	}
	numbers := map[org.PersonID]int64{}
	err := t.rows(func(r *sql.Rows) error {
		var id org.PersonID
		var no int64
		err := r.Scan(&id, &no)
		numbers[id] = no
		return err
	}, "SELECT id, no FROM person")
	if err != nil {
		return nil, err
	}
	t.s.cache.numbers = numbers
	return numbers, nil
}

// Activities returns copies of the activities that touch [from, to], by first
// day, then id.
func (s *Store) Activities(from, to org.Date) (list []*org.Activity, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	err = s.read(func(t *tx) error {
		shared, err := t.activitiesBetween(from, to)
		for _, a := range shared {
			list = append(list, own(a))
		}
		return err
	})
	return list, err
}
