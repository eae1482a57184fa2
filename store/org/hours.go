package org

import (
	"fmt"
	"strconv"
	"strings"
)

// Hours is an amount of study credit (学时) in 1/1800 of one 学时. So credit is
// exact whether a 学时 is 40, 45, 50 or 60 minutes; it is rounded only where it
// is printed.
type Hours int64

// Hour is one 学时.
const Hour Hours = 1800

// Minutes is a length of time in whole minutes.
type Minutes int32

// Hours converts at unit minutes to the 学时. unit must divide 1800; the packs'
// lint allows only such units.
func (m Minutes) Hours(unit int) Hours { return Hours(m) * Hour / Hours(unit) }

// String prints with at most two decimals and no trailing zero: 6.5.
func (h Hours) String() string {
	sign := ""
	if h < 0 {
		sign, h = "-", -h
	}
	c := (h*100 + Hour/2) / Hour
	s := fmt.Sprintf("%s%d.%02d", sign, c/100, c%100)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// ParseHours reads a number of 学时 with up to two decimals, such as 2 or 6.5.
func ParseHours(s string) (Hours, error) {
	bad := &Invalid{Field: "hours", Why: WhyNumber}
	whole, frac, dot := strings.Cut(s, ".")
	if len(whole) > 5 || len(frac) > 2 || (dot && frac == "") {
		return 0, bad
	}
	n, err := strconv.ParseUint(whole+(frac + "00")[:2], 10, 32)
	if err != nil || whole == "" {
		return 0, bad
	}
	return Hours(n) * Hour / 100, nil
}

// Clock is a time of day in minutes after midnight plus one, so that the zero
// value means no time is known. 24:00 is a valid end.
type Clock int16

// NewClock returns the time of day.
func NewClock(hour, minute int) Clock { return Clock(hour*60 + minute + 1) }

// Midnight is the end of a day, 24:00.
const Midnight Clock = 24*60 + 1

// ParseClock reads H:MM or HH:MM, 0:00 to 24:00.
func ParseClock(s string) (Clock, error) {
	h, m, ok := strings.Cut(strings.ReplaceAll(s, "：", ":"), ":")
	hh, err1 := strconv.ParseUint(h, 10, 8)
	mm, err2 := strconv.ParseUint(m, 10, 8)
	if !ok || err1 != nil || err2 != nil || len(m) != 2 || mm > 59 || hh*60+mm > 24*60 {
		return 0, &Invalid{Field: "time", Why: WhyTime}
	}
	return NewClock(int(hh), int(mm)), nil
}

// Minute returns minutes after midnight; only meaningful when c is not 0.
func (c Clock) Minute() int { return int(c) - 1 }

// String returns HH:MM, or "" when no time is known.
func (c Clock) String() string {
	if c == 0 {
		return ""
	}
	return fmt.Sprintf("%02d:%02d", c.Minute()/60, c.Minute()%60)
}

// MarshalText writes HH:MM.
func (c Clock) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads HH:MM; empty text is no time.
func (c *Clock) UnmarshalText(b []byte) (err error) {
	if len(b) == 0 {
		*c = 0
		return nil
	}
	*c, err = ParseClock(string(b))
	return err
}
