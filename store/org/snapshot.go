package org

import (
	"cmp"
	"slices"
)

// Snapshot is everything that the rules judge, as plain values: the people and
// small facts whole, the activities of the years asked for. It is read-only:
// the store shares its values between callers.
type Snapshot struct {
	Branch     *Branch
	Persons    []*Person   // in roster order: as entered or imported
	Activities []*Activity // by first day, then id
	Plans      []*Plan
	Readings   []*Reading
	Reviews    []*Review
	Registers  []*Register
	Waivers    []*Waiver
	Packs      []*LocalPack
	Closings   []*Closing // by year
}

// Small lists the small aggregates, in the order of Kinds.
func (s *Snapshot) Small() []Aggregate {
	list := appendAll(nil, s.Plans)
	list = appendAll(list, s.Readings)
	list = appendAll(list, s.Reviews)
	list = appendAll(list, s.Registers)
	list = appendAll(list, s.Waivers)
	list = appendAll(list, s.Packs)
	return appendAll(list, s.Closings)
}

func appendAll[T Aggregate](list []Aggregate, more []T) []Aggregate {
	for _, a := range more {
		list = append(list, a)
	}
	return list
}

// With returns the snapshot as it will be when the aggregates are saved: each in
// the place of its old state, or as a new one. s stays as it is.
func (s *Snapshot) With(list ...Aggregate) *Snapshot {
	c := *s
	for _, a := range list {
		if b, ok := a.(*Branch); ok {
			c.Branch = b
		}
	}
	c.Persons, c.Activities = placed(s.Persons, list), placed(s.Activities, list)
	slices.SortStableFunc(c.Activities, func(a, b *Activity) int {
		return cmp.Or(cmp.Compare(a.From(), b.From()), cmp.Compare(a.ID, b.ID))
	})
	c.Plans, c.Readings, c.Reviews = placed(s.Plans, list), placed(s.Readings, list), placed(s.Reviews, list)
	c.Registers, c.Waivers, c.Packs = placed(s.Registers, list), placed(s.Waivers, list), placed(s.Packs, list)
	c.Closings = placed(s.Closings, list)
	return &c
}

// placed returns a copy of have in which those of list stand in the place of
// their old states, the new ones at the end.
func placed[T Aggregate](have []T, list []Aggregate) []T {
	now := map[string]T{}
	out := make([]T, 0, len(have)+1)
	for _, a := range list {
		if v, ok := a.(T); ok {
			now[v.Ref().ID] = v
		}
	}
	for _, old := range have {
		id := old.Ref().ID
		if v, ok := now[id]; ok {
			old = v
			delete(now, id)
		}
		out = append(out, old)
	}
	for _, a := range list {
		if v, ok := now[a.Ref().ID]; ok {
			out = append(out, v)
			delete(now, a.Ref().ID)
		}
	}
	return out
}

// Person finds a person by id, nil if there is none.
func (s *Snapshot) Person(id PersonID) *Person {
	for _, p := range s.Persons {
		if p.ID == id {
			return p
		}
	}
	return nil
}

// Label names a person as people do who know several of that name: with the
// group of the day in brackets if the roster has the name twice.
func (s *Snapshot) Label(p *Person, day Date) string {
	for _, other := range s.Persons {
		if other.Name != p.Name || other.ID == p.ID {
			continue
		}
		if in, ok := p.As(SpellGroup, day); ok {
			if g, ok := s.Branch.Group(in.Group); ok {
				return p.Name + "（" + g.Name + "）"
			}
		}
	}
	return p.Name
}
