package store

import (
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"time"

	"branchbook/store/org"
)

// Op is the operation of a journal entry; package ui/say has the words.
type Op string

// Operations.
const (
	OpInit     Op = "init"
	OpBranch   Op = "branch"
	OpImport   Op = "import"
	OpPerson   Op = "person"
	OpFact     Op = "fact"
	OpRecord   Op = "record"
	OpCancel   Op = "cancel"
	OpReassess Op = "reassess" // 重新核对应到
	OpItem     Op = "item"
	OpPack     Op = "pack"
	OpClose    Op = "close_year" // 封存年度
	OpOpen     Op = "open_year"  // 重新打开年度
	OpDemo     Op = "demo"
	OpUndo     Op = "undo"
)

// Entry is one line of the journal.
type Entry struct {
	Seq    int64     `json:"seq"`
	At     time.Time `json:"at"`
	Op     Op        `json:"op"`
	Undoes int64     `json:"undoes,omitempty"`
	Undone bool      `json:"undone,omitempty"`
	Note   string    `json:"note,omitempty"` // what it was about, in the user's words
	Count  int       `json:"count"`          // records changed
}

// Changed is what an operation changed; a screen refreshes from it.
type Changed struct {
	Seq  int64     `json:"seq"`
	Refs []org.Ref `json:"refs"` // at their new revision, 0 for what is gone
}

// change is one aggregate's step inside an entry.
type change struct {
	ref    org.Ref // at the new revision, 0 for what is gone
	from   org.Rev
	before []byte   // sealed
	digest [32]byte // of before
	mac    [32]byte // of the new state
	place  int64    // in the roster, of a person whom the step took away; else 0
}

const imageTable = "change"

func (t *tx) changeOf(old, now org.Aggregate) (c change, err error) {
	if old != nil {
		c.ref = old.Ref()
		c.from, c.ref.Rev = c.ref.Rev, 0
		if c.before, err = t.seal(imageTable, string(c.ref.Kind)+"/"+c.ref.ID, c.from, old); err != nil {
			return c, err
		}
		c.digest = sha256.Sum256(c.before)
	}
	if now != nil {
		c.ref = now.Ref()
		c.mac, err = t.mac(now)
	}
	return c, err
}

// mac is the keyed digest by which Verify knows a state again.
func (t *tx) mac(a org.Aggregate) ([32]byte, error) {
	b, err := json.Marshal(a)
	if err != nil {
		return [32]byte{}, fmt.Errorf("digest %s: %w", a.Ref().Kind, err)
	}
	return t.s.key.MAC(b), nil
}

// change runs one intention: f saves, and what it saved becomes one entry.
func (s *Store) change(op Op, note string, f func(*tx) error) (Changed, error) {
	return s.journaled(op, note, 0, f)
}

func (s *Store) journaled(op Op, note string, undoes int64, f func(*tx) error) (done Changed, err error) {
	var saved []org.Aggregate
	err = s.write(func(t *tx) error {
		if err := f(t); err != nil {
			return err
		}
		if len(t.changes) == 0 {
			return nil
		}
		done, err = t.enter(op, note, undoes)
		saved = t.saved
		return err
	})
	if err != nil {
		return Changed{}, err
	}
	for _, a := range saved {
		s.cache.keep(a)
	}
	return done, nil
}

// enter writes the journal entry of the transaction.
func (t *tx) enter(op Op, note string, undoes int64) (Changed, error) {
	seq, prev, err := t.head()
	if err != nil {
		return Changed{}, err
	}
	seq++
	e := Entry{Seq: seq, At: t.now, Op: op, Undoes: undoes}
	digest := entryDigest(prev, e, t.changes)
	body, err := t.seal("journal", strconv.FormatInt(seq, 10), 0, note)
	if err != nil {
		return Changed{}, err
	}
	if _, err := t.Exec("INSERT INTO journal (seq, at, op, undoes, note, digest) VALUES (?, ?, ?, ?, ?, ?)",
		seq, e.At.UnixMilli(), op, sql.NullInt64{Int64: undoes, Valid: undoes != 0}, body, digest[:]); err != nil {
		return Changed{}, fmt.Errorf("write journal: %w", err)
	}
	return Changed{Seq: seq, Refs: refs(t.changes)}, t.writeChanges(seq)
}

func refs(list []change) []org.Ref {
	out := make([]org.Ref, len(list))
	for i := range list {
		out[i] = list[i].ref
	}
	return out
}

func (t *tx) writeChanges(seq int64) error {
	insert, err := t.Prepare("INSERT INTO change (seq, n, kind, id, rev_from, rev_to, before, before_digest, after_mac, place) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
	if err != nil {
		return err
	}
	defer insert.Close()
	for i := range t.changes {
		c := &t.changes[i]
		var digest, mac []byte
		if c.from != 0 {
			digest = c.digest[:]
		}
		if c.ref.Rev != 0 {
			mac = c.mac[:]
		}
		if _, err := insert.Exec(seq, i, c.ref.Kind, c.ref.ID, c.from, c.ref.Rev, c.before, digest, mac, c.place); err != nil {
			return fmt.Errorf("write journal: %w", err)
		}
	}
	return nil
}

// head returns the newest sequence and its digest; 0 and zeros for none.
func (t *tx) head() (seq int64, digest []byte, err error) {
	err = t.QueryRow("SELECT seq, digest FROM journal ORDER BY seq DESC LIMIT 1").Scan(&seq, &digest)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, make([]byte, 32), nil
	}
	return seq, digest, err
}

// entryDigest chains an entry to the one before. It covers the sealed images
// by digest, so that purging an image leaves the chain whole.
func entryDigest(prev []byte, e Entry, list []change) [32]byte {
	h := sha256.New()
	text := func(s string) {
		var n [4]byte
		binary.BigEndian.PutUint32(n[:], uint32(len(s)))
		h.Write(n[:])
		h.Write([]byte(s))
	}
	number := func(n int64) {
		var b [8]byte
		binary.BigEndian.PutUint64(b[:], uint64(n))
		h.Write(b[:])
	}
	text("branchbook journal 1")
	h.Write(prev)
	number(e.Seq)
	number(e.At.UnixMilli())
	text(string(e.Op))
	number(e.Undoes)
	for i := range list {
		c := &list[i]
		text(string(c.ref.Kind))
		text(c.ref.ID)
		number(int64(c.from))
		number(int64(c.ref.Rev))
		number(c.place)
		h.Write(c.digest[:])
		h.Write(c.mac[:])
	}
	return [32]byte(h.Sum(nil))
}

// Journal returns the newest entries, newest first; all of them if limit is 0.
func (s *Store) Journal(limit int) (list []Entry, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	err = s.read(func(t *tx) error {
		list, err = t.entries("ORDER BY j.seq DESC LIMIT ?", sqlLimit(limit))
		return err
	})
	return list, err
}

func sqlLimit(n int) int {
	if n <= 0 {
		return -1
	}
	return n
}

func (t *tx) entries(where string, args ...any) (list []Entry, err error) {
	err = t.rows(func(r *sql.Rows) error {
		var e Entry
		var at int64
		var undoes sql.NullInt64
		var note []byte
		if err := r.Scan(&e.Seq, &at, &e.Op, &undoes, &note, &e.Count, &e.Undone); err != nil {
			return err
		}
		e.At, e.Undoes = time.UnixMilli(at).In(t.now.Location()), undoes.Int64
		list = append(list, e)
		return t.unseal("journal", strconv.FormatInt(e.Seq, 10), 0, note, &list[len(list)-1].Note)
	}, `SELECT j.seq, j.at, j.op, j.undoes, j.note,
	           (SELECT count(*) FROM change c WHERE c.seq = j.seq), `+undoneNow+`
	    FROM journal j `+where, args...)
	return list, err
}
