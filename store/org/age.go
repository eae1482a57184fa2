package org

// Age is the full years since birth; about says that only the year of birth
// is known, ok that anything is.
func (p *Person) Age(day Date) (years int, about, ok bool) {
	months, about, ok := monthsSince(p.Born, day)
	return months / 12, about, ok
}

// PartyAge is the standing in the Party (党龄) in months: since 转正, with the
// correction on file. about says that only the year of 转正 is known, ok that
// anything is.
func (p *Person) PartyAge(day Date) (months int, about, ok bool) {
	months, about, ok = monthsSince(p.FullFrom, day)
	return max(0, months+p.Seniority), about, ok
}

// monthsSince counts full months. A day that is not known counts as the first
// of its month, which is no more than a month off; a month that is not known
// makes it about.
func monthsSince(p Partial, day Date) (months int, about, ok bool) {
	from := p.First()
	if from == 0 || from > day {
		return 0, false, false
	}
	y, m, d := from.YMD()
	ty, tm, td := day.YMD()
	months = (ty-y)*12 + int(tm) - int(m)
	_, full := p.Full()
	if full && td < d {
		months--
	}
	return months, len(p) == 4, true
}
