package ui

// people is the table of the branch's people.
type people struct {
	page
}

func newPeople(w *Window) *people { return &people{page: newPage(w)} }

func (s *people) place() place { return atPeople }
func (s *people) head() head   { return head{title: "党员"} }
func (s *people) reload()      {}
