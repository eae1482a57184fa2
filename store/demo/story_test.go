package demo

import (
	"testing"
	"time"

	"branchbook/rules"
	"branchbook/store/org"
)

func TestAYearHasAboutSixtyActivities(t *testing.T) {
	count := map[int]int{}
	for _, a := range mustMake(t, Options{Years: 5}).Activities {
		count[a.From().Year()]++
	}
	for y := 2022; y <= 2026; y++ {
		if n := count[y]; n < 50 || n > 75 {
			t.Errorf("%d has %d activities", y, n)
		}
	}
}

func TestTwoPeopleShareANameButNoGroup(t *testing.T) {
	for _, members := range []int{38, 500} {
		byName := map[string][]*org.Person{}
		for _, p := range mustMake(t, Options{Members: members}).Persons {
			byName[p.Name] = append(byName[p.Name], p)
		}
		shared := 0
		for _, list := range byName {
			if len(list) == 1 {
				continue
			}
			shared++
			a, _ := list[0].As(org.SpellGroup, today)
			b, _ := list[1].As(org.SpellGroup, today)
			if len(list) != 2 || a.Group == b.Group || a.Group == "" {
				t.Errorf("%d people of one name, groups %q and %q", len(list), a.Group, b.Group)
			}
		}
		if shared != 1 {
			t.Errorf("%d members: %d shared names, want 1", members, shared)
		}
	}
}

func TestTwoEntriesAreLateAndNoneIsAheadOfTime(t *testing.T) {
	for _, o := range []Options{{}, {Today: org.NewDate(2025, time.June, 2), Seed: 8}} {
		s := mustMake(t, o)
		day := max(o.Today, 0)
		if day == 0 {
			day = today
		}
		pack, err := rules.Load(day, nil)
		if err != nil {
			t.Fatal(err)
		}
		late := 0
		for _, a := range s.Activities {
			if pack.Late(a) {
				late++
			}
			held := a.State == org.Held
			if held && (a.Entered < a.To() || a.Entered > day || a.To() > day) || !held && a.Entered != 0 {
				t.Errorf("%s of %v entered on %v", a.State, a.To(), a.Entered)
			}
			if (a.State == org.Planned) != (a.From() > day) {
				t.Errorf("%s activity on %v", a.State, a.From())
			}
		}
		if late != 2 {
			t.Errorf("%d late entries, want 2", late)
		}
	}
}

func TestSomebodyMissesTheSecondDayOfTheClass(t *testing.T) {
	for _, a := range mustMake(t, Options{}).Activities {
		if a.Parts[0].Kind != org.Rotation {
			continue
		}
		away := 0
		for _, r := range a.Attendance {
			first, _ := a.At(r.Person, 1)
			second, _ := a.At(r.Person, 2)
			third, _ := a.At(r.Person, 3)
			if r.Part == 0 && first.Status.There() && second.Status == org.Leave && third.Status.There() {
				away++
			}
		}
		if len(a.Parts) != 3 || away == 0 {
			t.Errorf("class of %v: %d parts, %d away on the second day", a.From(), len(a.Parts), away)
		}
	}
}

func TestACommitteeSeatAndAGroupChangeHandsInTheMiddleOfLastYear(t *testing.T) {
	ended, began := map[org.SpellValue]org.Date{}, map[org.SpellValue]org.Date{}
	for _, p := range mustMake(t, Options{}).Persons {
		for _, f := range p.Spells {
			if f.Kind == org.SpellPost && f.End().Year() == 2025 && f.End().Month() >= time.July {
				ended[f.Value] = f.End()
			}
			if f.Kind == org.SpellPost && f.Start().Year() == 2025 && f.Start().Month() >= time.July {
				began[f.Value] = f.Start()
			}
		}
	}
	for _, post := range []org.SpellValue{org.Committee, org.GroupHead} {
		if ended[post] == 0 || ended[post] != began[post] {
			t.Errorf("%s: one ended on %v, another began on %v", post, ended[post], began[post])
		}
	}
}

func TestSomebodyHasMissedFourMonthsOnEnd(t *testing.T) {
	s := mustMake(t, Options{})
	since, came := org.NewDate(2026, time.July, 1), map[org.PersonID]bool{}
	missed := map[org.PersonID]map[time.Month]bool{}
	for _, a := range s.Activities {
		for _, r := range a.Attendance {
			switch {
			case a.From() < since:
			case r.Status.There() || r.Status == org.Leave:
				came[r.Person] = true
			case r.Due && r.Status == org.Absent:
				if missed[r.Person] == nil {
					missed[r.Person] = map[time.Month]bool{}
				}
				missed[r.Person][a.From().Month()] = true
			}
		}
	}
	n := 0
	for p, months := range missed {
		if !came[p] && len(months) >= 4 {
			n++
		}
	}
	if n == 0 {
		t.Error("nobody has been missing since July")
	}
}

func TestProbationEndsSoonForOneAndLaterForAnother(t *testing.T) {
	soon, longer := 0, 0
	for _, p := range mustMake(t, Options{}).Persons {
		if !p.Is(today, org.SpellCategory, org.Probationary) {
			continue
		}
		end := p.Joined.First().AddMonths(12)
		if end > today && end <= today.AddMonths(2) {
			soon++
		}
		if p.Is(today, org.SpellExtension) && end <= today {
			longer++
		}
	}
	if soon != 1 || longer != 1 {
		t.Errorf("%d end within two months, %d are extended", soon, longer)
	}
}

func TestTheGapsShowAndOneIsExplained(t *testing.T) {
	s := mustMake(t, Options{})
	pack, err := rules.Load(today, nil)
	if err != nil {
		t.Fatal(err)
	}
	missing, waived := 0, 0
	for _, f := range append(rules.Check(pack, s, today), rules.CheckYear(pack, s, 2025, today)...) {
		if f.State == rules.Missing && f.Person == "" && !f.Advice {
			missing++
		}
		if f.Waived && f.State == rules.Missing {
			waived++
		}
	}
	if missing != 3 || waived != 1 {
		t.Errorf("%d gaps of the branch and %d explained, want 3 and 1", missing, waived)
	}
}

func TestPointersLeadToPeopleAndActivitiesOfTheBranch(t *testing.T) {
	s := mustMake(t, Options{Members: 100, Years: 3})
	made := map[org.ActivityID]bool{}
	for _, a := range s.Activities {
		made[a.ID] = true
	}
	for _, a := range s.Activities {
		if a.For != "" && !made[a.For] {
			t.Errorf("%s makes up for nothing", a.Title)
		}
		for i := range a.Parts {
			p := &a.Parts[i]
			for _, w := range []org.Who{p.Chair, p.Recorder, p.Lecturer} {
				row, _ := a.At(w.Person, i+1)
				if w.Person != "" && (s.Person(w.Person) == nil || a.State == org.Held && !row.Status.There()) {
					t.Errorf("%s on %v is led by somebody who was not there", p.Kind, p.Date)
				}
			}
		}
	}
}
