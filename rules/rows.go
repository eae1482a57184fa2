package rules

import "branchbook/store/org"

// eachRow visits the row that holds for everybody at a part, counted from 1: a
// row for the part alone wins over the one for the whole activity.
func eachRow(a *org.Activity, part int, visit func(*org.Attendance)) {
	var own map[org.PersonID]bool
	for i := range a.Attendance {
		if r := &a.Attendance[i]; r.Part == part {
			if own == nil {
				own = map[org.PersonID]bool{}
			}
			own[r.Person] = true
			visit(r)
		}
	}
	for i := range a.Attendance {
		if r := &a.Attendance[i]; r.Part == 0 && !own[r.Person] {
			visit(r)
		}
	}
}

// rowsAt gives for every person the row that holds at a part.
func rowsAt(a *org.Activity, part int) map[org.PersonID]*org.Attendance {
	rows := make(map[org.PersonID]*org.Attendance, len(a.Attendance))
	eachRow(a, part, func(r *org.Attendance) { rows[r.Person] = r })
	return rows
}
