package rules

import "branchbook/store/org"

// Turnout counts a part by the record as kept: 应到, 实到 among them, and the
// others who were there (另有到会). Part 0 asks for the whole activity, where
// somebody who is due at any part is there if so at a part where due; being a
// guest of another part changes nothing.
func Turnout(a *org.Activity, part int) (due, present, others int) {
	type seen struct{ due, present, there bool }
	people := map[org.PersonID]seen{}
	at := func(n int) {
		for id, r := range rowsAt(a, n) {
			s := people[id]
			there := r.Status.There()
			people[id] = seen{s.due || r.Due, s.present || r.Due && there, s.there || there}
		}
	}
	if part > 0 {
		at(part)
	} else {
		for n := range a.Parts {
			at(n + 1)
		}
	}
	for _, s := range people {
		switch {
		case s.present:
			due, present = due+1, present+1
		case s.due:
			due++
		case s.there:
			others++
		}
	}
	return due, present, others
}

// Reassess judges again who is due at a recorded activity, by what is known
// now, and keeps what everybody did (重新核对应到). Somebody who is due and whom
// the record never mentioned stays without a word: due, and NotAsked.
func Reassess(p *Pack, s *org.Snapshot, a *org.Activity) []org.Attendance {
	var said []Said
	for n := range a.Parts {
		for id, r := range rowsAt(a, n+1) {
			if r.Status != org.NotAsked {
				said = append(said, Said{id, n + 1, r.Status, r.Reason, r.Minutes, r.Text})
			}
		}
	}
	return Attend(p, s, a, said, org.NotAsked)
}
