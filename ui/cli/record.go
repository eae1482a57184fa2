package cli

import (
	"errors"
	"fmt"
	"strconv"

	"branchbook/rules"
	"branchbook/store"
	"branchbook/store/match"
	"branchbook/store/org"
)

func runRecord(c *call) (result, error) {
	id := c.flags.String("id", "", "更正已有活动的`编号`；不写则登记新活动")
	words, err := c.parse(1, 1)
	if err != nil {
		return nil, err
	}
	f, err := readRecord(words[0])
	if err != nil {
		return nil, fmt.Errorf("read activity file: %w", err)
	}
	return c.with(func(s *store.Store) (result, error) {
		a, pack, snap, err := buildActivity(c, s, f, org.ActivityID(*id))
		if err != nil {
			return nil, err
		}
		if _, err := s.RecordActivity(a); err != nil {
			return nil, err
		}
		saved, err := s.Activity(a.ID)
		if err != nil {
			return nil, err
		}
		return showActivity(pack, snap, saved), nil
	})
}

// builder turns an activity file into an activity of this branch.
type builder struct {
	snap   *org.Snapshot
	pack   *rules.Pack
	a      *org.Activity
	partNo [][]int // for every part of the file, the parts that it became
}

func buildActivity(c *call, s *store.Store, f *recordFile, id org.ActivityID) (*org.Activity, *rules.Pack, *org.Snapshot, error) {
	b := &builder{a: &org.Activity{ID: store.NewActivityID()}}
	var old *org.Activity
	var err error
	if id != "" {
		if old, err = s.Activity(id); err != nil {
			return nil, nil, nil, err
		}
		b.a.ID, b.a.Rev = old.ID, old.Rev
	}
	if b.snap, err = s.Snapshot(1, 0); err != nil {
		return nil, nil, nil, err
	}
	if b.pack, err = rules.Load(org.DateOf(c.env.Now()), b.snap.Packs); err != nil {
		return nil, nil, nil, err
	}
	for _, step := range []func(*recordFile) error{b.head, b.parts, b.people} {
		if err := step(f); err != nil {
			return nil, nil, nil, err
		}
	}
	if old != nil {
		keepDuties(b.a, old)
	}
	if err := b.votes(f); err != nil {
		return nil, nil, nil, err
	}
	return b.a, b.pack, b.snap, nil
}

func (b *builder) head(f *recordFile) (err error) {
	a := b.a
	a.Title, a.Place, a.Organiser, a.Source, a.Proof, a.Note, a.For = f.Title, f.Place, f.Organiser, f.Source, f.Proof, f.Note, org.ActivityID(f.For)
	if a.State, err = org.ParseActivityState(firstOf(f.State, "held")); err != nil {
		return err
	}
	if a.Level, err = org.ParseLevel(firstOf(f.Level, "branch")); err != nil {
		return err
	}
	if f.Season != "" {
		a.Season, err = org.ParseSeason(f.Season)
	}
	return err
}

func (b *builder) parts(f *recordFile) error {
	for i := range f.Parts {
		p, err := b.part(&f.Parts[i])
		if err != nil {
			return org.In("parts["+strconv.Itoa(i)+"]", err)
		}
		first, second, split := org.SplitMidnight(p)
		b.a.Parts = append(b.a.Parts, first)
		became := []int{len(b.a.Parts)}
		if split {
			b.a.Parts = append(b.a.Parts, second)
			became = append(became, len(b.a.Parts))
		}
		b.partNo = append(b.partNo, became)
	}
	if b.a.Title == "" && len(b.a.Parts) > 0 {
		b.a.Title = firstOf(b.a.Parts[0].Title, b.a.Parts[0].Kind.Chinese())
	}
	return nil
}

func (b *builder) part(f *partFile) (p org.Part, err error) {
	p = org.Part{Date: org.Date(f.Date), Break: org.Minutes(f.Break), Minutes: org.Minutes(f.Minutes), Title: f.Title, Text: f.Text,
		Materials: f.Materials, Analysis: f.Analysis, School: f.School}
	if p.Kind, err = org.ParsePartKind(f.Kind); err != nil {
		return p, err
	}
	if err := b.partWords(f, &p); err != nil {
		return p, err
	}
	if f.Start != "" || f.End != "" {
		if p.Start, err = org.ParseClock(f.Start); err != nil {
			return p, org.In("start", err)
		}
		if p.End, err = org.ParseClock(f.End); err != nil {
			return p, org.In("end", err)
		}
	}
	if f.Certified != "" {
		if p.Certified, err = org.ParseHours(f.Certified); err != nil {
			return p, org.In("certified", err)
		}
	}
	for _, w := range []struct {
		name string
		from string
		to   *org.Who
	}{{"chair", f.Chair, &p.Chair}, {"recorder", f.Recorder, &p.Recorder}, {"lecturer", f.Lecturer, &p.Lecturer}} {
		if *w.to, err = b.who(w.from, p.Date); err != nil {
			return p, fmt.Errorf("%s: %w", w.name, err)
		}
	}
	p.Audience, err = b.audience(f, p.Kind, p.Date)
	return p, err
}

func (b *builder) partWords(f *partFile, p *org.Part) (err error) {
	if f.Form != "" {
		if p.Form, err = org.ParseForm(f.Form); err != nil {
			return err
		}
	}
	if f.Content != "" {
		if p.Content, err = org.ParseContent(f.Content); err != nil {
			return err
		}
	}
	if f.Method != "" {
		if p.Method, err = org.ParseMethod(f.Method); err != nil {
			return err
		}
	}
	if f.Length != "" {
		if p.Length, err = org.ParseLength(f.Length); err != nil {
			return err
		}
	}
	for _, w := range f.Basics {
		basic, err := org.ParseBasic(w)
		if err != nil {
			return err
		}
		p.Basics = append(p.Basics, basic)
	}
	return nil
}

// who finds a person of the branch, or takes the name of somebody else. A name
// that two people have is not taken for either.
func (b *builder) who(name string, day org.Date) (org.Who, error) {
	if name == "" {
		return org.Who{}, nil
	}
	id, err := match.Name(b.snap.Persons, b.snap.Branch, day, name)
	if errors.Is(err, match.ErrNoSuch) {
		return org.Who{Name: name}, nil
	}
	return org.Who{Person: id}, named(b.snap, name, err)
}

// audience reads who is due. Where the file says nothing, a committee meeting
// is for the committee, a group meeting for the groups named.
func (b *builder) audience(f *partFile, kind org.PartKind, day org.Date) (a org.Audience, err error) {
	word := f.Audience
	if word == "" {
		switch {
		case len(f.Persons) > 0:
			word = string(org.ForNamed)
		case len(f.Groups) > 0:
			word = string(org.ForGroups)
		case kind == org.CommitteeMtg:
			word = string(org.ForCommittee)
		default:
			word = string(org.ForAll)
		}
	}
	if a.Kind, err = org.ParseAudienceKind(word); err != nil {
		return a, err
	}
	if a.Kind == org.ForGroups && len(f.Groups) == 0 || a.Kind == org.ForNamed && len(f.Persons) == 0 || kind == org.GroupMeeting && a.Kind == org.ForAll && len(b.snap.Branch.Groups) > 1 && f.Audience == "" {
		return a, &org.Invalid{Field: "audience", Why: org.WhyEmpty}
	}
	for _, name := range f.Groups {
		g, ok := b.snap.Branch.GroupNamed(name)
		if !ok {
			return a, &org.Invalid{Field: "groups", Why: org.WhyUnknown}
		}
		a.Groups = append(a.Groups, g.ID)
	}
	for _, name := range f.Persons {
		id, err := match.Name(b.snap.Persons, b.snap.Branch, day, name)
		if err != nil {
			return a, named(b.snap, name, err)
		}
		a.Persons = append(a.Persons, id)
	}
	return a, nil
}

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
