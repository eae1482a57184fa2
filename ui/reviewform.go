package ui

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"branchbook/store"
	"branchbook/store/org"
	"branchbook/ui/kit"
)

// reviewForm is the dialog for one person's review.
type reviewForm struct {
	s              *reviews
	row            *reviewRow
	form, more     *kit.Form
	open           *kit.Button // shows the ballots
	dialog         *kit.Dialog
	grade, fit     *kit.Select
	day            *kit.DateField
	study, opinion *kit.Entry
	counts         []reviewCount
}

// reviewCount is one number of a review with its field.
type reviewCount struct {
	name, label string
	of          func(*org.Review) *int
	entry       *kit.Entry
}

// open asks for the review of somebody.
func (s *reviews) open(row int) {
	f := &reviewForm{s: s, row: &s.data.rows[row], form: kit.NewForm(), more: kit.NewForm()}
	f.build()
	f.fill(f.review())
	answers := []kit.Answer{{Text: "取消", Safe: true}}
	if row+1 < len(s.data.rows) {
		answers = append(answers, kit.Answer{Text: "保存，记下一位", Keep: true, Do: func() { f.save(s.data.rows[row+1].person) }})
	}
	answers = append(answers, kit.Answer{Text: "保存", Primary: true, Keep: true, Do: func() { f.save("") }})
	f.dialog = kit.NewDialog("评议和述学："+f.row.name, kit.Stacked(12, f.form, kit.Across(0, f.open), f.more), answers...)
	f.dialog.Width, f.dialog.Focus = 640, f.grade
	if !f.row.graded {
		f.dialog.Focus = f.day
	}
	f.dialog.Show(s.w.win.Canvas())
	f.dialog.Fit()
}

// review is a copy of what is on file, or a new one.
func (f *reviewForm) review() *org.Review {
	if v := f.row.review; v != nil {
		return org.Copy(v, v.Rev).(*org.Review)
	}
	return &org.Review{ID: store.NewItemID(), Year: f.s.data.n, Person: f.row.person}
}

func (f *reviewForm) build() {
	f.grade, f.fit = kit.NewSelect(gradeWords(), nil), kit.NewSelect(gradeWords(), nil)
	f.day = kit.NewDateField()
	f.day.Today = func() kit.Day { return partialDay(f.s.data.today.Partial()) }
	f.study, f.opinion = kit.NewText(2), kit.NewText(2)
	if f.row.graded {
		f.form.Row(kit.Field{Name: "grade", Label: "评议等次", Widget: f.grade}, kit.Field{Name: "opinion", Label: "意见（可不填）", Widget: f.opinion, Share: 2})
	} else {
		f.form.Add(kit.NewProse("预备党员参加评议，不评定等次。", kit.Label))
		f.form.Row(kit.Field{Name: "opinion", Label: "意见（可不填）", Widget: f.opinion})
	}
	f.form.Row(kit.Field{Name: "study_on", Label: "述学日期", Widget: f.day}, kit.Field{Name: "study_fit", Label: "评学", Widget: f.fit}).
		Row(kit.Field{Name: "study", Label: "述学内容（可不填）", Widget: f.study})
	f.counts = []reviewCount{{name: "ballots", label: "收回的测评票", of: func(v *org.Review) *int { return &v.Ballots }},
		{name: "good", label: "优秀票", of: func(v *org.Review) *int { return &v.Good }}, {name: "fit", label: "合格票", of: func(v *org.Review) *int { return &v.Fit }},
		{name: "basic", label: "基本合格票", of: func(v *org.Review) *int { return &v.Basic }}, {name: "unfit", label: "不合格票", of: func(v *org.Review) *int { return &v.Unfit }},
		{name: "base", label: "正式党员数", of: func(v *org.Review) *int { return &v.Base }}}
	f.open = kit.NewSmall("更多：测评票数", func() { f.unfold(true) })
}

func gradeWords() []string {
	words := []string{notEntered}
	for _, g := range org.Grades() {
		words = append(words, g.Chinese())
	}
	return words
}

// fill shows what is on file; the ballots only where there are any.
func (f *reviewForm) fill(v *org.Review) {
	f.grade.SetChosen(1 + slices.Index(org.Grades(), v.Grade))
	f.fit.SetChosen(1 + slices.Index(org.Grades(), v.StudyFit))
	if v.StudyOn != 0 {
		f.day.SetDay(partialDay(v.StudyOn.Partial()))
	}
	f.study.SetText(v.Study)
	f.opinion.SetText(v.Opinion)
	var row []kit.Field
	counted := false
	for i := range f.counts {
		c := &f.counts[i]
		c.entry = countEntry(*c.of(v))
		counted = counted || *c.of(v) > 0
		row = append(row, kit.Field{Name: c.name, Label: c.label, Widget: c.entry})
	}
	f.more.Row(row[:3]...).Row(row[3:]...)
	f.more.Add(kit.Text("只记总数。正式党员数是算优秀比例的基数，可不填。", kit.Note))
	f.unfold(counted)
}

func (f *reviewForm) unfold(yes bool) {
	f.more.Hidden, f.open.Hidden = !yes, yes
	if f.dialog != nil {
		f.dialog.Fit()
	}
}

// save goes on to the next person, if there is one.
func (f *reviewForm) save(next org.PersonID) {
	f.form.ClearFaults()
	f.more.ClearFaults()
	if f.form.Unread() {
		f.dialog.Fit()
		return
	}
	v := f.review()
	if f.read(v) {
		f.dialog.Fit() // the faults may need room
		return
	}
	f.dialog.Close()
	done := "已登记评议：" + f.row.name
	f.s.w.act(done, func(b *Book) (store.Changed, error) { return b.Store.SaveItem(v, done) }, func(store.Changed) {
		f.s.next = next
		f.s.reload()
	})
}

// read puts what stands in the fields into the review, and shows what is wrong.
func (f *reviewForm) read(v *org.Review) (wrong bool) {
	if f.row.graded {
		v.Grade = chosenGrade(f.grade)
	}
	v.StudyFit, v.Study, v.Opinion = chosenGrade(f.fit), strings.TrimSpace(f.study.Text), strings.TrimSpace(f.opinion.Text)
	v.StudyOn, _ = dayPartial(f.day.Day()).Full()
	var faults []kit.Fault
	for _, c := range f.counts {
		n, ok := countOf(c.entry)
		if !ok {
			faults = append(faults, kit.Fault{Name: c.name, Words: "请填数字"})
		}
		*c.of(v) = n
	}
	if v.StudyOn > f.s.data.today {
		faults = append(faults, kit.Fault{Name: "study_on", Words: aheadWords})
	}
	var inv *org.Invalid
	if len(faults) == 0 && errors.As(v.Validate(), &inv) {
		words := faultWords(inv.Field, inv.Why)
		if inv.Field == "ballots" {
			words = "各项票数合计多于收回的测评票"
		}
		faults = append(faults, kit.Fault{Name: inv.Field, Words: words})
	}
	inForm, inMore := f.form.SetFaults(faults...), f.more.SetFaults(faults...)
	return inForm || inMore
}

// chosenGrade is the grade of a field, "" for none.
func chosenGrade(s *kit.Select) org.Grade {
	if i := s.Chosen(); i > 0 {
		return org.Grades()[i-1]
	}
	return ""
}

// countOf reads a field of countEntry; an empty one is 0.
func countOf(e *kit.Entry) (n int, ok bool) {
	text := strings.TrimSpace(e.Text)
	if text == "" {
		return 0, true
	}
	n, err := strconv.Atoi(text)
	return n, err == nil && n >= 0
}
