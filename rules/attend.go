package rules

import (
	"cmp"
	"slices"

	"branchbook/store/org"
)

// Said is what a sign-in sheet says of one person: at the whole activity, or,
// with Part above 0, at that part alone.
type Said struct {
	Person  org.PersonID
	Part    int
	Status  org.Status
	Reason  org.Reason
	Minutes org.Minutes
	Text    string
}

// Attend makes the attendance of an activity: everybody who is due at a part is
// there with the status others, but for what the sheet says; people who are
// named and not due are kept as there and not due. Persons come in roster
// order; a part has a row of its own only where it differs from the row of the
// whole activity.
func Attend(p *Pack, s *org.Snapshot, a *org.Activity, said []Said, others org.Status) []org.Attendance {
	return Correct(p, s, a, nil, said, others)
}

// Correct is Attend for an activity that takes the place of an old record of
// it: at the parts that SamePart finds in the old one, who was due, who could
// vote and who was what stay as they were judged then, whatever is known now;
// whoever had no row there is not due. An old record without rows keeps nothing.
func Correct(p *Pack, s *org.Snapshot, a, old *org.Activity, said []Said, others org.Status) []org.Attendance {
	named := map[org.PersonID]map[int]Said{}
	for _, x := range said {
		if named[x.Person] == nil {
			named[x.Person] = map[int]Said{}
		}
		named[x.Person][x.Part] = x
	}
	duties, dueSomewhere := dutiesOf(p, s, a, old)
	var out []org.Attendance
	for _, person := range s.Persons {
		row := make([]org.Attendance, len(a.Parts))
		for i := range a.Parts {
			d, ok := duties[i][person.ID]
			if !ok { // not of the branch on that day
				d.Person = person.ID
			}
			row[i] = cell(d, named[person.ID], i+1, others, dueSomewhere[person.ID])
		}
		out = append(out, compress(row)...)
	}
	return out
}

// dutiesOf judges every part, or takes what an old record kept of it, and tells
// who is due at any.
func dutiesOf(p *Pack, s *org.Snapshot, a, old *org.Activity) ([]map[org.PersonID]Duty, map[org.PersonID]bool) {
	duties, somewhere := make([]map[org.PersonID]Duty, len(a.Parts)), map[org.PersonID]bool{}
	for i := range a.Parts {
		duties[i] = map[org.PersonID]Duty{}
		was := SamePart(a, old, i+1)
		for _, d := range Due(p, s, &a.Parts[i]) {
			d.Due = d.Due && was == 0
			duties[i][d.Person] = d
		}
		if was > 0 {
			for id, r := range rowsAt(old, was) {
				duties[i][id] = Duty{Person: id, As: r.As, Due: r.Due, MayVote: r.MayVote}
			}
		}
		for id, d := range duties[i] {
			somewhere[id] = somewhere[id] || d.Due
		}
	}
	return duties, somewhere
}

// SamePart finds the part of an old record that a part, both counted from 1,
// goes on: of the same kind on the same day for the same people, in the same
// place among those that are alike. It is 0 for a part that is new or changed,
// and where nobody's attendance was kept.
func SamePart(a, old *org.Activity, part int) int {
	if old == nil || len(old.Attendance) == 0 {
		return 0
	}
	p := &a.Parts[part-1]
	before := 0
	for i := range a.Parts[:part-1] {
		if alike(&a.Parts[i], p) {
			before++
		}
	}
	for i := range old.Parts {
		if !alike(&old.Parts[i], p) {
			continue
		}
		if before == 0 {
			return i + 1
		}
		before--
	}
	return 0
}

func alike(a, b *org.Part) bool {
	return a.Kind == b.Kind && a.Date == b.Date && SameAudience(&a.Audience, &b.Audience)
}

// SameAudience tells whether two audiences name the same people or groups.
func SameAudience(a, b *org.Audience) bool {
	return a.Kind == b.Kind && sameSet(a.Groups, b.Groups) && sameSet(a.Persons, b.Persons)
}

func sameSet[T cmp.Ordered](a, b []T) bool {
	return slices.Equal(slices.Compact(slices.Sorted(slices.Values(a))), slices.Compact(slices.Sorted(slices.Values(b))))
}

// cell is what holds for one person at one part. Words about the whole activity
// do not make somebody who is due at another part a guest of this one; somebody
// due at none was there at all.
func cell(d Duty, said map[int]Said, part int, others org.Status, dueSomewhere bool) org.Attendance {
	c := org.Attendance{Person: d.Person, Due: d.Due, MayVote: d.MayVote, As: d.As, Status: org.NotAsked}
	x, ok := said[part]
	if !ok && (d.Due || !dueSomewhere) {
		x, ok = said[0]
	}
	switch {
	case ok:
		c.Status, c.Reason, c.Minutes, c.Text = x.Status, x.Reason, x.Minutes, x.Text
	case d.Due:
		c.Status = others
	}
	return c
}

// compress turns the cells of one person, one per part, into rows: the first
// cell in which the person matters holds for the whole activity, parts that
// differ follow. Somebody who matters nowhere has none.
func compress(cells []org.Attendance) []org.Attendance {
	whole := -1
	for i := range cells {
		if cells[i].Due || cells[i].Status != org.NotAsked {
			whole = i
			break
		}
	}
	if whole < 0 {
		return nil
	}
	rows := []org.Attendance{cells[whole]}
	for i, c := range cells {
		if c == cells[whole] {
			continue
		}
		c.Part = i + 1
		rows = append(rows, c)
	}
	return rows
}

// Bases gives the bases of a vote at a part, counted from 1: how many are
// entitled (应到会有表决权), and how many of them are there by the attendance.
// Whoever has a row is entitled if the row says so; whoever has none, as those
// who need not come and did not, is judged by what is known. Those left out
// count in neither.
func Bases(p *Pack, s *org.Snapshot, a *org.Activity, part int, leftOut []org.LeftOut) (entitled, present int) {
	may := map[org.PersonID]bool{}
	for _, d := range Due(p, s, &a.Parts[part-1]) {
		may[d.Person] = d.MayVote
	}
	rows := rowsAt(a, part)
	for id, r := range rows {
		may[id] = r.MayVote
	}
	for _, l := range leftOut {
		may[l.Person] = false
	}
	for id, ok := range may {
		if !ok {
			continue
		}
		entitled++
		if r := rows[id]; r != nil && r.Status.There() {
			present++
		}
	}
	return entitled, present
}
