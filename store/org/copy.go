package org

import "slices"

// Copy returns a copy of an aggregate at another revision. It shares nothing
// with the original, so that neither sees the other change.
func Copy(a Aggregate, rev Rev) Aggregate {
	switch v := a.(type) {
	case *Branch:
		c := *v
		c.Rev, c.Groups, c.Units = rev, slices.Clone(v.Groups), slices.Clone(v.Units)
		return &c
	case *Person:
		c := *v
		c.Rev, c.Spells = rev, slices.Clone(v.Spells)
		return &c
	case *Activity:
		return copyActivity(v, rev)
	case *Plan:
		c := *v
		c.Rev = rev
		return &c
	case *Reading:
		c := *v
		c.Rev, c.Read = rev, slices.Clone(v.Read)
		return &c
	case *Review:
		c := *v
		c.Rev = rev
		return &c
	case *Register:
		c := *v
		c.Rev = rev
		return &c
	case *Waiver:
		c := *v
		c.Rev = rev
		return &c
	case *LocalPack:
		c := *v
		c.Rev = rev
		return &c
	case *Closing:
		c := *v
		c.Rev, c.Packs, c.People = rev, slices.Clone(v.Packs), slices.Clone(v.People)
		return &c
	}
	return nil
}

func copyActivity(a *Activity, rev Rev) *Activity {
	c := *a
	c.Rev, c.Attendance, c.Parts = rev, slices.Clone(a.Attendance), slices.Clone(a.Parts)
	for i := range c.Parts {
		p := &c.Parts[i]
		p.Materials, p.Basics, p.Votes = slices.Clone(p.Materials), slices.Clone(p.Basics), slices.Clone(p.Votes)
		p.Audience.Groups, p.Audience.Persons = slices.Clone(p.Audience.Groups), slices.Clone(p.Audience.Persons)
		for j := range p.Votes {
			v := &p.Votes[j]
			v.LeftOut = slices.Clone(v.LeftOut)
			if v.Election != nil {
				e := *v.Election
				e.Candidates = slices.Clone(e.Candidates)
				v.Election = &e
			}
		}
	}
	return &c
}
