package cli

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"branchbook/rules"
	"branchbook/store/org"
)

// activityView is one activity with names.
type activityView struct {
	Activity *org.Activity           `json:"activity"`
	Late     bool                    `json:"late"`  // 补录
	Parts    []partView              `json:"parts"` // in the order of the activity's
	Names    map[org.PersonID]string `json:"names"` // of everybody whom the activity names
	branch   *org.Branch
}

// partView is what one part came to.
type partView struct {
	Part    int         `json:"part"`    // from 1
	Due     int         `json:"due"`     // 应到
	Present int         `json:"present"` // 实到 of those due
	Others  int         `json:"others"`  // 另有到会
	Form    org.Form    `json:"form"`
	Hours   json.Number `json:"hours"` // for somebody who was there throughout
}

func showActivity(pack *rules.Pack, snap *org.Snapshot, a *org.Activity) *activityView {
	v := &activityView{Activity: a, Late: pack.Late(a), Parts: []partView{}, Names: map[org.PersonID]string{}, branch: snap.Branch}
	for _, to := range org.PointersOf(a) {
		if p := snap.Person(to.Person); p != nil {
			v.Names[to.Person] = snap.Label(p, a.From())
		}
	}
	for i := range a.Parts {
		due, present, others := rules.Turnout(a, i+1)
		hours, form, _ := pack.PartHours(a, i+1)
		v.Parts = append(v.Parts, partView{i + 1, due, present, others, form, credit(hours)})
	}
	return v
}

func (v *activityView) text(w io.Writer) {
	a := v.Activity
	state := a.State.Chinese()
	if v.Late {
		state += "，" + a.Entered.Chinese() + "补录"
	}
	fmt.Fprintf(w, "%s（%s）\n编号：%s\n", a.Title, state, a.ID)
	organiser := a.Organiser
	if organiser != "" && a.Level != org.LevelBranch {
		organiser += "（" + a.Level.Chinese() + "）"
	}
	labelled(w, "", [][2]string{{"地点", a.Place}, {"主办", organiser}, {"冬训春训", a.Season.Chinese()}, {"所补活动", string(a.For)},
		{"来源", a.Source}, {"证明", a.Proof}, {"备注", a.Note}})
	for i := range v.Parts {
		v.partText(w, &v.Parts[i])
	}
	for _, line := range v.exceptions() {
		fmt.Fprintln(w, "  "+line)
	}
}

// labelled writes what is known, a line each; lines of a longer text keep the
// margin.
func labelled(w io.Writer, margin string, rows [][2]string) {
	for _, r := range rows {
		if r[1] != "" {
			fmt.Fprintf(w, "%s%s：%s\n", margin, r[0], strings.ReplaceAll(r[1], "\n", "\n"+margin+"  "))
		}
	}
}

func (v *activityView) partText(w io.Writer, p *partView) {
	part := &v.Activity.Parts[p.Part-1]
	fmt.Fprintf(w, "环节%d：%s，%s%s", p.Part, part.Kind.Chinese(), part.Date.Chinese(), times(part))
	if v.Activity.State == org.Held {
		fmt.Fprintf(w, "，应到%d人，实到%d人", p.Due, p.Present)
	}
	if p.Others > 0 {
		fmt.Fprintf(w, "，另有%d人到会", p.Others)
	}
	fmt.Fprintf(w, "；%s，每人%s学时\n", p.Form.Chinese(), p.Hours)
	labelled(w, "  ", [][2]string{{"主题", part.Title}, {"参加范围", v.audience(&part.Audience)}, {"主持人", v.who(part.Chair)}, {"记录人", v.who(part.Recorder)},
		{"授课人", v.who(part.Lecturer)}, {"内容类别", part.Content.Chinese()}, {"教学方法", part.Method.Chinese()}, {"基本要求", basics(part)},
		{"材料", strings.Join(part.Materials, "、")}, {"正文", part.Text}})
	for i := range part.Votes {
		v.voteText(w, &part.Votes[i])
	}
}

func (v *activityView) who(w org.Who) string { return firstOf(v.Names[w.Person], w.Name) }

// audience says for whom a part was, "" for everybody.
func (v *activityView) audience(a *org.Audience) string {
	var names []string
	for _, id := range a.Groups {
		g, _ := v.branch.Group(id)
		names = append(names, g.Name)
	}
	for _, id := range a.Persons {
		names = append(names, v.Names[id])
	}
	switch {
	case a.Kind == org.ForAll:
		return ""
	case len(names) == 0:
		return a.Kind.Chinese()
	}
	return strings.Join(names, "、")
}

// basics lists what was done of the basic requirements, and the two things
// that are noted beside them.
func basics(p *org.Part) string {
	var out []string
	for _, b := range p.Basics {
		out = append(out, b.Chinese())
	}
	if p.Analysis {
		out = append(out, "党性分析")
	}
	if p.School {
		out = append(out, "在党校举办")
	}
	return strings.Join(out, "、")
}

func times(p *org.Part) string {
	switch {
	case p.Start != 0:
		return p.Start.String() + "–" + p.End.String()
	case p.Length != "":
		return p.Length.Chinese()
	case p.Minutes != 0:
		return fmt.Sprintf("%d分钟", p.Minutes)
	}
	return ""
}

func (v *activityView) voteText(w io.Writer, r *org.Resolution) {
	line := fmt.Sprintf("%s（%s）：应到会有表决权%d人，实到%d人，赞成%d，反对%d，弃权%d", r.Title, r.Kind.Chinese(), r.Entitled, r.Present, r.Yes, r.No, r.Abstain)
	if r.Written > 0 {
		line += fmt.Sprintf("，其中书面意见%d", r.Written)
	}
	if r.Secret {
		line += "，无记名投票"
	}
	fmt.Fprintln(w, "  表决："+line)
	labelled(w, "    ", [][2]string{{"对象", v.who(r.Subject)}, {"结果", r.Text}})
	for _, l := range r.LeftOut {
		consent := ""
		if l.Consent {
			consent = "，上级已同意并经支部党员大会通过"
		}
		fmt.Fprintf(w, "    不计入应到：%s（%s%s）\n", v.Names[l.Person], l.Basis, consent)
	}
	if e := r.Election; e != nil {
		fmt.Fprintf(w, "    选举：应选%d人，发出选票%d张，收回%d张，有效%d张\n", e.Seats, e.Out, e.In, e.Valid)
		for _, c := range e.Candidates {
			fmt.Fprintf(w, "      %s：%d票%s\n", v.who(c.Who), c.Yes, map[bool]string{true: "，当选"}[c.Elected])
		}
	}
}

// exceptions lists everybody who was not simply there.
func (v *activityView) exceptions() (out []string) {
	rows := slices.Clone(v.Activity.Attendance)
	slices.SortStableFunc(rows, func(a, b org.Attendance) int { return cmp.Compare(v.Names[a.Person], v.Names[b.Person]) })
	for _, r := range rows {
		if r.Part == 0 && r.Status == org.Present && r.Due && r.Minutes == 0 && r.Text == "" || r.Status == org.NotAsked && !r.Due {
			continue
		}
		out = append(out, v.exception(&r))
	}
	return out
}

func (v *activityView) exception(r *org.Attendance) string {
	line := v.Names[r.Person]
	if r.Part > 0 {
		line += fmt.Sprintf("（环节%d）", r.Part)
	}
	status := r.Status.Chinese()
	if r.Due && r.Status == org.NotAsked {
		status = "应到，未记录"
	}
	line += "：" + status
	if r.Reason != "" {
		line += "（" + r.Reason.Chinese() + "）"
	}
	if r.Minutes > 0 {
		line += fmt.Sprintf("，参加%d分钟", r.Minutes)
	}
	if !r.Due && r.Status.There() {
		line += "，不在应到之内"
	}
	if r.Text != "" {
		line += "，" + r.Text
	}
	return line
}

func (v *activityView) table() [][]string {
	rows := [][]string{{"姓名", "环节", "应到", "状态", "原因", "分钟"}}
	for _, r := range v.Activity.Attendance {
		rows = append(rows, []string{v.Names[r.Person], number(r.Part), plain(r.Due), r.Status.Chinese(), r.Reason.Chinese(), number(int(r.Minutes))})
	}
	return rows
}
