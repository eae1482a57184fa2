// Package match finds the people of a branch by what is written on a sheet or
// a list, and marks what is doubtful instead of guessing.
package match

import (
	"slices"

	"branchbook/store/org"
)

// Result says who a row of an imported roster is.
type Result struct {
	Row        int            // index in the rows given
	Person     org.PersonID   // "" if nobody fits, or more than one does
	Sure       bool           // beyond doubt; false with a Person means one likely person, to be asked
	Candidates []org.PersonID // who it may be, if it is not sure
}

// New tells that nobody on file fits: the row is a new person.
func (r *Result) New() bool { return r.Person == "" && len(r.Candidates) == 0 }

// Roster matches the rows of a roster, persons without ids, to the people on
// file; results are in the order of the rows. The same ID number is the same
// person; else the same name together with the same birth (to the precision
// known) or the same phone. The same name alone is a candidate, unless ID
// numbers or births contradict. Where two rows without ID number claim one
// person, neither is sure. People entered by mistake are passed over.
func Roster(persons, rows []*org.Person) []Result {
	ix := newIndex(persons)
	out := make([]Result, len(rows))
	claims := map[org.PersonID][]int{}
	for i, row := range rows {
		out[i] = ix.find(row)
		out[i].Row = i
		if out[i].Sure {
			claims[out[i].Person] = append(claims[out[i].Person], i)
		}
	}
	for id, by := range claims {
		if len(by) > 1 {
			unsettle(out, rows, ix.byPerson[id], by)
		}
	}
	return out
}

// unsettle takes certainty from those claims of one person that rest on less
// than the ID number.
func unsettle(out []Result, rows []*org.Person, p *org.Person, by []int) {
	for _, i := range by {
		if rows[i].IDNumber == "" || rows[i].IDNumber != p.IDNumber {
			out[i].Sure = false
			out[i].Candidates = []org.PersonID{p.ID}
		}
	}
}

// index finds people by ID number and by name.
type index struct {
	byPerson map[org.PersonID]*org.Person
	byID     map[string]*org.Person
	byName   map[string][]*org.Person
}

func newIndex(persons []*org.Person) *index {
	ix := &index{map[org.PersonID]*org.Person{}, map[string]*org.Person{}, map[string][]*org.Person{}}
	for _, p := range persons {
		if mistaken(p) {
			continue
		}
		ix.byPerson[p.ID] = p
		if p.IDNumber != "" {
			ix.byID[p.IDNumber] = p
		}
		name := org.TidyName(p.Name)
		ix.byName[name] = append(ix.byName[name], p)
	}
	return ix
}

// mistaken tells a person who was entered by mistake.
func mistaken(p *org.Person) bool {
	return slices.ContainsFunc(p.Spells, func(s org.Spell) bool {
		return s.Kind == org.SpellBelonging && s.Ended == org.EndedError
	})
}

func (ix *index) find(row *org.Person) Result {
	if p := ix.byID[row.IDNumber]; p != nil && row.IDNumber != "" {
		return Result{Person: p.ID, Sure: true}
	}
	var strong, weak []org.PersonID
	for _, p := range ix.byName[org.TidyName(row.Name)] {
		switch likeness(p, row) {
		case same:
			strong = append(strong, p.ID)
		case perhaps:
			weak = append(weak, p.ID)
		}
	}
	switch {
	case len(strong) == 1:
		return Result{Person: strong[0], Sure: true}
	case len(strong) > 1:
		return Result{Candidates: strong}
	case len(weak) == 1:
		return Result{Person: weak[0], Candidates: weak}
	}
	return Result{Candidates: weak}
}

type verdict int

const (
	other verdict = iota
	perhaps
	same
)

// likeness judges two persons of one name by what both of them have.
func likeness(a, b *org.Person) verdict {
	if sound(a) && sound(b) && a.IDNumber != b.IDNumber {
		return other
	}
	if a.Born != "" && b.Born != "" {
		if a.Born.First() > b.Born.Last() || b.Born.First() > a.Born.Last() {
			return other
		}
		return same
	}
	if a.Phone != "" && a.Phone == b.Phone {
		return same
	}
	return perhaps
}

func sound(p *org.Person) bool { return org.CheckIDNumber(p.IDNumber) == nil }
