package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"branchbook/rules"
	"branchbook/store"
	"branchbook/store/org"
	"branchbook/ui/kit"
)

// reviewVillage is fiveOf, which held its 民主评议 on 10 November 2026.
func reviewVillage(t testing.TB) (*Book, map[string]org.PersonID) {
	t.Helper()
	b, ids := fiveOf(t)
	hold(t, b, org.Held, org.Appraisal, org.NewDate(2026, 11, 10))
	return b, ids
}

// fiveOf is a branch of two full members, one on probation, one who need not
// come, and one who is not a member.
func fiveOf(t testing.TB) (*Book, map[string]org.PersonID) {
	t.Helper()
	b := bookOf(t, &org.Branch{Name: "柳树村党支部", Code: "990-0001", Kind: org.Village, Since: org.NewDate(2026, 1, 1)}, nil)
	ids := map[string]org.PersonID{}
	for _, p := range []struct {
		name  string
		as    org.SpellValue
		facts []org.Spell
	}{{name: "李秀兰", as: org.FullMember}, {name: "王建国", as: org.FullMember}, {name: "周小雨", as: org.Probationary},
		{name: "赵德厚", as: org.FullMember, facts: []org.Spell{{Kind: org.SpellExemption, Value: org.SpellValues(org.SpellExemption)[0], From: "2024-01-01"}}},
		{name: "陈新", as: org.Activist}} {
		id := store.NewPersonID()
		ids[p.name] = id
		facts := append(p.facts, org.Spell{Kind: org.SpellBelonging, Began: org.BeganRoster, From: "2026-01-01"}, org.Spell{Kind: org.SpellCategory, Value: p.as, From: "2026-01-01"})
		must(t, b, func(s *store.Store) (store.Changed, error) {
			return s.SavePerson(&org.Person{ID: id, Name: p.name, Spells: facts})
		})
	}
	return b, ids
}

// drawnOf lists the widgets of a type that are drawn, those of dialogs last.
func drawnOf[T fyne.CanvasObject](w *Window) (out []T) {
	drawnOn(w, func(o fyne.CanvasObject) {
		if x, ok := o.(T); ok {
			out = append(out, x)
		}
	})
	return out
}

// reviewRows are the rows of a year by name.
func reviewRows(t testing.TB, b *Book, year int) map[string]reviewRow {
	t.Helper()
	d, err := loadReviews(b, year)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]reviewRow{}
	for _, r := range d.rows {
		out[r.name] = r
	}
	return out
}

// findingOf is the state of a rule's finding in this year, "" if there is none.
func findingOf(t testing.TB, b *Book, rule string, who org.PersonID) rules.State {
	t.Helper()
	y, err := b.ThisYear()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range y.Findings() {
		if f.Rule == rule && f.Person == who {
			return f.State
		}
	}
	return ""
}

func TestThePageOfReviewsListsMembersAndWhoGetsNoGrade(t *testing.T) {
	b, ids := reviewVillage(t)
	must(t, b, func(s *store.Store) (store.Changed, error) { // who has left since was reviewed all the same
		p, err := s.Person(ids["王建国"])
		if err != nil {
			return store.Changed{}, err
		}
		p = org.Copy(p, p.Rev).(*org.Person)
		if err := p.Leave(org.EndedMoved, org.Spell{Kind: org.SpellBelonging, From: "2026-11-15"}); err != nil {
			return store.Changed{}, err
		}
		return s.SaveFacts(p)
	})
	rows := reviewRows(t, b, 2026)
	if len(rows) != 4 || !rows["李秀兰"].graded || !rows["王建国"].graded || !rows["赵德厚"].graded {
		t.Errorf("rows %+v", rows)
	}
	if r, ok := rows["周小雨"]; !ok || r.graded || r.note != "" {
		t.Errorf("on probation %+v", r)
	}
	if rows["赵德厚"].note != "不作硬性要求" {
		t.Errorf("exempt %+v", rows["赵德厚"])
	}
	if rows := reviewRows(t, b, 2025); len(rows) != 0 {
		t.Errorf("the year before lists %v", rows)
	}
}

func TestAReviewIsSavedTheRuleIsMetAndUndoTakesItBack(t *testing.T) {
	b, ids := reviewVillage(t)
	who := ids["李秀兰"]
	if got := findingOf(t, b, "study-review", who); got != rules.Running {
		t.Fatalf("before: %s", got)
	}
	w := openWindow(t, b)
	w.reviews(2026)
	s := w.now.(*reviews)
	s.table.OnOpen(0)
	if s.data.rows[0].person != who {
		t.Fatalf("the first row is %s", s.data.rows[0].name)
	}
	selects := drawnOf[*kit.Select](w)
	if len(selects) != 2 {
		t.Fatalf("%d fields for a grade", len(selects))
	}
	selects[0].SetChosen(2)
	selects[1].SetChosen(1)
	dateFields(w)[0].SetText("2026-12-10")
	pressWords(t, w, "保存")
	if !isShown(w, aheadWords) {
		t.Error("a day to come is taken")
	}
	dateFields(w)[0].SetText("2026-11-10")
	pressWords(t, w, "保存")
	v := reviewRows(t, b, 2026)["李秀兰"].review
	if v == nil || v.Grade != org.GradeFit || v.StudyFit != org.GradeGood || v.StudyOn != org.NewDate(2026, 11, 10) {
		t.Fatalf("saved %+v", v)
	}
	if got := findingOf(t, b, "study-review", who); got != rules.Done {
		t.Errorf("after: %s", got)
	}
	pressWords(t, w, "撤销")
	if v := reviewRows(t, b, 2026)["李秀兰"].review; v != nil {
		t.Errorf("after undo %+v", v)
	}
}

func TestAnotherGradeKeepsWhatTheDialogShowsAndGoesOverTheOldReview(t *testing.T) {
	b, ids := reviewVillage(t)
	old := &org.Review{ID: store.NewItemID(), Year: 2026, Person: ids["李秀兰"], Grade: org.GradeGood, Base: 3, Ballots: 3, Good: 2, Fit: 1, Study: "写了笔记", Opinion: "继续保持"}
	must(t, b, func(s *store.Store) (store.Changed, error) { return s.SaveItem(old, "评议") })
	w := openWindow(t, b)
	w.reviews(2026)
	w.now.(*reviews).table.OnOpen(0)
	drawnOf[*kit.Select](w)[0].SetChosen(2)
	for _, e := range drawnOf[*kit.Entry](w) {
		if e.Text == "2" {
			e.SetText("9")
		}
	}
	pressWords(t, w, "保存")
	if !isShown(w, "各项票数合计多于收回的测评票") {
		t.Error("more votes than ballots are taken")
	}
	for _, e := range drawnOf[*kit.Entry](w) {
		if e.Text == "9" {
			e.SetText("1")
		}
	}
	pressWords(t, w, "保存")
	want := *old
	want.Rev, want.Grade, want.Good = 2, org.GradeFit, 1
	if v := reviewRows(t, b, 2026)["李秀兰"].review; v == nil || *v != want {
		t.Errorf("saved %+v, want %+v", v, want)
	}
	if y, err := b.ThisYear(); err != nil || len(y.Reviews) != 1 {
		t.Errorf("%d reviews on file, %v", len(y.Reviews), err)
	}
}

func TestOneReviewLeadsToTheNextUntilTheLast(t *testing.T) {
	b, _ := reviewVillage(t)
	w := openWindow(t, b)
	w.reviews(2026)
	s := w.now.(*reviews)
	s.table.OnOpen(2)
	dateFields(w)[0].SetText("2026-11-10")
	pressWords(t, w, "保存，记下一位")
	if !isShown(w, "评议和述学："+s.data.rows[3].name) || s.data.rows[2].review == nil {
		t.Errorf("the next is not asked for, or the first not saved: %+v", s.data.rows[2].review)
	}
	drawnOn(w, func(o fyne.CanvasObject) {
		if b, ok := o.(*kit.Button); ok && b.Text == "保存，记下一位" {
			t.Error("the last row has a next one")
		}
	})
	pressWords(t, w, "保存")
	if kit.Covered(w.win.Canvas()) {
		t.Error("after 保存 another dialog shows")
	}
}

func TestWhoIsOnProbationHasNoFieldForAGrade(t *testing.T) {
	b, _ := reviewVillage(t)
	w := openWindow(t, b)
	w.reviews(2026)
	w.now.(*reviews).table.OnOpen(2)
	if n := len(drawnOf[*kit.Select](w)); n != 1 {
		t.Errorf("%d fields with grades", n)
	}
}

func TestWhatTheRulesAskLeadsToThePageThatHoldsIt(t *testing.T) {
	b, _ := reviewVillage(t)
	must(t, b, func(s *store.Store) (store.Changed, error) {
		return s.SaveItem(&org.Reading{ID: store.NewItemID(), Year: 2026, Title: "党章"}, "书目")
	})
	w := openWindow(t, b)
	l, err := loadLacks(b)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, r := range l.rows {
		kind := r.finding.Kind
		if r.state == lackDone || kind != "review" && kind != "ratio" && kind != "reading" {
			continue
		}
		seen[kind] = true
		r.step.follow(w)
		reviewing, isReview := w.now.(*reviews)
		reading, isReading := w.now.(*readings)
		if r.step.verb != "去登记" || isReading != (kind == "reading") || isReview == isReading || isReview && reviewing.year != 2026 || isReading && reading.year != 2026 {
			t.Errorf("%s: %s leads to %T", r.finding.Rule, r.step.verb, w.now)
		}
	}
	if len(seen) != 3 {
		t.Errorf("only %v are asked", seen)
	}
}

func TestTheListOfActivitiesLeadsToReviewsAndReadings(t *testing.T) {
	b, _ := reviewVillage(t)
	w := openWindow(t, b)
	w.open(atActivities)
	test.Tap(buttonOf(t, w, "民主评议"))
	if _, ok := w.now.(*reviews); !ok {
		t.Errorf("民主评议 opens %T", w.now)
	}
	w.goBack()
	test.Tap(buttonOf(t, w, "必读书目"))
	if _, ok := w.now.(*readings); !ok {
		t.Errorf("必读书目 opens %T", w.now)
	}
}
