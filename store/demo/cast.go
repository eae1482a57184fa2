package demo

import (
	"strconv"
	"time"

	"branchbook/store/org"
)

func itoa(n int) string { return strconv.Itoa(n) }

// role is one place in the cast: what somebody is like, and the career.
type role struct {
	look
	play func(*builder, *actor)
}

// stage lists the members in roster order. A small branch has the first of
// them, a large one more of the last kinds.
func (b *builder) stage() []role {
	list := b.leaders()
	if len(b.groups) > 0 {
		list = append(list, b.heads()...)
	}
	return append(list, others...)
}

// leaders are 书记, 副书记 and 委员, where there are enough members for a
// committee, and somebody who was 委员 until the middle of last year.
func (b *builder) leaders() []role {
	sec := role{look{sex: org.Male, lo: 46, hi: 54, comes: 97}, (*builder).newSecretary}
	if b.Members < 7 {
		return []role{sec}
	}
	changed := b.changeDay()
	return []role{
		sec,
		{look{lo: 40, hi: 50, comes: 96}, func(b *builder, a *actor) { b.post(b.settled(a), org.Deputy, "", b.term(), 0) }},
		{look{lo: 36, hi: 48, comes: 96, name: "孙堃", sex: org.Male}, func(b *builder, a *actor) { b.again(b.settled(a), "组织委员") }},
		{look{lo: 30, hi: 38, comes: 95, sex: org.Female}, func(b *builder, a *actor) {
			b.post(b.settled(a), org.Committee, "宣传委员", changed, 0)
			a.add(org.Spell{Kind: org.SpellReserve, Value: org.InCommittees, From: b.term().Partial()})
			b.decide(matter{on: changed.AddDays(-3), kind: org.VoteElection, who: a, title: "补选支部委员会委员"})
		}},
		{look{lo: 50, hi: 60, comes: 95}, func(b *builder, a *actor) { b.again(b.settled(a), "纪检委员") }},
		{look{lo: 55, hi: 63, comes: 85}, func(b *builder, a *actor) {
			b.settled(a)
			b.post(a, org.Committee, "宣传委员", b.before(a), b.term())
			b.post(a, org.Committee, "宣传委员", b.term(), changed)
		}},
	}
}

// heads are the group heads, and one who was head until the middle of last
// year.
func (b *builder) heads() []role {
	changed := b.changeDay().AddMonths(1)
	var out []role
	for i, g := range b.groups {
		from := org.Date(0)
		if i == 1 {
			from = changed
		}
		out = append(out, role{look{lo: 44, hi: 64, comes: 93}, func(b *builder, a *actor) { b.head(a, g, from, 0) }})
	}
	return append(out, role{look{lo: 64, hi: 69, comes: 80, sex: org.Male}, func(b *builder, a *actor) { b.head(a, b.groups[1], 0, changed) }})
}

// head makes somebody head of a group; from is 0 for long ago.
func (b *builder) head(a *actor, g org.GroupID, from, to org.Date) {
	a.group = g
	b.settled(a)
	if from == 0 {
		from = b.before(a)
	}
	a.add(org.Spell{Kind: org.SpellPost, Value: org.GroupHead, Group: g, From: from.Partial(), To: to.Partial()})
}

// term is the first day of the committee's term.
func (b *builder) term() org.Date { return b.snap.Branch.Term.Start }

// before is the first day of a post held before this term: long ago, but only
// after the person had become a full member.
func (b *builder) before(a *actor) org.Date {
	return max(b.term().AddMonths(-12*11), a.FullFrom.Last().AddMonths(3))
}

// changeDay is in the middle of last year, after any election.
func (b *builder) changeDay() org.Date {
	return org.NewDate(b.Today.Year()-1, time.July, 1+int(b.Seed%20))
}

func (b *builder) post(a *actor, v org.SpellValue, title string, from, to org.Date) {
	a.add(org.Spell{Kind: org.SpellPost, Value: v, Title: title, From: from.Partial(), To: to.Partial(), Basis: "禾沿镇党委批复"})
}

// again gives a post in this term and in those before.
func (b *builder) again(a *actor, title string) {
	b.post(a, org.Committee, title, b.before(a), b.term())
	b.post(a, org.Committee, title, b.term(), 0)
}

// newSecretary took over with the term; before it, deputy.
func (b *builder) newSecretary(a *actor) {
	b.settled(a)
	b.post(a, org.Deputy, "", b.before(a), b.term())
	b.post(a, org.Secretary, "", b.term(), 0)
	a.add(org.Spell{Kind: org.SpellReserve, Value: org.InCommittees, From: b.term().Partial()})
}

// others are the members without a post, the most telling first.
var others = []role{
	{look{lo: 74, hi: 80, comes: 12, sex: org.Male}, func(b *builder, a *actor) { // 前任书记
		b.settled(a)
		b.post(a, org.Secretary, "", b.before(a), b.term())
		b.exempt(a, org.ExemptOld, b.term().AddDays(40), 0)
	}},
	{look{lo: 28, hi: 40, name: "贺䶮", sex: org.Male}, func(b *builder, a *actor) { b.away(b.settled(a), 30, 0) }},
	{look{lo: 24, hi: 30, comes: 92, recent: true}, (*builder).probationSoon},
	{look{lo: 26, hi: 34, comes: 90, recent: true}, (*builder).fullThisYear},
	{look{lo: 35, hi: 52, comes: 88}, (*builder).movedIn},
	{look{lo: 58, hi: 66, comes: 70}, func(b *builder, a *actor) { // 病愈后恢复参加
		y := b.Today.Year() - 1
		b.exempt(b.settled(a), org.ExemptIll, org.NewDate(y, time.March, 5), org.NewDate(y, time.September, 1))
	}},
	{look{lo: 25, hi: 36}, func(b *builder, a *actor) { b.away(b.settled(a), 19, 0) }},
	{look{lo: 69, hi: 80, comes: 10}, func(b *builder, a *actor) { b.exempt(b.settled(a), org.ExemptImmobile, b.Today.AddMonths(-31), 0) }},
	{look{lo: 61, hi: 72, comes: 5}, func(b *builder, a *actor) { b.exempt(b.settled(a), org.ExemptIll, b.Today.AddMonths(-9), 0) }},
	{look{lo: 33, hi: 45, comes: 82}, func(b *builder, a *actor) { b.away(b.settled(a), 28, 7) }},
	{look{lo: 35, hi: 46}, func(b *builder, a *actor) {
		b.settled(a)
		a.add(org.Spell{Kind: org.SpellLost, From: b.Today.AddMonths(-8).Partial()[:7], Title: "外出务工经商", Who: "家属也联系不上"})
	}},
	{look{lo: 40, hi: 56, comes: 70, sex: org.Male}, func(b *builder, a *actor) {
		on := b.Today.AddMonths(-7).AddDays(-b.IntN(20))
		b.settled(a)
		a.add(org.Spell{Kind: org.SpellStanding, Value: org.StandNormal, To: on.Partial()})
		a.add(org.Spell{Kind: org.SpellStanding, Value: org.StandProbation, From: on.Partial(), To: on.AddMonths(12).Partial(), Basis: "澄原县纪委处分决定"})
		b.decide(matter{on: on.AddDays(-12), kind: org.VoteDiscipline, who: a})
	}},
	{look{lo: 44, hi: 58}, func(b *builder, a *actor) {
		b.settled(a)
		a.add(org.Spell{Kind: org.SpellStanding, Value: org.StandSuspended, From: b.Today.AddMonths(-22).Partial(), Basis: "失去联系满6个月，禾沿镇党委批准"})
	}},
	{look{lo: 25, hi: 33, comes: 72, recent: true}, (*builder).probationLonger},
	{look{lo: 76, hi: 88, comes: 0}, func(b *builder, a *actor) { b.exempt(b.settled(a), org.ExemptDisabled, b.Today.AddMonths(-40), 0) }},
	{look{lo: 30, hi: 44, comes: 78}, func(b *builder, a *actor) { b.away(b.settled(a), 3, 0) }},
	{look{lo: 26, hi: 38}, func(b *builder, a *actor) { b.abroad(b.settled(a)) }},
	{look{lo: 63, hi: 70, comes: 72, sex: org.Male}, func(b *builder, a *actor) { b.twin = b.settled(a).Name }},
	{look{lo: 31, hi: 41, comes: 56, sex: org.Male}, func(b *builder, a *actor) {
		if b.settled(a); b.twin != "" {
			a.Name = b.twin
		}
	}},
	{look{lo: 30, hi: 40, comes: 68, name: "阿依夏·木拉提", nation: "哈萨克族", sex: org.Female}, func(b *builder, a *actor) { b.settled(a) }},
	{look{lo: 66, hi: 73, comes: 74, name: "陈𠮷祥", sex: org.Male}, func(b *builder, a *actor) { b.settled(a) }},
	{look{lo: 62, hi: 71, comes: 60, sparse: true}, func(b *builder, a *actor) { b.settled(a) }},
	{look{lo: 34, hi: 46, comes: 85}, func(b *builder, a *actor) { // 连续缺席
		b.settled(a)
		y, m, _ := b.Today.YMD()
		a.missing = append(a.missing, span{org.NewDate(y, m, 1).AddMonths(-4), b.Today + 1})
	}},
	{look{lo: 47, hi: 58, comes: 64}, func(b *builder, a *actor) {
		b.settled(a)
		y := b.Today.Year() - 1
		a.missing = append(a.missing, span{org.NewDate(y, time.March, 1), org.NewDate(y, time.July, 1)})
	}},
	{look{lo: 48, hi: 57, comes: 90, nation: "回族"}, func(b *builder, a *actor) {
		b.settled(a)
		a.add(org.Spell{Kind: org.SpellLeader, From: b.Today.AddMonths(-50).Partial()[:7], Title: "禾沿镇农业综合服务中心主任"})
	}},
	{look{lo: 30, hi: 36, comes: 91}, func(b *builder, a *actor) {
		b.settled(a)
		a.add(org.Spell{Kind: org.SpellReserve, Value: org.InReserve, From: b.Today.AddMonths(-16).Partial()})
	}},
	{look{lo: 80, hi: 89, comes: 8}, func(b *builder, a *actor) { b.exempt(b.settled(a), org.ExemptOld, b.Today.AddMonths(-70), 0) }},
}

func (b *builder) exempt(a *actor, class org.SpellValue, from, to org.Date) {
	a.add(org.Spell{Kind: org.SpellExemption, Value: class, From: from.Partial(), To: to.Partial(), Basis: "支委会讨论，报禾沿镇党委同意"})
}

// away sends somebody out so many months ago; back is how many months ago the
// person returned, 0 for not yet.
func (b *builder) away(a *actor, since, back int) {
	s := org.Spell{Kind: org.SpellFloating, Value: org.FloatOut, From: b.Today.AddMonths(-since).AddDays(-b.IntN(20)).Partial()}
	s.Title = pick(b, "省城建筑工地", "沿海电子厂", "邻市物流园", "省城餐饮店", "外省家具厂")
	s.Who = pick(b, either(a.Sex == org.Male, "妻子", "丈夫"), "哥哥", "姐姐", "父亲") + "，电话" + phone(9000+b.IntN(1000))
	if a.Migrant = "是"; back > 0 {
		s.To = b.Today.AddMonths(-back).Partial()
	}
	a.add(s)
}

// abroad sends somebody to study in another country.
func (b *builder) abroad(a *actor) {
	b.away(a, 44, 0)
	s := &a.Spells[len(a.Spells)-1]
	s.Value, s.Title = org.FloatAbroad, "国外大学进修"
	a.Migrant = "否"
}

// probationSoon was admitted ten to twelve months ago: the year ends within two
// months.
func (b *builder) probationSoon(a *actor) {
	b.admitted(a, b.Today.AddMonths(-12).AddDays(8+b.IntN(44)), 0)
}

// probationLonger was to become full three months ago; the assembly gave half
// a year more.
func (b *builder) probationLonger(a *actor) {
	joined := b.Today.AddMonths(-15).AddDays(-b.IntN(9))
	b.admitted(a, joined, 0)
	end := joined.AddMonths(12)
	a.Extended = "延长6个月"
	a.add(org.Spell{Kind: org.SpellExtension, From: end.Partial(), To: joined.AddMonths(18).Partial(), Basis: "支部党员大会决定，禾沿镇党委批准"})
	b.decide(matter{on: end, kind: org.VoteConfirm, who: a, title: "讨论预备党员转正，延长预备期六个月"})
}

func (b *builder) fullThisYear(a *actor) {
	full := b.between(b.thisYear()+2, b.Today.AddMonths(-1))
	full = min(full, b.Today)
	b.admitted(a, full.AddMonths(-12).AddDays(-b.IntN(4)), full)
}

func (b *builder) thisYear() org.Date { return org.NewDate(b.Today.Year(), time.January, 1) }

// movedIn came from another branch in this year.
func (b *builder) movedIn(a *actor) {
	on := min(b.between(b.thisYear()+3, b.Today.AddMonths(-2)), b.Today)
	b.settled(a)
	a.Spells = nil
	a.add(org.Spell{Kind: org.SpellBelonging, Began: org.BeganMovedIn, From: on.Partial(), Who: county + "下柳镇第二机械厂党支部"})
	a.add(org.Spell{Kind: org.SpellCategory, Value: org.FullMember, From: a.FullFrom})
	b.join(a, on)
}
