package paper

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"branchbook/rules"
	"branchbook/store/org"
)

func TestTheHeadOfTheHoursStandsOnEveryPage(t *testing.T) {
	s, pack := village(t, 200)
	hours := rules.Hours(pack, s, 2026, today)
	pdf, _ := printed(t, func(b *bytes.Buffer) ([]rune, error) { return HoursTable(b, s, hours, year2026(today)) })
	pages := pagesOf(t, pdf)
	if len(pages) < 8 || len(pages) > 10 {
		t.Errorf("%d pages for %d people", len(pages), len(hours))
	}
	for i, p := range pages {
		holds(t, p, "序号姓名人员类别职务应修学时", fmt.Sprintf("第%d页共%d页", i+1, len(pages)))
	}
	all := strings.Join(pages, "")
	for _, r := range hoursRows(s, hours, year2026(today)) {
		if missing, _ := Missing(r.name); len(missing) == 0 {
			holds(t, all, r.name)
		}
	}
	holds(t, all, "统计截至：2026年11月20日", "支部书记（签字）：", hours[0].Notice)
}

func TestARowSaysWhatTheRulesFound(t *testing.T) {
	day := org.NewDate(2026, 12, 31)
	s := &org.Snapshot{Branch: &org.Branch{Name: "石桥村党支部"}, Persons: []*org.Person{
		member("p1", "张三", org.Spell{Kind: org.SpellPost, Value: org.Secretary, From: "2024"}),
		member("p2", "李四", org.Spell{Kind: org.SpellExemption, Value: org.ExemptIll, From: "2025"}),
		{ID: "p3", Name: "王五", Spells: []org.Spell{{Kind: org.SpellBelonging, Began: org.BeganMovedIn, From: "2026-03-01"}, {Kind: org.SpellCategory, Value: org.Probationary, From: "2026-01"},
			{Kind: org.SpellFloating, Value: org.FloatOut, From: "2026-05"}}},
	}}
	hours := []rules.PersonHours{
		{Person: "p1", Applies: true, Target: 56 * org.Hour, Training: 8 * org.Hour, Study: 48*org.Hour + org.Hour/2, Counted: 56*org.Hour + org.Hour/2, Trainings: 1, Met: true},
		{Person: "p2", TargetWhy: "身患重病，不作硬性要求"},
		{Person: "p3", Applies: true, Target: 32 * org.Hour, Study: 30 * org.Hour, Counted: 30 * org.Hour, Short: 2 * org.Hour},
	}
	rows := hoursRows(s, hours, year2026(day))
	for i, want := range []string{
		"1|张三|正式党员|书记|56|8|48.5|56.5|1|是|0|", "2|李四|正式党员||—|0|0|0|0|—|—|不作硬性要求", "3|王五|预备党员||32|0|30|30|0|否|2|2026年3月1日转入；流动",
	} {
		if got := strings.Join(rows[i].texts(), "|"); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// year2026 is a year of hours that follows the calendar.
func year2026(day org.Date) rules.HoursSpan {
	return rules.HoursSpan{Year: 2026, First: org.NewDate(2026, 1, 1), Last: org.NewDate(2026, 12, 31), Day: day}
}

func TestAYearThatDoesNotFollowTheCalendarIsSaid(t *testing.T) {
	year := rules.HoursSpan{Year: 2026, First: org.NewDate(2026, 7, 1), Last: org.NewDate(2027, 6, 30), Day: org.NewDate(2027, 3, 1)}
	s := &org.Snapshot{Branch: &org.Branch{Name: "石桥村党支部"}, Persons: []*org.Person{
		member("p1", "张三"), {ID: "p2", Name: "王五", Spells: []org.Spell{{Kind: org.SpellBelonging, Began: org.BeganMovedIn, From: "2027-01-10"}}}}}
	rows := hoursRows(s, []rules.PersonHours{{Person: "p1"}, {Person: "p2", Applies: true}}, year)
	if rows[1].note != "2027年1月10日转入" {
		t.Errorf("got %s", rows[1].note)
	}
	if got := hoursUntil(year); got != "学时年度：2026年7月1日至2027年6月30日　　统计截至：2027年3月1日" {
		t.Errorf("got %s", got)
	}
}

func member(id org.PersonID, name string, more ...org.Spell) *org.Person {
	return &org.Person{ID: id, Name: name, IDNumber: "990101195001011234", Phone: "15400001234",
		Spells: append([]org.Spell{{Kind: org.SpellBelonging, Began: org.BeganRoster}, {Kind: org.SpellCategory, Value: org.FullMember}}, more...)}
}

func bookOf(t *testing.T, s *org.Snapshot, hours []rules.PersonHours) *excelize.File {
	t.Helper()
	var b bytes.Buffer
	if err := HoursBook(&b, s, hours, year2026(today)); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b, excelize.Options{UnzipSizeLimit: 64 << 20})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func TestTheBookHoldsNumbersAndNoFormula(t *testing.T) {
	s := &org.Snapshot{Branch: &org.Branch{Name: "=石桥"}}
	var hours []rules.PersonHours
	for i, name := range []string{"=HYPERLINK(1)", "+甲", "-乙", "@丙", "＝丁", "＋戊", "－己", "＠庚", "辛"} {
		id := org.PersonID(fmt.Sprint("p", i))
		s.Persons = append(s.Persons, member(id, name))
		hours = append(hours, rules.PersonHours{Person: id, Applies: true, Target: 32 * org.Hour, Study: org.Hour / 3, Counted: org.Hour / 3, Short: 32*org.Hour - org.Hour/3})
	}
	f := bookOf(t, s, hours)
	rows, err := f.GetRows(hoursTab)
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		for j, v := range row {
			cell := at(j+1, i+1)
			if formula, err := f.GetCellFormula(hoursTab, cell); err != nil || formula != "" {
				t.Errorf("%s has a formula %q (%v)", cell, formula, err)
			}
			if v != "" && strings.ContainsAny(v[:1], "=+-@") || strings.HasPrefix(v, "＝") || strings.HasPrefix(v, "＋") || strings.HasPrefix(v, "－") || strings.HasPrefix(v, "＠") {
				t.Errorf("%s begins like a formula: %s", cell, v)
			}
		}
	}
	for _, cell := range []string{"A4", "E4", "F4", "G4", "H4", "I4", "K4"} {
		if typ, err := f.GetCellType(hoursTab, cell); err != nil || typ != excelize.CellTypeUnset && typ != excelize.CellTypeNumber {
			t.Errorf("%s is no number: %v (%v)", cell, typ, err)
		}
	}
	if v, _ := f.GetCellValue(hoursTab, "G4"); v != "0.33" {
		t.Errorf("a third of an hour is %s", v)
	}
	if v, _ := f.GetCellValue(hoursTab, "B12"); v != "辛" {
		t.Errorf("a plain name became %s", v)
	}
}

func TestTheBookIsSetUpForPrinting(t *testing.T) {
	s, pack := village(t, 38)
	f := bookOf(t, s, rules.Hours(pack, s, 2026, today))
	l, err := f.GetPageLayout(hoursTab)
	if err != nil || *l.Orientation != "landscape" || *l.Size != 9 || *l.FitToWidth != 1 {
		t.Errorf("layout %+v (%v)", l, err)
	}
	p, err := f.GetPanes(hoursTab)
	if err != nil || !p.Freeze || p.YSplit != headRow || p.XSplit != 2 {
		t.Errorf("panes %+v (%v)", p, err)
	}
	if names := f.GetDefinedName(); len(names) != 1 || names[0].RefersTo != hoursTab+"!$3:$3" {
		t.Errorf("print titles %+v", names)
	}
}

func TestTheBookHasNoPersonalNumbers(t *testing.T) {
	s, pack := village(t, 38)
	rows, err := bookOf(t, s, rules.Hours(pack, s, 2026, today)).GetRows(hoursTab)
	if err != nil {
		t.Fatal(err)
	}
	all := fmt.Sprint(rows)
	for _, p := range s.Persons {
		if p.IDNumber != "" && strings.Contains(all, p.IDNumber) || p.Phone != "" && strings.Contains(all, p.Phone) {
			t.Errorf("a personal number is in the book")
		}
	}
	holds(t, bare(all), s.Persons[0].Name)
}

func TestABranchWithoutMembersHasATable(t *testing.T) {
	s := &org.Snapshot{Branch: &org.Branch{Name: "石桥村党支部"}}
	pdf, _ := printed(t, func(b *bytes.Buffer) ([]rune, error) { return HoursTable(b, s, nil, year2026(today)) })
	holds(t, pagesOf(t, pdf)[0], "石桥村党支部2026年度学时统计表", nobody)
	if v, err := bookOf(t, s, nil).GetCellValue(hoursTab, "A4"); err != nil || v != nobody {
		t.Errorf("got %s (%v)", v, err)
	}
}
