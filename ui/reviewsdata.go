package ui

import (
	"branchbook/rules"
	"branchbook/store/org"
)

// reviewYear is what the page of 民主评议 and 述学评学 shows of a year.
type reviewYear struct {
	yearPlace
	today org.Date
	rows  []reviewRow
	says  []ruleLine // of the grades
}

// reviewRow is one member who is reviewed.
type reviewRow struct {
	person org.PersonID
	name   string
	graded bool        // gets a grade; who is on probation does not
	note   string      // 不作硬性要求
	review *org.Review // as on file, nil: none
}

// ruleLine is what a rule says of the year.
type ruleLine struct {
	state    lackState
	sentence string
}

// loadReviews reads the reviews of a year.
func loadReviews(b *Book, year int) (*reviewYear, error) {
	y, err := b.Year(year)
	if err != nil {
		return nil, err
	}
	d := &reviewYear{yearPlace: placeOf(y), today: y.Today, says: ruleLines(y, "ratio")}
	on := map[org.PersonID]*org.Review{}
	for _, r := range y.Reviews {
		if r.Year == year {
			on[r.Person] = r
		}
	}
	of := membersOf(y, appraisalDays(y)...)
	for _, p := range y.Persons {
		m, listed := of[p.ID]
		if r := on[p.ID]; listed || r != nil {
			d.rows = append(d.rows, reviewRow{person: p.ID, name: y.Label(p, y.Day), graded: m.full || r != nil && r.Grade != "", note: m.note, review: r})
		}
	}
	return d, nil
}

// ruleLines are what the rules of a kind say of the branch in the year.
func ruleLines(y *Year, kind string) (out []ruleLine) {
	for _, f := range y.Findings() {
		if f.Kind == kind && f.Person == "" {
			l := ruleLine{stateOf(&f), f.Sentence}
			if f.State == rules.Done {
				l.state = lackDone
			}
			out = append(out, l)
		}
	}
	return out
}

// memberIn is somebody who belonged to the branch's members in a year.
type memberIn struct {
	full bool   // 正式党员 on one of the days
	note string // why nothing hard is asked on the first of them
}

// membersOf finds who is a member of the branch on the year's last day so far, or
// on one of the other days.
func membersOf(y *Year, others ...org.Date) map[org.PersonID]memberIn {
	out := map[org.PersonID]memberIn{}
	for _, day := range append([]org.Date{y.Day}, others...) {
		for _, d := range rules.Due(y.Pack, y.Snapshot, &org.Part{Kind: org.Appraisal, Date: day, Audience: org.Audience{Kind: org.ForAll}}) {
			if d.Why == rules.NoCategory || d.Why == rules.NotMember || d.Why == rules.IsGuest {
				continue
			}
			m, listed := out[d.Person]
			if !listed {
				m.note = d.Why.Chinese()
			}
			m.full = m.full || d.As == org.FullMember
			out[d.Person] = m
		}
	}
	return out
}

// appraisalDays are the days on which 民主评议 was held in the year. Who was a
// member then is reviewed, though the person may have left since.
func appraisalDays(y *Year) (days []org.Date) {
	for _, a := range y.Activities {
		for i := range a.Parts {
			if p := &a.Parts[i]; a.State == org.Held && p.Kind == org.Appraisal && p.Date.Year() == y.N && p.Date <= y.Day {
				days = append(days, p.Date)
			}
		}
	}
	return days
}
