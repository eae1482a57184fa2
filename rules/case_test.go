package rules

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"branchbook/store/org"
)

// A case is a file in testdata that somebody who writes no programs can read:
// what it shows, the situation (情况), perhaps a local pack (规则包), and what
// follows. testdata/README.md says how to write one.

var updateCases = os.Getenv("UPDATE_CASES") != ""

// loader makes the effective pack; the mutation test puts in its own.
type loader func(day org.Date, local []*org.LocalPack) (*Pack, error)

func caseFiles(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	return files
}

func TestCasesComeOutAsWritten(t *testing.T) {
	for _, file := range caseFiles(t) {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := readArchive(file)
			if err != nil {
				t.Fatal(err)
			}
			got, err := answer(ar, Load)
			if err != nil {
				t.Fatal(err)
			}
			if updateCases {
				if err := os.WriteFile(file, []byte(got.String()), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			questions := 0
			for i, f := range ar.sections {
				if f.text != got.sections[i].text {
					t.Errorf("%s\ngot:\n%swant:\n%s", f.name, got.sections[i].text, f.text)
				}
				if isQuestion(f.name) {
					questions++
				}
			}
			if questions == 0 {
				t.Error("the case asks nothing")
			}
		})
	}
}

func isQuestion(name string) bool { return name != "情况" && name != "规则包" }

// answer fills in every question of a case.
func answer(ar *archive, load loader) (*archive, error) {
	out := &archive{ar.comment, slices.Clone(ar.sections)}
	w := newWorld()
	for i, f := range ar.sections {
		var err error
		switch f.name {
		case "情况":
			err = w.read(f.text)
		case "规则包":
			w.local = append(w.local, &org.LocalPack{ID: "local", Name: "本地", On: true, Text: f.text})
		default:
			var text string
			text, err = w.ask(f.name, load)
			out.sections[i].text = text
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.name, err)
		}
	}
	return out, nil
}

// ask answers one question by its heading.
func (w *world) ask(heading string, load loader) (string, error) {
	q := strings.Fields(heading)
	if len(q) < 2 {
		return "", fmt.Errorf("a question needs a day")
	}
	day, err := org.ParseDate(q[1])
	if err != nil {
		return "", err
	}
	p, err := load(day, w.local)
	if err != nil {
		return "", err
	}
	switch q[0] {
	case "应到":
		return w.askDue(p, day, q[2:])
	case "学时":
		return w.askHours(p, day, q[2:]), nil
	case "学时明细":
		return w.askLines(p, day, q[2:]), nil
	case "学时内容":
		return w.askContents(p, day, q[2:]), nil
	case "还有":
		return w.askAhead(p, day, q[2:]), nil
	case "清单":
		return w.askFindings(p, day, q[2:], false), nil
	case "句子":
		return w.askFindings(p, day, q[2:], true), nil
	case "过程":
		return w.askTraces(p, day, q[2:]), nil
	case "口径":
		return w.askFacts(p), nil
	}
	if answer := worldQuestions[q[0]]; answer != nil {
		return answer(w, p, day, q[2:])
	}
	return "", fmt.Errorf("no such question")
}

func (w *world) askDue(p *Pack, day org.Date, q []string) (string, error) {
	part := org.Part{Kind: org.Assembly, Date: day, Audience: org.Audience{Kind: org.ForAll}}
	for _, word := range q {
		if err := w.audience(&part, word); err != nil {
			return "", err
		}
	}
	var b strings.Builder
	for _, d := range Due(p, w.snapshot(), &part) {
		due, vote := "应到", "有表决权"
		if !d.Due {
			due = "不应到（" + d.Why.Chinese() + "）"
		}
		if !d.MayVote {
			vote = "无表决权（" + d.NoVote.Chinese() + "）"
		}
		fmt.Fprintf(&b, "%s %s：%s，%s\n", d.Person, d.As.Chinese(org.SpellCategory), due, vote)
	}
	return b.String(), nil
}

// yearOf is the year asked for, that of the day unless a word says another.
func yearOf(day org.Date, q []string) int {
	year := day.Year()
	for _, word := range q {
		fmt.Sscanf(word, "%d年", &year)
	}
	return year
}

func (w *world) askHours(p *Pack, day org.Date, q []string) string {
	var b strings.Builder
	for _, h := range Hours(p, w.snapshot(), yearOf(day, q), day) {
		fmt.Fprintf(&b, "%s：已修%s（集中培训%s，%d次；集体学习%s）", h.Person, h.Counted, h.Training, h.Trainings, h.Study)
		if !h.Applies {
			fmt.Fprintf(&b, "，无应修：%s\n", h.TargetWhy)
			continue
		}
		done := "未达到"
		if h.Met {
			done = "已达到"
		}
		fmt.Fprintf(&b, "，应修%s，%s，还差%s。%s", h.Target, done, h.Short, h.TargetWhy)
		if h.Notice != "" {
			b.WriteString("。" + h.Notice)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func (w *world) askLines(p *Pack, day org.Date, q []string) string {
	var b strings.Builder
	for _, h := range Hours(p, w.snapshot(), yearOf(day, q), day) {
		for _, l := range h.Lines {
			why := ""
			if l.Why != "" {
				why = "（" + l.Why.Chinese() + "）"
			}
			fmt.Fprintf(&b, "%s %s 活动%s环节%d %s：%s%s\n", h.Person, l.Date, l.Activity, l.Part, l.Form.Chinese(), l.Hours, why)
		}
	}
	return b.String()
}

func (w *world) askFindings(p *Pack, day org.Date, q []string, words bool) string {
	var b strings.Builder
	for _, f := range CheckYear(p, w.snapshot(), yearOf(day, q), day) {
		if asked := slices.Contains(q, f.Rule); !asked {
			continue
		}
		if words {
			fmt.Fprintf(&b, "%s（《%s》第%s条）%s\n", f.Sentence, f.Document, f.Article, f.Next)
			continue
		}
		who := string(f.Person) + w.groupName(f.Group)
		fmt.Fprintf(&b, "%s %s%s %s %s/%s", f.Title, f.Period, prefix(" ", who), f.State.Chinese(), f.Unit.amount(f.Have), f.Amount(f.Need))
		if f.Advice {
			b.WriteString(" 建议")
		}
		b.WriteString(prefix(" ", f.Notice))
		if f.Waived {
			b.WriteString(" 已说明：" + f.Reason)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func prefix(p, s string) string {
	if s == "" {
		return ""
	}
	return p + s
}

// askFacts shows what forms and pick-lists ask a pack.
func (w *world) askFacts(p *Pack) string {
	var b strings.Builder
	for _, k := range org.BranchKinds() {
		fmt.Fprintf(&b, "%s任期%d年\n", k.Chinese(), p.TermYears(k))
	}
	for _, a := range w.activities {
		if p.Late(a) {
			fmt.Fprintf(&b, "活动%s补录\n", a.ID)
		}
	}
	return b.String()
}
