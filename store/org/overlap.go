package org

import "slices"

// SameTime finds among some activities those that were held at a time at which
// a was, with somebody in common: nobody can be at two places. They come in the
// order given, without a itself. A part whose times are not known meets nothing.
func SameTime(a *Activity, among []*Activity) (out []*Activity) {
	for _, other := range among {
		if other.ID != a.ID && a.State == Held && other.State == Held && meets(a, other) {
			out = append(out, other)
		}
	}
	return out
}

func meets(a, b *Activity) bool {
	for i := range a.Parts {
		for j := range b.Parts {
			if timesCross(&a.Parts[i], &b.Parts[j]) && sharePeople(a, i+1, b, j+1) {
				return true
			}
		}
	}
	return false
}

// timesCross tells whether two parts have a minute in common. One that begins
// when the other ends has none.
func timesCross(a, b *Part) bool {
	known := a.Start != 0 && a.End != 0 && b.Start != 0 && b.End != 0
	return known && a.Date == b.Date && a.Start < b.End && b.Start < a.End
}

func sharePeople(a *Activity, part int, b *Activity, other int) bool {
	return slices.ContainsFunc(a.Attendance, func(r Attendance) bool {
		here, _ := a.At(r.Person, part)
		there, ok := b.At(r.Person, other)
		return ok && here.Status.There() && there.Status.There()
	})
}
