package sheet

import "github.com/xuri/excelize/v2"

// Finding is one thing about a cell, a row or the sheet that a person should
// know. It says where and what kind, never what the cell holds.
type Finding struct {
	Sheet    string
	Row, Col int    // 1-based; 0 where the finding is about the whole sheet or row
	Cell     string // "D7", "" if there is no single cell
	Kind     FindingKind
	Field    Field
	Severity Severity
}

// Severity says what became of the row or the value.
type Severity string

// The severities.
const (
	Error Severity = "error" // the row cannot be imported
	Doubt Severity = "doubt" // the value was left out
	Note  Severity = "note"  // taken as it stands, or nothing to take
)

// FindingKind is a stable word; package ui/say has the sentence.
type FindingKind string

// About a row.
const (
	NameMissing   FindingKind = "name_missing"    // a row with facts and no name
	NameUnusable  FindingKind = "name_unusable"   // a name too long, or not readable
	NameOdd       FindingKind = "name_odd"        // a name with digits, brackets or such; taken as written
	IDTwice       FindingKind = "id_twice"        // the same ID number on another row; the later row is not imported
	NameBornTwice FindingKind = "name_born_twice" // the same name and birth on another row, not told apart by ID numbers
	Skipped       FindingKind = "skipped"         // a row with words that is neither a person nor a footer
	AfterFooter   FindingKind = "after_footer"    // looks like a person, stands below the footer, was not read
	PersonUnsure  FindingKind = "not_sure"        // may be somebody on file; for the caller, who knows the file
	PostUndated   FindingKind = "post_needs_date" // a post, which a roster gives without its date; for the caller
)

// About a cell of any kind.
const (
	Garbled    FindingKind = "garbled"     // characters that could not be decoded
	CellError  FindingKind = "cell_error"  // an error value of the spreadsheet, such as #REF!
	TooLong    FindingKind = "too_long"    // longer than the field allows
	Masked     FindingKind = "masked"      // partly hidden with ***; never overwrites
	CodeAlien  FindingKind = "code_alien"  // a code that the code list has not
	CodeDouble FindingKind = "code_double" // a code that means different things in the old and the new list
	WordAlien  FindingKind = "word_alien"  // none of the words allowed: 性别, 人员类别, 党籍状态, 是 or 否
	NumberOdd  FindingKind = "number_odd"  // 党龄校正值 is no whole number of months
)

// About dates.
const (
	DateUnread      FindingKind = "date_unread"       // not a date in any usual way of writing
	DateNone        FindingKind = "date_none"         // the calendar has no such day
	DateFuture      FindingKind = "date_future"       // later than today
	DateMonthDouble FindingKind = "date_month_double" // 1985.1 may be January, or October that lost its zero; the year was taken
	DatesOrder      FindingKind = "dates_order"       // before what must come first: birth, joining, 转正; both dates of membership left out
)

// About ID numbers and phones.
const (
	IDForm       FindingKind = "id_form"       // not 18 characters of the right form
	IDOld        FindingKind = "id_old"        // 15 digits, of before 1999
	IDDate       FindingKind = "id_date"       // its date of birth does not exist or lies ahead
	IDCheck      FindingKind = "id_check"      // wrong check digit; kept aside in Row.OddID
	IDRounded    FindingKind = "id_rounded"    // kept as a number, so that the spreadsheet has lost the last digits
	SexOtherID   FindingKind = "sex_other_id"  // the sex is not the one that the ID number tells
	BornOtherID  FindingKind = "born_other_id" // the birth is not the one that the ID number tells
	PhoneForm    FindingKind = "phone_form"    // not a phone number
	PhoneRounded FindingKind = "phone_rounded" // digits lost by the spreadsheet
)

// About membership.
const (
	CategoryMissing FindingKind = "category_missing"  // neither 人员类别 nor the dates tell what the person is
	CategoryOther   FindingKind = "category_other"    // 人员类别 and 转正日期 contradict each other; the date was left out
	FloatingUnclear FindingKind = "floating_unclear"  // 否 for 流动党员, but a destination or date is given
	LostUnclear     FindingKind = "lost_unclear"      // 否 for 失联党员, but a date is given
	ColumnAlien     FindingKind = "column_alien"      // a heading that is not known, or none; the column was not read
	ColumnTwice     FindingKind = "column_twice"      // a second column for the field; used where the first is blank
	ColumnsCut      FindingKind = "columns_cut"       // content right of MaxCols was not read
	BranchOther     FindingKind = "branch_other"      // the sheet names more than one branch
	IDOther         FindingKind = "id_other"          // on file is another sound ID number; nothing of the row was taken over
	CategoryClash   FindingKind = "category_clash"    // the category on file cannot become the sheet's; not changed
	FullDateMissing FindingKind = "full_date_missing" // 正式党员 in the sheet, 预备党员 on file, and no 转正日期; not changed
	HasLeft         FindingKind = "has_left"          // on file the person has left; belonging and category not changed
	NoLonger        FindingKind = "no_longer"         // on file it holds, the sheet says no longer, without a date; not changed
	SinceMissing    FindingKind = "since_missing"     // begins anew, and the sheet has no date; not added
	Unfit           FindingKind = "unfit"             // does not go together with what is on file; not overwritten
)

// FindingKinds lists every kind, so that none is left without words.
func FindingKinds() []FindingKind {
	return []FindingKind{
		NameMissing, NameUnusable, NameOdd, IDTwice, NameBornTwice, Skipped, AfterFooter, PersonUnsure, PostUndated,
		Garbled, CellError, TooLong, Masked, CodeAlien, CodeDouble, WordAlien, NumberOdd,
		DateUnread, DateNone, DateFuture, DateMonthDouble, DatesOrder,
		IDForm, IDOld, IDDate, IDCheck, IDRounded, SexOtherID, BornOtherID, PhoneForm, PhoneRounded,
		CategoryMissing, CategoryOther, FloatingUnclear, LostUnclear, ColumnAlien, ColumnTwice, ColumnsCut, BranchOther,
		IDOther, CategoryClash, FullDateMissing, HasLeft, NoLonger, SinceMissing, Unfit,
	}
}

// finding makes one at a 0-based place; col -1 for the whole row.
func (l *layout) finding(row, col int, f Field, k FindingKind, s Severity) Finding {
	out := Finding{Sheet: l.sheet.Name, Row: row + 1, Col: col + 1, Kind: k, Field: f, Severity: s}
	if col >= 0 && row >= 0 {
		// The error is for numbers below 1 and beyond the sheet's edge.
		out.Cell, _ = excelize.CoordinatesToCellName(col+1, row+1)
	}
	return out
}

// column is where the field stands, -1 if the sheet has it not.
func (l *layout) column(f Field) int {
	if at := l.at[f]; len(at) > 0 {
		return at[0]
	}
	return -1
}
