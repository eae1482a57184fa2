package safefile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"
)

// Where tells what kind of drive path lies on. What does not exist yet lies
// where its nearest existing folder lies.
func Where(path string) (Place, error) {
	mounts, err := readMounts()
	if err != nil {
		return Place{}, err
	}
	real, err := resolve(path)
	if err != nil {
		return Place{}, said("look at folder", err)
	}
	m, ok := mountOf(mounts, real)
	if !ok {
		return Place{}, fmt.Errorf("find mount: %w", fs.ErrNotExist)
	}
	return m.place("/sys"), nil
}

// Drives lists the removable drives that are mounted, by path. One without a
// label has the last element of its path as name.
func Drives() ([]Drive, error) {
	mounts, err := readMounts()
	if err != nil {
		return nil, err
	}
	var out []Drive
	for _, m := range mounts {
		if m.point == "/" || strings.HasPrefix(m.point, "/boot") || !m.place("/sys").Removable {
			continue
		}
		free, err := Free(m.point)
		if err != nil {
			continue // pulled out meanwhile
		}
		out = append(out, Drive{filepath.Base(m.point), m.point, free})
	}
	slices.SortFunc(out, func(a, b Drive) int { return strings.Compare(a.Path, b.Path) })
	return slices.CompactFunc(out, func(a, b Drive) bool { return a.Path == b.Path }), nil
}

// resolve follows links, and goes up to the nearest folder that exists.
func resolve(path string) (string, error) {
	p, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	for {
		real, err := filepath.EvalSymlinks(p)
		if !errors.Is(err, fs.ErrNotExist) {
			return real, err
		}
		p = filepath.Dir(p)
	}
}

// mount is one line of /proc/self/mountinfo.
type mount struct {
	device string // major:minor
	point  string
	system string
	source string
}

func readMounts() ([]mount, error) {
	b, err := os.ReadFile("/proc/self/mountinfo")
	if err != nil {
		return nil, said("read mounts", err)
	}
	return parseMounts(string(b)), nil
}

// parseMounts reads mountinfo (proc_pid_mountinfo(5)): id, parent, major:minor,
// root, mount point, options, optional fields, "-", type, source, options.
// Lines of another shape are left out.
func parseMounts(text string) []mount {
	var out []mount
	for line := range strings.Lines(text) {
		left, right, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " - ")
		l, r := strings.Fields(left), strings.Fields(right)
		if !ok || len(l) < 6 || len(r) < 2 {
			continue
		}
		out = append(out, mount{l[2], unescape(l[4]), r[0], unescape(r[1])})
	}
	return out
}

// unescape undoes the \040 escapes of space, tab, newline and backslash.
func unescape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+3 < len(s) {
			if n, err := strconv.ParseUint(s[i+1:i+4], 8, 8); err == nil {
				b.WriteByte(byte(n))
				i += 3
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// mountOf finds the longest mount point above path; of two on one point the
// later one covers the other.
func mountOf(mounts []mount, path string) (mount, bool) {
	best, found := mount{}, false
	for _, m := range mounts {
		under := m.point == "/" || path == m.point || strings.HasPrefix(path, m.point+"/")
		if under && len(m.point) >= len(best.point) {
			best, found = m, true
		}
	}
	return best, found
}

func (m mount) place(sysfs string) Place {
	return Place{Removable: m.removable(sysfs), Network: networkSystem(m.system), System: m.system, Mount: m.point}
}

// networkSystem tells the file systems whose bytes lie on another computer; a
// virtual machine's shared folder counts, for the same locks are missing.
func networkSystem(system string) bool {
	s := strings.TrimPrefix(system, "fuse.")
	for _, prefix := range []string{"nfs4", "cifs", "smb", "sshfs", "rclone", "gvfsd", "davfs", "s3fs", "glusterfs", "ceph", "vmhgfs", "curlftpfs"} {
		if strings.HasPrefix(s, prefix) {
			return true
		}
	}
	return slices.Contains([]string{"nfs", "9p", "afs", "ncpfs", "coda", "virtiofs", "vboxsf", "prl_fs", "lustre", "ocfs2", "gfs2"}, s)
}

// removable follows the device to its disk. A file system such as btrfs gives
// no device number of its own; then its source names the device.
func (m mount) removable(sysfs string) bool {
	device := m.device
	if strings.HasPrefix(device, "0:") {
		var st unix.Stat_t
		if !strings.HasPrefix(m.source, "/dev/") || unix.Stat(m.source, &st) != nil {
			return false
		}
		device = fmt.Sprintf("%d:%d", unix.Major(st.Rdev), unix.Minor(st.Rdev))
	}
	dir, err := filepath.EvalSymlinks(filepath.Join(sysfs, "dev/block", device))
	return err == nil && removableDevice(dir, 4)
}

// removableDevice asks the device, its parent (a partition's disk) and, for an
// encrypted or mapped one, those below it. Disks on USB and cards in a reader
// seldom call themselves removable, though people pull them out all the same.
func removableDevice(dir string, depth int) bool {
	if strings.Contains(dir, "/usb") || flag(dir, "removable") == "1" || flag(filepath.Dir(dir), "removable") == "1" {
		return true
	}
	if flag(dir, "device/type") == "SD" || flag(filepath.Dir(dir), "device/type") == "SD" {
		return true
	}
	below, _ := filepath.Glob(filepath.Join(dir, "slaves/*"))
	for _, b := range below {
		if real, err := filepath.EvalSymlinks(b); err == nil && depth > 0 && removableDevice(real, depth-1) {
			return true
		}
	}
	return false
}

func flag(dir, name string) string {
	b, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(b))
}
