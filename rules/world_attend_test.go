package rules

import (
	"fmt"
	"slices"
	"strings"

	"branchbook/store/org"
)

// What cases about trainings and time limits say beyond the common words;
// testdata/README.md describes it.
func init() {
	worldLines["入党"] = func(w *world, words []string) error {
		return w.readDay(words, func(p *org.Person) *org.Partial { return &p.Joined })
	}
	worldLines["转正日期"] = func(w *world, words []string) error {
		return w.readDay(words, func(p *org.Person) *org.Partial { return &p.FullFrom })
	}
	worldDetails["主办"] = func(_ *world, a *org.Activity, _ *org.Part, value string) (err error) {
		a.Level, err = org.ParseLevel(value)
		return err
	}
	worldDetails["党校"] = func(_ *world, _ *org.Activity, p *org.Part, _ string) error {
		p.School = true
		return nil
	}
	for _, season := range org.Seasons() {
		worldDetails[season.Chinese()] = func(_ *world, a *org.Activity, _ *org.Part, _ string) error {
			a.Season = season
			return nil
		}
	}
}

// readDay reads "入党 甲 2025-12": a day of the roster, which may be partial.
func (w *world) readDay(words []string, field func(*org.Person) *org.Partial) error {
	p := w.person(words[0])
	if p == nil || len(words) != 2 {
		return fmt.Errorf("no such person")
	}
	d, err := org.ParsePartial(words[1])
	*field(p) = d
	return err
}

// askTraces shows how the findings of rules were found.
func (w *world) askTraces(p *Pack, day org.Date, q []string) string {
	var b strings.Builder
	for _, f := range CheckYear(p, w.snapshot(), yearOf(day, q), day) {
		if !slices.Contains(q, f.Rule) {
			continue
		}
		fmt.Fprintf(&b, "%s %s %s\n", f.Title, f.Period, f.State.Chinese())
		for _, line := range f.Trace {
			fmt.Fprintf(&b, "  %s\n", line)
		}
	}
	return b.String()
}
