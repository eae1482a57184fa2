package ui

import "branchbook/store/org"

// personForm is the form of one person.
type personForm struct {
	page
}

func newPersonForm(w *Window, id org.PersonID) *personForm { return &personForm{page: newPage(w)} }

func (s *personForm) place() place { return atPeople }
func (s *personForm) head() head   { return head{title: "党员"} }
func (s *personForm) reload()      {}
