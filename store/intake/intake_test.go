package intake

import (
	"testing"

	"branchbook/store/org"
	"branchbook/store/sheet"
)

const first = "姓名,性别,出生日期,人员类别,党小组\n王建,男,1970-02-15,正式党员,一组\n李红,女,1975-06-08,正式党员,二组\n"

func roster(t *testing.T, text string) *sheet.Roster {
	t.Helper()
	book, err := sheet.Read("roster.csv", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	r, err := sheet.ReadRoster(book, org.NewDate(2026, 3, 20))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func branch() *org.Snapshot {
	return &org.Snapshot{Branch: &org.Branch{ID: "b", Rev: 1, Name: "甲党支部", Groups: []org.Group{{ID: "g1", Name: "一组"}}}}
}

// take does what saving the plan would do.
func take(s *org.Snapshot, p *Plan) *org.Snapshot {
	after := &org.Snapshot{Branch: s.Branch, Persons: append([]*org.Person{}, s.Persons...)}
	if p.Branch != nil {
		after.Branch = p.Branch
	}
	for _, who := range p.People {
		after.Persons = append(after.Persons, org.Copy(who, 1).(*org.Person))
	}
	return after
}

func TestAPlanChangesNothingByItself(t *testing.T) {
	s := branch()
	p := Make(s, roster(t, first))
	if p.Count(New) != 2 || len(p.People) != 2 || p.Branch == nil || len(p.Branch.Groups) != 2 {
		t.Fatalf("plan: %+v", p)
	}
	if len(s.Branch.Groups) != 1 || len(s.Persons) != 0 {
		t.Error("the snapshot changed")
	}
}

func TestPlanningTheSameRosterAgainFindsNothingToDo(t *testing.T) {
	s := branch()
	s = take(s, Make(s, roster(t, first)))
	again := Make(s, roster(t, first))
	if again.Count(Unchanged) != 2 || len(again.People) != 0 || again.Branch != nil {
		t.Errorf("plan: %+v", again)
	}
}

func TestWhoMayBeSomebodyOnFileIsLeftWithAFinding(t *testing.T) {
	s := branch()
	s = take(s, Make(s, roster(t, first)))
	p := Make(s, roster(t, "姓名,性别,人员类别,党内职务\n王建,男,正式党员,书记\n赵敏,女,预备党员,宣传委员\n"))
	if p.Count(Left) != 1 || p.Count(New) != 1 || p.Rows[0].What != Left {
		t.Fatalf("rows: %+v", p.Rows)
	}
	kinds := map[sheet.FindingKind]int{}
	for _, f := range p.Findings {
		kinds[f.Kind] = f.Row
	}
	if kinds[sheet.PersonUnsure] != 2 || kinds[sheet.PostUndated] != 3 {
		t.Errorf("findings: %v", kinds)
	}
}
