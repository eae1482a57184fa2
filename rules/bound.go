package rules

import (
	"regexp"
	"strconv"
)

// Bound is a number with its strictness said: ">= 32", "> 1/2", "<= 8". The
// zero Bound bounds nothing.
type Bound struct {
	Op       string // >=, >, <= or <
	Num, Den int64  // the number as a fraction; Den is at least 1
}

var boundForm = regexp.MustCompile(`^(>=|>|<=|<) ?([0-9]{1,6})(?:/([0-9]{1,6}))?$`)

// parseBound reads the text form of a bound.
func parseBound(s string) (Bound, bool) {
	m := boundForm.FindStringSubmatch(s)
	if m == nil {
		return Bound{}, false
	}
	num, err := strconv.ParseInt(m[2], 10, 64)
	den := int64(1)
	if m[3] != "" && err == nil {
		den, err = strconv.ParseInt(m[3], 10, 64)
	}
	return Bound{Op: m[1], Num: num, Den: den}, err == nil && den > 0
}

// Met tells whether the fraction have/unit meets the bound.
func (b Bound) Met(have, unit int64) bool {
	l, r := have*b.Den, b.Num*unit
	switch b.Op {
	case ">=":
		return l >= r
	case ">":
		return l > r
	case "<=":
		return l <= r
	case "<":
		return l < r
	}
	return true
}

// None tells whether there is no number.
func (b Bound) None() bool { return b.Op == "" }

// Times returns the number multiplied by unit, rounded down.
func (b Bound) Times(unit int64) int64 {
	if b.Den == 0 {
		return 0
	}
	return b.Num * unit / b.Den
}

// Least returns the smallest whole number that meets the bound, for >= and >.
func (b Bound) Least() int64 { return b.Of(1) }

// Of returns how many out of base a share asks for: the least that meets the
// bound for >= and >, the most for <= and <.
func (b Bound) Of(base int64) int64 {
	n := b.Times(base)
	switch {
	case b.None() || b.Met(n, base):
		return n
	case b.Op == "<":
		return n - 1
	}
	return n + 1
}

// String returns the text form, "" for no number.
func (b Bound) String() string {
	if b.None() {
		return ""
	}
	s := b.Op + " " + strconv.FormatInt(b.Num, 10)
	if b.Den != 1 {
		s += "/" + strconv.FormatInt(b.Den, 10)
	}
	return s
}

// MarshalText writes the text form.
func (b Bound) MarshalText() ([]byte, error) { return []byte(b.String()), nil }
