package ui

import (
	"branchbook/rules"
	"branchbook/store"
	"branchbook/store/org"
	"branchbook/ui/kit"
)

// packTick is a pack of rules that a new branch may do without.
type packTick struct {
	name  string
	check *kit.Check
}

// askPacks asks a new branch by which rules it is to be looked at. The central
// ones always hold; the others that come with the program and are on may be left
// out, as by a branch of another city.
func (f *branchForm) askPacks() {
	list := kit.Down(0, kit.Text("中央党内法规：始终按这个检查", kit.Body))
	for _, p := range rules.Packs(nil) {
		if rules.Always(p.Name) || !p.On {
			continue
		}
		tick := packTick{p.Name, kit.NewCheck(p.Title, nil)}
		tick.check.SetOn(true)
		f.packs = append(f.packs, tick)
		list.Add(tick.check)
	}
	f.form.Row(kit.Field{Name: "packs", Label: "按哪些规定检查", Widget: list, Note: "不归它管的支部，请去掉勾选；以后能在“设置”里改"})
}

// unwanted are the packs that were left out.
func (f *branchForm) unwanted() (names []string) {
	for _, p := range f.packs {
		if !p.check.On() {
			names = append(names, p.name)
		}
	}
	return names
}

// leaveOut switches packs of a new branch off. It has no closed year yet, whose
// hours they could change.
func leaveOut(fresh *store.Store, day org.Date, names []string) error {
	for _, name := range names {
		snap, err := fresh.Snapshot(1, 0)
		if err != nil {
			return err
		}
		pack, err := rules.Switch(day, snap.Packs, name, false, store.NewItemID())
		if err != nil {
			return err
		}
		if _, err := fresh.SavePack(pack); err != nil {
			return err
		}
	}
	return nil
}
