package ui

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

func TestSettingsOfTheWindowAreKept(t *testing.T) {
	w := openWindow(t, emptyBook(t))
	w.prefer(func(p *Prefs) { p.Font, p.Card = FontHuge, []byte("card") })
	w.prefer(func(p *Prefs) { p.Folder = "/media/stick" })
	got := LoadPrefs(w.book.Store.Dir())
	if got.Font != FontHuge || !bytes.Equal(got.Card, []byte("card")) || got.Folder != "/media/stick" {
		t.Errorf("kept %+v", got)
	}
}

func TestBrokenSettingsCountAsNone(t *testing.T) {
	for name, text := range map[string]string{"cut off": `{"font":"huge"`, "another shape": `[1,2]`, "too long": `{"font":"huge","folder":"` + string(bytes.Repeat([]byte("x"), maxPrefs)) + `"}`} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, prefsFile), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := LoadPrefs(dir); got.Font != FontStandard || got.Folder != "" {
			t.Errorf("%s: read %+v", name, got)
		}
	}
}

func TestEverythingGrowsWithTheFontSize(t *testing.T) {
	want := []float32{1, 1.2, 1.4}
	for i, f := range FontSizes() {
		if f.Scale() != want[i] {
			t.Errorf("%s: %v, want %v", f.Chinese(), f.Scale(), want[i])
		}
	}
}
