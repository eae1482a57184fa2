package ui

import "branchbook/store/org"

// person is the page of one person.
type person struct {
	page
}

func newPerson(w *Window, id org.PersonID) *person { return &person{page: newPage(w)} }

func (s *person) place() place { return atPeople }
func (s *person) head() head   { return head{title: "党员"} }
func (s *person) reload()      {}
