package sheet

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"branchbook/store/org"
)

// reader turns the rows of one sheet into persons.
type reader struct {
	*layout
	today   org.Date
	epoch04 bool
	tens    map[Field]bool // date columns in which a month 10 kept its zero
	rounded bool           // some ID number in the sheet has been rounded
	codes   codeList
	spread  map[[2]int]string // merged cells below the headings: 党小组, 所在党支部

	n   int // the row at hand
	row *Row
}

func newReader(b *Book, l *layout, today org.Date) *reader {
	rd := &reader{layout: l, today: today, epoch04: b.Epoch04, tens: map[Field]bool{}, spread: map[[2]int]string{}}
	for n := l.start; n < len(l.sheet.Rows); n++ {
		for _, f := range []Field{FieldBorn, FieldJoined, FieldFullFrom} {
			if s := l.sheet.cell(n, l.column(f)); len(s) == 7 && s[4:] == ".10" {
				rd.tens[f] = true
			}
		}
		rd.rounded = rd.rounded || idFault(idText(l.sheet.cell(n, l.column(FieldIDNumber))), today, false) == IDRounded
		rd.codes.see(l.sheet.cell(n, l.column(FieldEducation)))
	}
	rd.spreadMerges()
	return rd
}

// spreadMerges gives each row of a cell merged downwards its value, where one
// cell for several people makes sense.
func (rd *reader) spreadMerges() {
	for _, f := range []Field{FieldGroup, FieldBranch} {
		for _, c := range rd.at[f] {
			for _, m := range rd.sheet.merges {
				if m.top < rd.start || m.left != c || m.right != c || len(rd.spread) > 2*MaxRows {
					continue
				}
				for n := m.top + 1; n <= min(m.bottom, len(rd.sheet.Rows)-1); n++ {
					rd.spread[[2]int{n, c}] = rd.sheet.cell(m.top, c)
				}
			}
		}
	}
}

// addRow reads row n into the roster, or says that it is no person.
func (rd *reader) addRow(out *Roster, n int) {
	row := Row{Line: n + 1, from: rd.layout}
	rd.n, rd.row = n, &row
	if rd.raw(FieldName) == "" {
		facts := rd.facts()
		switch {
		case facts >= 2:
			row.mark(NameMissing, FieldName, Error)
			out.Rows = append(out.Rows, row)
		case facts == 1 || !rd.onlyNumber():
			out.Findings = append(out.Findings, rd.finding(n, -1, "", Skipped, Note))
		}
		return
	}
	rd.readName()
	rd.readIdentity()
	rd.readTexts()
	rd.readMembership()
	rd.readContact()
	out.Rows = append(out.Rows, row)
}

// facts counts the fields that tell something about one person.
func (rd *reader) facts() int {
	n := 0
	for f := range rd.at {
		switch f {
		case FieldNumber, FieldGroup, FieldBranch, FieldPartyAge:
		default:
			if rd.raw(f) != "" {
				n++
			}
		}
	}
	return n
}

// onlyNumber tells a row of an empty form: numbered, perhaps with the branch.
func (rd *reader) onlyNumber() bool {
	for c, s := range rd.sheet.Rows[rd.n] {
		if !blank(s) && !slices.Contains(rd.at[FieldNumber], c) && !slices.Contains(rd.at[FieldBranch], c) && !slices.Contains(rd.at[FieldGroup], c) {
			return false
		}
	}
	return true
}

// personal tells whether a row below the footer looks like one more person:
// signatures have a name too, but no ID number, sex or category.
func (rd *reader) personal(n int) bool {
	rd.n = n
	if rd.raw(FieldName) == "" {
		return false
	}
	_, notSex := org.ParseSex(rd.raw(FieldSex))
	_, notCategory := org.ParseSpellValue(org.SpellCategory, rd.raw(FieldCategory))
	return notSex == nil || notCategory == nil || len(rd.raw(FieldIDNumber)) >= 15
}

// raw returns the field's text, from the first of its columns that has one.
func (rd *reader) raw(f Field) string { s, _ := rd.find(f); return s }

func (rd *reader) find(f Field) (string, int) {
	for _, c := range rd.at[f] {
		s := rd.sheet.cell(rd.n, c)
		if s == "" {
			s = rd.spread[[2]int{rd.n, c}]
		}
		if s = tidy(s); !nothing(s) {
			return s, c
		}
	}
	return "", -1
}

// take returns the field's text if it can be used at all.
func (rd *reader) take(f Field) string {
	s, c := rd.find(f)
	switch {
	case errorValue(s):
		rd.tell(c, f, CellError, Doubt)
		return ""
	case strings.ContainsRune(s, utf8.RuneError):
		rd.tell(c, f, Garbled, Doubt)
		return ""
	}
	return s
}

// tell adds a finding about the row at hand.
func (rd *reader) tell(col int, f Field, k FindingKind, s Severity) {
	rd.row.Findings = append(rd.row.Findings, rd.finding(rd.n, col, f, k, s))
}

// doubt adds a finding about a field of the row at hand.
func (rd *reader) doubt(f Field, k FindingKind) {
	_, c := rd.find(f)
	if c < 0 {
		c = rd.column(f)
	}
	s := Doubt
	if k == Masked {
		s = Note
	}
	rd.tell(c, f, k, s)
}

func (rd *reader) readName() {
	name := org.TidyName(rd.take(FieldName))
	if name == "" || utf8.RuneCountInString(name) > org.MaxName {
		rd.tell(rd.column(FieldName), FieldName, NameUnusable, Error)
		return
	}
	if strings.IndexFunc(name, oddInName) >= 0 {
		rd.tell(rd.column(FieldName), FieldName, NameOdd, Note)
	}
	rd.row.Person.Name = name
}

func oddInName(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) && !strings.ContainsRune("· .'-〇", r)
}

// readTexts reads the fields that are words of any kind.
func (rd *reader) readTexts() {
	p := &rd.row.Person
	for _, t := range []struct {
		f   Field
		to  *string
		max int
	}{
		{FieldDegree, &p.Degree, org.MaxName}, {FieldStratum, &p.Stratum, org.MaxLine}, {FieldJob, &p.Job, org.MaxLine},
		{FieldExpert, &p.Expert, org.MaxLine}, {FieldAddress, &p.Address, org.MaxLine}, {FieldHousehold, &p.Household, org.MaxLine},
		{FieldJoinType, &p.JoinType, org.MaxLine}, {FieldConfirmed, &p.Confirmed, org.MaxLine}, {FieldJoinedAt, &p.JoinedAt, org.MaxLine},
		{FieldExtended, &p.Extended, org.MaxLine}, {FieldNote, &p.Note, org.MaxText},
		{FieldGroup, &rd.row.Group, org.MaxName}, {FieldPost, &rd.row.Post, org.MaxLine}, {FieldBranch, &rd.row.Branch, org.MaxLine},
	} {
		*t.to = rd.text(t.f, t.max)
	}
	rd.readCodes()
}

// text returns a field's words if they are not longer than max characters.
func (rd *reader) text(f Field, max int) string {
	s := rd.take(f)
	if len(s) > max && utf8.RuneCountInString(s) > max {
		rd.doubt(f, TooLong)
		return ""
	}
	return s
}

// readCodes reads the fields that may be codes or words.
func (rd *reader) readCodes() {
	p := &rd.row.Person
	if s := rd.text(FieldNation, org.MaxName); s != "" {
		var ok bool
		if p.Nation, ok = nation(s); !ok {
			rd.doubt(FieldNation, CodeAlien)
		}
	}
	if s := rd.text(FieldEducation, org.MaxName); s != "" {
		var fault FindingKind
		if p.Education, fault = rd.codes.education(s); fault != "" {
			rd.doubt(FieldEducation, fault)
		}
	}
	switch a, rest := yesNo(rd.take(FieldMigrant)); {
	case a == yes:
		p.Migrant = "是"
	case a == no:
		p.Migrant = "否"
	case rest != "":
		rd.doubt(FieldMigrant, WordAlien)
	}
	if s := rd.take(FieldSeniority); s != "" {
		n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimRight(squeeze(half(s)), "个月"), ".0"))
		if err != nil || n < -1200 || n > 1200 {
			rd.doubt(FieldSeniority, NumberOdd)
			return
		}
		p.Seniority = n
	}
}

// readContact reads the phone.
func (rd *reader) readContact() {
	s := rd.text(FieldPhone, org.MaxName)
	number, fault := phones(s)
	if fault != "" {
		rd.doubt(FieldPhone, fault)
	}
	rd.row.Person.Phone = number
}
