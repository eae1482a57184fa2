package start

import (
	"errors"
	"fmt"
	"runtime"

	"golang.org/x/sys/windows"
)

func open(path string) error {
	verb, err := windows.UTF16PtrFromString("open")
	if err != nil {
		return fmt.Errorf("open file: %w", err)
	}
	file, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return fmt.Errorf("open file: %w", err)
	}
	runtime.LockOSThread() // what opens a file may live in this thread's apartment
	defer runtime.UnlockOSThread()
	if windows.CoInitializeEx(0, windows.COINIT_APARTMENTTHREADED|windows.COINIT_DISABLE_OLE1DDE) == nil {
		defer windows.CoUninitialize()
	}
	err = windows.ShellExecute(0, verb, file, nil, nil, windows.SW_SHOWNORMAL)
	if errors.Is(err, windows.ERROR_NO_ASSOCIATION) {
		return ErrNoProgram
	}
	if err != nil {
		return fmt.Errorf("open file: %w", err)
	}
	return nil
}
