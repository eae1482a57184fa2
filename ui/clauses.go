package ui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"branchbook/rules"
	"branchbook/ui/kit"
	"branchbook/ui/say"
)

// clauses shows what a pack of rules says, or what all that are in force say
// together: each rule with its clause and its numbers.
type clauses struct {
	page
	pack  string // empty: all that are in force
	title string
	rows  []rules.Clause
	packs map[string]string // titles, by name
	table *kit.Table
	side  *fyne.Container
	all   fyne.CanvasObject
}

func newClauses(w *Window, pack, title string) *clauses {
	s := &clauses{page: newPage(w), pack: pack, title: title, side: container.NewStack()}
	s.table = kit.NewTable([]kit.Column{{Title: "规则", Share: 3, Least: 150}, {Title: "依据", Share: 2, Least: 100, Drop: 1}, {Title: "数字", Share: 4, Least: 150}}, s.cell)
	s.table.RowHeight = 54
	s.table.OnSelect = func(int) { s.detail() }
	s.table.Empty = kit.Empty("这个规则包里没有规则", "", nil)
	body := kit.Shares(kit.Gap, []float32{6, 5}, kit.Panel(kit.Pad(1, 1, 1, 1, s.table)), kit.Panel(s.side))
	s.all = kit.Pad(0, kit.PageEdge, kit.Gap, kit.PageEdge, body)
	return s
}

func (s *clauses) place() place { return atSettings }

func (s *clauses) head() head {
	h := head{title: "条款", note: s.title}
	if s.rows != nil {
		h.note = fmt.Sprintf("%s · %d 条", kit.Cut(s.title, 520, kit.Label), len(s.rows))
	}
	return h
}

// clauseRows is what the screen shows.
type clauseRows struct {
	rows  []rules.Clause
	packs map[string]string
}

func loadClauses(b *Book, pack string) (*clauseRows, error) {
	snap, err := b.Store.Snapshot(1, 0)
	if err != nil {
		return nil, err
	}
	d := &clauseRows{packs: map[string]string{}}
	for _, p := range rules.Packs(snap.Packs) {
		d.packs[p.Name] = p.Title
	}
	if pack != "" {
		d.rows, err = rules.Clauses(snap.Packs, pack)
		return d, err
	}
	all, err := rules.Load(b.Today(), snap.Packs)
	if err != nil {
		return nil, err
	}
	d.rows = all.Clauses()
	return d, nil
}

func (s *clauses) reload() {
	pack := s.pack
	load(&s.page, func(b *Book) (*clauseRows, error) { return loadClauses(b, pack) }, s.show)
}

func (s *clauses) show(d *clauseRows) {
	s.rows, s.packs = d.rows, d.packs
	s.w.titled(s)
	s.table.SetCount(len(s.rows))
	if s.table.Selected() < 0 && len(s.rows) > 0 {
		s.table.Select(0)
	}
	s.detail()
	s.put(s.all)
	s.w.win.Canvas().Focus(s.table)
}

func (s *clauses) cell(row, col int) kit.Cell {
	c := &s.rows[row]
	switch col {
	case 0:
		return kit.Cell{Text: c.Title, Style: kit.Strong, Note: clauseState(c)}
	case 1:
		article := "—"
		if c.Article != "" {
			article = "第" + c.Article + "条"
		}
		return kit.Cell{Text: article, Note: c.Document.Title}
	}
	return kit.Cell{Text: numbersBriefly(c), Style: kit.Label.In(kit.Ink)}
}

// numbersBriefly are the values alone, and of what is on or off what is on.
func numbersBriefly(c *rules.Clause) string {
	var out []string
	for _, t := range c.Terms {
		switch t.Value {
		case "否":
		case "是":
			out = append(out, t.Label)
		default:
			out = append(out, t.Value)
		}
	}
	return strings.Join(out, " · ")
}

// clauseState says in a few words what kind of clause it is.
func clauseState(c *rules.Clause) string {
	switch {
	case c.Ends:
		return "停用这一条"
	case c.Off && c.Doubt != "":
		return "没有启用，待核实"
	case c.Off:
		return "没有启用"
	case c.Change:
		return "改动已有的规则"
	}
	words := c.Whose.Chinese() + "的事 · " + c.Obligation.Chinese()
	if c.Doubt != "" {
		words += " · 待核实"
	}
	return words
}

// detail says the selected clause in full.
func (s *clauses) detail() {
	at := s.table.Selected()
	if at < 0 || at >= len(s.rows) {
		s.side.Objects = []fyne.CanvasObject{container.NewCenter(kit.Text("点一行看原文和数字", kit.Label))}
		s.side.Refresh()
		return
	}
	s.side.Objects = []fyne.CanvasObject{container.NewVScroll(kit.Pad(kit.Gap, kit.Gap, kit.Gap, kit.Gap, s.words(&s.rows[at])))}
	s.side.Refresh()
}

func (s *clauses) words(c *rules.Clause) fyne.CanvasObject {
	list := kit.DownText(kit.HalfGap, kit.NewProse(c.Title, kit.CardTitle), kit.NewProse(clauseState(c)+"　"+c.Validity(), kit.Label))
	add := func(title string, style kit.Style, lines ...string) {
		part := kit.DownText(4, kit.Text(title, kit.Strong))
		for _, l := range lines {
			if l != "" {
				part.Add(kit.NewProse(l, style))
			}
		}
		if len(part.Objects) > 1 {
			list.Add(kit.Pad(6, 0, 0, 0, part))
		}
	}
	add("待核实", kit.Body.In(kit.Owing.Ink), strings.TrimPrefix(c.Doubt, "待核实："))
	add("依据", kit.Body, c.Cite(), say.Quote(c.Quote, c.Checked))
	add("适用", kit.Body, c.Applies)
	add("数字", kit.Body, s.numbers(c)...)
	return list
}

// numbers are the parameters of a clause, with the packs that give them.
func (s *clauses) numbers(c *rules.Clause) []string {
	several := slices.ContainsFunc(c.Terms, func(t rules.Term) bool { return t.Origin != c.Terms[0].Origin })
	var out []string
	for _, t := range c.Terms {
		line := t.Label + "：" + t.Value
		if title := s.packs[t.Origin]; several && title != "" {
			line += "（出自" + title + "）"
		}
		out = append(out, line)
	}
	if len(c.Terms) > 0 && !several && s.packs[c.Terms[0].Origin] != "" {
		out = append(out, "以上出自："+s.packs[c.Terms[0].Origin])
	}
	return out
}
