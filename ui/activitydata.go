package ui

import (
	"fmt"
	"slices"
	"strings"

	"branchbook/rules"
	"branchbook/store/org"
)

// activityView is what was recorded of an activity, in words.
type activityView struct {
	*org.Activity
	snap    *org.Snapshot
	pack    *rules.Pack
	late    bool // 补录
	facts   [][2]string
	parts   []partView
	people  []peopleLine
	sums    [3]int // 应到, 实到, 另有到会
	due     []org.PersonID
	changes []string // what 重新核对应到 would change
	anew    []org.Attendance
}

// partView is one part in words.
type partView struct {
	kind          string
	facts         [][2]string
	text          string
	votes         []string
	due, present  int
	hours         string
	several, held bool
}

// peopleLine is who did one thing, such as 请假.
type peopleLine struct {
	word  string
	state int // of the attendance sheet, for its colour
	names []string
}

func loadActivity(b *Book, id org.ActivityID) (*activityView, error) {
	a, err := b.Store.Activity(id)
	if err != nil {
		return nil, err
	}
	year := a.From().Year()
	snap, err := b.Store.Snapshot(org.NewDate(year, 1, 1), org.NewDate(year+1, 12, 31))
	if err != nil {
		return nil, err
	}
	pack, err := rules.Load(b.Today(), snap.Packs)
	if err != nil {
		return nil, err
	}
	v := &activityView{Activity: a, snap: snap, pack: pack, late: pack.Late(a)}
	v.facts = v.common()
	for i := range a.Parts {
		v.parts = append(v.parts, v.part(i))
	}
	v.sums[0], v.sums[1], v.sums[2] = rules.Turnout(a, 0)
	v.people = v.lines()
	v.due = v.whoIsDue()
	if a.State == org.Held {
		v.anew = rules.Reassess(pack, snap, a)
		v.changes = v.compare()
	}
	return v, nil
}

func (v *activityView) who(w org.Who, day org.Date) string {
	if p := v.snap.Person(w.Person); p != nil {
		return v.snap.Label(p, day)
	}
	return w.Name
}

// told keeps what is known.
func told(facts [][2]string) [][2]string {
	return slices.DeleteFunc(facts, func(f [2]string) bool { return f[1] == "" })
}

func (v *activityView) common() [][2]string {
	organiser := v.Organiser
	if v.Level != org.LevelBranch {
		organiser = strings.TrimSpace(organiser + "（" + v.Level.Chinese() + "）")
	}
	made := ""
	if v.For != "" {
		made = "一次已登记的活动"
		for _, a := range v.snap.Activities {
			if a.ID == v.For {
				made = a.From().Chinese() + "的“" + a.Title + "”"
			}
		}
	}
	return told([][2]string{{"地点", v.Place}, {"主办单位", organiser}, {"冬训春训", v.Season.Chinese()}, {"补的是", made},
		{"学时来源", v.Source}, {"证明材料", v.Proof}, {"备注", v.Note}})
}

func (v *activityView) part(i int) partView {
	p := &v.Parts[i]
	title := p.Title
	if title == v.Title {
		title = ""
	}
	var basics []string
	for _, b := range p.Basics {
		basics = append(basics, b.Chinese())
	}
	if p.Analysis {
		basics = append(basics, "党性分析")
	}
	if p.School {
		basics = append(basics, "在党校举办")
	}
	out := partView{kind: p.Kind.Chinese(), text: p.Text, several: len(v.Parts) > 1, held: v.State == org.Held}
	out.facts = told([][2]string{{"主题", title}, {"时间", strings.TrimSpace(p.Date.Chinese() + " " + timesOf(p))}, {"主持人", v.who(p.Chair, p.Date)}, {"记录人", v.who(p.Recorder, p.Date)},
		{"主讲人", v.who(p.Lecturer, p.Date)}, {"参加范围", v.audience(&p.Audience, p.Date)}, {"内容类别", p.Content.Chinese()}, {"教学方法", p.Method.Chinese()},
		{"基本要求", strings.Join(basics, "、")}, {"材料", strings.Join(p.Materials, "、")}})
	for j := range p.Votes {
		out.votes = append(out.votes, v.vote(&p.Votes[j], p.Date)...)
	}
	out.due, out.present, _ = rules.Turnout(v.Activity, i+1)
	h, form, why := v.pack.PartHours(v.Activity, i+1)
	out.hours = fmt.Sprintf("每人 %s 学时（%s）", h, form.Chinese())
	if why != "" {
		out.hours = "不计学时：" + why.Chinese()
	}
	return out
}

func (v *activityView) audience(a *org.Audience, day org.Date) string {
	var names []string
	for _, id := range a.Groups {
		g, _ := v.snap.Branch.Group(id)
		names = append(names, g.Name)
	}
	for _, id := range a.Persons {
		names = append(names, v.who(org.Who{Person: id}, day))
	}
	if len(names) == 0 {
		return map[org.AudienceKind]string{org.ForAll: "全体党员", org.ForCommittee: "支委"}[a.Kind]
	}
	return strings.Join(names, "、")
}

func (v *activityView) vote(r *org.Resolution, day org.Date) []string {
	head := r.Title
	if who := v.who(r.Subject, day); who != "" && !strings.Contains(head, who) {
		head += "（" + who + "）"
	}
	head += "（" + r.Kind.Chinese() + "）"
	lines := []string{fmt.Sprintf("%s：应到会有表决权 %d 人，实到 %d 人，赞成 %d，反对 %d，弃权 %d", head, r.Entitled, r.Present, r.Yes, r.No, r.Abstain)}
	if r.Written > 0 {
		lines[0] += fmt.Sprintf("，其中书面意见 %d", r.Written)
	}
	if r.Secret {
		lines[0] += "，无记名投票"
	}
	for _, l := range r.LeftOut {
		lines = append(lines, "不计入应到会："+v.who(org.Who{Person: l.Person}, day)+"（"+l.Basis+"）")
	}
	if e := r.Election; e != nil {
		var names []string
		for _, c := range e.Candidates {
			word := fmt.Sprintf("%s %d 票", v.who(c.Who, day), c.Yes)
			if c.Elected {
				word += "（当选）"
			}
			names = append(names, word)
		}
		lines = append(lines, fmt.Sprintf("应选 %d 人，发出 %d 张，收回 %d 张，有效 %d 张：%s", e.Seats, e.Out, e.In, e.Valid, strings.Join(names, "、")))
	}
	if r.Text != "" {
		lines = append(lines, r.Text)
	}
	return lines
}

// lines lists everybody who was not simply there, by what they did.
func (v *activityView) lines() []peopleLine {
	order := []peopleLine{{word: "请假", state: tickLeave}, {word: "缺席", state: tickAbsent}, {word: "迟到", state: tickLate}, {word: "早退", state: tickLeft},
		{word: "线上参加", state: tickOnline}, {word: "应到，未记录", state: tickUnknown}, {word: "另有到会", state: tickGuest}, {word: "已补", state: tickPresent}}
	if v.State != org.Held {
		return nil
	}
	for _, p := range v.snap.Persons {
		for state, note := range v.did(p) {
			at := slices.IndexFunc(order, func(l peopleLine) bool { return l.state == state })
			order[at].names = append(order[at].names, v.snap.Label(p, v.From())+note)
		}
		if when := v.madeUp(p.ID); when != "" {
			order[len(order)-1].names = append(order[len(order)-1].names, v.snap.Label(p, v.From())+"（"+when+"）")
		}
	}
	return slices.DeleteFunc(order, func(l peopleLine) bool { return len(l.names) == 0 })
}

// did says what somebody did beyond being there, with a note in brackets.
func (v *activityView) did(p *org.Person) map[int]string {
	notes := map[int][]string{}
	parts := v.Parts
	even := v.evenly(p.ID)
	if even {
		parts = parts[:1]
	}
	for n := range parts {
		r, ok := v.At(p.ID, n+1)
		if !ok || r.Due && r.Status == org.Present && r.Text == "" || !r.Due && !r.Status.There() {
			continue
		}
		state := tickOf[r.Status]
		if !r.Due {
			state = tickGuest
		}
		var note []string
		if !even {
			note = append(note, fmt.Sprintf("第%d项", n+1))
		}
		if r.Reason != "" {
			note = append(note, r.Reason.Chinese())
		}
		if r.Minutes > 0 {
			note = append(note, fmt.Sprintf("参加 %d 分钟", r.Minutes))
		}
		if r.Text != "" {
			note = append(note, r.Text)
		}
		notes[state] = append(notes[state], strings.Join(note, " "))
	}
	out := map[int]string{}
	for state, list := range notes {
		out[state] = ""
		if words := strings.Join(slices.DeleteFunc(list, func(s string) bool { return s == "" }), "，"); words != "" {
			out[state] = "（" + words + "）"
		}
	}
	return out
}

// evenly tells whether the same holds for somebody at every part.
func (v *activityView) evenly(id org.PersonID) bool {
	first, _ := v.At(id, 1)
	first.Part = 0
	for n := range v.Parts {
		r, _ := v.At(id, n+1)
		if r.Part = 0; r != first {
			return false
		}
	}
	return true
}

// madeUp says when somebody who missed the activity made up for it.
func (v *activityView) madeUp(id org.PersonID) string {
	for _, a := range v.snap.Activities {
		if a.For != v.ID || a.State != org.Held {
			continue
		}
		for n := range a.Parts {
			if r, ok := a.At(id, n+1); ok && r.Status.There() {
				return a.From().Chinese() + " " + a.Parts[n].Kind.Chinese()
			}
		}
	}
	return ""
}

// whoIsDue lists who is due at any part: by the record, or for a plan by what is
// known now.
func (v *activityView) whoIsDue() (due []org.PersonID) {
	is := map[org.PersonID]bool{}
	for i := range v.Attendance {
		is[v.Attendance[i].Person] = is[v.Attendance[i].Person] || v.Attendance[i].Due
	}
	for i := range v.Parts {
		if v.State == org.Held {
			break
		}
		for _, d := range rules.Due(v.pack, v.snap, &v.Parts[i]) {
			is[d.Person] = is[d.Person] || d.Due
		}
	}
	for _, p := range v.snap.Persons {
		if is[p.ID] {
			due = append(due, p.ID)
		}
	}
	return due
}

// compare says what the judgement of today changes in the record.
func (v *activityView) compare() (out []string) {
	anew := *v.Activity
	anew.Attendance = v.anew
	for _, p := range v.snap.Persons {
		for n := range v.Parts {
			was, _ := v.At(p.ID, n+1)
			now, _ := anew.At(p.ID, n+1)
			words := dutyChange(was, now)
			if words == "" {
				continue
			}
			line := v.snap.Label(p, v.From()) + "：" + words
			if len(v.Parts) > 1 {
				line += fmt.Sprintf("（第%d项）", n+1)
			}
			out = append(out, line)
		}
	}
	return out
}

func dutyChange(was, now org.Attendance) string {
	var words []string
	switch {
	case !was.Due && now.Due && now.Status == org.NotAsked:
		words = append(words, "应到，当时没有记录到会")
	case !was.Due && now.Due:
		words = append(words, "改为应到")
	case was.Due && !now.Due:
		words = append(words, "改为不必到")
	}
	if was.MayVote != now.MayVote && (was.Due || now.Due || was.Status.There()) {
		words = append(words, map[bool]string{true: "改为有表决权", false: "改为没有表决权"}[now.MayVote])
	}
	if was.As != now.As && now.As != "" && was.As != "" {
		words = append(words, "改按"+now.As.Chinese(org.SpellCategory))
	}
	return strings.Join(words, "，")
}
