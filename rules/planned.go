package rules

import (
	"time"

	"branchbook/store/org"
)

// planOnly lists the kinds of the items of the year's plan that lie ahead and
// that no activity stands for: an activity of the kind, held or planned, stands
// for the item of its month, and what is left over for items without a month.
func (v *view) planOnly() []org.PartKind {
	stand := v.standing()
	var open, out []org.PartKind
	for _, item := range v.s.Plans {
		switch first, last := planSpan(item); {
		case last < v.first || first > v.last:
		case item.Month != 0 && stand[monthKind{first, item.Kind}] > 0:
			stand[monthKind{first, item.Kind}]-- // also of a month that is over
		case last <= v.asOf:
		case item.Month == 0:
			open = append(open, item.Kind)
		default:
			out = append(out, item.Kind)
		}
	}
	spare := map[org.PartKind]int{}
	for at, n := range stand {
		spare[at.kind] += n
	}
	for _, kind := range open {
		if spare[kind] > 0 {
			spare[kind]--
		} else {
			out = append(out, kind)
		}
	}
	return out
}

// monthKind is a kind of activity in the month that begins on the day.
type monthKind struct {
	month org.Date
	kind  org.PartKind
}

// standing counts the activities held up to the asked day and those planned
// after it, by month and kind.
func (v *view) standing() map[monthKind]int {
	out := map[monthKind]int{}
	for _, a := range v.s.Activities {
		seen := map[monthKind]bool{}
		for i := range a.Parts {
			p := &a.Parts[i]
			held, planned := a.State == org.Held && p.Date <= v.asOf, a.State == org.Planned && p.Date > v.asOf
			y, m, _ := p.Date.YMD()
			if at := (monthKind{org.NewDate(y, m, 1), p.Kind}); a.For == "" && (held || planned) && p.Date >= v.first && p.Date <= v.last && !seen[at] {
				seen[at] = true
				out[at]++
			}
		}
	}
	return out
}

// planSpan is when an item of the plan may take place.
func planSpan(item *org.Plan) (first, last org.Date) {
	if item.Month == 0 {
		return yearStart(item.Year), yearEnd(item.Year)
	}
	month := time.Month(item.Month)
	return org.NewDate(item.Year, month, 1), org.NewDate(item.Year, month, org.DaysIn(item.Year, month))
}
