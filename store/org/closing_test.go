package org

import (
	"errors"
	"reflect"
	"strings"
	"testing"
)

func closing2025() *Closing {
	return &Closing{ID: "c", Rev: 1, Year: 2025, On: NewDate(2026, 1, 1), Digest: strings.Repeat("0a", 32), Packs: []string{"central"},
		People: []ClosedHours{{Person: "p", Target: 32 * Hour, Counted: 33 * Hour, Study: 33 * Hour, Met: true, Why: "正式党员"}}}
}

func TestAClosingThatCannotBeIsRefused(t *testing.T) {
	if err := closing2025().Validate(); err != nil {
		t.Fatalf("on the first day after the year: %v", err)
	}
	for name, c := range map[string]struct {
		field string
		edit  func(*Closing)
	}{
		"on the year's last day":      {"on", func(c *Closing) { c.On = NewDate(2025, 12, 31) }},
		"no day":                      {"on", func(c *Closing) { c.On = 0 }},
		"a year that cannot be":       {"year", func(c *Closing) { c.Year = 20 }},
		"a digest in capitals":        {"digest", func(c *Closing) { c.Digest = strings.ToUpper(c.Digest) }},
		"a short digest":              {"digest", func(c *Closing) { c.Digest = c.Digest[2:] }},
		"a pack without a name":       {"packs", func(c *Closing) { c.Packs = append(c.Packs, "") }},
		"too many packs":              {"packs", func(c *Closing) { c.Packs = make([]string, 101) }},
		"somebody twice":              {"people", func(c *Closing) { c.People = append(c.People, c.People[0]) }},
		"nobody":                      {"people", func(c *Closing) { c.People[0].Person = "" }},
		"less than nothing":           {"people", func(c *Closing) { c.People[0].Study = -1 }},
		"a control character":         {"people", func(c *Closing) { c.People[0].Why = "\x00" }},
		"too many people":             {"people", func(c *Closing) { c.People = make([]ClosedHours, MaxList+1) }},
		"opened without a reason":     {"reason", func(c *Closing) { c.Opened = c.On }},
		"a reason without a day":      {"reason", func(c *Closing) { c.Reason = "补录" }},
		"opened before it was shut":   {"opened", func(c *Closing) { c.Opened, c.Reason = c.On-1, "补录" }},
		"a reason of several pages":   {"reason", func(c *Closing) { c.Opened, c.Reason = c.On, strings.Repeat("补", MaxLine+1) }},
		"a pack with too long a name": {"packs", func(c *Closing) { c.Packs[0] = strings.Repeat("a", MaxName+1) }},
	} {
		bad := closing2025()
		c.edit(bad)
		var inv *Invalid
		if err := bad.Validate(); !errors.As(err, &inv) || inv.Field != c.field {
			t.Errorf("%s: %v", name, err)
		}
	}
	again := closing2025()
	again.Opened, again.Reason = again.On, "补录"
	if err := again.Validate(); err != nil || again.Closed() || !closing2025().Closed() || (*Closing)(nil).Closed() {
		t.Errorf("opened again: %v", err)
	}
}

func TestACopiedClosingSharesNothing(t *testing.T) {
	was := closing2025()
	c := Copy(was, 2).(*Closing)
	c.Packs[0], c.People[0].Why = "other", "other"
	if was.Packs[0] != "central" || was.People[0].Why != "正式党员" || was.Rev != 1 || c.Rev != 2 {
		t.Errorf("%+v", was)
	}
}

func TestFiguresAreTheSameWhateverTheWords(t *testing.T) {
	was := closing2025().People[0]
	words := was
	if words.Why = "2025年12月31日任委员"; !was.Same(words) {
		t.Error("other words are another figure")
	}
	for field, edit := range map[string]func(*ClosedHours){
		"person": func(h *ClosedHours) { h.Person = "q" }, "target": func(h *ClosedHours) { h.Target++ }, "counted": func(h *ClosedHours) { h.Counted++ },
		"training": func(h *ClosedHours) { h.Training++ }, "study": func(h *ClosedHours) { h.Study++ }, "met": func(h *ClosedHours) { h.Met = false },
	} {
		now := was
		if edit(&now); was.Same(now) {
			t.Errorf("another %s is the same", field)
		}
	}
}

func TestASnapshotWithWhatWillBeSaved(t *testing.T) {
	day := func(id ActivityID, d int) *Activity {
		return &Activity{ID: id, Rev: 1, Parts: []Part{{Date: NewDate(2025, 3, d)}}}
	}
	s := &Snapshot{Branch: &Branch{ID: "b"}, Persons: []*Person{{ID: "p1"}, {ID: "p2"}}, Activities: []*Activity{day("a1", 5), day("a2", 7)}, Packs: []*LocalPack{{ID: "k"}}}
	moved, fresh := day("a1", 9), day("a3", 6)
	now := s.With(moved, fresh, &Person{ID: "p3"}, &Person{ID: "p1", Name: "新名"}, &Branch{ID: "b", Name: "新名"}, &LocalPack{ID: "k", On: true})
	if got := now.Activities; !reflect.DeepEqual(got, []*Activity{fresh, s.Activities[1], moved}) {
		t.Errorf("activities %v", got)
	}
	if p := now.Persons; len(p) != 3 || p[0].Name != "新名" || p[1] != s.Persons[1] || p[2].ID != "p3" {
		t.Errorf("persons %v", p)
	}
	if now.Branch.Name != "新名" || !now.Packs[0].On {
		t.Error("branch or pack is the old one")
	}
	if len(s.Activities) != 2 || s.Activities[0].From() != NewDate(2025, 3, 5) || s.Persons[0].Name != "" || s.Branch.Name != "" || s.Packs[0].On {
		t.Error("the snapshot itself was changed")
	}
}
