package safefile

import (
	"errors"
	"os"
	"syscall"
	"time"

	"golang.org/x/sys/windows"
)

var classes = map[syscall.Errno]error{
	windows.ERROR_DISK_FULL: ErrNoSpace, windows.ERROR_HANDLE_DISK_FULL: ErrNoSpace, windows.ERROR_DISK_QUOTA_EXCEEDED: ErrNoSpace,
	windows.ERROR_WRITE_PROTECT: ErrReadOnly, windows.ERROR_ACCESS_DENIED: ErrReadOnly,
	windows.ERROR_NOT_READY: ErrGone, windows.ERROR_DEV_NOT_EXIST: ErrGone, windows.ERROR_NO_SUCH_DEVICE: ErrGone,
	windows.ERROR_DEVICE_NOT_CONNECTED: ErrGone, windows.ERROR_IO_DEVICE: ErrGone,
}

func space(dir string) (free, total uint64, err error) {
	p, err := windows.UTF16PtrFromString(dir)
	if err != nil {
		return 0, 0, err
	}
	err = windows.GetDiskFreeSpaceEx(p, &free, &total, nil)
	return free, total, err
}

// rename gives the file its name, through to the drive. A virus scanner or a
// preview may hold the file for a moment, so those two errors are tried again
// for two seconds.
func rename(from, to string, replace bool) error {
	f, err := windows.UTF16PtrFromString(from)
	if err != nil {
		return err
	}
	t, err := windows.UTF16PtrFromString(to)
	if err != nil {
		return err
	}
	flags := uint32(windows.MOVEFILE_WRITE_THROUGH)
	if replace {
		flags |= windows.MOVEFILE_REPLACE_EXISTING
	}
	for range 10 {
		err = windows.MoveFileEx(f, t, flags)
		if !errors.Is(err, windows.ERROR_ACCESS_DENIED) && !errors.Is(err, windows.ERROR_SHARING_VIOLATION) {
			return err
		}
		time.Sleep(200 * time.Millisecond)
	}
	return err
}

// syncDir does nothing: Windows has no such call, and MOVEFILE_WRITE_THROUGH
// has waited for the drive.
func syncDir(string) error { return nil }

// forget does nothing: reading past the cache needs aligned buffers here, and
// Sync has already asked the drive to flush its own cache.
func forget(*os.File) {}
