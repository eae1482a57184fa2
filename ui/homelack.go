package ui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"branchbook/rules"
	"branchbook/store/org"
)

// lack is one line of 还差什么: one finding, or many of one rule folded.
type lack struct {
	state    lackState
	title    string
	clause   string // short: 支部工作条例 第13条
	sentence string
	count    int      // findings that the line stands for; of people, one
	folded   int      // findings in a line of many, whatever they count as
	until    org.Date // last day of the period, of the latest if there are several
	step     step
}

// lackState is the tag of a line; lines stand in this order.
type lackState int

// The tags.
const (
	lackMissing lackState = iota
	lackRunning
	lackAdvice
	lackWaived
	lackDone

	lackStates // how many there are
)

var lackWords = []string{"缺项", "进行中", "建议", "已说明", "已完成"}

// From this many on, the findings of one rule become one line.
const (
	foldPeople  = 4
	foldRecords = 2
	foldPeriods = 5
)

// lacksOf turns what is not done into lines: 缺项 from the latest back, then what
// ends first, then 建议 and what somebody has explained.
func lacksOf(y *Year, findings []rules.Finding) []lack {
	var out []lack
	for _, same := range byRule(findings) {
		fold := foldPeriods
		switch {
		case same[0].Activity != "":
			fold = foldRecords
		case same[0].Person != "":
			fold = foldPeople
		}
		if len(same) >= fold {
			out = append(out, foldedLack(y, same))
			continue
		}
		for _, f := range same {
			out = append(out, oneLack(y, f))
		}
	}
	slices.SortStableFunc(out, func(a, b lack) int {
		if a.state == lackMissing && b.state == lackMissing {
			return cmp.Compare(b.until, a.until)
		}
		return cmp.Or(cmp.Compare(a.state, b.state), cmp.Compare(a.until, b.until))
	})
	return out
}

// adviceFolded makes one line of all that is only advised: it is long, and
// nothing in it presses.
func adviceFolded(lacks []lack) []lack {
	n, at := 0, -1
	out := slices.DeleteFunc(slices.Clone(lacks), func(l lack) bool { return l.state == lackAdvice })
	for i, l := range lacks {
		if l.state == lackAdvice {
			n += max(l.folded, 1)
		} else if l.state < lackAdvice {
			at = i
		}
	}
	if n == 0 {
		return out
	}
	line := lack{state: lackAdvice, title: fmt.Sprintf("建议 %d 条", n), sentence: "没有规定次数的、规划期已满的、由上级组织的，看看就好", count: n, folded: n,
		step: step{verb: "去看", list: true, state: lackAdvice}}
	return slices.Insert(out, at+1, line)
}

// byRule gathers what is not done by rule, tag and year, in the order given.
func byRule(findings []rules.Finding) [][]*rules.Finding {
	type key struct {
		rule  string
		state lackState
		year  int
	}
	at := map[key]int{}
	var out [][]*rules.Finding
	for i := range findings {
		f := &findings[i]
		if f.State == rules.Done {
			continue
		}
		k := key{f.Rule, stateOf(f), f.Until.Year()}
		if _, there := at[k]; !there {
			at[k] = len(out)
			out = append(out, nil)
		}
		out[at[k]] = append(out[at[k]], f)
	}
	return out
}

func stateOf(f *rules.Finding) lackState {
	switch {
	case f.Waived:
		return lackWaived
	case f.Advice:
		return lackAdvice
	case f.State == rules.Missing:
		return lackMissing
	}
	return lackRunning
}

func lackOf(f *rules.Finding) lack {
	return lack{state: stateOf(f), title: f.Title, clause: clauseOf(f.Document, f.Article), count: 1, until: f.Until}
}

// oneLack is the line of one finding.
func oneLack(y *Year, f *rules.Finding) lack {
	l := lackOf(f)
	l.sentence, l.step = briefly(y, f), stepOf(y, f)
	if f.Waived {
		l.sentence = f.Reason
	}
	return l
}

// foldedLack is one line for many findings of a rule: of people, or of the
// periods of a year.
func foldedLack(y *Year, same []*rules.Finding) lack {
	f := same[0]
	l := lackOf(f)
	l.folded = len(same)
	if f.Activity != "" {
		l.sentence = fmt.Sprintf("%s有 %d 次活动的记录要补写或核对", yearWord(y, f), len(same))
		l.step = step{verb: "去看", rule: f.Rule, state: l.state, title: f.Title}
		return l
	}
	if f.Person != "" {
		l.sentence = fmt.Sprintf("%d 人%s%s达到%s，还没有达到", len(same), yearWord(y, f), shouldWord(f), needOf(same))
		if f.Unit != rules.UnitHours {
			l.sentence = fmt.Sprintf("%d 人%s：%s", len(same), yearWord(y, f), whoseNames(y, same))
		}
		l.step = step{verb: "去看", rule: f.Rule, state: l.state, title: f.Title}
		if f.Kind == "review" { // that page lists them all
			l.step = stepOf(y, f)
		}
		return l
	}
	var when []string
	for _, f := range same {
		if p := periodOf(f); !slices.Contains(when, p) {
			when = append(when, p)
		}
		l.until = max(l.until, f.Until)
	}
	l.count = len(same)
	l.sentence = fmt.Sprintf("%s%s 共 %d 次没有记全", yearWord(y, f), strings.Join(when, "、"), len(same))
	l.step = step{verb: "去看", grid: f.Until.Year()}
	return l
}

// whoseNames lists the people of findings.
func whoseNames(y *Year, same []*rules.Finding) string {
	names := make([]string, len(same))
	for i, f := range same {
		names[i] = strings.TrimSpace(subjectOf(y, f))
	}
	return strings.Join(names, "、")
}

// needOf is what all of them need, "要求" if it differs.
func needOf(same []*rules.Finding) string {
	for _, f := range same {
		if f.Need != same[0].Need {
			return "要求"
		}
	}
	return " " + amountWords(same[0], same[0].Need)
}

// stepOf is what can be done about a finding of the branch, a group or a
// person: what was planned is recorded, what was held is entered later.
func stepOf(y *Year, f *rules.Finding) step {
	switch {
	case f.Kind == "review", f.Kind == "ratio":
		return step{verb: "去登记", reviews: f.Until.Year()}
	case f.Kind == "reading":
		return step{verb: "去登记", readings: f.Until.Year()}
	case f.Activity != "" && f.Kind == "record":
		return step{verb: "去补", record: wanted{edit: f.Activity}}
	case f.Activity != "":
		return step{verb: "去看", activity: f.Activity}
	case f.Person != "":
		return step{verb: "去看", person: f.Person}
	case f.Kind == "term":
		return step{verb: "去登记", place: atSettings}
	case f.Kind == "committee", f.Kind == "size":
		return step{verb: "去登记", place: atPeople}
	case len(f.Kinds) == 0:
		return step{verb: "去看", rule: f.Rule, state: stateOf(f), title: f.Title}
	}
	if a, day := rules.PlannedFor(y.Snapshot, f); a != nil {
		if day > y.Today {
			return step{verb: "去看", activity: a.ID}
		}
		return step{verb: "去记录", record: wanted{edit: a.ID}}
	}
	if f.State == rules.Missing {
		return step{verb: "去补录", record: wanted{kind: f.Kinds[0], group: f.Group, day: f.Until}}
	}
	return step{verb: "去安排", record: wanted{kind: f.Kinds[0], group: f.Group, day: y.Today}}
}
