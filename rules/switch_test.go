package rules

import (
	"errors"
	"slices"
	"testing"

	"branchbook/store/org"
)

func TestPacksTellWhatIsSwitchedOn(t *testing.T) {
	on := func(local ...*org.LocalPack) (names []string) {
		for _, p := range Packs(local) {
			if p.On {
				names = append(names, p.Name)
			}
		}
		return names
	}
	if got := on(); !slices.Equal(got, []string{"central", "jinan-2020"}) {
		t.Errorf("without local packs: %v", got)
	}
	own := &org.LocalPack{Name: "own", On: true, Text: goodPack}
	if got := on(&org.LocalPack{Name: "town-sample", On: true}, &org.LocalPack{Name: "central"}, own); !slices.Equal(got, []string{"central", "jinan-2020", "town-sample", "own"}) {
		t.Errorf("with three local packs: %v", got)
	}
	list := Packs([]*org.LocalPack{own, {Name: "broken", Text: "x"}})
	if p := list[len(list)-2]; p.Layer != "town" || p.Title == "own" {
		t.Errorf("a local pack shows as %q of layer %q", p.Title, p.Layer)
	}
	if p := list[len(list)-1]; p.Title != "broken" {
		t.Errorf("a local pack that cannot be read shows as %q", p.Title)
	}
}

func TestSwitchKeepsTheLocalPackThatIsThere(t *testing.T) {
	have := []*org.LocalPack{{ID: "old", Rev: 3, Name: "town-sample", On: true}}
	p, err := Switch(newYear, have, "town-sample", false, "new")
	if err != nil || p.ID != "old" || p.Rev != 3 || p.On || !have[0].On {
		t.Errorf("switched off: %+v, %v; before: %+v", p, err, have[0])
	}
	if p, err = Switch(newYear, have, "jinan-2020", false, "new"); err != nil || p.ID != "new" || p.On {
		t.Errorf("a shipped pack switched off: %+v, %v", p, err)
	}
	var f *Fault
	if _, err := Switch(newYear, nil, "nothing", true, "new"); !errors.As(err, &f) || f.Why != FaultNoPack {
		t.Errorf("an unknown pack: %v", err)
	}
}
