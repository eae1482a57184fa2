package match

import (
	"testing"

	"branchbook/store/org"
)

func TestAnIDNumberIsTakenBySomebodyElseOnly(t *testing.T) {
	a, b := &org.Person{ID: "a", IDNumber: "990101197005011234"}, &org.Person{ID: "b"}
	persons := []*org.Person{a, b}
	if got := Taken(persons, &org.Person{ID: "c", IDNumber: a.IDNumber}); got != a {
		t.Errorf("taken by %v, want a", got)
	}
	for _, p := range []*org.Person{a, b, {ID: "c"}, {ID: "c", IDNumber: "990101197005011235"}} {
		if got := Taken(persons, p); got != nil {
			t.Errorf("%s: taken by %s", p.ID, got.ID)
		}
	}
}
