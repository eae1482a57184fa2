package store

import (
	"database/sql"
	"errors"

	"branchbook/store/org"
)

// Branch returns a copy of the branch that the caller may change and give to
// SetBranch.
func (s *Store) Branch() (b *org.Branch, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	err = s.read(func(t *tx) error {
		now, err := t.branch()
		if err == nil {
			b = own(now)
		}
		return err
	})
	return b, err
}

// SetBranch saves the branch. A group that a person still belongs to, or once
// did, cannot go (*InUse): close it instead.
func (s *Store) SetBranch(b *org.Branch) (Changed, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.change(OpBranch, b.Name, func(t *tx) error {
		old, err := t.branch()
		if err != nil {
			return err
		}
		if err := t.put(b); err != nil {
			return err
		}
		return t.groupsKept(old, b)
	})
}

func (t *tx) branch() (*org.Branch, error) {
	var id string
	if err := t.QueryRow("SELECT id FROM branch").Scan(&id); err != nil {
		if errors.Is(err, sql.ErrNoRows) {
			return nil, &Damaged{What: "branch", Err: org.ErrNotFound}
		}
		return nil, err
	}
	a, err := t.get(org.KindBranch, id)
	if err != nil {
		return nil, err
	}
	return a.(*org.Branch), nil
}

func loadBranch(t *tx, id string) (org.Aggregate, error) {
	b := &org.Branch{}
	var body []byte
	var rev org.Rev
	var kind org.BranchKind
	var term org.Term
	var demo bool
	if err := t.QueryRow("SELECT rev, kind, term_start, term_years, demo, body FROM branch WHERE id = ?", id).
		Scan(&rev, &kind, &term.Start, &term.Years, &demo, &body); err != nil {
		return nil, err
	}
	if err := t.unseal("branch", id, rev, body, b); err != nil {
		return nil, err
	}
	b.ID, b.Rev, b.Kind, b.Term, b.Demo = org.ItemID(id), rev, kind, term, demo
	return b, nil
}

func saveBranch(t *tx, a org.Aggregate, isNew bool) error {
	b := a.(*org.Branch)
	typed := *b
	typed.ID, typed.Rev, typed.Kind, typed.Term, typed.Demo = "", 0, "", org.Term{}, false
	body, err := t.seal("branch", string(b.ID), b.Rev, &typed)
	if err != nil {
		return err
	}
	query := "UPDATE branch SET rev = ?2, kind = ?3, term_start = ?4, term_years = ?5, demo = ?6, body = ?7 WHERE id = ?1"
	if isNew {
		query = "INSERT INTO branch (id, rev, kind, term_start, term_years, demo, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
	}
	_, err = t.Exec(query, b.ID, b.Rev, b.Kind, b.Term.Start, b.Term.Years, b.Demo, body)
	return err
}

// groupsKept refuses to lose a group that anything points at. It is asked after
// the branch was written, and only if a group went.
func (t *tx) groupsKept(old, now *org.Branch) error {
	for _, g := range old.Groups {
		if _, ok := now.Group(g.ID); ok {
			continue
		}
		user, err := t.stray()
		if err == nil && user != (org.Ref{}) {
			err = &InUse{now.Ref()}
		}
		return err
	}
	return nil
}
