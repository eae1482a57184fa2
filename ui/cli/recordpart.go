package cli

import (
	"errors"
	"fmt"
	"strconv"

	"branchbook/store/match"
	"branchbook/store/org"
)

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
	p = org.Part{Date: org.Date(f.Date), Title: f.Title, Text: f.Text, Materials: f.Materials, Analysis: f.Analysis, School: f.School}
	if p.Break, err = minutes("break", f.Break); err != nil {
		return p, err
	}
	if p.Minutes, err = minutes("minutes", f.Minutes); err != nil {
		return p, err
	}
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
			return p, fmt.Errorf("find %s: %w", w.name, err)
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
