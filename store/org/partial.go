package org

import (
	"fmt"
	"strconv"
	"time"
)

// Partial is a date of which perhaps only the year, or year and month, are
// known: "1985", "1985-03" or "1985-03-10". "" means nothing is known. Old
// papers often give no day; the precision is kept, never made up.
type Partial string

// ParsePartial reads the three forms strictly and refuses days that the
// calendar does not have.
func ParsePartial(s string) (Partial, error) {
	bad := &Invalid{Field: "date", Why: WhyDate}
	if len(s) != 4 && len(s) != 7 && len(s) != 10 {
		return "", bad
	}
	y, m, d, ok := split(s)
	if !ok || NewDate(y, m, d) == 0 {
		return "", bad
	}
	return Partial(s), nil
}

// split gives year, month and day; what is absent is 1.
func split(s string) (y int, m time.Month, d int, ok bool) {
	num := func(t string) int {
		for _, r := range t {
			if r < '0' || r > '9' {
				return -1
			}
		}
		n, err := strconv.Atoi(t)
		if err != nil {
			return -1
		}
		return n
	}
	if len(s) < 4 {
		return 0, 0, 0, false
	}
	y, m, d = num(s[:4]), 1, 1
	if len(s) >= 7 {
		if s[4] != '-' {
			return 0, 0, 0, false
		}
		m = time.Month(num(s[5:7]))
	}
	if len(s) == 10 {
		if s[7] != '-' {
			return 0, 0, 0, false
		}
		d = num(s[8:10])
	}
	return y, m, d, y > 0 && m > 0 && d > 0
}

// Partial returns the day as a Partial of full precision.
func (d Date) Partial() Partial { return Partial(d.String()) }

// Full returns the day if it is fully known.
func (p Partial) Full() (Date, bool) {
	if len(p) != 10 {
		return 0, false
	}
	return p.First(), true
}

// First returns the earliest day that p can mean; 0 if nothing is known.
func (p Partial) First() Date {
	y, m, d, ok := split(string(p))
	if !ok {
		return 0
	}
	return NewDate(y, m, d)
}

// Last returns the latest day that p can mean; 0 if nothing is known.
func (p Partial) Last() Date {
	y, m, d, ok := split(string(p))
	switch {
	case !ok:
		return 0
	case len(p) == 4:
		return NewDate(y, time.December, 31)
	case len(p) == 7:
		return NewDate(y, m, DaysIn(y, m))
	}
	return NewDate(y, m, d)
}

// Chinese returns 1985年3月10日, 1985年3月 or 1985年.
func (p Partial) Chinese() string {
	y, m, _, ok := split(string(p))
	switch {
	case !ok:
		return ""
	case len(p) == 4:
		return fmt.Sprintf("%d年", y)
	case len(p) == 7:
		return fmt.Sprintf("%d年%d月", y, m)
	}
	return p.First().Chinese()
}

// UnmarshalText reads the three forms and "".
func (p *Partial) UnmarshalText(b []byte) (err error) {
	if len(b) == 0 {
		*p = ""
		return nil
	}
	*p, err = ParsePartial(string(b))
	return err
}
