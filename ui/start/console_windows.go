package start

import (
	"os"

	"golang.org/x/sys/windows"
)

var attachConsole = windows.NewLazySystemDLL("kernel32.dll").NewProc("AttachConsole")

// Console gives the verbs of a program built for the window (-H=windowsgui) the
// console that they are called from, so that their text appears there. Output that
// was sent to a file or a pipe stays there. Without a console, as when called from
// the desktop, nothing changes.
func Console() {
	out, errs := missing(os.Stdout), missing(os.Stderr)
	if !out && !errs {
		return
	}
	const parent = ^uintptr(0) // ATTACH_PARENT_PROCESS
	if ok, _, _ := attachConsole.Call(parent); ok == 0 {
		return
	}
	console, err := os.OpenFile("CONOUT$", os.O_RDWR, 0)
	if err != nil {
		return
	}
	if out {
		os.Stdout = console
	}
	if errs {
		os.Stderr = console
	}
}

// missing tells whether a standard stream leads nowhere.
func missing(f *os.File) bool {
	kind, err := windows.GetFileType(windows.Handle(f.Fd()))
	return err != nil || kind == windows.FILE_TYPE_UNKNOWN
}
