package cli

import (
	"io"

	"branchbook/rules"
	"branchbook/store"
	"branchbook/store/org"
	"branchbook/ui/say"
)

func runWaiverList(c *call) (result, error) {
	if _, err := c.parse(0, 0); err != nil {
		return nil, err
	}
	return c.with(c.listWaivers)
}

// runWaiverAdd explains a finding: it stays in the list as 已说明.
func runWaiverAdd(c *call) (result, error) {
	person := c.flags.String("person", "", "说的是哪个`人`，不写是支部的事")
	group := c.flags.String("group", "", "只说哪个`党小组`，不写是每个党小组")
	activity := c.flags.String("activity", "", "只说哪次`活动`（编号）")
	period := c.flags.String("period", "", "只说哪个`期间`，如 2026-08、2026Q3、2026；不写是每个期间")
	until := c.flags.String("until", "", "说明到哪一天为止（`日期`，含当天），不写没有期限")
	reason := c.flags.String("reason", "", "`原因`，必写")
	words, err := c.parse(1, 1)
	if err != nil {
		return nil, err
	}
	if *reason == "" {
		return nil, usage("要用 --reason 写原因。")
	}
	w := &org.Waiver{ID: store.NewItemID(), Rule: words[0], Activity: org.ActivityID(*activity), Period: *period, Reason: *reason}
	if *until != "" {
		if w.Until, err = c.day(*until); err != nil {
			return nil, err
		}
	}
	return c.with(func(s *store.Store) (result, error) {
		if err := c.waiverNames(s, w, *person, *group); err != nil {
			return nil, err
		}
		if _, err := s.SaveItem(w, w.Reason); err != nil {
			return nil, err
		}
		return c.listWaivers(s)
	})
}

// waiverNames finds the rule, the person, the group and the activity that a
// waiver names.
func (c *call) waiverNames(s *store.Store, w *org.Waiver, person, group string) error {
	snap, err := s.Snapshot(1, 0)
	if err != nil {
		return err
	}
	pack, err := rules.Load(org.DateOf(c.env.Now()), snap.Packs)
	if err != nil {
		return err
	}
	if pack.Rule(w.Rule) == nil {
		return say.ErrNoRule
	}
	if person != "" {
		p, err := findPerson(c, s, person)
		if err != nil {
			return err
		}
		w.Person = p.ID
	}
	if group != "" {
		g, ok := snap.Branch.GroupNamed(group)
		if !ok {
			return &org.Invalid{Field: "group", Why: org.WhyUnknown}
		}
		w.Group = g.ID
	}
	if w.Activity != "" {
		_, err = s.Activity(w.Activity)
	}
	return err
}

// runWaiverEnd withdraws an explanation; it stays in the file with its end.
func runWaiverEnd(c *call) (result, error) {
	words, err := c.parse(1, 1)
	if err != nil {
		return nil, err
	}
	return c.with(func(s *store.Store) (result, error) {
		snap, err := s.Snapshot(1, 0)
		if err != nil {
			return nil, err
		}
		for _, w := range snap.Waivers {
			if string(w.ID) != words[0] {
				continue
			}
			ended := *w
			ended.Until = org.DateOf(c.env.Now()).AddDays(-1)
			if _, err := s.SaveItem(&ended, w.Reason); err != nil {
				return nil, err
			}
			return c.listWaivers(s)
		}
		return nil, org.ErrNotFound
	})
}

// waiverLine is one explanation with names.
type waiverLine struct {
	ID       org.ItemID     `json:"id"`
	Rule     string         `json:"rule"`
	Title    string         `json:"title,omitempty"` // of the rule; empty if it is not in force
	Person   org.PersonID   `json:"person,omitempty"`
	Who      string         `json:"who,omitempty"` // person or group
	Activity org.ActivityID `json:"activity,omitempty"`
	Period   string         `json:"period,omitempty"`
	Until    org.Date       `json:"until,omitzero"`
	Reason   string         `json:"reason"`
}

type waiverList []waiverLine

func (c *call) listWaivers(s *store.Store) (result, error) {
	snap, err := s.Snapshot(1, 0)
	if err != nil {
		return nil, err
	}
	pack, err := rules.Load(org.DateOf(c.env.Now()), snap.Packs)
	if err != nil {
		return nil, err
	}
	out := waiverList{}
	for _, w := range snap.Waivers {
		line := waiverLine{ID: w.ID, Rule: w.Rule, Person: w.Person, Activity: w.Activity, Period: w.Period, Until: w.Until, Reason: w.Reason}
		if r := pack.Rule(w.Rule); r != nil {
			line.Title = r.Title
		}
		if p := snap.Person(w.Person); p != nil {
			line.Who = snap.Label(p, lastDay)
		}
		if g, ok := snap.Branch.Group(w.Group); ok {
			line.Who = g.Name
		}
		out = append(out, line)
	}
	return out, nil
}

func (l waiverList) text(w io.Writer) {
	if len(l) == 0 {
		io.WriteString(w, "还没有写过说明。\n")
		return
	}
	grid(w, l.table())
}

func (l waiverList) table() [][]string {
	rows := [][]string{{"编号", "规则", "名称", "对象", "期间", "到哪天为止", "原因"}}
	for _, w := range l {
		rows = append(rows, []string{string(w.ID), w.Rule, w.Title, w.Who, w.Period, w.Until.Chinese(), w.Reason})
	}
	return rows
}
