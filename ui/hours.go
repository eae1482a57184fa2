package ui

import (
	"cmp"
	"fmt"
	"io"
	"strconv"

	"fyne.io/fyne/v2"

	"branchbook/store/org"
	"branchbook/ui/kit"
	"branchbook/ui/paper"
)

// hours is everybody's study of a year.
type hours struct {
	page
	year   int // the one that is shown; 0: the one that runs
	filter hoursFilter
	data   *hoursYear
	rows   []hoursRow
	out    kit.Lane // printing and exporting
	view   *hoursView
}

func newHours(w *Window) *hours {
	return &hours{page: newPage(w)}
}

func (s *hours) place() place { return atHours }

func (s *hours) head() head {
	h := head{title: "学时"}
	if s.data == nil {
		return h
	}
	h.note = fmt.Sprintf("%d年 · %s", s.data.span.Year, s.data.spanWords())
	if b := s.closeButton(); b != nil {
		h.actions = append(h.actions, b)
	}
	if s.data.span.Year > s.data.first {
		h.actions = append(h.actions, kit.NewSmall("‹ "+strconv.Itoa(s.data.span.Year-1), func() { s.turn(s.data.span.Year - 1) }))
	}
	if s.data.first == s.data.this {
		return h // no other year to turn to
	}
	here := kit.NewSmall(strconv.Itoa(s.data.span.Year), nil)
	here.Choose(true)
	h.actions = append(h.actions, here)
	if s.data.span.Year < s.data.this {
		h.actions = append(h.actions, kit.NewSmall(strconv.Itoa(s.data.span.Year+1)+" ›", func() { s.turn(s.data.span.Year + 1) }))
	}
	return h
}

func (s *hours) turn(year int) {
	s.year = year
	s.reload()
}

func (s *hours) reload() {
	year := s.year
	load(&s.page, func(b *Book) (*hoursYear, error) { return loadHours(b, year) }, s.show)
}

// show puts a loaded year on the screen.
func (s *hours) show(h *hoursYear) {
	s.data = h
	if len(h.rows) == 0 {
		s.view = nil
		s.put(s.nobody())
		s.w.titled(s)
		return
	}
	if s.view == nil || s.view.year != h.span.Year {
		s.view = newHoursView(s)
	}
	s.view.fill()
	s.put(s.view.body)
	s.w.titled(s)
}

func (s *hours) nobody() fyne.CanvasObject {
	button := kit.NewPrimary("导入花名册", s.w.intake)
	words := "花名册里有了党员，这里就按人列出全年学时。"
	if s.data.span.Year != s.data.this {
		button, words = nil, "这一年没有在册党员的记录。"
	}
	return kit.Pad(0, kit.PageEdge, kit.Gap, kit.PageEdge, kit.Panel(kit.Empty("还没有需要统计学时的党员", words, button)))
}

// choose puts a filter in force.
func (s *hours) choose(f hoursFilter) {
	s.filter = f
	s.view.fill()
}

func (s *hours) print() {
	year := s.data.span.Year
	s.w.printOut(&s.out, fmt.Sprintf("%d年度学时统计表", year), s.data.names(), func(b *Book, out io.Writer) ([]rune, error) {
		y, err := b.StudyYear(year)
		if err != nil {
			return nil, err
		}
		return paper.HoursTable(out, y.Snapshot, y.Hours(), y.Span())
	})
}

func (s *hours) export() {
	year := s.data.span.Year
	s.w.saveOut(&s.out, "统计表存到哪个文件夹", hoursBookName(year), func(b *Book, out io.Writer) error { return writeHoursBook(b, year, out) })
}

func hoursBookName(year int) string { return fmt.Sprintf("%d年度学时统计表.xlsx", year) }

// writeHoursBook writes the spreadsheet of a year of hours, 0 for the one that
// runs.
func writeHoursBook(b *Book, year int, out io.Writer) error {
	y, err := b.StudyYear(year)
	if err != nil {
		return err
	}
	return paper.HoursBook(out, y.Snapshot, y.Hours(), y.Span())
}

// byShort compares two shown rows by what is still owed.
func (s *hours) byShort(a, b int) int { return cmp.Compare(s.rows[a].short, s.rows[b].short) }

// hoursText is an amount in a month's cell: · for none.
func hoursText(h org.Hours) string {
	if h == 0 {
		return "·"
	}
	return h.String()
}
