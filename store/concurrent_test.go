package store

import (
	"path/filepath"
	"sync"
	"testing"

	"branchbook/store/org"
)

// The window asks from several goroutines; each call works alone.
func TestSeveralGoroutinesTakeTurns(t *testing.T) {
	s := newStore(t)
	people := addMembers(t, s, "甲一", "乙二")
	dir := t.TempDir()
	const rounds = 10
	var all sync.WaitGroup
	for worker, work := range []func(i int) error{
		func(i int) error {
			_, err := s.RecordActivity(themeDay(org.NewDate(2026, 1, 1+i), people...))
			return err
		},
		func(int) error { _, err := s.Snapshot(org.NewDate(2026, 1, 1), org.NewDate(2026, 12, 31)); return err },
		func(int) error { _, err := s.Journal(5); return err },
		func(int) error { _, err := s.Person(people[0].ID); return err },
		func(i int) error { return s.BackupTo(filepath.Join(dir, string(rune('a'+i)))) },
		func(int) error { return s.Verify() },
	} {
		all.Go(func() {
			for i := range rounds {
				if err := work(i); err != nil {
					t.Errorf("worker %d: %v", worker, err)
				}
			}
		})
	}
	all.Wait()
	if n := len(everything(t, s).Activities); n != rounds {
		t.Errorf("%d activities", n)
	}
}
