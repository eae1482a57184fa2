package ui

// settings is the branch, the rules in force, font size, backups and what the program is.
type settings struct {
	page
}

func newSettings(w *Window) *settings { return &settings{page: newPage(w)} }

func (s *settings) place() place { return atSettings }
func (s *settings) head() head   { return head{title: "设置"} }
func (s *settings) reload()      {}
