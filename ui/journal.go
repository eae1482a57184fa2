package ui

// journalPage is the list of the last operations.
type journalPage struct {
	page
}

func newJournal(w *Window) *journalPage { return &journalPage{page: newPage(w)} }

func (s *journalPage) place() place { return atSettings }
func (s *journalPage) head() head   { return head{title: "操作记录"} }
func (s *journalPage) reload()      {}
