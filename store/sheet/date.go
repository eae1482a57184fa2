package sheet

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"branchbook/store/org"
)

// What ParseDate refuses a text for.
var (
	ErrDateUnread = errors.New("not a date in any usual way of writing")
	ErrDateNone   = errors.New("the calendar has no such day")
)

// ErrMonthDouble comes with the year alone: 1985.1 may be January, or October
// in a number cell that dropped its last zero.
var ErrMonthDouble = errors.New("the month may be 1 or 10")

// ParseDate reads the ways in which rosters give dates: 1985.03, 1985.3.5,
// 1985年3月, 1985年3月5日, 1985-03-05 (with or without a time of day), 1985/3/5,
// 19850305, 198503, 1985, 1985.0305, and a spreadsheet's day number, counted
// from 1900 or, with epoch04, from 1904. The precision of the text is kept.
// Years are 1900 to 2199.
func ParseDate(text string, epoch04 bool) (org.Partial, error) {
	s := dateText(text)
	whole, frac, _ := strings.Cut(s, ".")
	if digits(whole) && (frac == "" || digits(frac)) {
		if len(whole) == 5 {
			return serial(whole, epoch04)
		}
		if frac == "" || frac == "0" && len(whole) != 4 {
			return packed(whole)
		}
	}
	parts, doubt, ok := dateParts(s)
	if !ok {
		return "", ErrDateUnread
	}
	p, err := join(parts)
	if err == nil && doubt {
		return p[:4], ErrMonthDouble
	}
	return p, err
}

// dateText drops what is no part of a date, and undoes the forms that numbers
// take in files: 19850305.0, 1.9850305E7, 1985.0299999999999.
func dateText(text string) string {
	s := half(tidy(text))
	if colon := strings.IndexByte(s, ':'); colon > 0 {
		if at := strings.LastIndexAny(s[:colon], " T"); at > 0 {
			s = s[:at]
		}
	}
	s = strings.TrimRight(squeeze(s), ".")
	if len(s) > 9 && strings.Count(s, ".") == 1 && strings.Trim(s, "0123456789.eE+") == "" {
		if v, err := strconv.ParseFloat(s, 64); err == nil && v > 0 && v < 1e8 {
			s = strconv.FormatFloat(v, 'f', -1, 64)
		}
	}
	return s
}

// serial reads a day number; a time of day behind the point is dropped.
func serial(days string, epoch04 bool) (org.Partial, error) {
	n, err := strconv.Atoi(days)
	if err != nil || n < 10_000 {
		return "", ErrDateUnread
	}
	// Day 1 is 1900-01-01, and 1900-02-29 counts although it never was; five
	// digits are always later.
	first := org.NewDate(1899, time.December, 30)
	if epoch04 {
		first = org.NewDate(1904, time.January, 1)
	}
	return first.AddDays(n).Partial(), nil
}

// packed reads digits without separators.
func packed(s string) (org.Partial, error) {
	switch len(s) {
	case 4:
		return join([]string{s})
	case 6:
		return join([]string{s[:4], s[4:]})
	case 8:
		return join([]string{s[:4], s[4:6], s[6:]})
	}
	return "", ErrDateUnread
}

var dateMarks = strings.NewReplacer("年", ".", "月", ".", "日", "", "号", "", "-", ".", "/", ".", "–", ".", "—", ".", "‐", ".", "、", ".", "。", ".", "·", ".", "\\", ".")

// dateParts cuts at separators of any kind. It tells of a month that may have
// lost its zero.
func dateParts(s string) (parts []string, doubt, ok bool) {
	point := strings.Trim(s, "0123456789.") == ""
	if !point {
		s = dateMarks.Replace(s)
	}
	parts = strings.Split(strings.TrimRight(s, "."), ".")
	for _, p := range parts {
		if !digits(p) {
			return nil, false, false
		}
	}
	switch {
	case len(parts[0]) != 4 || len(parts) > 3:
		return nil, false, false
	case len(parts) == 2 && len(parts[1]) == 4:
		return []string{parts[0], parts[1][:2], parts[1][2:]}, false, true
	case len(parts) == 2 && parts[1] == "1" && point:
		return parts, true, true
	}
	for _, p := range parts[1:] {
		if len(p) > 2 {
			return nil, false, false
		}
	}
	return parts, false, true
}

// join makes the date of a year of four digits, a month and a day.
func join(parts []string) (org.Partial, error) {
	s := parts[0]
	for _, p := range parts[1:] {
		if len(p) == 1 {
			p = "0" + p
		}
		s += "-" + p
	}
	p, err := org.ParsePartial(s)
	if err != nil {
		return "", ErrDateNone
	}
	if y := p.First().Year(); y < 1900 || y > 2199 {
		return "", ErrDateNone
	}
	return p, nil
}
