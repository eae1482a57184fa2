package store

import (
	"database/sql"
	"errors"

	"branchbook/store/org"
)

var errBroken = errors.New("rows do not fit together")

// savePart writes the n-th part, counted from 1, with its resolutions.
func (t *tx) savePart(a *org.Activity, no int64, n int) error {
	p := &a.Parts[n-1]
	chair, err := t.who(p.Chair)
	if err != nil {
		return org.In("chair", err)
	}
	recorder, err := t.who(p.Recorder)
	if err != nil {
		return org.In("recorder", err)
	}
	lecturer, err := t.who(p.Lecturer)
	if err != nil {
		return org.In("lecturer", err)
	}
	typed := *p
	clearPart(&typed)
	body, err := t.seal("part", childRow(string(a.ID), int64(n)), a.Rev, &typed)
	if err != nil {
		return err
	}
	if _, err := t.Exec(`INSERT INTO part (activity, n, kind, form, content, method, day, starts, ends, length, pause, minutes, certified,
			audience, chair, recorder, lecturer, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		no, n, p.Kind, p.Form, p.Content, p.Method, p.Date, p.Start, p.End, p.Length, p.Break, p.Minutes, p.Certified,
		p.Audience.Kind, chair, recorder, lecturer, body); err != nil {
		return err
	}
	for i := range p.Votes {
		if err := t.saveResolution(a, no, n, i); err != nil {
			return err
		}
	}
	return nil
}

// clearPart leaves out what stands in columns and rows of its own.
func clearPart(p *org.Part) {
	p.Kind, p.Form, p.Content, p.Method, p.Length = "", "", "", "", ""
	p.Date, p.Start, p.End, p.Break, p.Minutes, p.Certified = 0, 0, 0, 0, 0, 0
	p.Chair.Person, p.Recorder.Person, p.Lecturer.Person, p.Audience.Kind = "", "", "", ""
	p.Votes = nil
}

func (t *tx) saveResolution(a *org.Activity, no int64, part, i int) error {
	v := &a.Parts[part-1].Votes[i]
	typed := *v
	typed.Kind, typed.Entitled, typed.Present, typed.Yes, typed.No, typed.Abstain, typed.Written, typed.Secret = "", 0, 0, 0, 0, 0, 0, false
	body, err := t.seal("resolution", childRow(childRow(string(a.ID), int64(part)), int64(i)), a.Rev, &typed)
	if err != nil {
		return err
	}
	_, err = t.Exec(`INSERT INTO resolution (activity, part, n, kind, entitled, present, yes, nays, abstain, written, secret, body)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, no, part, i, v.Kind, v.Entitled, v.Present, v.Yes, v.No, v.Abstain, v.Written, v.Secret, body)
	return err
}

// activities reads whole activities; where must choose by columns of activity
// alone. Four queries serve any number of them.
func (t *tx) activities(where string, args ...any) (list []*org.Activity, err error) {
	byNo := map[int64]*org.Activity{}
	err = t.rows(func(r *sql.Rows) error {
		a := &org.Activity{}
		var no int64
		var kept org.Activity
		var made sql.NullString
		var body sql.RawBytes
		if err := r.Scan(&no, &kept.ID, &kept.Rev, &kept.State, &kept.Level, &kept.Season, &kept.Entered, &made, &body); err != nil {
			return err
		}
		if err := t.unseal("activity", string(kept.ID), kept.Rev, body, a); err != nil {
			return err
		}
		a.ID, a.Rev, a.State, a.Level, a.Season, a.Entered = kept.ID, kept.Rev, kept.State, kept.Level, kept.Season, kept.Entered
		a.For = org.ActivityID(made.String)
		byNo[no] = a
		list = append(list, a)
		return nil
	}, "SELECT no, id, rev, state, level, season, entered, for_activity, body FROM activity "+where+" ORDER BY first_day, id", args...)
	if err != nil || len(list) == 0 {
		return nil, err
	}
	under := "WHERE activity IN (SELECT no FROM activity " + where + ")"
	if err := t.parts(byNo, under, args...); err != nil {
		return nil, err
	}
	if err := t.resolutions(byNo, under, args...); err != nil {
		return nil, err
	}
	return list, t.attendance(byNo, under, args...)
}

func (t *tx) parts(byNo map[int64]*org.Activity, where string, args ...any) error {
	return t.rows(func(r *sql.Rows) error {
		var no, n int64
		var k org.Part
		var chair, recorder, lecturer sql.NullString
		var body sql.RawBytes
		if err := r.Scan(&no, &n, &k.Kind, &k.Form, &k.Content, &k.Method, &k.Date, &k.Start, &k.End, &k.Length, &k.Break, &k.Minutes, &k.Certified,
			&k.Audience.Kind, &chair, &recorder, &lecturer, &body); err != nil {
			return err
		}
		a := byNo[no]
		if a == nil || int64(len(a.Parts)) != n-1 {
			return &Damaged{What: "part", Err: errBroken}
		}
		p := &org.Part{}
		if err := t.unseal("part", childRow(string(a.ID), n), a.Rev, body, p); err != nil {
			return err
		}
		fillPart(p, &k)
		p.Chair.Person, p.Recorder.Person, p.Lecturer.Person = org.PersonID(chair.String), org.PersonID(recorder.String), org.PersonID(lecturer.String)
		a.Parts = append(a.Parts, *p)
		return nil
	}, `SELECT activity, n, kind, form, content, method, day, starts, ends, length, pause, minutes, certified, audience,
	           (SELECT id FROM person WHERE no = chair), (SELECT id FROM person WHERE no = recorder), (SELECT id FROM person WHERE no = lecturer), body
	    FROM part `+where+` ORDER BY activity, n`, args...)
}

// fillPart puts back what clearPart left out.
func fillPart(p, k *org.Part) {
	p.Kind, p.Form, p.Content, p.Method, p.Length = k.Kind, k.Form, k.Content, k.Method, k.Length
	p.Date, p.Start, p.End, p.Break, p.Minutes, p.Certified = k.Date, k.Start, k.End, k.Break, k.Minutes, k.Certified
	p.Audience.Kind = k.Audience.Kind
}

func (t *tx) resolutions(byNo map[int64]*org.Activity, where string, args ...any) error {
	return t.rows(func(r *sql.Rows) error {
		var no, part, n int64
		var k org.Resolution
		var body sql.RawBytes
		if err := r.Scan(&no, &part, &n, &k.Kind, &k.Entitled, &k.Present, &k.Yes, &k.No, &k.Abstain, &k.Written, &k.Secret, &body); err != nil {
			return err
		}
		a := byNo[no]
		if a == nil || part < 1 || part > int64(len(a.Parts)) {
			return &Damaged{What: "resolution", Err: errBroken}
		}
		v := &org.Resolution{}
		if err := t.unseal("resolution", childRow(childRow(string(a.ID), part), n), a.Rev, body, v); err != nil {
			return err
		}
		v.Kind, v.Entitled, v.Present, v.Yes, v.No, v.Abstain, v.Written, v.Secret = k.Kind, k.Entitled, k.Present, k.Yes, k.No, k.Abstain, k.Written, k.Secret
		p := &a.Parts[part-1]
		p.Votes = append(p.Votes, *v)
		return nil
	}, `SELECT activity, part, n, kind, entitled, present, yes, nays, abstain, written, secret, body
	    FROM resolution `+where+` ORDER BY activity, part, n`, args...)
}

func (t *tx) attendance(byNo map[int64]*org.Activity, where string, args ...any) error {
	ids, err := t.personIDs()
	if err != nil {
		return err
	}
	words := interned{}
	return t.rows(func(r *sql.Rows) error {
		var no, person int64
		var x org.Attendance
		var as, status, reason, body sql.RawBytes
		if err := r.Scan(&no, &person, &x.Part, &x.Due, &x.MayVote, &as, &status, &reason, &x.Minutes, &body); err != nil {
			return err
		}
		a, id := byNo[no], ids[person]
		if a == nil || id == "" || x.Part > len(a.Parts) {
			return &Damaged{What: "attendance", Err: errBroken}
		}
		x.Person, x.As, x.Status, x.Reason = id, org.SpellValue(words.of(as)), org.Status(words.of(status)), org.Reason(words.of(reason))
		if err := t.unseal("attendance", attendanceRow(a.ID, &x), a.Rev, body, &x.Text); err != nil {
			return err
		}
		a.Attendance = append(a.Attendance, x)
		return nil
	}, `SELECT x.activity, x.person, x.part, x.due, x.may_vote, x.as_what, x.status, x.reason, x.minutes, x.body
	    FROM attendance x JOIN person p ON p.no = x.person `+where+` ORDER BY x.activity, p.id, x.part`, args...)
}

// interned gives equal words one string: a year has thousands of rows with a
// handful of words.
type interned map[string]string

func (m interned) of(b []byte) string {
	if s, ok := m[string(b)]; ok {
		return s
	}
	s := string(b)
	m[s] = s
	return s
}

func (t *tx) personIDs() (map[int64]org.PersonID, error) {
	ids := map[int64]org.PersonID{}
	err := t.rows(func(r *sql.Rows) error {
		var id org.PersonID
		var no int64
		err := r.Scan(&no, &id)
		ids[no] = id
		return err
	}, "SELECT no, id FROM person")
	return ids, err
}
