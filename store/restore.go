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
	s, err := prepare(dir, o, true)
	if err != nil {
		return err
	}
	defer s.release()
	if err := s.restore(from, o); err != nil {
		return fmt.Errorf("restore: %w", classify(err))
	}
	return nil
}

func (s *Store) restore(from string, o Options) error {
	part := s.path("restore." + shortRandom() + ".part")
	defer os.Remove(part)
	if err := copyFile(part, from, safefile.Options{}); err != nil {
		return err
	}
	if err := checkCopy(part); err != nil {
		return err
	}
	if err := s.clearPlace(o); err != nil {
		return err
	}
	if err := os.Remove(s.path(deviceName)); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return copyFile(s.file(), part, safefile.Options{Replace: true})
}

// clearPlace makes sure that what the folder holds is kept elsewhere in it, so
// that it may be replaced.
func (s *Store) clearPlace(o Options) error {
	if _, err := os.Stat(s.file()); errors.Is(err, os.ErrNotExist) {
		return nil
	}
	err := s.open()
	if err == nil {
		_, err = s.backup(ReasonRestore)
	}
	if err == nil {
		err = s.checkpoint()
	}
	if s.db != nil {
		s.db.Close()
		s.db = nil
	}
	if errors.Is(err, ErrDiskFull) || errors.Is(err, ErrReadOnly) {
		return err
	}
	if err != nil {
		return s.moveAside()
	}
	os.Remove(s.path(ownerName))
	return nil
}

// moveAside keeps a file that cannot be read, with its log: a later program
// may still get something out of it.
func (s *Store) moveAside() error {
	aside := s.path("damaged-" + s.now().Format("20060102-150405") + "-" + shortRandom())
	if err := os.Mkdir(aside, 0o700); err != nil {
		return err
	}
	for _, name := range []string{fileName, fileName + "-wal", fileName + "-journal"} {
		err := os.Rename(s.path(name), filepath.Join(aside, name))
		if err != nil && !errors.Is(err, os.ErrNotExist) {
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
