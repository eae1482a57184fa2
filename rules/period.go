package rules

import (
	"fmt"
	"time"

	"branchbook/store/org"
)

// period is a calendar year, quarter or month.
type period struct {
	key         string   // 2026, 2026Q3, 2026-11
	words       string   // 2026年, 2026年第三季度, 2026年11月
	first, last org.Date // both inclusive
}

// Lengths of a period, in months.
var monthsPer = map[string]int{"month": 1, "quarter": 3, "half_year": 6, "year": 12}

func yearStart(year int) org.Date { return org.NewDate(year, time.January, 1) }
func yearEnd(year int) org.Date   { return org.NewDate(year, time.December, 31) }

// periods lists the periods of a year.
func periods(year int, per string) []period {
	n := monthsPer[per]
	if n == 0 {
		return nil
	}
	out := make([]period, 0, 12/n)
	for m := 1; m <= 12; m += n {
		end := m + n - 1
		p := period{first: org.NewDate(year, time.Month(m), 1), last: org.NewDate(year, time.Month(end), org.DaysIn(year, time.Month(end)))}
		p.key, p.words = periodName(year, m, n)
		out = append(out, p)
	}
	return out
}

func periodName(year, month, n int) (key, words string) {
	i := month / n
	switch n {
	case 1:
		return fmt.Sprintf("%04d-%02d", year, month), fmt.Sprintf("%d年%d月", year, month)
	case 3:
		return fmt.Sprintf("%04dQ%d", year, i+1), fmt.Sprintf("%d年第%s季度", year, []string{"一", "二", "三", "四"}[i])
	case 6:
		return fmt.Sprintf("%04dH%d", year, i+1), fmt.Sprintf("%d年%s半年", year, []string{"上", "下"}[i])
	}
	return fmt.Sprintf("%04d", year), fmt.Sprintf("%d年", year)
}
