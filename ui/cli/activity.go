package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"branchbook/rules"
	"branchbook/store"
	"branchbook/store/org"
	"branchbook/ui/say"
)

func runActivityList(c *call) (result, error) {
	year := c.flags.Int("year", 0, "`年度`，默认今年")
	kind := c.flags.String("kind", "", "只列这个`类型`，如 主题党日")
	if _, err := c.parse(0, 0); err != nil {
		return nil, err
	}
	of, err := c.year(*year, c.env.Now().Year())
	if err != nil {
		return nil, err
	}
	var want org.PartKind
	if *kind != "" {
		if want, err = org.ParsePartKind(*kind); err != nil {
			return nil, org.In("part", err)
		}
	}
	return c.with(func(s *store.Store) (result, error) {
		snap, err := s.Snapshot(org.NewDate(of, 1, 1), org.NewDate(of, 12, 31))
		if err != nil {
			return nil, err
		}
		pack, err := rules.Load(org.DateOf(c.env.Now()), snap.Packs)
		if err != nil {
			return nil, err
		}
		out := activityList{of, []activityHead{}}
		for _, a := range snap.Activities {
			if want == "" || slices.ContainsFunc(a.Parts, func(p org.Part) bool { return p.Kind == want }) {
				out.heads = append(out.heads, headOf(pack, a))
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
	Kinds   []org.PartKind    `json:"kinds"`
	State   org.ActivityState `json:"state"`
	Late    bool              `json:"late"`    // 补录
	Due     int               `json:"due"`     // 应到, at any part
	Present int               `json:"present"` // 实到 of those due
	Others  int               `json:"others"`  // 另有到会
}

func headOf(pack *rules.Pack, a *org.Activity) activityHead {
	h := activityHead{ID: a.ID, From: a.From(), To: a.To(), Title: a.Title, State: a.State, Late: pack.Late(a)}
	for i := range a.Parts {
		if k := a.Parts[i].Kind; !slices.Contains(h.Kinds, k) {
			h.Kinds = append(h.Kinds, k)
		}
	}
	h.Due, h.Present, h.Others = rules.Turnout(a, 0)
	return h
}

// activityList is the activities of a year.
type activityList struct {
	year  int
	heads []activityHead
}

func (l activityList) MarshalJSON() ([]byte, error) { return json.Marshal(l.heads) }

func (l activityList) text(w io.Writer) {
	if len(l.heads) > 0 {
		grid(w, l.table())
	}
	fmt.Fprintf(w, "%d年共%d次\n", l.year, len(l.heads))
}

func (l activityList) table() [][]string {
	rows := [][]string{{"日期", "主题", "类型", "状态", "应到", "实到", "另有", "编号"}}
	for _, h := range l.heads {
		rows = append(rows, h.row())
	}
	return rows
}

func (h *activityHead) row() []string {
	state := h.State.Chinese()
	if h.Late {
		state += "、补录"
	}
	var kinds []string
	for _, k := range h.Kinds {
		kinds = append(kinds, k.Chinese())
	}
	due, present := fmt.Sprint(h.Due), fmt.Sprint(h.Present)
	if h.State == org.Planned {
		due, present = "", "" // nobody has been judged yet
	}
	return []string{span(h.From, h.To), h.Title, strings.Join(kinds, "、"), state, due, present, number(h.Others), string(h.ID)}
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
		a, err := s.Activity(org.ActivityID(words[0]))
		if err != nil {
			return nil, err
		}
		if a.State == org.Cancelled {
			return nil, say.ErrCancelled
		}
		a.State = org.Cancelled
		if err := c.mayChange(s, a); err != nil {
			return nil, err
		}
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
		if a.State != org.Held {
			return nil, say.ErrNotHeld
		}
		snap, err := s.Snapshot(1, 0)
		if err != nil {
			return nil, err
		}
		pack, err := rules.Load(org.DateOf(c.env.Now()), snap.Packs)
		if err != nil {
			return nil, err
		}
		now := rules.Reassess(pack, snap, a)
		if sameRows(a.Attendance, now) {
			c.notes = []string{"应到没有变化，没有改动。"}
			return showActivity(pack, snap, a), nil
		}
		a.Attendance = now
		if err := c.mayChange(s, a); err != nil {
			return nil, err
		}
		if _, err := s.Reassess(a); err != nil {
			return nil, err
		}
		return c.loadActivity(s, words[0])
	})
}

// sameRows tells whether two attendances hold the same rows in any order.
func sameRows(a, b []org.Attendance) bool {
	have := map[org.Attendance]bool{}
	for _, r := range a {
		have[r] = true
	}
	return len(a) == len(b) && !slices.ContainsFunc(b, func(r org.Attendance) bool { return !have[r] })
}
