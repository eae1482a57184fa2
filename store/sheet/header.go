package sheet

import (
	"strings"
	"unicode"
)

// headerRows is how far down the headings may stand: below titles, the name of
// the branch, a date.
const headerRows = 15

// Column is one column of the sheet that was read.
type Column struct {
	Col     int    // 1-based
	Heading string // as written, on one line
	Field   Field  // "" for a column that this package does not know
}

// layout is where a roster's columns stand in a sheet.
type layout struct {
	sheet   *Sheet
	header  int // 0-based row of the headings, the lower one of two
	start   int // first row below them
	columns []Column
	at      map[Field][]int // 0-based columns of each field, left to right
}

// findHeader picks the row that names most fields: at least 姓名 and two others.
// Of equals the upper one is taken.
func findHeader(s *Sheet) (*layout, bool) {
	top := spreadTop(s)
	best, score := 0, 0
	for r := range top {
		fields := map[Field]bool{}
		for c := range top[r] {
			if f, ok := headingAt(top, r, c); ok {
				fields[f] = true
			}
		}
		if fields[FieldName] && len(fields) > score {
			best, score = r, len(fields)
		}
	}
	if score < 3 {
		return nil, false
	}
	if secondRow(top, best) {
		best++
	}
	return layOut(s, top, best), true
}

// secondRow tells whether the row below the headings divides some of them, as
// in a csv where merged cells have become blank ones; then it completes that
// row from the one above.
func secondRow(top [][]string, r int) bool {
	if r+1 >= len(top) {
		return false
	}
	above, below := top[r], top[r+1]
	some := false
	for c, s := range below {
		f, known := FieldOf(above[c])
		if blank(s) {
			continue
		}
		if _, ok := FieldOf(s); known && f == FieldName || !ok && !partHeading(s) {
			return false
		}
		some = true
	}
	left := ""
	for c := range below {
		if !blank(above[c]) {
			left = above[c]
		}
		if blank(below[c]) {
			below[c] = above[c]
		} else {
			above[c] = left
		}
	}
	return some
}

// partHeading tells words that mean something only below another heading.
func partHeading(s string) bool {
	switch plain(s) {
	case "是否", "是/否", "情况", "状态", "日期", "时间", "年月":
		return true
	}
	return false
}

func layOut(s *Sheet, top [][]string, header int) *layout {
	l := &layout{sheet: s, header: header, start: header + 1, at: map[Field][]int{}}
	for c, text := range top[header] {
		if blank(text) {
			continue
		}
		f, _ := headingAt(top, header, c)
		l.columns = append(l.columns, Column{Col: c + 1, Heading: tidy(text), Field: f})
		if f != "" {
			l.at[f] = append(l.at[f], c)
		}
	}
	for _, m := range s.merges {
		if m.top <= header && m.bottom > header && m.bottom < header+5 {
			l.start = max(l.start, m.bottom+1)
		}
	}
	return l
}

// spreadTop copies the rows that may hold headings, every merged cell filled
// with what is written in its first one.
func spreadTop(s *Sheet) [][]string {
	top := make([][]string, min(headerRows, len(s.Rows)))
	width := 0
	for r := range top {
		width = max(width, len(s.Rows[r]))
	}
	for r := range top {
		top[r] = make([]string, width)
		copy(top[r], s.Rows[r])
	}
	for _, m := range s.merges {
		if m.top >= len(top) {
			continue
		}
		text := s.cell(m.top, m.left)
		for r := m.top; r <= min(m.bottom, len(top)-1); r++ {
			for c := m.left; c <= min(m.right, width-1); c++ {
				top[r][c] = text
			}
		}
	}
	return top
}

// headingAt reads a heading, if need be together with the one above it: 失去联系
// over 是否 and 日期.
func headingAt(top [][]string, r, c int) (Field, bool) {
	own := top[r][c]
	if f, ok := FieldOf(own); ok {
		return f, true
	}
	if r == 0 || blank(own) || top[r-1][c] == own {
		return "", false
	}
	above := top[r-1][c]
	switch f, ok := FieldOf(above + own); {
	case ok:
		return f, true
	case partHeading(own) && !strings.ContainsAny(own, "日时年"):
		return FieldOf(above)
	}
	return "", false
}

// plain is a heading without what makes no difference: width, spaces, breaks,
// required-marks, trailing colons.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		r = narrow(r)
		switch {
		case unicode.IsSpace(r), unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == '*', r == '★', r == ':', r == '_':
			return -1
		case r == '【' || r == '〔' || r == '[' || r == '{':
			return '('
		case r == '】' || r == '〕' || r == ']' || r == '}':
			return ')'
		}
		return unicode.ToLower(r)
	}, s)
}

// unbracket drops hints such as (年月日); s has been through plain.
func unbracket(s string) string {
	for {
		from := strings.IndexByte(s, '(')
		if from < 0 {
			return s
		}
		to := strings.IndexByte(s[from:], ')')
		if to < 0 {
			return s[:from]
		}
		s = s[:from] + s[from+to+1:]
	}
}

// repeated tells a row that has the headings once more, as on printed pages.
func (l *layout) repeated(cells []string) bool {
	same := 0
	for _, c := range l.columns {
		if c.Col > len(cells) || c.Field == "" {
			continue
		}
		if f, ok := FieldOf(cells[c.Col-1]); ok && f == c.Field {
			same++
		} else if c.Field == FieldName {
			return false
		}
	}
	return same >= 3
}

// footers are how the rows below a roster begin.
var footers = []string{
	"填表人", "填报人", "填表单位", "填报单位", "填表日期", "填报日期", "填表时间", "填报时间", "审核人", "审核:", "审核", "审批人", "制表", "统计人", "经办人", "录入人", "信息采集员", "采集员",
	"合计", "总计", "共计", "备注说明", "备注:", "备注", "说明:", "说明", "注:", "注1", "联系人", "负责人", "单位负责人", "支部负责人", "党支部书记", "支部书记", "书记签字", "(盖章", "盖章", "以下空白",
}

// footer tells whether the row's first words are those of a footer.
func (l *layout) footer(cells []string) bool {
	for _, c := range cells {
		if blank(c) {
			continue
		}
		p := strings.Map(narrow, squeeze(c))
		for _, f := range footers {
			if strings.HasPrefix(p, f) {
				return true
			}
		}
		return false
	}
	return false
}
