//go:build !test

package kit

import (
	"io"
	"log"
	"sync"

	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/language"
)

// systemFonts are those of the computer, nil if they cannot be listed. The toolkit
// draws with them what its theme's font lacks.
var systemFonts = sync.OnceValue(func() *fontscan.FontMap {
	m := fontscan.NewFontMap(log.New(io.Discard, "", 0))
	if m.UseSystemFonts("") != nil {
		return nil
	}
	return m
})

// systemDraws tells whether a font of the computer has a character.
func systemDraws(r rune) bool {
	m := systemFonts()
	if m == nil {
		return false
	}
	m.SetQuery(fontscan.Query{})
	m.SetScript(language.LookupScript(r))
	face := m.ResolveFace(r)
	if face == nil {
		return false
	}
	_, ok := face.NominalGlyph(r)
	return ok
}
