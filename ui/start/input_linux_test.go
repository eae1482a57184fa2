package start

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestOnlyTheUsersOwnProcessesCount(t *testing.T) {
	proc := t.TempDir()
	for dir, name := range map[string]string{"12": "fcitx5", "13": "bash", "self": "ibus-daemon"} {
		if err := os.Mkdir(filepath.Join(proc, dir), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(proc, dir, "comm"), []byte(name+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(proc, "14"), 0o755); err != nil { // ended meanwhile
		t.Fatal(err)
	}
	if got := processes(proc, os.Getuid()); !slices.Equal(got, []string{"fcitx5", "bash"}) {
		t.Errorf("%v", got)
	}
	if got := processes(proc, os.Getuid()+1); len(got) != 0 {
		t.Errorf("another user's: %v", got)
	}
}
