package org

import "testing"

// meeting is an activity of one part with one person there.
func meeting(id ActivityID, from, to Clock, who PersonID) *Activity {
	return &Activity{ID: id, State: Held, Parts: []Part{{Date: NewDate(2026, 11, 20), Start: from, End: to}},
		Attendance: []Attendance{{Person: who, Status: Present}}}
}

func TestTheSamePersonCannotBeAtTwoMeetingsAtOnce(t *testing.T) {
	a := meeting("a", NewClock(8, 0), NewClock(10, 30), "p")
	for _, x := range []struct {
		what string
		b    *Activity
		want bool
	}{
		{"inside", meeting("b", NewClock(9, 0), NewClock(9, 30), "p"), true},
		{"half an hour in common", meeting("b", NewClock(10, 0), NewClock(11, 0), "p"), true},
		{"begins when the first ends", meeting("b", NewClock(10, 30), NewClock(11, 0), "p"), false},
		{"other people", meeting("b", NewClock(9, 0), NewClock(9, 30), "q"), false},
		{"no times", meeting("b", 0, 0, "p"), false},
		{"itself", meeting("a", NewClock(9, 0), NewClock(9, 30), "p"), false},
	} {
		if got := len(SameTime(a, []*Activity{x.b})) == 1; got != x.want {
			t.Errorf("%s: %v", x.what, got)
		}
	}
	nextDay := meeting("b", NewClock(9, 0), NewClock(9, 30), "p")
	nextDay.Parts[0].Date++
	planned := meeting("b", NewClock(9, 0), NewClock(9, 30), "p")
	planned.State = Planned
	onLeave := meeting("b", NewClock(9, 0), NewClock(9, 30), "p")
	onLeave.Attendance[0].Status = Leave
	if list := SameTime(a, []*Activity{nextDay, planned, onLeave}); len(list) != 0 {
		t.Errorf("at once with %d that are not", len(list))
	}
}
