package demo

import (
	"branchbook/store/org"
)

// actor is a person with what decides how often it comes.
type actor struct {
	*org.Person
	no      int // place in the roster, from 0
	born    org.Date
	group   org.GroupID
	comes   int    // of a hundred meetings
	missing []span // comes to nothing and asks no leave
	posted  bool   // has or had a post
	plain   bool   // nothing is told of it yet
}

// span is a run of days [from, to).
type span struct{ from, to org.Date }

func (a *actor) add(s org.Spell) {
	a.Spells = append(a.Spells, s)
	a.posted = a.posted || s.Kind == org.SpellPost
}

func (a *actor) gone(day org.Date) bool {
	for _, s := range a.missing {
		if s.from <= day && day < s.to {
			return true
		}
	}
	return false
}

// look says what somebody is like before any career.
type look struct {
	name   string // empty: the next name
	nation string // empty: 汉族
	sex    org.Sex
	lo, hi int // age
	comes  int
	sparse bool // neither phone nor ID number is known
	recent bool // joined lately, so need not be old enough to have joined before the records
}

// appear puts a person on the roster.
func (b *builder) appear(l look) *actor {
	if l.sex == "" {
		l.sex = org.Male
		if b.chance(30) {
			l.sex = org.Female
		}
	}
	if !l.recent {
		l.lo = max(l.lo, 26+b.Years)
		l.hi = max(l.hi, l.lo+3)
	}
	age := l.lo + b.IntN(l.hi-l.lo+1)
	n := len(b.cast) + 1
	a := &actor{Person: &org.Person{ID: org.PersonID(b.ids.next(forPerson)), Sex: l.sex, Nation: l.nation, Name: l.name}, no: n - 1, comes: l.comes}
	a.born = b.Today.AddMonths(-12 * age).AddDays(-1 - b.IntN(364))
	a.Born = a.born.Partial()
	if a.Name == "" {
		a.Name = b.names.next(l.sex, age < 42)
	}
	if a.Nation == "" {
		a.Nation = "汉族"
	}
	if !l.sparse {
		a.IDNumber, a.Phone = b.ids.idNumber(a.born, l.sex), phone(n)
	}
	a.Education, a.Job = b.schooling(age)
	a.Household = county + town
	a.Address = villages[b.Seed%uint64(len(villages))] + string(rune('1'+b.IntN(6))) + "组" + itoa(1+b.IntN(60)) + "号"
	b.cast = append(b.cast, a)
	b.byID[a.ID] = a
	return a
}

// schooling gives 学历 and 工作岗位 that suit an age.
func (b *builder) schooling(age int) (education, job string) {
	switch {
	case age >= 66:
		return pick(b, "小学毕业", "初中毕业", "初中毕业", "普通高中毕业"), "农牧渔民"
	case age >= 45:
		return pick(b, "初中毕业", "初中毕业", "普通高中毕业", "中等专科毕业"), pick(b, "农牧渔民", "农牧渔民", "农牧渔民", "工人（工勤技能人员）")
	}
	return pick(b, "普通高中毕业", "中等专科毕业", "大学专科毕业", "大学专科毕业", "大学本科毕业"),
		pick(b, "农牧渔民", "工人（工勤技能人员）", "企事业单位、社会组织管理人员", "其他职业人员")
}

func pick[T any](b *builder, of ...T) T { return of[b.IntN(len(of))] }

// settled gives the career of somebody who was a full member before the
// records began. Old papers often give no day.
func (b *builder) settled(a *actor) *actor {
	latest := b.first.AddMonths(-26)
	joined := min(b.between(a.born.AddMonths(12*20), a.born.AddMonths(12*34)), b.between(latest.AddMonths(-30), latest))
	full := joined.AddMonths(12).AddDays(b.IntN(9))
	a.Joined, a.FullFrom = joined.Partial(), full.Partial()
	if joined.Year() < b.Today.Year()-25 && b.chance(45) {
		a.Joined, a.FullFrom = a.Joined[:7], a.FullFrom[:7]
	}
	a.add(org.Spell{Kind: org.SpellBelonging, Began: org.BeganRoster})
	if joined.Year() >= b.Today.Year()-15 {
		a.add(org.Spell{Kind: org.SpellCategory, Value: org.Probationary, From: a.Joined, To: a.FullFrom})
	}
	a.add(org.Spell{Kind: org.SpellCategory, Value: org.FullMember, From: a.FullFrom})
	b.join(a, 0)
	return a
}

// join puts a member into a group, in turn unless one is chosen already.
func (b *builder) join(a *actor, from org.Date) {
	if len(b.groups) == 0 {
		return
	}
	if a.group == "" {
		a.group = b.groups[b.turns%len(b.groups)]
		b.turns++
	}
	a.add(org.Spell{Kind: org.SpellGroup, Group: a.group, From: from.Partial()})
}

// admitted gives the career of somebody whom this branch admitted; full is 0
// for somebody who still is on probation.
func (b *builder) admitted(a *actor, joined, full org.Date) *actor {
	a.Joined, a.JoinType, a.JoinedAt = joined.Partial(), "新发展", b.snap.Branch.Name
	a.add(org.Spell{Kind: org.SpellBelonging, Began: org.BeganAdmitted, From: a.Joined})
	b.towards(a, joined)
	to := org.Partial("")
	if full != 0 {
		a.FullFrom, a.Confirmed, to = full.Partial(), "按期转正", full.Partial()
	}
	a.add(org.Spell{Kind: org.SpellCategory, Value: org.Probationary, From: a.Joined, To: to, Basis: "支部党员大会通过"})
	b.decide(matter{on: joined, kind: org.VoteAdmission, who: a})
	if full != 0 {
		a.add(org.Spell{Kind: org.SpellCategory, Value: org.FullMember, From: a.FullFrom, Basis: "支部党员大会通过"})
		b.decide(matter{on: full, kind: org.VoteConfirm, who: a})
	}
	b.join(a, joined)
	return a
}

// towards adds the way from the application to the day of admission.
func (b *builder) towards(a *actor, joined org.Date) {
	steps := []struct {
		v      org.SpellValue
		months int
	}{{org.Applicant, -27 - b.IntN(5)}, {org.Activist, -18 - b.IntN(4)}, {org.Candidate, -4 - b.IntN(2)}}
	for i, s := range steps {
		to := joined
		if i+1 < len(steps) {
			to = joined.AddMonths(steps[i+1].months)
		}
		a.add(org.Spell{Kind: org.SpellCategory, Value: s.v, From: joined.AddMonths(s.months).Partial(), To: to.Partial()})
	}
}

// leave ends everything that goes on, for somebody who died or moved away.
func (a *actor) leave(on org.Date, how org.SpellValue, to string) {
	for i := range a.Spells {
		s := &a.Spells[i]
		if s.To != "" {
			continue
		}
		s.To = on.Partial()
		if s.Kind == org.SpellBelonging {
			s.Ended, s.Who = how, to
		}
	}
}
