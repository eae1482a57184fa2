package kit

import (
	"regexp"
	"strconv"
	"strings"
)

var (
	fullDay  = regexp.MustCompile(`^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$`)
	eightDay = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})$`)
	shortDay = regexp.MustCompile(`^(\d{1,2})[-./月](\d{1,2})[日号]?$`)
	sixDay   = regexp.MustCompile(`^(\d{4})(\d{2})$`)
	monthDay = regexp.MustCompile(`^(\d{4})[-./年](\d{1,2})月?$`)
	yearDay  = regexp.MustCompile(`^(\d{4})年?$`)
)

// ParseDay reads a day as people type it: 2020-3-10, 2020.3.10, 2020/3/10,
// 20200310, 2020年3月10日; 3-10 and 3月10日 are of this year; 今天, 昨天, 前天,
// 明天, 后天. Years from 1900 to 2199 are believed. With partial, 2020年3月 and
// 2020年 are read too and keep their precision. It reports whether text is such
// a day.
func ParseDay(text string, today Day, partial bool) (Day, bool) {
	text = plainDigits(text)
	if n, ok := map[string]int{"今天": 0, "昨天": -1, "前天": -2, "明天": 1, "后天": 2}[text]; ok {
		d := today.add(n)
		return d, d.likely()
	}
	d := Day{}
	switch {
	case match(fullDay, text, &d.Year, &d.Month, &d.Day), match(eightDay, text, &d.Year, &d.Month, &d.Day):
	case match(shortDay, text, &d.Month, &d.Day):
		d.Year = today.Year
	case partial && (match(monthDay, text, &d.Year, &d.Month) || match(sixDay, text, &d.Year, &d.Month)):
		return d, d.Month != 0 && d.likely()
	case partial && match(yearDay, text, &d.Year):
		return d, d.likely()
	}
	return d, d.Day != 0 && d.likely()
}

func match(form *regexp.Regexp, text string, parts ...*int) bool {
	found := form.FindStringSubmatch(text)
	if found == nil {
		return false
	}
	for i, p := range parts {
		*p, _ = strconv.Atoi(found[i+1]) // at most four digits by form
	}
	return true
}

var wide = strings.NewReplacer("０", "0", "１", "1", "２", "2", "３", "3", "４", "4", "５", "5", "６", "6", "７", "7", "８", "8", "９", "9",
	"－", "-", "—", "-", "–", "-", "。", ".", "．", ".", "／", "/", "：", ":", "号", "日", " ", "", "　", "", "\t", "")

// plainDigits undoes what a Chinese keyboard makes of digits and signs.
func plainDigits(text string) string { return wide.Replace(text) }
