package cli

import (
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
	said, err := b.entries(f.People)
	if err != nil {
		return err
	}
	b.a.Attendance = rules.Correct(b.pack, b.snap, b.a, b.old, said, others)
	return nil
}

// entries reads what the file says of single people: at most one thing of each
// at the whole activity and at each part.
func (b *builder) entries(list []personFile) (out []rules.Said, err error) {
	type seat struct {
		person org.PersonID
		part   int
	}
	seen := map[seat]bool{}
	for i := range list {
		said, err := b.said(&list[i])
		if err != nil {
			return nil, org.In("person["+strconv.Itoa(i)+"]", err)
		}
		at := seat{said[0].Person, list[i].Part}
		if at.part == 0 && len(b.partNo) == 1 {
			at.part = 1 // the only one
		}
		if seen[at] {
			return nil, &org.Invalid{Field: "person[" + strconv.Itoa(i) + "].name", Why: org.WhyTwice}
		}
		seen[at] = true
		out = append(out, said...)
	}
	return out, nil
}

// said reads one entry; a part that midnight split becomes two.
func (b *builder) said(f *personFile) ([]rules.Said, error) {
	if f.Name == "" {
		return nil, &org.Invalid{Field: "name", Why: org.WhyEmpty}
	}
	id, err := match.Name(b.snap.Persons, b.snap.Branch, b.a.From(), f.Name)
	if err != nil {
		return nil, named(b.snap, f.Name, err)
	}
	x := rules.Said{Person: id, Text: f.Text}
	if x.Minutes, err = minutes("minutes", f.Minutes); err != nil {
		return nil, err
	}
	if x.Status, err = org.ParseStatus(firstOf(f.Status, "present")); err != nil {
		return nil, err
	}
	if f.Reason != "" {
		if x.Reason, err = org.ParseReason(f.Reason); err != nil {
			return nil, err
		}
	}
	part := f.Part
	switch {
	case part == 0 && x.Minutes > 0 && len(b.partNo) > 1:
		return nil, &org.Invalid{Field: "part", Why: org.WhyEmpty} // minutes of which?
	case part == 0 && x.Minutes > 0:
		part = 1
	case part == 0:
		return []rules.Said{x}, nil
	}
	if part < 0 || part > len(b.partNo) {
		return nil, &org.Invalid{Field: "part", Why: org.WhyUnknown}
	}
	return b.spread(x, b.partNo[part-1])
}

// spread says the same of every part that one part of the file became. Minutes
// fill the first day; what is over belongs to the next, and whoever has none
// left was not there any more.
func (b *builder) spread(x rules.Said, parts []int) (out []rules.Said, err error) {
	left := x.Minutes
	for _, n := range parts {
		y := x
		y.Part = n
		if x.Minutes > 0 {
			y.Minutes = left
			if length := b.a.Parts[n-1].Duration(); length > 0 {
				y.Minutes = min(left, length)
			}
			left -= y.Minutes
			if y.Minutes == 0 {
				y = rules.Said{Person: x.Person, Part: n, Status: org.NotAsked}
			}
		}
		out = append(out, y)
	}
	if left > 0 {
		return nil, &org.Invalid{Field: "minutes", Why: org.WhyNumber} // longer than the part
	}
	return out, nil
}

// minutes reads a number of minutes of a day.
func minutes(field string, n int) (org.Minutes, error) {
	if n < 0 || n > 24*60 {
		return 0, &org.Invalid{Field: field, Why: org.WhyNumber}
	}
	return org.Minutes(n), nil
}

// votes makes the resolutions; bases that the file does not give are those of
// the attendance, and in a corrected record the number entitled is what it was.
func (b *builder) votes(f *recordFile) error {
	for i := range f.Parts {
		n := b.partNo[i][0]
		for j := range f.Parts[i].Votes {
			v, err := b.vote(&f.Parts[i].Votes[j], n, b.was(f.Parts[i].Votes, j, n))
			if err != nil {
				return org.In("parts["+strconv.Itoa(i)+"].resolutions["+strconv.Itoa(j)+"]", err)
			}
			b.a.Parts[n-1].Votes = append(b.a.Parts[n-1].Votes, v)
		}
	}
	return nil
}

// was finds the same resolution in the record that is corrected, by its title,
// or by its place if there are as many; nil if there is none.
func (b *builder) was(list []resolutionFile, j, n int) *org.Resolution {
	old := rules.SamePart(b.a, b.old, n)
	if old == 0 {
		return nil
	}
	votes := b.old.Parts[old-1].Votes
	for i := range votes {
		if votes[i].Title == list[j].Title {
			return &votes[i]
		}
	}
	if len(votes) == len(list) {
		return &votes[j]
	}
	return nil
}

func (b *builder) vote(f *resolutionFile, n int, was *org.Resolution) (v org.Resolution, err error) {
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
	if was != nil { // what was counted stays, but for who is left out now or no more
		then, _ := rules.Bases(b.pack, b.snap, b.a, n, was.LeftOut)
		v.Entitled += was.Entitled - then
	}
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
