// Package intake works out what a roster would change in a branch, before
// anything is saved: who is new, who changes and in what, who cannot be taken
// in and why.
package intake

import (
	"branchbook/store"
	"branchbook/store/match"
	"branchbook/store/org"
	"branchbook/store/sheet"
)

// What becomes of a row; stable words.
type What string

// The outcomes.
const (
	New       What = "new"
	Changed   What = "changed"
	Unchanged What = "unchanged"
	Left      What = "left" // not taken in; a finding says why
)

// Row is what becomes of one row of the sheet.
type Row struct {
	Line   int // row of the sheet
	Name   string
	What   What
	Fields []sheet.Field // that change
}

// Plan is what an import would do. People, with Branch if it is not nil, is
// what store.Import takes.
type Plan struct {
	Rows     []Row
	Findings []sheet.Finding // the sheet's, then row by row
	People   []*org.Person   // new and changed
	Branch   *org.Branch     // with the groups that the roster adds; nil if it adds none
	Posts    []Post          // that the sheet names and that are not on file
	sheet    string
	groups   *org.Branch
}

// Saves lists everything that the import would save.
func (p *Plan) Saves() []org.Aggregate {
	var list []org.Aggregate
	if p.Branch != nil {
		list = append(list, p.Branch)
	}
	for _, q := range p.People {
		list = append(list, q)
	}
	return list
}

// Make plans the import of a roster into the branch of a snapshot, which it does
// not change. A row that may be somebody on file, beyond no doubt, is left.
func Make(snap *org.Snapshot, roster *sheet.Roster) *Plan {
	branch := org.Copy(snap.Branch, snap.Branch.Rev).(*org.Branch)
	p := &Plan{Findings: append([]sheet.Finding{}, roster.Findings...), sheet: roster.Sheet, groups: branch}
	rows := make([]*org.Person, len(roster.Rows))
	for i := range roster.Rows {
		rows[i] = &roster.Rows[i].Person
	}
	for _, m := range match.Roster(snap.Persons, rows) {
		p.row(snap, &roster.Rows[m.Row], m)
	}
	if len(branch.Groups) > len(snap.Branch.Groups) {
		p.Branch = branch
	}
	return p
}

// Count tells how many rows have an outcome.
func (p *Plan) Count(w What) (n int) {
	for _, r := range p.Rows {
		if r.What == w {
			n++
		}
	}
	return n
}

// row decides about one row: new, merged into somebody, or left out.
func (p *Plan) row(snap *org.Snapshot, row *sheet.Row, m match.Result) {
	p.Findings = append(p.Findings, row.Findings...)
	line := Row{Line: row.Line, Name: row.Person.Name, What: Left, Fields: []sheet.Field{}}
	switch {
	case !row.Importable():
	case !m.New() && !m.Sure:
		p.about(row, sheet.PersonUnsure, sheet.FieldName, sheet.Error)
	case m.New():
		p.merge(row, org.Person{ID: store.NewPersonID()}, &line)
	default:
		p.merge(row, *snap.Person(m.Person), &line)
	}
	p.Rows = append(p.Rows, line)
}

func (p *Plan) about(row *sheet.Row, kind sheet.FindingKind, field sheet.Field, how sheet.Severity) {
	p.Findings = append(p.Findings, sheet.Finding{Sheet: p.sheet, Row: row.Line, Kind: kind, Field: field, Severity: how})
}

// merge puts a row into a person, new if the revision is 0.
func (p *Plan) merge(row *sheet.Row, old org.Person, line *Row) {
	merged, changes, findings := sheet.Merge(old, *row)
	p.Findings = append(p.Findings, findings...)
	for _, ch := range changes {
		line.Fields = append(line.Fields, ch.Field)
	}
	if p.place(&merged, row.Group) {
		line.Fields = append(line.Fields, sheet.FieldGroup)
	}
	if row.Post != "" && !hasPost(&merged) {
		p.about(row, sheet.PostUndated, sheet.FieldPost, sheet.Note)
		p.Posts = append(p.Posts, posts(&merged, row.Post)...)
	}
	switch {
	case old.Rev == 0:
		line.What = New
	case len(line.Fields) == 0:
		line.What = Unchanged
		return
	default:
		line.What = Changed
	}
	p.People = append(p.People, &merged)
}

func hasPost(p *org.Person) bool {
	for i := range p.Spells {
		if p.Spells[i].Kind == org.SpellPost && p.Spells[i].To == "" {
			return true
		}
	}
	return false
}

// place puts somebody without a group into the one that the sheet names, making
// it if the branch has none of that name.
func (p *Plan) place(person *org.Person, name string) bool {
	if name == "" {
		return false
	}
	for i := range person.Spells {
		if person.Spells[i].Kind == org.SpellGroup {
			return false
		}
	}
	g, ok := p.groups.GroupNamed(name)
	if !ok {
		g = org.Group{ID: store.NewGroupID(), Name: name}
		p.groups.Groups = append(p.groups.Groups, g)
	}
	person.Spells = append(person.Spells, org.Spell{Kind: org.SpellGroup, Group: g.ID})
	return true
}
