package bundle

import "branchbook/store/org"

// roster is whom and what records may point at.
type roster struct {
	people map[org.PersonID]bool
	groups map[org.GroupID]bool
}

func rosterOf(b *org.Branch, people []*org.Person) roster {
	r := roster{make(map[org.PersonID]bool, len(people)+1), map[org.GroupID]bool{}}
	for _, p := range people {
		r.people[p.ID] = true
	}
	for _, g := range b.Groups {
		r.groups[g.ID] = tokenOK(string(g.ID))
	}
	return r
}

// stray returns the first field that points at somebody or something that the
// bundle does not hold, "" if there is none. What an activity makes up for may
// lie in a year that was not sent.
func (r roster) stray(a org.Aggregate) string {
	switch v := a.(type) {
	case *org.Branch:
		for _, g := range v.Groups {
			if !r.groups[g.ID] {
				return "groups"
			}
		}
	case *org.Person:
		for i := range v.Spells {
			if !r.group(v.Spells[i].Group) {
				return "spells"
			}
		}
	case *org.Activity:
		return r.strayActivity(v)
	case *org.Reading:
		for _, m := range v.Read {
			if !r.people[m.Person] {
				return "read"
			}
		}
	case *org.Review:
		return r.field("person", v.Person)
	case *org.Register:
		return r.field("person", v.Person)
	case *org.Waiver:
		return r.field("person", v.Person)
	}
	return ""
}

func (r roster) person(id org.PersonID) bool { return id == "" || r.people[id] }
func (r roster) group(id org.GroupID) bool   { return id == "" || r.groups[id] }

func (r roster) field(name string, id org.PersonID) string {
	if r.person(id) {
		return ""
	}
	return name
}

func (r roster) strayActivity(a *org.Activity) string {
	if a.For != "" && !tokenOK(string(a.For)) {
		return "for_activity"
	}
	for i := range a.Attendance {
		if !r.people[a.Attendance[i].Person] {
			return "attendance"
		}
	}
	for i := range a.Parts {
		if field := r.strayPart(&a.Parts[i]); field != "" {
			return "parts." + field
		}
	}
	return ""
}

func (r roster) strayPart(p *org.Part) string {
	if !r.person(p.Chair.Person) || !r.person(p.Recorder.Person) || !r.person(p.Lecturer.Person) {
		return "chair"
	}
	for _, id := range p.Audience.Persons {
		if !r.people[id] {
			return "audience"
		}
	}
	for _, id := range p.Audience.Groups {
		if !r.groups[id] {
			return "audience"
		}
	}
	for i := range p.Votes {
		if !r.vote(&p.Votes[i]) {
			return "resolutions"
		}
	}
	return ""
}

func (r roster) vote(v *org.Resolution) bool {
	if !r.person(v.Subject.Person) {
		return false
	}
	for _, l := range v.LeftOut {
		if !r.people[l.Person] {
			return false
		}
	}
	if v.Election == nil {
		return true
	}
	for _, c := range v.Election.Candidates {
		if !r.person(c.Who.Person) {
			return false
		}
	}
	return true
}
