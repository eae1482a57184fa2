package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"github.com/xuri/excelize/v2"

	"branchbook/rules"
	"branchbook/store"
	"branchbook/store/org"
	"branchbook/ui/kit"
)

// hoursBook is a branch of five: its secretary, a member, one who is exempt, one
// who is away, and one who left in June. In March 2026 the secretary and the
// member were at a training of a day (8 学时), in May the member at a theme day
// of 90 minutes; in 2025 there was one theme day.
func hoursBook(t testing.TB) *Book {
	t.Helper()
	b := emptyBook(t)
	head := somebody("1", "张德厚", org.Spell{Kind: org.SpellPost, Value: org.Secretary, From: "2024-03-10"})
	left := somebody("5", "马占山")
	left.Spells[0].To, left.Spells[0].Ended = "2026-06-01", org.EndedMoved
	for _, p := range []*org.Person{head, somebody("2", "李秀兰"), somebody("3", "周永福", org.Spell{Kind: org.SpellExemption, Value: org.ExemptIll, From: "2025-01-01"}),
		somebody("4", "郑国栋", org.Spell{Kind: org.SpellFloating, Value: org.FloatOut, From: "2025-01-01"}), left} {
		if _, err := b.Store.SavePerson(p); err != nil {
			t.Fatal(err)
		}
	}
	heldFor(t, b, org.Part{Kind: org.Training, Date: org.NewDate(2026, 3, 5), Length: org.FullDay}, "1", "2")
	heldFor(t, b, org.Part{Kind: org.ThemeDay, Date: org.NewDate(2026, 5, 20), Minutes: 90}, "2")
	heldFor(t, b, org.Part{Kind: org.ThemeDay, Date: org.NewDate(2025, 5, 20), Minutes: 60}, "2")
	return b
}

// held records an activity of one part at which some were there.
func heldFor(t testing.TB, b *Book, p org.Part, present ...org.PersonID) {
	t.Helper()
	y, err := b.Year(p.Date.Year())
	if err != nil {
		t.Fatal(err)
	}
	p.Audience = org.Audience{Kind: org.ForAll}
	a := &org.Activity{ID: store.NewActivityID(), State: org.Held, Title: "学习", Level: org.LevelBranch, Parts: []org.Part{p}}
	var said []rules.Said
	for _, id := range present {
		said = append(said, rules.Said{Person: id, Status: org.Present})
	}
	a.Attendance = rules.Attend(y.Pack, y.Snapshot, a, said, org.Absent)
	if _, err := b.Store.RecordActivity(a); err != nil {
		t.Fatal(err)
	}
}

func studyYear(t testing.TB, b *Book, year int) *hoursYear {
	t.Helper()
	h, err := loadHours(b, year)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// rowWords is a row as one line: name, tag, what counted, is due and is short,
// and the months with anything.
func rowWords(r *hoursRow) string {
	line := strings.Join([]string{r.name, r.word, r.counted.String(), dueText(r), shortCell(r).Text}, " ")
	for m, h := range r.months {
		if h != 0 {
			line += fmt.Sprintf(" %d月%s", m+1, h)
		}
	}
	return line
}

func TestHoursStandInRosterOrderWithWhatIsShort(t *testing.T) {
	h := studyYear(t, hoursBook(t), 2026)
	var got []string
	for i := range h.rows {
		got = append(got, rowWords(&h.rows[i]))
	}
	want := []string{"张德厚 书记 8 56 48 3月8", "李秀兰  9.5 32 22.5 3月8 5月1.5", "周永福 免修 0 — —", "郑国栋 流动 0 32 32", "马占山 已离开 0 — —"}
	if !slices.Equal(got, want) {
		t.Errorf("rows\n%q, want\n%q", got, want)
	}
	if counts := h.counts(); !slices.Equal(counts, []int{5, 3, 1, 1, 1}) {
		t.Errorf("counts %v", counts)
	}
	if only := h.pick(exemptOnes); len(only) != 1 || only[0].name != "周永福" {
		t.Errorf("不作硬性要求: %+v", only)
	}
}

func TestHoursNameTheClausesAndThatThePlanIsOver(t *testing.T) {
	note := studyYear(t, hoursBook(t), 2026).note()
	for _, want := range []string{"实施意见》第15条", "工作条例》第20条", "已满，请核对新规定。"} {
		if !strings.Contains(note, want) {
			t.Errorf("the note lacks %s: %s", want, note)
		}
	}
}

func TestThePastYearIsToldAsOfItsEnd(t *testing.T) {
	b := hoursBook(t)
	h := studyYear(t, b, 2025)
	if h.span.Day != org.NewDate(2025, 12, 31) || h.spanWords() != "全年" || h.rows[1].counted != org.Hour {
		t.Errorf("2025 as of %s, %s, %s", h.span.Day, h.spanWords(), h.rows[1].counted)
	}
	if now := studyYear(t, b, 2026); now.first != 2025 || now.spanWords() != "1月1日至11月23日" {
		t.Errorf("first year %d, %s", now.first, now.spanWords())
	}
}

func openHours(t testing.TB, b *Book) (*Window, *hours) {
	t.Helper()
	w := openWindow(t, b)
	w.open(atHours)
	return w, w.now.(*hours)
}

func TestOnlyThoseShortAreSortedByWhatTheyOwe(t *testing.T) {
	w, s := openHours(t, hoursBook(t))
	if s.view.table.Columns[hoursShort].Sort != nil {
		t.Error("everybody can be sorted by what is short")
	}
	tapsOn(t, w, "还差 3")
	s.view.table.SortBy(hoursShort, true)
	if first := s.rows[s.view.table.Row(0)].name; first != "张德厚" {
		t.Errorf("the first is %s", first)
	}
	tapsOn(t, w, "全部 5")
	if col, _ := s.view.table.Sorted(); col != -1 || s.view.table.Columns[hoursShort].Sort != nil {
		t.Errorf("everybody stands sorted by column %d", col)
	}
}

func TestTheYearIsSwitchedAndARowOpensThePerson(t *testing.T) {
	w, s := openHours(t, hoursBook(t))
	tapsOn(t, w, "‹ 2025")
	if s.data.span.Year != 2025 || !readsOn(w, "2025年 · 全年") {
		t.Errorf("shows %d", s.data.span.Year)
	}
	tapsOn(t, w, "2026 ›")
	w.win.Canvas().Focus(s.view.table)
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn} {
		s.view.table.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if _, ok := w.now.(*person); !ok {
		t.Errorf("%T is shown", w.now)
	}
}

func TestTheYearIsPrintedAndSavedAsASpreadsheet(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("LOCALAPPDATA", t.TempDir())
	w, s := openHours(t, hoursBook(t))
	var shown string
	w.opt.OpenFile = func(path string) error { shown = path; return nil }
	tapsOn(t, w, "打印统计表")
	if text := pdfWords(t, shown); !strings.Contains(text, "柳树村党支部2026年度学时统计表") || !strings.Contains(text, "李秀兰") {
		t.Errorf("printed: %s", text)
	}
	dir := t.TempDir()
	w.prefer(func(p *Prefs) { p.Folder = dir })
	s.export()
	tapsOn(t, w, "用“"+filepath.Base(dir)+"”")
	book, err := excelize.OpenFile(filepath.Join(dir, "2026年度学时统计表.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	if name, err := book.GetCellValue("学时统计", "B5"); err != nil || name != "李秀兰" {
		t.Errorf("B5 is %s, %v", name, err)
	}
}

func TestASavedFileIsReplacedOnlyAfterAsking(t *testing.T) {
	w, s := openHours(t, hoursBook(t))
	dir := t.TempDir()
	path := filepath.Join(dir, "2026年度学时统计表.xlsx")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	size := func() int64 {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		return info.Size()
	}
	w.prefer(func(p *Prefs) { p.Folder = dir })
	s.export()
	tapsOn(t, w, "用“"+filepath.Base(dir)+"”")
	if size() != 4 {
		t.Fatal("replaced without asking")
	}
	tapsOn(t, w, "不代替")
	if size() != 4 {
		t.Error("replaced though it was not to be")
	}
	s.export()
	tapsOn(t, w, "用“"+filepath.Base(dir)+"”")
	tapsOn(t, w, "代替旧文件")
	if size() == 4 {
		t.Error("not replaced")
	}
}

func TestALaptopShowsAllMonthsAndLargeLettersTheNewest(t *testing.T) {
	w, _ := openHours(t, demoBook(t, 38))
	heads := func() (months int) {
		everySeen(w, func(o fyne.CanvasObject) {
			if c, ok := o.(*canvas.Text); ok && c.TextSize == kit.LabelSize && c.Alignment == fyne.TextAlignCenter {
				if n, err := strconv.Atoi(c.Text); err == nil && n >= 1 && n <= 12 {
					months |= 1 << n
				}
			}
		})
		return months
	}
	if got := heads(); got != 1<<13-2 {
		t.Errorf("at 1366 the months %b", got)
	}
	w.win.Resize(fyne.NewSize(975, 497))
	if got := heads(); got&(1<<11) == 0 || got&(1<<12|1<<1) != 0 {
		t.Errorf("at 975 the months %b", got)
	}
}

func TestHoursOfNobodySayHowToBegin(t *testing.T) {
	w, _ := openHours(t, emptyBook(t))
	if !readsOn(w, "还没有需要统计学时的党员") {
		t.Error("the empty page says nothing")
	}
	tapsOn(t, w, "导入花名册")
	if _, ok := w.now.(*intakePage); !ok {
		t.Errorf("%T is shown", w.now)
	}
}

func TestHoursForTheEye(t *testing.T) {
	dir := os.Getenv("PICTURES")
	if dir == "" {
		t.Skip("PICTURES names no folder")
	}
	for name, book := range map[string]*Book{"empty": emptyBook(t), "38": demoBook(t, 38), "500": demoBook(t, 500)} {
		w := openWindow(t, book)
		w.open(atHours)
		picture(t, w, dir+"/hours-"+name+".png")
		w.win.Resize(fyne.NewSize(975, 497))
		picture(t, w, dir+"/hours-"+name+"-huge.png")
	}
}
