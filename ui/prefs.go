package ui

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"branchbook/store"
	"branchbook/store/safefile"
)

// prefsFile lies in the data folder beside the branch's file. It holds nothing
// about people, and the program works without it.
const prefsFile = "branchbook.window"

// maxPrefs is more than the file can need; a larger one is not ours.
const maxPrefs = 64 << 10

// Prefs are the window's own small settings.
type Prefs struct {
	Font   FontSize `json:"font,omitempty"`
	Folder string   `json:"folder,omitempty"` // where a file was last read from or written to
	Card   []byte   `json:"card,omitempty"`   // the superior's 收件名片 as it was read
}

// FontSize is how large everything is drawn; a stable word.
type FontSize string

// The sizes.
const (
	FontStandard FontSize = "" // 标准
	FontLarge    FontSize = "large"
	FontHuge     FontSize = "huge"
)

// FontSizes lists the sizes in pick-list order.
func FontSizes() []FontSize { return []FontSize{FontStandard, FontLarge, FontHuge} }

// Chinese returns the word on screen.
func (f FontSize) Chinese() string {
	switch f {
	case FontLarge:
		return "大"
	case FontHuge:
		return "特大"
	}
	return "标准"
}

// Scale is what one unit of the window is multiplied by.
func (f FontSize) Scale() float32 {
	switch f {
	case FontLarge:
		return 1.2
	case FontHuge:
		return 1.4
	}
	return 1
}

// LoadPrefs reads the settings of a data folder, that of the user if dir is
// empty. What cannot be read counts as not set.
func LoadPrefs(dir string) Prefs {
	var p Prefs
	if dir == "" {
		own, err := store.DefaultDir()
		if err != nil {
			return p
		}
		dir = own
	}
	info, err := os.Stat(filepath.Join(dir, prefsFile))
	if err != nil || info.Size() > maxPrefs {
		return p
	}
	b, err := os.ReadFile(filepath.Join(dir, prefsFile))
	if err != nil || json.Unmarshal(b, &p) != nil {
		return Prefs{}
	}
	return p
}

// save writes the settings to a data folder that exists.
func (p Prefs) save(dir string) error {
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	b, err := json.Marshal(p)
	if err != nil {
		return fmt.Errorf("encode window settings: %w", err)
	}
	if _, err := safefile.Write(filepath.Join(dir, prefsFile), b, safefile.Options{Replace: true}); err != nil {
		return fmt.Errorf("save window settings: %w", err)
	}
	return nil
}

// prefer changes the settings of the open branch and keeps them. That they
// could not be kept costs nobody any work, so it is only logged.
func (w *Window) prefer(change func(*Prefs)) {
	if w.book == nil {
		return
	}
	p := LoadPrefs(w.book.Store.Dir())
	change(&p)
	if err := p.save(w.book.Store.Dir()); err != nil {
		w.log(err)
	}
}

// prefs are the settings of the open branch.
func (w *Window) prefs() Prefs {
	if w.book == nil {
		return Prefs{}
	}
	return LoadPrefs(w.book.Store.Dir())
}
