package store

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"branchbook/store/org"
)

func TestNothingIsWrittenOverTheFileItself(t *testing.T) {
	s := newStore(t)
	id := identity(t)
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(s.dir, link); err != nil {
		t.Fatal(err)
	}
	for _, target := range []string{s.file(), s.path("other.bundle"), filepath.Join(s.path(backupsDir), "x"), filepath.Join(link, fileName)} {
		if _, err := s.Export(Export{Path: target, To: id.Recipient(), App: "test", Replace: true}); !errors.Is(err, ErrInside) {
			t.Errorf("export: %v", err)
		}
		if err := s.BackupTo(target); !errors.Is(err, ErrInside) {
			t.Errorf("backup: %v", err)
		}
	}
	if err := s.Verify(); err != nil {
		t.Error(err)
	}
}

// leaveLog kills a writer, so that a log full of saves lies beside the file.
func leaveLog(t *testing.T, s *Store) {
	t.Helper()
	killOnce(t, "WRITE_FOREVER", s.dir, 20*time.Millisecond)
	if info, err := os.Stat(s.file() + "-wal"); err != nil || info.Size() == 0 {
		t.Fatalf("no log was left: %v", err)
	}
}

func TestALogWithoutItsFileIsNotTakenForAnothers(t *testing.T) {
	s := closedStore(t)
	list, err := s.backups()
	if err != nil {
		t.Fatal(err)
	}
	for name, again := range map[string]func() error{
		"create": func() error {
			fresh, err := Create(s.dir, testOptions(), testBranch())
			if err == nil {
				err = fresh.Close()
			}
			return err
		},
		"restore": func() error { return Restore(s.dir, list[0].Path, testOptions()) },
	} {
		leaveLog(t, s)
		if err := os.Remove(s.file()); err != nil {
			t.Fatal(err)
		}
		if err := again(); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		opened, err := Open(s.dir, testOptions())
		if err != nil {
			t.Fatalf("open after %s: %v", name, err)
		}
		if err := opened.Verify(); err != nil {
			t.Errorf("after %s: %v", name, err)
		}
		if err := opened.Close(); err != nil {
			t.Error(err)
		}
	}
	if kept, _ := filepath.Glob(filepath.Join(s.dir, "damaged-*", fileName+"-wal")); len(kept) != 2 {
		t.Errorf("logs kept: %v", kept)
	}
}

func TestABusyFileIsNotTakenForADamagedOne(t *testing.T) {
	s := newStore(t)
	addMembers(t, s, "甲一")
	backup := filepath.Join(t.TempDir(), "b.db")
	if err := s.BackupTo(backup); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(s.path(lockName)); err != nil { // as a tidy user might
		t.Fatal(err)
	}
	var busy *Busy
	if err := Restore(s.dir, backup, testOptions()); !errors.As(err, &busy) || busy.Owner.PID != os.Getpid() {
		t.Errorf("restore: %v", err)
	}
	if _, err := Open(s.dir, testOptions()); !errors.As(err, &busy) {
		t.Errorf("open: %v", err)
	}
	addMembers(t, s, "乙二")
	if n := len(everything(t, reopen(t, s)).Persons); n != 2 {
		t.Errorf("%d people", n)
	}
}

func TestACopyThatWasNotClosedIsRefusedAsABackup(t *testing.T) {
	s := closedStore(t)
	leaveLog(t, s)
	dir := filepath.Join(t.TempDir(), "other")
	if err := Restore(dir, s.file(), testOptions()); !errors.Is(err, ErrOpenCopy) {
		t.Errorf("restore: %v", err)
	}
	if err := Restore(dir, s.file()+".gone", testOptions()); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("restore of nothing: %v", err)
	}
	if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Error("a refused restore made a folder")
	}
}

func TestACopyFromBeforeTheLastBundleIsANewDevice(t *testing.T) {
	s := closedStore(t)
	before, err := os.ReadFile(s.file())
	if err != nil {
		t.Fatal(err)
	}
	s = openAgain(t, s.dir, testOptions())
	was := s.DeviceID()
	exportTo(t, s, filepath.Join(t.TempDir(), "1"), identity(t))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(s.file(), before, 0o600); err != nil {
		t.Fatal(err)
	}
	if openAgain(t, s.dir, testOptions()).DeviceID() == was {
		t.Error("sequence 1 would be given twice")
	}
}

func TestAnExportDoesNotPassForABackup(t *testing.T) {
	s := closedStore(t)
	s = openAgain(t, s.dir, testOptions())
	record(t, s, themeDay(org.NewDate(2026, 3, 5)))
	exportTo(t, s, filepath.Join(t.TempDir(), "1"), identity(t))
	s.abandon() // as if killed
	s = openAgain(t, s.dir, testOptions())
	before, _ := s.Backups()
	s = reopen(t, s)
	if after, _ := s.Backups(); len(after) != len(before)+1 {
		t.Errorf("%d backups, then %d", len(before), len(after))
	}
}

func TestHalfMadeCopiesAreSweptAndBackupsFolderIsRemade(t *testing.T) {
	s := closedStore(t)
	for _, name := range []string{"backup.0a1b2c3d.part", "backup.0a1b2c3d.part-journal", ".restore.0a1b2c3d.part.part", backupsDir + "/.branchbook-000009-20260320-1504-close.db.part"} {
		if err := os.WriteFile(s.path(name), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s = openAgain(t, s.dir, testOptions())
	left, _ := filepath.Glob(s.path("*part*"))
	hidden, _ := filepath.Glob(s.path(".*part*"))
	more, _ := filepath.Glob(filepath.Join(s.path(backupsDir), ".*"))
	if len(left)+len(hidden)+len(more) > 0 {
		t.Errorf("left: %v %v %v", left, hidden, more)
	}
	if err := os.RemoveAll(s.path(backupsDir)); err != nil {
		t.Fatal(err)
	}
	addMembers(t, s, "丙三")
	if list, err := s.Backups(); err != nil || len(list) != 1 {
		t.Errorf("backups: %v, %v", list, err)
	}
}

// The chain covers an image by its digest alone. That it is the state which was
// there before is a check of its own, against a slip of this program.
func TestABeforeImageOfAnotherStateIsFound(t *testing.T) {
	s := newStore(t)
	p := mustPerson(t, s, addMembers(t, s, "甲一")[0].ID)
	p.Note = "改"
	if _, err := s.SavePerson(p); err != nil {
		t.Fatal(err)
	}
	other := *p
	other.Note = "从未有过"
	err := s.write(func(w *tx) error {
		if err := w.checkImages(); err != nil {
			t.Error(err)
		}
		image, err := w.seal(imageTable, string(org.KindPerson)+"/"+string(p.ID), 1, &other)
		if err != nil {
			return err
		}
		if _, err := w.Exec("UPDATE change SET before = ? WHERE before IS NOT NULL", image); err != nil {
			return err
		}
		return w.checkImages()
	})
	var damaged *Damaged
	if !errors.As(err, &damaged) {
		t.Errorf("check: %v", err)
	}
}
