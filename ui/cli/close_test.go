package cli

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"branchbook/store"
	"branchbook/store/org"
	"branchbook/ui/say"
)

// saveWithoutBackup runs a verb that saves a person, and whose backup on closing
// fails.
func saveWithoutBackup(t *testing.T, out io.Writer) error {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "data")
	var said bytes.Buffer
	env := Env{Stdout: io.Discard, Stderr: &said, Now: time.Now, Machine: "m"}
	if code := Run(env, []string{"init", "--data", dir, "--name", "甲党支部", "--code", "1", "--kind", "村"}); code != exitOK {
		t.Fatalf("init: %d, %s", code, said.String())
	}
	env.Stdout = out
	c := &call{env: env, data: dir, rest: []string{"--data", dir}, spec: verb{run: func(c *call) (result, error) {
		if _, err := c.parse(0, 0); err != nil {
			return nil, err
		}
		return c.with(func(s *store.Store) (result, error) {
			p := &org.Person{ID: store.NewPersonID(), Name: "王建"}
			if _, err := s.SavePerson(p); err != nil {
				return nil, err
			}
			backups := filepath.Join(dir, "backups")
			return facts{{"name", "姓名", p.Name}}, errors.Join(os.RemoveAll(backups), os.WriteFile(backups, nil, 0o600))
		})
	}}}
	return c.runVerb()
}

// TestWhatWasSavedIsShownAlthoughTheBackupFailed: the backup on closing fails
// after the save, so the result is printed and the verb still fails.
func TestWhatWasSavedIsShownAlthoughTheBackupFailed(t *testing.T) {
	var out bytes.Buffer
	err := saveWithoutBackup(t, &out)
	var missed *store.NoBackup
	if !errors.As(err, &missed) || len(failures(err)) != 1 {
		t.Errorf("the verb ends with %v", err)
	}
	if out.String() != "姓名：王建\n" {
		t.Errorf("printed %q", out.String())
	}
}

// full is a place that takes no more.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

// TestBothFaultsAreSaidWhenNeitherBackupNorResultCouldBeWritten: one does not
// hide the other, and neither says that nothing was done.
func TestBothFaultsAreSaidWhenNeitherBackupNorResultCouldBeWritten(t *testing.T) {
	list := failures(saveWithoutBackup(t, full{}))
	if len(list) != 2 {
		t.Fatalf("the verb ends with %v", list)
	}
	for i, want := range []error{say.ErrNotShown, &store.NoBackup{}} {
		if got := say.Error(list[i]); got != say.Error(want) {
			t.Errorf("fault %d is said %s", i, got)
		}
	}
}
