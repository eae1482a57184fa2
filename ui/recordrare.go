package ui

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"branchbook/store/org"
	"branchbook/ui/kit"
)

// rareFields are the names of the fields that 更多 shows.
var rareFields = []string{"length", "break", "minutes", "form", "content", "method", "organiser", "level", "materials", "note", "season"}

// rare shows the fields that are seldom needed.
func (f *recordForm) rare() {
	d, p := f.s.draft(), f.part()
	f.form.Row(kit.Field{Name: "length", Label: "时长", Widget: f.lengths(p)}, kit.Field{Name: "break", Label: "休息（分钟）", Widget: f.number(&p.Break)},
		kit.Field{Name: "form", Label: "组织形式", Widget: pickOne(org.Forms(), &p.Form, "按种类默认", f.s.judge)})
	f.form.Row(kit.Field{Name: "content", Label: "内容类别", Widget: pickOne(org.Contents(), &p.Content, "不填", nil), Share: 2},
		kit.Field{Name: "method", Label: "教学方法", Widget: pickOne(org.Methods(), &p.Method, "不填", nil)})
	organiser := kit.Field{Name: "organiser", Label: "主办单位（本支部可不填）", Widget: f.entry(&d.base.Organiser), Share: 2}
	level := kit.Field{Name: "level", Label: "主办层级", Widget: levelPick(&d.base.Level)}
	season := kit.Field{Name: "season", Label: "冬训春训", Widget: pickOne(org.Seasons(), &d.base.Season, "不是", nil)}
	if f.s.narrow() {
		f.form.Row(organiser).Row(level, season)
	} else {
		f.form.Row(organiser, level, season)
	}
	f.form.Row(kit.Field{Name: "materials", Label: "材料（一行一个）", Widget: f.materials(p)}, kit.Field{Name: "note", Label: "备注", Widget: f.note(&d.base.Note)})
	f.form.Row(kit.Field{Name: "analysis", Label: "其他", Widget: f.twoMore(p)})
	f.form.Add(kit.Flow(kit.HalfGap, kit.NewSmall("同一天再加一项", func() { f.s.addPart(false) }), kit.NewSmall("再加一天", func() { f.s.addPart(true) })))
}

// pickOne is a pick-list of a vocabulary with a first line for none.
func pickOne[T interface {
	~string
	Chinese() string
}](list []T, to *T, none string, changed func()) *kit.Select {
	words := []string{none}
	for _, v := range list {
		words = append(words, v.Chinese())
	}
	s := kit.NewSelect(words, func(i int) {
		*to = ""
		if i > 0 {
			*to = list[i-1]
		}
		if changed != nil {
			changed()
		}
	})
	s.SetChosen(slices.Index(list, *to) + 1)
	return s
}

func levelPick(to *org.Level) *kit.Select {
	list := org.Levels()
	words := make([]string, len(list))
	for i, l := range list {
		words[i] = l.Chinese()
	}
	s := kit.NewSelect(words, func(i int) { *to = list[i] })
	s.SetChosen(slices.Index(list, *to))
	return s
}

// lengths chooses between times and a length said in days.
func (f *recordForm) lengths(p *draftPart) *kit.Select {
	return pickOne(org.Lengths(), &p.Length, "按起止时间", f.s.judge)
}

func (f *recordForm) note(to *string) *kit.Entry {
	e := kit.NewText(2)
	e.SetText(*to)
	e.OnChanged = func(text string) { *to = text }
	return e
}

func (f *recordForm) materials(p *draftPart) *kit.Entry {
	text := strings.Join(p.Materials, "\n")
	e := f.note(&text)
	e.OnChanged = func(text string) {
		p.Materials = nil
		for line := range strings.SplitSeq(text, "\n") {
			if line = strings.TrimSpace(line); line != "" {
				p.Materials = append(p.Materials, line)
			}
		}
	}
	return e
}

func (f *recordForm) twoMore(p *draftPart) fyne.CanvasObject {
	t := kit.NewToggles([]string{"党性分析", "在党校举办"}, func(i int, on bool) {
		*[]*bool{&p.Analysis, &p.School}[i] = on
	})
	t.SetOn(0, p.Analysis)
	t.SetOn(1, p.School)
	return t
}

// credit asks what was certified elsewhere, and by whom.
func (f *recordForm) credit() {
	d, p := f.s.draft(), f.part()
	hours := kit.NewEntry("")
	if p.Certified > 0 {
		hours.SetText(p.Certified.String())
	}
	hours.OnChanged = func(text string) {
		h, err := org.ParseHours(strings.TrimSpace(text))
		p.Certified = h
		if text != "" && err != nil {
			p.Certified = -1 // refused on saving
		}
		f.s.judge()
	}
	proof := f.entry(&d.base.Proof)
	proof.OnChanged = func(text string) { // without one it may count for nothing
		d.base.Proof = text
		f.s.judge()
	}
	f.form.Row(kit.Field{Name: "certified", Label: "认定学时", Widget: hours}, kit.Field{Name: "source", Label: "来源（哪里学的）", Widget: f.entry(&d.base.Source), Share: 1.6},
		kit.Field{Name: "proof", Label: "证明材料", Widget: proof, Share: 1.6})
}

// madeUp asks which activity this one makes up for.
func (f *recordForm) madeUp() {
	d := f.s.draft()
	words, ids := []string{"不选"}, []org.ActivityID{""}
	for _, a := range slices.Backward(f.s.desk.Activities) {
		if a.State == org.Held && a.ID != d.base.ID && !slices.Contains(forFew, a.Parts[0].Kind) {
			words, ids = append(words, a.From().Chinese()+" "+a.Title), append(ids, a.ID)
		}
	}
	s := kit.NewSelect(words, func(i int) { d.base.For = ids[i] })
	s.SetChosen(max(0, slices.Index(ids, d.base.For)))
	f.form.Row(kit.Field{Name: "for_activity", Label: "补的是哪一次活动", Widget: s})
}

func kitTime(d kit.Day) time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}
