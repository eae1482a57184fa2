package demo

import (
	"time"

	"branchbook/store/org"
)

// people fills the roster: members, then who left, then who is on the way and
// who visits.
func (b *builder) people() {
	stage := b.stage()
	for i := range b.Members {
		var r role
		if i < len(stage) {
			r = stage[i]
		} else {
			r = b.anybody()
		}
		r.play(b, b.appear(r.look))
	}
	b.newcomers()
	if b.Members >= 7 {
		b.election()
		b.leavers()
		b.onTheWay()
		b.visitors()
	}
	for _, a := range b.cast {
		b.snap.Persons = append(b.snap.Persons, a.Person)
	}
}

// anybody is one more member: of ten, about one is too old to come and two are
// away; a third of the rest is past sixty.
func (b *builder) anybody() role {
	plain := func(b *builder, a *actor) { b.settled(a).plain = true }
	switch n := b.IntN(100); {
	case n < 9:
		return role{look{lo: 75, hi: 90, comes: 8}, func(b *builder, a *actor) {
			b.exempt(b.settled(a), org.ExemptOld, b.Today.AddMonths(-6-b.IntN(60)), 0)
		}}
	case n < 25:
		return role{look{lo: 26, hi: 46}, func(b *builder, a *actor) { b.away(b.settled(a), 9+b.IntN(60), 0) }}
	case n < 28:
		return role{look{lo: 28, hi: 50, comes: 70}, func(b *builder, a *actor) { b.away(b.settled(a), 1+b.IntN(5), 0) }}
	case n < 52:
		return role{look{lo: 61, hi: 74, comes: 68 + b.IntN(28)}, plain}
	case n < 80:
		return role{look{lo: 46, hi: 60, comes: 66 + b.IntN(30)}, plain}
	}
	return role{look{lo: 28, hi: 45, comes: 58 + b.IntN(38)}, plain}
}

// newcomers turns some of the plain members of a large branch into people whom
// it admitted while it kept records: one a year, before those of the cast.
func (b *builder) newcomers() {
	y := b.first.Year()
	for _, a := range b.cast {
		if y > b.Today.Year()-3 {
			return
		}
		if age := y - a.born.Year(); !a.plain || age < 20 || age > 40 {
			continue
		}
		joined := org.NewDate(y, time.Month(4+b.IntN(3)), 1+b.IntN(25))
		a.Spells, a.plain = nil, false
		b.admitted(a, joined, joined.AddMonths(12).AddDays(b.IntN(5)))
		y++
	}
}

// election is held shortly before the term begins.
func (b *builder) election() {
	b.decide(matter{on: b.term().AddDays(-4), kind: org.VoteElection, title: "选举新一届支部委员会", board: true})
}

// leavers died or moved away: one of each last year, and one in every second
// year before.
func (b *builder) leavers() {
	last := b.Today.Year() - 1
	old, young := look{lo: 80, hi: 88, comes: 30}, look{lo: 38, hi: 50, comes: 75}
	b.settled(b.appear(old)).leave(org.NewDate(last, time.May, 3+b.IntN(20)), org.EndedDied, "")
	b.settled(b.appear(young)).leave(org.NewDate(last, time.October, 3+b.IntN(20)), org.EndedMoved, "邻市高新区社区党支部")
	for y := b.first.Year(); y < last; y += 2 {
		b.settled(b.appear(old)).leave(org.NewDate(y, time.Month(2+b.IntN(9)), 5+b.IntN(20)), org.EndedDied, "")
	}
}

// onTheWay are people who want to join.
func (b *builder) onTheWay() {
	steps := []org.SpellValue{org.Applicant, org.Activist, org.Candidate}
	for _, reached := range []int{2, 1, 1, 0, 0} {
		a := b.appear(look{lo: 22, hi: 33, comes: 75, recent: true})
		for i := range reached + 1 {
			from := b.Today.AddMonths(-3 - 9*(reached-i)).AddDays(-b.IntN(20))
			s := org.Spell{Kind: org.SpellCategory, Value: steps[i], From: from.Partial()}
			if i > 0 {
				a.Spells[i-1].To = s.From
			}
			a.add(s)
		}
	}
}

// visitors are the 第一书记, whose membership is elsewhere, and somebody from
// another branch who lives here for a time.
func (b *builder) visitors() {
	a := b.appear(look{lo: 34, hi: 44, comes: 80})
	from := b.Today.AddMonths(-17).Partial()
	home := "澄原县水务局机关党支部"
	a.Job, a.Household, a.Address = "党政机关工作人员", county, ""
	a.add(org.Spell{Kind: org.SpellBelonging, Began: org.BeganGuest, From: from, Who: home})
	a.add(org.Spell{Kind: org.SpellCategory, Value: org.Guest, From: from})
	a.add(org.Spell{Kind: org.SpellPost, Value: org.FirstSec, From: from, Basis: "县委组织部派驻通知"})

	a = b.appear(look{lo: 30, hi: 40, comes: 60})
	from = b.Today.AddMonths(-5).Partial()
	a.Household = "邻县沙岭镇"
	a.add(org.Spell{Kind: org.SpellBelonging, Began: org.BeganGuest, From: from, Who: "邻县沙岭镇党支部"})
	a.add(org.Spell{Kind: org.SpellCategory, Value: org.Guest, From: from})
	a.add(org.Spell{Kind: org.SpellFloating, Value: org.FloatIn, From: from, Title: "在本村大棚基地务工"})
}
