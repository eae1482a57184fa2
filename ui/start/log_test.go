package start

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"testing"
)

func TestTheLogGoesOnUntilItIsLarge(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new")
	t.Cleanup(func() { _ = debug.SetCrashOutput(nil, debug.CrashOptions{}) })
	write := func(text string) {
		t.Helper()
		w, err := Log(dir)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(w, text)
		if err := w.(*logFile).file.Close(); err != nil {
			t.Fatal(err)
		}
	}
	write("一\n")
	write("二\n")
	got, err := os.ReadFile(filepath.Join(dir, "log.txt"))
	if err != nil || string(got) != "一\n二\n" {
		t.Fatalf("%q %v", got, err)
	}
	if err := os.WriteFile(filepath.Join(dir, "log.txt"), make([]byte, logMost+1), 0o600); err != nil {
		t.Fatal(err)
	}
	write("三\n")
	if got, _ := os.ReadFile(filepath.Join(dir, "log.txt")); string(got) != "三\n" {
		t.Errorf("%d bytes are left", len(got))
	}
}

func TestWithoutAFolderTheLogIsTheTerminal(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if w, err := Log(file); err == nil || w != os.Stderr {
		t.Errorf("%v %v", w, err)
	}
}
