package start

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Size is how large everything in the window is drawn (字号). It belongs to a
// person and a screen, not to a branch, and must be known before the window
// toolkit starts: so it has a file of its own, in the user's settings folder.
type Size string

// The sizes, by the word that the file holds.
const (
	Standard Size = "standard" // 标准
	Large    Size = "large"    // 大
	Huge     Size = "huge"     // 特大
)

// Sizes lists the sizes from small to large.
func Sizes() []Size { return []Size{Standard, Large, Huge} }

// Scale is the factor for the window toolkit; that of Standard for a size that
// is none.
func (s Size) Scale() string {
	switch s {
	case Large:
		return "1.2"
	case Huge:
		return "1.4"
	}
	return "1.0"
}

// SettingsDir is the user's own folder for settings of the program and its log.
func SettingsDir() (string, error) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", fmt.Errorf("find settings folder: %w", err)
	}
	return filepath.Join(dir, "branchbook"), nil
}

// ReadSize returns the size kept in a settings folder; Standard if there is none
// or it cannot be read, since a window that is a little small beats no window.
func ReadSize(dir string) Size {
	text, err := os.ReadFile(sizeFile(dir))
	if s := Size(strings.TrimSpace(string(text))); err == nil && (s == Large || s == Huge) {
		return s
	}
	return Standard
}

// SaveSize keeps the size for the next start.
func SaveSize(dir string, s Size) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("make settings folder: %w", err)
	}
	if s == Standard {
		if err := os.Remove(sizeFile(dir)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("forget size: %w", err)
		}
		return nil
	}
	if err := os.WriteFile(sizeFile(dir), []byte(s+"\n"), 0o600); err != nil {
		return fmt.Errorf("keep size: %w", err)
	}
	return nil
}

func sizeFile(dir string) string { return filepath.Join(dir, "size") }

// SetScale tells the window toolkit the size. A scale that the user has set
// outside stays. The toolkit's own look at the monitor stays on as well: without
// it a window on a dense screen would be too small to read.
func SetScale(s Size) {
	if os.Getenv("FYNE_SCALE") == "" {
		os.Setenv("FYNE_SCALE", s.Scale())
	}
}
