package start

import (
	"os"
	"os/exec"
	"path/filepath"

	"golang.org/x/sys/windows"
)

// softwareSet is never so: on Windows the library that draws is chosen by the
// folder that the program lies in.
func softwareSet() bool { return false }

// restart starts the copy of the program beside which lies an opengl32.dll that
// draws in software (docs/packaging.md), and ends this one. It returns only if
// there is no such copy or it did not start.
func restart() {
	program, err := os.Executable()
	if err != nil {
		return
	}
	cmd := exec.Command(spare(program), os.Args[1:]...)
	cmd.Env = append(os.Environ(), mark+"=1")
	if cmd.Start() == nil {
		os.Exit(0)
	}
}

func spare(program string) string {
	return filepath.Join(filepath.Dir(program), "softgl", filepath.Base(program))
}

func showBox(title, text string) {
	t, err := windows.UTF16PtrFromString(text)
	if err != nil {
		return
	}
	c, err := windows.UTF16PtrFromString(title)
	if err != nil {
		return
	}
	_, _ = windows.MessageBox(0, t, c, windows.MB_OK|windows.MB_ICONERROR|windows.MB_SETFOREGROUND)
}
