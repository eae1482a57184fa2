package store

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"branchbook/store/org"
)

func TestABackupOpensAndHoldsTheSame(t *testing.T) {
	s := newStore(t)
	record(t, s, fullActivity(addMembers(t, s, "甲一", "乙二")))
	want := everything(t, s)
	path := filepath.Join(t.TempDir(), "备份.db")
	if err := s.BackupTo(path); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "other")
	if err := Restore(dir, path, testOptions()); err != nil {
		t.Fatal(err)
	}
	same(t, "restored branch", everything(t, openAgain(t, dir, testOptions())), want)
	if err := s.BackupTo(path); !errors.Is(err, os.ErrExist) {
		t.Errorf("backup over a backup: %v", err)
	}
}

func TestRestoreKeepsWhatWasThere(t *testing.T) {
	s := newStore(t)
	addMembers(t, s, "甲一")
	old := filepath.Join(t.TempDir(), "old.db")
	if err := s.BackupTo(old); err != nil {
		t.Fatal(err)
	}
	addMembers(t, s, "乙二")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := Restore(s.dir, old, testOptions()); err != nil {
		t.Fatal(err)
	}
	restored := openAgain(t, s.dir, testOptions())
	if n := len(everything(t, restored).Persons); n != 1 {
		t.Errorf("%d people after restore", n)
	}
	list, err := restored.Backups()
	if err != nil || list[0].Reason != ReasonRestore {
		t.Fatalf("newest backup: %v, %v", list, err)
	}
	if err := restored.Close(); err != nil {
		t.Fatal(err)
	}
	if err := Restore(s.dir, list[0].Path, testOptions()); err != nil {
		t.Fatal(err)
	}
	if n := len(everything(t, openAgain(t, s.dir, testOptions())).Persons); n != 2 {
		t.Errorf("%d people after putting it back", n)
	}
}

func TestRestoreOverADamagedFileMovesItAside(t *testing.T) {
	s := closedStore(t)
	list, err := s.backups()
	if err != nil {
		t.Fatal(err)
	}
	poke(t, s.file(), 4096, make([]byte, 8192))
	bad, _ := os.ReadFile(s.file())
	if err := Restore(s.dir, list[0].Path, testOptions()); err != nil {
		t.Fatal(err)
	}
	if n := len(everything(t, openAgain(t, s.dir, testOptions())).Persons); n != 2 {
		t.Errorf("%d people", n)
	}
	aside, _ := filepath.Glob(filepath.Join(s.dir, "damaged-*", fileName))
	if len(aside) != 1 {
		t.Fatalf("aside: %v", aside)
	}
	if kept, _ := os.ReadFile(aside[0]); string(kept) != string(bad) {
		t.Error("the damaged file was changed")
	}
}

func TestADamagedBackupIsRefusedAndNothingTouched(t *testing.T) {
	s := newStore(t)
	p := addMembers(t, s, "甲一")[0]
	path := filepath.Join(t.TempDir(), "b.db")
	if err := s.BackupTo(path); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, _ := os.ReadFile(s.file())
	for _, at := range []int{50, 70, 4100, len(whole) / 2, bytes.LastIndex(whole, []byte(p.ID))} {
		bad := append([]byte(nil), whole...)
		for i := range 16 {
			bad[min(at+i, len(bad)-1)] ^= 0xff
		}
		if err := os.WriteFile(path, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := Restore(s.dir, path, testOptions()); err == nil {
			t.Errorf("restored a backup with bad bytes at %d", at)
		}
	}
	if err := os.WriteFile(path, whole[:len(whole)-4096], 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Restore(s.dir, path, testOptions()); err == nil {
		t.Error("restored a cut backup")
	}
	if after, _ := os.ReadFile(s.file()); string(after) != string(before) {
		t.Error("the file was changed")
	}
	if left, _ := filepath.Glob(filepath.Join(s.dir, "*.part")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestClosingBacksUpOnlyWhatChanged(t *testing.T) {
	s := newStore(t)
	s = reopen(t, s)
	count := func() int { list, _ := s.Backups(); return len(list) }
	if count() != 1 {
		t.Fatalf("%d backups after the first close", count())
	}
	s = reopen(t, s)
	if count() != 1 {
		t.Errorf("%d backups after a close without changes", count())
	}
	record(t, s, themeDay(org.NewDate(2026, 3, 5)))
	s = reopen(t, s)
	if count() != 2 {
		t.Errorf("%d backups after a change", count())
	}
}

func TestABackupIsMadeEveryHalfHourOfWork(t *testing.T) {
	s := newStore(t)
	now := testNow
	s.now = func() time.Time { return now }
	if err := s.BackupWhenDue(); err != nil {
		t.Fatal(err)
	}
	record(t, s, themeDay(org.NewDate(2026, 3, 5)))
	now = now.Add(29 * time.Minute)
	if err := s.BackupWhenDue(); err != nil {
		t.Fatal(err)
	}
	if list, _ := s.Backups(); len(list) != 1 {
		t.Fatalf("%d backups after 29 minutes", len(list))
	}
	now = now.Add(time.Minute)
	if err := s.BackupWhenDue(); err != nil {
		t.Fatal(err)
	}
	if list, _ := s.Backups(); len(list) != 2 || list[0].Reason != ReasonWork {
		t.Errorf("backups after 30 minutes: %v", list)
	}
}

func TestThinningKeepsTheNewestWhateverTheClockSays(t *testing.T) {
	day := time.Date(2024, 1, 1, 12, 0, 0, 0, time.UTC)
	var list []Backup // newest first
	for n := 400; n > 0; n-- {
		at := day.AddDate(0, 0, n)
		if n > 395 {
			at = at.AddDate(-20, 0, 0) // the clock jumped back
		}
		b := Backup{N: n, At: at, Reason: ReasonClose}
		if n == 3 || n == 5 || n == 7 {
			b.Reason = ReasonUpgrade
		}
		list = append(list, b)
	}
	gone := map[int]bool{}
	for _, b := range surplus(list) {
		gone[b.N] = true
	}
	for n := 391; n <= 400; n++ {
		if gone[n] {
			t.Errorf("backup %d of 400 would go", n)
		}
	}
	if gone[7] || gone[5] || !gone[3] {
		t.Errorf("upgrade copies: 7 %v, 5 %v, 3 %v", gone[7], gone[5], gone[3])
	}
	if kept := len(list) - len(gone); kept < 20 || kept > 45 {
		t.Errorf("%d kept", kept)
	}
}

func TestBackupNamesAreReadBack(t *testing.T) {
	at := time.Date(2026, 3, 20, 15, 4, 0, 0, time.Local)
	b, ok := parseBackupName(backupName(12, ReasonImport, at))
	if !ok || b.N != 12 || b.Reason != ReasonImport || !b.At.Equal(at) {
		t.Errorf("%+v %v", b, ok)
	}
	for _, name := range []string{"branchbook.db", "branchbook-000012-20260320-1504-import.db.part", "x-000012-20260320-1504-import.db"} {
		if _, ok := parseBackupName(name); ok {
			t.Errorf("%s was taken for a backup", name)
		}
	}
}
