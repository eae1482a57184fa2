package ui

import (
	"testing"

	"branchbook/rules"
	"branchbook/store/org"
)

func openLacks(t *testing.T, b *Book, state lackState) (*Window, *lacks) {
	t.Helper()
	w := openWindow(t, b)
	t.Cleanup(w.win.Close)
	s := newLacks(w, state, "", "")
	w.show(s)
	return w, s
}

func TestTheListHasEveryFindingOnceAndSaysItsClause(t *testing.T) {
	b := demoBook(t, 38)
	all, err := loadLacks(b)
	if err != nil {
		t.Fatal(err)
	}
	if want := len(all.year.Findings()); len(all.rows) != want {
		t.Errorf("%d rows for %d findings", len(all.rows), want)
	}
	sum := 0
	for state := range lackStates {
		sum += len(all.pick(state, lackFilter{}))
	}
	if sum != len(all.rows) {
		t.Errorf("the states have %d of %d rows", sum, len(all.rows))
	}
	for _, r := range all.rows {
		if r.finding.Sentence == "" || r.source() == "《》" || len(r.finding.Trace) == 0 {
			t.Errorf("%s: no sentence, clause or trace: %+v", r.finding.Rule, r.finding)
		}
		if done := r.finding.State == rules.Done; done != (r.state == lackDone) || !done && r.step == (step{}) {
			t.Errorf("%s %s: state %d, step %+v", r.finding.Rule, r.finding.State, r.state, r.step)
		}
	}
}

func TestAnExplanationStaysInTheListAndCanBeWithdrawn(t *testing.T) {
	b := demoBook(t, 38)
	_, s := openLacks(t, b, lackMissing)
	r := s.chosen()
	if r == nil {
		t.Fatal("nothing is missing in the demo")
	}
	key, before := r.key(), len(s.rows)
	note := r.waiver("w1", false)
	note.Reason = "活动室维修"
	s.save("已写说明", r.finding.Title, note)
	if len(s.rows) != before-1 {
		t.Fatalf("%d missing, were %d", len(s.rows), before)
	}
	s.state = lackWaived
	s.list()
	found := -1
	for i := range s.rows {
		if s.rows[i].key() == key && s.rows[i].finding.Reason == "活动室维修" {
			found = i
		}
	}
	if found < 0 {
		t.Fatalf("not among the explained: %+v", s.rows)
	}
	s.withdraw(&s.rows[found])
	s.state = lackMissing
	s.list()
	if len(s.rows) != before {
		t.Errorf("%d missing after the withdrawal, were %d", len(s.rows), before)
	}
	waivers, err := b.ThisYear()
	if err != nil || len(waivers.Waivers) == 0 || waivers.Waivers[len(waivers.Waivers)-1].Until == 0 {
		t.Errorf("the explanation has no end in the file: %v", err)
	}
}

func TestAFoldedLineLeadsToTheFindingsOfItsRule(t *testing.T) {
	b := demoBook(t, 38)
	w := openWindow(t, b)
	t.Cleanup(w.win.Close)
	d, err := loadHome(b)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range d.lacks {
		if l.step.rule == "" {
			continue
		}
		l.step.follow(w)
		s, ok := w.now.(*lacks)
		if !ok || len(s.rows) != l.folded {
			t.Fatalf("%s: %d rows, the line stands for %d", l.title, len(s.rows), l.folded)
		}
		for _, r := range s.rows {
			if r.finding.Rule != l.step.rule {
				t.Errorf("a row of %s", r.finding.Rule)
			}
		}
		return
	}
	t.Fatal("the demo has no folded line")
}

func TestAPeriodInWords(t *testing.T) {
	for want, f := range map[string]rules.Finding{
		"8月":      {Period: "2026-08", From: org.NewDate(2026, 8, 1), Until: org.NewDate(2026, 8, 31)},
		"第四季度":    {Period: "2026Q4", From: org.NewDate(2026, 10, 1), Until: org.NewDate(2026, 12, 31)},
		"下半年":     {Period: "2026H2", From: org.NewDate(2026, 7, 1), Until: org.NewDate(2026, 12, 31)},
		"全年":      {Period: "2026", From: org.NewDate(2026, 1, 1), Until: org.NewDate(2026, 12, 31)},
		"12月19日前": {Period: "2026-12-19", From: org.NewDate(2025, 12, 19), Until: org.NewDate(2026, 12, 19)},
	} {
		if got := periodOf(&f); got != want {
			t.Errorf("%s: %q, want %q", f.Period, got, want)
		}
	}
}
