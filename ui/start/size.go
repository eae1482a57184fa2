package start

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
)

// SettingsDir is the user's own folder for the log of the program.
func SettingsDir() (string, error) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", fmt.Errorf("find settings folder: %w", err)
	}
	return filepath.Join(dir, "branchbook"), nil
}

// ownScale marks a scale that this program has set, which it may change again,
// even after Guard has started it once more.
const ownScale = "BRANCHBOOK_SCALE"

// SetScale tells the window toolkit how large everything is drawn (字号), 1 for
// 标准. A scale that the user has set outside stays. The toolkit's own look at the
// monitor stays on as well: without it a window on a dense screen would be too
// small to read.
func SetScale(scale float32) {
	if was := os.Getenv("FYNE_SCALE"); was != "" && was != os.Getenv(ownScale) {
		return
	}
	own := strconv.FormatFloat(float64(scale), 'f', 1, 32)
	os.Setenv("FYNE_SCALE", own)
	os.Setenv(ownScale, own)
}
