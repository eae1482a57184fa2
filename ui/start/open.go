package start

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// ErrNoProgram says that the system knows no program for a file.
var ErrNoProgram = errors.New("no program opens this file")

// Open opens a file or a folder with the system's own program for it and returns
// once that program has it; it may wait a few seconds, so call it away from the
// window's goroutine. ErrNoProgram if there is no program, fs.ErrNotExist if the
// file is gone.
func Open(path string) error {
	abs, err := filepath.Abs(path)
	if err != nil {
		return fmt.Errorf("find file to open: %w", bare(err))
	}
	if _, err := os.Stat(abs); err != nil {
		return fmt.Errorf("find file to open: %w", bare(err))
	}
	return open(abs)
}

// OpenFolder opens the folder that a file lies in; a folder itself.
func OpenFolder(path string) error {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return Open(path)
	}
	return Open(filepath.Dir(path))
}

// bare takes the path out of an error: a file may carry a person's name.
func bare(err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
