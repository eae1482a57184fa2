package rules

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
)

// docs/rules.md says what the shipped packs say. It is written by this test:
//
//	UPDATE_DOCS=1 CGO_ENABLED=0 go test ./rules -run RulesPage
const rulesPage = "../docs/rules.md"

const rulesPageHead = `# 规则一览

随程序提供的规则包里的每一条：条款、原文、谁的事、一般还是必须、数字、一开始启用没有、哪里待核实。
本页由规则包生成，请不要手改；改了规则包以后运行 ` + "`UPDATE_DOCS=1 CGO_ENABLED=0 go test ./rules -run RulesPage`" + `。
装进台账的当地规则包和某一天实际有效的条款，用 ` + "`branchbook pack show`" + ` 或窗口里“设置 → 规则包 → 看条款”看。
济南市实施意见逐条对应什么，见 [opinion.md](opinion.md)；规则包怎样写，见 [FORMAT.md](../rules/FORMAT.md)。

- **一般**：文件写的是“一般”，只在句子里显示“一般应”，到期没有做到的仍列为缺项。**必须**：文件没有写“一般”。
- **上级组织**的事，只作建议，不算本支部的缺项。
- **待核实**：条文没有见到原件，或几处资料不一致。写明“没有启用”的，当地规则包核实以后可以启用（` + "`off = false`" + `）。
- 引文后面写“待核对原件”的，还没有人拿正式文本逐字对过。
`

func TestTheRulesPageIsWhatThePacksSay(t *testing.T) {
	want := rulesPageText(t)
	if os.Getenv("UPDATE_DOCS") != "" {
		if err := os.WriteFile(rulesPage, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(rulesPage)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Error("docs/rules.md is not what the packs say; run: UPDATE_DOCS=1 CGO_ENABLED=0 go test ./rules -run RulesPage")
	}
}

func rulesPageText(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	b.WriteString(rulesPageHead)
	for _, info := range Shipped() {
		on := "一开始启用"
		switch {
		case Always(info.Name):
			on = "始终有效"
		case !info.On:
			on = "一开始不启用"
		}
		fmt.Fprintf(&b, "\n## %s（`%s`）\n\n%s层，%s起，%s。\n", info.Title, info.Name, LayerChinese(info.Layer), info.From.Chinese(), on)
		if info.Note != "" {
			fmt.Fprintf(&b, "%s\n", info.Note)
		}
		list, err := Clauses(nil, info.Name)
		if err != nil {
			t.Fatal(err)
		}
		for i := range list {
			b.WriteString(clausePage(&list[i]))
		}
	}
	return b.String()
}

// clausePage is the section of one clause; what is empty is left out.
func clausePage(c *Clause) string {
	title := c.Title
	switch {
	case c.Ends:
		title += "（停用）"
	case c.Change:
		title += "（改动）"
	}
	out := fmt.Sprintf("\n### %s　`%s`\n\n", title, c.Rule)
	line := func(label, text string) {
		if text != "" {
			out += "- " + label + "：" + strings.ReplaceAll(text, "\n", " ") + "\n"
		}
	}
	line("依据", c.Cite())
	if c.Quote != "" {
		quote := "“" + c.Quote + "”"
		if !c.Checked {
			quote += "（待核对原件）"
		}
		line("原文", quote)
	}
	line("谁的事", dutyWords(c))
	if !c.Change {
		line("启用", map[bool]string{false: "是", true: "没有启用"}[c.Off])
	}
	line("有效期", c.Validity())
	line("适用", c.Applies)
	var numbers []string
	for _, term := range c.Terms {
		numbers = append(numbers, term.Label+"："+term.Value)
	}
	line("数字", strings.Join(numbers, "；"))
	line("待核实", strings.TrimPrefix(c.Doubt, "待核实："))
	return out
}

func dutyWords(c *Clause) string {
	var words []string
	if c.Whose != "" {
		words = append(words, c.Whose.Chinese())
	}
	if c.Obligation != "" {
		words = append(words, c.Obligation.Chinese())
	}
	if c.Advice {
		words = append(words, "只作建议")
	}
	return strings.Join(words, "，")
}

// docs/opinion.md is written by hand.
const opinionPage = "../docs/opinion.md"

// opinionRow is a line of the table: the article's number, what it asks, the ids
// of rules, whether it is the superior's.
type opinionRow struct {
	article, asks string
	rules         []string
	superior      bool
}

func opinionRows(t *testing.T) []opinionRow {
	t.Helper()
	text, err := os.ReadFile(opinionPage)
	if err != nil {
		t.Fatal(err)
	}
	var out []opinionRow
	for _, line := range regexp.MustCompile(`(?m)^\| \d+ .*$`).FindAllString(string(text), -1) {
		cells := strings.Split(strings.Trim(line, "|"), "|")
		if len(cells) != 5 {
			t.Fatalf("%d cells in %s", len(cells), line)
		}
		row := opinionRow{article: strings.TrimSpace(cells[0]), asks: strings.TrimSpace(cells[1]), superior: strings.TrimSpace(cells[3]) == "上级"}
		for _, m := range regexp.MustCompile("`([a-z][a-z0-9-]*)`").FindAllStringSubmatch(cells[2], -1) {
			row.rules = append(row.rules, m[1])
		}
		out = append(out, row)
	}
	return out
}

func TestTheOpinionPageNamesRulesThatExistAndEachOfThePack(t *testing.T) {
	known, opinion := map[string]bool{}, map[string]*Rule{}
	for _, s := range freshSources(t) {
		for i := range s.Rules {
			known[s.Rules[i].ID] = true
			if s.Name == "jinan-2020" {
				opinion[s.Rules[i].ID] = &s.Rules[i]
			}
		}
	}
	named := map[string]bool{}
	for _, row := range opinionRows(t) {
		for _, id := range row.rules {
			named[id] = true
			if !known[id] {
				t.Errorf("no pack has the rule %s", id)
			}
			if r := opinion[id]; r != nil && (r.Whose == SuperiorDuty) != row.superior {
				t.Errorf("rule %s is said to be somebody else's duty", id)
			}
		}
	}
	for id := range opinion {
		if !named[id] {
			t.Errorf("rule %s of the opinion is not in the table", id)
		}
	}
}

func TestTheOpinionPageHasEveryArticle(t *testing.T) {
	seen := map[string]bool{}
	for _, row := range opinionRows(t) {
		seen[row.article] = true
		if row.asks == "" {
			t.Errorf("a row of article %s asks nothing", row.article)
		}
	}
	for n := 1; n <= 19; n++ {
		if !seen[fmt.Sprint(n)] {
			t.Errorf("article %d has no row", n)
		}
	}
}
