//go:build test

package kit

// systemDraws is never so in tests, where the toolkit leaves the system's fonts
// alone.
func systemDraws(rune) bool { return false }
