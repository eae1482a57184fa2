package ui

import (
	"fmt"

	"branchbook/store/org"
	"branchbook/ui/kit"
)

// partialDay is a date for a field.
func partialDay(p org.Partial) (d kit.Day) {
	if p.First() == 0 {
		return d
	}
	y, m, day := p.First().YMD()
	d.Year = y
	if len(p) >= len("2006-01") {
		d.Month = int(m)
	}
	if len(p) == len("2006-01-02") {
		d.Day = day
	}
	return d
}

// dayPartial is the date of a field.
func dayPartial(d kit.Day) org.Partial {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return org.Partial(fmt.Sprintf("%04d", d.Year))
	case d.Day == 0:
		return org.Partial(fmt.Sprintf("%04d-%02d", d.Year, d.Month))
	}
	return org.Partial(fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day))
}
