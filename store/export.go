package store

import (
	"cmp"
	"crypto/ed25519"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"time"

	"filippo.io/age"

	"branchbook/store/bundle"
	"branchbook/store/org"
	"branchbook/store/safefile"
)

// Export says what a bundle is to be.
type Export struct {
	Path    string        // the new file
	To      age.Recipient // the upper level's key, or a passphrase
	ToName  string        // for the list of what was sent
	Fields  bundle.Fields // what the receiver asked for unmasked
	Pack    string        // digest of the rules in force, hex
	App     string        // version of the program
	Replace bool          // an existing file may be replaced
}

// Sent is one bundle that was written.
type Sent struct {
	Device   string        `json:"device"`
	Sequence int64         `json:"sequence"`
	At       time.Time     `json:"at"`
	Digest   bundle.Digest `json:"digest"` // none: the file was never finished
	To       string        `json:"to"`
	Roster   int           `json:"roster"` // records that belong to no year
	Years    []bundle.Year `json:"years"`
}

// sentBody is the sealed part of a Sent.
type sentBody struct {
	To     string        `json:"to"`
	Roster int           `json:"roster"`
	Years  []bundle.Year `json:"years"`
}

// Export writes the branch's state as a bundle: the roster and every year that
// no receipt has acknowledged as it stands. The sequence is taken first and
// never given twice, so a file that was not finished leaves a gap and no
// double.
func (s *Store) Export(e Export) (*Sent, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.outside(e.Path); err != nil {
		return nil, fmt.Errorf("export: %w", err)
	}
	if _, err := os.Lstat(e.Path); err == nil && !e.Replace {
		return nil, fmt.Errorf("export: %w", safefile.ErrExists) // before a sequence is spent on it
	}
	content, m, err := s.gather(e)
	if err != nil {
		return nil, fmt.Errorf("export: %w", err)
	}
	sent := &Sent{Device: s.dev.ID, At: m.Created, To: e.ToName, Roster: content.Roster().Count, Years: content.Years()}
	if err := s.takeSequence(m, sent); err != nil {
		return nil, fmt.Errorf("export: %w", err)
	}
	if err := s.writeDeviceMark(); err != nil { // before a bundle with this sequence can leave
		return nil, fmt.Errorf("export: %w", classify(err))
	}
	key := ed25519.NewKeyFromSeed(s.dev.Secrets.Seed)
	size, err := s.size()
	if err != nil {
		return nil, fmt.Errorf("export: %w", classify(err))
	}
	_, err = safefile.WriteFunc(e.Path, safefile.Options{Replace: e.Replace, Size: size}, func(w io.Writer) error {
		sent.Digest, err = bundle.Write(w, m, content, key, e.To)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("export: %w", classify(err))
	}
	return sent, s.noteSent(sent)
}

// Size returns the bytes of the whole file. A bundle is never larger.
func (s *Store) Size() (int64, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	size, err := s.size()
	if err != nil {
		return 0, fmt.Errorf("measure file: %w", classify(err))
	}
	return size, nil
}

func (s *Store) size() (size int64, err error) {
	err = s.db.QueryRow("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").Scan(&size)
	return size, err
}

// gather reads everything that goes up and what is known of the file itself.
func (s *Store) gather(e Export) (content *bundle.Content, m *bundle.Manifest, err error) {
	identity, err := age.ParseX25519Identity(s.dev.Secrets.Identity)
	if err != nil {
		return nil, nil, &Damaged{What: "device", Err: err}
	}
	m = &bundle.Manifest{ID: newID(), App: e.App, Device: s.dev.ID, ReplyTo: identity.Recipient().String(), Fields: e.Fields}
	if m.Pack, err = digestOf(e.Pack); err != nil {
		return nil, nil, err
	}
	err = s.read(func(t *tx) error {
		m.Created = t.now.UTC().Truncate(time.Second)
		seq, head, err := t.head()
		if err != nil {
			return err
		}
		m.Journal = bundle.Journal{Sequence: seq, Head: bundle.Digest(head)}
		content, err = t.content(e.Fields)
		return err
	})
	return content, m, err
}

func digestOf(text string) (d bundle.Digest, err error) {
	b, err := hex.DecodeString(text)
	if err != nil || len(b) != len(d) && len(b) != 0 {
		return d, &org.Invalid{Field: "pack", Why: org.WhyNumber}
	}
	copy(d[:], b)
	return d, nil
}

// content encodes all aggregates, masked as the receiver wants them.
func (t *tx) content(wanted bundle.Fields) (*bundle.Content, error) {
	snap := &org.Snapshot{}
	if err := t.fill(snap, org.NewDate(1, 1, 1), org.NewDate(9999, 12, 31)); err != nil {
		return nil, err
	}
	list := []org.Aggregate{snap.Branch}
	for _, p := range snap.Persons {
		list = append(list, bundle.Mask(p, wanted))
	}
	for _, a := range snap.Activities {
		list = append(list, a)
	}
	return bundle.Encode(append(list, snap.Small()...))
}

// takeSequence numbers the bundle and links it to the one before.
func (s *Store) takeSequence(m *bundle.Manifest, sent *Sent) error {
	return s.write(func(t *tx) error {
		last, err := t.lastSent(s.dev.ID)
		if err != nil {
			return err
		}
		m.Sequence = last + 1
		if m.Previous, err = t.digestSent("digest IS NOT NULL", "digest"); err != nil {
			return err
		}
		if m.Receipt, err = t.digestSent("receipt IS NOT NULL", "receipt"); err != nil {
			return err
		}
		sent.Sequence = m.Sequence
		body, err := t.seal("sent", sentRow(s.dev.ID, sent.Sequence), 0, sentBody{sent.To, sent.Roster, sent.Years})
		if err != nil {
			return err
		}
		_, err = t.Exec("INSERT INTO sent (device, sequence, made_at, body) VALUES (?, ?, ?, ?)", s.dev.ID, sent.Sequence, m.Created.Unix(), body)
		return err
	})
}

func sentRow(device string, seq int64) string { return device + "/" + strconv.FormatInt(seq, 10) }

// digestSent returns a digest of this device's newest bundle that has one.
func (t *tx) digestSent(where, column string) (d bundle.Digest, err error) {
	var b []byte
	err = t.QueryRow("SELECT "+column+" FROM sent WHERE device = ? AND "+where+" ORDER BY sequence DESC LIMIT 1", t.s.dev.ID).Scan(&b)
	if errors.Is(err, sql.ErrNoRows) {
		return d, nil
	}
	copy(d[:], b)
	return d, err
}

// noteSent remembers that the file stands, and how far this folder has come.
func (s *Store) noteSent(sent *Sent) error {
	err := s.write(func(t *tx) error {
		_, err := t.Exec("UPDATE sent SET digest = ? WHERE device = ? AND sequence = ?", sent.Digest[:], sent.Device, sent.Sequence)
		return err
	})
	if err != nil {
		return fmt.Errorf("note export: %w", err)
	}
	s.backedUp = -1 // the newest backup does not know this sequence yet
	return s.writeDeviceMark()
}

// SentBundles lists the bundles written, newest first.
func (s *Store) SentBundles() (list []Sent, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	err = s.read(func(t *tx) error {
		return t.rows(func(r *sql.Rows) error {
			var x Sent
			var at int64
			var digest, body []byte
			if err := r.Scan(&x.Device, &x.Sequence, &at, &digest, &body); err != nil {
				return err
			}
			var typed sentBody
			if err := t.unseal("sent", sentRow(x.Device, x.Sequence), 0, body, &typed); err != nil {
				return err
			}
			x.At, x.To, x.Roster, x.Years = time.Unix(at, 0), typed.To, typed.Roster, typed.Years
			copy(x.Digest[:], digest)
			list = append(list, x)
			return nil
		}, "SELECT device, sequence, made_at, digest, body FROM sent")
	})
	slices.SortFunc(list, func(a, b Sent) int { return cmp.Or(b.At.Compare(a.At), cmp.Compare(b.Sequence, a.Sequence)) })
	return list, err
}
