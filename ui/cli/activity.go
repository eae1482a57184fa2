package cli

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"branchbook/rules"
	"branchbook/store"
	"branchbook/store/org"
)

func runActivityList(c *call) (result, error) {
	year := c.flags.Int("year", 0, "`年度`，默认今年")
	kind := c.flags.String("kind", "", "只列这个`类型`，如 主题党日")
	if _, err := c.parse(0, 0); err != nil {
		return nil, err
	}
	if *year == 0 {
		*year = c.env.Now().Year()
	}
	var want org.PartKind
	if *kind != "" {
		var err error
		if want, err = org.ParsePartKind(*kind); err != nil {
			return nil, err
		}
	}
	return c.with(func(s *store.Store) (result, error) {
		snap, err := s.Snapshot(org.NewDate(*year, 1, 1), org.NewDate(*year, 12, 31))
		if err != nil {
			return nil, err
		}
		pack, err := rules.Load(org.DateOf(c.env.Now()), snap.Packs)
		if err != nil {
			return nil, err
		}
		out := activityList{}
		for _, a := range snap.Activities {
			if want == "" || slices.ContainsFunc(a.Parts, func(p org.Part) bool { return p.Kind == want }) {
				out = append(out, headOf(pack, a))
			}
		}
		return out, nil
	})
}

// activityHead is one line of the list.
type activityHead struct {
	ID      org.ActivityID    `json:"id"`
	From    org.Date          `json:"from"`
	To      org.Date          `json:"to"`
	Title   string            `json:"title"`
	Kinds   []string          `json:"kinds"`
	State   org.ActivityState `json:"state"`
	Late    bool              `json:"late"`    // 补录
	Due     int               `json:"due"`     // 应到, at any part
	Present int               `json:"present"` // 实到 of those due
	Others  int               `json:"others"`  // 另有到会
}

func headOf(pack *rules.Pack, a *org.Activity) activityHead {
	h := activityHead{ID: a.ID, From: a.From(), To: a.To(), Title: a.Title, State: a.State, Late: pack.Late(a)}
	for i := range a.Parts {
		if k := a.Parts[i].Kind.Chinese(); !slices.Contains(h.Kinds, k) {
			h.Kinds = append(h.Kinds, k)
		}
	}
	h.Due, h.Present, h.Others = rules.Turnout(a, 0)
	return h
}

type activityList []activityHead

func (l activityList) text(w io.Writer) {
	grid(w, l.table())
	fmt.Fprintf(w, "共%d次\n", len(l))
}

func (l activityList) table() [][]string {
	rows := [][]string{{"日期", "题目", "类型", "状态", "应到", "实到", "另有", "编号"}}
	for _, h := range l {
		state := h.State.Chinese()
		if h.Late {
			state += "、补录"
		}
		rows = append(rows, []string{span(h.From, h.To), h.Title, strings.Join(h.Kinds, "、"), state, fmt.Sprint(h.Due), fmt.Sprint(h.Present), number(h.Others), string(h.ID)})
	}
	return rows
}

func span(from, to org.Date) string {
	if from == to {
		return from.Chinese()
	}
	return from.Chinese() + "至" + to.Chinese()
}

func runActivityShow(c *call) (result, error) {
	words, err := c.parse(1, 1)
	if err != nil {
		return nil, err
	}
	return c.with(func(s *store.Store) (result, error) { return c.loadActivity(s, words[0]) })
}

func (c *call) loadActivity(s *store.Store, id string) (result, error) {
	a, err := s.Activity(org.ActivityID(id))
	if err != nil {
		return nil, err
	}
	snap, err := s.Snapshot(1, 0)
	if err != nil {
		return nil, err
	}
	pack, err := rules.Load(org.DateOf(c.env.Now()), snap.Packs)
	if err != nil {
		return nil, err
	}
	return showActivity(pack, snap, a), nil
}

func runActivityCancel(c *call) (result, error) {
	why := c.flags.String("why", "", "取消的`原因`")
	words, err := c.parse(1, 1)
	if err != nil {
		return nil, err
	}
	return c.with(func(s *store.Store) (result, error) {
		if _, err := s.CancelActivity(org.ActivityID(words[0]), *why); err != nil {
			return nil, err
		}
		return c.loadActivity(s, words[0])
	})
}

func runActivityReassess(c *call) (result, error) {
	words, err := c.parse(1, 1)
	if err != nil {
		return nil, err
	}
	return c.with(func(s *store.Store) (result, error) {
		a, err := s.Activity(org.ActivityID(words[0]))
		if err != nil {
			return nil, err
		}
		snap, err := s.Snapshot(1, 0)
		if err != nil {
			return nil, err
		}
		pack, err := rules.Load(org.DateOf(c.env.Now()), snap.Packs)
		if err != nil {
			return nil, err
		}
		a.Attendance = rules.Reassess(pack, snap, a)
		if _, err := s.Reassess(a); err != nil {
			return nil, err
		}
		return c.loadActivity(s, words[0])
	})
}

// activityView is one activity with names.
type activityView struct {
	Activity *org.Activity           `json:"activity"`
	Late     bool                    `json:"late"`
	Parts    []partView              `json:"parts"`
	Names    map[org.PersonID]string `json:"names"`
}

// partView is what one part came to.
type partView struct {
	Part    int    `json:"part"`
	Due     int    `json:"due"`
	Present int    `json:"present"`
	Others  int    `json:"others"`
	Form    string `json:"form"`
	Hours   string `json:"hours"` // for somebody who was there throughout
}

func showActivity(pack *rules.Pack, snap *org.Snapshot, a *org.Activity) *activityView {
	v := &activityView{Activity: a, Late: pack.Late(a), Names: map[org.PersonID]string{}}
	for _, r := range a.Attendance {
		if p := snap.Person(r.Person); p != nil {
			v.Names[r.Person] = p.Name
		}
	}
	for i := range a.Parts {
		due, present, others := rules.Turnout(a, i+1)
		hours, form, _ := pack.PartHours(&a.Parts[i])
		v.Parts = append(v.Parts, partView{i + 1, due, present, others, form.Chinese(), hours.String()})
	}
	return v
}

func (v *activityView) text(w io.Writer) {
	a := v.Activity
	state := a.State.Chinese()
	if v.Late {
		state += "，补录（" + a.Entered.Chinese() + "录入）"
	}
	fmt.Fprintf(w, "%s（%s）\n编号：%s\n", a.Title, state, a.ID)
	if a.Place != "" {
		fmt.Fprintln(w, "地点："+a.Place)
	}
	for i, p := range v.Parts {
		part := &a.Parts[i]
		fmt.Fprintf(w, "环节%d：%s，%s%s，应到%d人，实到%d人", p.Part, part.Kind.Chinese(), part.Date.Chinese(), times(part), p.Due, p.Present)
		if p.Others > 0 {
			fmt.Fprintf(w, "，另有%d人到会", p.Others)
		}
		fmt.Fprintf(w, "；%s，每人%s学时\n", p.Form, p.Hours)
		for j := range part.Votes {
			fmt.Fprintln(w, "  表决："+voteLine(&part.Votes[j]))
		}
	}
	for _, line := range v.exceptions() {
		fmt.Fprintln(w, "  "+line)
	}
}

func times(p *org.Part) string {
	switch {
	case p.Start != 0:
		return p.Start.String() + "–" + p.End.String()
	case p.Length != "":
		return p.Length.Chinese()
	}
	return ""
}

func voteLine(v *org.Resolution) string {
	return fmt.Sprintf("%s（%s）：应到会有表决权%d人，实到%d人，赞成%d，反对%d，弃权%d", v.Title, v.Kind.Chinese(), v.Entitled, v.Present, v.Yes, v.No, v.Abstain)
}

// exceptions lists everybody who was not simply there.
func (v *activityView) exceptions() (out []string) {
	rows := slices.Clone(v.Activity.Attendance)
	slices.SortFunc(rows, func(a, b org.Attendance) int { return cmp.Compare(v.Names[a.Person], v.Names[b.Person]) })
	for _, r := range rows {
		if r.Part == 0 && r.Status == org.Present && r.Due {
			continue
		}
		status := r.Status.Chinese()
		if r.Due && r.Status == org.NotAsked {
			status = "应到，未记录"
		}
		line := v.Names[r.Person] + "：" + status
		if r.Part > 0 {
			line = fmt.Sprintf("%s（环节%d）：%s", v.Names[r.Person], r.Part, status)
		}
		if r.Reason != "" {
			line += "（" + r.Reason.Chinese() + "）"
		}
		if r.Minutes > 0 {
			line += fmt.Sprintf("，参加%d分钟", r.Minutes)
		}
		if !r.Due && r.Status.There() {
			line += "，不在应到之内"
		}
		out = append(out, line)
	}
	return out
}

func (v *activityView) table() [][]string {
	rows := [][]string{{"姓名", "环节", "应到", "状态", "原因", "分钟"}}
	for _, r := range v.Activity.Attendance {
		rows = append(rows, []string{v.Names[r.Person], number(r.Part), plain(r.Due), r.Status.Chinese(), r.Reason.Chinese(), number(int(r.Minutes))})
	}
	return rows
}
