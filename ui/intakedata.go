package ui

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"branchbook/store/intake"
	"branchbook/store/org"
	"branchbook/store/sheet"
	"branchbook/ui/say"
)

// rosterEndings are those of the files that can be read.
var rosterEndings = []string{".xlsx", ".csv"}

// intakeSource is the sheet that is looked at.
type intakeSource struct {
	path  string
	sheet string // "": the one that looks most like a roster
}

// intakePreview is what an import would do, in words, before anything is saved.
type intakePreview struct {
	source intakeSource
	about  string // which sheet, and where its head stands
	sheet  string
	others []string // other sheets that look like rosters; of a sheet that was chosen, none
	notes  []string // about the sheet itself
	rows   []intakeRow
	plan   *intake.Plan
}

// intakeRow is what becomes of one row of the sheet.
type intakeRow struct {
	line     int
	name     string
	what     intake.What
	changes  string
	findings []intakeFinding
	doubtful bool // something was left out
}

// intakeFinding is one finding with its place.
type intakeFinding struct {
	place, words, outcome string
	severity              sheet.Severity
}

// loadIntake reads a sheet and works out what it would change.
func loadIntake(b *Book, src intakeSource) (*intakePreview, error) {
	book, err := sheet.Open(src.path)
	if err != nil {
		return nil, fmt.Errorf("read roster: %w", err)
	}
	roster, err := readRosterOf(book, src.sheet, b.Today())
	if err != nil {
		return nil, fmt.Errorf("read roster: %w", err)
	}
	snap, err := b.Store.Snapshot(1, 0)
	if err != nil {
		return nil, err
	}
	return previewOf(src, roster, intake.Make(snap, roster)), nil
}

func readRosterOf(b *sheet.Book, name string, today org.Date) (*sheet.Roster, error) {
	if name != "" {
		return sheet.ReadRosterSheet(b, name, today)
	}
	return sheet.ReadRoster(b, today)
}

// previewOf says a plan in words.
func previewOf(src intakeSource, roster *sheet.Roster, plan *intake.Plan) *intakePreview {
	p := &intakePreview{source: src, plan: plan, sheet: roster.Sheet, others: roster.Others, about: fmt.Sprintf("%s，表头在第 %d 行", filepath.Base(src.path), roster.Header)}
	byLine := map[int]int{}
	for i, r := range plan.Rows {
		byLine[r.Line] = i
		p.rows = append(p.rows, intakeRow{line: r.Line, name: r.Name, what: r.What, changes: changeWords(r)})
	}
	for _, f := range plan.Findings {
		i, known := byLine[f.Row]
		if !known {
			p.notes = append(p.notes, noteWords(f))
			continue
		}
		row := &p.rows[i]
		row.findings = append(row.findings, intakeFinding{cellPlace(f), say.Finding(f), say.Severity(f.Severity), f.Severity})
		row.doubtful = row.doubtful || f.Severity != sheet.Note
	}
	return p
}

// changeWords says what changes of somebody on file.
func changeWords(r intake.Row) string {
	if r.What != intake.Changed {
		return ""
	}
	var names []string
	for _, f := range r.Fields {
		if name := f.Chinese(); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return "更新：" + strings.Join(names, "、")
}

func cellPlace(f sheet.Finding) string {
	if f.Cell != "" {
		return f.Cell + " 格"
	}
	return fmt.Sprintf("第 %d 行", f.Row)
}

// noteWords says a finding about the sheet, or about a row that is nobody.
func noteWords(f sheet.Finding) string {
	switch words := say.Finding(f); {
	case f.Kind == sheet.Skipped || f.Kind == sheet.AfterFooter:
		return fmt.Sprintf("第 %d 行：%s", f.Row, words)
	case f.Cell != "":
		return f.Cell + " 格：" + words
	default:
		return words
	}
}

// saved is how many people the import would add or change.
func (p *intakePreview) saved() int { return len(p.plan.People) }

// intakeFilter is which rows are listed.
type intakeFilter int

// The filters, in the order of their chips.
const (
	allRows intakeFilter = iota
	newRows
	changedRows
	sameRows
	leftRows
	doubtfulRows
)

// filters are the words of the filters with their figures.
func (p *intakePreview) filters() []string {
	var out []string
	for i, name := range []string{"全部", "新增", "更新", "不变", "未导入", "有问题"} {
		out = append(out, fmt.Sprintf("%s %d", name, len(p.listed(intakeFilter(i)))))
	}
	return out
}

// listed are the places of the rows that a filter lets through.
func (p *intakePreview) listed(f intakeFilter) []int {
	var out []int
	for i := range p.rows {
		if p.rows[i].passes(f) {
			out = append(out, i)
		}
	}
	return out
}

func (r *intakeRow) passes(f intakeFilter) bool {
	switch f {
	case newRows:
		return r.what == intake.New
	case changedRows:
		return r.what == intake.Changed
	case sameRows:
		return r.what == intake.Unchanged
	case leftRows:
		return r.what == intake.Left
	case doubtfulRows:
		return r.doubtful
	}
	return true
}

// summary is what the last column says in one line: what changes, then what
// weighs most of what was found.
func (r *intakeRow) summary() string {
	parts := []string{}
	if r.changes != "" {
		parts = append(parts, r.changes)
	}
	for _, weight := range []sheet.Severity{sheet.Error, sheet.Doubt, sheet.Note} {
		for _, f := range r.findings {
			if f.severity == weight {
				parts = append(parts, f.words)
			}
		}
	}
	return strings.Join(parts, "；")
}
