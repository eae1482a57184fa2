package store

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"filippo.io/age"
	"github.com/google/go-cmp/cmp"

	"branchbook/store/org"
	"branchbook/store/safefile"
)

// TestAFullDiskLosesNothing fills a small file system during each kind of
// write: the old data is whole, the error says that the disk is full, and when
// there is room again the same call goes through.
func TestAFullDiskLosesNothing(t *testing.T) {
	dir, inside := inMounted(t, "-o size=3m")
	if !inside {
		return
	}
	for name, write := range map[string]func(*Store, []*org.Person) error{
		"save": func(s *Store, people []*org.Person) error {
			_, err := s.RecordActivity(themeDay(org.NewDate(2026, 2, 2), people...))
			return err
		},
		"import": func(s *Store, people []*org.Person) error {
			var many []*org.Person
			for range 300 {
				many = append(many, member("来人"))
			}
			_, err := s.Import("名册", nil, many)
			return err
		},
		"import, its own transaction": func(s *Store, people []*org.Person) error {
			_, err := s.change(OpImport, "名册", func(w *tx) error {
				for range 300 {
					if err := w.put(member("来人")); err != nil {
						return err
					}
				}
				return nil
			})
			return err
		},
		"backup": func(s *Store, people []*org.Person) error {
			target := filepath.Join(dir, "copy.db")
			err := s.BackupTo(target)
			if _, statErr := os.Stat(target); err != nil && statErr == nil {
				t.Error("half a backup has the final name")
			}
			return err
		},
		"export": func(s *Store, people []*org.Person) error {
			target := filepath.Join(dir, "up.bundle")
			id, err := age.GenerateX25519Identity()
			if err != nil {
				return err
			}
			_, err = s.Export(Export{Path: target, To: id.Recipient(), App: "test", Replace: true})
			if _, statErr := os.Stat(target); err != nil && statErr == nil {
				t.Error("half a bundle has the final name")
			}
			return err
		},
	} {
		t.Run(name, func(t *testing.T) { fillDuring(t, dir, write) })
		os.RemoveAll(dir + "/b")
		os.Remove(dir + "/copy.db")
		os.Remove(dir + "/up.bundle")
	}
}

func fillDuring(t *testing.T, dir string, write func(*Store, []*org.Person) error) {
	s, err := Create(filepath.Join(dir, "b"), testOptions(), testBranch())
	if err != nil {
		t.Fatal(err)
	}
	people := addMembers(t, s, "甲一", "乙二", "丙三")
	record(t, s, themeDay(org.NewDate(2026, 1, 5), people...))
	before := everything(t, s)

	free := fill(t, dir)
	full := false
	for range 400 {
		before = everything(t, s)
		if err = write(s, people); err != nil {
			full = true
			break
		}
	}
	if !full || !errors.Is(err, ErrDiskFull) {
		t.Fatalf("write on a full disk: %v", err)
	}
	if d := cmp.Diff(before, everything(t, s)); d != "" {
		t.Errorf("data changed:\n%s", d)
	}
	if err := s.Verify(); err != nil {
		t.Error(err)
	}
	free()
	if err := write(s, people); err != nil {
		t.Errorf("after making room: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Errorf("close: %v", err)
	}
	again, err := Open(s.dir, testOptions())
	if err != nil {
		t.Fatal(err)
	}
	if err := again.Verify(); err != nil {
		t.Error(err)
	}
	if err := again.Close(); err != nil {
		t.Error(err)
	}
}

// fill takes all the space of the file system and returns what gives it back.
func fill(t *testing.T, dir string) (free func()) {
	t.Helper()
	path := filepath.Join(dir, "filler")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, size := range []int{64 << 10, 4 << 10} {
		for err = nil; err == nil; {
			_, err = f.Write(make([]byte, size))
		}
	}
	f.Close()
	return func() { os.Remove(path) }
}

func TestARestoreWithoutRoomTakesNothingAway(t *testing.T) {
	dir, inside := inMounted(t, "-o size=3m")
	if !inside {
		return
	}
	s, err := Create(filepath.Join(dir, "b"), testOptions(), testBranch())
	if err != nil {
		t.Fatal(err)
	}
	addMembers(t, s, "甲一")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	list, err := s.backups()
	if err != nil {
		t.Fatal(err)
	}
	poke(t, s.file(), 4096, make([]byte, 8192))
	bad, _ := os.ReadFile(s.file())
	free := fill(t, dir)
	if err := Restore(s.dir, list[0].Path, testOptions()); !errors.Is(err, ErrDiskFull) {
		t.Errorf("restore on a full disk: %v", err)
	}
	if still, _ := os.ReadFile(s.file()); string(still) != string(bad) {
		t.Error("the file is gone or changed")
	}
	// Room for the checked copy is enough: the damaged file is moved, not copied.
	info, err := os.Stat(list[0].Path)
	if err != nil {
		t.Fatal(err)
	}
	free()
	if err := os.WriteFile(filepath.Join(dir, "filler"), make([]byte, leaving(t, dir, 5*info.Size()/2)), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Restore(s.dir, list[0].Path, testOptions()); err != nil {
		t.Fatalf("with room for one copy: %v", err)
	}
	if err := os.Remove(filepath.Join(dir, "filler")); err != nil {
		t.Fatal(err)
	}
	if n := len(everything(t, openAgain(t, s.dir, testOptions())).Persons); n != 1 {
		t.Errorf("%d people", n)
	}
}

// leaving returns the bytes to write so that about room bytes stay free.
func leaving(t *testing.T, dir string, room int64) int64 {
	t.Helper()
	now, err := safefile.Free(dir)
	if err != nil {
		t.Fatal(err)
	}
	return max(0, int64(now)-room)
}
