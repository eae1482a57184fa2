package ui

import (
	"fmt"
	"slices"
	"strings"

	"branchbook/rules"
	"branchbook/store/org"
)

// lackRows is everything that the rules ask of this year, and what the year
// before has left missing.
type lackRows struct {
	year *Year
	rows []lackRow
}

// lackRow is one finding, said in full.
type lackRow struct {
	finding        rules.Finding
	state          lackState
	who            string // person or group; empty: the branch
	period, amount string
	until          string
	step           step
}

// loadLacks lists the findings of this year.
func loadLacks(b *Book) (*lackRows, error) {
	y, err := b.ThisYear()
	if err != nil {
		return nil, err
	}
	all := &lackRows{year: y}
	findings := y.Findings()
	for _, f := range append(lastYear(y, findings), findings...) {
		all.rows = append(all.rows, lackRowOf(y, f))
	}
	slices.SortStableFunc(all.rows, func(a, b lackRow) int { return int(a.state) - int(b.state) })
	return all, nil
}

func lackRowOf(y *Year, f rules.Finding) lackRow {
	r := lackRow{finding: f, state: stateOf(&f), who: strings.TrimSpace(subjectOf(y, &f)), period: yearWord(y, &f) + periodOf(&f), until: f.Until.Chinese()}
	if f.State == rules.Done {
		r.state = lackDone
	}
	r.amount = f.Amount(f.Have)
	if f.Need > 0 {
		r.amount = strings.TrimSuffix(r.amount, string(f.Unit)) + " / " + f.Amount(f.Need)
	}
	if r.state != lackDone {
		r.step = stepOf(y, &f)
	}
	return r
}

// lackFilter names a rule or a person; empty: any.
type lackFilter struct {
	rule   string
	person org.PersonID
}

// pick lists the rows of a state that a filter lets through.
func (l *lackRows) pick(state lackState, only lackFilter) []lackRow {
	var out []lackRow
	for _, r := range l.rows {
		if r.state == state && (only.rule == "" || r.finding.Rule == only.rule) && (only.person == "" || r.finding.Person == only.person) {
			out = append(out, r)
		}
	}
	return out
}

// key tells a row again after the file has changed.
func (r *lackRow) key() string {
	f := &r.finding
	return fmt.Sprint(f.Rule, "/", f.Person, "/", f.Group, "/", f.Activity, "/", f.Part, "/", f.Period)
}

// waiver begins an explanation of a finding: for this period, or for good.
func (r *lackRow) waiver(id org.ItemID, always bool) *org.Waiver {
	f := &r.finding
	w := &org.Waiver{ID: id, Rule: f.Rule, Person: f.Person, Group: f.Group, Activity: f.Activity, Period: f.Period}
	if always {
		w.Period = ""
	}
	return w
}

// source is the clause, with the number of its document if it has one.
func (r *lackRow) source() string {
	if number := r.finding.Number; number != "" {
		return r.finding.Cite() + "（" + number + "）"
	}
	return r.finding.Cite()
}
