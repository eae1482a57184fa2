package org

import (
	"unicode"
	"unicode/utf8"
)

// The longest texts, in characters. One table serves forms, file and bundle.
const (
	MaxName = 60     // a person's or group's name, a place, a title's short parts
	MaxLine = 200    // one line
	MaxText = 40_000 // minutes of a meeting
	MaxList = 2_000  // members of any list inside an aggregate
)

// CheckText is the check that every text of the vocabulary goes through, for
// the few texts that other packages carry beside it. It returns an *Invalid.
func CheckText(field, s string, max int) error { return checkText(field, s, max) }

// checkText refuses text that is too long, not UTF-8, or has control or
// direction-changing characters. Line breaks and tabs are allowed when max is
// above MaxLine.
func checkText(field, s string, max int) error {
	if !utf8.ValidString(s) {
		return &Invalid{field, WhyUTF8}
	}
	if len(s) > max && utf8.RuneCountInString(s) > max {
		return &Invalid{field, WhyLong}
	}
	for _, r := range s {
		if (r == '\n' || r == '\t') && max > MaxLine {
			continue
		}
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029' {
			return &Invalid{field, WhyControl}
		}
	}
	return nil
}

// textField is one text with its name and its limit, for checkTexts.
type textField struct {
	name, text string
	max        int
}

func checkTexts(fields ...textField) error {
	for _, f := range fields {
		if err := checkText(f.name, f.text, f.max); err != nil {
			return err
		}
	}
	return nil
}
