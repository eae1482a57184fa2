package rules

import (
	"fmt"
	"strings"

	"branchbook/store/org"
)

func init() {
	worldQuestions["封存"] = (*world).closeYear
	worldQuestions["封存差别"] = (*world).askChanges
}

// closeYear closes a year for the questions after it, and tells what it froze.
func (w *world) closeYear(p *Pack, day org.Date, q []string) (string, error) {
	c, err := Close(p, w.snapshot(), yearOf(day, q), day, "closing")
	if err != nil {
		return "", err
	}
	w.closings = []*org.Closing{c}
	var b strings.Builder
	for i := range c.People {
		fmt.Fprintf(&b, "%s：%s。%s\n", c.People[i].Person, figuresText(&c.People[i]), c.People[i].Why)
	}
	return b.String(), c.Validate()
}

func (w *world) askChanges(p *Pack, day org.Date, q []string) (string, error) {
	year := yearOf(day, q)
	var b strings.Builder
	for _, d := range Changes(ClosingOf(w.snapshot(), year), Hours(p, w.snapshot(), year, day)) {
		fmt.Fprintf(&b, "%s：%s → %s\n", d.Person, figuresText(d.Was), figuresText(d.Now))
	}
	return b.String(), nil
}

func figuresText(h *org.ClosedHours) string {
	if h == nil {
		return "不在册"
	}
	met := "未达到"
	if h.Met {
		met = "已达到"
	}
	if h.Target == 0 {
		return fmt.Sprintf("已修%s，无应修", h.Counted)
	}
	return fmt.Sprintf("已修%s（集中培训%s，集体学习%s），应修%s，%s", h.Counted, h.Training, h.Study, h.Target, met)
}
