package org

// Pointers is what an aggregate points at. What it lists must be in the file.
type Pointers struct {
	Persons    []PersonID
	Groups     []GroupID
	Activities []ActivityID
}

// PointersOf lists everything that an aggregate points at, in no order; ids may
// stand more than once.
func PointersOf(a Aggregate) (p Pointers) {
	switch v := a.(type) {
	case *Person:
		for i := range v.Spells {
			p.group(v.Spells[i].Group)
		}
	case *Activity:
		p.activity(v)
	case *Reading:
		for _, m := range v.Read {
			p.person(m.Person)
		}
	case *Review:
		p.person(v.Person)
	case *Register:
		p.person(v.Person)
	case *Waiver:
		p.person(v.Person)
	}
	return p
}

func (p *Pointers) person(id PersonID) {
	if id != "" {
		p.Persons = append(p.Persons, id)
	}
}

func (p *Pointers) group(id GroupID) {
	if id != "" {
		p.Groups = append(p.Groups, id)
	}
}

func (p *Pointers) activity(a *Activity) {
	if a.For != "" {
		p.Activities = append(p.Activities, a.For)
	}
	for i := range a.Attendance {
		p.person(a.Attendance[i].Person)
	}
	for i := range a.Parts {
		part := &a.Parts[i]
		p.person(part.Chair.Person)
		p.person(part.Recorder.Person)
		p.person(part.Lecturer.Person)
		p.Persons = append(p.Persons, part.Audience.Persons...)
		p.Groups = append(p.Groups, part.Audience.Groups...)
		for j := range part.Votes {
			p.vote(&part.Votes[j])
		}
	}
}

func (p *Pointers) vote(v *Resolution) {
	p.person(v.Subject.Person)
	for _, l := range v.LeftOut {
		p.person(l.Person)
	}
	if v.Election != nil {
		for _, c := range v.Election.Candidates {
			p.person(c.Who.Person)
		}
	}
}
