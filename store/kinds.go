package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"branchbook/store/org"
)

// A cancelled context would make the driver throw the one connection away and
// with it the lock, so nothing here is cancelled half-way.
var background = context.Background()

// noun is what the store can do with one kind of aggregate inside a
// transaction. load returns org.ErrNotFound for an unknown id; save writes the
// aggregate whole, at its own revision; drop removes it.
type noun struct {
	load func(t *tx, id string) (org.Aggregate, error)
	save func(t *tx, a org.Aggregate, isNew bool) error
	drop func(t *tx, id string) error
}

// kinds holds one line per kind of aggregate.
var kinds map[org.Kind]noun

func init() {
	kinds = map[org.Kind]noun{
		org.KindBranch:   {load: loadBranch, save: saveBranch, drop: dropItem("branch")},
		org.KindPerson:   {load: loadPerson, save: savePerson, drop: dropPerson},
		org.KindActivity: {load: loadActivity, save: saveActivity, drop: dropActivity},
		org.KindPlan:     itemNoun(org.KindPlan),
		org.KindReading:  itemNoun(org.KindReading),
		org.KindReview:   itemNoun(org.KindReview),
		org.KindRegister: itemNoun(org.KindRegister),
		org.KindWaiver:   itemNoun(org.KindWaiver),
		org.KindPack:     itemNoun(org.KindPack),
		org.KindClosing:  itemNoun(org.KindClosing),
	}
}

// tableSince is the schema with which a kind's table became what it is, for
// kinds that an older file does not have.
var tableSince = map[org.Kind]int{org.KindClosing: 2}

// smallKinds are the kinds whose tables have the one shape of item.go, in the
// order of org.Kinds.
var smallKinds = []org.Kind{org.KindPlan, org.KindReading, org.KindReview, org.KindRegister, org.KindWaiver, org.KindPack, org.KindClosing}

// get returns the present state of an aggregate, from the cache if its revision
// is there. The value is shared: do not change it.
func (t *tx) get(k org.Kind, id string) (org.Aggregate, error) {
	rev, err := t.rev(k, id)
	if err != nil {
		return nil, err
	}
	if a, ok := t.s.cache.find(k, id, rev); ok {
		return a, nil
	}
	a, err := kinds[k].load(t, id)
	if err != nil {
		return nil, fmt.Errorf("load %s: %w", k, err)
	}
	t.s.cache.keep(a)
	return a, nil
}

// rev returns the revision of an aggregate, or org.ErrNotFound.
func (t *tx) rev(k org.Kind, id string) (rev org.Rev, err error) {
	if _, ok := kinds[k]; !ok {
		return 0, org.ErrNotFound
	}
	err = t.QueryRow("SELECT rev FROM "+string(k)+" WHERE id = ?", id).Scan(&rev)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, org.ErrNotFound
	}
	return rev, err
}

// put saves an aggregate at the next revision and remembers the change for the
// journal. The caller's value keeps its old revision; *Conflict if that is not
// the present one.
func (t *tx) put(a org.Aggregate) error {
	ref := a.Ref()
	if err := a.Validate(); err != nil {
		return err
	}
	old, err := t.present(ref.Kind, ref.ID)
	if err != nil {
		return err
	}
	have := org.Rev(0)
	if old != nil {
		have = old.Ref().Rev
	}
	if have != ref.Rev {
		return &Conflict{ref}
	}
	if err := t.pointsAtSomething(a); err != nil {
		return err
	}
	next, err := t.nextRev(ref, have)
	if err != nil {
		return err
	}
	return t.replace(old, org.Copy(a, next))
}

// present is get, with nil for an aggregate that is not there.
func (t *tx) present(k org.Kind, id string) (org.Aggregate, error) {
	a, err := t.get(k, id)
	if errors.Is(err, org.ErrNotFound) {
		return nil, nil
	}
	return a, err
}

// nextRev never gives a revision twice, not even after an undo removed the
// aggregate: a revision names one content.
func (t *tx) nextRev(ref org.Ref, have org.Rev) (org.Rev, error) {
	if have > 0 {
		return have + 1, nil
	}
	var used org.Rev
	err := t.QueryRow("SELECT ifnull(max(max(rev_from), max(rev_to)), 0) FROM change WHERE kind = ? AND id = ?", ref.Kind, ref.ID).Scan(&used)
	return used + 1, err
}

// replace writes or removes (now == nil) an aggregate and remembers the change.
func (t *tx) replace(old, now org.Aggregate) error {
	c, err := t.changeOf(old, now)
	if err != nil {
		return err
	}
	k := kinds[c.ref.Kind]
	if now == nil && c.ref.Kind == org.KindPerson {
		if c.place, err = t.personNo(org.PersonID(c.ref.ID)); err != nil {
			return err
		}
	}
	if now == nil {
		err = k.drop(t, c.ref.ID)
	} else {
		err = k.save(t, now, old == nil)
		t.saved = append(t.saved, now)
	}
	if err != nil {
		return fmt.Errorf("save %s: %w", c.ref.Kind, err)
	}
	t.changes = append(t.changes, c)
	return nil
}
