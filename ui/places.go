package ui

import (
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
		out = append(out, spot{"usb", "U 盘 " + d.Name, "剩余 " + sizeText(d.Free), d.Path})
	}
	if last != "" {
		out = append(out, spot{"clock", "上次的文件夹", filepath.Base(last), last})
	}
	out = append(out, userFolders()...)
	return slices.DeleteFunc(out, func(s spot) bool { return !isFolder(s.path) })
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
		return nil, fmt.Errorf("list folder: %w", nameless(err))
	}
	var folders, files []fileRow
	for _, e := range entries {
		if hiddenName(e.Name()) {
			continue
		}
		path := filepath.Join(dir, e.Name())
		info, err := os.Stat(path) // follows links, as opening would
		switch {
		case err != nil:
		case info.IsDir():
			folders = append(folders, fileRow{name: e.Name(), path: path, dir: true})
		case info.Mode().IsRegular() && hasEnding(e.Name(), endings):
			files = append(files, fileRow{e.Name(), path, false, info.ModTime(), info.Size()})
		}
	}
	slices.SortStableFunc(folders, func(a, b fileRow) int { return strings.Compare(a.name, b.name) })
	slices.SortStableFunc(files, func(a, b fileRow) int { return b.at.Compare(a.at) })
	return append(folders, files...), nil
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
		return false, fmt.Errorf("look at path: %w", nameless(err))
	case !info.IsDir() && !info.Mode().IsRegular():
		return false, fmt.Errorf("look at path: %w", fs.ErrInvalid)
	}
	return info.IsDir(), nil
}

// nameless is an error without the path, which may name people.
func nameless(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}

// isFolder tells whether a folder is there.
func isFolder(path string) bool {
	dir, err := kindOfPath(path)
	return err == nil && dir
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
