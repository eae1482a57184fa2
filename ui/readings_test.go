package ui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"branchbook/rules"
	"branchbook/store"
	"branchbook/store/org"
	"branchbook/ui/kit"
)

func readingsOf(t testing.TB, b *Book, year int) *readingYear {
	t.Helper()
	d, err := loadReadings(b, year)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestTheReadingListIsOfItsYearAndNamesMembers(t *testing.T) {
	b, ids := reviewVillage(t)
	for year, title := range map[int]string{2025: "去年的书", 2026: "党章"} {
		must(t, b, func(s *store.Store) (store.Changed, error) {
			return s.SaveItem(&org.Reading{ID: store.NewItemID(), Year: year, Title: title, Read: []org.ReadMark{{Person: ids["陈新"]}}}, title)
		})
	}
	d := readingsOf(t, b, 2026)
	if len(d.items) != 1 || d.items[0].Title != "党章" || !d.earlier {
		t.Errorf("items %+v, earlier %v", d.items, d.earlier)
	}
	var names []string
	for _, r := range d.who {
		names = append(names, r.name)
	}
	if want := []string{"李秀兰", "王建国", "周小雨", "赵德厚", "陈新"}; !slices.Equal(names, want) { // 陈新 is no member, and has a mark
		t.Errorf("%v, want %v", names, want)
	}
}

func TestAnItemIsAddedOnceAndMarksKeepTheirDay(t *testing.T) {
	b, ids := reviewVillage(t)
	w := openWindow(t, b)
	w.readings(2026)
	s := w.now.(*readings)
	add := func(title string) {
		test.Tap(s.add)
		drawnOf[*kit.Entry](w)[0].SetText(title)
		pressWords(t, w, "保存")
	}
	add(" 党章 ")
	if len(s.data.items) != 1 || s.data.items[0].Title != "党章" || s.data.items[0].Year != 2026 {
		t.Fatalf("items %+v", s.data.items)
	}
	add("党章")
	if len(s.data.items) != 1 || !isShown(w, "这一年已经有这一项") {
		t.Error("the same item is added twice")
	}
	pressWords(t, w, "取消")
	if got := findingOf(t, b, "required-reading", ""); got != rules.Running {
		t.Errorf("before: %s", got)
	}

	s.table.OnOpen(0)
	dateFields(w)[0].SetText("2026-5-4")
	drawnOf[*kit.TickSheet](w)[0].Next(1)
	pressWords(t, w, "保存")
	first := org.ReadMark{Person: ids["王建国"], On: org.NewDate(2026, 5, 4)}
	if got := readingsOf(t, b, 2026).items[0].Read; !slices.Equal(got, []org.ReadMark{first}) {
		t.Fatalf("marks %+v", got)
	}
	if got := findingOf(t, b, "required-reading", ""); got != rules.Done {
		t.Errorf("after: %s", got)
	}

	s.table.OnOpen(0)
	drawnOf[*kit.TickSheet](w)[0].Next(0)
	pressWords(t, w, "保存")
	if got := readingsOf(t, b, 2026).items[0].Read; !slices.Equal(got, []org.ReadMark{{Person: ids["李秀兰"]}, first}) {
		t.Errorf("marks %+v", got)
	}
	pressWords(t, w, "撤销")
	if got := readingsOf(t, b, 2026).items[0].Read; !slices.Equal(got, []org.ReadMark{first}) {
		t.Errorf("after undo %+v", got)
	}

	s.table.OnOpen(0)
	drawnOf[*kit.TickSheet](w)[0].Next(1)
	pressWords(t, w, "保存")
	if got := readingsOf(t, b, 2026).items[0].Read; len(got) != 0 {
		t.Errorf("a mark that was taken away stays: %+v", got)
	}
}
