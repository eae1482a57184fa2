// Package demo makes an invented village branch of any size, the same one for
// the same options: people with every kind of dated fact, years of activities
// with attendance as the rules judge it, and the small registers beside them.
//
// Nobody in it exists. ID numbers carry the region 990101, which no place has;
// mobile numbers begin with 1540000, a prefix chosen because it is not in use.
package demo

import (
	"fmt"
	"math/rand/v2"
	"time"

	"branchbook/rules"
	"branchbook/store/org"
)

// Options say what branch to make. Zero values stand for the defaults.
type Options struct {
	Members int      // full and probationary members on Today, 1–2000; default 38
	Years   int      // calendar years with activities, the last is Today's, 1–10; default 2
	Seed    uint64   // default 1
	Today   org.Date // the day up to which the branch has lived, 2000–2190; required
}

// Make returns the branch. Every aggregate has revision 0 and is valid. People
// stand in roster order, activities by first day, and ids rise in both. It
// returns an *org.Invalid for options out of range.
func Make(o Options) (*org.Snapshot, error) {
	o = o.withDefaults()
	if err := o.check(); err != nil {
		return nil, err
	}
	pack, err := rules.Load(o.Today, nil)
	if err != nil {
		return nil, fmt.Errorf("load rules: %w", err)
	}
	b := newBuilder(o, pack)
	b.people()
	b.activities()
	b.papers()
	return b.snap, nil
}

func (o Options) withDefaults() Options {
	if o.Members == 0 {
		o.Members = 38
	}
	if o.Years == 0 {
		o.Years = 2
	}
	if o.Seed == 0 {
		o.Seed = 1
	}
	return o
}

func (o Options) check() error {
	switch y := o.Today.Year(); {
	case o.Members < 1 || o.Members > 2000:
		return &org.Invalid{Field: "members", Why: org.WhyNumber}
	case o.Years < 1 || o.Years > 10:
		return &org.Invalid{Field: "years", Why: org.WhyNumber}
	case y < 2000 || y > 2190:
		return &org.Invalid{Field: "today", Why: org.WhyDate}
	}
	return nil
}

// builder holds the branch while it grows.
type builder struct {
	Options
	*rand.Rand
	pack   *rules.Pack
	snap   *org.Snapshot
	ids    ids
	names  *names
	first  org.Date // first day with records
	groups []org.GroupID
	cast   []*actor
	byID   map[org.PersonID]*actor
	twin   string // name that a second person bears as well
	turns  int    // members given a group so far
	matter []matter
	drafts []*draft
	busy   []org.Date // days with an assembly
	gaps   []gap
}

// gap is a period without an activity that a rule asks for.
type gap struct{ rule, period string }

func newBuilder(o Options, pack *rules.Pack) *builder {
	b := &builder{
		Options: o, Rand: rand.New(rand.NewPCG(o.Seed, 0x6272616e6368)), pack: pack, snap: &org.Snapshot{},
		first: org.NewDate(o.Today.Year()-o.Years+1, time.January, 1), byID: map[org.PersonID]*actor{},
	}
	b.ids.Rand = rand.New(rand.NewPCG(o.Seed, 0x6964))
	b.ids.tag, b.ids.taken = b.ids.Uint32(), map[string]bool{}
	b.names = newNames(b.Rand)
	b.snap.Branch = b.branch()
	return b
}

// branch makes the branch with its groups. Fewer than twelve members need no
// groups.
func (b *builder) branch() *org.Branch {
	village := villages[b.Seed%uint64(len(villages))]
	br := &org.Branch{
		ID: b.ids.item(), Name: "中共" + town + village + "支部委员会", Code: fmt.Sprintf("DEMO-%05d", b.Seed%100_000),
		Kind: org.Village, Superior: "中共" + town + "委员会", Term: org.Term{Start: b.termStart(), Years: 5}, Demo: true,
	}
	n := 0
	switch {
	case b.Members >= 150:
		n = 5
	case b.Members >= 60:
		n = 4
	case b.Members >= 12:
		n = 3
	}
	for i := range n {
		g := org.Group{ID: org.GroupID(b.ids.next(forGroup)), Name: "第" + []string{"一", "二", "三", "四", "五"}[i] + "党小组"}
		br.Groups = append(br.Groups, g)
		b.groups = append(b.groups, g.ID)
	}
	return br
}

// termStart is one to two years back, so early that the half year for the new
// secretary's training ends inside last year or this one.
func (b *builder) termStart() org.Date {
	last := b.Today.Year() - 1
	if b.Today.Month() < time.March {
		return org.NewDate(last-1, time.November, 10+b.IntN(15))
	}
	return org.NewDate(last, time.February, 3+b.IntN(20))
}

// between returns a day of [from, to]; from if the range is empty.
func (b *builder) between(from, to org.Date) org.Date {
	if to <= from {
		return from
	}
	return from.AddDays(b.IntN(int(to-from) + 1))
}

// chance is true so many times in a hundred.
func (b *builder) chance(percent int) bool { return b.IntN(100) < percent }
