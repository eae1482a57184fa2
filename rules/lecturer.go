package rules

import "branchbook/store/org"

// The lecturers that a rule of kind frequency may name: by_posts and by_leaders.

// lectures tells whether somebody is such a lecturer on the day.
func (r *Rule) lectures(m *member, day org.Date) bool {
	posts := typed[org.SpellValue](r.words("by_posts"))
	return (len(posts) == 0 || m.one(org.SpellPost, day, posts...) != nil) &&
		(!r.yes("by_leaders") || m.one(org.SpellLeader, day) != nil)
}

func (r *Rule) namesLecturers() bool { return len(r.words("by_posts")) > 0 || r.yes("by_leaders") }

// hasLecturer tells whether the branch has such a lecturer on the day; it is
// true of a rule that names none.
func (c *check) hasLecturer(r *Rule, day org.Date) bool {
	if !r.namesLecturers() {
		return true
	}
	for i := range c.members {
		if m := &c.members[i]; m.counts(day) && r.lectures(m, day) {
			return true
		}
	}
	return false
}

// givenBy tells whether a part was given by such a lecturer, by what the person
// was on that day.
func (c *check) givenBy(r *Rule, h *heldPart) bool {
	if !r.namesLecturers() {
		return true
	}
	i, known := c.index[h.Lecturer.Person]
	return known && r.lectures(&c.members[i], h.Date)
}

// lecturer is what the trace adds where the lecturer matters.
func (c *check) lecturer(r *Rule, h *heldPart) string {
	if !r.namesLecturers() {
		return ""
	}
	return "，授课人" + c.members[c.index[h.Lecturer.Person]].p.Name
}
