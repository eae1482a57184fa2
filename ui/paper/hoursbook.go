package paper

import (
	"fmt"
	"io"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"branchbook/rules"
	"branchbook/store/org"
)

const (
	hoursTab = "学时统计"
	headRow  = 3
)

var bookColumns = []struct {
	title string
	width float64 // in characters
}{
	{"序号", 6}, {"姓名", 14}, {"人员类别", 10}, {"职务", 14}, {"应修学时", 9}, {"集中培训学时", 13}, {"集体学习学时", 13}, {"合计", 8}, {"集中培训次数", 13}, {"是否达标", 9}, {"还差", 8}, {"备注", 22},
}

// HoursBook writes the same table as HoursTable as a spreadsheet (xlsx): what is
// handed up where nobody has the program. Amounts are numbers with at most two
// decimals; no text can become a formula; no ID number or phone is in it.
func HoursBook(w io.Writer, s *org.Snapshot, hours []rules.PersonHours, year rules.HoursSpan) error {
	b := &book{File: excelize.NewFile()}
	defer b.Close()
	b.do(b.SetSheetName("Sheet1", hoursTab))
	b.page()
	b.styles()
	b.titles(hoursTitle(s, year.Year), hoursUntil(year))
	row := headRow + 1
	for _, r := range hoursRows(s, hours, year) {
		b.person(row, &r)
		row++
	}
	if len(hours) == 0 {
		b.wideText(row, nobody, b.body)
		row++
	}
	for _, n := range notices(hours) {
		b.wideText(row, n, b.left)
		row++
	}
	b.wideText(row+1, "支部书记（签字）：　　　　　　　　填表人（签字）：　　　　　　　　填表日期：", b.left)
	if b.err == nil {
		b.err = b.Write(w)
	}
	if b.err != nil {
		return fmt.Errorf("make xlsx: %w", b.err)
	}
	return nil
}

// book keeps the first error, since every call may give one.
type book struct {
	*excelize.File
	err                     error
	title, left, head, body int
}

func (b *book) do(err error) {
	if b.err == nil {
		b.err = err
	}
}

func (b *book) page() {
	landscape, paper, across, down := "landscape", 9, 1, 0 // 9 is A4; as many sheets down as it takes
	fit := true
	b.do(b.SetPageLayout(hoursTab, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &paper, FitToWidth: &across, FitToHeight: &down}))
	b.do(b.SetSheetProps(hoursTab, &excelize.SheetPropsOptions{FitToPage: &fit}))
	inch := func(millimetres float64) *float64 { v := millimetres / 25.4; return &v }
	b.do(b.SetPageMargins(hoursTab, &excelize.PageLayoutMarginsOptions{Left: inch(15), Right: inch(15), Top: inch(18), Bottom: inch(16), Header: inch(8), Footer: inch(8), Horizontally: &fit}))
	b.do(b.SetHeaderFooter(hoursTab, &excelize.HeaderFooterOptions{OddFooter: "&C第 &P 页 共 &N 页"}))
	b.do(b.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("%s!$%d:$%d", hoursTab, headRow, headRow), Scope: hoursTab}))
	b.do(b.SetPanes(hoursTab, &excelize.Panes{Freeze: true, XSplit: 2, YSplit: headRow, TopLeftCell: at(3, headRow+1), ActivePane: "bottomRight"}))
	for i, c := range bookColumns {
		name, err := excelize.ColumnNumberToName(i + 1)
		b.do(err)
		b.do(b.SetColWidth(hoursTab, name, name, c.width))
	}
}

func (b *book) styles() {
	const face = "宋体"
	var borders []excelize.Border
	for _, side := range []string{"left", "top", "right", "bottom"} {
		borders = append(borders, excelize.Border{Type: side, Color: "000000", Style: 1})
	}
	add := func(s excelize.Style) int {
		id, err := b.NewStyle(&s)
		b.do(err)
		return id
	}
	middle := &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}
	b.title = add(excelize.Style{Font: &excelize.Font{Family: face, Size: 16, Bold: true}, Alignment: middle})
	b.left = add(excelize.Style{Font: &excelize.Font{Family: face, Size: 11}, Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}})
	b.head = add(excelize.Style{Font: &excelize.Font{Family: face, Size: 11, Bold: true}, Alignment: middle, Border: borders})
	b.body = add(excelize.Style{Font: &excelize.Font{Family: face, Size: 11}, Alignment: middle, Border: borders})
}

func (b *book) titles(title, until string) {
	b.wideText(1, title, b.title)
	b.do(b.SetRowHeight(hoursTab, 1, 32))
	b.wideText(2, until+"　　单位：学时", b.left)
	for i, c := range bookColumns {
		b.do(b.SetCellStr(hoursTab, at(i+1, headRow), c.title))
	}
	b.do(b.SetCellStyle(hoursTab, at(1, headRow), at(len(bookColumns), headRow), b.head))
	b.do(b.SetRowHeight(hoursTab, headRow, 34))
}

// wideText writes one text over the whole width.
func (b *book) wideText(row int, text string, style int) {
	from, to := at(1, row), at(len(bookColumns), row)
	b.do(b.MergeCell(hoursTab, from, to))
	b.do(b.SetCellStr(hoursTab, from, harmless(text)))
	b.do(b.SetCellStyle(hoursTab, from, to, style))
}

func (b *book) person(row int, r *hoursRow) {
	target, short := any("—"), any("—")
	if r.owes {
		target, short = number(r.target), number(r.short)
	}
	values := []any{r.number, r.name, r.category, r.posts, target, number(r.training), number(r.study), number(r.total), r.trainings, r.metWord(), short, r.note}
	lines := 1
	for i, v := range values {
		if text, ok := v.(string); ok {
			b.do(b.SetCellStr(hoursTab, at(i+1, row), harmless(text)))
			lines = max(lines, linesIn(text, bookColumns[i].width))
			continue
		}
		b.do(b.SetCellValue(hoursTab, at(i+1, row), v))
	}
	b.do(b.SetRowHeight(hoursTab, row, 4+15*float64(lines)))
	b.do(b.SetCellStyle(hoursTab, at(1, row), at(len(bookColumns), row), b.body))
}

// linesIn is how many lines a text takes in a column so many characters wide:
// not every program makes a row higher by itself.
func linesIn(text string, width float64) int {
	used := 0.0
	for _, r := range text {
		used++
		if r > unicode.MaxLatin1 {
			used++
		}
	}
	return max(1, int(math.Ceil(used/(width-1))))
}

// number is an amount with two decimals, the one float of the program: a
// spreadsheet has no other numbers.
func number(h org.Hours) float64 {
	return float64((h*100+org.Hour/2)/org.Hour) / 100
}

// harmless puts an apostrophe before what a spreadsheet would run once somebody
// edits the cell, or saves the sheet as text.
func harmless(text string) string {
	if first, _ := utf8.DecodeRuneInString(text); strings.ContainsRune("=+-@＝＋－＠\t\r", first) {
		return "'" + text
	}
	return text
}

func at(column, row int) string {
	name, _ := excelize.CoordinatesToCellName(column, row)
	return name
}
