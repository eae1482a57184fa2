package cli

import (
	"fmt"
	"io"
	"strings"

	"branchbook/rules"
	"branchbook/store"
	"branchbook/store/org"
	"branchbook/ui/say"
)

func runPackShow(c *call) (result, error) {
	dayText := c.flags.String("day", "", "哪一天有效的条款（`日期`），默认今天")
	words, err := c.parse(0, 1)
	if err != nil {
		return nil, err
	}
	day, err := c.day(*dayText)
	if err != nil {
		return nil, err
	}
	return c.with(func(s *store.Store) (result, error) {
		snap, err := s.Snapshot(1, 0)
		if err != nil {
			return nil, err
		}
		pack, err := rules.Load(day, snap.Packs)
		if err != nil {
			return nil, err
		}
		only := ""
		if len(words) > 0 {
			only = words[0]
		}
		r := packRules(pack, only)
		if only != "" && len(r.Rules)+len(r.Resting) == 0 {
			return nil, say.ErrNoRule
		}
		return r, nil
	})
}

// packShown is what all packs together say on a day.
type packShown struct {
	Day     org.Date    `json:"day"`
	Digest  string      `json:"digest"`
	Packs   []packLine  `json:"packs"` // those in force, lowest layer first
	Rules   []ruleShown `json:"rules"`
	Resting []ruleShown `json:"resting"` // stated and not in force
}

// ruleShown is one rule. The words of level, obligation and kind are those of
// packs; what stands in applies, label and value is Chinese.
type ruleShown struct {
	Rule       string           `json:"rule"`
	Kind       string           `json:"kind"`
	Title      string           `json:"title"`
	Document   string           `json:"document"`
	Number     string           `json:"number,omitempty"` // 文号
	Article    string           `json:"article,omitempty"`
	CitedBy    string           `json:"cited_by"` // the pack that cites it
	Quote      string           `json:"quote,omitempty"`
	Checked    bool             `json:"quote_checked"`
	Whose      rules.Whose      `json:"level"`
	Obligation rules.Obligation `json:"obligation"`
	Advice     bool             `json:"advice"`
	From       org.Date         `json:"valid_from,omitzero"`
	To         org.Date         `json:"valid_to,omitzero"`
	Notice     string           `json:"notice,omitempty"`
	Doubt      string           `json:"doubt,omitempty"`
	Applies    string           `json:"applies,omitempty"`
	Pack       string           `json:"pack"`
	Changed    []string         `json:"changed"` // packs that changed it, lowest layer first
	Terms      []termShown      `json:"terms"`
	rule       *rules.Rule
}

// termShown is one number, switch or list of a rule, with the pack that gives it.
type termShown struct {
	Name  string `json:"name"`
	Label string `json:"label"`
	Value string `json:"value"`
	Pack  string `json:"pack"`
}

// packRules lists the rules of a pack's day; only, if given, is the id or the
// title of one.
func packRules(pack *rules.Pack, only string) *packShown {
	out := &packShown{Day: pack.Day(), Digest: pack.Digest(), Packs: []packLine{}, Rules: []ruleShown{}, Resting: []ruleShown{}}
	for _, s := range pack.Sources() {
		out.Packs = append(out.Packs, packLine{s.Name, s.Title, s.Layer, true})
	}
	pick := func(to *[]ruleShown, list []*rules.Rule) {
		for _, r := range list {
			if only == "" || r.ID == only || r.Title == only {
				*to = append(*to, showRule(r, pack.Day()))
			}
		}
	}
	pick(&out.Rules, pack.Rules())
	pick(&out.Resting, pack.Resting())
	return out
}

func showRule(r *rules.Rule, day org.Date) ruleShown {
	out := ruleShown{Rule: r.ID, Kind: r.Kind, Title: r.Title, Document: r.Document.Title, Number: r.Document.Number, Article: r.Article, CitedBy: r.CitedBy(),
		Quote: r.Quote, Checked: r.Checked, Whose: r.Whose, Obligation: r.Obligation, Advice: r.Advice, From: r.From, To: r.To, Notice: r.Notice(day), Doubt: r.Doubt,
		Applies: r.Applies.Chinese(), Pack: r.Pack, Changed: append([]string{}, r.Changed...), Terms: []termShown{}, rule: r}
	for _, t := range r.Terms() {
		out.Terms = append(out.Terms, termShown{t.Name, t.Label, t.Value, t.Origin})
	}
	return out
}

func (p *packShown) text(w io.Writer) {
	fmt.Fprintf(w, "%s有效的规则，摘要 %s\n规则包：", p.Day.Chinese(), p.Digest)
	for i, s := range p.Packs {
		if i > 0 {
			fmt.Fprint(w, "；")
		}
		fmt.Fprintf(w, "%s %s（%s）", s.Name, s.Title, rules.LayerChinese(s.Layer))
	}
	fmt.Fprintln(w)
	for i := range p.Rules {
		p.Rules[i].text(w)
	}
	if len(p.Resting) > 0 {
		fmt.Fprintln(w, "\n没有启用的规则（待核实的，或由后来的规则包停用的）：")
	}
	for i := range p.Resting {
		p.Resting[i].text(w)
	}
}

func (r *ruleShown) text(w io.Writer) {
	fmt.Fprintf(w, "\n%s  %s\n  %s\n", r.Title, r.Rule, r.cite())
	words := []string{r.Whose.Chinese(), r.Obligation.Chinese()}
	if r.Advice {
		words = append(words, "只作建议")
	}
	words = append(words, r.rule.Validity())
	fmt.Fprintf(w, "  %s\n", strings.Join(words, " · "))
	labelled(w, "  ", [][2]string{{"适用", r.Applies}, {"提示", r.Notice}, {"待核实", strings.TrimPrefix(r.Doubt, "待核实：")}})
	for _, t := range r.Terms {
		fmt.Fprintf(w, "  %s：%s（%s）\n", t.Label, t.Value, t.Pack)
	}
}

// cite is the clause with its words and the pack that cites it.
func (r *ruleShown) cite() string {
	text := r.rule.Cite() + "（" + r.CitedBy + "）"
	if r.Quote == "" {
		return text
	}
	return text + "：" + say.Quote(r.Quote, r.Checked)
}

func (p *packShown) table() [][]string {
	rows := [][]string{{"编号", "规则", "启用", "依据", "条款", "引用出自", "原文", "原文已核对", "层级", "程度", "有效期", "适用", "待核实", "项目", "内容", "出自"}}
	add := func(r *ruleShown, on bool) {
		head := []string{r.Rule, r.Title, plain(on), r.Document, r.Article, r.CitedBy, r.Quote, plain(r.Checked), r.Whose.Chinese(), r.Obligation.Chinese(), r.rule.Validity(), r.Applies, r.Doubt}
		for _, t := range r.Terms {
			rows = append(rows, append(head[:len(head):len(head)], t.Label, t.Value, t.Pack))
		}
		if len(r.Terms) == 0 {
			rows = append(rows, append(head, "", "", ""))
		}
	}
	for i := range p.Rules {
		add(&p.Rules[i], true)
	}
	for i := range p.Resting {
		add(&p.Resting[i], false)
	}
	return rows
}
