package bundle

import (
	"strings"
	"unicode/utf8"

	"branchbook/store/org"
)

// Mask returns the person as the receiver may see it: a copy whose ID number
// and phone are masked unless asked for. A masked number has no check digit any
// more, so the copy says so with IDOdd. The lists inside are shared.
func Mask(p *org.Person, wanted Fields) *org.Person {
	c := *p
	if !wanted.IDNumber && c.IDNumber != "" {
		c.IDNumber, c.IDOdd = masked(c.IDNumber, org.MaskID), true
	}
	if !wanted.Phone {
		c.Phone = masked(c.Phone, org.MaskPhone)
	}
	return &c
}

// masked hides the whole text where the mask would cut a character in two.
func masked(s string, mask func(string) string) string {
	if m := mask(s); utf8.ValidString(m) {
		return m
	}
	return strings.Repeat("*", utf8.RuneCountInString(s))
}

// checkMasked tells the first person with a field that was not asked for. A
// masked text stays the same when it is masked again.
func checkMasked(people []*org.Person, wanted Fields) error {
	for _, p := range people {
		m := Mask(p, wanted)
		if m.IDNumber != p.IDNumber {
			return &Fault{p.Ref(), "id_number", WhyUnmasked, nil}
		}
		if m.Phone != p.Phone {
			return &Fault{p.Ref(), "phone", WhyUnmasked, nil}
		}
	}
	return nil
}
