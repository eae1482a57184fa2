package ui

// report is handing in to the committee above.
type report struct {
	page
}

func newReport(w *Window) *report { return &report{page: newPage(w)} }

func (s *report) place() place { return atReport }
func (s *report) head() head   { return head{title: "上报"} }
func (s *report) reload()      {}
