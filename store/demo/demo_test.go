package demo

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"branchbook/rules"
	"branchbook/store/org"
)

var today = org.NewDate(2026, time.November, 23)

func mustMake(t testing.TB, o Options) *org.Snapshot {
	t.Helper()
	if o.Today == 0 {
		o.Today = today
	}
	s, err := Make(o)
	if err != nil {
		t.Fatalf("Make(%+v): %v", o, err)
	}
	return s
}

// aggregates lists everything in a snapshot.
func aggregates(s *org.Snapshot) []org.Aggregate {
	out := []org.Aggregate{s.Branch}
	for _, v := range s.Persons {
		out = append(out, v)
	}
	for _, v := range s.Activities {
		out = append(out, v)
	}
	for _, v := range s.Plans {
		out = append(out, v)
	}
	for _, v := range s.Readings {
		out = append(out, v)
	}
	for _, v := range s.Reviews {
		out = append(out, v)
	}
	for _, v := range s.Registers {
		out = append(out, v)
	}
	for _, v := range s.Waivers {
		out = append(out, v)
	}
	return out
}

// sizes are branches that every general fact is checked on.
var sizes = []Options{
	{}, {Members: 1}, {Members: 3}, {Members: 7}, {Members: 12}, {Members: 100, Years: 10, Seed: 7}, {Members: 500, Seed: 3}, {Members: 38, Years: 1},
	{Today: org.NewDate(2026, time.January, 1)}, {Today: org.NewDate(2024, time.February, 29), Seed: 5}, {Today: org.NewDate(2027, time.March, 3), Years: 4},
	{Today: org.NewDate(2026, time.December, 31), Seed: 11},
}

func TestEverythingIsValidAndNoIdComesTwice(t *testing.T) {
	for _, o := range sizes {
		seen := map[string]bool{}
		for _, g := range mustMake(t, o).Branch.Groups {
			seen[string(g.ID)] = true
		}
		for _, a := range aggregates(mustMake(t, o)) {
			ref := a.Ref()
			if err := a.Validate(); err != nil {
				t.Errorf("%+v: %s %s: %v", o, ref.Kind, ref.ID, err)
			}
			if seen[ref.ID] || len(ref.ID) != 36 || ref.Rev != 0 {
				t.Errorf("%+v: %s has id %q, revision %d", o, ref.Kind, ref.ID, ref.Rev)
			}
			seen[ref.ID] = true
		}
	}
}

func TestTheBranchSaysThatItIsADemo(t *testing.T) {
	s := mustMake(t, Options{})
	b := s.Branch
	start := b.Term.Start
	if !b.Demo || !strings.HasPrefix(b.Code, "DEMO-") || b.Kind != org.Village || b.Term.Years != 5 || len(b.Groups) != 3 {
		t.Errorf("branch %+v", b)
	}
	if start < today.AddMonths(-24) || start > today.AddMonths(-12) {
		t.Errorf("term began on %v", start)
	}
}

func TestPeopleAreInventedThroughout(t *testing.T) {
	seen, phones := map[string]bool{}, map[string]bool{}
	for _, p := range mustMake(t, Options{Members: 500}).Persons {
		if p.IDNumber == "" {
			continue
		}
		if err := org.CheckIDNumber(p.IDNumber); err != nil || !strings.HasPrefix(p.IDNumber, "990101") || seen[p.IDNumber] {
			t.Errorf("person %s: number refused (%v), elsewhere or twice", p.ID, err)
		}
		if org.IDBorn(p.IDNumber).Partial() != p.Born || org.IDSex(p.IDNumber) != p.Sex {
			t.Errorf("person %s: number tells another birth or sex", p.ID)
		}
		if !strings.HasPrefix(p.Phone, "1540000") || len(p.Phone) != 11 || phones[p.Phone] {
			t.Errorf("person %s: phone is real, malformed or shared", p.ID)
		}
		seen[p.IDNumber], phones[p.Phone] = true, true
	}
}

func TestTheSameSeedMakesTheSameBranch(t *testing.T) {
	text := func(o Options) []byte {
		b, err := json.Marshal(mustMake(t, o))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	one, again, other := text(Options{Seed: 9}), text(Options{Seed: 9}), text(Options{Seed: 10})
	if !bytes.Equal(one, again) {
		t.Error("two branches of one seed differ")
	}
	if bytes.Equal(one, other) {
		t.Error("another seed made the same branch")
	}
}

func TestMembersAreAsManyAsAsked(t *testing.T) {
	for _, o := range sizes {
		n, day, want := 0, o.Today, o.Members
		if day == 0 {
			day = today
		}
		if want == 0 {
			want = 38
		}
		for _, p := range mustMake(t, o).Persons {
			own, ok := p.As(org.SpellBelonging, day)
			if ok && own.Began != org.BeganGuest && p.Is(day, org.SpellCategory, org.FullMember, org.Probationary) {
				n++
			}
		}
		if n != want {
			t.Errorf("%+v: %d members", o, n)
		}
	}
}

func TestTheStandardBranchShowsEveryKind(t *testing.T) {
	for _, o := range []Options{{}, {Today: org.NewDate(2026, time.January, 1)}, {Today: org.NewDate(2025, time.March, 2), Seed: 4}} {
		s := mustMake(t, o)
		have := map[string]bool{}
		for _, p := range s.Persons {
			for _, f := range p.Spells {
				have["spell "+string(f.Kind)], have[string(f.Kind)+" "+string(f.Value)] = true, true
			}
		}
		for _, a := range s.Activities {
			for _, p := range a.Parts {
				have["part "+string(p.Kind)] = true
			}
			have["state "+string(a.State)] = true
			for _, r := range a.Attendance {
				have["status "+string(r.Status)] = true
			}
		}
		for _, r := range s.Registers {
			have["register "+string(r.Kind)] = true
		}
		for _, want := range everyKind() {
			if !have[want] {
				t.Errorf("today %v: no %s", o.Today, want)
			}
		}
	}
}

func everyKind() []string {
	var out []string
	for _, k := range org.SpellKinds() {
		out = append(out, "spell "+string(k))
		if k == org.SpellStanding {
			out = append(out, "standing probation", "standing suspended")
			continue
		}
		for _, v := range org.SpellValues(k) {
			out = append(out, string(k)+" "+string(v))
		}
	}
	for _, k := range org.PartKinds() {
		out = append(out, "part "+string(k))
	}
	for _, k := range org.RegisterKinds() {
		out = append(out, "register "+string(k))
	}
	for _, k := range org.Statuses() {
		out = append(out, "status "+string(k))
	}
	return append(out, "state held", "state planned", "state cancelled")
}

func TestEverybodyDueHasARowAndNobodyElseIsDue(t *testing.T) {
	for _, o := range sizes {
		s := mustMake(t, o)
		pack, err := rules.Load(max(o.Today, today), nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range s.Activities {
			if a.State != org.Held {
				if len(a.Attendance) > 0 {
					t.Errorf("%s activity has attendance", a.State)
				}
				continue
			}
			for i := range a.Parts {
				here := 0
				for _, d := range rules.Due(pack, s, &a.Parts[i]) {
					row, ok := a.At(d.Person, i+1)
					if row.Due != d.Due || d.Due && row.Status == org.NotAsked || ok && (row.As != d.As || row.MayVote != d.MayVote) {
						t.Errorf("%+v: %s on %v: row %+v, duty %+v", o, a.Parts[i].Kind, a.Parts[i].Date, row, d)
					}
					if ok {
						here++
					}
				}
				if rows := rowsAt(a, i+1); rows != here {
					t.Errorf("%+v: %s on %v: %d rows for %d people of the branch", o, a.Parts[i].Kind, a.Parts[i].Date, rows, here)
				}
			}
		}
	}
}

// rowsAt counts the people who have a row that holds for a part.
func rowsAt(a *org.Activity, part int) int {
	who := map[org.PersonID]bool{}
	for _, r := range a.Attendance {
		if r.Part == 0 || r.Part == part {
			who[r.Person] = true
		}
	}
	return len(who)
}

func TestNobodyComesAfterLeaving(t *testing.T) {
	s := mustMake(t, Options{Members: 100, Years: 6})
	left := map[org.PersonID]org.Date{}
	for _, p := range s.Persons {
		for _, f := range p.Spells {
			if f.Kind == org.SpellBelonging && f.Ended != "" {
				left[p.ID] = f.End()
			}
		}
	}
	if len(left) < 3 {
		t.Fatalf("only %d people left", len(left))
	}
	for _, a := range s.Activities {
		for _, r := range a.Attendance {
			if on, gone := left[r.Person]; gone && a.To() >= on {
				t.Errorf("attendance on %v of somebody who left on %v", a.To(), on)
			}
		}
	}
}

func TestListsStandInTheOrderOfTheirIds(t *testing.T) {
	s := mustMake(t, Options{Members: 100})
	if !slices.IsSortedFunc(s.Persons, func(a, b *org.Person) int { return strings.Compare(string(a.ID), string(b.ID)) }) {
		t.Error("people out of order")
	}
	if !slices.IsSortedFunc(s.Activities, func(a, b *org.Activity) int {
		return max(-1, min(1, int(a.From()-b.From())))*2 + strings.Compare(string(a.ID), string(b.ID))
	}) {
		t.Error("activities out of order")
	}
	for _, a := range s.Activities {
		sorted := slices.IsSortedFunc(a.Attendance, func(x, y org.Attendance) int {
			return strings.Compare(string(x.Person), string(y.Person))*2 + max(-1, min(1, x.Part-y.Part))
		})
		if !sorted {
			t.Errorf("attendance of %s out of order", a.Title)
		}
	}
}

func TestVotesStandOnTheBasesOfTheirDay(t *testing.T) {
	pack, err := rules.Load(today, nil)
	if err != nil {
		t.Fatal(err)
	}
	for seed := range uint64(24) {
		o := Options{Seed: seed + 1, Members: []int{38, 500, 60}[seed%3]}
		s, kinds := mustMake(t, o), map[org.VoteKind]int{}
		for _, a := range s.Activities {
			for i := range a.Parts {
				for _, v := range a.Parts[i].Votes {
					kinds[v.Kind]++
					checkVote(t, pack, s, a, i, v)
				}
			}
		}
		for _, k := range []org.VoteKind{org.VoteOrdinary, org.VoteAdmission, org.VoteConfirm, org.VoteElection, org.VoteDiscipline, org.VoteCommittee} {
			if kinds[k] == 0 {
				t.Errorf("%+v: no vote of kind %s", o, k)
			}
		}
	}
}

func checkVote(t *testing.T, pack *rules.Pack, s *org.Snapshot, a *org.Activity, i int, v org.Resolution) {
	t.Helper()
	entitled, present := -len(v.LeftOut), 0
	for _, d := range rules.Due(pack, s, &a.Parts[i]) {
		if row, _ := a.At(d.Person, i+1); d.MayVote {
			entitled++
			if row.Status.There() {
				present++
			}
		}
	}
	if v.Entitled != entitled || v.Present != present {
		t.Errorf("%s on %v: %d of %d, by the rows %d of %d", v.Kind, a.Parts[i].Date, v.Present, v.Entitled, present, entitled)
	}
	switch {
	case v.Kind == org.VoteElection && v.Present*5 < v.Entitled*4, v.Present*2 <= v.Entitled:
		t.Errorf("%s on %v: no quorum, %d of %d", v.Kind, a.Parts[i].Date, v.Present, v.Entitled)
	case v.Kind != org.VoteElection && v.Yes*2 <= v.Entitled:
		t.Errorf("%s on %v: %d of %d in favour", v.Kind, a.Parts[i].Date, v.Yes, v.Entitled)
	}
}

func TestAtMostAThirdIsExcellent(t *testing.T) {
	good, base := map[int]int{}, map[int]int{}
	for _, r := range mustMake(t, Options{Years: 4}).Reviews {
		if r.Grade == org.GradeGood {
			good[r.Year]++
		}
		if r.Grade != "" {
			base[r.Year] = r.Base
		}
	}
	if len(base) != 3 {
		t.Errorf("reviews of %d years, want 3", len(base))
	}
	for y, n := range good {
		if n == 0 || n*3 > base[y] {
			t.Errorf("%d: %d of %d excellent", y, n, base[y])
		}
	}
}

func TestOptionsOutOfRangeAreRefused(t *testing.T) {
	for _, o := range []Options{{}, {Members: 2001, Today: today}, {Members: -1, Today: today}, {Years: 11, Today: today}, {Years: -2, Today: today}, {Today: 5}} {
		var inv *org.Invalid
		if s, err := Make(o); s != nil || !errors.As(err, &inv) {
			t.Errorf("Make(%+v) = %v, want an *org.Invalid", o, err)
		}
	}
}

func BenchmarkMake500MembersTenYears(b *testing.B) {
	for b.Loop() {
		mustMake(b, Options{Members: 500, Years: 10})
	}
}
