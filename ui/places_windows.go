package ui

import "golang.org/x/sys/windows"

// userFolders are 桌面, 文档 and 下载 wherever the user has put them, and the
// computer's own disks.
func userFolders() []spot {
	var out []spot
	for _, k := range []struct {
		id   *windows.KNOWNFOLDERID
		name string
	}{{windows.FOLDERID_Desktop, "桌面"}, {windows.FOLDERID_Documents, "文档"}, {windows.FOLDERID_Downloads, "下载"}} {
		if path, err := windows.KnownFolderPath(k.id, 0); err == nil {
			out = append(out, spot{"folder", k.name, "", path})
		}
	}
	return append(out, disks()...)
}

func disks() (out []spot) {
	letters, err := windows.GetLogicalDrives()
	if err != nil {
		return nil
	}
	for i := range 26 {
		root := string(rune('A'+i)) + `:\`
		p, err := windows.UTF16PtrFromString(root)
		if letters&(1<<i) != 0 && err == nil && windows.GetDriveType(p) == windows.DRIVE_FIXED {
			out = append(out, spot{"folder", "磁盘 " + root[:2], "", root})
		}
	}
	return out
}
