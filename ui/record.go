package ui

// record is the form of one activity.
type record struct {
	page
}

func newRecord(w *Window, want wanted) *record { return &record{page: newPage(w)} }

func (s *record) place() place { return atActivities }
func (s *record) head() head   { return head{title: "记一次活动"} }
func (s *record) reload()      {}
