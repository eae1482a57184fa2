package ui

import (
	"cmp"
	"slices"

	"branchbook/rules"
	"branchbook/store"
	"branchbook/store/match"
	"branchbook/store/org"
)

// desk is what the form of an activity is filled in on: the branch, its rules
// and the draft.
type desk struct {
	*org.Snapshot
	pack  *rules.Pack
	find  *match.Index
	today org.Date
	draft *draft
}

// draft is an activity as it stands in the form. What the form does not show is
// carried along.
type draft struct {
	base  org.Activity  // without parts and attendance
	old   *org.Activity // as it is on file; nil for a new one
	parts []draftPart
	marks map[seat]mark
}

// draftPart is one part, with names as they are typed.
type draftPart struct {
	org.Part
	chair, recorder, lecturer string
	votes                     []org.Resolution // written in the form, beside those on file
	filled                    likely           // what the form was filled with, to know what was typed since
}

// seat is one person at a part of the draft, counted from 1, or at all of it.
type seat struct {
	person org.PersonID
	part   int
}

// mark is what somebody did who was not simply there, or not due and there.
type mark struct {
	status  org.Status
	reason  org.Reason
	minutes org.Minutes
	text    string
	guest   bool // of somebody who is not due
}

// loadDesk reads what the form needs and fills a draft with what is likely.
func loadDesk(b *Book, want wanted) (*desk, error) {
	k := &desk{today: b.Today()}
	var old *org.Activity
	if id := cmp.Or(want.edit, want.like); id != "" {
		var err error
		if old, err = b.Store.Activity(id); err != nil {
			return nil, err
		}
	}
	first := k.today
	if want.edit != "" {
		first = min(first, old.From())
	}
	snap, err := b.Store.Snapshot(org.NewDate(first.Year()-1, 1, 1), org.NewDate(k.today.Year()+1, 12, 31))
	if err != nil {
		return nil, err
	}
	k.Snapshot, k.find = snap, match.NewIndex(snap.Persons)
	if k.pack, err = rules.Load(k.today, snap.Packs); err != nil {
		return nil, err
	}
	switch {
	case want.edit != "":
		k.draft = k.reopen(old)
	case want.like != "":
		k.draft = k.again(old, want.day)
	default:
		k.draft = k.fresh(want)
	}
	return k, nil
}

// fresh begins a new record.
func (k *desk) fresh(want wanted) *draft {
	d := k.blank()
	p := draftPart{Part: org.Part{Kind: cmp.Or(want.kind, org.ThemeDay), Date: cmp.Or(want.day, k.today)}}
	d.parts = []draftPart{p}
	if p.Date > k.today {
		d.base.State = org.Planned
	}
	if p.Kind == org.GroupMeeting && want.group != "" {
		d.parts[0].Audience = org.Audience{Kind: org.ForGroups, Groups: []org.GroupID{want.group}}
	}
	k.fill(d, 0)
	return d
}

func (k *desk) blank() *draft {
	return &draft{base: org.Activity{ID: store.NewActivityID(), State: org.Held, Level: org.LevelBranch}, marks: map[seat]mark{}}
}

// again begins a record like an earlier one: kind, place, times and who leads,
// never what was said or who came.
func (k *desk) again(like *org.Activity, day org.Date) *draft {
	d := k.blank()
	day = cmp.Or(day, k.today)
	d.base.Place, d.base.Organiser, d.base.Level = like.Place, like.Organiser, like.Level
	for i := range like.Parts {
		was := &like.Parts[i]
		p := draftPart{Part: org.Part{Kind: was.Kind, Form: was.Form, Date: day + was.Date - like.From(), Start: was.Start, End: was.End,
			Length: was.Length, Break: was.Break, Minutes: was.Minutes, Audience: was.Audience}}
		p.chair, p.recorder = k.stillHere(was.Chair, p.Date), k.stillHere(was.Recorder, p.Date)
		d.parts = append(d.parts, p)
	}
	if d.parts[len(d.parts)-1].Date > k.today {
		d.base.State = org.Planned
	}
	return d
}

// reopen brings a record back into the form. A plan whose day has come is taken
// for held.
func (k *desk) reopen(old *org.Activity) *draft {
	d := &draft{base: *old, old: old, marks: map[seat]mark{}}
	d.base.Parts, d.base.Attendance = nil, nil
	if old.State == org.Planned && old.To() <= k.today {
		d.base.State = org.Held
	}
	for i := range old.Parts {
		p := draftPart{Part: old.Parts[i]}
		p.chair, p.recorder, p.lecturer = k.who(p.Chair, p.Date), k.who(p.Recorder, p.Date), k.who(p.Lecturer, p.Date)
		d.parts = append(d.parts, p)
	}
	k.readMarks(d)
	return d
}

// readMarks takes the marks from the rows on file. What is the same wherever a
// person matters is one mark for the whole activity.
func (k *desk) readMarks(d *draft) {
	for _, p := range k.Persons {
		var rows []org.Attendance
		for n := range d.old.Parts {
			r, _ := d.old.At(p.ID, n+1)
			rows = append(rows, r)
		}
		if m, ok := oneMark(rows); ok {
			if m.status != "" {
				d.marks[seat{p.ID, 0}] = m
			}
			continue
		}
		for n, r := range rows {
			if m := markOf(r); m.status != "" {
				d.marks[seat{p.ID, n + 1}] = m
			}
		}
	}
}

// markOf is the mark that a row asks for; without a status if it needs none.
func markOf(r org.Attendance) mark {
	plain := r.Reason == "" && r.Minutes == 0 && r.Text == ""
	if plain && (r.Status == "" || r.Due && r.Status == org.Present || !r.Due && r.Status == org.NotAsked) {
		return mark{}
	}
	return mark{r.Status, r.Reason, r.Minutes, r.Text, !r.Due}
}

// oneMark tells whether a single mark says everything of one person's rows:
// those where the person is due, or all where due at none.
func oneMark(rows []org.Attendance) (m mark, ok bool) {
	due := slices.ContainsFunc(rows, func(r org.Attendance) bool { return r.Due })
	first := true
	for _, r := range rows {
		at := markOf(r)
		if due && !r.Due {
			if at.status != "" {
				return mark{}, false
			}
			continue
		}
		if !first && at != m {
			return mark{}, false
		}
		m, first = at, false
	}
	return m, true
}

// who names somebody as in a field of the form.
func (k *desk) who(w org.Who, day org.Date) string {
	if p := k.Person(w.Person); p != nil {
		return k.Label(p, day)
	}
	return w.Name
}

// stillHere is who, but for people of the branch who have left since.
func (k *desk) stillHere(w org.Who, day org.Date) string {
	if p := k.Person(w.Person); p != nil && !k.here(p, day) {
		return ""
	}
	return k.who(w, day)
}

// here tells whether the branch has somebody on a day.
func (k *desk) here(p *org.Person, day org.Date) bool {
	return p.Is(day, org.SpellBelonging) || !slices.ContainsFunc(p.Spells, func(s org.Spell) bool { return s.Kind == org.SpellBelonging })
}

// suggest lists whom a text in a field may mean, best first; nobody if it is a
// name already.
func (k *desk) suggest(text string, day org.Date) (list []string) {
	for _, hit := range k.find.Find(text, 20) {
		p := k.Person(hit.Person)
		if !k.here(p, day) {
			continue
		}
		label := k.Label(p, day)
		if label == text {
			return nil
		}
		list = append(list, label)
	}
	return list
}
