package paper

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/signintech/gopdf"

	"branchbook/assets"
)

// Missing returns the characters of texts that the font cannot draw, in order,
// so that somebody can be told before anything is printed.
func Missing(texts ...string) ([]rune, error) {
	u, err := newRuler()
	if err != nil {
		return nil, err
	}
	for _, t := range texts {
		u.drawable(t, false)
	}
	return u.missing, nil
}

// style is how a text is set. Sizes are in points, as is every length here.
type style struct {
	size float64
	bold bool
}

func plain(size float64) style  { return style{size, false} }
func strong(size float64) style { return style{size, true} }

// faces are the two fonts, for measuring only: they are shared and never
// written to.
var faces = sync.OnceValues(func() (*[2]gopdf.SubsetFontObj, error) {
	var f [2]gopdf.SubsetFontObj
	for i, data := range [][]byte{assets.Regular, assets.Bold} {
		if err := f[i].SetTTFData(data); err != nil {
			return nil, fmt.Errorf("read font: %w", err)
		}
	}
	return &f, nil
})

// ruler measures text. It remembers widths, since the font finds them slowly.
type ruler struct {
	faces   *[2]gopdf.SubsetFontObj
	ems     [2]map[rune]float64 // below 0: the font lacks the character
	missing []rune
}

func newRuler() (*ruler, error) {
	f, err := faces()
	if err != nil {
		return nil, err
	}
	return &ruler{faces: f, ems: [2]map[rune]float64{{}, {}}}, nil
}

// em returns the width of a character in ems, below 0 if the font lacks it.
func (u *ruler) em(r rune, bold bool) float64 {
	if r == joiner {
		return 0
	}
	n := 0
	if bold {
		n = 1
	}
	w, known := u.ems[n][r]
	if known {
		return w
	}
	// The glyph number 0 stands for "none" as well as an error does.
	glyph, err := u.faces[n].CharCodeToGlyphIndex(r)
	w = -1
	if err == nil && glyph != 0 {
		w = float64(u.faces[n].GlyphIndexToPdfWidth(glyph)) / 1000
	}
	u.ems[n][r] = w
	return w
}

// width measures a text that can be drawn.
func (u *ruler) width(text string, st style) float64 {
	w := 0.0
	for _, r := range text {
		w += u.em(r, st.bold)
	}
	return w * st.size
}

// drawable returns the text as it can be drawn, line ends kept: characters that
// show nothing go, those that the font lacks are noted and become □.
func (u *ruler) drawable(text string, bold bool) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == joiner:
			return r
		case r == '\t':
			return ' '
		case unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Variation_Selector, r):
			return -1
		case u.em(r, bold) >= 0:
			return r
		}
		if !slices.Contains(u.missing, r) {
			u.missing = append(u.missing, r)
		}
		return '□'
	}, text)
}
