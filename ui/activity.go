package ui

import "branchbook/store/org"

// activity is what was recorded of one activity.
type activity struct {
	page
}

func newActivity(w *Window, id org.ActivityID) *activity { return &activity{page: newPage(w)} }

func (s *activity) place() place { return atActivities }
func (s *activity) head() head   { return head{title: "活动"} }
func (s *activity) reload()      {}
