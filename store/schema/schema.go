// Package schema holds the numbered scripts that make and upgrade a file.
package schema

import (
	"embed"
	"io/fs"
	"slices"
)

//go:embed *.sql
var scripts embed.FS

// Scripts returns the text of every script in order; the script at index i
// leads to version i+1.
func Scripts() []string {
	names, err := fs.Glob(scripts, "*.sql")
	if err != nil {
		panic(err) // only for a malformed pattern
	}
	slices.Sort(names)
	texts := make([]string, len(names))
	for i, n := range names {
		b, err := scripts.ReadFile(n)
		if err != nil {
			panic(err) // embedded, so it is there
		}
		texts[i] = string(b)
	}
	return texts
}
