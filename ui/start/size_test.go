package start

import (
	"os"
	"path/filepath"
	"testing"
)

func TestTheSizeIsKept(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new")
	if got := ReadSize(dir); got != Standard {
		t.Errorf("before anything was kept: %s", got)
	}
	for _, s := range []Size{Huge, Large, Standard, Standard} {
		if err := SaveSize(dir, s); err != nil {
			t.Fatal(err)
		}
		if got := ReadSize(dir); got != s {
			t.Errorf("kept %s, read %s", s, got)
		}
	}
}

func TestASizeThatIsNoneIsStandard(t *testing.T) {
	dir := t.TempDir()
	for _, text := range []string{"", "1.4", "特大", "huge huge", "\x00"} {
		if err := os.WriteFile(sizeFile(dir), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := ReadSize(dir); got != Standard {
			t.Errorf("%q is read as %s", text, got)
		}
	}
}

func TestTheScaleGrowsWithTheSize(t *testing.T) {
	var got []string
	for _, s := range Sizes() {
		got = append(got, s.Scale())
	}
	if want := [3]string{"1.0", "1.2", "1.4"}; [3]string(got) != want {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestAScaleFromOutsideStays(t *testing.T) {
	t.Setenv("FYNE_SCALE", "2")
	SetScale(Large)
	if got := os.Getenv("FYNE_SCALE"); got != "2" {
		t.Errorf("FYNE_SCALE is %s", got)
	}
	os.Setenv("FYNE_SCALE", "")
	SetScale(Large)
	if got := os.Getenv("FYNE_SCALE"); got != "1.2" {
		t.Errorf("FYNE_SCALE is %s, want 1.2", got)
	}
}
