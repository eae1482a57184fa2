package paper

import (
	"io"

	"branchbook/rules"
	"branchbook/store/org"
)

// Minutes prints the record (会议记录) of parts of an activity, counted from 1,
// or of all of them: each part a form of its own, on its own pages. What an
// activity that is not held yet, or a part with nothing but a kind, does not
// say stays empty for the pen. It returns the characters that the font lacks.
func Minutes(w io.Writer, pack *rules.Pack, s *org.Snapshot, a *org.Activity, parts ...int) ([]rune, error) {
	if len(parts) == 0 {
		parts = partsOf(a, 0)
	}
	p, err := newPress(official)
	if err != nil {
		return nil, err
	}
	title := ""
	for i, n := range parts {
		if n < 1 || n > len(a.Parts) {
			return nil, &org.Invalid{Field: "part", Why: org.WhyUnknown}
		}
		if i > 0 {
			p.begin()
		}
		part := &a.Parts[n-1]
		r := &record{pack, s, a, n, part, layoutOf(part.Kind)}
		title = list("、", title, r.title)
		p.minutes(r)
	}
	return p.print(w, title)
}

// How minutes are set: the grid of facts, and the text under it.
var (
	grid    = band{12, 17, 4, 25}
	text    = plain(14)
	caption = strong(14)
)

const leading = 25

// signHeight is what the signatures need.
const signHeight = 2*28 + 14

func (p *press) minutes(r *record) {
	p.heading(r.snap.Branch.Name, plain(13), 22, toCentre)
	p.heading(r.title, strong(20), 36, toCentre)
	if r.held() && r.pack.Late(r.act) {
		p.heading("补录，登记时间："+r.act.Entered.Chinese(), strong(11), 18, toRight)
	}
	p.y += 4
	p.facts(r)
	p.y += 8
	p.content(r)
	p.votes(r)
	p.signatures(r)
}

func (p *press) caption(title string) {
	p.need(3 * leading)
	p.y += 4
	p.heading(title, caption, leading, toLeft)
}

// facts draws the grid at the top. A row may hold one fact or two.
func (p *press) facts(r *record) {
	const label = 76
	width := p.inner()
	one := func(name, value string) {
		p.row(grid, func() {}, cell{name, label, toCentre, true}, cell{text: value, width: width - label})
	}
	two := func(a, av, b, bv string) {
		half := width / 2
		p.row(grid, func() {}, cell{a, label, toCentre, true}, cell{text: av, width: half - label}, cell{b, label, toCentre, true}, cell{text: bv, width: half - label})
	}
	one("时间", list("，", when(r.part.Date, 0, r.part.Start, r.part.End), length(r.part)))
	one("地点", r.act.Place)
	two("主持人", r.who(r.part.Chair), "记录人", r.who(r.part.Recorder))
	p.subject(r, one, two)
	due, present := r.turnout()
	one("应到", due)
	one("实到", present)
	one("未到人员\n及原因", orNone(r, r.absent()))
	if s := r.odd(); s != "" {
		one("迟到早退\n线上参加", s)
	}
	one("列席及\n其他到会", orNone(r, r.others()))
}

// orNone says 无 where the record says that there is nobody: forms are not to
// be left blank.
func orNone(r *record, text string) string {
	if text == "" && r.held() {
		return "无"
	}
	return text
}

// subject draws what the kinds differ in.
func (p *press) subject(r *record, one func(string, string), two func(string, string, string, string)) {
	title := r.part.Title
	if title == "" {
		title = r.act.Title
	}
	one(r.subject, title)
	switch {
	case r.lecturer != "":
		two(r.lecturer, r.who(r.part.Lecturer), "学时", r.hours())
	case r.study:
		two("组织者", r.organiser(), "学时", r.hours())
	}
	for _, f := range r.more() {
		one(f[0], f[1])
	}
}

func (r *record) organiser() string {
	if r.act.Organiser == "" && r.held() {
		return "本支部"
	}
	return r.act.Organiser
}

// more lists the facts that a form shows where there are any, and those that
// it asks for.
func (r *record) more() (out [][2]string) {
	add := func(asked bool, name, value string) {
		if asked || value != "" {
			out = append(out, [2]string{name, value})
		}
	}
	p, empty := r.part, !r.held()
	add(empty && p.Kind == org.GroupMeeting, "党小组", r.audience())
	if r.lecturer != "" {
		add(false, "主办单位", r.act.Organiser)
	}
	add(false, "内容类别", p.Content.Chinese())
	add(false, "教学方法", p.Method.Chinese())
	if empty && r.basics || !empty {
		add(empty, "基本要求", r.basic())
	}
	add(false, "学习材料", list("、", p.Materials...))
	add(false, "所补活动", r.madeUp())
	add(false, "来源", r.act.Source)
	add(false, "证明材料", r.act.Proof)
	return out
}

// madeUp names the activity that this one makes up for.
func (r *record) madeUp() string {
	for _, a := range r.snap.Activities {
		if a.ID == r.act.For {
			return a.From().Chinese() + "　" + a.Title
		}
	}
	return ""
}

// audience says for whom a part was, "" for everybody.
func (r *record) audience() string {
	var names []string
	for _, id := range r.part.Audience.Groups {
		g, _ := r.snap.Branch.Group(id)
		names = append(names, g.Name)
	}
	return list("、", names...)
}

// basic lists what was done of the basic requirements; before the day, all of
// them to be ticked.
func (r *record) basic() string {
	var out []string
	if !r.held() {
		for _, b := range org.Basics() {
			out = append(out, "□"+b.Chinese())
		}
		return list("　", out...)
	}
	for _, b := range r.part.Basics {
		out = append(out, b.Chinese())
	}
	if r.part.Analysis {
		out = append(out, "党性分析")
	}
	return list("、", out...)
}

// content prints the text, or lines to write on.
func (p *press) content(r *record) {
	p.caption(r.body)
	if r.part.Text != "" {
		p.prose(r.part.Text, text, leading, after(r, 0))
		return
	}
	leave := after(r, 0)
	if !r.held() {
		// Minutes by hand take more than what is left under the grid.
		p.blanks(leading+3, 0)
		p.turn()
		if r.votes {
			leave += 3*leading + 14
		}
	}
	p.blanks(leading+3, leave)
	if !r.held() && r.votes {
		p.caption("表决事项")
		p.prose("应到会有表决权的党员　　　人，实到会　　　人。\n赞成　　　票，反对　　　票，弃权　　　票。", text, leading, 0)
	}
}

// after is the room that must follow the nth vote, or the text for 0: the
// signatures after whatever comes last.
func after(r *record, n int) float64 {
	if n == len(r.part.Votes) {
		return signHeight
	}
	return 0
}

// signatures is the block at the end, never alone on a page without need.
func (p *press) signatures(r *record) {
	p.need(signHeight)
	p.y += 14
	half := p.inner() / 2
	p.fields(plain(13), 28, field{"主持人（签字）", "", half}, field{"记录人（签字）", "", half})
	entered := ""
	if r.held() {
		entered = r.act.Entered.Chinese()
	}
	p.fields(plain(13), 28, field{"签字日期", "", half}, field{"登记时间", entered, half})
}
