package sheet

import (
	"errors"

	"branchbook/store/org"
)

// readIdentity reads ID number, sex and birth, and sets them against each
// other: what the sheet leaves blank comes from a good ID number, and what
// contradicts it is left out.
func (rd *reader) readIdentity() {
	p := &rd.row.Person
	rd.readID()
	if s := rd.take(FieldSex); s != "" {
		var err error
		if p.Sex, err = org.ParseSex(squeeze(half(s))); err != nil {
			rd.doubt(FieldSex, WordAlien)
		}
	}
	p.Born = rd.date(FieldBorn)
	if p.IDNumber == "" {
		return
	}
	switch sex := org.IDSex(p.IDNumber); p.Sex {
	case "":
		p.Sex = sex
	case sex:
	default:
		p.Sex = ""
		rd.doubt(FieldSex, SexOtherID)
	}
	born := org.IDBorn(p.IDNumber)
	if p.Born == "" || p.Born.First() <= born && born <= p.Born.Last() {
		p.Born = born.Partial()
		return
	}
	p.Born = ""
	rd.doubt(FieldBorn, BornOtherID)
}

func (rd *reader) readID() {
	s := idText(rd.take(FieldIDNumber))
	if s == "" {
		return
	}
	switch fault := idFault(s, rd.today, rd.rounded); fault {
	case "":
		rd.row.Person.IDNumber = s
	case IDCheck:
		rd.row.OddID = s
		rd.doubt(FieldIDNumber, fault)
	default:
		rd.doubt(FieldIDNumber, fault)
	}
}

// date reads a date that lies not after today.
func (rd *reader) date(f Field) org.Partial {
	s := rd.take(f)
	if s == "" {
		return ""
	}
	return rd.parse(f, s)
}

func (rd *reader) parse(f Field, s string) org.Partial {
	p, err := ParseDate(s, rd.epoch04)
	fault := FindingKind("")
	switch {
	case p != "" && p.First() > rd.today:
		fault = DateFuture
	case errors.Is(err, ErrMonthDouble) && rd.tens[f]:
		return p + "-01"
	case errors.Is(err, ErrMonthDouble):
		rd.doubt(f, DateMonthDouble)
		return p
	case errors.Is(err, ErrDateNone):
		fault = DateNone
	case err != nil:
		fault = DateUnread
	default:
		return p
	}
	rd.doubt(f, fault)
	return ""
}
