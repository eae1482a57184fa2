package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"branchbook/store"
	"branchbook/store/org"
)

func runPlanAdd(c *call) (result, error) {
	month := c.flags.Int("month", 0, "在几`月`，1到12；没有定的不写")
	text := c.flags.String("text", "", "`说明`")
	words, err := c.parse(3, 3)
	if err != nil {
		return nil, err
	}
	year, err := yearOf(words[0])
	if err != nil {
		return nil, err
	}
	kind, err := org.ParsePartKind(words[1])
	if err != nil {
		return nil, org.In(string(org.KindPlan), err)
	}
	item := &org.Plan{ID: store.NewItemID(), Year: year, Kind: kind, Month: *month, Title: strings.TrimSpace(words[2]), Text: strings.TrimSpace(*text)}
	return c.with(func(s *store.Store) (result, error) {
		snap, err := yearSnapshot(s, year)
		if err != nil {
			return nil, err
		}
		if err := saveItem(s, item, item.Title); err != nil {
			return nil, err
		}
		if slices.ContainsFunc(snap.Plans, func(p *org.Plan) bool {
			return p.Kind == kind && p.Month == item.Month && p.Title == item.Title
		}) {
			c.notes = append(c.notes, "这一年的计划里已有同样的一项，请核对是否重复；重复的可以撤销（undo）。")
		}
		return listPlans(s, year)
	})
}

func runPlanList(c *call) (result, error) { return c.ofYear(listPlans) }

// listPlans lists a year's plan by month, what has no month first.
func listPlans(s *store.Store, year int) (result, error) {
	snap, err := yearSnapshot(s, year)
	if err != nil {
		return nil, err
	}
	out := planList{year, append([]*org.Plan{}, snap.Plans...)}
	slices.SortStableFunc(out.items, func(a, b *org.Plan) int { return a.Month - b.Month })
	return out, nil
}

type planList struct {
	year  int
	items []*org.Plan
}

func (l planList) MarshalJSON() ([]byte, error) { return json.Marshal(l.items) }

func (l planList) text(w io.Writer) {
	if len(l.items) == 0 {
		fmt.Fprintf(w, "%d年还没有登记计划。\n", l.year)
		return
	}
	grid(w, brief(l.table()))
}

func (l planList) table() [][]string {
	rows := [][]string{{"编号", "年度", "月份", "类型", "题目", "说明"}}
	for _, p := range l.items {
		rows = append(rows, []string{string(p.ID), strconv.Itoa(p.Year), known(p.Month, p.Month), p.Kind.Chinese(), p.Title, p.Text})
	}
	return rows
}
