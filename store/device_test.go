package store

import (
	"os"
	"path/filepath"
	"testing"

	"filippo.io/age"

	"branchbook/store/bundle"
)

func exportTo(t *testing.T, s *Store, path string, id *age.X25519Identity) *bundle.Bundle {
	t.Helper()
	if _, err := s.Export(Export{Path: path, To: id.Recipient(), App: "test"}); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	b, err := bundle.Read(f, id)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func identity(t *testing.T) *age.X25519Identity {
	t.Helper()
	id, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func TestBundlesOfOneDeviceCountUpAndChain(t *testing.T) {
	s := newStore(t)
	addMembers(t, s, "甲一")
	id, dir := identity(t), t.TempDir()
	first := exportTo(t, s, dir+"/1", id)
	s = reopen(t, s)
	second := exportTo(t, s, dir+"/2", id)
	if first.Manifest.Sequence != 1 || second.Manifest.Sequence != 2 || second.Manifest.Previous != first.Digest || first.Manifest.Device != second.Manifest.Device {
		t.Errorf("first %d, second %d after %s on %s", first.Manifest.Sequence, second.Manifest.Sequence, second.Manifest.Previous, second.Manifest.Device)
	}
	if first.Manifest.Journal.Sequence != 2 || first.Manifest.Counts["person"] != 1 {
		t.Errorf("manifest: %+v", first.Manifest)
	}
	list, err := s.SentBundles()
	if err != nil || len(list) != 2 || list[0].Digest != second.Digest {
		t.Errorf("sent: %v, %v", list, err)
	}
}

func TestACopiedMovedOrRestoredFileIsANewDevice(t *testing.T) {
	id := identity(t)
	for name, move := range map[string]func(*testing.T, *Store) *Store{
		"file copied to another folder": func(t *testing.T, s *Store) *Store {
			dir := t.TempDir()
			b, err := os.ReadFile(s.file())
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, fileName), b, 0o600); err != nil {
				t.Fatal(err)
			}
			return openAgain(t, dir, testOptions())
		},
		"folder copied whole on the same computer": func(t *testing.T, s *Store) *Store {
			return openAgain(t, copyFolder(t, s.dir), testOptions())
		},
		"folder copied to another computer": func(t *testing.T, s *Store) *Store {
			o := testOptions()
			o.Machine = "another machine"
			return openAgain(t, s.dir, o)
		},
		"restored from a backup": func(t *testing.T, s *Store) *Store {
			list, err := s.backups()
			if err != nil {
				t.Fatal(err)
			}
			if err := Restore(s.dir, list[0].Path, testOptions()); err != nil {
				t.Fatal(err)
			}
			return openAgain(t, s.dir, testOptions())
		},
		"older copy put back by hand": func(t *testing.T, s *Store) *Store {
			list, err := s.backups()
			if err != nil {
				t.Fatal(err)
			}
			b, err := os.ReadFile(list[len(list)-1].Path)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(s.file(), b, 0o600); err != nil {
				t.Fatal(err)
			}
			return openAgain(t, s.dir, testOptions())
		},
		"a copy that went its own way put back": func(t *testing.T, s *Store) *Store {
			away := copyFolder(t, s.dir)
			other := openAgain(t, away, testOptions())
			for range 3 {
				addMembers(t, other, "丙三")
			}
			if err := other.Close(); err != nil {
				t.Fatal(err)
			}
			back := openAgain(t, s.dir, testOptions())
			addMembers(t, back, "丁四")
			if err := back.Close(); err != nil {
				t.Fatal(err)
			}
			b, err := os.ReadFile(filepath.Join(away, fileName))
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(s.file(), b, 0o600); err != nil {
				t.Fatal(err)
			}
			return openAgain(t, s.dir, testOptions())
		},
		"a copy that became a device put back": func(t *testing.T, s *Store) *Store {
			away := copyFolder(t, s.dir)
			if err := os.Remove(filepath.Join(away, deviceName)); err != nil {
				t.Fatal(err)
			}
			if err := openAgain(t, away, testOptions()).Close(); err != nil {
				t.Fatal(err)
			}
			b, err := os.ReadFile(filepath.Join(away, fileName))
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(s.file(), b, 0o600); err != nil {
				t.Fatal(err)
			}
			return openAgain(t, s.dir, testOptions())
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStore(t)
			addMembers(t, s, "甲一")
			s = reopen(t, s)
			addMembers(t, s, "乙二")
			before := exportTo(t, s, filepath.Join(t.TempDir(), "1"), id)
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			moved := move(t, s)
			after := exportTo(t, moved, filepath.Join(t.TempDir(), "2"), id)
			if after.Manifest.Device == before.Manifest.Device || after.Manifest.Signer == before.Manifest.Signer || after.Manifest.Sequence != 1 {
				t.Errorf("device %s, sequence %d: still the old device", after.Manifest.Device, after.Manifest.Sequence)
			}
			if after.Manifest.Branch != before.Manifest.Branch {
				t.Error("another branch")
			}
		})
	}
}

// copyFolder copies a closed data folder whole, as people do.
func copyFolder(t *testing.T, dir string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "copy")
	if err := os.CopyFS(to, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	return to
}

func openAgain(t *testing.T, dir string, o Options) *Store {
	t.Helper()
	s, err := Open(dir, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if s.db != nil {
			s.Close()
		}
	})
	return s
}

func TestTheSameFolderStaysTheSameDevice(t *testing.T) {
	s := newStore(t)
	was := s.DeviceID()
	for range 3 {
		addMembers(t, s, "甲一")
		s = reopen(t, s)
	}
	if s.DeviceID() != was {
		t.Error("a new device after an ordinary start")
	}
}

func TestAMarkThatDoesNotFitTheFileMakesANewDevice(t *testing.T) {
	for name, change := range map[string]func(*mark){
		"of another device":   func(m *mark) { m.Device = "another" },
		"of another history":  func(m *mark) { m.Head[0] ^= 1 },
		"of a longer history": func(m *mark) { m.Seq++ },
	} {
		s := closedStore(t)
		was := s.DeviceID()
		m, ok := s.readMark()
		if !ok {
			t.Fatal("no mark")
		}
		change(&m)
		if err := s.putMark(m); err != nil {
			t.Fatal(err)
		}
		if openAgain(t, s.dir, testOptions()).DeviceID() == was {
			t.Errorf("a mark %s was taken for this file's", name)
		}
	}
}
