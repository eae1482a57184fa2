package closed

import (
	"path/filepath"
	"testing"
	"time"

	"branchbook/rules"
	"branchbook/store"
	"branchbook/store/org"
)

var today = org.NewDate(2026, 3, 20)

// branch has one member, who was at a training of a day in each of 2023, 2024
// and 2025; 2023 and 2025 are closed.
func branch(t *testing.T) (*store.Store, *org.Person, []*org.Activity) {
	t.Helper()
	clock := func() time.Time { return time.Date(2026, 3, 20, 9, 0, 0, 0, time.UTC) }
	s, err := store.Create(filepath.Join(t.TempDir(), "b"), store.Options{Now: clock, Machine: "test"}, &org.Branch{Name: "柳河湾村党支部", Code: "1", Kind: org.Village})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	p := &org.Person{ID: store.NewPersonID(), Name: "王建", Spells: []org.Spell{{Kind: org.SpellBelonging, Began: org.BeganRoster}, {Kind: org.SpellCategory, Value: org.FullMember}}}
	if _, err := s.SavePerson(p); err != nil {
		t.Fatal(err)
	}
	var list []*org.Activity
	for year := 2023; year <= 2025; year++ {
		a := training(org.NewDate(year, 5, 6), p)
		if _, err := s.RecordActivity(a); err != nil {
			t.Fatal(err)
		}
		saved, err := s.Activity(a.ID)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, saved)
	}
	shut(t, s, 2023)
	shut(t, s, 2025)
	return s, p, list
}

func training(day org.Date, p *org.Person) *org.Activity {
	return &org.Activity{ID: store.NewActivityID(), State: org.Held, Title: "培训", Level: org.LevelTown,
		Parts:      []org.Part{{Kind: org.Training, Date: day, Length: org.FullDay, Audience: org.Audience{Kind: org.ForAll}}},
		Attendance: []org.Attendance{{Person: p.ID, Due: true, As: org.FullMember, Status: org.Present}}}
}

func shut(t *testing.T, s *store.Store, year int) {
	t.Helper()
	snap, err := s.Snapshot(org.NewDate(year, 1, 1), org.NewDate(year, 12, 31))
	if err != nil {
		t.Fatal(err)
	}
	pack, err := rules.Load(today, snap.Packs)
	if err != nil {
		t.Fatal(err)
	}
	c, err := rules.Close(pack, snap, year, today, store.NewItemID())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.SaveClosing(c); err != nil {
		t.Fatal(err)
	}
}

func asked(t *testing.T, s *store.Store, list ...org.Aggregate) map[int]string {
	t.Helper()
	q, err := Ask(s, today, list...)
	if err != nil {
		t.Fatal(err)
	}
	out := map[int]string{}
	if q == nil {
		return out
	}
	for _, y := range q.Years {
		for _, d := range y.Changes {
			out[y.Closing.Year] = counted(d.Was) + "→" + counted(d.Now)
		}
	}
	return out
}

func counted(h *org.ClosedHours) string {
	if h == nil {
		return "无"
	}
	return h.Counted.String()
}

func TestOnlyWhatReachesAClosedYearIsAskedAbout(t *testing.T) {
	s, p, list := branch(t)
	if got := asked(t, s, training(org.NewDate(2026, 2, 1), p), training(org.NewDate(2024, 2, 1), p)); len(got) != 0 {
		t.Errorf("activities of open years: %v", got)
	}
	if got := asked(t, s, training(org.NewDate(2025, 2, 1), p)); len(got) != 1 || got[2025] != "8→16" {
		t.Errorf("one more training in 2025: %v", got)
	}
	moved := org.Copy(list[0], list[0].Rev).(*org.Activity)
	moved.Parts[0].Date = org.NewDate(2024, 5, 6)
	if got := asked(t, s, moved); len(got) != 1 || got[2023] != "8→0" {
		t.Errorf("moved from a closed year into an open one: %v", got)
	}
	gone := org.Copy(p, 1).(*org.Person)
	gone.Spells[1].From = "2025-06-01"
	if got := asked(t, s, gone); len(got) != 2 || got[2023] != "8→无" || got[2025] != "8→0" {
		t.Errorf("a member only since June 2025: %v", got)
	}
	// Nothing was saved by asking.
	if again, err := s.Person(p.ID); err != nil || again.Rev != 1 {
		t.Errorf("person at %d, %v", again.Rev, err)
	}
}

func TestAnActivityThatIsGoneCannotBeAskedAbout(t *testing.T) {
	s, p, _ := branch(t)
	a := training(org.NewDate(2025, 2, 1), p)
	a.Rev = 3
	if q, err := Ask(s, today, a); err == nil {
		t.Errorf("asked %v about an activity that is not on file", q)
	}
}
