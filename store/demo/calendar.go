package demo

import (
	"fmt"
	"slices"
	"time"

	"branchbook/store/org"
)

// activities fills the years up to Today, then adds attendance and what follows
// from it.
func (b *builder) activities() {
	for y := b.first.Year(); y <= b.Today.Year(); y++ {
		b.assemblies(y)
		for m := time.January; m <= time.December; m++ {
			b.themeDay(y, m)
			b.committee(y, m)
			b.groupMeetings(y, m)
		}
		b.summerLesson(y)
		b.trainings(y)
		b.lifeMeeting(y)
		b.care(y)
	}
	b.once()
	b.sortDrafts()
	for _, d := range b.drafts {
		b.attend(d)
	}
	b.makeUps()
	b.ahead()
	b.sortDrafts()
	b.enter()
}

func (b *builder) sortDrafts() {
	slices.SortStableFunc(b.drafts, func(x, y *draft) int { return int(x.From() - y.From()) })
}

// turn picks the subject of a year out of two.
func turn(of [2]subject, year int) subject { return of[year%2] }

// free moves a day past assemblies.
func (b *builder) free(on org.Date) org.Date {
	for slices.Contains(b.busy, on) {
		on++
	}
	return on
}

// assemblies holds one in each quarter, on the day of the first matter to be
// voted, if there is one; other matters have their own.
func (b *builder) assemblies(y int) {
	for q := range 4 {
		first, last := org.NewDate(y, time.Month(3*q+1), 1), org.NewDate(y, time.Month(3*q+3), org.DaysIn(y, time.Month(3*q+3)))
		on := org.NewDate(y, time.Month(3*q+3), 26)
		if days := b.matterDays(first, last); len(days) > 0 {
			on = days[0]
			for _, extra := range days[1:] {
				b.extraAssembly(extra)
			}
		}
		b.assembly(y, q, on)
	}
}

// assembly is that of a quarter. In the first two a lecture follows; in the
// third the committee meets before it on the same evening.
func (b *builder) assembly(y, q int, on org.Date) {
	s := assemblies[q]
	d := b.plan(on, s.title, "")
	if d == nil {
		return
	}
	b.busy = append(b.busy, on)
	d.extras, d.matters = true, b.mattersOn(on)
	if len(d.matters) > 0 {
		s.text += "\n另有表决事项，结果见表决记录。"
	}
	if q%2 == 0 {
		d.matters = append([]matter{{on: on, kind: org.VoteOrdinary, title: s.title}}, d.matters...)
	}
	p := at(b.led(part(org.Assembly, on, s)), 19, 10, 80)
	switch {
	case q < 2:
		l := turn(lessons[q], y)
		d.Title += "，上党课"
		d.Parts = []org.Part{p, b.lesson(at(part(org.Lecture, on, l), 20, 35, 55), q)}
	case q == 2 && b.Members >= 7:
		a := agendas[on.Month()-1]
		c := at(b.led(part(org.CommitteeMtg, on, a)), 18, 20, 45)
		c.Audience.Kind = org.ForCommittee
		d.Parts = []org.Part{c, p}
	default:
		d.Parts = []org.Part{p}
	}
}

func (b *builder) extraAssembly(on org.Date) {
	s := subject{title: "讨论发展党员事项", text: "一、通报支委会审查和公示情况。\n二、党员发表意见。\n三、投票表决，当场公布结果。"}
	switch b.mattersOn(on)[0].kind {
	case org.VoteElection:
		s = subject{title: "党内选举", text: "一、通过选举办法和监票人、计票人。\n二、介绍候选人。\n三、投票、计票，当场宣布结果。"}
	case org.VoteDiscipline:
		s = subject{title: "讨论党员处分事项", text: "一、宣读错误事实材料，本人说明。\n二、党员发表意见。\n三、投票表决，结果报上级。"}
	}
	if d := b.plan(on, s.title, ""); d != nil {
		b.busy = append(b.busy, on)
		d.extras, d.matters = true, b.mattersOn(on)
		d.Parts = []org.Part{at(b.led(part(org.Assembly, on, s)), 19, 10, 60)}
	}
}

// lesson sets who speaks: the secretary, or in summer a guest.
func (b *builder) lesson(p org.Part, q int) org.Part {
	if a := b.chair(p.Date); a != nil && q%2 == 0 {
		p.Lecturer.Person = a.ID
	} else {
		p.Lecturer.Name = lecturers[q%len(lecturers)]
	}
	if q == 1 {
		p.Basics = append(p.Basics, org.Oath)
	}
	return p
}

// themeMissed is the month of this year without a theme day; 0 in January.
func (b *builder) themeMissed() time.Month {
	if b.Today.Month() == time.January {
		return 0
	}
	return max(1, b.Today.Month()-3)
}

func (b *builder) themeDay(y int, m time.Month) {
	on := b.free(org.NewDate(y, m, 15))
	if y == b.Today.Year() && m == b.themeMissed() {
		b.gaps = append(b.gaps, gap{"theme-day", fmt.Sprintf("%d-%02d", y, int(m))})
		return
	}
	s := turn(themes[m-1], y)
	d := b.plan(on, s.title, s.place)
	if d == nil {
		return
	}
	d.extras = true
	p := b.led(part(org.ThemeDay, on, s))
	switch {
	case s.half:
		p = at(p, 8, 30, 180)
		p.Length = org.HalfDay
	case m >= time.June && m <= time.September:
		p = at(p, 19, 30, 120)
	default:
		p = at(p, 14, 30, 120)
	}
	d.Parts = []org.Part{p}
	if m == time.November {
		d.Parts = append(d.Parts, b.lesson(at(part(org.Lecture, on, turn(lessons[3], y)), 16, 40, 60), 3))
	}
	if m == time.July {
		b.elsewhere(d)
	}
}

func (b *builder) summerLesson(y int) {
	on := b.free(org.NewDate(y, time.August, 8))
	s := turn(lessons[2], y)
	if d := b.plan(on, s.title, ""); d != nil {
		d.extras = true
		d.Parts = []org.Part{b.lesson(at(part(org.Lecture, on, s), 19, 30, 60), 2)}
	}
}

// committee is the monthly meeting, but for the month in which it precedes the
// assembly.
func (b *builder) committee(y int, m time.Month) {
	if b.Members < 7 || b.metBefore(y, m) {
		return
	}
	on := b.free(org.NewDate(y, m, 5))
	s := agendas[m-1]
	d := b.plan(on, s.title, "村党支部办公室")
	if d == nil {
		return
	}
	p := at(b.led(part(org.CommitteeMtg, on, s)), 19, 30, 60+10*b.IntN(4))
	p.Audience.Kind = org.ForCommittee
	d.Parts = []org.Part{p}
	if m == time.April {
		d.matters = []matter{{on: on, kind: org.VoteCommittee, title: "确定积极分子继续培养考察"}}
	}
}

// metBefore tells whether the committee met before an assembly in the month.
func (b *builder) metBefore(y int, m time.Month) bool {
	return slices.ContainsFunc(b.drafts, func(d *draft) bool {
		on := d.From()
		return on.Year() == y && on.Month() == m && len(d.Parts) == 2 && d.Parts[0].Kind == org.CommitteeMtg
	})
}

// groupMissed tells whether a group lets a month go by: one group in one month
// of last year, and in the month before Today's.
func (b *builder) groupMissed(i, y int, m time.Month) bool {
	if i != 1 {
		return false
	}
	return y == b.Today.Year()-1 && m == time.May || y == b.Today.Year() && m == b.Today.Month()-1
}

// groupMeetings are held by each group alone at the start of a quarter, else by
// all groups together.
func (b *builder) groupMeetings(y int, m time.Month) {
	var meet []org.GroupID
	for i, g := range b.groups {
		if b.groupMissed(i, y, m) {
			b.gaps = append(b.gaps, gap{"group-meeting", fmt.Sprintf("%d-%02d", y, int(m))})
			continue
		}
		meet = append(meet, g)
	}
	if m%3 != 1 && len(meet) > 0 {
		b.groupMeeting(b.free(org.NewDate(y, m, 20)), talks[m-1], meet...)
		return
	}
	for i, g := range meet {
		b.groupMeeting(b.free(org.NewDate(y, m, 20+i)), talks[m-1], g)
	}
}

func (b *builder) groupMeeting(on org.Date, s subject, groups ...org.GroupID) {
	place := "组长家"
	if len(groups) > 1 {
		place = ""
	}
	d := b.plan(on, s.title, place)
	if d == nil {
		return
	}
	p := at(part(org.GroupMeeting, on, s), 19, 30, 45)
	p.Method = "discussion"
	p.Audience = org.Audience{Kind: org.ForGroups, Groups: groups}
	if a := b.headOf(groups[0], on); a != nil {
		p.Chair.Person = a.ID
	}
	d.Parts = []org.Part{p}
}

func (b *builder) lifeMeeting(y int) {
	on := b.free(org.NewDate(y, time.December, 10))
	d := b.plan(on, "组织生活会和民主评议党员", "")
	if d == nil {
		return
	}
	life := at(b.led(part(org.LifeMeeting, on, subject{title: "组织生活会",
		text: "一、通报上年整改落实和会前征求意见情况。\n二、书记代表支委会对照检查。\n三、党员逐个发言，开展批评和自我批评，记录附后。\n四、整改清单五条，列明责任人和期限。"})), 14, 0, 110)
	rate := at(b.led(part(org.Appraisal, on, subject{title: "民主评议党员",
		text: "一、个人自评，结合述学。\n二、党员互评。\n三、发测评表，无记名填写，当场收回。\n四、支委会提出评定意见后反馈本人。"})), 16, 0, 60)
	d.Parts = []org.Part{life, rate}
}
