package store

import (
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"time"

	"branchbook/store/org"
)

// Verify reads everything: the structure, every sealed body, every aggregate and
// every before-image against the digest that the journal has of it, and the
// chain of the journal. *Damaged names the first fault. An image that is not
// there is no fault: images may be purged.
func (s *Store) Verify() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.verify()
}

func (s *Store) verify() error {
	if s.db == nil {
		return ErrClosed
	}
	if err := checkPragmas(s.db, "integrity_check"); err != nil {
		return err
	}
	return s.read(func(t *tx) error {
		for _, check := range []func() error{t.checkChain, t.checkBodies, t.checkImages, t.checkOwnTexts} {
			if err := check(); err != nil {
				return err
			}
		}
		return nil
	})
}

var errMismatch = errors.New("content is not what the journal says")

// checkChain recomputes every entry's digest from the first on.
func (t *tx) checkChain() error {
	prev := make([]byte, 32)
	heads, err := t.journalHeads()
	if err != nil {
		return err
	}
	changes, err := t.changeHeads()
	if err != nil {
		return err
	}
	for i, h := range heads {
		digest := entryDigest(prev, h.Entry, changes[h.Seq])
		if h.Seq != int64(i+1) || string(digest[:]) != string(h.digest) {
			return &Damaged{What: fmt.Sprintf("journal %d", i+1), Err: errMismatch}
		}
		prev = h.digest
	}
	return nil
}

type journalHead struct {
	Entry
	digest []byte
}

func (t *tx) journalHeads() (list []journalHead, err error) {
	err = t.rows(func(r *sql.Rows) error {
		var h journalHead
		var at int64
		var undoes sql.NullInt64
		if err := r.Scan(&h.Seq, &at, &h.Op, &undoes, &h.digest); err != nil {
			return err
		}
		h.At, h.Undoes = time.UnixMilli(at), undoes.Int64
		list = append(list, h)
		return nil
	}, "SELECT seq, at, op, undoes, digest FROM journal ORDER BY seq")
	return list, err
}

// changeHeads reads every change; an image that is still there must have the
// digest that the chain covers.
func (t *tx) changeHeads() (map[int64][]change, error) {
	out := map[int64][]change{}
	err := t.rows(func(r *sql.Rows) error {
		var seq int64
		var c change
		var before sql.RawBytes
		var digest, mac []byte
		if err := r.Scan(&seq, &c.ref.Kind, &c.ref.ID, &c.from, &c.ref.Rev, &before, &digest, &mac, &c.place); err != nil {
			return err
		}
		if before != nil && sha256.Sum256(before) != [32]byte(pad32(digest)) {
			return &Damaged{What: fmt.Sprintf("journal %d", seq), Err: errMismatch}
		}
		c.digest, c.mac = [32]byte(pad32(digest)), [32]byte(pad32(mac))
		out[seq] = append(out[seq], c)
		return nil
	}, "SELECT seq, kind, id, rev_from, rev_to, before, before_digest, after_mac, place FROM change ORDER BY seq, n")
	return out, err
}

// pad32 turns what should be 32 bytes, or NULL, into 32 bytes.
func pad32(b []byte) []byte {
	out := make([]byte, 32)
	copy(out, b)
	return out
}

// checkBodies opens every aggregate past the cache and compares it with the
// digest of its last change.
func (t *tx) checkBodies() error {
	macs, err := t.lastMACs()
	if err != nil {
		return err
	}
	var first error
	check := func(a org.Aggregate) {
		mac, err := t.mac(a)
		ref := a.Ref()
		if err == nil && mac != macs[ref] {
			err = &Damaged{What: string(ref.Kind), Err: errMismatch}
		}
		delete(macs, ref)
		if first == nil {
			first = err
		}
	}
	if err := t.everything(check); err != nil {
		return err
	}
	if first == nil && len(macs) > 0 {
		return &Damaged{What: "records", Err: errMismatch}
	}
	return first
}

// lastMACs maps every aggregate that should be there to its digest.
func (t *tx) lastMACs() (map[org.Ref][32]byte, error) {
	out := map[org.Ref][32]byte{}
	err := t.rows(func(r *sql.Rows) error {
		var ref org.Ref
		var mac []byte
		if err := r.Scan(&ref.Kind, &ref.ID, &ref.Rev, &mac); err != nil {
			return err
		}
		if ref.Rev != 0 {
			out[ref] = [32]byte(pad32(mac))
		}
		return nil
	}, "SELECT kind, id, rev_to, after_mac FROM change c WHERE seq = (SELECT max(seq) FROM change l WHERE l.kind = c.kind AND l.id = c.id)")
	return out, err
}

// everything reads every aggregate of the file, past the cache.
func (t *tx) everything(see func(org.Aggregate)) error {
	var ids []string
	if err := t.rows(func(r *sql.Rows) error {
		var id string
		err := r.Scan(&id)
		ids = append(ids, id)
		return err
	}, "SELECT id FROM branch"); err != nil {
		return err
	}
	for _, id := range ids {
		b, err := loadBranch(t, id)
		if err != nil {
			return err
		}
		see(b)
	}
	persons, err := t.persons("")
	if err != nil {
		return err
	}
	for _, p := range persons {
		see(p)
	}
	activities, err := t.activities("")
	if err != nil {
		return err
	}
	for _, a := range activities {
		see(a)
	}
	var version int // an old file is read whole as well, before it is upgraded
	if err := t.QueryRow("PRAGMA user_version").Scan(&version); err != nil {
		return err
	}
	for _, k := range smallKinds {
		if version < tableSince[k] {
			continue
		}
		list, err := t.items(k, "")
		if err != nil {
			return err
		}
		for _, a := range list {
			see(a)
		}
	}
	return nil
}

// Head returns the journal's newest sequence and digest (hex).
func (s *Store) Head() (seq int64, digest string, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	err = s.read(func(t *tx) error {
		n, d, err := t.head()
		seq, digest = n, hex.EncodeToString(d)
		return err
	})
	return seq, digest, err
}

// checkImages opens every before-image: it must be the state that an earlier
// entry left.
func (t *tx) checkImages() error {
	return t.rows(func(r *sql.Rows) error {
		var c change
		var left []byte
		if err := r.Scan(&c.ref.Kind, &c.ref.ID, &c.from, &c.before, &left); err != nil {
			return err
		}
		a, err := t.image(&c)
		if err != nil {
			return err
		}
		mac, err := t.mac(a)
		if err == nil && mac != [32]byte(pad32(left)) {
			err = &Damaged{What: "journal", Err: errMismatch}
		}
		return err
	}, `SELECT c.kind, c.id, c.rev_from, c.before,
	           (SELECT p.after_mac FROM change p WHERE p.kind = c.kind AND p.id = c.id AND p.rev_to = c.rev_from)
	    FROM change c WHERE c.before IS NOT NULL`)
}

// checkOwnTexts opens what no aggregate holds: the notes of the journal, the
// devices' keys, the list of bundles.
func (t *tx) checkOwnTexts() error {
	if _, err := t.entries("ORDER BY j.seq"); err != nil {
		return err
	}
	if err := t.rows(func(r *sql.Rows) error {
		var id string
		var body []byte
		if err := r.Scan(&id, &body); err != nil {
			return err
		}
		return t.unseal("device", id, 0, body, &secrets{})
	}, "SELECT id, secrets FROM device"); err != nil {
		return err
	}
	return t.rows(func(r *sql.Rows) error {
		var device string
		var n int64
		var body []byte
		if err := r.Scan(&device, &n, &body); err != nil {
			return err
		}
		return t.unseal("sent", sentRow(device, n), 0, body, &sentBody{})
	}, "SELECT device, sequence, body FROM sent")
}
