package ui

import (
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
	months                 [12]org.Hours
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
	n       int
	day     org.Date // the day as of which it is told
	rows    []hoursRow
	cites   []string     // the clauses that give the targets
	notices []string     // that a plan is over
	first   int          // the first year that the branch has
	this    int          // the year of today
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

// loadHours reads a year for the screen.
func loadHours(b *Book, n int) (*hoursYear, error) {
	y, err := b.Year(n)
	if err != nil {
		return nil, err
	}
	h := &hoursYear{n: n, day: y.Day, this: y.Today.Year(), first: firstYear(y, n)}
	hours := y.Hours()
	for i := range hours {
		h.add(y, &hours[i])
	}
	h.closed = closedOf(y, hours)
	return h, nil
}

// firstYear is the first year to look back to: that in which the branch began
// its records, or the one before the shown year if something is known of it.
func firstYear(y *Year, n int) int {
	first := n
	if since := y.Branch.Since; since != 0 {
		first = min(first, since.Year())
	}
	for _, a := range y.Activities {
		for i := range a.Parts {
			first = min(first, a.Parts[i].Date.Year())
		}
	}
	return first
}

func (h *hoursYear) add(y *Year, p *rules.PersonHours) {
	who := y.Person(p.Person)
	if who == nil {
		return
	}
	r := hoursRow{id: p.Person, name: y.Label(who, h.day), applies: p.Applies, met: p.Met, counted: p.Counted, target: p.Target, short: p.Short,
		team: who.Is(h.day, org.SpellPost, org.Secretary, org.Deputy, org.Committee), floating: who.Is(h.day, org.SpellFloating),
		exempt: !p.Applies && who.Is(h.day, org.SpellExemption)}
	r.tag, r.word = tagOf(who, &r, h.day)
	for _, l := range p.Lines {
		r.months[l.Date.Month()-1] += l.Hours
	}
	h.rows = append(h.rows, r)
	if rule := y.Pack.Rule(p.TargetRule); rule != nil && !slices.Contains(h.cites, rule.Cite()) {
		h.cites = append(h.cites, rule.Cite())
	}
	if p.Notice != "" && !slices.Contains(h.notices, p.Notice) {
		h.notices = append(h.notices, p.Notice)
	}
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
	text := strings.Join(parts, "；") + "。"
	if len(h.cites) > 0 {
		text += "依据：" + strings.Join(h.cites, "，") + "。"
	}
	for _, n := range h.notices {
		text += n + "。"
	}
	return text
}

// span is the time that the table tells of, in words.
func (h *hoursYear) span() string {
	if h.n == h.this {
		return "1月1日至" + strings.TrimPrefix(h.day.Chinese(), strconv.Itoa(h.n)+"年")
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
