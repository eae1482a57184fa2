package start

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// desktop puts a program in the place of the desktop's opener, which notes what
// it was called with.
func desktop(t *testing.T, script string) (note string) {
	t.Helper()
	dir := t.TempDir()
	note = filepath.Join(dir, "note")
	text := "#!/bin/sh\nprintf '%s' \"$1\" >" + note + "\n" + script + "\n"
	if err := os.WriteFile(filepath.Join(dir, opener), []byte(text), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+":/usr/bin:/bin")
	return note
}

func file(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAFileIsHandedOverByItsPlainPath(t *testing.T) {
	note := desktop(t, "exit 0")
	path := file(t, "2026年 签到表 100%.pdf")
	if err := Open(path); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(note); err != nil || string(got) != path {
		t.Errorf("handed over %q %v", got, err)
	}
	if err := OpenFolder(path); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(note); string(got) != filepath.Dir(path) {
		t.Errorf("its folder: %q", got)
	}
	if err := OpenFolder(filepath.Dir(path)); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(note); string(got) != filepath.Dir(path) {
		t.Errorf("a folder itself: %q", got)
	}
}

func TestWhatDoesNotOpenIsTold(t *testing.T) {
	path := file(t, "a.pdf")
	for script, want := range map[string]error{"exit 2": fs.ErrNotExist, "exit 3": ErrNoProgram, "exit 4": ErrNoProgram} {
		desktop(t, script)
		if err := Open(path); !errors.Is(err, want) {
			t.Errorf("%s: %v", script, err)
		}
	}
	t.Setenv("PATH", t.TempDir())
	if err := Open(path); !errors.Is(err, ErrNoProgram) {
		t.Errorf("no opener: %v", err)
	}
	gone := filepath.Join(t.TempDir(), "张三.pdf")
	if err := Open(gone); !errors.Is(err, fs.ErrNotExist) || strings.Contains(err.Error(), "张三") {
		t.Errorf("no file: %v", err)
	}
}

func TestNobodyWaitsForTheFileToBeClosed(t *testing.T) {
	desktop(t, "exec sleep 2")
	patience = 200 * time.Millisecond
	t.Cleanup(func() { patience = 3 * time.Second })
	start := time.Now()
	if err := Open(file(t, "a.pdf")); err != nil || time.Since(start) > time.Second {
		t.Errorf("%v after %v", err, time.Since(start))
	}
}

func TestOtherProgramsDrawAsTheyDidBefore(t *testing.T) {
	env := []string{"HOME=/h", "FYNE_SCALE=1.4", "LIBGL_ALWAYS_SOFTWARE=1"}
	if got := outside(env); !slices.Equal(got, []string{"HOME=/h", "LIBGL_ALWAYS_SOFTWARE=1"}) {
		t.Errorf("set by the user: %v", got)
	}
	if got := outside(append(env, mark+"=1")); !slices.Equal(got, []string{"HOME=/h"}) {
		t.Errorf("set by this program: %v", got)
	}
}
