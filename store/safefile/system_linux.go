package safefile

import (
	"errors"
	"io/fs"
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

var classes = map[syscall.Errno]error{
	unix.ENOSPC: ErrNoSpace, unix.EDQUOT: ErrNoSpace,
	unix.EROFS: ErrReadOnly, unix.EACCES: ErrReadOnly, unix.EPERM: ErrReadOnly,
	unix.EIO: ErrGone, unix.ENODEV: ErrGone, unix.ENXIO: ErrGone, unix.ENOTCONN: ErrGone, unix.ENOMEDIUM: ErrGone,
}

func space(dir string) (free, total uint64, err error) {
	var st unix.Statfs_t
	if err := unix.Statfs(dir, &st); err != nil {
		return 0, 0, err
	}
	return st.Bavail * uint64(st.Bsize), st.Blocks * uint64(st.Bsize), nil
}

// rename gives the file its name. Without replace the kernel refuses an
// existing target; file systems that cannot do that are asked beforehand.
func rename(from, to string, replace bool) error {
	if replace {
		return os.Rename(from, to)
	}
	err := unix.Renameat2(unix.AT_FDCWD, from, unix.AT_FDCWD, to, unix.RENAME_NOREPLACE)
	if !errors.Is(err, unix.EINVAL) && !errors.Is(err, unix.ENOSYS) {
		return err
	}
	if _, err := os.Lstat(to); !errors.Is(err, fs.ErrNotExist) {
		return ErrExists
	}
	return os.Rename(from, to)
}

// syncDir makes the new name durable. Some network and FUSE file systems
// cannot sync a folder, and say so.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	err = d.Sync()
	if errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOTSUP) || errors.Is(err, unix.ENOSYS) {
		return nil
	}
	return err
}

// forget drops the file's pages from the cache, so that the next read asks the
// drive. It is advice: a system that does not follow it reads the cache.
func forget(f *os.File) {
	_ = unix.Fadvise(int(f.Fd()), 0, 0, unix.FADV_DONTNEED)
}
