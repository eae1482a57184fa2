package ui

import (
	"testing"

	"golang.org/x/sys/unix"

	"branchbook/store/safefile"
)

// tinyDrive mounts a drive of so many bytes, or skips the test where nobody may.
func tinyDrive(t testing.TB, size, flags string) safefile.Drive {
	t.Helper()
	dir := t.TempDir()
	if err := unix.Mount("tmpfs", dir, "tmpfs", 0, size); err != nil {
		t.Skip("no drive can be mounted here")
	}
	t.Cleanup(func() {
		if err := unix.Unmount(dir, unix.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	if flags == "ro" {
		if err := unix.Mount("", dir, "", unix.MS_REMOUNT|unix.MS_RDONLY, size); err != nil {
			t.Skip("the drive cannot be made read-only")
		}
	}
	return safefile.Drive{Name: "TINY", Path: dir, Free: 1 << 30} // it claims to have room
}

func TestAFullStickIsSaidAndHoldsNoHalfFile(t *testing.T) {
	for _, c := range []struct{ name, size, flags, want string }{
		{"no room for the bundle", "size=16k", "", "磁盘空间不足，文件没有写成"},
		{"write-protected", "size=16m", "ro", "这个位置不能写入"},
	} {
		w := openWindow(t, hoursBook(t))
		stick := tinyDrive(t, c.size, c.flags)
		s := readyReport(t, w, stick)
		tapsOn(t, w, "导出上报包")
		if !readsOn(w, c.want) {
			t.Errorf("%s: it is not said", c.name)
		}
		if left := namesIn(t, stick.Path); len(left) != 0 || s.done != nil {
			t.Errorf("%s: left on the stick: %q", c.name, left)
		}
	}
}
