package ui

import (
	"fmt"

	"branchbook/store"
	"branchbook/store/intake"
	"branchbook/store/org"
	"branchbook/ui/kit"
)

// postForm asks for the posts that a roster names: which post, and since when.
type postForm struct {
	form *kit.Form
	rows []postRow
}

// postRow is one post of the roster with its fields.
type postRow struct {
	intake.Post
	value *kit.Select
	since *kit.DateField
}

func newPostForm(posts []intake.Post, today org.Date) *postForm {
	f := &postForm{form: kit.NewForm()}
	f.form.Add(kit.Text("名册里写了职务的", kit.CardTitle))
	f.form.Add(kit.NewProse("核对后点“保存职务”。任职日期是批准的日期，只记得年月就写年月，不清楚的不填；以后能改。应修多少学时，要看职务。", kit.Label))
	for i, p := range posts {
		row := postRow{p, kit.NewSelect(append([]string{"不登记"}, valueWords(org.SpellPost)...), nil), kit.NewDateField()}
		row.value.SetChosen(1 + valuePlace(p.Fact.Value))
		row.since.Partial = true
		row.since.Today = func() kit.Day { return partialDay(today.Partial()) }
		f.rows = append(f.rows, row)
		words := fmt.Sprintf("%s（名册里写“%s”）", p.Name, p.Words)
		f.form.Row(kit.Field{Name: fmt.Sprint("post", i), Label: words, Widget: row.value, Share: 1.4}, kit.Field{Name: fmt.Sprint("since", i), Label: "任职日期（不清楚的不填）", Widget: row.since})
	}
	return f
}

// valuePlace is where a post stands in the list, -1 for none.
func valuePlace(v org.SpellValue) int {
	for i, other := range org.SpellValues(org.SpellPost) {
		if other == v {
			return i
		}
	}
	return -1
}

// read gives the posts to be saved, by person; ok is false if something is wrong,
// which is shown.
func (f *postForm) read(today org.Date) (facts map[org.PersonID][]org.Spell, ok bool) {
	if f.form.Unread() {
		return nil, false
	}
	facts = map[org.PersonID][]org.Spell{}
	var faults []kit.Fault
	for i, row := range f.rows {
		at := row.value.Chosen() - 1
		if at < 0 {
			continue
		}
		fact := row.Fact
		if v := org.SpellValues(org.SpellPost)[at]; v != fact.Value {
			fact = org.Spell{Kind: org.SpellPost, Value: v}
		}
		if fact.From = dayPartial(row.since.Day()); fact.From.First() > today {
			faults = append(faults, kit.Fault{Name: fmt.Sprint("since", i), Words: aheadWords})
		}
		facts[row.Person] = append(facts[row.Person], fact)
	}
	return facts, !f.form.SetFaults(faults...)
}

// savePosts saves all of them as one change.
func (s *intakePage) savePosts(f *postForm) {
	facts, ok := f.read(s.w.book.Today())
	if !ok {
		return
	}
	if len(facts) == 0 {
		s.w.open(atPeople)
		return
	}
	people, err := withPosts(s.w.book.Store, facts)
	if err != nil {
		s.w.fail(err)
		return
	}
	list := make([]org.Aggregate, len(people))
	for i, p := range people {
		list[i] = p
	}
	about := fmt.Sprintf("%d 人的职务", len(people))
	s.w.actOn("已登记 "+about, these(list...), func(b *Book) (store.Changed, error) { return b.Store.SaveFactsOf(about, people) }, func(store.Changed) {
		s.finish("职务登记好了", kit.NewForm().Add(kit.Text("登记了 "+about+"。以后换届、调整，在党员的页面点“登记变动”。", kit.Body)), nil)
	})
}

// withPosts are the people on file, with the posts added.
func withPosts(s *store.Store, facts map[org.PersonID][]org.Spell) ([]*org.Person, error) {
	snap, err := s.Snapshot(1, 0)
	if err != nil {
		return nil, err
	}
	var out []*org.Person
	for _, q := range snap.Persons {
		if len(facts[q.ID]) == 0 {
			continue
		}
		p := org.Copy(q, q.Rev).(*org.Person)
		for _, f := range facts[q.ID] {
			if err := p.Begin(f); err != nil {
				return nil, err
			}
		}
		if err := p.FactFault(p.Validate()); err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}
