package ui

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"branchbook/store/org"
	"branchbook/ui/kit"
)

// personFieldSet are the fields of the form of a person.
type personFieldSet struct {
	s      *personForm
	draft  personDraft // as it was read from the file
	groups []org.Group

	texts                                   map[string]personText
	sex, category, group, began, post       *kit.Select
	born, joined, full, since, on, postFrom *kit.DateField
	seniority                               *kit.Entry
}

// personText is a field of one line with its place in a draft.
type personText struct {
	widget fyne.CanvasObject
	entry  *kit.Entry
	to     func(*personDraft) *string
}

// The words that are offered, those of the roster's form of 2017 first.
var (
	someNations    = []string{"汉族", "回族", "满族", "蒙古族", "维吾尔族", "藏族", "壮族", "朝鲜族", "苗族", "土家族"}
	someEducations = []string{"研究生", "大学本科", "大学专科", "中专", "高中", "初中", "小学"}
	someDegrees    = []string{"学士", "硕士", "博士"}
	someYesNo      = []string{"是", "否"}
	someTitles     = []string{"组织委员", "宣传委员", "纪检委员", "统战委员", "群团委员", "青年委员"}
)

// personTexts are the one-line fields: their names are those of org.Person's
// faults.
var personTexts = []struct {
	name    string
	options []string
	to      func(*personDraft) *string
}{
	{"name", nil, func(d *personDraft) *string { return &d.Name }}, {"id_number", nil, func(d *personDraft) *string { return &d.IDNumber }},
	{"nation", someNations, func(d *personDraft) *string { return &d.Nation }}, {"education", someEducations, func(d *personDraft) *string { return &d.Education }},
	{"degree", someDegrees, func(d *personDraft) *string { return &d.Degree }}, {"phone", nil, func(d *personDraft) *string { return &d.Phone }},
	{"job", nil, func(d *personDraft) *string { return &d.Job }}, {"address", nil, func(d *personDraft) *string { return &d.Address }},
	{"household", nil, func(d *personDraft) *string { return &d.Household }}, {"stratum", nil, func(d *personDraft) *string { return &d.Stratum }},
	{"expert", nil, func(d *personDraft) *string { return &d.Expert }}, {"migrant", someYesNo, func(d *personDraft) *string { return &d.Migrant }},
	{"join_type", nil, func(d *personDraft) *string { return &d.JoinType }}, {"joined_at", nil, func(d *personDraft) *string { return &d.JoinedAt }},
	{"confirmed", nil, func(d *personDraft) *string { return &d.Confirmed }}, {"extended", nil, func(d *personDraft) *string { return &d.Extended }},
	{"note", nil, func(d *personDraft) *string { return &d.Note }}, {"title", someTitles, func(d *personDraft) *string { return &d.title }},
	{"who", nil, func(d *personDraft) *string { return &d.who }},
}

// personRareFields are those that stand under 更多.
var personRareFields = map[string]bool{"degree": true, "stratum": true, "expert": true, "migrant": true, "join_type": true, "joined_at": true, "confirmed": true, "extended": true, "seniority": true}

// hasRare tells whether one of the rarer fields is filled.
func (d *personDraft) hasRare() bool {
	for _, t := range personTexts {
		if personRareFields[t.name] && *t.to(d) != "" {
			return true
		}
	}
	return d.Seniority != 0
}

func newPersonFieldSet(s *personForm) *personFieldSet {
	f := &personFieldSet{s: s, draft: s.rows.draft, groups: s.rows.branch.OpenGroups(), texts: map[string]personText{}}
	d := &f.draft
	for _, t := range personTexts {
		text := personText{to: t.to}
		if t.options == nil {
			text.entry = kit.NewEntry("")
			text.widget = text.entry
		} else {
			combo := kit.NewCombo("", t.options)
			text.entry, text.widget = &combo.Entry, combo
		}
		text.entry.SetText(*t.to(d))
		f.texts[t.name] = text
	}
	f.texts["id_number"].entry.OnLeft = f.fromID
	f.sex = kit.NewSelect(chineseOf(org.Sexes()), nil)
	f.sex.SetChosen(slices.Index(org.Sexes(), d.Sex))
	f.born, f.joined, f.full, f.since, f.on, f.postFrom = f.date(d.Born), f.date(d.Joined), f.date(d.FullFrom), f.date(d.since), f.date(d.on), f.date(d.postFrom)
	f.seniority = kit.NewEntry("0")
	if d.Seniority != 0 {
		f.seniority.SetText(strconv.Itoa(d.Seniority))
	}
	switch {
	case s.rows.fresh():
		f.newcomer()
	case d.Unsorted():
		f.category = kit.NewSelect(valueWords(org.SpellCategory), nil)
	}
	return f
}

// newcomer makes the fields that only a new person is asked.
func (f *personFieldSet) newcomer() {
	again := func(int) { f.s.build() }
	f.category = kit.NewSelect(valueWords(org.SpellCategory), again)
	f.category.SetChosen(slices.Index(org.SpellValues(org.SpellCategory), f.draft.category))
	names := make([]string, 0, len(f.groups)+1)
	for _, g := range f.groups {
		names = append(names, g.Name)
	}
	f.group = kit.NewSelect(names, nil)
	f.began = kit.NewSelect(org.Begun(), again)
	f.began.SetChosen(slices.Index(beganValues, f.draft.began))
	f.post = kit.NewSelect(append([]string{"无"}, valueWords(org.SpellPost)...), again)
	f.post.SetChosen(0)
}

func valueWords(kind org.SpellKind) (out []string) {
	for _, v := range org.SpellValues(kind) {
		out = append(out, v.Chinese(kind))
	}
	return out
}

func chineseOf[T interface{ Chinese() string }](list []T) (out []string) {
	for _, v := range list {
		out = append(out, v.Chinese())
	}
	return out
}

func (f *personFieldSet) date(p org.Partial) *kit.DateField {
	d := kit.NewDateField()
	d.Partial = true
	d.Today = func() kit.Day { return partialDay(f.s.w.book.Today().Partial()) }
	d.SetDay(partialDay(p))
	return d
}

// fromID fills birth and sex from the ID number.
func (f *personFieldSet) fromID() {
	d := f.read()
	d.fromID()
	f.sex.SetChosen(slices.Index(org.Sexes(), d.Sex))
	if f.born.Day().IsZero() && f.born.Fault() == "" {
		f.born.SetDay(partialDay(d.Born))
	}
}

// read is the draft as the fields have it.
func (f *personFieldSet) read() personDraft {
	d := f.draft
	for _, t := range f.texts {
		*t.to(&d) = t.entry.Text
	}
	if i := f.sex.Chosen(); i >= 0 {
		d.Sex = org.Sexes()[i]
	}
	d.Born, d.Joined, d.FullFrom = dayPartial(f.born.Day()), dayPartial(f.joined.Day()), dayPartial(f.full.Day())
	d.Seniority, _ = f.months()
	switch {
	case f.s.rows.fresh():
		f.readNew(&d)
	case f.category != nil && f.category.Chosen() >= 0:
		d.category = org.SpellValues(org.SpellCategory)[f.category.Chosen()]
	}
	return d
}

// maxSeniority is the most months by which 党龄 can be off: a century.
const maxSeniority = 1200

// months reads the correction of 党龄; ok is false for what is no such number.
func (f *personFieldSet) months() (n int, ok bool) {
	text := strings.TrimSpace(f.seniority.Text)
	if text == "" {
		return 0, true
	}
	n, err := strconv.Atoi(text)
	return n, err == nil && n >= -maxSeniority && n <= maxSeniority
}

// readNew reads what only a new person is asked. What is not shown counts as
// empty.
func (f *personFieldSet) readNew(d *personDraft) {
	d.category, d.began = org.SpellValues(org.SpellCategory)[f.category.Chosen()], beganValues[f.began.Chosen()]
	d.since, d.on = dayPartial(f.since.Day()), dayPartial(f.on.Day())
	if i := f.group.Chosen(); i >= 0 {
		d.group = f.groups[i].ID
	}
	d.post = ""
	if i := f.post.Chosen(); i > 0 {
		d.post, d.postFrom = org.SpellValues(org.SpellPost)[i-1], dayPartial(f.postFrom.Day())
	} else {
		d.title = ""
	}
	if !d.member() {
		d.Joined = ""
	}
	if d.category != org.FullMember {
		d.FullFrom = ""
	}
	if !d.comesFrom() {
		d.who = ""
	}
}

// comesFrom tells whether somebody came from elsewhere.
func (d *personDraft) comesFrom() bool {
	return d.began != org.BeganRoster && d.began != org.BeganAdmitted
}
