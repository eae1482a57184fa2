package ui

import (
	"fmt"
	"slices"
	"strings"

	"branchbook/rules"
	"branchbook/store/org"
)

// roll is the attendance of a draft as the form shows it, and what it comes to.
type roll struct {
	rows  []rollRow // those who are due in roster order, then the others
	due   int       // how many of the rows are due
	sums  rollSums
	hours []partHours

	faults []fault // of the activity as it stands
}

// rollRow is one person.
type rollRow struct {
	person org.PersonID
	name   string
	due    bool
	status org.Status // NotAsked for who need not come, and did not
	reason org.Reason
	part   int             // which part the state tells of, if it is not that of all; 0: of all
	why    rules.NotDueWhy // why not due
}

// rollSums are the numbers under the names.
type rollSums struct {
	due, present, full, probation, leave, absent, unknown, others, exempt int
}

// partHours is what a part gives to who was there from start to end.
type partHours struct {
	kind  org.PartKind
	hours org.Hours
	form  org.Form
	why   rules.HourWhy
	times string
	wrong bool // the end is not after the start
}

// roll judges a draft at a part, counted from 1, or as a whole for 0.
func (k *desk) roll(d *draft, part int) *roll {
	b := k.build(d)
	if b.State != org.Held {
		k.sit(b, d) // a plan shows whom to ask
	}
	parts := b.partsAt(part)
	if part == 0 {
		parts = partNumbers(len(b.Parts))
	}
	r := &roll{faults: b.faults}
	why := k.reasons(b, parts)
	var others []rollRow
	for _, p := range k.Persons {
		row := k.row(b, p, parts)
		row.why = why[p.ID]
		switch {
		case row.due:
			r.rows = append(r.rows, row)
		case row.status.There(), k.worthShowing(d, p.ID, why):
			others = append(others, row)
		}
	}
	r.due = len(r.rows)
	r.rows = append(r.rows, others...)
	r.count(b, part)
	for i := range b.Parts {
		r.hours = append(r.hours, k.hours(b.Activity, i+1))
	}
	return r
}

func partNumbers(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i + 1
	}
	return list
}

// reasons tells of everybody of the branch why not due at any of the parts.
func (k *desk) reasons(b *built, parts []int) map[org.PersonID]rules.NotDueWhy {
	why := map[org.PersonID]rules.NotDueWhy{}
	for _, n := range parts {
		for _, d := range rules.Due(k.pack, k.Snapshot, &b.Parts[n-1]) {
			if _, told := why[d.Person]; !told || d.Why == "" {
				why[d.Person] = d.Why
			}
		}
	}
	return why
}

// worthShowing tells who stands below with the reason: members who need not
// come, and everybody where people are still to be named; of a committee, those
// with a post in it.
func (k *desk) worthShowing(d *draft, id org.PersonID, why map[org.PersonID]rules.NotDueWhy) bool {
	w, here := why[id]
	if !here || w == "" {
		return false
	}
	if !slices.ContainsFunc(d.parts, func(p draftPart) bool { return p.Audience.Kind != org.ForCommittee }) {
		return w != rules.NotAudience && k.Person(id).Is(d.parts[0].Date, org.SpellPost, org.Secretary, org.Deputy, org.Committee)
	}
	forNamed := slices.ContainsFunc(d.parts, func(p draftPart) bool { return p.Audience.Kind == org.ForNamed })
	return w != rules.NotAudience || forNamed
}

// row says what somebody did at some parts: what differs first.
func (k *desk) row(b *built, p *org.Person, parts []int) rollRow {
	row := rollRow{person: p.ID, name: shortLabel(k.Label(p, b.From())), status: org.NotAsked}
	first := true
	for _, n := range parts {
		at, ok := b.At(p.ID, n)
		if !ok || !at.Due && !at.Status.There() || row.due && !at.Due {
			continue
		}
		if at.Due && !row.due {
			row.due, first = true, true
		}
		switch {
		case first:
			row.status, row.reason = at.Status, at.Reason
			row.part, first = 0, false
			if len(parts) > 1 {
				row.part = b.draftPart(n) + 1
			}
		case at.Status == row.status && at.Reason == row.reason:
		case row.status == org.Present:
			row.status, row.reason, row.part = at.Status, at.Reason, b.draftPart(n)+1
		}
	}
	if k.evenly(b, p.ID, parts, row) {
		row.part = 0
	}
	return row
}

// shortLabel makes room for the name on the sheet: 王伟（第一党小组） is 王伟（一）.
func shortLabel(label string) string {
	name, group, ok := strings.Cut(label, "（")
	if !ok {
		return label
	}
	group = strings.TrimPrefix(strings.TrimSuffix(group, "）"), "第")
	for _, tail := range []string{"组", "小", "党"} {
		group = strings.TrimSuffix(group, tail)
	}
	return name + "（" + group + "）"
}

// evenly tells whether the same holds at every part where the person is due.
func (k *desk) evenly(b *built, id org.PersonID, parts []int, row rollRow) bool {
	return !slices.ContainsFunc(parts, func(n int) bool {
		at, _ := b.At(id, n)
		return at.Due == row.due && (at.Status != row.status || at.Reason != row.reason)
	})
}

func (r *roll) count(b *built, part int) {
	s := &r.sums
	s.due, s.present, s.others = rules.Turnout(b.Activity, 0)
	if part > 0 {
		s.due, s.present, s.others = 0, 0, 0
		for _, n := range b.partsAt(part) {
			due, present, others := rules.Turnout(b.Activity, n)
			s.due, s.present, s.others = max(s.due, due), max(s.present, present), max(s.others, others)
		}
	}
	for _, row := range r.rows {
		at, _ := b.At(row.person, 0)
		switch {
		case row.due && row.status.There() && at.As == org.FullMember:
			s.full++
		case row.due && row.status.There() && at.As == org.Probationary:
			s.probation++
		case row.due && row.status == org.Leave:
			s.leave++
		case row.due && row.status == org.Absent:
			s.absent++
		case row.due && row.status == org.NotAsked:
			s.unknown++
		case !row.due && row.why == rules.IsExempt && !row.status.There():
			s.exempt++
		}
	}
}

func (k *desk) hours(a *org.Activity, part int) partHours {
	p := &a.Parts[part-1]
	h := partHours{kind: p.Kind, times: timesOf(p), wrong: p.Start != 0 && p.End != 0 && p.End <= p.Start}
	if p.Date == 0 {
		h.why = rules.WhyNoMinutes
		return h
	}
	h.hours, h.form, h.why = k.pack.PartHours(a, part)
	return h
}

// timesOf says when a part is, or how long.
func timesOf(p *org.Part) string {
	switch {
	case p.Length != "":
		return p.Length.Chinese()
	case p.Start != 0 && p.End != 0:
		return p.Start.String() + "—" + p.End.String()
	case p.Minutes != 0:
		return fmt.Sprintf("%d分钟", p.Minutes)
	}
	return ""
}

// mark says what somebody did: at a part, or at the whole activity for 0, which
// is then the only thing said.
func (d *draft) mark(id org.PersonID, part int, m mark) {
	if part == 0 {
		for n := range d.parts {
			delete(d.marks, seat{id, n + 1})
		}
	}
	if _, whole := d.marks[seat{id, 0}]; m == (mark{status: org.Present}) && (part == 0 || !whole) {
		delete(d.marks, seat{id, part}) // nothing to say
		return
	}
	d.marks[seat{id, part}] = m
}

// come makes somebody who is not due one of those who were there, or takes that
// back. Where a part is for named people, the person is named.
func (d *draft) come(id org.PersonID, part int, yes bool) {
	named := false
	for i := range d.parts {
		a := &d.parts[i].Audience
		if a.Kind != org.ForNamed || part != 0 && part != i+1 {
			continue
		}
		named = true
		a.Persons = slices.DeleteFunc(slices.Clone(a.Persons), func(p org.PersonID) bool { return p == id })
		if yes {
			a.Persons = append(a.Persons, id)
		}
		if len(a.Persons) == 0 {
			a.Persons = nil // as it was before the first
		}
	}
	switch {
	case named:
	case yes:
		d.mark(id, part, mark{status: org.Present, guest: true})
	default:
		for at := range d.marks {
			if at.person == id {
				delete(d.marks, at)
			}
		}
	}
}

// named tells whether a part is for named people and somebody is one of them.
func (d *draft) named(id org.PersonID) bool {
	return slices.ContainsFunc(d.parts, func(p draftPart) bool {
		return p.Audience.Kind == org.ForNamed && slices.Contains(p.Audience.Persons, id)
	})
}

// words is the line of numbers: 应到36 实到33（正式32，预备1） ….
func (s rollSums) words() (present, rest string) {
	var kinds []string
	if s.probation > 0 {
		kinds = append(kinds, fmt.Sprintf("正式 %d", s.full), fmt.Sprintf("预备 %d", s.probation))
		present = "（" + strings.Join(kinds, "，") + "）"
	}
	var more []string
	for _, x := range []struct {
		word string
		n    int
	}{{"请假", s.leave}, {"缺席", s.absent}, {"未记录", s.unknown}} {
		if x.n > 0 {
			more = append(more, fmt.Sprintf("%s %d", x.word, x.n))
		}
	}
	if s.others > 0 {
		more = append(more, fmt.Sprintf("另有 %d 人到会", s.others))
	}
	return present, strings.Join(more, "　")
}

// hoursWords says what the activity gives, and how it comes about.
func (r *roll) hoursWords() (figure string, parts []string) {
	var sum org.Hours
	for _, h := range r.hours {
		sum += h.hours
		parts = append(parts, h.words(len(r.hours) > 1))
	}
	figure = "本次计 " + sum.String() + " 学时"
	if sum == 0 {
		figure = "本次不计学时"
	}
	return figure, parts
}

func (h partHours) words(several bool) string {
	var words []string
	if several {
		words = append(words, h.kind.Chinese())
	}
	switch {
	case h.wrong:
		words = append(words, "结束早于开始，改过来才能计学时")
	case h.why == "":
		words = append(words, h.form.Chinese())
		if several {
			words = append(words, h.hours.String()+" 学时")
		}
		words = append(words, h.times)
	case h.why == rules.WhyNoMinutes:
		words = append(words, "填上开始和结束，就能计学时")
	case h.why == rules.WhyNoProof:
		words = append(words, "填上证明材料，才能计学时")
	default:
		words = append(words, h.why.Chinese())
	}
	return strings.Join(words, " · ")
}
