package store

import (
	"database/sql"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"branchbook/store/org"
)

// Person returns a copy of a person that the caller may change and save.
func (s *Store) Person(id org.PersonID) (p *org.Person, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	err = s.read(func(t *tx) error {
		a, err := t.get(org.KindPerson, string(id))
		if err == nil {
			p = own(a.(*org.Person))
		}
		return err
	})
	return p, err
}

// SavePerson adds a person (revision 0) or saves a changed one.
func (s *Store) SavePerson(p *org.Person) (Changed, error) { return s.savePerson(OpPerson, p) }

// SaveFacts saves a person whose dated facts changed.
func (s *Store) SaveFacts(p *org.Person) (Changed, error) { return s.savePerson(OpFact, p) }

// SaveFactsOf is SaveFacts for several people in one operation with one undo.
// note says what it was about.
func (s *Store) SaveFactsOf(note string, people []*org.Person) (Changed, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.change(OpFact, note, func(t *tx) error {
		for i, p := range people {
			if err := t.put(p); err != nil {
				return org.In("people["+strconv.Itoa(i)+"]", err)
			}
		}
		return nil
	})
}

func (s *Store) savePerson(op Op, p *org.Person) (Changed, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	note := p.Name
	if op == OpFact {
		if facts := s.changedFacts(p); len(facts) > 0 {
			note += "：" + strings.Join(facts, "；")
		}
	}
	return s.change(op, note, func(t *tx) error { return t.put(p) })
}

// changedFacts names the facts of a person that are not on file as they are now,
// and those that are no more. What cannot be read is told by the change itself.
func (s *Store) changedFacts(p *org.Person) (facts []string) {
	_ = s.read(func(t *tx) error {
		b, err := t.branch()
		if err != nil {
			return err
		}
		a, err := t.get(org.KindPerson, string(p.ID))
		if err != nil {
			return err
		}
		was := a.(*org.Person)
		for i := range p.Spells {
			if !slices.Contains(was.Spells, p.Spells[i]) {
				facts = append(facts, p.Spells[i].Name(b)+"，"+p.Spells[i].Span())
			}
		}
		if len(facts) > 0 {
			return nil
		}
		for i := range was.Spells {
			if !slices.Contains(p.Spells, was.Spells[i]) {
				facts = append(facts, "删除"+was.Spells[i].Name(b))
			}
		}
		return nil
	})
	return facts
}

// Import saves everybody of a roster, and the branch if the roster named groups
// that it did not have, in one operation with one undo. A verified backup is
// made first. note says where the roster came from.
func (s *Store) Import(note string, b *org.Branch, people []*org.Person) (Changed, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, err := s.backup(ReasonImport); err != nil {
		return Changed{}, fmt.Errorf("back up before import: %w", classify(err))
	}
	return s.change(OpImport, note, func(t *tx) error {
		if b != nil {
			if err := t.put(b); err != nil {
				return err
			}
		}
		for i, p := range people {
			if err := t.put(p); err != nil {
				return org.In("people["+strconv.Itoa(i)+"]", err)
			}
		}
		return nil
	})
}

func loadPerson(t *tx, id string) (org.Aggregate, error) {
	list, err := t.persons("WHERE id = ?", id)
	if err != nil {
		return nil, err
	}
	if len(list) == 0 {
		return nil, org.ErrNotFound
	}
	return list[0], nil
}

// persons reads whole people; where must choose by columns of person alone.
func (t *tx) persons(where string, args ...any) (list []*org.Person, err error) {
	byNo := map[int64]*org.Person{}
	err = t.rows(func(r *sql.Rows) error {
		var no int64
		var id string
		var rev org.Rev
		var body sql.RawBytes
		if err := r.Scan(&no, &id, &rev, &body); err != nil {
			return err
		}
		p := &org.Person{}
		if err := t.unseal("person", id, rev, body, p); err != nil {
			return err
		}
		p.ID, p.Rev = org.PersonID(id), rev
		byNo[no] = p
		list = append(list, p)
		return nil
	}, "SELECT no, id, rev, body FROM person "+where+" ORDER BY no", args...)
	if err != nil {
		return nil, err
	}
	return list, t.spells(byNo, "WHERE person IN (SELECT no FROM person "+where+")", args...)
}

func (t *tx) spells(byNo map[int64]*org.Person, where string, args ...any) error {
	return t.rows(func(r *sql.Rows) error {
		var no, n int64
		var sp org.Spell
		var body []byte
		if err := r.Scan(&no, &n, &sp.Kind, &sp.Value, &sp.Group, &sp.From, &sp.To, &sp.Began, &sp.Ended, &body); err != nil {
			return err
		}
		p := byNo[no]
		if p == nil {
			return &Damaged{What: "spell", Err: org.ErrNotFound}
		}
		var typed spellTexts
		if err := t.unseal("spell", childRow(string(p.ID), n), p.Rev, body, &typed); err != nil {
			return err
		}
		sp.Title, sp.Who, sp.Basis = typed.Title, typed.Who, typed.Basis
		p.Spells = append(p.Spells, sp)
		return nil
	}, `SELECT person, n, kind, value, party_group, from_day, to_day, began, ended, body
	    FROM spell `+where+` ORDER BY person, n`, args...)
}

// spellTexts is what people typed of a spell.
type spellTexts struct {
	Title string `json:"title,omitempty"`
	Who   string `json:"who,omitempty"`
	Basis string `json:"basis,omitempty"`
}

// childRow names the n-th row under an aggregate, for sealing.
func childRow(id string, n int64) string { return id + "/" + strconv.FormatInt(n, 10) }

func savePerson(t *tx, a org.Aggregate, isNew bool) error {
	p := a.(*org.Person)
	typed := *p
	typed.ID, typed.Rev, typed.Spells = "", 0, nil
	body, err := t.seal("person", string(p.ID), p.Rev, &typed)
	if err != nil {
		return err
	}
	query, args := "UPDATE person SET rev = ?2, body = ?3 WHERE id = ?1 RETURNING no", []any{p.ID, p.Rev, body}
	if isNew { // at the end of the roster, or in the old place if nobody took it
		query = `INSERT INTO person (no, id, rev, body)
			SELECT CASE WHEN ?4 > 0 AND NOT EXISTS (SELECT 1 FROM person WHERE no = ?4) THEN ?4 END, ?1, ?2, ?3 RETURNING no`
		args = append(args, t.place)
	}
	var no int64
	if err := t.QueryRow(query, args...).Scan(&no); err != nil {
		return err
	}
	if t.s.cache.numbers != nil {
		t.s.cache.numbers[p.ID] = no
	}
	return t.saveSpells(p, no, isNew)
}

func (t *tx) saveSpells(p *org.Person, no int64, isNew bool) (err error) {
	if !isNew {
		if _, err := t.Exec("DELETE FROM spell WHERE person = ?", no); err != nil {
			return err
		}
	}
	for i := range p.Spells {
		sp := &p.Spells[i]
		var body []byte
		if typed := (spellTexts{sp.Title, sp.Who, sp.Basis}); typed != (spellTexts{}) {
			if body, err = t.seal("spell", childRow(string(p.ID), int64(i)), p.Rev, typed); err != nil {
				return err
			}
		}
		if _, err := t.Exec(`INSERT INTO spell (person, n, kind, value, party_group, from_day, to_day, began, ended, body)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, no, i, sp.Kind, sp.Value, sp.Group, sp.From, sp.To, sp.Began, sp.Ended, body); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) personNo(id org.PersonID) (int64, error) {
	numbers, err := t.personNumbers()
	if err != nil {
		return 0, err
	}
	no, ok := numbers[id]
	if !ok {
		return 0, &org.Invalid{Field: "person", Why: org.WhyUnknown}
	}
	return no, nil
}

func dropPerson(t *tx, id string) error {
	no, err := t.personNo(org.PersonID(id))
	if err != nil {
		return err
	}
	if _, err := t.Exec("DELETE FROM spell WHERE person = ?", no); err != nil {
		return err
	}
	delete(t.s.cache.numbers, org.PersonID(id))
	_, err = t.Exec("DELETE FROM person WHERE no = ?", no)
	return err
}
