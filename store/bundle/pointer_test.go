package bundle

import (
	"testing"

	"branchbook/store/org"
)

func TestNothingPointsOutsideTheRoster(t *testing.T) {
	who := org.Who{Person: "nobody"}
	vote := func(set func(v *org.Resolution)) func(a *org.Activity) {
		return func(a *org.Activity) {
			v := org.Resolution{Kind: org.VoteElection, Title: "选举", Entitled: 3, Present: 3}
			set(&v)
			a.Parts[0].Votes = []org.Resolution{v}
		}
	}
	for _, c := range []struct {
		name  string
		set   func(a *org.Activity)
		where string
	}{
		{"chair", func(a *org.Activity) { a.Parts[0].Chair = who }, "parts.chair"},
		{"recorder", func(a *org.Activity) { a.Parts[0].Recorder = who }, "parts.recorder"},
		{"lecturer", func(a *org.Activity) { a.Parts[0].Lecturer = who }, "parts.lecturer"},
		{"audience of people", func(a *org.Activity) { a.Parts[0].Audience.Persons = []org.PersonID{"nobody"} }, "parts.audience"},
		{"audience of groups", func(a *org.Activity) { a.Parts[0].Audience.Groups = []org.GroupID{"none"} }, "parts.audience"},
		{"attendance", func(a *org.Activity) { a.Attendance[0].Person = "nobody" }, "attendance"},
		{"what it makes up for", func(a *org.Activity) { a.For = "有 空格" }, "for_activity"},
		{"subject", vote(func(v *org.Resolution) { v.Subject = who }), "parts.resolutions"},
		{"left out", vote(func(v *org.Resolution) { v.LeftOut = []org.LeftOut{{Person: "nobody", Basis: "外出"}} }), "parts.resolutions"},
		{"candidate", vote(func(v *org.Resolution) { v.Election = &org.Election{Seats: 1, Candidates: []org.Tally{{Who: who}}} }), "parts.resolutions"},
	} {
		a := sampleActivity(1, 2025, 1)
		c.set(a)
		_, err := Encode(append(sampleList(1, 0, 0, Fields{}), a))
		wantFault(t, c.name, err, c.where, WhyPointer)
	}
	known := sampleActivity(1, 2025, 1)
	known.Parts[0].Audience.Groups = []org.GroupID{"g1"}
	known.Parts[0].Audience.Persons = []org.PersonID{personID(0)}
	vote(func(v *org.Resolution) {
		v.Subject = org.Who{Name: "外单位同志"}
		v.LeftOut = []org.LeftOut{{Person: personID(0), Basis: "外出"}}
		v.Election = &org.Election{Seats: 1, Candidates: []org.Tally{{Who: org.Who{Person: personID(0)}}}}
	})(known)
	if _, err := Encode(append(sampleList(1, 0, 0, Fields{}), known)); err != nil {
		t.Errorf("who is on the roster: %v", err)
	}
	b := sampleBranch()
	b.Groups[0].ID = "有 空格"
	_, err := Encode([]org.Aggregate{b})
	wantFault(t, "a group's id", err, "groups", WhyPointer)
	_, err = Encode(append(sampleList(1, 0, 0, Fields{}), &org.Waiver{ID: "w", Rev: 1, Rule: "r", Reason: "已说明", Person: "nobody"}))
	wantFault(t, "waiver", err, "person", WhyPointer)
	_, err = Encode(append(sampleList(1, 0, 0, Fields{}), sampleClosing(2024, 2)))
	wantFault(t, "closing", err, "people", WhyPointer)
}
