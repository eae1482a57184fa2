package store

import (
	"database/sql"
	"encoding/binary"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"branchbook/store/schema"
)

// closedStore makes a folder with a closed file.
func closedStore(t *testing.T) *Store {
	t.Helper()
	s := newStore(t)
	addMembers(t, s, "甲一", "乙二")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return s
}

// refused opens a folder that must be refused with nothing touched.
func refused(t *testing.T, s *Store) error {
	t.Helper()
	before, err := os.ReadFile(s.file())
	if err != nil {
		t.Fatal(err)
	}
	opened, err := Open(s.dir, testOptions())
	if err == nil {
		opened.Close()
		t.Fatal("the file was opened")
	}
	after, readErr := os.ReadFile(s.file())
	if readErr != nil || string(after) != string(before) {
		t.Error("the refused file was changed")
	}
	return err
}

func poke(t *testing.T, path string, at int64, with []byte) {
	t.Helper()
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := f.WriteAt(with, at); err != nil {
		t.Fatal(err)
	}
}

func TestFilesThatAreNotOursAreRefused(t *testing.T) {
	t.Run("newer", func(t *testing.T) {
		s := closedStore(t)
		poke(t, s.file(), 60, binary.BigEndian.AppendUint32(nil, uint32(len(schema.Scripts())+1)))
		var newer *Newer
		if err := refused(t, s); !errors.As(err, &newer) || newer.File != newer.Program+1 {
			t.Error(err)
		}
	})
	t.Run("another program's", func(t *testing.T) {
		s := closedStore(t)
		os.Remove(s.file())
		db, err := sql.Open("sqlite", s.file())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := db.Exec("CREATE TABLE t (x)"); err != nil {
			t.Fatal(err)
		}
		db.Close()
		if err := refused(t, s); !errors.Is(err, ErrForeign) {
			t.Error(err)
		}
	})
	t.Run("a text", func(t *testing.T) {
		s := closedStore(t)
		os.WriteFile(s.file(), make([]byte, 4096), 0o600)
		if err := refused(t, s); !errors.Is(err, ErrForeign) {
			t.Error(err)
		}
	})
	t.Run("empty", func(t *testing.T) {
		s := closedStore(t)
		os.WriteFile(s.file(), nil, 0o600)
		var damaged *Damaged
		if err := refused(t, s); !errors.As(err, &damaged) || damaged.Backup == "" {
			t.Error(err)
		}
	})
	t.Run("none", func(t *testing.T) {
		if _, err := Open(t.TempDir(), testOptions()); !errors.Is(err, ErrNoBranch) {
			t.Error(err)
		}
	})
}

func TestADamagedFileNamesItsBackup(t *testing.T) {
	s := closedStore(t)
	poke(t, s.file(), 4096, make([]byte, 8192))
	var damaged *Damaged
	if err := refused(t, s); !errors.As(err, &damaged) {
		t.Fatal(err)
	}
	if err := checkCopy(damaged.Backup); err != nil {
		t.Errorf("backup %q: %v", damaged.Backup, err)
	}
}

func TestAChangedBodyOrNumberIsFoundByVerify(t *testing.T) {
	for _, change := range []string{
		"UPDATE person SET body = (SELECT body FROM person WHERE no = 2) WHERE no = 1",
		"UPDATE spell SET from_day = '2000-07-01' WHERE person = 1 AND kind = 'category'",
		"DELETE FROM spell WHERE person = 2 AND n = 2",
		"DELETE FROM spell WHERE person = 2; DELETE FROM person WHERE no = 2",
		"UPDATE journal SET at = at + 1 WHERE seq = 2",
		"UPDATE change SET rev_to = 7 WHERE seq = 2 AND n = 0",
		"DELETE FROM change WHERE seq = 2",
		"UPDATE journal SET op = 'person' WHERE seq = 2",
		"UPDATE change SET before = zeroblob(200) WHERE before IS NOT NULL",
		"UPDATE journal SET note = zeroblob(60) WHERE seq = 2",
		"UPDATE device SET secrets = zeroblob(200)",
	} {
		s := newStore(t)
		p := mustPerson(t, s, addMembers(t, s, "甲一", "乙二")[1].ID)
		p.Note = "改"
		if _, err := s.SavePerson(p); err != nil {
			t.Fatal(err)
		}
		if err := s.Verify(); err != nil {
			t.Fatal(err)
		}
		if _, err := s.db.Exec(change); err != nil {
			t.Fatal(err)
		}
		var damaged *Damaged
		if err := s.Verify(); !errors.As(err, &damaged) {
			t.Errorf("%s: %v", change, err)
		}
		s.abandon()
		os.RemoveAll(s.dir)
	}
}

func TestADamagedFileIsNotBackedUp(t *testing.T) {
	s := newStore(t)
	addMembers(t, s, "甲一")
	if _, err := s.db.Exec("UPDATE person SET body = zeroblob(200)"); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "b.db")
	var damaged *Damaged
	if err := s.BackupTo(path); !errors.As(err, &damaged) {
		t.Errorf("backup: %v", err)
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Error("a backup that cannot be read was kept")
	}
	s.abandon()
}

func TestOneProgramAtATime(t *testing.T) {
	s := newStore(t)
	var busy *Busy
	if _, err := Open(s.dir, testOptions()); !errors.As(err, &busy) {
		t.Fatal(err)
	}
	if busy.Owner.PID != os.Getpid() || busy.Owner.Program != "verb" {
		t.Errorf("owner: %+v", busy.Owner)
	}
	again := reopen(t, s)
	if err := again.Verify(); err != nil {
		t.Error(err)
	}
}

// inMounted runs this test program's one test again with a file system of its
// own mounted at a folder, which goes with the process.
func inMounted(t *testing.T, mount string) (dir string, inside bool) {
	t.Helper()
	if dir := os.Getenv("MOUNTED_" + t.Name()); dir != "" {
		return dir, true
	}
	dir = t.TempDir()
	script := "mount -t tmpfs " + mount + " tmpfs " + dir + " && exec \"$0\" -test.run '^" + t.Name() + "$' -test.v"
	args := []string{"--mount", "sh", "-c", script, os.Args[0]}
	if os.Geteuid() != 0 {
		args = append([]string{"--user", "--map-root-user"}, args...)
	}
	cmd := exec.Command("unshare", args...)
	cmd.Env = append(os.Environ(), "MOUNTED_"+t.Name()+"="+dir)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return "", false
}

func TestAFolderThatCannotBeWrittenIsRefused(t *testing.T) {
	dir := t.TempDir()
	lock := func(s *Store) { // root writes whatever the permissions say
		for path, mode := range map[string]os.FileMode{s.file(): 0o400, s.path(lockName): 0o400, s.dir: 0o500, dir: 0o500} {
			if err := os.Chmod(path, mode); err != nil {
				t.Fatal(err)
			}
		}
		t.Cleanup(func() { os.Chmod(dir, 0o700); os.Chmod(s.dir, 0o700) })
	}
	if os.Geteuid() == 0 {
		var inside bool
		if dir, inside = inMounted(t, "-o size=4m"); !inside {
			return
		}
		lock = func(*Store) {
			if out, err := exec.Command("mount", "-o", "remount,ro", dir).CombinedOutput(); err != nil {
				t.Fatalf("%v: %s", err, out)
			}
		}
	}
	s, err := Create(filepath.Join(dir, "b"), testOptions(), testBranch())
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	lock(s)
	if err := refused(t, s); !errors.Is(err, ErrReadOnly) {
		t.Errorf("open: %v", err)
	}
	if _, err := Create(filepath.Join(dir, "c"), testOptions(), testBranch()); !errors.Is(err, ErrReadOnly) {
		t.Errorf("create: %v", err)
	}
}
