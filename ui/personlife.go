package ui

import (
	"slices"

	"branchbook/store/org"
	"branchbook/ui/kit"
)

// personLife is the time line of somebody's facts.
type personLife struct {
	from, to float64
	rows     []kit.TimeRow
}

// lifeKinds are the lines of a time line.
var lifeKinds = []struct {
	kind  org.SpellKind
	label string
	tone  kit.Tone
}{
	{org.SpellCategory, "类别", kit.Good}, {org.SpellPost, "职务", kit.Entered}, {org.SpellGroup, "党小组", kit.Quiet}, {org.SpellBelonging, "组织关系", kit.Quiet},
	{org.SpellStanding, "党籍状态", kit.Owing}, {org.SpellExemption, "不作硬性要求", kit.Owing}, {org.SpellFloating, "流动", kit.Owing}, {org.SpellLost, "失联", kit.Owing},
	{org.SpellLeader, "领导干部", kit.Entered}, {org.SpellReserve, "两委、后备", kit.Entered}, {org.SpellExtension, "延长预备期", kit.Owing},
}

func lifeOf(p *org.Person, b *org.Branch, day org.Date) personLife {
	l := personLife{to: yearOf(day)}
	l.from = l.to - 5
	for i := range p.Spells {
		if s := &p.Spells[i]; s.Start() != 0 {
			l.from = min(l.from, yearOf(s.Start()))
		}
	}
	for _, k := range lifeKinds {
		for n, pieces := range lifeLanes(p, b, &l, k.kind, k.tone) {
			label := k.label
			if n > 0 {
				label = ""
			}
			l.rows = append(l.rows, kit.TimeRow{Label: label, Pieces: pieces})
		}
	}
	return l
}

// lifeLanes puts the facts of a kind on as many lines as they need not to overlap.
// One whose first day is not known has no place on a line: the list says it in
// words.
func lifeLanes(p *org.Person, b *org.Branch, l *personLife, kind org.SpellKind, tone kit.Tone) (out [][]kit.Piece) {
	var list []org.Spell
	for _, s := range p.Spells {
		if s.Kind == kind && s.Start() != 0 {
			list = append(list, s)
		}
	}
	slices.SortStableFunc(list, func(a, b org.Spell) int { return int(a.Start() - b.Start()) })
	for i := range list {
		piece := pieceOf(&list[i], b, l, tone)
		at := slices.IndexFunc(out, func(lane []kit.Piece) bool { return lane[len(lane)-1].To <= piece.From })
		if at < 0 {
			out = append(out, nil)
			at = len(out) - 1
		}
		out[at] = append(out[at], piece)
	}
	return out
}

func pieceOf(s *org.Spell, b *org.Branch, l *personLife, tone kit.Tone) kit.Piece {
	piece := kit.Piece{From: yearOf(s.Start()), To: l.to, Text: s.Chinese(), Tone: tone}
	if s.To != "" {
		piece.To = yearOf(s.To.First())
	}
	switch g, ok := b.Group(s.Group); {
	case ok && s.Kind == org.SpellGroup:
		piece.Text = g.Name
	case ok:
		piece.Text += "（" + g.Name + "）"
	case s.Kind == org.SpellBelonging:
		piece.Text = (&org.Spell{Kind: s.Kind, Began: s.Began}).Chinese()
		if s.Ended != "" {
			piece.Text += "—" + s.Chinese()
		}
	case s.Kind == org.SpellFloating && s.Title != "":
		piece.Text += "：" + s.Title
	case s.Kind == org.SpellCategory && s.Value != org.FullMember:
		piece.Tone = kit.Owing
	}
	return piece
}

// yearOf is a day as a year with its fraction.
func yearOf(d org.Date) float64 {
	y := d.Year()
	return float64(y) + float64(d-org.NewDate(y, 1, 1))/366
}
