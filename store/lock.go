package store

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
)

// takeLock takes the folder's lock or says who has it. The system lets go of it
// when a program dies, so a lock is never stale.
func (s *Store) takeLock(program string) error {
	got, err := s.lock.TryLock()
	if err != nil {
		return fmt.Errorf("lock data folder: %w", classify(err))
	}
	if !got {
		return s.busy()
	}
	s.owner = Owner{PID: os.Getpid(), Program: program, Since: s.now().Truncate(1e9)}
	s.owner.Host, _ = os.Hostname()
	return nil
}

// busy says who has the file open, as far as the note tells.
func (s *Store) busy() *Busy {
	busy := &Busy{}
	if b, err := os.ReadFile(s.path(ownerName)); err == nil {
		// A note half written tells nothing, and the file is busy all the same.
		_ = json.Unmarshal(b, &busy.Owner)
	}
	return busy
}

// ownerLeft tells whether the last program went without closing the file.
func (s *Store) ownerLeft() bool {
	_, err := os.Stat(s.path(ownerName))
	return err == nil
}

// writeOwner leaves the note. The lock is what counts; a note that cannot be
// written only makes the refusal less helpful.
func (s *Store) writeOwner() {
	b, err := json.Marshal(s.owner)
	if err == nil {
		_ = os.WriteFile(s.path(ownerName), b, 0o600)
	}
}

func (s *Store) release() { _ = s.lock.Unlock() }

// machineID returns what tells this computer from others, for recognising a
// copied file; it is kept only as a keyed digest.
func machineID() string {
	if runtime.GOOS == "windows" {
		out, err := exec.Command("reg", "query", `HKLM\SOFTWARE\Microsoft\Cryptography`, "/v", "MachineGuid").Output()
		if f := strings.Fields(string(out)); err == nil && len(f) > 0 {
			return f[len(f)-1]
		}
	}
	for _, p := range []string{"/etc/machine-id", "/var/lib/dbus/machine-id"} {
		if b, err := os.ReadFile(p); err == nil && len(b) > 8 {
			return strings.TrimSpace(string(b))
		}
	}
	host, err := os.Hostname()
	if err == nil {
		return host
	}
	return "unknown"
}
