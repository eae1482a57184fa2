package ui

import (
	"testing"

	"branchbook/rules"
	"branchbook/store"
	"branchbook/store/org"
)

// abroad is fiveOf, of whom one has been abroad all the year.
func abroad(t *testing.T) (*Book, org.PersonID) {
	t.Helper()
	b, ids := fiveOf(t)
	must(t, b, func(s *store.Store) (store.Changed, error) {
		p, err := s.Person(ids["王建国"])
		if err != nil {
			return store.Changed{}, err
		}
		p = org.Copy(p, p.Rev).(*org.Person)
		p.Spells = append(p.Spells, org.Spell{Kind: org.SpellFloating, Value: org.FloatAbroad, From: "2026-01-01"})
		return s.SaveFacts(p)
	})
	return b, ids["王建国"]
}

func contactsIn(t *testing.T, b *Book, id org.PersonID) personContact {
	t.Helper()
	r, err := loadPerson(b, id, 0)
	if err != nil {
		t.Fatal(err)
	}
	return r.contact
}

// halfYear is the finding of the second half of 2026.
func halfYear(t *testing.T, b *Book, id org.PersonID) rules.State {
	t.Helper()
	y, err := b.ThisYear()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range y.Findings() {
		if f.Rule == "abroad-contact" && f.Person == id && f.Period == "2026H2" {
			return f.State
		}
	}
	return ""
}

func TestTheLastContactIsTheLatestByItsDay(t *testing.T) {
	b, id := abroad(t)
	if c := contactsIn(t, b, id); !c.away || c.n != 0 || c.last != "" {
		t.Errorf("before any: %+v", c)
	}
	for _, r := range []org.Register{{Kind: org.RegFloating, Person: id, From: "2026-08-03", Title: "视频联系", Text: "号码换成 13800005678"},
		{Kind: org.RegFloating, Person: id, From: "2026-02", Title: "电话联系"}, {Kind: org.RegPair, Person: id, From: "2026-09-01", Title: "结对"}} {
		r.ID = store.NewItemID()
		must(t, b, func(s *store.Store) (store.Changed, error) { return s.SaveItem(&r, "联系") })
	}
	if c := contactsIn(t, b, id); c.n != 2 || c.last != "2026年8月3日，视频联系" || c.words != "号码换成 "+org.MaskPhone("13800005678") {
		t.Errorf("%+v", c)
	}
}

func TestAContactIsEnteredMeetsTheRuleAndIsTakenBack(t *testing.T) {
	b, id := abroad(t)
	if got := halfYear(t, b, id); got != rules.Running {
		t.Fatalf("before: %s", got)
	}
	w := openWindow(t, b)
	w.person(id)
	pressWords(t, w, "登记一次联系")
	pressWords(t, w, "保存")
	if !isShown(w, "请写怎么联系的") {
		t.Error("a contact is taken that nobody says anything about")
	}
	combos := combosOn(w) // the first finds people
	combos[len(combos)-1].SetText("视频联系")
	dateFields(w)[0].SetText("2026-11-24")
	pressWords(t, w, "保存")
	if !isShown(w, aheadWords) {
		t.Error("a day to come is taken")
	}
	dateFields(w)[0].SetText("2026-11-23")
	drawScene(t, w, "person-contact")
	pressWords(t, w, "保存")
	if c := contactsIn(t, b, id); c.n != 1 || !isShown(w, "最近一次 2026年11月23日，视频联系（共 1 次）") {
		t.Errorf("saved %+v", c)
	}
	if got := halfYear(t, b, id); got != rules.Done {
		t.Errorf("after: %s", got)
	}
	drawScene(t, w, "person-away")
	pressWords(t, w, "撤销")
	if c := contactsIn(t, b, id); c.n != 0 {
		t.Errorf("after undo %+v", c)
	}
}

func TestNobodyWhoIsHereIsAskedForContacts(t *testing.T) {
	b, _ := abroad(t)
	w := openWindow(t, b)
	y, err := b.ThisYear()
	if err != nil {
		t.Fatal(err)
	}
	w.person(y.Persons[0].ID)
	if isShown(w, "流动党员联系") {
		t.Error("the page of somebody who is here has a line for contacts")
	}
}
