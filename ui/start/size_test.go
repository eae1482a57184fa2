package start

import (
	"os"
	"testing"
)

func TestAScaleFromOutsideStays(t *testing.T) {
	t.Setenv("FYNE_SCALE", "2")
	t.Setenv(ownScale, "")
	SetScale(1.2)
	if got := os.Getenv("FYNE_SCALE"); got != "2" {
		t.Errorf("FYNE_SCALE is %s", got)
	}
	os.Setenv("FYNE_SCALE", "")
	SetScale(1.2)
	if got := os.Getenv("FYNE_SCALE"); got != "1.2" {
		t.Errorf("FYNE_SCALE is %s, want 1.2", got)
	}
}

func TestAnOwnScaleIsChangedAgain(t *testing.T) {
	t.Setenv("FYNE_SCALE", "")
	t.Setenv(ownScale, "")
	SetScale(1.2)
	SetScale(1.4)
	if got := os.Getenv("FYNE_SCALE"); got != "1.4" {
		t.Errorf("FYNE_SCALE is %s, want 1.4", got)
	}
}
