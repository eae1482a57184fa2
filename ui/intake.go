package ui

// intakePage is the import of a roster, with a preview.
type intakePage struct {
	page
}

func newIntake(w *Window) *intakePage { return &intakePage{page: newPage(w)} }

func (s *intakePage) place() place { return atPeople }
func (s *intakePage) head() head   { return head{title: "导入花名册"} }
func (s *intakePage) reload()      {}
