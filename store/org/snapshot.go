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
