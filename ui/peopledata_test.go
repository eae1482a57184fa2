package ui

import (
	"slices"
	"testing"

	"branchbook/store/org"
)

// somebody is a full member of a relation without an end, with facts beside.
func somebody(id, name string, facts ...org.Spell) *org.Person {
	return &org.Person{ID: org.PersonID(id), Name: name, Spells: append([]org.Spell{{Kind: org.SpellBelonging, Began: org.BeganRoster},
		{Kind: org.SpellCategory, Value: org.FullMember}}, facts...)}
}

// smallRoster has one of each kind of people.
func smallRoster() *org.Snapshot {
	head := somebody("1", "张德华", org.Spell{Kind: org.SpellPost, Value: org.Secretary, From: "2024-03-10"}, org.Spell{Kind: org.SpellGroup, Group: "g2"})
	head.Born, head.FullFrom, head.Joined, head.Phone, head.Sex = "1970-05-02", "1997-12-15", "1996-12-15", "13800005678", org.Male
	away := somebody("2", "单红", org.Spell{Kind: org.SpellFloating, Value: org.FloatOut, From: "2025"}, org.Spell{Kind: org.SpellExemption, Value: org.ExemptOld})
	trial := somebody("3", "李秀兰", org.Spell{Kind: org.SpellFloating, Value: org.FloatAbroad, From: "2026"})
	trial.Spells[1].Value, trial.FullFrom = org.Probationary, ""
	activist := somebody("4", "王伟")
	activist.Spells[1].Value = org.Activist
	sent := somebody("5", "赵志刚")
	sent.Spells[0].To, sent.Spells[0].Ended = "2026-03-01", org.EndedMoved
	wrong := somebody("6", "误录的人")
	wrong.Spells[0].To, wrong.Spells[0].Ended = "2026-03-01", org.EndedError
	guest := somebody("7", "第一书记", org.Spell{Kind: org.SpellPost, Value: org.FirstSec})
	guest.Spells[0].Began = org.BeganGuest
	return &org.Snapshot{Branch: &org.Branch{Groups: []org.Group{{ID: "g1", Name: "第一党小组"}, {ID: "g2", Name: "第二党小组"}}},
		Persons: []*org.Person{head, away, trial, activist, sent, wrong, guest}}
}

func TestTheRosterCountsEachKindOfPeople(t *testing.T) {
	d := peopleOf(smallRoster(), org.NewDate(2026, 11, 23))
	want := [peopleFilters]int{peopleHere: 5, peopleFull: 2, peopleTrial: 1, peopleCommittee: 1, peopleFloating: 2, peopleOnTheWay: 1, peopleGone: 1}
	if d.counts != want {
		t.Errorf("counts %v, want %v", d.counts, want)
	}
	if got := d.members(); got != "党员 3 人" {
		t.Error(got)
	}
	if len(d.rows) != 6 {
		t.Errorf("%d rows, want 6: who was entered by mistake is not shown", len(d.rows))
	}
}

func TestARowTellsAPersonInWords(t *testing.T) {
	d := peopleOf(smallRoster(), org.NewDate(2026, 11, 23))
	r := d.rows[0]
	if r.age != 56 || r.monthsText != "28 年" || r.group != "第二党小组" || r.groupAt != 1 || r.posts != "书记" || r.postAt != 0 || r.phone != "138****5678" || r.state != "" {
		t.Errorf("row %+v", r)
	}
	for i, want := range map[int]string{1: "流动、不作硬性要求", 2: "流动", 4: "转出"} {
		if got := d.rows[i].state; got != want {
			t.Errorf("%s is %q, want %q", d.rows[i].name, got, want)
		}
	}
	if d.rows[5].postAt == 0 {
		t.Error("第一书记 counts as 书记")
	}
}

func TestFindingNarrowsTheRosterInItsOrder(t *testing.T) {
	d := peopleOf(smallRoster(), org.NewDate(2026, 11, 23))
	for _, c := range []struct {
		filter peopleFilter
		text   string
		want   []int
	}{
		{peopleHere, "", []int{0, 1, 2, 3, 5}}, {peopleHere, "zdh", []int{0}}, {peopleHere, " 秀兰 ", []int{2}}, {peopleFull, "", []int{0, 1}},
		{peopleGone, "zhao", []int{4}}, {peopleHere, "zhao", []int{}}, {peopleHere, "shanhong", []int{1}},
	} {
		if got := d.pick(c.filter, c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s %q: %v, want %v", peopleFilterWords[c.filter], c.text, got, c.want)
		}
	}
}

func TestUnknownDatesSortLast(t *testing.T) {
	dates := []org.Partial{"", "1997", "1996-12-15", "1996-12"}
	slices.SortFunc(dates, earlierDate)
	if want := []org.Partial{"1996-12", "1996-12-15", "1997", ""}; !slices.Equal(dates, want) {
		t.Errorf("%v, want %v", dates, want)
	}
}
