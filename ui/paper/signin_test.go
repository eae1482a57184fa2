package paper

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"branchbook/rules"
	"branchbook/store/org"
)

func signed(t *testing.T, f *SignSheet) ([]string, string) {
	t.Helper()
	pdf, missing := printed(t, func(b *bytes.Buffer) ([]rune, error) { return SignIn(b, f) })
	return pagesOf(t, pdf), missing
}

func TestABlankSheetIsOnePage(t *testing.T) {
	pages, _ := signed(t, &SignSheet{Branch: "石桥村党支部", What: "党员大会"})
	if len(pages) != 1 {
		t.Errorf("%d pages", len(pages))
	}
	holds(t, pages[0], "石桥村党支部党员大会签到表", "时间：", "地点：", "主持人：", "40", "列席人员", "第1页共1页")
	few, _ := signed(t, &SignSheet{What: "支委会", Rows: 5})
	if strings.Contains(few[0], "6") {
		t.Errorf("more rows than asked for: %s", few[0])
	}
}

func TestFortyPeopleStandOnOnePage(t *testing.T) {
	f := &SignSheet{Branch: "石桥村党支部", What: "主题党日", Title: "学习中央一号文件", Date: today, Place: "村党群服务中心", Chair: "张三（书记）"}
	for i := range 40 {
		f.Signer = append(f.Signer, Signer{Name: fmt.Sprintf("某甲%d", i)})
	}
	f.Signer[3].Name = "孙家稔（第三党小组）"
	f.Signer[9].Name = "阿卜杜热西提·买买提吐尔逊"
	pages, _ := signed(t, f)
	if len(pages) != 1 {
		t.Fatalf("%d pages", len(pages))
	}
	holds(t, pages[0], "2026年11月20日", "应到：40人", "某甲39", "列席人员")
}

func TestTwoHundredNamesCarryTheHeadOverPages(t *testing.T) {
	f := &SignSheet{Branch: "石桥村党支部", What: "党员大会"}
	for i := range 200 {
		f.Signer = append(f.Signer, Signer{Name: fmt.Sprintf("某%03d甲", i)})
	}
	pages, _ := signed(t, f)
	if len(pages) != 4 {
		t.Errorf("%d pages", len(pages))
	}
	all := strings.Join(pages, "")
	for i := range 200 {
		holds(t, all, fmt.Sprintf("某%03d甲", i))
	}
	for i, p := range pages {
		holds(t, p, "序号姓名签名", fmt.Sprintf("第%d页共%d页", i+1, len(pages)))
	}
}

func TestACharacterThatTheFontLacksIsNamedAndTheRestPrinted(t *testing.T) {
	pages, missing := signed(t, &SignSheet{What: "党课", Signer: []Signer{{Name: "王𠮷"}, {Name: "王𬍛"}}})
	if missing != "𠮷" {
		t.Errorf("missing %q", missing)
	}
	holds(t, pages[0], "王□", "王𬍛")
}

func TestSheetOfTakesTheRecordBeforeTheCaller(t *testing.T) {
	s, pack := village(t, 38)
	a := lastHeld(t, s, org.ThemeDay)
	f := SheetOf(s, a, 1, []org.PersonID{s.Persons[0].ID})
	due, present, others := rules.Turnout(a, 1)
	if len(f.Signer) != due || len(f.Guests) != others {
		t.Errorf("%d names and %d guests, want %d and %d", len(f.Signer), len(f.Guests), due, others)
	}
	noted := 0
	for _, n := range f.Signer {
		if n.Note == "请假" || n.Note == "缺席" {
			noted++
		}
	}
	if noted != due-present {
		t.Errorf("%d noted as not there, want %d", noted, due-present)
	}
	plan := *a
	plan.State, plan.Attendance = org.Planned, nil
	var ids []org.PersonID
	for _, d := range rules.Due(pack, s, &a.Parts[0]) {
		if d.Due {
			ids = append([]org.PersonID{d.Person}, ids...)
		}
	}
	f = SheetOf(s, &plan, 1, ids)
	if len(f.Signer) != len(ids) || len(f.Guests) != 0 {
		t.Errorf("%d names, %d guests, want %d and none", len(f.Signer), len(f.Guests), len(ids))
	}
	if first := s.Person(ids[len(ids)-1]).Name; f.Signer[0].Name != first {
		t.Errorf("not in roster order: %s first, want %s", f.Signer[0].Name, first)
	}
}

func TestASheetForSeveralPartsSpansThem(t *testing.T) {
	s, _ := village(t, 38)
	day := org.NewDate(2026, 3, 5)
	a := &org.Activity{State: org.Planned, Title: "三月活动", Parts: []org.Part{
		{Kind: org.ThemeDay, Date: day, Start: org.NewClock(14, 0), End: org.NewClock(16, 0)},
		{Kind: org.Lecture, Date: day, Start: org.NewClock(16, 10), End: org.NewClock(17, 0), Chair: org.Who{Name: "李四"}}}}
	f := SheetOf(s, a, 0, nil)
	if f.What != "主题党日、党课" || f.Start != org.NewClock(14, 0) || f.End != org.NewClock(17, 0) || f.Chair != "李四" {
		t.Errorf("got %+v", f)
	}
	a.Parts[1].Date = day.AddDays(1)
	if got := SheetOf(s, a, 0, nil); when(got.Date, got.Until, got.Start, got.End) != "2026年3月5日至2026年3月6日" {
		t.Errorf("got %s", when(got.Date, got.Until, got.Start, got.End))
	}
}

func TestAnEmptyBranchPrints(t *testing.T) {
	s := &org.Snapshot{Branch: &org.Branch{Name: "石桥村党支部"}}
	a := &org.Activity{State: org.Planned, Parts: []org.Part{{Kind: org.Assembly}}}
	pages, _ := signed(t, SheetOf(s, a, 1, nil))
	holds(t, pages[0], "石桥村党支部党员大会签到表")
}
