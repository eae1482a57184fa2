package sheet

import (
	"fmt"

	"branchbook/store/org"
)

// Roster is a sheet read as a list of persons.
type Roster struct {
	Sheet    string
	Header   int       // 1-based row of the headings
	Columns  []Column  // every column with a heading, left to right
	Rows     []Row     // the rows that are persons or might be, in order
	Findings []Finding // about the sheet; those about a row are in the row
	Others   []string  // other sheets that have a roster's headings and were not read
}

// Row is one person as the sheet tells. The person has no ID and no Rev, and
// only values that are beyond doubt; spells as far as the dates and words tell.
type Row struct {
	Line     int // 1-based row of the spreadsheet
	Person   org.Person
	Group    string          // 党小组 as written, "" if the sheet has none
	Post     string          // 党内职务 as written
	Branch   string          // 所在党支部 as written
	OddID    string          // an ID number whose check digit is wrong, for somebody to decide on; see org.Person.IDOdd
	Denied   []org.SpellKind // what the sheet says does not hold: 否 for 失联 and 流动, 正常 for 党籍状态
	Findings []Finding

	from *layout
}

// Importable tells whether the row has no finding that forbids it.
func (r *Row) Importable() bool {
	for _, f := range r.Findings {
		if f.Severity == Error {
			return false
		}
	}
	return true
}

// ReadRoster finds the sheet and the row with most headings of a roster and
// reads what stands below. Dates after today are doubted. It returns
// ErrNoHeader if no sheet has 姓名 and two other headings in its first rows.
func ReadRoster(b *Book, today org.Date) (*Roster, error) {
	var best *layout
	var others []string
	for _, s := range b.Sheets {
		l, ok := findHeader(s)
		switch {
		case !ok:
		case best == nil:
			best = l
		case l.betterThan(best):
			others = append(others, best.sheet.Name)
			best = l
		default:
			others = append(others, s.Name)
		}
	}
	if best == nil {
		return nil, fmt.Errorf("read roster: %w", ErrNoHeader)
	}
	r := readRoster(b, best, today)
	r.Others = others
	return r, nil
}

// ReadRosterSheet reads the sheet of that name, for a person who chose one of
// Roster.Others. ErrNoSheet if the book has none of that name.
func ReadRosterSheet(b *Book, name string, today org.Date) (*Roster, error) {
	for _, s := range b.Sheets {
		if s.Name != name {
			continue
		}
		if l, ok := findHeader(s); ok {
			return readRoster(b, l, today), nil
		}
		return nil, fmt.Errorf("read roster: %w", ErrNoHeader)
	}
	return nil, fmt.Errorf("read roster: %w", ErrNoSheet)
}

// betterThan prefers a sheet that people see, then more fields, then more rows.
func (l *layout) betterThan(o *layout) bool {
	if l.sheet.Hidden != o.sheet.Hidden {
		return o.sheet.Hidden
	}
	if len(l.at) != len(o.at) {
		return len(l.at) > len(o.at)
	}
	return len(l.sheet.Rows) > len(o.sheet.Rows)
}

func readRoster(b *Book, l *layout, today org.Date) *Roster {
	out := &Roster{Sheet: l.sheet.Name, Header: l.header + 1, Columns: l.columns, Findings: l.findings()}
	out.Rows = make([]Row, 0, max(0, len(l.sheet.Rows)-l.start))
	rd := newReader(b, l, today)
	footer := false
	for n := l.start; n < len(l.sheet.Rows); n++ {
		cells := l.sheet.Rows[n]
		switch {
		case len(cells) == 0 || l.repeated(cells):
		case footer:
			if rd.personal(n) {
				out.Findings = append(out.Findings, l.finding(n, -1, "", AfterFooter, Doubt))
			}
		case l.footer(cells) && !rd.personal(n):
			footer = true
		default:
			rd.addRow(out, n)
		}
	}
	out.Findings = append(out.Findings, l.headless(out.Rows)...)
	markTwins(out.Rows)
	if branches(out.Rows) > 1 {
		out.Findings = append(out.Findings, l.finding(l.header, l.column(FieldBranch), FieldBranch, BranchOther, Note))
	}
	return out
}

// findings tells of the columns that were not read.
func (l *layout) findings() []Finding {
	var out []Finding
	for _, c := range l.columns {
		switch {
		case c.Field == "":
			out = append(out, l.finding(l.header, c.Col-1, "", ColumnAlien, Note))
		case l.column(c.Field) != c.Col-1:
			out = append(out, l.finding(l.header, c.Col-1, c.Field, ColumnTwice, Note))
		}
	}
	if l.sheet.Wide {
		out = append(out, l.finding(l.header, MaxCols, "", ColumnsCut, Note))
	}
	return out
}

// headless tells of columns that have content beside persons and no heading.
func (l *layout) headless(rows []Row) []Finding {
	var out []Finding
	has := make([]bool, MaxCols)
	for _, c := range l.columns {
		has[c.Col-1] = true
	}
	for i := range rows {
		for c, s := range l.sheet.Rows[rows[i].Line-1] {
			if !has[c] && !blank(s) {
				has[c] = true
				out = append(out, l.finding(l.header, c, "", ColumnAlien, Note))
			}
		}
	}
	return out
}

func branches(rows []Row) int {
	seen := map[string]bool{}
	for i := range rows {
		if b := rows[i].Branch; b != "" {
			seen[b] = true
		}
	}
	return len(seen)
}

// markTwins tells of rows that give one person twice. With the same ID number
// only the first is imported; with the same name and birth a person decides,
// unless both have ID numbers and these differ.
func markTwins(rows []Row) {
	type key struct {
		name string
		born org.Partial
	}
	byID, byBirth := map[string]int{}, map[key]int{}
	for i := range rows {
		p := &rows[i].Person
		if p.IDNumber != "" {
			if first, ok := byID[p.IDNumber]; ok {
				rows[first].mark(IDTwice, FieldIDNumber, Note)
				rows[i].mark(IDTwice, FieldIDNumber, Error)
				continue
			}
			byID[p.IDNumber] = i
		}
		if p.Name == "" || p.Born == "" {
			continue
		}
		first, ok := byBirth[key{p.Name, p.Born}]
		if !ok {
			byBirth[key{p.Name, p.Born}] = i
		} else if p.IDNumber == "" || rows[first].Person.IDNumber == "" {
			rows[first].mark(NameBornTwice, FieldName, Note)
			rows[i].mark(NameBornTwice, FieldName, Note)
		}
	}
}

// mark adds a finding once.
func (r *Row) mark(k FindingKind, f Field, s Severity) {
	for _, old := range r.Findings {
		if old.Kind == k && old.Field == f {
			return
		}
	}
	r.Findings = append(r.Findings, r.from.finding(r.Line-1, r.from.column(f), f, k, s))
}
