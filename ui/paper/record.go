package paper

import (
	"fmt"

	"branchbook/rules"
	"branchbook/store/org"
)

// record is one part of an activity as its minutes show it.
type record struct {
	pack *rules.Pack
	snap *org.Snapshot
	act  *org.Activity
	n    int // from 1
	part *org.Part
	layout
}

// layout says what the minutes of a kind of part ask for.
type layout struct {
	title    string // of the form
	subject  string // what the title of the part is called
	lecturer string // what the speaker is called; "" where there is none
	body     string // what the text is called
	study    bool   // hours, content and materials are asked for
	basics   bool   // 基本要求
	votes    bool   // an empty form asks for votes
}

var layouts = map[org.PartKind]layout{
	org.Assembly:     {title: "党员大会会议记录", votes: true},
	org.CommitteeMtg: {title: "支部委员会会议记录", votes: true},
	org.GroupMeeting: {title: "党小组会会议记录"},
	org.Lecture:      {title: "党课记录", subject: "主题", lecturer: "主讲人", body: "党课内容", study: true},
	org.ThemeDay:     {title: "主题党日活动记录", subject: "主题", body: "活动内容", study: true, basics: true},
	org.LifeMeeting:  {title: "组织生活会会议记录"},
	org.Appraisal:    {title: "民主评议党员会议记录"},
	org.Training:     {title: "集中培训记录", subject: "主题", lecturer: "主讲人", body: "培训内容", study: true, basics: true},
	org.Rotation:     {title: "集中轮训记录", subject: "主题", lecturer: "主讲人", body: "培训内容", study: true, basics: true},
	org.Induction:    {title: "任职培训记录", subject: "主题", lecturer: "主讲人", body: "培训内容", study: true, basics: true},
	org.GroupStudy:   {title: "集体学习记录", subject: "主题", body: "学习内容", study: true, basics: true},
}

func layoutOf(k org.PartKind) layout {
	l, ok := layouts[k]
	if !ok {
		l = layout{title: k.Chinese() + "记录", subject: "主题", body: "内容", study: true}
	}
	if l.subject == "" {
		l.subject = "议题"
	}
	if l.body == "" {
		l.body = "会议内容"
	}
	return l
}

// held tells whether there is a record; if not, the form is for the pen.
func (r *record) held() bool { return r.act.State == org.Held }

func (r *record) who(w org.Who) string { return who(r.snap, w, r.part.Date) }

// name is that of a person of the branch, without posts.
func (r *record) name(id org.PersonID) string {
	p := r.snap.Person(id)
	if p == nil {
		return ""
	}
	return r.snap.Label(p, r.part.Date)
}

// turnout prints how many were due and how many came, with how many of them
// are full and probationary members, all by the record as kept.
func (r *record) turnout() (due, present string) {
	if !r.held() {
		const empty = "　　人（正式党员　　人，预备党员　　人）"
		return empty, empty
	}
	nDue, nPresent, _ := rules.Turnout(r.act, r.n)
	var was, came sorts
	r.eachRow(func(_ *org.Person, row org.Attendance) {
		if row.Due {
			was.add(row.As)
			if row.Status.There() {
				came.add(row.As)
			}
		}
	})
	return was.text(nDue), came.text(nPresent)
}

// sorts counts by category.
type sorts struct{ full, probationary int }

func (s *sorts) add(as org.SpellValue) {
	switch as {
	case org.FullMember:
		s.full++
	case org.Probationary:
		s.probationary++
	}
}

// text leaves the split out where the record lacks a category.
func (s *sorts) text(n int) string {
	if s.full+s.probationary != n {
		return fmt.Sprintf("%d人", n)
	}
	return fmt.Sprintf("%d人（正式党员%d人，预备党员%d人）", n, s.full, s.probationary)
}

// eachRow gives everybody of the record at this part, in roster order.
func (r *record) eachRow(f func(*org.Person, org.Attendance)) {
	for _, p := range r.snap.Persons {
		if row, ok := r.act.At(p.ID, r.n); ok {
			f(p, row)
		}
	}
}

// absent lists those due who were not there, with the reason.
func (r *record) absent() string {
	return r.names(func(row *org.Attendance) (string, bool) {
		if !row.Due || row.Status.There() {
			return "", false
		}
		if row.Status == org.NotAsked {
			return "未记录", true
		}
		word := row.Status.Chinese()
		if row.Reason != "" && row.Reason != org.ReasonOther {
			word = row.Reason.Chinese()
		}
		return list("，", word, row.Text), true
	})
}

// odd lists those due who were there but late, not to the end, or online.
func (r *record) odd() string {
	return r.names(func(row *org.Attendance) (string, bool) {
		return row.Status.Chinese(), row.Due && row.Status.There() && row.Status != org.Present
	})
}

// others counts and lists those who were there without being due (列席、另有到会).
func (r *record) others() string {
	_, _, n := rules.Turnout(r.act, r.n)
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%d人：", n) + r.names(func(row *org.Attendance) (string, bool) {
		return row.As.Chinese(org.SpellCategory), !row.Due && row.Status.There()
	})
}

// names lists people with a word in brackets.
func (r *record) names(pick func(*org.Attendance) (word string, ok bool)) string {
	var out []string
	r.eachRow(func(p *org.Person, row org.Attendance) {
		word, ok := pick(&row)
		if !ok {
			return
		}
		name := r.snap.Label(p, r.part.Date)
		if word != "" {
			name += "（" + word + "）"
		}
		out = append(out, whole(name))
	})
	return list("、", out...)
}

// hours prints what the part gives to somebody who was there throughout.
func (r *record) hours() string {
	if r.part.Date == 0 {
		return ""
	}
	h, form, _ := r.pack.PartHours(r.act, r.n)
	if h == 0 {
		return ""
	}
	return h.String() + "学时（" + form.Chinese() + "）"
}
