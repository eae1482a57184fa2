package kit

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"

	"branchbook/assets"
)

// geta stands for a character that no font on this computer has, as printers put
// it: a reader sees that a character is missing, and where.
const geta = '〓'

// Drawn is a text as it can be drawn: what neither the embedded font nor the
// system has becomes 〓. The file keeps the character.
func Drawn(text string) string {
	if len(Undrawn(text)) == 0 {
		return text
	}
	return strings.Map(func(r rune) rune {
		if drawable(r) {
			return r
		}
		return geta
	}, text)
}

// Undrawn lists the characters of a text that no font on this computer has.
func Undrawn(text string) (lacking []rune) {
	for _, r := range text {
		if !drawable(r) && !slices.Contains(lacking, r) {
			lacking = append(lacking, r)
		}
	}
	return lacking
}

// drawnRunes remembers what was found out of the rarer characters. Only the
// window's goroutine draws.
var drawnRunes = map[rune]bool{}

func drawable(r rune) bool {
	if r < 0x2E80 || r >= 0x4E00 && r < 0x9FA6 || unicode.Is(unicode.Variation_Selector, r) || unicode.IsControl(r) {
		return true // the toolkit's own fonts and the embedded one have them all
	}
	known, ok := drawnRunes[r]
	if !ok {
		known = embedded()(r) || systemDraws(r)
		drawnRunes[r] = known
	}
	return known
}

// embedded tells which characters the embedded font has.
var embedded = sync.OnceValue(func() func(rune) bool {
	loader, err := opentype.NewLoader(bytes.NewReader(assets.Regular))
	if err != nil {
		panic(err) // a file of this program
	}
	raw, err := loader.RawTable(opentype.MustNewTag("cmap"))
	if err != nil {
		panic(err)
	}
	table, _, err := tables.ParseCmap(raw)
	if err != nil {
		panic(err)
	}
	runes, _, err := font.ProcessCmap(table, tables.FPNone)
	if err != nil {
		panic(err)
	}
	return func(r rune) bool { _, ok := runes.Lookup(r); return ok }
})
