package match

import "branchbook/store/org"

// Taken returns who else has the ID number of a person; nil if nobody has, or
// the person has none.
func Taken(persons []*org.Person, p *org.Person) *org.Person {
	for _, other := range persons {
		if p.IDNumber != "" && other.ID != p.ID && other.IDNumber == p.IDNumber {
			return other
		}
	}
	return nil
}
