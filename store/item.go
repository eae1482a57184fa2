package store

import (
	"database/sql"
	"errors"
	"fmt"

	"branchbook/store/org"
)

// SaveItem adds (revision 0) or saves one small aggregate: a plan item, a
// reading item, a review, a register entry or a waiver.
func (s *Store) SaveItem(a org.Aggregate, note string) (Changed, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.change(OpItem, note, func(t *tx) error { return t.put(a) })
}

// SavePack puts a local pack in the file, or switches one on or off. Whether
// the pack is sound is for package rules to say first.
func (s *Store) SavePack(p *org.LocalPack) (Changed, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.change(OpPack, p.Name, func(t *tx) error { return t.put(p) })
}

// RemovePack takes a local pack out of the file; the step can be undone.
// *Conflict if it was changed meanwhile.
func (s *Store) RemovePack(p *org.LocalPack) (Changed, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.change(OpPack, p.Name, func(t *tx) error {
		old, err := t.get(org.KindPack, string(p.ID))
		if err != nil {
			return err
		}
		if old.Ref() != p.Ref() {
			return &Conflict{p.Ref()}
		}
		return t.replace(old, nil)
	})
}

// SaveClosing closes a year, or opens it again. There is one closing of a year:
// a second one must be saved over the first.
func (s *Store) SaveClosing(c *org.Closing) (Changed, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	op, note := OpClose, fmt.Sprintf("%d年", c.Year)
	if !c.Closed() {
		op, note = OpOpen, note+"："+c.Reason
	}
	return s.change(op, note, func(t *tx) error { return t.put(c) })
}

// Closings lists the closings of all years, by year. Its values are shared and
// read-only.
func (s *Store) Closings() ([]*org.Closing, error) { return allItems[*org.Closing](s, org.KindClosing) }

// Readings lists the reading items of all years, by year, then as entered. Its
// values are shared and read-only.
func (s *Store) Readings() ([]*org.Reading, error) { return allItems[*org.Reading](s, org.KindReading) }

func allItems[T org.Aggregate](s *Store, k org.Kind) (list []T, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	err = s.read(func(t *tx) error {
		all, err := t.itemsBetween(k, 0, 9999)
		for _, a := range all {
			list = append(list, a.(T))
		}
		return err
	})
	return list, err
}

// itemNoun is the noun of a small aggregate: all their tables have one shape.
func itemNoun(k org.Kind) noun {
	return noun{
		load: func(t *tx, id string) (org.Aggregate, error) {
			list, err := t.items(k, "WHERE id = ?", id)
			if err == nil && len(list) == 0 {
				err = org.ErrNotFound
			}
			if err != nil {
				return nil, err
			}
			return list[0], nil
		},
		save: saveItem,
		drop: dropItem(string(k)),
	}
}

// plain points at the two facts of a small aggregate that stand in columns;
// nil where the kind has no such fact.
func plain(a org.Aggregate) (year *int, person *org.PersonID) {
	switch v := a.(type) {
	case *org.Plan:
		return &v.Year, nil
	case *org.Reading:
		return &v.Year, nil
	case *org.Review:
		return &v.Year, &v.Person
	case *org.Register:
		return nil, &v.Person
	case *org.Waiver:
		return nil, &v.Person
	case *org.Closing:
		return &v.Year, nil
	}
	return nil, nil
}

func saveItem(t *tx, a org.Aggregate, isNew bool) error {
	ref := a.Ref()
	typed := org.Copy(a, ref.Rev)
	var year int
	var person org.PersonID
	y, p := plain(typed)
	if y != nil {
		year, *y = *y, 0
	}
	if p != nil {
		person, *p = *p, ""
	}
	body, err := t.seal(string(ref.Kind), ref.ID, ref.Rev, typed)
	if err != nil {
		return err
	}
	query := "UPDATE " + string(ref.Kind) + " SET rev = ?2, year = ?3, person = ?4, body = ?5 WHERE id = ?1"
	if isNew {
		query = "INSERT INTO " + string(ref.Kind) + " (id, rev, year, person, body) VALUES (?1, ?2, ?3, ?4, ?5)"
	}
	_, err = t.Exec(query, ref.ID, ref.Rev, year, sql.NullString{String: string(person), Valid: person != ""}, body)
	return err
}

// items reads small aggregates of one kind, by year, then id.
func (t *tx) items(k org.Kind, where string, args ...any) (list []org.Aggregate, err error) {
	err = t.rows(func(r *sql.Rows) error {
		var id string
		var rev org.Rev
		var year int
		var person sql.NullString
		var body []byte
		if err := r.Scan(&id, &rev, &year, &person, &body); err != nil {
			return err
		}
		a := org.New(k)
		if err := t.unseal(string(k), id, rev, body, a); err != nil {
			return err
		}
		if a.Ref() != (org.Ref{Kind: k, ID: id, Rev: rev}) {
			return &Damaged{What: string(k), Err: errors.New("body of another record")}
		}
		y, p := plain(a)
		if y != nil {
			*y = year
		}
		if p != nil {
			*p = org.PersonID(person.String)
		}
		list = append(list, a)
		return nil
	}, "SELECT id, rev, year, person, body FROM "+string(k)+" "+where+" ORDER BY year, id", args...)
	return list, err
}

func dropItem(table string) func(*tx, string) error {
	return func(t *tx, id string) error {
		_, err := t.Exec("DELETE FROM "+table+" WHERE id = ?", id)
		return err
	}
}
