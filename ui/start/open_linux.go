package start

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"slices"
	"strings"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// opener is the desktop's own program that finds the program for a file.
const opener = "xdg-open"

// patience is how long the opener may think. Where there is no desktop it stays
// until the file is closed again, which nobody waits for.
var patience = 3 * time.Second

func open(path string) error {
	cmd := exec.Command(opener, path)
	cmd.Env = outside(os.Environ())
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} // lives on when this program ends
	if err := cmd.Start(); err != nil {
		if errors.Is(err, exec.ErrNotFound) || errors.Is(err, fs.ErrNotExist) {
			return ErrNoProgram
		}
		return fmt.Errorf("start %s: %w", opener, bare(err))
	}
	code, ended := wait(cmd.Process.Pid, time.Now().Add(patience))
	_ = cmd.Process.Release()
	switch {
	case !ended || code == 0:
		return nil
	case code == 2: // by xdg-open's manual
		return fmt.Errorf("open file: %w", fs.ErrNotExist)
	}
	return ErrNoProgram
}

// wait gives the exit code of a process if it ends in time.
func wait(pid int, until time.Time) (code int, ended bool) {
	for time.Now().Before(until) {
		var status unix.WaitStatus
		got, err := unix.Wait4(pid, &status, unix.WNOHANG, nil)
		if got == pid || err != nil && err != unix.EINTR {
			return status.ExitStatus(), true
		}
		time.Sleep(20 * time.Millisecond)
	}
	return 0, false
}

// outside is the environment for another program: without what this one has set
// for its own drawing.
func outside(env []string) []string {
	soft := slices.Contains(env, mark+"=1")
	return slices.DeleteFunc(slices.Clone(env), func(v string) bool {
		name, _, _ := strings.Cut(v, "=")
		return name == mark || name == "FYNE_SCALE" || soft && name == "LIBGL_ALWAYS_SOFTWARE"
	})
}
