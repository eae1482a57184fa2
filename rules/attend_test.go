package rules

import (
	"testing"

	"branchbook/store/org"
)

// hall is a branch with a secretary, a committee member, two plain members, an
// exempt one and a guest.
func hall() *org.Snapshot {
	person := func(id string, category org.SpellValue, more ...org.Spell) *org.Person {
		spells := []org.Spell{{Kind: org.SpellBelonging, Began: org.BeganRoster}, {Kind: org.SpellCategory, Value: category}}
		return &org.Person{ID: org.PersonID(id), Name: id, Spells: append(spells, more...)}
	}
	return &org.Snapshot{
		Branch: &org.Branch{ID: "b", Kind: org.Village},
		Persons: []*org.Person{
			person("书记", org.FullMember, org.Spell{Kind: org.SpellPost, Value: org.Secretary}),
			person("委员", org.FullMember, org.Spell{Kind: org.SpellPost, Value: org.Committee}),
			person("甲", org.FullMember), person("乙", org.Probationary),
			person("老人", org.FullMember, org.Spell{Kind: org.SpellExemption, Value: org.ExemptOld}),
			{ID: "客", Name: "客", Spells: []org.Spell{{Kind: org.SpellBelonging, Began: org.BeganGuest}, {Kind: org.SpellCategory, Value: org.Guest}}},
		},
	}
}

var meetingDay = org.NewDate(2026, 3, 5)

// evening is a committee meeting before an assembly.
func evening() *org.Activity {
	return &org.Activity{ID: "a", State: org.Held, Parts: []org.Part{
		{Kind: org.CommitteeMtg, Date: meetingDay, Minutes: 60, Audience: org.Audience{Kind: org.ForCommittee}},
		{Kind: org.Assembly, Date: meetingDay, Minutes: 60, Audience: org.Audience{Kind: org.ForAll}},
	}}
}

func loadPack(t *testing.T) *Pack {
	t.Helper()
	p, err := Load(meetingDay, nil)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func held(a *org.Activity, who org.PersonID, part int) org.Status {
	if r, ok := a.At(who, part); ok {
		return r.Status
	}
	return org.NotAsked
}

func TestThoseDueAreThereUnlessTheSheetSaysOtherwise(t *testing.T) {
	p, s, a := loadPack(t), hall(), evening()
	a.Attendance = Attend(p, s, a, []Said{
		{Person: "甲", Status: org.Leave, Reason: org.ReasonSick},
		{Person: "委员", Part: 1, Status: org.Late, Minutes: 30},
		{Person: "客", Status: org.Present},
	}, org.Present)
	for _, c := range []struct {
		who        org.PersonID
		first, two org.Status
	}{
		{"书记", org.Present, org.Present},
		{"委员", org.Late, org.Present},
		{"甲", org.NotAsked, org.Leave}, // not of the committee: on leave from the assembly alone
		{"乙", org.NotAsked, org.Present},
		{"老人", org.NotAsked, org.NotAsked},
		{"客", org.Present, org.Present}, // due nowhere, so there throughout
	} {
		if got := held(a, c.who, 1); got != c.first {
			t.Errorf("%s at the committee: %s, want %s", c.who, got, c.first)
		}
		if got := held(a, c.who, 2); got != c.two {
			t.Errorf("%s at the assembly: %s, want %s", c.who, got, c.two)
		}
	}
	if r, _ := a.At("乙", 2); !r.Due || r.MayVote || r.As != org.Probationary {
		t.Errorf("the probationary member is kept as %+v", r)
	}
	for _, r := range a.Attendance {
		if r.Person == "老人" {
			t.Error("somebody who need not come and did not has a row")
		}
	}
	for part, want := range map[int][3]int{0: {4, 3, 1}, 1: {2, 2, 1}, 2: {4, 3, 1}} {
		due, present, others := Turnout(a, part)
		if [3]int{due, present, others} != want {
			t.Errorf("part %d: %d due, %d there, %d others, want %v", part, due, present, others, want)
		}
	}
}

func TestOneRowIsEnoughWhereNothingDiffers(t *testing.T) {
	p, s, a := loadPack(t), hall(), evening()
	a.Parts[0].Audience.Kind = org.ForAll
	if rows := Attend(p, s, a, nil, org.Present); len(rows) != 4 {
		t.Errorf("%d rows for 4 people: %v", len(rows), rows)
	}
}

func TestBasesOfAVoteAreEntitledAndThere(t *testing.T) {
	p, s, a := loadPack(t), hall(), evening()
	a.Attendance = Attend(p, s, a, []Said{{Person: "甲", Status: org.Absent}}, org.Present)
	// Full members: 书记 委员 甲 老人. 老人 need not come, and may vote.
	if entitled, present := Bases(p, s, a, 2, nil); entitled != 4 || present != 2 {
		t.Errorf("assembly: %d entitled, %d there", entitled, present)
	}
	left := []org.LeftOut{{Person: "老人", Basis: "卧床", Consent: true}}
	if entitled, present := Bases(p, s, a, 2, left); entitled != 3 || present != 2 {
		t.Errorf("without the one left out: %d entitled, %d there", entitled, present)
	}
	if entitled, present := Bases(p, s, a, 1, nil); entitled != 2 || present != 2 {
		t.Errorf("committee: %d entitled, %d there", entitled, present)
	}
}

func TestReassessingKeepsWhatPeopleDid(t *testing.T) {
	p, s, a := loadPack(t), hall(), evening()
	a.Attendance = Attend(p, s, a, []Said{{Person: "甲", Status: org.Leave, Reason: org.ReasonAway, Text: "外地"}}, org.Present)
	s.Persons[4].Spells = s.Persons[4].Spells[:2] // no longer exempt
	s.Persons[3].Spells = append(s.Persons[3].Spells, org.Spell{Kind: org.SpellExemption, Value: org.ExemptIll})
	a.Attendance = Reassess(p, s, a)
	if r, _ := a.At("甲", 2); r.Status != org.Leave || r.Reason != org.ReasonAway || r.Text != "外地" {
		t.Errorf("甲: %+v", r)
	}
	if r, ok := a.At("老人", 2); !ok || !r.Due || r.Status != org.NotAsked {
		t.Errorf("newly due, never mentioned: %+v", r)
	}
	if r, _ := a.At("乙", 2); r.Due || r.Status != org.Present {
		t.Errorf("came, and no longer due: %+v", r)
	}
}

func TestWhoIsAbsentWhereDueIsNotThereByBeingAGuestElsewhere(t *testing.T) {
	p, s, a := loadPack(t), hall(), evening()
	a.Attendance = Attend(p, s, a, []Said{
		{Person: "甲", Part: 1, Status: org.Present}, // a guest of the committee
		{Person: "甲", Part: 2, Status: org.Absent},
		{Person: "书记", Part: 1, Status: org.Absent}, // there at one of the two where he is due
	}, org.Present)
	if due, present, others := Turnout(a, 0); due != 4 || present != 3 || others != 0 {
		t.Errorf("%d due, %d there, %d others", due, present, others)
	}
}

func TestACorrectedRecordKeepsWhoWasDueAtEachPart(t *testing.T) {
	p, s, old := loadPack(t), hall(), evening()
	old.Attendance = Attend(p, s, old, nil, org.Present)
	// What becomes known later: 甲 was exempt, 老人 was not, 乙 is a full member.
	s.Persons[2].Spells = append(s.Persons[2].Spells, org.Spell{Kind: org.SpellExemption, Value: org.ExemptIll})
	s.Persons[4].Spells = s.Persons[4].Spells[:2]
	s.Persons[3].Spells[1].Value = org.FullMember
	a := evening()
	a.Attendance = Correct(p, s, a, old, []Said{{Person: "委员", Part: 2, Status: org.Leave}}, org.Present)
	for part, want := range map[int][3]int{1: {2, 2, 0}, 2: {4, 3, 0}} {
		due, present, others := Turnout(a, part)
		if [3]int{due, present, others} != want {
			t.Errorf("part %d: %d due, %d there, %d others, want %v", part, due, present, others, want)
		}
	}
	if r, _ := a.At("乙", 2); r.MayVote || r.As != org.Probationary {
		t.Errorf("乙 is kept as %+v", r)
	}
	if _, ok := a.At("老人", 2); ok {
		t.Error("who was not due is due now")
	}
	// 书记 委员 甲 by their rows, 老人 by what is known.
	if entitled, present := Bases(p, s, a, 2, nil); entitled != 4 || present != 2 {
		t.Errorf("%d entitled, %d there", entitled, present)
	}
	// A part of another day, kind or audience is judged anew, as is a plan.
	for name, change := range map[string]func(*org.Part){
		"day":      func(p *org.Part) { p.Date++ },
		"kind":     func(p *org.Part) { p.Kind = org.ThemeDay },
		"audience": func(p *org.Part) { p.Audience = org.Audience{Kind: org.ForNamed, Persons: []org.PersonID{"甲"}} },
	} {
		b := evening()
		change(&b.Parts[1])
		if SamePart(b, old, 1) != 1 || SamePart(b, old, 2) != 0 {
			t.Errorf("another %s: parts %d and %d", name, SamePart(b, old, 1), SamePart(b, old, 2))
		}
	}
	if SamePart(a, evening(), 2) != 0 {
		t.Error("a record without rows keeps something")
	}
}

func TestPartsAreFoundAgainWhereverTheyStand(t *testing.T) {
	old, a := evening(), evening()
	old.Attendance = []org.Attendance{{Person: "甲", Status: org.Present}}
	a.Parts = []org.Part{a.Parts[1], a.Parts[0], a.Parts[1]}
	for part, want := range map[int]int{1: 2, 2: 1, 3: 0} {
		if got := SamePart(a, old, part); got != want {
			t.Errorf("part %d was %d, want %d", part, got, want)
		}
	}
}
