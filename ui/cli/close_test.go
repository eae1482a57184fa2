package cli

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"branchbook/store"
	"branchbook/store/org"
)

// TestWhatWasSavedIsShownAlthoughTheBackupFailed: the backup on closing fails
// after the save, so the result is printed and the verb still fails.
func TestWhatWasSavedIsShownAlthoughTheBackupFailed(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	var out, said bytes.Buffer
	env := Env{Stdout: &out, Stderr: &said, Now: time.Now, Machine: "m"}
	if code := Run(env, []string{"init", "--data", dir, "--name", "甲党支部", "--code", "1", "--kind", "村"}); code != exitOK {
		t.Fatalf("init: %d, %s", code, said.String())
	}
	out.Reset()
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
	err := c.runVerb()
	var missed *store.NoBackup
	if !errors.As(err, &missed) {
		t.Errorf("the verb ends with %v", err)
	}
	if out.String() != "姓名：王建\n" {
		t.Errorf("printed %q", out.String())
	}
}
