package store

import (
	"crypto/ed25519"
	"crypto/rand"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"filippo.io/age"

	"branchbook/store/safefile"
	"branchbook/store/seal"
)

// device is the identity under which this copy of the file hands bundles in. A
// restored or copied file becomes a new device, so that two copies can never
// hand in under one name.
type device struct {
	ID      string
	Secrets secrets
}

// secrets are a device's keys: Seed signs bundles, Identity (age X25519) opens
// receipts.
type secrets struct {
	Seed     []byte `json:"seed"`
	Identity string `json:"identity"`
}

// mark is the side file by which a folder knows its device and how far the file
// in it had come.
type mark struct {
	Device string `json:"device"`
	Seq    int64  `json:"seq"`
	Head   []byte `json:"head"`
	// Sent is the last sequence of a bundle: an export leaves no journal entry.
	Sent int64 `json:"sent"`
	// BackedUp is the journal sequence that the newest backup holds.
	BackedUp int64 `json:"backed_up"`
}

// firstRows writes what a new file knows of itself.
func (t *tx) firstRows() error {
	if _, err := t.Exec("INSERT INTO file (one, id, created_at) VALUES (1, ?, ?)", newID(), t.now.Unix()); err != nil {
		return err
	}
	slot := t.s.key.OpenSlot()
	_, err := t.Exec("INSERT INTO slot (n, kind, wrapped) VALUES (1, ?, ?)", slot.Kind, slot.Wrapped)
	return err
}

// loadKey opens the file's data key.
func (s *Store) loadKey() error {
	key, err := keyFrom(s.db)
	s.key = key
	return err
}

func keyFrom(db *sql.DB) (*seal.Key, error) {
	var slot seal.Slot
	if err := db.QueryRow("SELECT kind, wrapped FROM slot WHERE kind = 'open'").Scan(&slot.Kind, &slot.Wrapped); err != nil {
		return nil, &Damaged{What: "slot", Err: err}
	}
	key, err := slot.Key()
	if err != nil {
		return nil, &Damaged{What: "slot", Err: err}
	}
	return key, nil
}

// checkDevice finds out whether this file still is the device that it was: same
// computer, same folder, not older than the folder remembers. If not, it
// becomes a new one.
func (s *Store) checkDevice() error {
	return s.write(func(t *tx) error {
		d, machine, err := t.newestDevice()
		if err != nil {
			return err
		}
		same, err := t.sameDevice(d, machine)
		if err != nil {
			return err
		}
		if !same {
			if d, err = t.addDevice(); err != nil {
				return err
			}
		}
		s.dev = d
		return nil
	})
}

func (t *tx) newestDevice() (d device, machine []byte, err error) {
	var body []byte
	err = t.QueryRow("SELECT id, machine, secrets FROM device ORDER BY n DESC LIMIT 1").Scan(&d.ID, &machine, &body)
	if errors.Is(err, sql.ErrNoRows) {
		return d, nil, nil
	}
	if err != nil {
		return d, nil, err
	}
	return d, machine, t.unseal("device", d.ID, 0, body, &d.Secrets)
}

func (t *tx) sameDevice(d device, machine []byte) (bool, error) {
	here := t.s.machineMAC()
	if string(machine) != string(here[:]) {
		return false, nil
	}
	m, ok := t.s.readMark()
	if !ok || m.Device != d.ID {
		return false, nil
	}
	sent, err := t.lastSent(d.ID)
	if err != nil || sent < m.Sent {
		return false, err // a copy from before the last bundle
	}
	if m.Seq == 0 {
		return true, nil
	}
	var digest []byte
	err = t.QueryRow("SELECT digest FROM journal WHERE seq = ?", m.Seq).Scan(&digest)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil // older than what this folder held: a restored copy
	}
	return string(digest) == string(m.Head), err
}

// machineMAC is the keyed digest of where the file lives: the computer and the
// folder. A folder that was copied, or moved, is another place.
func (s *Store) machineMAC() [32]byte {
	return s.key.MAC([]byte("machine " + s.machine + "\n" + realPath(s.dir)))
}

func (t *tx) addDevice() (device, error) {
	seed := make([]byte, ed25519.SeedSize)
	rand.Read(seed)
	identity, err := age.GenerateX25519Identity()
	if err != nil {
		return device{}, fmt.Errorf("make device key: %w", err)
	}
	d := device{newID(), secrets{seed, identity.String()}}
	body, err := t.seal("device", d.ID, 0, d.Secrets)
	if err != nil {
		return device{}, err
	}
	machine := t.s.machineMAC()
	if _, err := t.Exec("INSERT INTO device (id, since, machine, secrets) VALUES (?, ?, ?, ?)", d.ID, t.now.Unix(), machine[:], body); err != nil {
		return device{}, err
	}
	return d, t.s.putMark(mark{Device: d.ID, BackedUp: -1})
}

// lastSent is the newest sequence that the device gave to a bundle.
func (t *tx) lastSent(device string) (n int64, err error) {
	err = t.QueryRow("SELECT ifnull(max(sequence), 0) FROM sent WHERE device = ?", device).Scan(&n)
	return n, err
}

func (s *Store) readMark() (m mark, ok bool) {
	b, err := os.ReadFile(s.path(deviceName))
	if err != nil {
		return mark{}, false
	}
	return m, json.Unmarshal(b, &m) == nil
}

// writeDeviceMark remembers how far the file has come.
func (s *Store) writeDeviceMark() error {
	m := mark{Device: s.dev.ID, BackedUp: s.backedUp}
	if err := s.read(func(t *tx) (err error) {
		if m.Seq, m.Head, err = t.head(); err != nil {
			return err
		}
		m.Sent, err = t.lastSent(s.dev.ID)
		return err
	}); err != nil {
		return err
	}
	return s.putMark(m)
}

func (s *Store) putMark(m mark) error {
	b, err := json.Marshal(m)
	if err != nil {
		return err
	}
	return putFile(s.path(deviceName), b)
}

// putFile replaces a small file whole.
func putFile(path string, data []byte) error {
	_, err := safefile.Write(path, data, safefile.Options{Replace: true})
	return err
}

// DeviceID names this copy of the file in its bundles.
func (s *Store) DeviceID() string { return s.dev.ID }
