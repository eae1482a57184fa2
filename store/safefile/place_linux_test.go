package safefile

import (
	"os"
	"path/filepath"
	"testing"
)

const sampleMounts = `22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
31 27 8:17 / /media/li/\346\224\257\351\203\250\040U\347\233\230 rw,nosuid shared:5 master:2 - vfat /dev/sdb1 rw
32 27 0:50 / /home/li/share rw - cifs //server/share rw
33 27 0:51 / /home/li/ssh rw - fuse.sshfs li@host:/ rw
34 27 8:33 / /media/li/card rw - fuseblk /dev/sdc1 rw
35 27 8:49 / /media/li/usbdisk rw - ext4 /dev/sdd1 rw
36 27 253:0 / /media/li/crypt rw - ext4 /dev/mapper/x rw
37 27 8:2 /var /media/li/card rw - ext4 /dev/sda2 rw
broken line
38 27 0:60 / /a\134b rw -
`

func TestMountinfoIsRead(t *testing.T) {
	ms := parseMounts(sampleMounts)
	if len(ms) != 9 {
		t.Fatalf("%d mounts, want 9", len(ms))
	}
	for _, c := range []struct{ path, point, system string }{
		{"/home/li/.local", "/", "ext4"},
		{"/media/li/支部 U盘", "/media/li/支部 U盘", "vfat"},
		{"/media/li/支部 U盘/上报/x", "/media/li/支部 U盘", "vfat"},
		{"/media/li/支部 U盘2", "/", "ext4"},
		{"/home/li/share/x", "/home/li/share", "cifs"},
		{"/media/li/card/x", "/media/li/card", "ext4"}, // the later mount covers the first
	} {
		if m, ok := mountOf(ms, c.path); !ok || m.point != c.point || m.system != c.system {
			t.Errorf("%s lies on %q (%s), want %q (%s)", c.path, m.point, m.system, c.point, c.system)
		}
	}
	if _, ok := mountOf(nil, "/x"); ok {
		t.Error("a mount was found among none")
	}
}

func TestOctalEscapesAreUndone(t *testing.T) {
	for in, want := range map[string]string{`a\040b`: "a b", `\134`: `\`, `a\011b\012`: "a\tb\n", `\04`: `\04`, `\999x`: `\999x`, "": ""} {
		if got := unescape(in); got != want {
			t.Errorf("unescape(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestNetworkFileSystemsAreKnown(t *testing.T) {
	for _, s := range []string{"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "fuse.gvfsd-fuse", "fuse.rclone", "davfs", "fuse.davfs2", "vboxsf"} {
		if !networkSystem(s) {
			t.Errorf("%s is not taken for a network file system", s)
		}
	}
	for _, s := range []string{"ext4", "vfat", "fuseblk", "exfat", "btrfs", "tmpfs", "nfsd", "overlay", "fuse.lxcfs", "xfs"} {
		if networkSystem(s) {
			t.Errorf("%s is taken for a network file system", s)
		}
	}
}

// fakeSysfs builds the few files that are asked, with links as in /sys.
func fakeSysfs(t *testing.T) string {
	t.Helper()
	sys := t.TempDir()
	files := map[string]string{
		"devices/pci0/ata1/block/sda/removable": "0\n", "devices/pci0/ata1/block/sda/sda2/partition": "2\n",
		"devices/pci0/host6/block/sdb/removable": "1\n", "devices/pci0/host6/block/sdb/sdb1/partition": "1\n",
		"devices/pci0/usb2/2-1/block/sdd/removable": "0\n", "devices/pci0/usb2/2-1/block/sdd/sdd1/partition": "1\n",
		"devices/virtual/block/dm-0/removable": "0\n",
		"devices/mmc0/block/mmcblk0/removable": "0\n", "devices/mmc0/block/mmcblk0/device/type": "SD\n",
		"devices/mmc0/block/mmcblk0/mmcblk0p1/partition": "1\n",
	}
	for name, text := range files {
		p := filepath.Join(sys, name)
		if err := os.MkdirAll(filepath.Dir(p), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	links := map[string]string{
		"dev/block/8:2": "devices/pci0/ata1/block/sda/sda2", "dev/block/8:17": "devices/pci0/host6/block/sdb/sdb1",
		"dev/block/8:49": "devices/pci0/usb2/2-1/block/sdd/sdd1", "dev/block/253:0": "devices/virtual/block/dm-0",
		"dev/block/179:1": "devices/mmc0/block/mmcblk0/mmcblk0p1", "devices/virtual/block/dm-0/slaves/sdb1": "devices/pci0/host6/block/sdb/sdb1",
	}
	for name, to := range links {
		p := filepath.Join(sys, name)
		if err := os.MkdirAll(filepath.Dir(p), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(filepath.Join(sys, to), p); err != nil {
			t.Fatal(err)
		}
	}
	return sys
}

func TestRemovableDrivesAreTold(t *testing.T) {
	sys := fakeSysfs(t)
	for device, want := range map[string]bool{"8:2": false, "8:17": true, "8:49": true, "253:0": true, "179:1": true, "9:9": false, "0:21": false} {
		if got := (mount{device: device}).removable(sys); got != want {
			t.Errorf("device %s: removable %v, want %v", device, got, want)
		}
	}
}

func TestWhereAnswersForAFolderNotYetMade(t *testing.T) {
	dir := t.TempDir()
	a, err := Where(dir)
	if err != nil || a.System == "" || a.Network {
		t.Fatalf("%+v, %v", a, err)
	}
	if b, err := Where(filepath.Join(dir, "not", "yet")); err != nil || b != a {
		t.Errorf("%+v, %v; want %+v", b, err, a)
	}
	if p, err := Where("/proc/self"); err != nil || p.System != "proc" {
		t.Errorf("/proc lies on %+v, %v", p, err)
	}
	if n, err := Free(dir); err != nil || n == 0 {
		t.Errorf("%d bytes free, %v", n, err)
	}
	if _, err := Drives(); err != nil {
		t.Errorf("list drives: %v", err)
	}
}
