package rules

import "branchbook/store/org"

// ActivityHours returns what an activity gives to somebody who was there from
// its first part to its last, under the cap of each day.
func (p *Pack) ActivityHours(a *org.Activity) org.Hours {
	var total org.Hours
	used := map[org.Date]org.Hours{}
	for i := range a.Parts {
		part := &a.Parts[i]
		f := &p.at(part.Date).facts
		h, _, _ := f.worthOf(a, part)
		if !certified(part) {
			h = min(h, f.perDay-used[part.Date])
			used[part.Date] += h
		}
		total += h
	}
	return total
}
