package rules

import "branchbook/store/org"

// Progress counts the members of Hours by how they stand. Whoever owes nothing
// for another reason than an exemption, as those who left, is not counted.
type Progress struct {
	Met    int // the target is reached
	OnPace int // an even pace to the year's end reaches it
	Behind int // it does not
	Exempt int // 不作硬性要求
}

// Owe is how many have a target.
func (p Progress) Owe() int { return p.Met + p.OnPace + p.Behind }

// Short is how many have not reached theirs yet.
func (p Progress) Short() int { return p.OnPace + p.Behind }

// ProgressOf counts what Hours told as of the day.
func ProgressOf(s *org.Snapshot, hours []PersonHours, day org.Date) Progress {
	exempt := map[org.PersonID]bool{}
	for _, p := range s.Persons {
		exempt[p.ID] = p.Is(day, org.SpellExemption)
	}
	var out Progress
	for i := range hours {
		switch h := &hours[i]; {
		case !h.Applies && exempt[h.Person]:
			out.Exempt++
		case !h.Applies:
		case h.Met:
			out.Met++
		case h.Counted >= h.Pace:
			out.OnPace++
		default:
			out.Behind++
		}
	}
	return out
}
