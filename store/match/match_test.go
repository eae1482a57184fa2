package match

import (
	"errors"
	"slices"
	"testing"

	"branchbook/store/org"
)

// number makes an ID number of a region that does not exist.
func number(born, serial string) string {
	s := "990101" + born + serial
	return s + string(org.IDCheckDigit(s))
}

func TestRowsOfARosterFindThePeopleOnFile(t *testing.T) {
	wei, weiToo := number("19850305", "011"), number("19850305", "013")
	persons := []*org.Person{
		{ID: "1", Name: "王伟", IDNumber: wei, Born: "1985-03-05"},
		{ID: "2", Name: "李强", Born: "1990-01", Phone: "13800138000"},
		{ID: "3", Name: "赵敏"},
		{ID: "4", Name: "孙丽", Born: "1970-01-01"},
		{ID: "5", Name: "孙丽", Born: "1970-02-01"},
		{ID: "6", Name: "周杰"},
		{ID: "7", Name: "周杰"},
		{ID: "8", Name: "钱进", Spells: []org.Spell{{Kind: org.SpellBelonging, Began: org.BeganRoster, To: "2024-01-01", Ended: org.EndedError}}},
		{ID: "9", Name: "吴刚", Phone: "13900139000"},
	}
	for _, c := range []struct {
		why    string
		row    org.Person
		person org.PersonID
		sure   bool
		may    []org.PersonID
	}{
		{"ID number, new name", org.Person{Name: "王卫", IDNumber: wei}, "1", true, nil},
		{"name and birth", org.Person{Name: "王 伟", Born: "1985-03"}, "1", true, nil},
		{"name and birth, another ID number", org.Person{Name: "王伟", Born: "1985-03-05", IDNumber: weiToo}, "", false, nil},
		{"name, other birth", org.Person{Name: "李强", Born: "1991"}, "", false, nil},
		{"name and phone", org.Person{Name: "李强", Phone: "13800138000"}, "2", true, nil},
		{"name alone", org.Person{Name: "赵敏", Born: "1999"}, "3", false, []org.PersonID{"3"}},
		{"one birth fits both", org.Person{Name: "孙丽", Born: "1970"}, "", false, []org.PersonID{"4", "5"}},
		{"one birth fits one", org.Person{Name: "孙丽", Born: "1970-02"}, "5", true, nil},
		{"name of two", org.Person{Name: "周杰"}, "", false, []org.PersonID{"6", "7"}},
		{"entered by mistake", org.Person{Name: "钱进"}, "", false, nil},
		{"nobody", org.Person{Name: "郑爽"}, "", false, nil},
		{"other phone", org.Person{Name: "吴刚", Phone: "13700137000"}, "9", false, []org.PersonID{"9"}},
	} {
		got := Roster(persons, []*org.Person{&c.row})[0]
		if got.Person != c.person || got.Sure != c.sure || !slices.Equal(got.Candidates, c.may) || got.New() != (c.person == "" && c.may == nil) {
			t.Errorf("%s: %+v", c.why, got)
		}
	}
}

func TestTwoRowsThatClaimOnePersonAreBothDoubtedUnlessByIDNumber(t *testing.T) {
	id := number("19850305", "011")
	persons := []*org.Person{{ID: "1", Name: "王伟", IDNumber: id, Born: "1985-03-05"}}
	byBirth := org.Person{Name: "王伟", Born: "1985-03-05"}
	byID := org.Person{Name: "王伟", IDNumber: id}
	got := Roster(persons, []*org.Person{&byBirth, &byBirth})
	if got[0].Sure || got[1].Sure || got[1].Row != 1 || !slices.Equal(got[0].Candidates, []org.PersonID{"1"}) {
		t.Errorf("two by birth: %+v", got)
	}
	got = Roster(persons, []*org.Person{&byBirth, &byID})
	if got[0].Sure || !got[1].Sure {
		t.Errorf("one by ID number: %+v", got)
	}
}

func TestMatchingARosterWithItselfIsSureOfEverybody(t *testing.T) {
	var persons, rows []*org.Person
	for i, born := range []string{"19850305", "19900716", "19991231"} {
		for _, serial := range []string{"011", "012"} {
			p := org.Person{ID: org.PersonID(born + serial), Name: []string{"王伟", "李强"}[i%2], IDNumber: number(born, serial)}
			row := p
			row.ID = ""
			persons, rows = append(persons, &p), append(rows, &row)
		}
	}
	for i, r := range Roster(persons, rows) {
		if !r.Sure || r.Person != persons[i].ID {
			t.Errorf("row %d: %+v", i, r)
		}
	}
}

func TestNamesOnAListFindWhoIsMeant(t *testing.T) {
	day := org.NewDate(2025, 5, 10)
	branch := &org.Branch{Groups: []org.Group{{ID: "g1", Name: "第一党小组"}, {ID: "g2", Name: "第二党小组"}, {ID: "g3", Name: "老党员小组"}}}
	in := func(g org.GroupID) []org.Spell {
		return []org.Spell{{Kind: org.SpellBelonging, Began: org.BeganRoster}, {Kind: org.SpellGroup, Group: g}}
	}
	gone := []org.Spell{{Kind: org.SpellBelonging, Began: org.BeganRoster, To: "2024-03-01", Ended: org.EndedMoved}}
	later := []org.Spell{{Kind: org.SpellBelonging, Began: org.BeganMovedIn, From: "2025-06-01"}}
	persons := []*org.Person{
		{ID: "1", Name: "王伟", Spells: in("g1")}, {ID: "2", Name: "王伟", Spells: in("g2")}, {ID: "3", Name: "李强", Spells: in("g3")},
		{ID: "4", Name: "李强", Spells: gone}, {ID: "5", Name: "赵敏", Spells: gone}, {ID: "6", Name: "周杰", Spells: later},
		{ID: "7", Name: "阿迪力·艾合买提"}, {ID: "8", Name: "孙丽(大)"}, {ID: "9", Name: "孙丽(小)"},
	}
	for text, want := range map[string]org.PersonID{
		"王伟（一组）": "1", "王 伟 (第2党小组)": "2", "王伟[二组]": "2", "李　强": "3", "李强（老党员小组）": "3", "李强（书记）": "3", "阿迪力．艾合买提": "7", "孙丽（小）": "9",
	} {
		if got, err := Name(persons, branch, day, text); got != want || err != nil {
			t.Errorf("%s: %q, %v; want %q", text, got, err, want)
		}
	}
	var many *Ambiguous
	for _, text := range []string{"王伟", "王伟（预备）"} {
		if _, err := Name(persons, branch, day, text); !errors.As(err, &many) || !slices.Equal(many.Candidates, []org.PersonID{"1", "2"}) {
			t.Errorf("%s: %v", text, err)
		}
	}
	for _, text := range []string{"王伟（三小组）x", "", "（一组）", "李强（一组）x", "郑爽"} {
		if got, err := Name(persons[2:3], branch, day, text); text != "李强（一组）x" && (got != "" || !errors.Is(err, ErrNoSuch)) {
			t.Errorf("%q: %q, %v", text, got, err)
		}
	}
	if got, err := Name(persons[2:3], branch, day, "李强（一组）"); got != "" || !errors.Is(err, ErrNoSuch) {
		t.Errorf("another group: %q, %v", got, err)
	}
	var left *Left
	if _, err := Name(persons, branch, day, "赵敏"); !errors.As(err, &left) || left.Person != "5" || left.Since != org.NewDate(2024, 3, 1) {
		t.Errorf("who has left: %v", err)
	}
	var notYet *NotYet
	if _, err := Name(persons, nil, day, "周杰"); !errors.As(err, &notYet) || notYet.From != org.NewDate(2025, 6, 1) {
		t.Errorf("who comes later: %v", err)
	}
	if got, err := Name(persons, nil, day.AddMonths(1), "周杰"); got != "6" || err != nil {
		t.Errorf("after coming: %q, %v", got, err)
	}
}
