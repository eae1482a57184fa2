package sheet

import (
	"strings"
	"unicode"
)

// narrow turns a full-width character into its plain form.
func narrow(r rune) rune {
	switch {
	case r >= '！' && r <= '～':
		return r - ('！' - '!')
	case r == '\u3000':
		return ' '
	}
	return r
}

// half turns every full-width character of s into its plain form.
func half(s string) string {
	for _, r := range s {
		if r >= '\u3000' {
			return strings.Map(narrow, s)
		}
	}
	return s
}

// tidy puts a cell on one line without what people do not see: direction
// marks, zero-width characters, repeated spaces. The trick ="…" that keeps
// numbers as text in csv is undone.
func tidy(s string) string {
	if neat(s) {
		return s
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == '\u2028', r == '\u2029':
			return -1
		}
		return r
	}, s)
	s = strings.Join(strings.Fields(s), " ")
	if strings.HasPrefix(s, `="`) && strings.HasSuffix(s, `"`) && len(s) > 2 {
		s = s[2 : len(s)-1]
	}
	return strings.TrimSpace(strings.TrimLeft(s, "'`‘"))
}

// neat tells at a glance, for most cells, that tidy has nothing to do.
func neat(s string) bool {
	for _, r := range s {
		if r <= ' ' || r == 0x7F || r == '=' || r == '\'' || r == '`' || r >= 0x80 && r < 0x2E80 || r == '\u3000' || r > 0x9FFF {
			return false
		}
	}
	return true
}

func blank(s string) bool {
	for _, r := range s {
		if !unicode.IsSpace(r) && !unicode.IsControl(r) && !unicode.Is(unicode.Cf, r) {
			return false
		}
	}
	return true
}

// nothing tells the words and strokes that stand for "no entry" on forms that
// may not be left blank.
func nothing(s string) bool {
	switch s {
	case "", "无", "-", "--", "—", "——", "/", "\\", "－", "－－", "暂无", "不详", "未知", "空", "N/A", "n/a":
		return true
	}
	return false
}

// errorValue tells what a spreadsheet shows for a formula gone wrong.
func errorValue(s string) bool {
	switch s {
	case "#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!":
		return true
	}
	return false
}

// squeeze removes every space.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// digits tells whether s is one or more plain digits.
func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
