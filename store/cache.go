package store

import "branchbook/store/org"

// cache holds aggregates as last read or saved, by kind and id. One is used
// only if the file still has its revision, so the cache can never be wrong, only
// cold.
type cache struct {
	byRef   map[cacheKey]org.Aggregate
	numbers map[org.PersonID]int64 // short keys of everybody; nil: not read yet
}

type cacheKey struct {
	kind org.Kind
	id   string
}

func (c *cache) forget() { *c = cache{byRef: map[cacheKey]org.Aggregate{}} }

func (c *cache) keep(a org.Aggregate) {
	r := a.Ref()
	c.byRef[cacheKey{r.Kind, r.ID}] = a
}

func (c *cache) find(k org.Kind, id string, rev org.Rev) (org.Aggregate, bool) {
	a, ok := c.byRef[cacheKey{k, id}]
	return a, ok && a.Ref().Rev == rev
}
