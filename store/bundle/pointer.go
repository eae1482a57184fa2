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
	if b, ok := a.(*org.Branch); ok {
		for _, g := range b.Groups {
			if !r.groups[g.ID] {
				return "groups"
			}
		}
	}
	for _, to := range org.PointersOf(a) {
		if to.Person != "" && !r.people[to.Person] || to.Group != "" && !r.groups[to.Group] || to.Activity != "" && !tokenOK(string(to.Activity)) {
			return to.Field
		}
	}
	return ""
}
