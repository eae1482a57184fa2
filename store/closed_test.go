package store

import (
	"errors"
	"path/filepath"
	"testing"

	"branchbook/store/org"
)

// The window's work may still run when the file is closed.
func TestAClosedFileSaysSo(t *testing.T) {
	s := newStore(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Errorf("closing again: %v", err)
	}
	calls := map[string]func() error{
		"snapshot": func() error { _, err := s.Snapshot(1, 0); return err },
		"save":     func() error { _, err := s.SavePerson(&org.Person{ID: NewPersonID(), Name: "甲"}); return err },
		"import":   func() error { _, err := s.Import("x", nil, nil); return err },
		"undo":     func() error { _, _, err := s.Undo(0); return err },
		"journal":  func() error { _, err := s.Journal(1); return err },
		"backup":   func() error { return s.BackupTo(filepath.Join(t.TempDir(), "b.db")) },
		"verify":   func() error { return s.Verify() },
		"export":   func() error { _, err := s.Export(Export{Path: filepath.Join(t.TempDir(), "b.bundle")}); return err },
	}
	for name, call := range calls {
		if err := call(); !errors.Is(err, ErrClosed) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
