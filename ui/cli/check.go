package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"branchbook/rules"
	"branchbook/store"
	"branchbook/store/org"
	"branchbook/ui/say"
)

func runCheck(c *call) (result, error) {
	dayText := c.flags.String("day", "", "以哪一天为准（`日期`），默认今天")
	year := c.flags.Int("year", 0, "检查哪个`年度`，默认是那一天所在的年度")
	explain := c.flags.Bool("explain", false, "写出判断经过，也列出已完成的")
	all := c.flags.Bool("all", false, "也列出已完成的")
	if _, err := c.parse(0, 0); err != nil {
		return nil, err
	}
	day, err := c.day(*dayText)
	if err != nil {
		return nil, err
	}
	if *year, err = c.year(*year, day.Year()); err != nil {
		return nil, err
	}
	return c.with(func(s *store.Store) (result, error) {
		pack, snap, err := judge(s, *year, day)
		if err != nil {
			return nil, err
		}
		r := &checkResult{Day: day, Pack: pack.Digest(), Findings: []finding{}, explain: *explain, year: *year}
		for _, f := range rules.CheckYear(pack, snap, *year, day) {
			r.count(&f)
			if *all || *explain || f.State != rules.Done {
				r.Findings = append(r.Findings, sayFinding(&f, snap))
			}
		}
		return r, nil
	})
}

// checkResult is the list of what is done, running and missing.
type checkResult struct {
	Day      org.Date  `json:"day"`
	Pack     string    `json:"pack"` // digest of the rules in force
	Done     int       `json:"done"`
	Running  int       `json:"running"`
	Missing  int       `json:"missing"`
	Advice   int       `json:"advice"` // not done, and only advised
	Waived   int       `json:"waived"` // not done, and explained
	Findings []finding `json:"findings"`
	explain  bool
	year     int
}

// finding is one finding with names and words.
type finding struct {
	Rule     string       `json:"rule"`
	Title    string       `json:"title"`
	State    rules.State  `json:"state"` // done, running, missing
	Advice   bool         `json:"advice"`
	Person   org.PersonID `json:"person,omitempty"`
	Who      string       `json:"who,omitempty"`
	Period   string       `json:"period"`
	Have     json.Number  `json:"have"` // in unit
	Need     json.Number  `json:"need"` // 0: the rule has no number
	Unit     rules.Unit   `json:"unit"` // 次, 学时, 个
	Until    org.Date     `json:"until"`
	Sentence string       `json:"sentence"`
	Next     string       `json:"next,omitempty"`
	Document string       `json:"document"`
	Article  string       `json:"article,omitempty"`
	Quote    string       `json:"quote,omitempty"`
	Checked  bool         `json:"quote_checked"`
	Notice   string       `json:"notice,omitempty"`
	Waived   bool         `json:"waived"`
	Reason   string       `json:"reason,omitempty"`
	Packs    []string     `json:"packs"` // the pack that states the rule, and those that changed it
	Trace    []string     `json:"trace"`
	cite     string       // document and article in one
}

func sayFinding(f *rules.Finding, snap *org.Snapshot) finding {
	out := finding{Rule: f.Rule, Title: f.Title, State: f.State, Advice: f.Advice, Person: f.Person, Period: f.Period, Until: f.Until,
		Have: amount(f, f.Have), Need: amount(f, f.Need), Unit: f.Unit, Sentence: f.Sentence, Next: f.Next, Document: f.Document, Article: f.Article, Quote: f.Quote, Checked: f.Checked,
		Notice: f.Notice, Waived: f.Waived, Reason: f.Reason, Packs: f.Packs, cite: f.Cite(), Trace: append([]string{}, f.Trace...)}
	if p := snap.Person(f.Person); p != nil {
		out.Who = snap.Label(p, f.Until)
	}
	if g, ok := snap.Branch.Group(f.Group); ok {
		out.Who = g.Name
	}
	return out
}

// amount is a number of the finding without its unit.
func amount(f *rules.Finding, n int64) json.Number {
	return json.Number(strings.TrimSuffix(f.Amount(n), string(f.Unit)))
}

// count counts a finding once, as the window does: what is only advised or has
// been explained is neither running nor missing.
func (r *checkResult) count(f *rules.Finding) {
	switch {
	case f.State == rules.Done:
		r.Done++
	case f.Waived:
		r.Waived++
	case f.Advice:
		r.Advice++
	case f.State == rules.Missing:
		r.Missing++
	default:
		r.Running++
	}
}

// text folds the findings of one rule: one line each, the next step and the
// clause once.
func (r *checkResult) text(w io.Writer) {
	if r.year != r.Day.Year() {
		fmt.Fprintf(w, "%d年，", r.year)
	}
	fmt.Fprintf(w, "截至%s：缺项%d，进行中%d，建议%d，已说明%d，已完成%d\n", r.Day.Chinese(), r.Missing, r.Running, r.Advice, r.Waived, r.Done)
	for i, f := range r.Findings {
		if i == 0 || r.Findings[i-1].Rule != f.Rule {
			fmt.Fprintf(w, "\n%s  %s\n", f.Title, f.source())
		}
		fmt.Fprintf(w, "  %s  %s\n", stateWord(f), f.Sentence)
		if r.explain {
			fmt.Fprintf(w, "      %s\n", strings.Join(append(f.Trace, "规则"+f.Rule+"（"+strings.Join(f.Packs, "，经调整：")+"）"), "；"))
		}
		if last := i+1 == len(r.Findings) || r.Findings[i+1].Rule != f.Rule; last && f.Next != "" {
			fmt.Fprintf(w, "  下一步：%s\n", f.Next)
		}
	}
}

func stateWord(f finding) string {
	word := f.State.Chinese()
	if f.Advice {
		word = "建议"
	}
	if f.Waived {
		word += "（已说明：" + f.Reason + "）"
	}
	return word
}

// need is the number asked for with its unit, "" if the rule has none.
func (f *finding) need() string {
	if f.Need == "0" {
		return ""
	}
	return f.Need.String() + string(f.Unit)
}

// source is the clause with its words and what is to be said of its plan.
func (f *finding) source() string {
	text := f.cite
	if f.Quote != "" {
		text += "：" + say.Quote(f.Quote, f.Checked)
	}
	if f.Notice != "" {
		text += " " + f.Notice
	}
	return text
}

func (r *checkResult) table() [][]string {
	rows := [][]string{{"状态", "项目", "对象", "期间", "已有", "应有", "截止", "说明", "下一步", "依据", "条款"}}
	for _, f := range r.Findings {
		rows = append(rows, []string{f.State.Chinese(), f.Title, f.Who, f.Period, f.Have.String() + string(f.Unit), f.need(), f.Until.Chinese(), f.Sentence, f.Next, f.Document, f.Article})
	}
	return rows
}
