package sheet

import (
	"slices"

	"branchbook/store/org"
)

// Change is one field of a person that an import sets to another value.
type Change struct{ Field Field }

// Merge puts a row into a person and lists what it changes. Nothing good is
// overwritten by a blank, a doubtful value or a less exact date; a good value
// that differs is taken; what cannot stand beside the rest of the file is left
// as it is and told as a finding. For a new person, old holds nothing but an
// ID. Row.Group and Row.Post are words: the caller knows the branch's groups.
//
// Merging the same row twice changes nothing the second time.
func Merge(old org.Person, row Row) (org.Person, []Change, []Finding) {
	m := merger{p: old, row: &row, sheet: row.from}
	if m.sheet == nil {
		m.sheet = &layout{sheet: &Sheet{}}
	}
	if m.otherID() {
		m.find(FieldIDNumber, IDOther)
		return m.p, nil, m.findings
	}
	m.identity()
	m.texts()
	m.dates()
	m.spells()
	return m.p, m.changes, m.findings
}

type merger struct {
	p        org.Person
	row      *Row
	sheet    *layout
	changes  []Change
	findings []Finding
}

func (m *merger) find(f Field, k FindingKind) {
	m.findings = append(m.findings, m.sheet.finding(m.row.Line-1, m.sheet.column(f), f, k, Doubt))
}

func (m *merger) changed(f Field) {
	if !slices.Contains(m.changes, Change{f}) {
		m.changes = append(m.changes, Change{f})
	}
}

// try takes over what edit does if the person is still sound after it.
func (m *merger) try(f Field, edit func(p *org.Person)) bool {
	next := m.p
	next.Spells = slices.Clone(m.p.Spells)
	edit(&next)
	check := next
	check.ID = "new"
	if check.Name == "" {
		check.Name = m.row.Person.Name
	}
	if check.Validate() != nil || m.againstID(&next) && !m.againstID(&m.p) {
		m.find(f, Unfit)
		return false
	}
	m.p = next
	m.changed(f)
	return true
}

// againstID tells whether sex or birth contradict a sound ID number.
func (m *merger) againstID(p *org.Person) bool {
	if org.CheckIDNumber(p.IDNumber) != nil {
		return false
	}
	born := org.IDBorn(p.IDNumber)
	return p.Sex != "" && p.Sex != org.IDSex(p.IDNumber) || p.Born != "" && (born < p.Born.First() || born > p.Born.Last())
}

// otherID tells of two sound ID numbers that differ: two people, so nothing at
// all may be taken over.
func (m *merger) otherID() bool {
	n := m.row.Person.IDNumber
	return n != "" && n != m.p.IDNumber && org.CheckIDNumber(m.p.IDNumber) == nil
}

// identity takes over the ID number with sex and birth, which hang together.
func (m *merger) identity() {
	n := &m.row.Person
	if n.IDNumber != "" && n.IDNumber != m.p.IDNumber {
		m.takeID(n)
	}
	if n.Sex != "" && n.Sex != m.p.Sex {
		m.try(FieldSex, func(p *org.Person) { p.Sex = n.Sex })
	}
	if better(m.p.Born, n.Born) {
		m.try(FieldBorn, func(p *org.Person) { p.Born = n.Born })
	}
}

// takeID sets the number together with the sex and birth that go with it, which
// may be what was wrong on file.
func (m *merger) takeID(n *org.Person) {
	was := m.p
	m.try(FieldIDNumber, func(p *org.Person) {
		p.IDNumber, p.IDOdd = n.IDNumber, false
		if n.Sex != "" {
			p.Sex = n.Sex
		}
		if better(p.Born, n.Born) {
			p.Born = n.Born
		}
	})
	if m.p.Sex != was.Sex {
		m.changed(FieldSex)
	}
	if m.p.Born != was.Born {
		m.changed(FieldBorn)
	}
}

// better tells whether a date of the sheet should replace the one on file: it
// is known, differs, and is not merely less exact.
func better(old, new org.Partial) bool {
	if new == "" || new == old {
		return false
	}
	lessExact := len(new) < len(old) && new == old[:len(new)]
	return !lessExact
}

// texts takes over the fields that stand alone.
func (m *merger) texts() {
	n := &m.row.Person
	for _, t := range []struct {
		f    Field
		to   *string
		from string
	}{
		{FieldName, &m.p.Name, n.Name}, {FieldNation, &m.p.Nation, n.Nation}, {FieldEducation, &m.p.Education, n.Education},
		{FieldDegree, &m.p.Degree, n.Degree}, {FieldPhone, &m.p.Phone, n.Phone}, {FieldJob, &m.p.Job, n.Job},
		{FieldAddress, &m.p.Address, n.Address}, {FieldHousehold, &m.p.Household, n.Household}, {FieldStratum, &m.p.Stratum, n.Stratum},
		{FieldExpert, &m.p.Expert, n.Expert}, {FieldMigrant, &m.p.Migrant, n.Migrant}, {FieldJoinType, &m.p.JoinType, n.JoinType},
		{FieldJoinedAt, &m.p.JoinedAt, n.JoinedAt}, {FieldConfirmed, &m.p.Confirmed, n.Confirmed},
		{FieldExtended, &m.p.Extended, n.Extended}, {FieldNote, &m.p.Note, n.Note},
	} {
		if t.from != "" && t.from != *t.to {
			*t.to = t.from
			m.changed(t.f)
		}
	}
	if n.Seniority != 0 && n.Seniority != m.p.Seniority {
		m.p.Seniority = n.Seniority
		m.changed(FieldSeniority)
	}
}

// dates takes over the two dates of membership, together if both differ, and
// with them the ends of the spells that came from them.
func (m *merger) dates() {
	n := &m.row.Person
	joined, full := better(m.p.Joined, n.Joined), better(m.p.FullFrom, n.FullFrom)
	if joined && full {
		m.try(FieldJoined, func(p *org.Person) { moveJoined(p, n.Joined); moveFull(p, n.FullFrom) })
		if m.p.FullFrom == n.FullFrom {
			m.changed(FieldFullFrom)
		}
		return
	}
	if joined {
		m.try(FieldJoined, func(p *org.Person) { moveJoined(p, n.Joined) })
	}
	if full {
		m.try(FieldFullFrom, func(p *org.Person) { moveFull(p, n.FullFrom) })
	}
}

func moveJoined(p *org.Person, to org.Partial) {
	for i := range p.Spells {
		if s := &p.Spells[i]; s.Kind == org.SpellCategory && s.Value == org.Probationary && s.From == p.Joined {
			s.From = to
		}
	}
	p.Joined = to
}

func moveFull(p *org.Person, to org.Partial) {
	for i := range p.Spells {
		s := &p.Spells[i]
		if s.Kind != org.SpellCategory {
			continue
		}
		if s.Value == org.Probationary && s.To != "" && s.To == p.FullFrom {
			s.To = to
		}
		if s.Value == org.FullMember && s.From == p.FullFrom {
			s.From = to
		}
	}
	p.FullFrom = to
}
