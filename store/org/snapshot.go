package org

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
