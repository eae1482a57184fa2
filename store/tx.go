package store

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"

	"branchbook/store/org"
	"branchbook/store/seal"
)

// tx is one transaction with one time. While it is open the one connection is
// taken: everything goes through it.
type tx struct {
	*sql.Tx
	s       *Store
	now     time.Time
	changes []change
	saved   []org.Aggregate // new states, for the cache
	place   int64           // in the roster, for a person who comes back; else 0
}

// write runs f in one transaction that takes the write lock at once.
func (s *Store) write(f func(*tx) error) error {
	t, err := s.begin(false)
	if err != nil {
		return err
	}
	if err := f(t); err != nil {
		return s.rollback(t, err)
	}
	if err := t.Commit(); err != nil {
		// database/sql thinks that it is over; SQLite may still be inside.
		_, _ = s.db.Exec("ROLLBACK")
		s.cache.forget()
		return classify(err)
	}
	return nil
}

// rollback ends a failed transaction and returns why it failed. A full disk
// makes SQLite roll back by itself, so that a second time is no fault.
func (s *Store) rollback(t *tx, why error) error {
	_ = t.Rollback()
	s.cache.forget()
	return classify(why)
}

// read runs f in a transaction that changes nothing.
func (s *Store) read(f func(*tx) error) error {
	t, err := s.begin(true)
	if err != nil {
		return err
	}
	defer t.Rollback()
	return classify(f(t))
}

func (s *Store) begin(readOnly bool) (*tx, error) {
	if s.db == nil {
		return nil, ErrClosed
	}
	t, err := s.db.BeginTx(background, &sql.TxOptions{ReadOnly: readOnly})
	if err != nil {
		return nil, fmt.Errorf("begin: %w", classify(err))
	}
	return &tx{Tx: t, s: s, now: s.now()}, nil
}

// today is the calendar day of the transaction, in the clock's zone.
func (t *tx) today() org.Date { return org.DateOf(t.now) }

// seal makes the sealed body of a row from a value.
func (t *tx) seal(table, row string, rev org.Rev, v any) ([]byte, error) {
	plain, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("seal %s: %w", table, err)
	}
	return t.s.key.Seal(table, row, int64(rev), plain), nil
}

// unseal reads what seal made; nil stays as it is.
func (t *tx) unseal(table, row string, rev org.Rev, body []byte, v any) error {
	return openBody(t.s.key, table, row, rev, body, v)
}

func openBody(key *seal.Key, table, row string, rev org.Rev, body []byte, v any) error {
	if body == nil {
		return nil
	}
	plain, err := key.Open(table, row, int64(rev), body)
	if err != nil {
		return &Damaged{What: table, Err: err}
	}
	if err := json.Unmarshal(plain, v); err != nil {
		return &Damaged{What: table, Err: err}
	}
	return nil
}

// rows runs a query and hands every row to scan.
func (t *tx) rows(scan func(*sql.Rows) error, query string, args ...any) error {
	rows, err := t.Query(query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// newID makes an id; version 7 keeps ids of one import together in the file.
func newID() string { return uuid.Must(uuid.NewV7()).String() }

// NewPersonID makes an id for a person that is about to be saved.
func NewPersonID() org.PersonID { return org.PersonID(newID()) }

// NewActivityID makes an id for an activity that is about to be saved.
func NewActivityID() org.ActivityID { return org.ActivityID(newID()) }

// NewGroupID makes an id for a group that is about to be saved.
func NewGroupID() org.GroupID { return org.GroupID(newID()) }

// NewItemID makes an id for a small aggregate that is about to be saved.
func NewItemID() org.ItemID { return org.ItemID(newID()) }
