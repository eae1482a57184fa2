package org

// SplitMidnight turns a part that ends before the time it starts, as one
// from 22:00 to 01:00 does, into two parts, so that each day and each year gets
// its own minutes. The second part carries no resolutions and no text; the
// break is taken from the longer one. It reports whether it split.
func SplitMidnight(p Part) (first, second Part, split bool) {
	if p.Start == 0 || p.End == 0 || p.End >= p.Start {
		return p, Part{}, false
	}
	first, second = p, p
	first.End = Midnight
	second.Date, second.Start, second.End = p.Date+1, NewClock(0, 0), p.End
	second.Votes, second.Text = nil, ""
	if p.End == NewClock(0, 0) {
		return first, Part{}, false
	}
	if Midnight-p.Start >= p.End-second.Start {
		second.Break = 0
	} else {
		first.Break = 0
	}
	return first, second, true
}
