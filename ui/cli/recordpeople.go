package cli

import (
	"fmt"
	"strconv"

	"branchbook/rules"
	"branchbook/store/match"
	"branchbook/store/org"
)

// people makes the attendance from who is due and what the file says.
func (b *builder) people(f *recordFile) error {
	if b.a.State != org.Held {
		return nil
	}
	others, err := org.ParseStatus(firstOf(f.Others, "present"))
	if err != nil {
		return org.In("others", err)
	}
	var said []rules.Said
	for i := range f.People {
		list, err := b.said(&f.People[i])
		if err != nil {
			return org.In("person["+strconv.Itoa(i)+"]", err)
		}
		said = append(said, list...)
	}
	b.a.Attendance = rules.Attend(b.pack, b.snap, b.a, said, others)
	return nil
}

func (b *builder) said(f *personFile) ([]rules.Said, error) {
	if f.Name == "" {
		return nil, &org.Invalid{Field: "name", Why: org.WhyEmpty}
	}
	id, err := match.Name(b.snap.Persons, b.snap.Branch, b.a.From(), f.Name)
	if err != nil {
		return nil, named(b.snap, f.Name, err)
	}
	x := rules.Said{Person: id, Minutes: org.Minutes(f.Minutes), Text: f.Text}
	if x.Status, err = org.ParseStatus(firstOf(f.Status, "present")); err != nil {
		return nil, err
	}
	if f.Reason != "" {
		if x.Reason, err = org.ParseReason(f.Reason); err != nil {
			return nil, err
		}
	}
	if f.Part == 0 {
		return []rules.Said{x}, nil
	}
	if f.Part < 0 || f.Part > len(b.partNo) {
		return nil, &org.Invalid{Field: "part", Why: org.WhyUnknown}
	}
	var list []rules.Said
	for _, n := range b.partNo[f.Part-1] {
		x.Part = n
		list = append(list, x)
	}
	return list, nil
}

// keepDuties keeps, in a corrected record, who was judged due when it was first
// made: later corrections of people's facts do not change old records. Only
// parts that are still on the same day for the same people keep theirs.
func keepDuties(a, old *org.Activity) {
	for i := range a.Attendance {
		r := &a.Attendance[i]
		n := max(r.Part, 1)
		if n > len(old.Parts) || old.Parts[n-1].Date != a.Parts[n-1].Date || !sameAudience(&old.Parts[n-1].Audience, &a.Parts[n-1].Audience) {
			continue
		}
		if was, ok := old.At(r.Person, n); ok {
			r.Due, r.MayVote, r.As = was.Due, was.MayVote, was.As
		}
	}
}

func sameAudience(a, b *org.Audience) bool {
	return a.Kind == b.Kind && fmt.Sprint(a.Groups) == fmt.Sprint(b.Groups) && fmt.Sprint(a.Persons) == fmt.Sprint(b.Persons)
}

// votes makes the resolutions; bases that the file does not give are those of
// the attendance.
func (b *builder) votes(f *recordFile) error {
	for i := range f.Parts {
		n := b.partNo[i][0]
		for j := range f.Parts[i].Votes {
			v, err := b.vote(&f.Parts[i].Votes[j], n)
			if err != nil {
				return org.In("parts["+strconv.Itoa(i)+"].resolutions["+strconv.Itoa(j)+"]", err)
			}
			b.a.Parts[n-1].Votes = append(b.a.Parts[n-1].Votes, v)
		}
	}
	return nil
}

func (b *builder) vote(f *resolutionFile, n int) (v org.Resolution, err error) {
	day := b.a.Parts[n-1].Date
	v = org.Resolution{Title: f.Title, Yes: f.Yes, No: f.No, Abstain: f.Abstain, Written: f.Written, Secret: f.Secret, Text: f.Text}
	if v.Kind, err = org.ParseVoteKind(firstOf(f.Kind, "ordinary")); err != nil {
		return v, err
	}
	if v.Subject, err = b.who(f.Subject, day); err != nil {
		return v, err
	}
	for _, l := range f.LeftOut {
		id, err := match.Name(b.snap.Persons, b.snap.Branch, day, l.Person)
		if err != nil {
			return v, named(b.snap, l.Person, err)
		}
		v.LeftOut = append(v.LeftOut, org.LeftOut{Person: id, Basis: l.Basis, Consent: l.Consent})
	}
	v.Entitled, v.Present = rules.Bases(b.pack, b.snap, b.a, n, v.LeftOut)
	if f.Entitled != nil {
		v.Entitled = *f.Entitled
	}
	if f.Present != nil {
		v.Present = *f.Present
	}
	if f.Seats > 0 || len(f.Candidates) > 0 {
		v.Election, err = b.election(f, day)
	}
	return v, err
}

func (b *builder) election(f *resolutionFile, day org.Date) (*org.Election, error) {
	e := &org.Election{Seats: f.Seats, Out: f.BallotsOut, In: f.BallotsIn, Valid: f.BallotsValid}
	for _, cand := range f.Candidates {
		who, err := b.who(cand.Name, day)
		if err != nil {
			return nil, err
		}
		e.Candidates = append(e.Candidates, org.Tally{Who: who, Yes: cand.Yes, Elected: cand.Elected})
	}
	return e, nil
}
