package demo

import (
	"time"

	"branchbook/store/org"
)

// trainings are what the town and the county held.
func (b *builder) trainings(y int) {
	b.winter(y)
	b.class(y)
	b.young(y)
}

// above begins an activity that a higher level held.
func (b *builder) above(on org.Date, title, place string, level org.Level) *draft {
	d := b.plan(on, title, place)
	if d != nil {
		d.Level, d.Organiser = level, "中共"+town+"委员会"
		if level == org.LevelCounty {
			d.Organiser = "中共" + county + "委员会组织部"
		}
	}
	return d
}

// fullDay makes a part of a whole day.
func fullDay(p org.Part) org.Part {
	p = at(p, 8, 30, 510)
	p.Length, p.Break = org.FullDay, 90
	return p
}

// winter is the day of training for everybody (冬训).
func (b *builder) winter(y int) {
	on := b.free(org.NewDate(y, time.January, 17))
	d := b.above(on, "农村党员冬训", "禾沿镇党校", org.LevelTown)
	if d == nil {
		return
	}
	d.Season, d.Proof = org.Winter, "镇党委冬训通知和签到表"
	p := fullDay(part(org.Training, on, subject{title: "农村党员冬训", content: org.ContentTheory, method: "lecture", oath: true, papers: "冬训辅导材料",
		text: "上午集中辅导，下午分村讨论，参观镇便民服务中心。"}))
	p.Lecturer.Name, p.School = lecturers[y%len(lecturers)], true
	d.Parts = []org.Part{p}
}

// class is the three days in the county for secretary and committee; somebody
// is called back on the second day.
func (b *builder) class(y int) {
	on := org.NewDate(y, time.May, 11)
	if b.Members < 7 || on+2 > b.Today {
		return
	}
	d := b.above(on, "村党组织班子成员集中轮训", "澄原县委党校", org.LevelCounty)
	if d == nil {
		return
	}
	d.Proof = "县委组织部培训通知和结业名单"
	for i, s := range days {
		p := fullDay(part(org.Rotation, on.AddDays(i), s))
		p.Audience.Kind, p.School, p.Analysis = org.ForCommittee, true, i == 1
		p.Lecturer.Name = lecturers[i]
		d.Parts = append(d.Parts, p)
	}
	d.offWho, d.offPart = b.holder(on, org.Committee, "纪检委员"), 2
	d.muster = true
}

// young is the town's class for those on probation and newly full members.
func (b *builder) young(y int) {
	on := org.NewDate(y, time.August, 22)
	list := b.who(func(a *actor) bool {
		full, ok := a.FullFrom.Full()
		return a.Is(on, org.SpellBelonging) && (a.Is(on, org.SpellCategory, org.Probationary) || ok && full <= on && on < full.AddMonths(12))
	})
	if len(list) == 0 {
		return
	}
	if d := b.above(on, "预备党员和新转正党员培训", "禾沿镇党校", org.LevelTown); d != nil {
		p := fullDay(part(org.Training, on, subject{title: "预备党员和新转正党员培训", content: org.ContentSpirit, method: "lecture", oath: true, papers: "党章",
			text: "党章辅导、分组研讨、老党员谈经历。"}))
		p.Audience, p.Lecturer.Name = named(list...), lecturers[0]
		d.Parts, d.muster = []org.Part{p}, true
	}
}

// who lists the cast that fits, in roster order.
func (b *builder) who(fits func(*actor) bool) []*actor {
	var out []*actor
	for _, a := range b.cast {
		if fits(a) {
			out = append(out, a)
		}
	}
	return out
}

// once is what happens once: the new secretary's training, hours brought along
// from another branch, something called off, and a night that spans two years.
func (b *builder) once() {
	b.induction()
	b.brought()
	b.calledOff()
	b.watch()
}

func (b *builder) induction() {
	on := b.term().AddMonths(5).AddDays(3)
	a := b.holder(on, org.Secretary, "")
	if a == nil {
		return
	}
	if d := b.above(on, "新任村党组织书记任职培训", "澄原县委党校", org.LevelCounty); d != nil {
		d.Proof, d.sure = "结业证书", true
		for i := range 2 {
			p := fullDay(part(org.Induction, on.AddDays(i), subject{title: []string{"党支部工作实务", "农村党风廉政和集体资产管理"}[i], content: org.ContentSkill, method: "lecture"}))
			p.Audience, p.School = named(a), true
			d.Parts = append(d.Parts, p)
		}
	}
}

// brought is study certified by the branch that somebody moved here from.
func (b *builder) brought() {
	for _, a := range b.cast {
		for _, s := range a.Spells {
			if s.Kind != org.SpellBelonging || s.Began != org.BeganMovedIn {
				continue
			}
			on := min(s.Start()+3, b.Today)
			if d := b.plan(on, "登记原支部学时", s.Who); d != nil {
				p := part(org.CreditedElse, on, subject{title: "转入前学时", content: org.ContentTheory})
				p.Audience, p.Certified, p.Basics = named(a), 12*org.Hour, nil
				d.Parts, d.sure, d.Source, d.Proof = []org.Part{p}, true, s.Who, "原支部盖章的学时证明一份"
			}
		}
	}
}

func (b *builder) calledOff() {
	on := b.free(org.NewDate(b.Today.Year()-1, time.August, 19))
	s := subject{title: "清理村西水塘周边杂草", content: org.ContentSpirit}
	if d := b.plan(on, s.title, "村西水塘"); d != nil {
		d.State, d.Note = org.Cancelled, "暴雨预警，改为防汛值守。"
		d.Parts = []org.Part{at(part(org.Volunteer, on, s), 6, 30, 120)}
	}
}

// watch is the night of the last New Year's Eve, in two parts.
func (b *builder) watch() {
	on := org.NewDate(b.Today.Year()-1, time.December, 31)
	list := present(b.cast[:min(len(b.cast), 4)], on)
	if len(list) == 0 {
		return
	}
	d := b.plan(on, "跨年夜防火值守", "村南卡口")
	if d == nil {
		return
	}
	p := part(org.Volunteer, on, subject{title: "跨年夜防火值守", text: "分两组巡查，劝离燃放两起，未发现火情。"})
	p.Start, p.End, p.Audience = org.NewClock(22, 0), org.NewClock(1, 0), named(list...)
	first, second, _ := org.SplitMidnight(p)
	d.Parts, d.sure = []org.Part{first, second}, true
}
