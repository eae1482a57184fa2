package store

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"branchbook/store/safefile"
)

// Restore puts a backup in the place of the folder's file. The backup is copied
// and read whole first; a file that is there is backed up before, or, if it is
// damaged, moved aside with its log and never deleted. The restored file
// becomes a new device when it is opened. The folder may be empty.
func Restore(dir, from string, o Options) error {
	if err := closedCopy(from); err != nil {
		return fmt.Errorf("restore: %w", classify(err))
	}
	s, err := prepare(dir, o, true)
	if err != nil {
		return err
	}
	defer s.release()
	if err := s.restore(from); err != nil {
		return fmt.Errorf("restore: %w", s.withDetails(classify(err)))
	}
	return nil
}

// closedCopy makes sure that a backup is a file with nothing beside it: what
// lies in a log would be lost.
func closedCopy(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return ErrForeign
	}
	for _, log := range []string{"-wal", "-journal"} {
		if info, err := os.Stat(path + log); err == nil && info.Size() > 0 {
			return ErrOpenCopy
		}
	}
	_, err = readHeader(path)
	return err
}

func (s *Store) restore(from string) error {
	part := s.path("restore." + shortRandom() + ".part")
	defer os.Remove(part)
	if err := copyFile(part, from, safefile.Options{}); err != nil {
		return err
	}
	if err := checkCopy(part); err != nil {
		return err
	}
	if err := s.clearPlace(); err != nil {
		return err
	}
	if err := os.Remove(s.path(deviceName)); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return safefile.Rename(part, s.file(), true)
}

// clearPlace makes sure that what the folder holds is kept elsewhere in it, so
// that it may be replaced. A file that is merely busy, newer or another
// program's is refused.
func (s *Store) clearPlace() error {
	if _, err := os.Stat(s.file()); errors.Is(err, os.ErrNotExist) {
		return s.moveAside() // a log may be left
	}
	err := s.open()
	if err == nil {
		_, err = s.backup(ReasonRestore)
	}
	if err == nil {
		err = s.checkpoint()
	}
	if s.db != nil {
		err = errors.Join(err, s.db.Close())
		s.db = nil
	}
	var damaged *Damaged
	if errors.As(classify(err), &damaged) {
		return s.moveAside()
	}
	if err == nil {
		os.Remove(s.path(ownerName))
	}
	return err
}

// moveAside keeps a file that cannot be read, with its log: a later program
// may still get something out of it. It also takes away a log whose file is
// gone, which SQLite would take for that of a new file.
func (s *Store) moveAside() error {
	aside := s.path("damaged-" + s.now().Format("20060102-150405") + "-" + shortRandom())
	for _, suffix := range []string{"", "-wal", "-journal", "-shm"} {
		name := fileName + suffix
		if _, err := os.Lstat(s.path(name)); errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err := os.MkdirAll(aside, 0o700); err != nil {
			return err
		}
		if err := os.Rename(s.path(name), filepath.Join(aside, name)); err != nil {
			return err
		}
	}
	os.Remove(s.path(ownerName))
	return nil
}

func copyFile(to, from string, o safefile.Options) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	info, err := in.Stat()
	if err != nil {
		return err
	}
	o.Size = info.Size()
	_, err = safefile.WriteFunc(to, o, func(w io.Writer) error {
		_, err := io.Copy(w, in)
		return err
	})
	return err
}
