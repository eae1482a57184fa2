package demo

import (
	"time"

	"branchbook/store/org"
)

// papers adds the small aggregates: plans, reading, reviews, registers and a
// waiver.
func (b *builder) papers() {
	for y := b.first.Year(); y <= b.Today.Year(); y++ {
		b.plans(y)
		b.readings(y)
	}
	for _, d := range b.drafts {
		if len(d.Parts) > 1 && d.Parts[1].Kind == org.Appraisal {
			b.reviews(d)
		}
	}
	b.registers()
	if len(b.gaps) > 0 {
		g := b.gaps[0]
		b.snap.Waivers = append(b.snap.Waivers, &org.Waiver{ID: b.ids.item(), Rule: g.rule, Period: g.period, Reason: "农忙时节，内容并入次月一并学习。"})
	}
}

func (b *builder) plans(y int) {
	add := func(kind org.PartKind, month int, title string) {
		b.snap.Plans = append(b.snap.Plans, &org.Plan{ID: b.ids.item(), Year: y, Kind: kind, Month: month, Title: title})
	}
	for m := range 12 {
		add(org.ThemeDay, m+1, turn(themes[m], y).title)
	}
	for q, month := range []int{3, 6, 8, 11} {
		add(org.Assembly, 3*q+3, assemblies[q].title)
		add(org.Lecture, month, turn(lessons[q], y).title)
	}
	add(org.Training, 1, "农村党员冬训")
	add(org.LifeMeeting, 12, "组织生活会")
	add(org.Appraisal, 12, "民主评议党员")
	add(org.HomeStudy, 0, "送学上门，全年不少于两次")
}

// readings marks who has read what; those who come often read more.
func (b *builder) readings(y int) {
	for i, title := range []string{"党章", "党支部工作条例（试行）", "农村基层组织工作条例", "本镇村级事务办理指南"} {
		r := &org.Reading{ID: b.ids.item(), Year: y, Title: title, Source: "中共" + town + "委员会"}
		start := org.NewDate(y, time.Month(2+2*i), 1)
		for _, a := range b.cast {
			on := start.AddDays(b.IntN(75))
			if on <= b.Today && b.chance(a.comes-20*i) && a.Is(on, org.SpellBelonging) && a.Is(on, org.SpellCategory, org.FullMember, org.Probationary) {
				r.Read = append(r.Read, org.ReadMark{Person: a.ID, On: on})
			}
		}
		b.snap.Readings = append(b.snap.Readings, r)
	}
}

// reviews are what the appraisal of a year gave: one in four is 优秀, nobody's
// vote is kept. Who is on probation tells of study and gets no grade.
func (b *builder) reviews(d *draft) {
	day := d.Parts[1].Date
	in := b.who(func(a *actor) bool {
		own, ok := a.As(org.SpellBelonging, day)
		return ok && own.Began != org.BeganGuest && a.Is(day, org.SpellCategory, org.FullMember, org.Probationary) && !a.Is(day, org.SpellStanding, org.StandSuspended)
	})
	there := map[org.PersonID]bool{}
	for i := range d.Attendance {
		p := d.Attendance[i].Person
		at, _ := d.At(p, 2)
		there[p] = at.Due && at.Status.There()
	}
	ballots, base := 0, 0
	for _, a := range in {
		if there[a.ID] {
			ballots++
		}
		if a.Is(day, org.SpellCategory, org.FullMember) {
			base++
		}
	}
	good := base / 4
	for _, a := range in {
		r := &org.Review{ID: b.ids.item(), Year: day.Year(), Person: a.ID}
		if there[a.ID] {
			r.StudyOn, r.Study, r.StudyFit = day, told[a.no%len(told)], either(a.comes >= 90, org.GradeGood, org.GradeFit)
		}
		if a.Is(day, org.SpellCategory, org.FullMember) && ballots > 0 {
			r.Base, r.Ballots = base, ballots
			b.grade(a, r, day, &good)
		}
		if r.Grade != "" || r.Study != "" {
			b.snap.Reviews = append(b.snap.Reviews, r)
		}
	}
}

func (b *builder) grade(a *actor, r *org.Review, day org.Date, good *int) {
	rest := r.Ballots
	switch {
	case a.Is(day, org.SpellStanding, org.StandProbation) || a.gone(day):
		r.Grade, r.Basic = org.GradeBasic, rest*2/3
		r.Opinion = "建议按时参加组织生活，有事先请假。"
	case *good > 0 && a.comes >= 86:
		*good--
		r.Grade, r.Good = org.GradeGood, rest-b.IntN(1+rest/4)
	default:
		r.Grade, r.Good = org.GradeFit, b.IntN(1+rest/3)
	}
	r.Fit = rest - r.Good - r.Basic
}

// told are reports of one's own study.
var told = []string{
	"参加集体学习和党课，做笔记四十余页；对土地政策掌握不细，明年补上。",
	"冬训和主题党日基本参加，学了灭火和急救；理论文章读得少。",
	"坚持自学必读篇目，组内领读三次；还要学会用手机办理代办事项。",
	"外出回来后补课两次，笔记补齐；明年提前请假，不再临时缺课。",
}

// registers has one or two entries of each kind.
func (b *builder) registers() {
	add := func(kind org.RegisterKind, who *actor, name, title, text string) {
		r := &org.Register{ID: b.ids.item(), Kind: kind, Name: name, Title: title, Text: text, From: b.Today.AddMonths(-9).Partial()[:7]}
		if who != nil {
			r.Person = who.ID
		}
		b.snap.Registers = append(b.snap.Registers, r)
	}
	secretary := b.chair(b.Today)
	young := b.cast[min(len(b.cast), b.Members)-1]
	add(org.RegTeacher, secretary, "", "村级党课授课人", "题目：党小组会怎么开。聘期两年。")
	add(org.RegTeacher, nil, lecturers[0], "县委党校外聘讲师", "题目：乡村治理中的法律常识。")
	add(org.RegVolunteer, young, "", "义务理发队", "每月第一个星期日，文化广场。")
	add(org.RegBase, nil, "禾沿镇烈士陵园", "现场教学点", "需提前一周联系，可容六十人。")
	add(org.RegAward, secretary, "", "微党课《从修渠说起》", "禾沿镇党委评为好课，时长十二分钟。")
	add(org.RegDegree, young, "", "推荐参加专科学历教育", "高中学历，本人已同意，待镇里统一报名。")
	add(org.RegDuty, young, "", "护水岗", "负责北灌渠中段，每周巡一次。")
	add(org.RegPair, secretary, "东街困难户一户", "结对帮扶", "帮办低保复核，介绍大棚用工。")
	away := b.who(func(a *actor) bool { return a.Is(b.Today, org.SpellFloating, org.FloatOut) })
	for _, a := range away[:min(2, len(away))] {
		add(org.RegFloating, a, "", "电话联系", "工地情况稳定，已寄学习材料，约定春节返乡参加座谈。")
	}
	for _, a := range b.who(func(a *actor) bool { return a.Is(b.Today, org.SpellFloating, org.FloatAbroad) }) {
		for half := range 4 {
			add(org.RegFloating, a, "", "视频联系", "学习进展顺利，按时自学；说了支部近期工作。")
			b.snap.Registers[len(b.snap.Registers)-1].From = b.Today.AddMonths(-6 * half).Partial()
		}
	}
}
