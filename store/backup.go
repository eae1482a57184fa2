package store

import (
	"crypto/rand"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"branchbook/store/safefile"
)

// Reason says why a backup was made; it stands in its file name.
type Reason string

// Reasons for a backup.
const (
	ReasonClose   Reason = "close"
	ReasonWork    Reason = "work"
	ReasonImport  Reason = "import"
	ReasonRestore Reason = "restore"
	ReasonUpgrade Reason = "upgrade"
)

// Backup is one verified copy in the folder of backups.
type Backup struct {
	N      int       `json:"n"` // counts up; newer is larger, whatever the clock said
	Reason Reason    `json:"reason"`
	At     time.Time `json:"at"` // by the clock of that moment, in whole minutes
	Path   string    `json:"path"`
}

// workInterval is how long work goes on before a backup is made of itself.
const workInterval = 30 * time.Minute

// BackupWhenDue makes a backup if the file changed and the last one is older
// than half an hour. The window calls it now and then.
func (s *Store) BackupWhenDue() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.changedSinceBackup() || s.now().Sub(s.lastSaved).Abs() < workInterval {
		return nil
	}
	_, err := s.backup(ReasonWork)
	return err
}

// BackupTo writes a verified copy to a path of the user's choice, which must
// not exist.
func (s *Store) BackupTo(path string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.outside(path); err != nil {
		return fmt.Errorf("back up: %w", err)
	}
	if err := s.copyTo(path); err != nil {
		return fmt.Errorf("back up: %w", classify(err))
	}
	return nil
}

// outside refuses a target in the data folder, where it could take the place of
// the file itself.
func (s *Store) outside(path string) error {
	if Inside(s.dir, path) {
		return ErrInside
	}
	return nil
}

// Inside tells whether a file lies in the data folder or below it, links
// followed.
func Inside(dir, path string) bool {
	rel, err := filepath.Rel(realPath(dir), realPath(filepath.Dir(path)))
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// realPath is the absolute path with links followed, as far as it exists.
func realPath(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	return path
}

// changedSinceBackup compares the journal with what the newest backup holds.
func (s *Store) changedSinceBackup() bool {
	var seq int64
	err := s.read(func(t *tx) (err error) { seq, _, err = t.head(); return err })
	return err != nil || seq != s.backedUp
}

// backup makes a copy in the folder of backups, then thins.
func (s *Store) backup(why Reason) (string, error) {
	if err := os.MkdirAll(s.path(backupsDir), 0o700); err != nil {
		return "", err
	}
	list, err := s.backups()
	if err != nil {
		return "", err
	}
	n := 1
	if len(list) > 0 {
		n = list[0].N + 1
	}
	path := filepath.Join(s.path(backupsDir), backupName(n, why, s.now()))
	if err := s.copyTo(path); err != nil {
		return "", fmt.Errorf("back up: %w", err)
	}
	s.lastSaved = s.now()
	if err := s.read(func(t *tx) (err error) { s.backedUp, _, err = t.head(); return err }); err != nil {
		return "", err
	}
	if err := s.writeDeviceMark(); err != nil {
		return "", err
	}
	return path, s.thin()
}

// copyTo makes a copy in the data folder, opens and reads it whole, and only
// then writes it to its place. Nothing half-made ever has the final name.
func (s *Store) copyTo(path string) error {
	if s.db == nil {
		return ErrClosed
	}
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("copy file: %w", os.ErrExist)
	}
	part := s.path("backup." + shortRandom() + ".part")
	defer os.Remove(part)
	if err := os.WriteFile(part, nil, 0o600); err != nil { // SQLite would make it readable by everybody
		return err
	}
	if _, err := s.db.Exec("VACUUM INTO ?", part); err != nil {
		return err
	}
	if err := checkCopy(part); err != nil {
		return err
	}
	return copyFile(path, part, safefile.Options{})
}

func shortRandom() string {
	var b [4]byte
	rand.Read(b[:])
	return hex.EncodeToString(b[:])
}

// checkCopy opens a finished file read-only and reads all of it.
func checkCopy(path string) error {
	version, err := readHeader(path)
	if err != nil {
		return err
	}
	db, err := sql.Open("sqlite", bareDSN(path))
	if err != nil {
		return err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	var inFile int
	if err := db.QueryRow("PRAGMA user_version").Scan(&inFile); err != nil || inFile != version {
		return &Damaged{What: "header", Err: errors.Join(err, errMismatch)}
	}
	c := &Store{db: db, now: time.Now}
	c.cache.forget()
	if err := c.loadKey(); err != nil {
		return err
	}
	return c.verify()
}

var backupPattern = regexp.MustCompile(`^branchbook-(\d{6,})-(\d{8})-(\d{4})-([a-z]+)\.db$`)

func backupName(n int, why Reason, at time.Time) string {
	return fmt.Sprintf("branchbook-%06d-%s-%s.db", n, at.Format("20060102-1504"), why)
}

func parseBackupName(name string) (b Backup, ok bool) {
	m := backupPattern.FindStringSubmatch(name)
	if m == nil {
		return b, false
	}
	n, err := strconv.Atoi(m[1])
	at, err2 := time.ParseInLocation("200601021504", m[2]+m[3], time.Local)
	return Backup{N: n, Reason: Reason(m[4]), At: at}, err == nil && err2 == nil
}

// Backups lists the copies in the folder of backups, newest first.
func (s *Store) Backups() ([]Backup, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.backups()
}

// BackupsIn lists the copies in the folder of backups of a data folder whose
// file is not open, newest first; none if there is no such folder.
func BackupsIn(dir string) ([]Backup, error) {
	list, err := listBackups(filepath.Join(dir, backupsDir))
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	return list, err
}

func (s *Store) backups() ([]Backup, error) { return listBackups(s.path(backupsDir)) }

func listBackups(dir string) (list []Backup, err error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("list backups: %w", classify(err))
	}
	for _, e := range entries {
		if b, ok := parseBackupName(e.Name()); ok && e.Type().IsRegular() {
			b.Path = filepath.Join(dir, e.Name())
			list = append(list, b)
		}
	}
	slices.SortFunc(list, func(a, b Backup) int { return b.N - a.N })
	return list, nil
}

// findBackups remembers how old the newest backup is. It makes the folder
// again if somebody removed it.
func (s *Store) findBackups() error {
	if err := os.MkdirAll(s.path(backupsDir), 0o700); err != nil {
		return classify(err)
	}
	list, err := s.backups()
	if err != nil {
		return err
	}
	s.backedUp = -1
	if len(list) > 0 {
		s.lastSaved = list[0].At
	}
	if m, ok := s.readMark(); ok && len(list) > 0 {
		s.backedUp = m.BackedUp
	}
	return nil
}

// withDetails adds to a refusal what a person needs: to a report of damage the
// newest backup that can be read, to a busy file who has it.
func (s *Store) withDetails(err error) error {
	var d *Damaged
	var busy *Busy
	switch {
	case errors.As(err, &busy):
		return s.busy()
	case !errors.As(err, &d):
		return err
	}
	list, listErr := s.backups()
	if listErr != nil {
		return err
	}
	for _, b := range list {
		if checkCopy(b.Path) == nil {
			d.Backup = b.Path
			break
		}
	}
	return err
}
