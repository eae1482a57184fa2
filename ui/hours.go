package ui

// hours is everybody's study of a year.
type hours struct {
	page
}

func newHours(w *Window) *hours { return &hours{page: newPage(w)} }

func (s *hours) place() place { return atHours }
func (s *hours) head() head   { return head{title: "学时"} }
func (s *hours) reload()      {}
