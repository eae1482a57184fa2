package ui

// home is the first page: what is missing, what is near, the year at a glance.
type home struct {
	page
}

func newHome(w *Window) *home { return &home{page: newPage(w)} }

func (s *home) place() place { return atHome }
func (s *home) head() head   { return head{title: "首页"} }
func (s *home) reload()      {}
