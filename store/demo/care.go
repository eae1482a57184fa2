package demo

import (
	"time"

	"branchbook/store/org"
)

// care is the year's smaller activities: visits, study brought home, talks,
// volunteers and what else has a kind of its own.
func (b *builder) care(y int) {
	b.visit(org.NewDate(y, time.January, 24), "春节前走访慰问", "送米面油，查看取暖和用电，记下两件待办事。")
	b.volunteer(org.NewDate(y, time.March, 5))
	b.homeStudy(org.NewDate(y, time.April, 18))
	b.talk(org.NewDate(y, time.May, 27))
	b.practice(org.NewDate(y, time.February, 24))
	b.study(org.NewDate(y, time.July, 6))
	b.alone(org.NewDate(y, time.August, 27))
	b.other(org.NewDate(y, time.September, 10))
	b.homeStudy(org.NewDate(y, time.September, 24))
	b.visit(org.NewDate(y, time.October, 12), "重阳节走访老党员", "听取对村里养老服务的意见，帮助办理高龄津贴认证。")
}

// exempted are those from whom nothing is asked on the day.
func (b *builder) exempted(day org.Date) []*actor {
	list := b.who(func(a *actor) bool {
		return a.Is(day, org.SpellBelonging) && a.Is(day, org.SpellExemption)
	})
	return list[:min(len(list), 6)]
}

// small plans an activity of one part for named people who all came.
func (b *builder) small(kind org.PartKind, on org.Date, s subject, length int, list ...*actor) *draft {
	on = b.free(on)
	list = present(list, on)
	if len(list) == 0 {
		return nil
	}
	d := b.plan(on, s.title, s.place)
	if d == nil {
		return nil
	}
	p := at(part(kind, on, s), 9, 30, length)
	p.Audience = named(list...)
	d.Parts, d.sure = []org.Part{p}, true
	return d
}

// present leaves out nobodies and those whom the branch does not have on the
// day.
func present(list []*actor, day org.Date) []*actor {
	var out []*actor
	for _, a := range list {
		if a != nil && a.Is(day, org.SpellBelonging) {
			out = append(out, a)
		}
	}
	return out
}

func (b *builder) visit(on org.Date, title, text string) {
	if list := b.exempted(on); len(list) > 0 {
		b.small(org.Visit, on, subject{title: title, text: text, place: "党员家中"}, 150, append(list, b.chair(on))...)
	}
}

func (b *builder) homeStudy(on org.Date) {
	if list := b.exempted(on); len(list) > 0 {
		list = append(list, b.holder(on, org.Committee, "宣传委员"))
		b.small(org.HomeStudy, on, subject{title: "送学上门", text: "带去学习材料和大字版党章，读半小时，聊家里情况。", content: org.ContentTheory, place: "党员家中", papers: "大字版党章"}, 120, list...)
	}
}

// talk is between the secretary and whoever has been missing or is on
// probation.
func (b *builder) talk(on org.Date) {
	list := b.who(func(a *actor) bool {
		return a.gone(on) || a.Is(on, org.SpellStanding, org.StandProbation) || a.Is(on, org.SpellCategory, org.Probationary)
	})
	if len(list) == 0 {
		list = present(b.cast[:min(len(b.cast), 3)], on)
	}
	b.small(org.Talk, on, subject{title: "谈心谈话", text: "了解近期家庭和务工情况，提醒按时参加组织生活，约定下次时间。", place: "村党支部办公室"}, 60, append(list[:min(len(list), 4)], b.chair(on))...)
}

func (b *builder) volunteer(on org.Date) {
	on = b.free(on)
	if d := b.plan(on, "义务理发和家电检修", "村文化广场"); d != nil {
		p := at(b.led(part(org.Volunteer, on, subject{title: "义务理发和家电检修", text: "理发二十六人，检修电器九件，量血压登记三十一人。"})), 9, 0, 150)
		d.Parts = []org.Part{p}
	}
}

func (b *builder) practice(on org.Date) {
	b.small(org.Practice, on, subject{title: "公开承诺，认领岗位", text: "党员认领护路、护水、调解、代办四类岗位，承诺书张贴公开。", place: "村务公开栏"}, 60,
		b.who(func(a *actor) bool { return a.comes >= 85 && a.Is(on, org.SpellCategory, org.FullMember) })...)
}

func (b *builder) study(on org.Date) {
	on = b.free(on)
	if d := b.plan(on, "集中观看党员教育片", ""); d != nil {
		s := subject{title: "集中观看党员教育片", content: org.ContentSpirit, method: "observation", text: "观看本省党员教育片两集，看后讨论。", papers: "党员教育片"}
		d.extras, d.Parts = true, []org.Part{at(b.led(part(org.GroupStudy, on, s)), 19, 30, 90)}
	}
}

// alone is study at home: length is told, times are not.
func (b *builder) alone(on org.Date) {
	list := present(b.who(func(a *actor) bool {
		return a.comes >= 88 && a.Is(on, org.SpellCategory, org.FullMember, org.Probationary)
	}), on)
	if len(list) == 0 {
		return
	}
	if d := b.plan(on, "自学必读篇目", "家中"); d != nil {
		p := part(org.SelfStudy, on, subject{title: "自学必读篇目", content: org.ContentTheory, papers: "年度必读篇目"})
		p.Audience, p.Minutes, p.Basics = named(list...), 120, nil
		d.Parts, d.sure = []org.Part{p}, true
	}
}

func (b *builder) other(on org.Date) {
	b.small(org.OtherPart, on, subject{title: "整理党员活动室和档案柜", text: "会议记录按年装订，旧报刊清点后移交村史室。", place: "党员活动室"}, 120,
		b.holder(on, org.Committee, "组织委员"), b.holder(on, org.Committee, "宣传委员"), b.chair(on))
}

// elsewhere is somebody away who joined the theme day of a branch there.
func (b *builder) elsewhere(theme *draft) {
	on := theme.From()
	list := b.who(func(a *actor) bool { return a.comes == 0 && a.Is(on, org.SpellFloating, org.FloatOut) })
	if len(list) == 0 {
		return
	}
	s := subject{title: "参加流入地党支部主题党日", text: "流入地党支部来信说明参加情况。", content: org.ContentSpirit, place: "省城流动党员服务站"}
	if d := b.small(org.Elsewhere, on+1, s, 120, list[0]); d != nil {
		d.madeUp, d.Proof = theme, "流入地党支部证明"
	}
}
