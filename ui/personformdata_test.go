package ui

import (
	"slices"
	"testing"

	"branchbook/store"
	"branchbook/store/org"
	"branchbook/ui/kit"
)

func TestANewPersonGetsFactsFromTheForm(t *testing.T) {
	d := personDraft{Person: org.Person{Name: " 王　伟 ", Joined: "1996-12", FullFrom: "1997-12"}, category: org.FullMember, began: org.BeganMovedIn, on: "2026-03-01",
		who: "柳河村党支部", group: "g1", post: org.Committee, title: "组织委员", postFrom: "2026-04-01"}
	p := d.made(nil)
	want := []org.Spell{{Kind: org.SpellBelonging, Began: org.BeganMovedIn, From: "2026-03-01", Who: "柳河村党支部"},
		{Kind: org.SpellCategory, Value: org.Probationary, From: "1996-12", To: "1997-12"}, {Kind: org.SpellCategory, Value: org.FullMember, From: "1997-12"},
		{Kind: org.SpellGroup, Group: "g1", From: "2026-03-01"}, {Kind: org.SpellPost, Value: org.Committee, Title: "组织委员", From: "2026-04-01"}}
	if p.Name != "王伟" || !slices.Equal(p.Spells, want) {
		t.Errorf("%s: %+v", p.Name, p.Spells)
	}
	d = personDraft{Person: org.Person{Name: "赵"}, category: org.FullMember, began: org.BeganRoster, group: "g1", post: org.GroupHead, title: "党小组组长"}
	if p := d.made(nil); p.Spells[3] != (org.Spell{Kind: org.SpellPost, Value: org.GroupHead, Group: "g1"}) {
		t.Errorf("head of a group %+v", p.Spells)
	}
	d = personDraft{Person: org.Person{Name: "李"}, category: org.Activist, began: org.BeganRoster, since: "2025-07"}
	if p := d.made(nil); p.Spells[1] != (org.Spell{Kind: org.SpellCategory, Value: org.Activist, From: "2025-07"}) {
		t.Errorf("activist %+v", p.Spells)
	}
}

func TestBirthAndSexComeFromTheNumber(t *testing.T) {
	d := personDraft{Person: org.Person{IDNumber: "99010119700501001X"}}
	d.fromID()
	if d.Born != "1970-05-01" || d.Sex != org.Male {
		t.Errorf("born %s, %s", d.Born, d.Sex)
	}
	d = personDraft{Person: org.Person{IDNumber: "99010119700501001X", Born: "1971", Sex: org.Female}}
	d.fromID()
	if d.Born != "1971" || d.Sex != org.Female {
		t.Error("what was known is overwritten")
	}
}

// soundID is a number with the right check digit.
func soundID(first17 string) string { return first17 + string(org.IDCheckDigit(first17)) }

func TestAFormSaysWhatIsWrongAndWhatIsDoubtful(t *testing.T) {
	b := emptyBook(t)
	old := somebody("old", "张德华")
	old.IDNumber, old.Born = soundID("99010119700501001"), "1970-05-01"
	if _, err := b.Store.SavePerson(old); err != nil {
		t.Fatal(err)
	}
	odd := []byte(soundID("99010119800101001"))
	odd[17] = map[bool]byte{true: '2', false: '1'}[odd[17] == '1']
	draft := func(name, number string, born org.Partial) personDraft {
		return personDraft{Person: org.Person{ID: store.NewPersonID(), Name: name, IDNumber: number, Born: born}, category: org.FullMember, began: org.BeganRoster}
	}
	order := draft("钱进", "", "")
	order.Joined, order.FullFrom = "1997", "1996"
	for _, c := range []struct {
		what  string
		d     personDraft
		field string
		words string
		odd   bool
		alike int
	}{
		{"no name", draft("", "", ""), "name", "请填姓名", false, 0},
		{"taken number", draft("钱进", old.IDNumber, ""), "id_number", "这个号码已经是张德华的，请核对", false, 0},
		{"odd number", draft("钱进", string(odd), ""), "", "", true, 0},
		{"short number", draft("钱进", "990101", ""), "", "", true, 0},
		{"dates the wrong way", order, "full_from", "转正日期早于入党日期", false, 0},
		{"same name and birth", draft("张德华", "", "1970-05"), "", "", false, 1},
		{"another of that name", draft("张德华", "", "1980"), "", "", false, 0},
		{"nothing", draft("钱进", soundID("99010119800101001"), "1980-01-01"), "", "", false, 0},
	} {
		got, err := checkDraft(b, c.d)
		if err != nil {
			t.Fatal(err)
		}
		var fault kit.Fault
		if len(got.faults) > 0 {
			fault = got.faults[0]
		}
		if fault != (kit.Fault{Name: c.field, Words: c.words}) || (got.odd != "") != c.odd || len(got.alike) != c.alike {
			t.Errorf("%s: fault %v, odd %q, alike %v", c.what, fault, got.odd, got.alike)
		}
	}
}

func TestACorrectedDateMovesTheCategory(t *testing.T) {
	b := emptyBook(t)
	d := personDraft{Person: org.Person{ID: "p", Name: "钱进", Joined: "2024-05-01", FullFrom: "2025-05-01"}, category: org.FullMember, began: org.BeganRoster}
	if _, err := b.Store.SavePerson(d.made(nil)); err != nil {
		t.Fatal(err)
	}
	r, err := loadPersonForm(b, "p")
	if err != nil {
		t.Fatal(err)
	}
	r.draft.FullFrom = "2025-05-06"
	c, err := checkDraft(b, r.draft)
	if err != nil || len(c.faults) > 0 {
		t.Fatal(err, c.faults)
	}
	if s := c.person.Spells; s[1].To != "2025-05-06" || s[2].From != "2025-05-06" {
		t.Errorf("facts %+v", s)
	}
}
