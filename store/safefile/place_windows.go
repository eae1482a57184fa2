package safefile

import (
	"path/filepath"
	"strings"

	"golang.org/x/sys/windows"
)

// Where tells what kind of drive path lies on. A USB disk that calls itself
// fixed is not told from one inside the computer.
func Where(path string) (Place, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return Place{}, said("look at folder", err)
	}
	p, err := windows.UTF16PtrFromString(abs)
	if err != nil {
		return Place{}, said("look at folder", err)
	}
	var root [windows.MAX_PATH + 1]uint16
	if err := windows.GetVolumePathName(p, &root[0], uint32(len(root))); err != nil {
		return Place{}, said("find volume", err)
	}
	kind := windows.GetDriveType(&root[0])
	_, system, _ := volume(&root[0]) // a reader without a card has no file system
	return Place{
		Removable: kind == windows.DRIVE_REMOVABLE,
		Network:   kind == windows.DRIVE_REMOTE || strings.HasPrefix(abs, `\\`),
		System:    system,
		Mount:     windows.UTF16ToString(root[:]),
	}, nil
}

// Drives lists the removable drives that hold a medium, by letter. One without
// a label has its letter as name.
func Drives() ([]Drive, error) {
	letters, err := windows.GetLogicalDrives()
	if err != nil {
		return nil, said("list drives", err)
	}
	var out []Drive
	for i := range 26 {
		root := string(rune('A'+i)) + `:\`
		p, err := windows.UTF16PtrFromString(root)
		if letters&(1<<i) == 0 || err != nil || windows.GetDriveType(p) != windows.DRIVE_REMOVABLE {
			continue
		}
		label, _, err := volume(p)
		if err != nil {
			continue // a card reader without a card
		}
		free, err := Free(root)
		if err != nil {
			continue // pulled out meanwhile
		}
		if label == "" {
			label = root[:2]
		}
		out = append(out, Drive{label, root, free})
	}
	return out, nil
}

func volume(root *uint16) (label, system string, err error) {
	var l, s [windows.MAX_PATH + 1]uint16
	err = windows.GetVolumeInformation(root, &l[0], uint32(len(l)), nil, nil, nil, &s[0], uint32(len(s)))
	return windows.UTF16ToString(l[:]), windows.UTF16ToString(s[:]), err
}
