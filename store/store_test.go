package store

import (
	"errors"
	"os"
	"testing"

	"branchbook/store/org"
)

func TestWhatIsSavedIsReadBackAfterReopening(t *testing.T) {
	s := newStore(t)
	people := addMembers(t, s, "甲一", "乙二")
	people[0].Note = "第一行\n第二行"
	a := fullActivity(people)
	record(t, s, a)
	before := everything(t, s)
	s = reopen(t, s)
	after := everything(t, s)
	same(t, "snapshot", after, before)

	got := after.Activities[0]
	a.Rev, a.Entered, a.Attendance = 1, org.DateOf(testNow), inOrder(a.Attendance)
	same(t, "activity", got, a)
	if err := s.Verify(); err != nil {
		t.Error(err)
	}
}

// fullActivity has something in every field.
func fullActivity(people []*org.Person) *org.Activity {
	a := themeDay(org.NewDate(2026, 3, 5), people...)
	a.Organiser, a.Level, a.Source, a.Proof, a.Season, a.Note = "镇党委", org.LevelTown, "党校", "结业证", org.Winter, "备注"
	a.Parts = append(a.Parts, org.Part{
		Kind: org.Assembly, Form: org.FormStudy, Content: org.ContentSpirit, Method: "lecture", Date: org.NewDate(2026, 3, 5), Length: org.HalfDay,
		Minutes: 30, Break: 5, Certified: org.Hour / 2, Chair: org.Who{Person: people[0].ID}, Recorder: org.Who{Name: "外来人"}, Lecturer: org.Who{Person: people[1].ID},
		Title: "题目", Text: "正文", Materials: []string{"材料一"}, Basics: []org.Basic{org.Badge}, Analysis: true, School: true,
		Audience: org.Audience{Kind: org.ForGroups, Groups: []org.GroupID{"g1"}},
		Votes: []org.Resolution{{Kind: org.VoteAdmission, Title: "接收", Subject: org.Who{Person: people[1].ID}, Entitled: 5, Present: 4, Yes: 3, No: 1, Abstain: 1, Written: 1, Secret: true,
			LeftOut: []org.LeftOut{{Person: people[1].ID, Basis: "卧床", Consent: true}}, Text: "同意",
			Election: &org.Election{Seats: 1, Out: 4, In: 4, Valid: 3, Candidates: []org.Tally{{Who: org.Who{Name: "甲"}, Yes: 3, Elected: true}}}},
			{Kind: org.VoteOrdinary, Title: "另一事项", Entitled: 5, Present: 4, Yes: 4}},
	})
	a.Attendance = append(a.Attendance, org.Attendance{Person: people[1].ID, Part: 2, Status: org.Leave, Reason: org.ReasonSick, Minutes: 0, Text: "发烧"})
	return a
}

func TestSmallRecordsAreReadBack(t *testing.T) {
	s := newStore(t)
	p := addMembers(t, s, "甲一")[0]
	items := []org.Aggregate{
		&org.Plan{ID: "i1", Year: 2026, Kind: org.ThemeDay, Month: 4, Title: "四月主题党日"},
		&org.Reading{ID: "i2", Year: 2026, Title: "书", Read: []org.ReadMark{{Person: p.ID, On: org.NewDate(2026, 2, 3)}}},
		&org.Review{ID: "i3", Year: 2025, Person: p.ID, Grade: org.GradeFit, Ballots: 9, Fit: 9},
		&org.Register{ID: "i4", Kind: org.RegTeacher, Person: p.ID, From: "2025-04", Title: "农技"},
		&org.Waiver{ID: "i5", Rule: "r", Person: p.ID, Reason: "防汛"},
	}
	for _, a := range items {
		if _, err := s.SaveItem(a, ""); err != nil {
			t.Fatalf("%s: %v", a.Ref().Kind, err)
		}
	}
	if _, err := s.SavePack(&org.LocalPack{ID: "i6", Name: "town-sample", On: true}); err != nil {
		t.Fatal(err)
	}
	s = reopen(t, s)
	snap := everything(t, s)
	for i, got := range []org.Aggregate{snap.Plans[0], snap.Readings[0], snap.Reviews[0], snap.Registers[0], snap.Waivers[0]} {
		same(t, string(got.Ref().Kind), got, org.Copy(items[i], 1))
	}
	if len(snap.Packs) != 1 || !snap.Packs[0].On {
		t.Errorf("packs: %v", snap.Packs)
	}
	if err := s.Verify(); err != nil {
		t.Error(err)
	}
}

func TestASaveOverASaveNobodySawIsRefused(t *testing.T) {
	s := newStore(t)
	p := addMembers(t, s, "甲一")[0]
	first, second := mustPerson(t, s, p.ID), mustPerson(t, s, p.ID)
	first.Phone = "19900002222"
	if _, err := s.SavePerson(first); err != nil {
		t.Fatal(err)
	}
	second.Phone = "19900003333"
	var conflict *Conflict
	if _, err := s.SavePerson(second); !errors.As(err, &conflict) {
		t.Fatalf("second save: %v, want *Conflict", err)
	}
	if got := mustPerson(t, s, p.ID).Phone; got != "19900002222" {
		t.Errorf("phone is %s", got)
	}
}

func mustPerson(tb testing.TB, s *Store, id org.PersonID) *org.Person {
	tb.Helper()
	p, err := s.Person(id)
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

func TestOneBadPersonSavesNobody(t *testing.T) {
	s := newStore(t)
	bad := member("乙二")
	bad.Spells[2].Group = "nowhere"
	_, err := s.Import("名册", nil, []*org.Person{member("甲一"), bad})
	var inv *org.Invalid
	if !errors.As(err, &inv) || inv.Field != "people[1].spells" {
		t.Fatalf("import: %v", err)
	}
	if n := len(everything(t, s).Persons); n != 0 {
		t.Errorf("%d people saved", n)
	}
	if _, err := s.Import("名册", nil, []*org.Person{member("甲一")}); err != nil {
		t.Errorf("next import: %v", err)
	}
}

func TestAGroupInUseCannotGo(t *testing.T) {
	s := newStore(t)
	addMembers(t, s, "甲一")
	b, err := s.Branch()
	if err != nil {
		t.Fatal(err)
	}
	b.Groups = b.Groups[1:]
	var inUse *InUse
	if _, err := s.SetBranch(b); !errors.As(err, &inUse) {
		t.Fatalf("SetBranch: %v, want *InUse", err)
	}
}

func TestTheDayOfEntryCannotBeChosen(t *testing.T) {
	s := newStore(t)
	a := themeDay(org.NewDate(2026, 1, 5))
	a.Entered = org.NewDate(2026, 1, 5)
	record(t, s, a)
	got, err := s.Activity(a.ID)
	if err != nil || got.Entered != org.DateOf(testNow) {
		t.Fatalf("entered %s, %v", got.Entered, err)
	}
	got.Title, got.Entered = "改", org.NewDate(2026, 1, 5)
	record(t, s, got)
	if got, _ = s.Activity(a.ID); got.Entered != org.DateOf(testNow) || got.Rev != 2 {
		t.Errorf("after a change: entered %s, rev %d", got.Entered, got.Rev)
	}
}

func TestCreateDoesNotTouchAnExistingBranch(t *testing.T) {
	s := newStore(t)
	addMembers(t, s, "甲一")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	before, _ := os.ReadFile(s.file())
	if _, err := Create(s.dir, testOptions(), testBranch()); !errors.Is(err, ErrExists) {
		t.Fatalf("Create: %v", err)
	}
	if after, _ := os.ReadFile(s.file()); string(after) != string(before) {
		t.Error("the file changed")
	}
}

func TestAnActivityCannotMakeUpForNothing(t *testing.T) {
	s := newStore(t)
	a := themeDay(org.NewDate(2026, 1, 5))
	a.For = "01a20700-7954-7d05-bc6e-49ac9904bbff"
	var inv *org.Invalid
	if _, err := s.RecordActivity(a); !errors.As(err, &inv) || inv.Field != "for_activity" {
		t.Errorf("record: %v", err)
	}
}
