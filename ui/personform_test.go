package ui

import (
	"slices"
	"testing"

	"branchbook/store/org"
	"branchbook/ui/kit"
)

// formOf is the form that stands, with texts typed into its fields.
func formOf(t *testing.T, w *Window, texts map[string]string) *personForm {
	t.Helper()
	s, ok := w.now.(*personForm)
	if !ok {
		t.Fatalf("%T stands", w.now)
	}
	for name, text := range texts {
		s.fields.texts[name].entry.SetText(text)
	}
	return s
}

func namesOf(t *testing.T, b *Book) (out []string) {
	t.Helper()
	snap, err := b.Store.Snapshot(1, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range snap.Persons {
		out = append(out, p.Name)
	}
	return out
}

func TestANewPersonIsSavedAndTakenBack(t *testing.T) {
	b := emptyBook(t)
	w := openWindow(t, b)
	w.open(atPeople)
	w.addPerson()
	drawScene(t, w, "person-form-new")
	s := formOf(t, w, map[string]string{"name": "张 德华", "id_number": soundID("99010119700501001"), "nation": "汉族"})
	s.fields.fromID()
	s.fields.joined.SetText("1996年12月")
	s.fields.full.SetText("1997年12月")
	s.fields.post.OnChosen(0)
	s.fields.post.SetChosen(1)
	s.build()
	drawScene(t, w, "person-form-post")
	s.save()
	page, ok := w.now.(*person)
	if !ok || !page.added {
		t.Fatalf("%T stands", w.now)
	}
	p, err := b.Store.Person(page.id)
	if err != nil {
		t.Fatal(err)
	}
	want := []org.Spell{{Kind: org.SpellBelonging, Began: org.BeganRoster}, {Kind: org.SpellCategory, Value: org.Probationary, From: "1996-12", To: "1997-12"},
		{Kind: org.SpellCategory, Value: org.FullMember, From: "1997-12"}, {Kind: org.SpellPost, Value: org.Secretary}}
	if p.Name != "张德华" || p.Born != "1970-05-01" || p.Sex != org.Male || !slices.Equal(p.Spells, want) {
		t.Errorf("saved %+v", p)
	}
	drawScene(t, w, "person-added")
	w.undo(w.last)
	if _, ok := w.now.(*people); !ok || len(namesOf(t, b)) != 0 {
		t.Errorf("after undo %T stands with %d people", w.now, len(namesOf(t, b)))
	}
}

func TestAFormAsksAboutSomebodyOnFile(t *testing.T) {
	b, _, _ := studyBook(t)
	w := openWindow(t, b)
	w.addPerson()
	s := formOf(t, w, map[string]string{"name": "孙秀英"})
	s.save()
	if len(namesOf(t, b)) != 2 {
		t.Fatal("saved without asking")
	}
	drawScene(t, w, "person-form-twin")
	pressWords(t, w, "不是同一人，添加")
	if got := namesOf(t, b); !slices.Equal(got, []string{"孙秀英", "钱进", "孙秀英"}) {
		t.Errorf("people %v", got)
	}
}

func TestAFormSaysFaultsAtTheirFields(t *testing.T) {
	b, sun, _ := studyBook(t)
	w := openWindow(t, b)
	w.addPerson()
	s := formOf(t, w, map[string]string{"id_number": sun.IDNumber})
	s.save()
	drawScene(t, w, "person-form-faults")
	if s.form.FaultOf("name") != "请填姓名" || s.form.FaultOf("id_number") != "这个号码已经是孙秀英的，请核对" {
		t.Errorf("faults %q, %q", s.form.FaultOf("name"), s.form.FaultOf("id_number"))
	}
	formOf(t, w, map[string]string{"name": "李秀兰", "id_number": "990101197005010016"[:17] + "9"})
	s.save()
	if len(namesOf(t, b)) != 2 {
		t.Fatal("an odd number is saved without asking")
	}
	pressWords(t, w, "核对无误，照录")
	if got := namesOf(t, b); len(got) != 3 {
		t.Fatalf("people %v", got)
	}
	if p, _ := b.Store.Person(w.now.(*person).id); !p.IDOdd {
		t.Error("an odd number is kept as a sound one")
	}
}

func TestLeavingAFormAsksForWhatIsNotSaved(t *testing.T) {
	b, _, _ := studyBook(t)
	w := openWindow(t, b)
	w.person("sun")
	w.correctPerson("sun")
	drawScene(t, w, "person-form")
	w.goBack()
	if _, ok := w.now.(*person); !ok {
		t.Fatal("an untouched form asks")
	}
	w.correctPerson("sun")
	formOf(t, w, map[string]string{"job": "农民"})
	w.open(atHome)
	drawScene(t, w, "person-form-leave")
	pressWords(t, w, "继续填写")
	if _, ok := w.now.(*personForm); !ok {
		t.Fatal("the form is gone")
	}
	w.open(atHome)
	pressWords(t, w, "保存")
	if p, _ := b.Store.Person("sun"); p.Job != "农民" {
		t.Error("not saved")
	}
	if _, ok := w.now.(*home); !ok {
		t.Errorf("%T stands", w.now)
	}
}

func TestACorrectionGoesBackToThePerson(t *testing.T) {
	b, _, _ := studyBook(t)
	w := openWindow(t, b)
	w.person("sun")
	w.correctPerson("sun")
	s := formOf(t, w, map[string]string{"education": "高中"})
	s.more = true
	s.build()
	formOf(t, w, map[string]string{"joined_at": "柳河村党支部"})
	s.save()
	page, ok := w.now.(*person)
	if !ok || page.id != "sun" || page.rows.person.Education != "高中" || page.rows.person.JoinedAt != "柳河村党支部" {
		t.Errorf("%T stands", w.now)
	}
}

func TestWhatIsNotAskedIsNotSaved(t *testing.T) {
	w := openWindow(t, emptyBook(t))
	w.addPerson()
	s := formOf(t, w, map[string]string{"name": "王伟", "who": "柳河村党支部"})
	s.fields.joined.SetText("2025-03-01")
	s.fields.full.SetText("2026-03-01")
	s.fields.category.SetChosen(slices.Index(org.SpellValues(org.SpellCategory), org.Probationary))
	if d := s.fields.read(); d.Joined != "2025-03-01" || d.FullFrom != "" || d.who != "" {
		t.Errorf("of a 预备党员 %s, %s, %q", d.Joined, d.FullFrom, d.who)
	}
	s.fields.category.SetChosen(slices.Index(org.SpellValues(org.SpellCategory), org.Activist))
	if d := s.fields.read(); d.Joined != "" || d.FullFrom != "" {
		t.Errorf("of an activist %s, %s", d.Joined, d.FullFrom)
	}
}

func TestWordsThatAreNotSavedSurviveAReload(t *testing.T) {
	b, _, _ := studyBook(t)
	w := openWindow(t, b)
	w.correctPerson("sun")
	s := formOf(t, w, map[string]string{"job": "农民"})
	s.reload()
	if s.fields.texts["job"].entry.Text != "农民" {
		t.Error("what was typed is gone")
	}
}

func TestADayThatHasNotComeIsRefused(t *testing.T) {
	b := emptyBook(t)
	w := openWindow(t, b)
	w.addPerson()
	s := formOf(t, w, map[string]string{"name": "孙立新"})
	s.fields.joined.SetDay(kit.Day{Year: 2030, Month: 1, Day: 1})
	s.save()
	if got := s.form.FaultOf("joined"); got != "这一天还没有到，请核对年份" {
		t.Errorf("at the day: %q", got)
	}
	s.fields.joined.SetDay(kit.Day{Year: 2026, Month: 11, Day: 23})
	s.save()
	if len(namesOf(t, b)) != 1 {
		t.Error("today is refused")
	}
}

func TestAFactThatBeginsAheadIsRefused(t *testing.T) {
	today := org.NewDate(2026, 11, 23)
	for _, x := range []struct {
		words string
		a     factAnswers
		want  bool
	}{
		{"转正", factAnswers{day: "2026-11-24"}, true}, {"转正", factAnswers{day: "2026-11"}, false}, {"转正", factAnswers{day: "2027"}, true},
		{"开始担任职务", factAnswers{day: "2027-01-01"}, true}, {"去世", factAnswers{last: "2030-01-01"}, true}, {"去世", factAnswers{last: "2026-11-23"}, false},
		{"延长预备期", factAnswers{day: "2026-11-01", last: "2027-05-01"}, false},
	} {
		c := &factChanges[slices.IndexFunc(factChanges, func(c factChange) bool { return c.words == x.words })]
		if _, got := (&factStep{c, nil, x.a}).ahead(today); got != x.want {
			t.Errorf("%s %v: %v", x.words, x.a, got)
		}
	}
}

func TestACategoryThatWasLeftOpenIsFilledIn(t *testing.T) {
	w := openWindow(t, withUnsorted(t))
	w.person("4")
	press(t, w, "填写类别")
	s := w.now.(*personForm)
	s.fields.category.SetChosen(slices.Index(org.SpellValues(org.SpellCategory), org.FullMember))
	s.fields.full.SetDay(kit.Day{Year: 2002, Month: 7, Day: 1})
	s.save()
	p, err := w.book.Store.Person("4")
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := p.As(org.SpellCategory, org.NewDate(2026, 11, 23)); got.Value != org.FullMember || got.From != "2002-07-01" || p.Unsorted() {
		t.Errorf("%+v", p.Spells)
	}
}

func TestPhonesAndPeoplesAreReadAsTheImportReadsThem(t *testing.T) {
	w := openWindow(t, emptyBook(t))
	w.addPerson()
	s := formOf(t, w, map[string]string{"name": "孙立新", "nation": "汉", "phone": "1380013"})
	s.save()
	if got := s.form.FaultOf("phone"); got == "" || len(namesOf(t, w.book)) != 0 {
		t.Fatalf("seven digits are taken: %q", got)
	}
	formOf(t, w, map[string]string{"phone": "138 0013 8000"})
	s.save()
	snap, err := w.book.Store.Snapshot(1, 0)
	if err != nil || len(snap.Persons) != 1 {
		t.Fatal(err)
	}
	if p := snap.Persons[0]; p.Phone != "13800138000" || p.Nation != "汉族" {
		t.Errorf("saved %s, %s", p.Phone, p.Nation)
	}
}
