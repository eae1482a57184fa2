package ui

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"branchbook/store/safefile"
)

// spot is a place where people look for files, by the name they know it by.
type spot struct {
	icon, name, note, path string
}

// listSpots lists the sticks, the folder of last time and the user's own
// folders. A folder that is gone is left out.
func listSpots(drives []safefile.Drive, last string) []spot {
	var out []spot
	for _, d := range drives {
		out = append(out, spot{"usb", "U盘 " + d.Name, "剩余 " + sizeText(d.Free), d.Path})
	}
	if last != "" {
		out = append(out, spot{"clock", "上次的文件夹", filepath.Base(last), last})
	}
	out = append(out, userFolders()...)
	return slices.DeleteFunc(out, func(s spot) bool {
		info, err := os.Stat(s.path)
		return err != nil || !info.IsDir()
	})
}

// fileRow is one line of a folder.
type fileRow struct {
	name, path string
	dir        bool
	at         time.Time
	size       int64
}

// listFolder lists a folder: first the folders by name, then the files with one
// of the endings, such as .xlsx, the newest first. Hidden ones are left out.
func listFolder(dir string, endings []string) ([]fileRow, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("list folder: %w", err)
	}
	var rows []fileRow
	for _, e := range entries {
		if hiddenName(e.Name()) {
			continue
		}
		path := filepath.Join(dir, e.Name())
		info, err := os.Stat(path) // follows links, as opening would
		switch {
		case err != nil:
		case info.IsDir():
			rows = append(rows, fileRow{name: e.Name(), path: path, dir: true})
		case info.Mode().IsRegular() && hasEnding(e.Name(), endings):
			rows = append(rows, fileRow{e.Name(), path, false, info.ModTime(), info.Size()})
		}
	}
	slices.SortStableFunc(rows, func(a, b fileRow) int {
		switch {
		case a.dir != b.dir:
			return cmp.Compare(b2i(b.dir), b2i(a.dir))
		case a.dir:
			return strings.Compare(a.name, b.name)
		}
		return b.at.Compare(a.at)
	})
	return rows, nil
}

func b2i(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// hiddenName tells what a system keeps on a drive for itself.
func hiddenName(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "$") || strings.HasPrefix(name, "~$") || name == "System Volume Information" || name == "lost+found"
}

func hasEnding(name string, endings []string) bool {
	return slices.ContainsFunc(endings, func(e string) bool { return strings.EqualFold(filepath.Ext(name), e) })
}

// pasted reads a path as somebody pastes it, perhaps in quotes.
func pasted(text string) string {
	return filepath.Clean(strings.Trim(strings.TrimSpace(text), `"'“”`))
}

// kindOfPath tells whether a path is a folder or a file. Errors: one of the
// system's, such as fs.ErrNotExist.
func kindOfPath(path string) (dir bool, err error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return false, fmt.Errorf("look at path: %w", err)
	case !info.IsDir() && !info.Mode().IsRegular():
		return false, fmt.Errorf("look at path: %w", fs.ErrInvalid)
	}
	return info.IsDir(), nil
}

// firstFolder is the first of some folders that is there.
func firstFolder(paths ...string) (string, error) {
	for _, p := range paths {
		if p == "" {
			continue
		}
		if dir, err := kindOfPath(p); err == nil && dir {
			return p, nil
		}
	}
	return "", errors.Join(fs.ErrNotExist)
}

// sizeText is a number of bytes in words.
func sizeText(n uint64) string {
	switch {
	case n >= 10<<30:
		return fmt.Sprintf("%d GB", n>>30)
	case n >= 1<<30:
		return fmt.Sprintf("%.1f GB", float64(n)/(1<<30))
	case n >= 1<<20:
		return fmt.Sprintf("%d MB", n>>20)
	}
	return fmt.Sprintf("%d KB", (n+1023)>>10)
}
