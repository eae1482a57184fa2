package store

import (
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/gofrs/flock"
	_ "modernc.org/sqlite" // the driver

	"branchbook/store/org"
	"branchbook/store/safefile"
	"branchbook/store/seal"
)

// Options are what a caller may choose on opening.
type Options struct {
	Now     func() time.Time // the clock; time.Now if nil
	Program string           // for the owner's note: window or verb
	Machine string           // what tells this computer from others; found out if empty
}

// Store is one open file. Its methods may be called from any goroutine, one
// works at a time.
type Store struct {
	dir     string
	now     func() time.Time
	machine string
	db      *sql.DB
	lock    *flock.Flock
	owner   Owner
	key     *seal.Key
	dev     device
	name    string // of the file in the folder

	mu        sync.Mutex
	cache     cache
	backedUp  int64     // journal sequence that the newest backup holds
	lastSaved time.Time // of the newest backup
}

const (
	fileName   = "branchbook.db"
	newName    = "branchbook.new.db"
	lockName   = "branchbook.lock"
	ownerName  = "branchbook.owner"
	deviceName = "branchbook.device"
	backupsDir = "backups"

	applicationID = 0x42426b31 // "BBk1"
)

// DefaultDir returns the data folder of the user who runs the program.
func DefaultDir() (string, error) {
	if d := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(d) {
		return filepath.Join(d, "branchbook"), nil
	}
	if d := os.Getenv("LOCALAPPDATA"); d != "" {
		return filepath.Join(d, "branchbook"), nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", fmt.Errorf("find data folder: %w", err)
	}
	return filepath.Join(home, ".local", "share", "branchbook"), nil
}

// Create makes the folder's file for a new branch, which gets its id here, and
// opens it. ErrExists if there is one already. The file gets its name when it
// is complete, so that a crash leaves none.
func Create(dir string, o Options, b *org.Branch) (*Store, error) {
	s, err := prepare(dir, o, true)
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(s.file()); err == nil {
		s.release()
		return nil, ErrExists
	}
	s.name = newName
	s.removeNew()
	if err := s.create(b); err != nil {
		s.abandon()
		s.removeNew()
		return nil, fmt.Errorf("create file: %w", classify(err))
	}
	return s, nil
}

// sweep removes half-made copies that a crash left. Nothing in them is the only
// copy of anything.
func (s *Store) sweep() {
	for _, pattern := range []string{"backup.*.part*", ".backup.*.part*", "restore.*.part*", ".restore.*.part*", filepath.Join(backupsDir, ".*.part")} {
		left, err := filepath.Glob(s.path(pattern))
		if err != nil {
			panic(err) // only for a malformed pattern
		}
		for _, path := range left {
			os.Remove(path)
		}
	}
}

// removeNew removes what an interrupted Create left. Nobody ever saved there.
func (s *Store) removeNew() {
	for _, suffix := range []string{"", "-wal", "-journal"} {
		os.Remove(s.path(newName) + suffix)
	}
}

func (s *Store) create(b *org.Branch) error {
	// SQLite would make it readable by everybody; its log takes the same mode.
	if err := os.WriteFile(s.file(), nil, 0o600); err != nil {
		return err
	}
	if err := s.connect(); err != nil {
		return err
	}
	if err := s.found(b); err != nil {
		return err
	}
	if err := s.db.Close(); err != nil {
		return err
	}
	from := s.file()
	s.name = fileName
	if err := s.moveAside(); err != nil { // a log without its file would be taken for the new one's
		return err
	}
	if err := safefile.Rename(from, s.file(), false); err != nil {
		return err
	}
	s.writeOwner()
	return s.connect()
}

// found fills a new file.
func (s *Store) found(b *org.Branch) error {
	s.key = seal.NewKey()
	if err := s.migrate(0); err != nil {
		return err
	}
	if err := s.write(func(t *tx) error { return t.firstRows() }); err != nil {
		return err
	}
	c := *b
	c.ID = org.ItemID(newID())
	if _, err := s.change(OpInit, c.Name, func(t *tx) error { return t.put(&c) }); err != nil {
		return err
	}
	if err := s.checkDevice(); err != nil {
		return err
	}
	return s.checkpoint()
}

// Open opens the folder's file. It refuses, with nothing touched: no file
// (ErrNoBranch), open elsewhere (*Busy), another program's file (ErrForeign), a
// newer program's (*Newer), a damaged one (*Damaged), a folder on a stick or a
// network drive (*BadPlace), a folder that cannot be written (ErrReadOnly).
func Open(dir string, o Options) (*Store, error) {
	if _, err := os.Stat(filepath.Join(dir, fileName)); errors.Is(err, os.ErrNotExist) {
		return nil, ErrNoBranch
	}
	s, err := prepare(dir, o, false)
	if err != nil {
		return nil, err
	}
	if err := s.open(); err != nil {
		s.abandon()
		return nil, fmt.Errorf("open file: %w", s.withDetails(classify(err)))
	}
	return s, nil
}

func (s *Store) open() error {
	version, err := readHeader(s.file())
	if err != nil {
		return err
	}
	crashed := s.ownerLeft()
	if err := s.connect(); err != nil {
		return err
	}
	if err := s.quickCheck(); err != nil {
		return err
	}
	if err := s.loadKey(); err != nil {
		return err
	}
	if err := s.migrate(version); err != nil {
		return err
	}
	s.writeOwner()
	if crashed {
		if err := s.verify(); err != nil {
			return err
		}
	}
	if err := s.checkDevice(); err != nil {
		return err
	}
	return s.findBackups()
}

// placeOf is replaced in tests, which have no stick.
var placeOf = safefile.Where

// prepare makes sure that the folder is fit to live in and takes its lock.
func prepare(dir string, o Options, create bool) (*Store, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("find data folder: %w", err)
	}
	place, err := placeOf(dir)
	if err == nil && (place.Removable || place.Network) {
		return nil, &BadPlace{place.Removable, place.Network}
	}
	if create {
		if err := os.MkdirAll(filepath.Join(dir, backupsDir), 0o700); err != nil {
			return nil, fmt.Errorf("make data folder: %w", classify(err))
		}
	}
	s := &Store{dir: dir, name: fileName, now: o.Now, machine: o.Machine, lock: flock.New(filepath.Join(dir, lockName), flock.SetPermissions(0o600))}
	if s.machine == "" {
		s.machine = machineID()
	}
	s.cache.forget()
	if err := s.takeLock(o.Program); err != nil {
		return nil, err
	}
	s.sweep()
	return s, nil
}

// connect opens the one connection. Every pragma stands in the DSN, so that a
// connection which the pool replaces has them too.
func (s *Store) connect() error {
	db, err := sql.Open("sqlite", dsn(s.file()))
	if err != nil {
		return fmt.Errorf("connect: %w", err)
	}
	db.SetMaxOpenConns(1)
	db.SetMaxIdleConns(1)
	db.SetConnMaxLifetime(0)
	s.db = db
	var mode string
	if err := db.QueryRow("PRAGMA journal_mode").Scan(&mode); err != nil {
		return fmt.Errorf("connect: %w", err)
	}
	if mode != "wal" {
		return fmt.Errorf("connect: journal mode is %s: %w", mode, ErrReadOnly)
	}
	return nil
}

func dsn(path string) string {
	q := url.Values{"_txlock": {"immediate"}, "_defensive": {"1"}, "_dqs": {"0"}, "_pragma": {
		"busy_timeout(500)", "locking_mode(EXCLUSIVE)", "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(1)",
		"trusted_schema(0)", "cell_size_check(1)", "mmap_size(0)", "temp_store(2)", "secure_delete(1)",
		"wal_autocheckpoint(1000)", "journal_size_limit(8388608)",
	}}
	return fileURL(path) + "?" + q.Encode()
}

// bareDSN is for looking at a finished copy: read-only, and nothing that would
// write to it.
func bareDSN(path string) string {
	return fileURL(path) + "?mode=ro&_pragma=trusted_schema(0)&_pragma=cell_size_check(1)&_pragma=mmap_size(0)&_pragma=temp_store(2)"
}

func fileURL(path string) string {
	p := filepath.ToSlash(path)
	if !strings.HasPrefix(p, "/") {
		p = "/" + p // a drive letter
	}
	return (&url.URL{Scheme: "file", Path: p}).String()
}

// Close makes a backup if anything changed, empties the WAL and lets go of the
// file. The first error is returned, the file is let go in any case; what was
// saved stays saved: *NoBackup says that only the backup failed. Closing again
// does nothing; every other method of a closed file returns ErrClosed.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.db == nil {
		return nil
	}
	err := s.checkpoint()
	if err == nil && s.changedSinceBackup() {
		if _, e := s.backup(ReasonClose); e != nil {
			err = &NoBackup{classify(e)}
		}
	}
	if err == nil {
		err = s.writeDeviceMark()
	}
	if e := s.db.Close(); err == nil {
		err = e
	}
	s.db = nil
	os.Remove(s.path(ownerName))
	s.release()
	if err != nil {
		return fmt.Errorf("close file: %w", classify(err))
	}
	return nil
}

// abandon lets go of the file without touching it further.
func (s *Store) abandon() {
	if s.db != nil {
		s.db.Close()
		s.db = nil
	}
	s.release()
}

func (s *Store) path(name string) string { return filepath.Join(s.dir, name) }

func (s *Store) file() string { return s.path(s.name) }

// Dir returns the data folder.
func (s *Store) Dir() string { return s.dir }

// checkpoint empties the WAL. An automatic checkpoint that fails is silent, so
// this one is explicit and its result row is read.
func (s *Store) checkpoint() error {
	var busy, log, done int
	if err := s.db.QueryRow("PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &log, &done); err != nil {
		return fmt.Errorf("empty the log: %w", err)
	}
	if busy != 0 {
		return fmt.Errorf("empty the log: %w", ErrDiskFull)
	}
	return nil
}
