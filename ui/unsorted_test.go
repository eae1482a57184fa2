package ui

import (
	"slices"
	"testing"

	"branchbook/store/org"
)

// withUnsorted is a branch of two members, one activist and one of whom only the
// day of joining is known, as after the import of a roster.
func withUnsorted(t testing.TB) *Book {
	t.Helper()
	b := emptyBook(t)
	blank := &org.Person{ID: "4", Name: "孙立新", Joined: "2001-07-01", Spells: []org.Spell{{Kind: org.SpellBelonging, Began: org.BeganRoster}}}
	activist := somebody("3", "王伟")
	activist.Spells[1].Value = org.Activist
	for _, p := range []*org.Person{somebody("1", "张德华", org.Spell{Kind: org.SpellPost, Value: org.Secretary}), somebody("2", "李秀兰"), activist, blank} {
		if _, err := b.Store.SavePerson(p); err != nil {
			t.Fatal(err)
		}
	}
	return b
}

func TestWhoseCategoryNobodyToldIsNotSaidToBeNoMember(t *testing.T) {
	b := withUnsorted(t)
	k := deskOf(t, b, wanted{kind: org.ThemeDay})
	rows := k.roll(k.draft, 0).rows
	word := func(name string) string {
		at := slices.IndexFunc(rows, func(r rollRow) bool { return r.name == name })
		if at < 0 {
			return ""
		}
		return tickStates[rows[at].cell().State].Word
	}
	if got := word("孙立新"); got != "类别未填" {
		t.Errorf("on the sheet: %q", got)
	}
	if got := word("王伟"); got != "不是党员" {
		t.Errorf("an activist: %q", got)
	}
	k.turn(k.draft, 0, org.CommitteeMtg)
	rows = k.roll(k.draft, 0).rows
	if len(rows) != 1 || rows[0].name != "张德华" {
		t.Errorf("the committee's sheet shows %v", rows)
	}
}

func TestTheFirstPageLeadsToWhoIsInNoNumber(t *testing.T) {
	w := openWindow(t, withUnsorted(t))
	w.open(atHome)
	if !recordShows(w, "有 1 人没有填类别") {
		t.Fatal("the first page says nothing")
	}
	(&hand{t: t, w: w}).click("去填")
	s, ok := w.now.(*people)
	if !ok || s.table.Count() != 1 || s.row(0).name != "孙立新" {
		t.Fatalf("%T stands", w.now)
	}
	if got := s.head().note; got != "党员 2 人，另有 1 人类别未填" {
		t.Error(got)
	}
	if cell := s.cell(0, slices.IndexFunc(s.columns, func(c peopleColumn) bool { return c.Title == "类别" })); cell.Text != "类别未填" || cell.Tag == nil {
		t.Errorf("in the list: %+v", cell)
	}
}
