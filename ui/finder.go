package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"branchbook/store/match"
	"branchbook/store/org"
	"branchbook/ui/kit"
)

// foundAtOnce is how many people a search shows at most.
const foundAtOnce = 20

// finder is the search field of the title line: it opens a person's page by
// name, pinyin or initials.
type finder struct {
	w     *Window
	lane  kit.Lane
	entry *kit.Combo
	box   fyne.CanvasObject
	names names
}

// names finds people and knows what they are called on a list.
type names struct {
	index  *match.Index
	labels map[org.PersonID]string
	ids    map[string]org.PersonID
}

func newFinder(w *Window) *finder {
	f := &finder{w: w, entry: kit.NewCombo("找人：姓名或首字母", nil)}
	f.entry.Icon = kit.IconResource("search", kit.Second)
	f.entry.Suggest = func(text string) []string { return f.names.find(text) }
	f.entry.OnPicked = f.open
	f.entry.None, f.entry.Clears = "没有这个人", true
	f.box = kit.Sized(250, 0, f.entry)
	return f
}

func (f *finder) field() fyne.CanvasObject { return f.box }
func (f *finder) focus()                   { f.w.win.Canvas().Focus(f.entry) }

// fresh reads the people anew.
func (f *finder) fresh() {
	book := f.w.book
	kit.Go(f.w.run, &f.lane, func(context.Context) (names, error) { return loadNames(book) }, func(n names, err error) {
		if err != nil {
			f.w.log(err)
			return
		}
		f.names = n
	})
}

func loadNames(b *Book) (names, error) {
	snap, err := b.Store.Snapshot(1, 0)
	if err != nil {
		return names{}, err
	}
	n := names{index: match.NewIndex(snap.Persons), labels: map[org.PersonID]string{}, ids: map[string]org.PersonID{}}
	for _, p := range snap.Persons {
		label := snap.Label(p, b.Today())
		for n.ids[label] != "" { // two of one name whom nothing else tells apart
			label += "·"
		}
		n.labels[p.ID], n.ids[label] = label, p.ID
	}
	return n, nil
}

// find lists people by what was typed, best first.
func (n names) find(text string) (list []string) {
	if n.index == nil || text == "" {
		return nil
	}
	for _, h := range n.index.Find(text, foundAtOnce) {
		list = append(list, n.labels[h.Person])
	}
	return list
}

func (f *finder) open(label string) {
	id, ok := f.names.ids[label]
	f.entry.SetText("")
	if ok {
		f.w.person(id)
	}
}
