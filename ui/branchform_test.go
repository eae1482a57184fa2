package ui

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"branchbook/store"
	"branchbook/store/org"
	"branchbook/ui/kit"
)

func fiveYears(org.BranchKind) int { return 5 }

func TestABranchIsRefusedAtItsFields(t *testing.T) {
	good := branchText{name: "甲支部", code: "1", kind: org.Village}
	for name, c := range map[string]struct {
		change func(*branchText)
		field  string
	}{
		"no name":         {func(b *branchText) { b.name = " " }, "name"},
		"no code":         {func(b *branchText) { b.code = "" }, "code"},
		"no kind":         {func(b *branchText) { b.kind = "" }, "kind"},
		"years in words":  {func(b *branchText) { b.years = "五" }, "years"},
		"eleven years":    {func(b *branchText) { b.years = "11" }, "years"},
		"a group twice":   {func(b *branchText) { b.groups = []groupText{{name: "一组"}, {name: " 一组"}} }, "groups"},
		"a group emptied": {func(b *branchText) { b.groups = []groupText{{id: "g", name: ""}} }, "groups"},
	} {
		text := good
		c.change(&text)
		if _, faults := text.apply(&org.Branch{}, fiveYears); len(faults) != 1 || faults[0].Name != c.field || faults[0].Words == "" {
			t.Errorf("%s: %v", name, faults)
		}
	}
}

func TestWhatIsTypedBecomesTheBranch(t *testing.T) {
	was := &org.Branch{ID: "b", Rev: 4, Demo: true, Groups: []org.Group{{ID: "g1", Name: "一组"}}}
	text := branchText{name: " 甲支部 ", code: "1", kind: org.Organ, start: org.NewDate(2025, 1, 1), years: "3 年", units: "甲公司\n\n 乙公司 ",
		groups: []groupText{{id: "g1", name: "第一组", closed: true}, {name: ""}, {name: "第二组"}}}
	b, faults := text.apply(was, fiveYears)
	if len(faults) > 0 || b.ID != "b" || b.Rev != 4 || !b.Demo || b.Name != "甲支部" || b.Term.Years != 3 {
		t.Errorf("%v, %+v", faults, b)
	}
	if len(b.Groups) != 2 || b.Groups[0] != (org.Group{ID: "g1", Name: "第一组", Closed: true}) || b.Groups[1].ID == "" || b.Groups[1].Name != "第二组" {
		t.Errorf("groups %+v", b.Groups)
	}
	if len(b.Units) != 2 || b.Units[1] != "乙公司" {
		t.Errorf("units %q", b.Units)
	}
	if was.Groups[0].Name != "一组" {
		t.Error("the branch on file was changed")
	}
	if again := branchTextOf(b); again.years != "3" || again.groups[0].closed != true {
		t.Errorf("shown again as %+v", again)
	}
}

func TestATermOfWhichOnlyTheStartIsKnownLastsAsTheRulesSay(t *testing.T) {
	text := branchText{name: "甲支部", code: "1", kind: org.Village, start: org.NewDate(2025, 1, 1)}
	if b, _ := text.apply(&org.Branch{}, fiveYears); b.Term.Years != 5 {
		t.Errorf("%d years", b.Term.Years)
	}
	text.start = 0
	if b, _ := text.apply(&org.Branch{}, fiveYears); b.Term.Years != 0 {
		t.Errorf("no start, and %d years", b.Term.Years)
	}
}

func TestTheKindProposesTheYearsUntilSomebodyWritesThem(t *testing.T) {
	termYears, err := termYearsOn(org.DateOf(now()), nil)
	if err != nil {
		t.Fatal(err)
	}
	openWindow(t, emptyBook(t))
	f := newBranchForm(branchText{}, now, termYears)
	choose := func(k org.BranchKind) { f.kind.SetChosen(kindPlace(k)); f.kind.OnChosen(kindPlace(k)) }
	choose(org.Village)
	if f.years.Text != "5" {
		t.Errorf("a village: %q", f.years.Text)
	}
	choose(org.Organ)
	if f.years.Text != "3" {
		t.Errorf("an office: %q", f.years.Text)
	}
	f.years.SetText("4")
	choose(org.Village)
	if f.years.Text != "4" {
		t.Errorf("written by hand, then %q", f.years.Text)
	}
}

func TestACorrectedBranchIsSavedAndUndone(t *testing.T) {
	book := emptyBook(t)
	w := openWindow(t, book)
	b, err := book.Store.Branch()
	if err != nil {
		t.Fatal(err)
	}
	b.Groups = []org.Group{{ID: store.NewGroupID(), Name: "一组"}}
	if _, err := book.Store.SetBranch(b); err != nil {
		t.Fatal(err)
	}
	w.open(atSettings)
	press(t, w, "修改")
	name := entries(w)[0].(*kit.Entry)
	name.SetText("")
	test.Type(name, "杨树村党支部")
	press(t, w, "停用")
	press(t, w, "保存（Ctrl+S）")
	if _, ok := w.now.(*settings); !ok {
		t.Fatalf("after saving stands %T", w.now)
	}
	if b, err = book.Store.Branch(); err != nil || b.Name != "杨树村党支部" || !b.Groups[0].Closed {
		t.Errorf("saved %+v, %v", b, err)
	}
	if w.frame.names[0].Text != "杨树村党支部" {
		t.Errorf("the side bar says %s", w.frame.names[0].Text)
	}
	w.takeBack()
	if b, err = book.Store.Branch(); err != nil || b.Name != "柳树村党支部" || b.Groups[0].Closed || w.frame.names[0].Text != "柳树村党支部" {
		t.Errorf("undone %+v, %v, side bar %s", b, err, w.frame.names[0].Text)
	}
}

func TestWhatIsNotSavedIsNotLostByASlip(t *testing.T) {
	w := openWindow(t, emptyBook(t))
	w.open(atSettings)
	press(t, w, "修改")
	test.Type(entries(w)[1], "改")
	w.open(atHome)
	press(t, w, "接着改")
	if _, ok := w.now.(*branchPage); !ok {
		t.Fatalf("gone to %T", w.now)
	}
	w.open(atHome)
	press(t, w, "不保存，离开")
	if _, ok := w.now.(*home); !ok {
		t.Errorf("stayed at %T", w.now)
	}
}

func TestATermFarAheadIsRefusedAtItsField(t *testing.T) {
	today := org.NewDate(2026, 11, 23)
	for _, x := range []struct {
		text  branchText
		field string
	}{
		{branchText{start: org.NewDate(2031, 3, 1)}, "start"}, {branchText{start: org.NewDate(2027, 11, 24)}, "start"},
		{branchText{start: org.NewDate(2027, 11, 23)}, ""}, {branchText{since: org.NewDate(2026, 11, 24)}, "since"}, {branchText{since: today}, ""},
	} {
		got := ""
		for _, f := range x.text.dayFaults(today) {
			got = f.Name
		}
		if got != x.field {
			t.Errorf("%v, %v: %q", x.text.start, x.text.since, got)
		}
	}
}
