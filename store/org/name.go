package org

import (
	"strings"
	"unicode"
)

// TidyName brings a person's name to the one form in which names are kept and
// compared: full-width letters become plain, spaces inside a name with Chinese
// characters go (王　伟 → 王伟), in other names they are single, and the middle
// dot of minority names is always "·". It does not check the name.
func TidyName(s string) string {
	rs := make([]rune, 0, len(s))
	han := false
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Han, r):
			han = true
		case r >= '！' && r <= '～' && r != '．':
			r -= '！' - '!'
		case unicode.IsSpace(r):
			r = ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r):
			continue
		}
		rs = append(rs, r)
	}
	if !han {
		return strings.Join(strings.Fields(string(rs)), " ")
	}
	return joinDots([]rune(strings.ReplaceAll(string(rs), " ", "")))
}

// joinDots turns every kind of dot that people type between two Chinese
// characters into the middle dot of GB/T 13000 (U+00B7).
func joinDots(rs []rune) string {
	for i := 1; i < len(rs)-1; i++ {
		if strings.ContainsRune("·‧•．.・･∙⋅●。", rs[i]) && unicode.Is(unicode.Han, rs[i-1]) && unicode.Is(unicode.Han, rs[i+1]) {
			rs[i] = '·'
		}
	}
	return string(rs)
}
