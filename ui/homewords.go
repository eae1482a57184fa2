package ui

import (
	"fmt"
	"slices"
	"strings"

	"branchbook/rules"
	"branchbook/store/org"
)

// briefly says a finding in half a line: who, when, how much, how long yet. What
// has no number of times, or a time limit of its own, keeps the sentence of its
// rule.
func briefly(y *Year, f *rules.Finding) string {
	switch {
	case f.State == rules.Done || f.Unit != rules.UnitHours && f.Unit != rules.UnitTimes || f.Need == 0 || f.Since != "":
		return f.Sentence
	case f.Person != "":
		return fmt.Sprintf("%s %s已有 %s，还差 %s", subjectOf(y, f), yearWord(y, f), amountWords(f, f.Have), amountWords(f, f.Short()))
	}
	line := fmt.Sprintf("%s%s%s%s有 %s，%s", subjectOf(y, f), yearWord(y, f), periodOf(f), shouldWord(f), amountWords(f, f.Need), soFar(f))
	if a, day := rules.PlannedFor(y.Snapshot, f); a != nil {
		return line + "，已安排在 " + monthDay(day)
	}
	if f.State == rules.Missing {
		return line
	}
	return line + "，" + daysTo(f.Until, y.Today)
}

// subjectOf names the person or group of a finding, with a space after it.
func subjectOf(y *Year, f *rules.Finding) string {
	if p := y.Person(f.Person); p != nil {
		return y.Label(p, y.Day)
	}
	if g, ok := y.Branch.Group(f.Group); ok {
		return g.Name + " "
	}
	return ""
}

// yearWord says that a finding is of the year before.
func yearWord(y *Year, f *rules.Finding) string {
	if f.Until.Year() == y.Today.Year()-1 {
		return "去年"
	}
	return ""
}

func soFar(f *rules.Finding) string {
	switch {
	case f.Have > 0:
		return "已有 " + amountWords(f, f.Have)
	case f.State == rules.Missing:
		return "没有记录"
	}
	return "还没有开展"
}

func shouldWord(f *rules.Finding) string {
	if f.Obligation == rules.Normally {
		return "一般应"
	}
	return "应"
}

// amountWords is a number of a finding with its unit, a space between.
func amountWords(f *rules.Finding, n int64) string {
	return strings.TrimSuffix(f.Amount(n), string(f.Unit)) + " " + string(f.Unit)
}

// periodOf names the period of a finding inside its year; of a time limit, its
// last day.
func periodOf(f *rules.Finding) string {
	if _, err := org.ParseDate(f.Period); err == nil {
		return monthDay(f.Until) + "前"
	}
	m := int(f.From.Month())
	switch months := int(f.Until.Month()) - m + 1; months {
	case 1:
		return fmt.Sprintf("%d月", m)
	case 3:
		return "第" + []string{"一", "二", "三", "四"}[m/3] + "季度"
	case 6:
		return []string{"上半年", "下半年"}[m/7]
	}
	return "全年"
}

// daysTo says how long it is to a day.
func daysTo(day, today org.Date) string {
	switch n := int(day - today); {
	case n < 0:
		return fmt.Sprintf("已过 %d 天", -n)
	case n == 0:
		return "就是今天"
	default:
		return fmt.Sprintf("还有 %d 天", n)
	}
}

// monthDay is a day without its year.
func monthDay(d org.Date) string {
	_, m, day := d.YMD()
	return fmt.Sprintf("%d月%d日", int(m), day)
}

// clauseOf shortens a document's title to what people call it, with the
// article.
func clauseOf(title, article string) string {
	title = strings.TrimSuffix(strings.TrimPrefix(title, "中国共产党"), "（试行）")
	if i := strings.LastIndex(title, "的"); i >= 0 && strings.HasPrefix(title, "关于") {
		title = title[i+len("的"):]
	}
	if article == "" {
		return title
	}
	return title + " 第" + article + "条"
}

// distinctHours sorts a list and drops what is there twice.
func distinctHours(list []org.Hours) []org.Hours {
	slices.Sort(list)
	return slices.Compact(list)
}
