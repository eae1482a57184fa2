package ui

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"branchbook/rules"
	"branchbook/store/org"
)

// hoursRow is one member's year.
type hoursRow struct {
	id                     org.PersonID
	name                   string
	tag                    hoursTag
	word                   string // of the tag
	team                   bool   // 书记和委员
	floating, exempt       bool
	applies, met           bool
	counted, target, short org.Hours
	months                 []org.Hours // as hoursYear.months
}

// hoursTag is what is said beside a name.
type hoursTag int

const (
	noTag hoursTag = iota
	postTag
	quietTag
)

// hoursYear is everybody's year, with what it is judged by.
type hoursYear struct {
	span    rules.HoursSpan
	months  []org.Date // each by its first day
	rows    []hoursRow
	cites   []string     // the clauses that give the targets
	notices []string     // that a plan is over
	first   int          // the first year that the branch has
	this    int          // the one that runs
	lacking int          // members who have not reached theirs
	planned int          // of them, those with something still planned
	enough  int          // of them, those whom all of it would bring there
	closed  *closedHours // nil: the year was never closed
}

// hoursFilter picks some of the rows.
type hoursFilter int

const (
	everybody hoursFilter = iota
	shortOnes
	teamOnes
	floatingOnes
	exemptOnes
)

// hoursFilters are the filters in the order on the screen.
var hoursFilters = []struct {
	word string
	has  func(*hoursRow) bool
}{
	everybody:    {"全部", func(*hoursRow) bool { return true }},
	shortOnes:    {"还差", func(r *hoursRow) bool { return r.applies && !r.met }},
	teamOnes:     {"书记和委员", func(r *hoursRow) bool { return r.team }},
	floatingOnes: {"流动", func(r *hoursRow) bool { return r.floating }},
	exemptOnes:   {"不作硬性要求", func(r *hoursRow) bool { return r.exempt }},
}

// loadHours reads a year for the screen, 0 for the one that runs.
func loadHours(b *Book, n int) (*hoursYear, error) {
	y, err := b.StudyYear(n)
	if err != nil {
		return nil, err
	}
	h := &hoursYear{span: y.Span(), this: y.Running(), first: firstYear(y)}
	h.months = h.span.Months()
	hours := y.Hours()
	for i := range hours {
		h.add(y, &hours[i])
	}
	h.closed = closedOf(y, hours)
	return h, nil
}

// firstYear is the first year to look back to: that in which the branch began
// its records, or the one before the shown year if something is known of it.
func firstYear(y *Year) int {
	first := y.N
	if since := y.Branch.Since; since != 0 {
		first = min(first, y.Pack.HoursYearOf(since))
	}
	for _, a := range y.Activities {
		for i := range a.Parts {
			first = min(first, y.Pack.HoursYearOf(a.Parts[i].Date))
		}
	}
	return first
}

// byMonth adds lines up by month of the calendar.
func byMonth(months []org.Date, lines []rules.HourLine) []org.Hours {
	out := make([]org.Hours, len(months))
	for i := range lines {
		at, found := slices.BinarySearch(months, lines[i].Date)
		if !found {
			at-- // the month that began before the day
		}
		out[at] += lines[i].Hours
	}
	return out
}

func (h *hoursYear) add(y *Year, p *rules.PersonHours) {
	who := y.Person(p.Person)
	if who == nil {
		return
	}
	r := hoursRow{id: p.Person, name: y.Label(who, h.span.Day), applies: p.Applies, met: p.Met, counted: p.Counted, target: p.Target, short: p.Short,
		team: who.Is(h.span.Day, org.SpellPost, org.Secretary, org.Deputy, org.Committee), floating: who.Is(h.span.Day, org.SpellFloating),
		exempt: !p.Applies && who.Is(h.span.Day, org.SpellExemption)}
	r.tag, r.word = tagOf(who, &r, h.span.Day)
	r.months = byMonth(h.months, p.Lines)
	h.rows = append(h.rows, r)
	h.look(p)
	if rule := y.Pack.Rule(p.TargetRule); rule != nil && !slices.Contains(h.cites, rule.Cite()) {
		h.cites = append(h.cites, rule.Cite())
	}
	if p.Notice != "" && !slices.Contains(h.notices, p.Notice) {
		h.notices = append(h.notices, p.Notice)
	}
}

// look counts somebody who has not reached the target.
func (h *hoursYear) look(p *rules.PersonHours) {
	if !p.Applies || p.Met {
		return
	}
	h.lacking++
	if p.Ahead.Count > 0 {
		h.planned++
	}
	if p.Ahead.Hours >= p.Short {
		h.enough++
	}
}

// aheadNote says how many would reach their targets by what is planned.
func (h *hoursYear) aheadNote() string {
	if h.planned == 0 {
		return ""
	}
	return fmt.Sprintf("还差的 %d 人里，本年列入计划的活动都参加，约有 %d 人能达到。", h.lacking, h.enough)
}

// tagOf says the one thing that explains a row best. Somebody exempt is 免修,
// without the class: health is nobody's business here.
func tagOf(p *org.Person, r *hoursRow, day org.Date) (hoursTag, string) {
	for _, post := range []org.SpellValue{org.Secretary, org.Deputy, org.Committee} {
		if p.Is(day, org.SpellPost, post) {
			s := org.Spell{Kind: org.SpellPost, Value: post}
			return postTag, s.Chinese()
		}
	}
	category, member := p.As(org.SpellCategory, day)
	switch {
	case r.exempt:
		return quietTag, "免修"
	case !r.applies && !p.Is(day, org.SpellBelonging):
		return quietTag, "已离开"
	case r.floating:
		return quietTag, "流动"
	case member && category.Value == org.Probationary:
		return quietTag, "预备"
	}
	return noTag, ""
}

// counts is how many rows each filter has.
func (h *hoursYear) counts() []int {
	n := make([]int, len(hoursFilters))
	for i := range h.rows {
		for f := range hoursFilters {
			if hoursFilters[f].has(&h.rows[i]) {
				n[f]++
			}
		}
	}
	return n
}

// pick lists the rows of a filter in roster order.
func (h *hoursYear) pick(f hoursFilter) []hoursRow {
	var out []hoursRow
	for i := range h.rows {
		if hoursFilters[f].has(&h.rows[i]) {
			out = append(out, h.rows[i])
		}
	}
	return out
}

// note says in one line how the table came about.
func (h *hoursYear) note() string {
	parts := []string{"按花名册顺序", "只计集中培训和集体学习", "个人自学另记", "点一行看这位同志的学习档案"}
	text := h.aheadNote() + strings.Join(parts, "；") + "。"
	if len(h.cites) > 0 {
		text += "依据：" + strings.Join(h.cites, "，") + "。"
	}
	for _, n := range h.notices {
		text += n + "。"
	}
	return text
}

// spanWords is the time that the table tells of.
func (h *hoursYear) spanWords() string {
	switch from, to := h.span.First.Chinese(), h.span.Day.Chinese(); {
	case !h.span.Calendar():
		return from + "至" + to
	case h.span.Year == h.this:
		return "1月1日至" + strings.TrimPrefix(to, strconv.Itoa(h.span.Year)+"年")
	}
	return "全年"
}

// names are those of everybody in the year.
func (d *hoursYear) names() []string {
	var out []string
	for _, r := range d.rows {
		out = append(out, r.name)
	}
	return out
}
