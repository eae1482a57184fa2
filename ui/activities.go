package ui

// activities is the activities of a year, as a grid and as a list.
type activities struct {
	page
}

func newActivities(w *Window) *activities { return &activities{page: newPage(w)} }

func (s *activities) place() place { return atActivities }
func (s *activities) head() head   { return head{title: "活动"} }
func (s *activities) reload()      {}
