package org

// Copy returns a shallow copy of an aggregate at another revision: the lists
// inside are shared.
func Copy(a Aggregate, rev Rev) Aggregate {
	switch v := a.(type) {
	case *Branch:
		return at(*v, func(c *Branch) { c.Rev = rev })
	case *Person:
		return at(*v, func(c *Person) { c.Rev = rev })
	case *Activity:
		return at(*v, func(c *Activity) { c.Rev = rev })
	case *Plan:
		return at(*v, func(c *Plan) { c.Rev = rev })
	case *Reading:
		return at(*v, func(c *Reading) { c.Rev = rev })
	case *Review:
		return at(*v, func(c *Review) { c.Rev = rev })
	case *Register:
		return at(*v, func(c *Register) { c.Rev = rev })
	case *Waiver:
		return at(*v, func(c *Waiver) { c.Rev = rev })
	case *LocalPack:
		return at(*v, func(c *LocalPack) { c.Rev = rev })
	}
	return nil
}

func at[T any](v T, set func(*T)) *T {
	set(&v)
	return &v
}
