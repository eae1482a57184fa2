package org

// Pointer is one thing that an aggregate points at: a person, a group or an
// activity, never more than one of them. Field says where, by the names of the
// JSON form.
type Pointer struct {
	Field    string
	Person   PersonID
	Group    GroupID
	Activity ActivityID
}

// PointersOf lists everything that an aggregate points at. What it lists must
// be in the file, and, activities of other years apart, in the bundle.
func PointersOf(a Aggregate) []Pointer {
	var p pointers
	switch v := a.(type) {
	case *Person:
		for i := range v.Spells {
			p.group("spells", v.Spells[i].Group)
		}
	case *Activity:
		p.activity(v)
	case *Reading:
		for _, m := range v.Read {
			p.person("read", m.Person)
		}
	case *Review:
		p.person("person", v.Person)
	case *Register:
		p.person("person", v.Person)
	case *Waiver:
		p.person("person", v.Person)
		p.group("group", v.Group)
		if v.Activity != "" {
			p = append(p, Pointer{Field: "activity", Activity: v.Activity})
		}
	case *Closing:
		for i := range v.People {
			p.person("people", v.People[i].Person)
		}
	}
	return p
}

type pointers []Pointer

func (p *pointers) person(field string, id PersonID) {
	if id != "" {
		*p = append(*p, Pointer{Field: field, Person: id})
	}
}

func (p *pointers) group(field string, id GroupID) {
	if id != "" {
		*p = append(*p, Pointer{Field: field, Group: id})
	}
}

func (p *pointers) activity(a *Activity) {
	*p = make(pointers, 0, len(a.Attendance)+8)
	if a.For != "" {
		*p = append(*p, Pointer{Field: "for_activity", Activity: a.For})
	}
	for i := range a.Attendance {
		p.person("attendance", a.Attendance[i].Person)
	}
	for i := range a.Parts {
		part := &a.Parts[i]
		p.person("parts.chair", part.Chair.Person)
		p.person("parts.recorder", part.Recorder.Person)
		p.person("parts.lecturer", part.Lecturer.Person)
		for _, id := range part.Audience.Persons {
			p.person("parts.audience", id)
		}
		for _, id := range part.Audience.Groups {
			p.group("parts.audience", id)
		}
		for j := range part.Votes {
			p.vote(&part.Votes[j])
		}
	}
}

func (p *pointers) vote(v *Resolution) {
	const field = "parts.resolutions"
	p.person(field, v.Subject.Person)
	for _, l := range v.LeftOut {
		p.person(field, l.Person)
	}
	if v.Election != nil {
		for _, c := range v.Election.Candidates {
			p.person(field, c.Who.Person)
		}
	}
}
