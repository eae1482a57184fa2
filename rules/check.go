package rules

import (
	"cmp"
	"slices"
	"sort"

	"branchbook/store/org"
)

// check is one run of Check: a view of the year, one era at a time.
type check struct {
	*view
	facts   *facts
	era     *era
	until   org.Date // first day of the next era
	hoursOf map[int][]PersonHours
	byDay   map[org.Date][]org.Group
	waivers map[string][]*org.Waiver
	past    []heldPart // see history
	out     []found
}

// found is a finding with its place in the list.
type found struct {
	Finding
	order int
}

// Check lists what the rules ask of the year that the day lies in: every
// period that has begun, also those that are done, in the order of the packs'
// rules, then of time. Nothing is 缺项 before its period has ended, so what the
// whole year asks is never 缺项 here: see CheckYear.
func Check(p *Pack, s *org.Snapshot, day org.Date) []Finding {
	return CheckYear(p, s, day.Year(), day)
}

// CheckYear does the same for any year as seen on the day; the snapshot must
// hold that year's activities. The periods of a past year have all ended.
func CheckYear(p *Pack, s *org.Snapshot, year int, day org.Date) []Finding {
	c := &check{view: newView(p, s, year, day), byDay: map[org.Date][]org.Group{}, waivers: map[string][]*org.Waiver{}, hoursOf: map[int][]PersonHours{}}
	for _, w := range s.Waivers {
		c.waivers[w.Rule] = append(c.waivers[w.Rule], w)
	}
	c.runAll()
	slices.SortStableFunc(c.out, func(a, b found) int {
		return cmp.Or(cmp.Compare(a.order, b.order), cmp.Compare(a.From, b.From))
	})
	out := make([]Finding, len(c.out))
	for i := range c.out {
		out[i] = c.out[i].Finding
	}
	return out
}

// runAll lets each era's rules judge the periods whose last day, or the asked
// day if that is earlier, lies in the era.
func (c *check) runAll() {
	for i, e := range c.p.eras {
		c.era, c.facts, c.until = e, &e.facts, forever
		if i+1 < len(c.p.eras) {
			c.until = c.p.eras[i+1].from
		}
		if c.until <= yearStart(c.year) || e.from > c.day {
			continue // a year of hours may end after the calendar year
		}
		for _, r := range e.rules {
			if run := kinds[r.Kind].check; run != nil {
				run(c, r)
			}
		}
	}
}

// judges tells whether a period is asked about, and by this era's rules.
func (c *check) judges(p period) bool {
	day := min(p.last, c.day)
	return p.first <= c.day && p.last >= c.begin && c.era.from <= day && day < c.until
}

// judgesOpen does the same for a time limit, which need not lie in one year: it
// is asked about from its first day on, and as long as its last day lies in the
// year or after it. One that is still open is asked about until it is closed.
func (c *check) judgesOpen(p period, open bool) bool {
	if open {
		p.last = max(p.last, c.asOf)
	}
	return p.last >= yearStart(c.year) && p.first <= c.asOf && c.judges(p)
}

// limit is a time limit as a period: its key is its last day.
func limit(first, last org.Date) period {
	return period{key: last.String(), words: last.Chinese() + "前", first: first, last: last}
}

// state says how far a period is: what is owed is 缺项 only after its last day.
func (c *check) state(met bool, p period) State {
	switch {
	case met:
		return Done
	case c.day > p.last:
		return Missing
	}
	return Running
}

// limitState does the same for a time limit: one that ends after the year is
// still running at the year's end.
func (c *check) limitState(met bool, p period) State {
	if !met && p.last > yearEnd(c.year) {
		return Running
	}
	return c.state(met, p)
}

// hoursIn computes each year of hours once.
func (c *check) hoursIn(year int) []PersonHours {
	list, known := c.hoursOf[year]
	if !known {
		list = c.ofHours(year).hours()
		c.hoursOf[year] = list
	}
	return list
}

// hoursYears lists the years of hours that share a day with the calendar year.
func (c *check) hoursYears() (out []int) {
	for n := c.p.HoursYearOf(c.first); n <= c.p.HoursYearOf(c.last); n++ {
		out = append(out, n)
	}
	return out
}

// groupsOn lists the groups that have members on the day.
func (c *check) groupsOn(day org.Date) []org.Group {
	list, known := c.byDay[day]
	if !known {
		list = c.groups(day)
		c.byDay[day] = list
	}
	return list
}

// firstPart finds the first part on or after the day.
func (c *check) firstPart(day org.Date) int {
	return sort.Search(len(c.parts), func(i int) bool { return c.parts[i].Date >= day })
}

// finding begins a finding with what the rule says of itself.
func (c *check) finding(r *Rule, p period) *Finding {
	day := min(p.last, c.day)
	return &Finding{
		Rule: r.ID, Kind: r.Kind, Title: r.Title, Document: r.Document.Title, Number: r.Document.Number, Article: r.Article,
		Quote: r.Quote, Checked: r.Checked, Whose: r.Whose, Obligation: r.Obligation,
		Packs: append([]string{r.Pack}, r.Changed...), Period: p.key, From: p.first, Until: p.last, Advice: r.advice(day), Notice: r.Notice(day),
	}
}

// add finishes a finding: its sentence and its waiver.
func (c *check) add(r *Rule, f *Finding, of func(string) string) {
	said := r.said.running
	switch f.State {
	case Done:
		said = r.said.done
	case Missing:
		said = r.said.missing
	}
	f.Sentence = said.fill(of)
	if f.State != Done {
		f.Next = r.said.next.fill(of)
	}
	c.waive(f)
	c.out = append(c.out, found{*f, r.order})
}

// place fills a place that every kind has.
func (c *check) place(f *Finding, r *Rule, p period, place string) string {
	switch place {
	case "who":
		if i, ok := c.index[f.Person]; ok {
			return c.s.Label(c.members[i].p, p.last)
		}
		return "本支部"
	case "period":
		return p.words
	case "title":
		return r.Title
	case "should":
		return r.Obligation.should()
	case "have":
		return f.Unit.amount(f.Have)
	case "need":
		return f.Unit.amount(f.Need)
	case "short":
		return f.Unit.amount(f.Short())
	}
	return p.last.Chinese() // until
}

// waive marks a finding that somebody has explained. What has been done needs
// no explanation.
func (c *check) waive(f *Finding) {
	for _, w := range c.waivers[f.Rule] {
		if explains(w, f) && (w.Until == 0 || c.day <= w.Until) {
			f.Waived, f.Reason, f.Waiver = true, w.Reason, w.ID
			return
		}
	}
}

// explains tells whether a waiver is about a finding: the same rule and person,
// and the group, the record and the period if it names them.
func explains(w *org.Waiver, f *Finding) bool {
	return w.Person == f.Person && (w.Group == "" || w.Group == f.Group) &&
		(w.Activity == "" || w.Activity == f.Activity) && (w.Period == "" || w.Period == f.Period)
}
