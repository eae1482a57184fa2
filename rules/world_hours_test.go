package rules

import (
	"fmt"
	"strconv"
	"strings"

	"branchbook/store/org"
)

func init() {
	worldLines["年度计划"] = readPlan
	worldDetails["证明"] = func(_ *world, a *org.Activity, _ *org.Part, value string) error { a.Proof = value; return nil }
}

// readPlan reads "2026 主题党日 11月": an item of the year's plan, the month may
// be left out.
func readPlan(w *world, words []string) error {
	if len(words) < 2 {
		return fmt.Errorf("a plan needs a year and a kind")
	}
	year, err := strconv.Atoi(strings.TrimSuffix(words[0], "年"))
	if err != nil {
		return err
	}
	kind, err := org.ParsePartKind(words[1])
	if err != nil {
		return err
	}
	plan := &org.Plan{ID: org.ItemID(strconv.Itoa(len(w.plans) + 1)), Year: year, Kind: kind, Title: words[1]}
	if len(words) > 2 {
		if plan.Month, err = strconv.Atoi(strings.TrimSuffix(words[2], "月")); err != nil {
			return err
		}
	}
	w.plans = append(w.plans, plan)
	return plan.Validate()
}

// askContents shows what counted of each content category.
func (w *world) askContents(p *Pack, day org.Date, q []string) string {
	var b strings.Builder
	for _, h := range Hours(p, w.snapshot(), yearOf(day, q), day) {
		var parts []string
		for _, c := range h.Contents {
			name := c.Content.Chinese()
			if name == "" {
				name = "没有写明"
			}
			parts = append(parts, name+c.Hours.String())
		}
		fmt.Fprintf(&b, "%s：%s\n", h.Person, strings.Join(parts, "，"))
	}
	return b.String()
}

// askAhead shows what is still planned for each who has a target.
func (w *world) askAhead(p *Pack, day org.Date, q []string) string {
	var b strings.Builder
	for _, h := range Hours(p, w.snapshot(), yearOf(day, q), day) {
		if !h.Applies {
			continue
		}
		fmt.Fprintf(&b, "%s：还差%s，还有%d次", h.Person, h.Short, h.Ahead.Count)
		for _, k := range h.Ahead.Kinds {
			fmt.Fprintf(&b, " %s%d", k.Kind.Chinese(), k.Count)
		}
		fmt.Fprintf(&b, "，约%s学时", h.Ahead.Hours)
		if h.Ahead.Unknown > 0 {
			fmt.Fprintf(&b, "，%d次不知道时长", h.Ahead.Unknown)
		}
		b.WriteString("\n")
	}
	return b.String()
}
