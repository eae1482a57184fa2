package cli

import (
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"branchbook/store"
	"branchbook/store/intake"
	"branchbook/store/org"
	"branchbook/store/sheet"
	"branchbook/ui/say"
)

func runImport(c *call) (result, error) {
	dry := c.flags.Bool("dry-run", false, "只检查，不保存")
	name := c.flags.String("sheet", "", "读哪张`工作表`；不写则读最像花名册的一张")
	words, err := c.parse(1, 1)
	if err != nil {
		return nil, err
	}
	if err := c.reads(words[0]); err != nil {
		return nil, err
	}
	book, err := sheet.Open(words[0])
	if err != nil {
		return nil, fmt.Errorf("read roster: %w", err)
	}
	roster, err := readSheet(book, *name, org.DateOf(c.env.Now()))
	if err != nil {
		return nil, fmt.Errorf("read roster: %w", err)
	}
	return c.with(func(s *store.Store) (result, error) {
		snap, err := s.Snapshot(1, 0)
		if err != nil {
			return nil, err
		}
		plan := intake.Make(snap, roster)
		r := resultOf(roster, plan)
		if r.Left > 0 {
			c.after = append(c.after, say.ErrRowsLeft)
		}
		if r.DryRun = *dry; *dry || len(plan.People) == 0 {
			return r, nil
		}
		if err := c.mayChange(s, plan.Saves()...); err != nil {
			return nil, err
		}
		done, err := s.Import(filepath.Base(words[0]), plan.Branch, plan.People)
		r.Seq, r.Saved = done.Seq, err == nil
		return r, err
	})
}

func readSheet(b *sheet.Book, name string, today org.Date) (*sheet.Roster, error) {
	if name != "" {
		return sheet.ReadRosterSheet(b, name, today)
	}
	return sheet.ReadRoster(b, today)
}

// importResult is what an import did, or with --dry-run would do.
type importResult struct {
	Sheet     string          `json:"sheet"`  // "" in a csv
	Others    []string        `json:"others"` // other sheets that look like rosters and were not read
	Header    int             `json:"header"` // row of the headings
	DryRun    bool            `json:"dry_run"`
	Saved     bool            `json:"saved"`         // false if nothing had changed, too
	Seq       int64           `json:"seq,omitempty"` // journal entry, for undo
	New       int             `json:"new"`
	Changed   int             `json:"changed"`
	Unchanged int             `json:"unchanged"`
	Left      int             `json:"left"` // rows not imported
	Rows      []importRow     `json:"rows"`
	Findings  []importFinding `json:"findings"`
}

// importRow is what becomes of one row.
type importRow struct {
	Row    int           `json:"row"`
	Name   string        `json:"name"`
	What   intake.What   `json:"what"` // new, changed, unchanged, left
	Fields []sheet.Field `json:"fields"`
}

// importFinding is one finding with its place and words.
type importFinding struct {
	Sheet    string `json:"sheet"`
	Row      int    `json:"row,omitempty"`
	Col      int    `json:"col,omitempty"`
	Cell     string `json:"cell,omitempty"`
	Kind     string `json:"kind"`
	Field    string `json:"field,omitempty"`
	Severity string `json:"severity"`
	Text     string `json:"text"`
}

// resultOf says a plan in the words and names of the output.
func resultOf(roster *sheet.Roster, p *intake.Plan) *importResult {
	r := &importResult{Sheet: roster.Sheet, Header: roster.Header, Others: append([]string{}, roster.Others...), Rows: []importRow{}, Findings: []importFinding{},
		New: p.Count(intake.New), Changed: p.Count(intake.Changed), Unchanged: p.Count(intake.Unchanged), Left: p.Count(intake.Left)}
	for _, row := range p.Rows {
		r.Rows = append(r.Rows, importRow{row.Line, row.Name, row.What, row.Fields})
	}
	for _, f := range p.Findings {
		r.Findings = append(r.Findings, importFinding{f.Sheet, f.Row, f.Col, f.Cell, string(f.Kind), string(f.Field), string(f.Severity), say.Finding(f)})
	}
	return r
}

func (r *importResult) text(w io.Writer) {
	if r.Sheet != "" {
		fmt.Fprintf(w, "工作表“%s”，", r.Sheet)
	}
	fmt.Fprintf(w, "表头在第%d行。", r.Header)
	did := "已"
	if r.DryRun {
		did = "将"
	}
	fmt.Fprintf(w, "%s新增%d人，更新%d人；不变%d人；未导入%d行。\n", did, r.New, r.Changed, r.Unchanged, r.Left)
	for _, f := range r.Findings {
		fmt.Fprintf(w, "  %s%s（%s）\n", f.place(), f.Text, say.Severity(sheet.Severity(f.Severity)))
	}
	if len(r.Others) > 0 {
		fmt.Fprintf(w, "还有像花名册的工作表没有读：%s（用 --sheet 指定）。\n", strings.Join(r.Others, "、"))
	}
	switch {
	case r.Saved:
		fmt.Fprintf(w, "如有差错：branchbook undo %d\n", r.Seq)
	case r.DryRun:
		fmt.Fprintln(w, "这次只是检查，没有保存。")
	default:
		fmt.Fprintln(w, "没有需要保存的内容。")
	}
}

// place says where a finding is, with a space behind it.
func (f *importFinding) place() string {
	switch {
	case f.Cell != "":
		return fmt.Sprintf("%s（第%d行） ", f.Cell, f.Row)
	case f.Row > 0:
		return fmt.Sprintf("第%d行 ", f.Row)
	}
	return ""
}

func (r *importResult) table() [][]string {
	rows := [][]string{{"工作表", "行", "列", "单元格", "处理", "说明"}}
	for _, f := range r.Findings {
		rows = append(rows, []string{f.Sheet, number(f.Row), number(f.Col), f.Cell, say.Severity(sheet.Severity(f.Severity)), f.Text})
	}
	return rows
}

// number prints what is known; 0 means that it is not.
func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
