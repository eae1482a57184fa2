package org

import (
	"database/sql/driver"
	"fmt"
	"time"
)

// Date is a calendar day without a time or a zone: the number of days since
// 1 January of year 1, counted from 1. The zero Date means no date is known.
type Date int32

// NewDate returns the day, or 0 if the calendar has no such day or the year is
// outside 1–9999.
func NewDate(year int, month time.Month, day int) Date {
	if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > DaysIn(year, month) {
		return 0
	}
	return Date(daysBefore(year) + int(monthStart[month-1]) + leapShift(year, month) + day)
}

// DateOf returns the calendar day that t shows in its own zone.
func DateOf(t time.Time) Date { return NewDate(t.Year(), t.Month(), t.Day()) }

// ParseDate reads YYYY-MM-DD and nothing else.
func ParseDate(s string) (Date, error) {
	p, err := ParsePartial(s)
	if err != nil {
		return 0, err
	}
	d, ok := p.Full()
	if !ok {
		return 0, &Invalid{Field: "date", Why: WhyDate}
	}
	return d, nil
}

// YMD returns year, month and day; all 0 for the zero Date.
func (d Date) YMD() (year int, month time.Month, day int) {
	if d <= 0 {
		return 0, 0, 0
	}
	n := int(d) - 1
	q400, n := n/146097, n%146097
	q100 := min(n/36524, 3)
	n -= q100 * 36524
	q4, n := n/1461, n%1461
	q1 := min(n/365, 3)
	n -= q1 * 365
	year = q400*400 + q100*100 + q4*4 + q1 + 1
	month = time.January
	for n >= DaysIn(year, month) {
		n -= DaysIn(year, month)
		month++
	}
	return year, month, n + 1
}

// Year returns the calendar year, 0 for the zero Date.
func (d Date) Year() int { y, _, _ := d.YMD(); return y }

// Month returns the month, 0 for the zero Date.
func (d Date) Month() time.Month { _, m, _ := d.YMD(); return m }

// AddDays moves by whole days.
func (d Date) AddDays(n int) Date { return d + Date(n) }

// AddMonths moves by calendar months; a day that the target month lacks
// becomes its last day, so 31 August plus 6 months is 28 or 29 February.
func (d Date) AddMonths(n int) Date {
	y, m, day := d.YMD()
	if y == 0 {
		return 0
	}
	i := y*12 + int(m) - 1 + n
	y, m = i/12, time.Month(i%12+1)
	return NewDate(y, m, min(day, DaysIn(y, m)))
}

// String returns YYYY-MM-DD, or "" for the zero Date.
func (d Date) String() string {
	y, m, day := d.YMD()
	if y == 0 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, day)
}

// Chinese returns the day as printed on forms: 2020年3月10日.
func (d Date) Chinese() string {
	y, m, day := d.YMD()
	if y == 0 {
		return ""
	}
	return fmt.Sprintf("%d年%d月%d日", y, m, day)
}

// MarshalText writes YYYY-MM-DD.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads YYYY-MM-DD; empty text is the zero Date.
func (d *Date) UnmarshalText(b []byte) (err error) {
	if len(b) == 0 {
		*d = 0
		return nil
	}
	*d, err = ParseDate(string(b))
	return err
}

// Value stores the day as text, so that files can be read by eye.
func (d Date) Value() (driver.Value, error) { return d.String(), nil }

// Scan reads what Value wrote.
func (d *Date) Scan(src any) error {
	s, ok := src.(string)
	if !ok {
		return &Invalid{Field: "date", Why: WhyDate}
	}
	return d.UnmarshalText([]byte(s))
}

var monthStart = [12]int16{0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334}

func leap(y int) bool { return y%4 == 0 && (y%100 != 0 || y%400 == 0) }

func leapShift(y int, m time.Month) int {
	if m > time.February && leap(y) {
		return 1
	}
	return 0
}

func daysBefore(year int) int { y := year - 1; return y*365 + y/4 - y/100 + y/400 }

// DaysIn returns the number of days of a month.
func DaysIn(year int, m time.Month) int {
	switch m {
	case time.February:
		if leap(year) {
			return 29
		}
		return 28
	case time.April, time.June, time.September, time.November:
		return 30
	}
	return 31
}
