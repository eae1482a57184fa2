package match

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mozillazg/go-pinyin"

	"branchbook/store/org"
)

// cost says how likely a reading is: the less, the likelier.
type cost int8

const (
	usual   cost = iota // the first reading
	less                // another reading that is as right
	misread             // a reading that the character does not have as a surname
	never
)

// A unit is what has one initial: a character of a Chinese name, or a word in
// letters. It can be typed in several ways, itself among them.
type unit struct{ ways []way }

type way struct {
	text string
	cost cost
}

// initial is what stands for the unit on a label.
func (u *unit) initial() string {
	_, n := utf8.DecodeRuneInString(u.ways[0].text)
	return strings.ToUpper(u.ways[0].text[:n])
}

// Initials returns the capital initials of a name, ZDH for 张德华 and OY for
// 区勇, for labels. A surname has its reading as a surname; what has no reading
// stands for itself.
func Initials(name string) string {
	var b strings.Builder
	for _, u := range (dictionary{}).units(name) {
		b.WriteString(u.initial())
	}
	return b.String()
}

// fold brings what is typed and names to one form: plain small letters, ü as v,
// without spaces, dots and other signs.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		r = plain(r)
		if sign(r) {
			return -1
		}
		return r
	}, s)
}

// plain turns full-width and capital letters into plain small ones.
func plain(r rune) rune {
	if r >= '！' && r <= '～' {
		r -= '！' - '!'
	}
	if r = unicode.ToLower(r); r == 'ü' {
		return 'v'
	}
	return r
}

// sign tells what is neither a character nor a letter nor a digit.
func sign(r rune) bool {
	if unicode.Is(unicode.Han, r) {
		return false
	}
	return unicode.IsSpace(r) || unicode.IsPunct(r) || unicode.IsSymbol(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
}

// dictionary remembers the readings already looked up.
type dictionary map[rune][]string

// readings returns the readings of a character without tones, ü as v.
func (d dictionary) readings(r rune) []string {
	list, ok := d[r]
	if !ok {
		list = pinyin.SinglePinyin(r, pinyin.Args{Style: pinyin.Normal, Heteronym: true})
		d[r] = list
	}
	return list
}

// units parts a name. Its first characters are read as a surname, if they are
// one.
func (d dictionary) units(name string) []unit {
	rs := []rune(org.TidyName(name))
	var out []unit
	for i := 0; i < len(rs); {
		n := word(rs[i:])
		switch {
		case n > 0:
			out = append(out, unit{[]way{{fold(string(rs[i : i+n])), usual}}})
		case !sign(plain(rs[i])):
			out = append(out, d.character(rs[i], surname(rs, i)))
		}
		i += max(n, 1)
	}
	return out
}

// word returns how many runes from the beginning make one word in letters.
func word(rs []rune) int {
	for i, r := range rs {
		if !unicode.IsUpper(r) && !unicode.IsLower(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			return i
		}
	}
	return len(rs)
}

// surname returns how the character at i is read if it belongs to a known
// surname.
func surname(rs []rune, i int) []string {
	if i > 1 {
		return nil
	}
	if len(rs) > 2 {
		if pair, ok := doubleSurnames[[2]rune{rs[0], rs[1]}]; ok {
			return []string{pair[i]}
		}
	}
	if i == 0 {
		return surnames[rs[0]]
	}
	return nil
}

// character makes the unit of one character; known are its readings as a
// surname.
func (d dictionary) character(r rune, known []string) unit {
	var u unit
	rest := less
	for i, s := range known {
		u.add(s, min(cost(i), less))
		rest = misread
	}
	for i, s := range d.readings(r) {
		if i == 0 && len(known) == 0 {
			u.add(s, usual)
			continue
		}
		u.add(s, rest)
	}
	u.ways = append(u.ways, way{string(plain(r)), usual})
	return u
}

// add adds a reading, with every way in which people type its ü.
func (u *unit) add(s string, c cost) {
	u.ways = append(u.ways, way{s, c})
	head, tail := s[:1], s[1:]
	switch {
	case strings.Contains("ln", head) && strings.HasPrefix(tail, "v"):
		c = max(c, less)
		u.ways = append(u.ways, way{head + "u" + tail[1:], c}, way{head + "yu" + tail[1:], c})
	case strings.Contains("jqxy", head) && strings.HasPrefix(tail, "u"):
		u.ways = append(u.ways, way{head + "v" + tail[1:], max(c, less)})
	}
}
