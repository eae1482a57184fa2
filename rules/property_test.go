package rules

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"branchbook/store/org"
)

// What holds for every branch is tried on many invented ones; a failure names
// the seed that makes it again.

const worlds = 120

func eachWorld(t *testing.T, try func(t *testing.T, rng *rand.Rand, s *org.Snapshot, day org.Date)) {
	t.Helper()
	for seed := range uint64(worlds) {
		rng := rand.New(rand.NewPCG(seed, 7))
		s := randomBranch(rng)
		day := org.NewDate(2026, 1, 1).AddDays(rng.IntN(365))
		t.Run(fmt.Sprint("seed", seed), func(t *testing.T) { try(t, rng, s, day) })
	}
}

// randomBranch makes a small branch with a year and a half of everything that
// rules look at.
func randomBranch(rng *rand.Rand) *org.Snapshot {
	s := &org.Snapshot{Branch: &org.Branch{ID: "b", Name: "样例支部", Code: "0", Kind: org.Village, Term: org.Term{Start: org.NewDate(2023, 3, 1), Years: 5},
		Groups: []org.Group{{ID: "g0", Name: "一组"}, {ID: "g1", Name: "二组"}}}}
	for i := range 4 + rng.IntN(8) {
		s.Persons = append(s.Persons, randomPerson(rng, i))
	}
	for i := range 20 + rng.IntN(30) {
		s.Activities = append(s.Activities, randomActivity(rng, s, i))
	}
	for i, p := range s.Persons {
		if rng.IntN(2) == 0 {
			s.Reviews = append(s.Reviews, &org.Review{ID: org.ItemID(fmt.Sprint("v", i)), Year: 2025 + rng.IntN(2), Person: p.ID,
				Grade: pickOf(rng, org.Grades()), StudyOn: randomDay(rng), Study: "述学", StudyFit: pickOf(rng, org.Grades())})
		}
	}
	slices.SortFunc(s.Activities, func(a, b *org.Activity) int { return int(a.From() - b.From()) })
	return s
}

func pickOf[T any](rng *rand.Rand, list []T) T { return list[rng.IntN(len(list))] }

func randomDay(rng *rand.Rand) org.Date { return org.NewDate(2025, 6, 1).AddDays(rng.IntN(570)) }

func randomPerson(rng *rand.Rand, i int) *org.Person {
	p := &org.Person{ID: org.PersonID(fmt.Sprint("p", i)), Name: fmt.Sprint("党员", i), Born: "1980-02-29", Education: "高中"}
	joined := org.NewDate(2015, 1, 1).AddDays(rng.IntN(3800))
	full := joined.AddMonths(12)
	p.Joined = joined.Partial()
	p.Spells = append(p.Spells, org.Spell{Kind: org.SpellBelonging, Began: org.BeganAdmitted, From: joined.Partial()},
		org.Spell{Kind: org.SpellCategory, Value: org.Probationary, From: joined.Partial(), To: full.Partial()},
		org.Spell{Kind: org.SpellCategory, Value: org.FullMember, From: full.Partial()},
		org.Spell{Kind: org.SpellGroup, Group: org.GroupID(fmt.Sprint("g", i%2))})
	for _, sp := range []org.Spell{{Kind: org.SpellPost, Value: pickOf(rng, org.SpellValues(org.SpellPost))}, {Kind: org.SpellExemption, Value: org.ExemptOld},
		{Kind: org.SpellFloating, Value: org.FloatOut, Who: "联系人"}, {Kind: org.SpellLost}, {Kind: org.SpellLeader}, {Kind: org.SpellReserve, Value: org.InReserve},
		{Kind: org.SpellStanding, Value: org.StandMend}} {
		if rng.IntN(4) > 0 {
			continue
		}
		from := randomDay(rng)
		sp.From = from.Partial()
		if rng.IntN(2) == 0 {
			sp.To = from.AddDays(1 + rng.IntN(300)).Partial()
		}
		p.Spells = append(p.Spells, sp)
	}
	return p
}

func randomActivity(rng *rand.Rand, s *org.Snapshot, i int) *org.Activity {
	a := &org.Activity{ID: org.ActivityID(fmt.Sprintf("a%03d", i)), State: org.Held, Title: "样例", Level: pickOf(rng, org.Levels())}
	if rng.IntN(8) == 0 {
		a.State = org.Planned
	}
	day, start := randomDay(rng), org.NewClock(8+rng.IntN(8), 0)
	part := org.Part{Kind: pickOf(rng, org.PartKinds()), Content: pickOf(rng, org.Contents()), Date: day, Start: start, End: start + org.Clock(30+rng.IntN(200)),
		Audience: org.Audience{Kind: org.ForAll}, Lecturer: org.Who{Person: pickOf(rng, s.Persons).ID}}
	a.Parts = []org.Part{part}
	for _, p := range s.Persons {
		if a.State == org.Held && rng.IntN(6) > 0 {
			a.Attendance = append(a.Attendance, org.Attendance{Person: p.ID, Due: rng.IntN(5) > 0, As: org.FullMember, Status: pickOf(rng, org.Statuses())})
		}
	}
	return a
}

func hoursBy(p *Pack, s *org.Snapshot, day org.Date) map[org.PersonID]org.Hours {
	out := map[org.PersonID]org.Hours{}
	for _, h := range Hours(p, s, day.Year(), day) {
		out[h.Person] = h.Counted
	}
	return out
}

func TestOneMorePartThatWasAttendedNeverLowersHours(t *testing.T) {
	eachWorld(t, func(t *testing.T, rng *rand.Rand, s *org.Snapshot, day org.Date) {
		p := mustLoad(t, day)
		before := hoursBy(p, s, day)
		extra := randomActivity(rng, s, 900)
		extra.State = org.Held
		extra.Parts[0].Kind, extra.Parts[0].Date = pickOf(rng, []org.PartKind{org.ThemeDay, org.Training}), org.NewDate(2026, 1, 1).AddDays(rng.IntN(int(day-org.NewDate(2026, 1, 1))+1))
		more := *s
		more.Activities = append(slices.Clone(s.Activities), extra)
		for id, h := range hoursBy(p, &more, day) {
			if h < before[id] {
				t.Errorf("%s: %s before, %s with one more", id, before[id], h)
			}
		}
	})
}

func TestTheOrderOfRecordsDoesNotMatter(t *testing.T) {
	eachWorld(t, func(t *testing.T, rng *rand.Rand, s *org.Snapshot, day org.Date) {
		p := mustLoad(t, day)
		want, hours := Check(p, s, day), hoursBy(p, s, day)
		mixed := *s
		mixed.Activities, mixed.Reviews = slices.Clone(s.Activities), slices.Clone(s.Reviews)
		rng.Shuffle(len(mixed.Activities), func(i, j int) {
			mixed.Activities[i], mixed.Activities[j] = mixed.Activities[j], mixed.Activities[i]
		})
		rng.Shuffle(len(mixed.Reviews), func(i, j int) { mixed.Reviews[i], mixed.Reviews[j] = mixed.Reviews[j], mixed.Reviews[i] })
		mixed.Persons = slices.Clone(s.Persons)
		for i, q := range mixed.Persons {
			other := *q
			other.Spells = slices.Clone(q.Spells)
			rng.Shuffle(len(other.Spells), func(i, j int) { other.Spells[i], other.Spells[j] = other.Spells[j], other.Spells[i] })
			mixed.Persons[i] = &other
		}
		if got := hoursBy(p, &mixed, day); !reflect.DeepEqual(got, hours) {
			t.Errorf("hours %v, were %v", got, hours)
		}
		same(t, withoutTrace(Check(p, &mixed, day)), withoutTrace(want))
	})
}

// withoutTrace drops the trace, and sorts: of records of one day the order of
// their names in it may follow the order of the records.
func withoutTrace(list []Finding) []Finding {
	out := slices.Clone(list)
	for i := range out {
		out[i].Trace = nil
	}
	slices.SortStableFunc(out, func(a, b Finding) int {
		ka, kb := fmt.Sprint(a.Rule, a.Period, a.Person, a.Group, a.Activity, a.Part), fmt.Sprint(b.Rule, b.Period, b.Person, b.Group, b.Activity, b.Part)
		switch {
		case ka < kb:
			return -1
		case ka > kb:
			return 1
		}
		return 0
	})
	return out
}

func same(t *testing.T, got, want []Finding) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%d findings, want %d", len(got), len(want))
	}
	for i := range min(len(got), len(want)) {
		if !reflect.DeepEqual(got[i], want[i]) {
			t.Fatalf("got  %+v\nwant %+v", got[i], want[i])
		}
	}
}

const idlePack = `[pack]
name = "idle"
title = "什么都没有改（虚构）"
layer = "branch"
program = 1
on = true
valid_from = 2020-01-01
`

func TestALayerThatOverridesNothingChangesNothing(t *testing.T) {
	eachWorld(t, func(t *testing.T, _ *rand.Rand, s *org.Snapshot, day org.Date) {
		idle := mustLoad(t, day, &org.LocalPack{ID: "l", Name: "idle", On: true, Text: idlePack})
		same(t, Check(idle, s, day), Check(mustLoad(t, day), s, day))
	})
}

func TestAPartSplitAtAnyMinuteCountsTheSame(t *testing.T) {
	p := mustLoad(t, newYear)
	for from := 1; from < 200; from++ {
		whole := org.Part{Kind: org.ThemeDay, Date: newYear, Start: org.NewClock(9, 0), End: org.NewClock(9, 0) + 200, Audience: org.Audience{Kind: org.ForAll}}
		first, second := whole, whole
		first.End, second.Start = whole.Start+org.Clock(from), whole.Start+org.Clock(from)
		sum := func(parts ...org.Part) org.Hours {
			return p.ActivityHours(&org.Activity{State: org.Held, Parts: parts})
		}
		if got, want := sum(first, second), sum(whole); got != want || want == 0 {
			t.Fatalf("split at minute %d: %s, whole: %s", from, got, want)
		}
	}
}

// TestADayKnowsNothingOfTheDaysAfterIt: what happened later changes no finding
// of an earlier day. What is planned is no event.
func TestADayKnowsNothingOfTheDaysAfterIt(t *testing.T) {
	eachWorld(t, func(t *testing.T, _ *rand.Rand, s *org.Snapshot, day org.Date) {
		p := mustLoad(t, day)
		then := asKnownOn(s, day)
		same(t, Check(p, then, day), Check(p, s, day))
		if got, want := hoursBy(p, then, day), hoursBy(p, s, day); !reflect.DeepEqual(got, want) {
			t.Errorf("hours %v, were %v", got, want)
		}
	})
}

// asKnownOn is the branch as its file could have been on a day.
func asKnownOn(s *org.Snapshot, day org.Date) *org.Snapshot {
	then := *s
	then.Activities = slices.DeleteFunc(slices.Clone(s.Activities), func(a *org.Activity) bool { return a.State == org.Held && a.From() > day })
	then.Reviews = nil
	for _, v := range s.Reviews {
		was := *v
		if gradedAfter(s, v.Year, day) {
			was.Grade, was.Base = "", 0
		}
		if was.StudyOn > day {
			was.StudyOn, was.Study, was.StudyFit = 0, "", ""
		}
		if was.Year <= day.Year() {
			then.Reviews = append(then.Reviews, &was)
		}
	}
	then.Persons = slices.Clone(s.Persons)
	for i, p := range then.Persons {
		was := *p
		was.Spells = nil
		for _, sp := range p.Spells {
			if sp.Start() > day {
				continue
			}
			if sp.End() > day {
				sp.To, sp.Ended = "", ""
			}
			was.Spells = append(was.Spells, sp)
		}
		then.Persons[i] = &was
	}
	return &then
}

// gradedAfter tells whether the grades of a year were given after the day: at its
// 民主评议. Where none is recorded they belong to the year and to no day.
func gradedAfter(s *org.Snapshot, year int, day org.Date) bool {
	after := false
	for _, a := range s.Activities {
		for i := range a.Parts {
			if p := &a.Parts[i]; a.State == org.Held && p.Kind == org.Appraisal && p.Date.Year() == year {
				if p.Date <= day {
					return false
				}
				after = true
			}
		}
	}
	return after
}
