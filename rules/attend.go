package rules

import "branchbook/store/org"

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
	named := map[org.PersonID]map[int]Said{}
	for _, x := range said {
		if named[x.Person] == nil {
			named[x.Person] = map[int]Said{}
		}
		named[x.Person][x.Part] = x
	}
	duties, dueSomewhere := dutiesOf(p, s, a)
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

// dutiesOf judges every part, and tells who is due at any.
func dutiesOf(p *Pack, s *org.Snapshot, a *org.Activity) ([]map[org.PersonID]Duty, map[org.PersonID]bool) {
	duties, somewhere := make([]map[org.PersonID]Duty, len(a.Parts)), map[org.PersonID]bool{}
	for i := range a.Parts {
		duties[i] = map[org.PersonID]Duty{}
		for _, d := range Due(p, s, &a.Parts[i]) {
			duties[i][d.Person] = d
			somewhere[d.Person] = somewhere[d.Person] || d.Due
		}
	}
	return duties, somewhere
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
// Those left out count in neither.
func Bases(p *Pack, s *org.Snapshot, a *org.Activity, part int, leftOut []org.LeftOut) (entitled, present int) {
	out := map[org.PersonID]bool{}
	for _, l := range leftOut {
		out[l.Person] = true
	}
	rows := rowsAt(a, part)
	for _, d := range Due(p, s, &a.Parts[part-1]) {
		if !d.MayVote || out[d.Person] {
			continue
		}
		entitled++
		if r := rows[d.Person]; r != nil && r.Status.There() {
			present++
		}
	}
	return entitled, present
}
