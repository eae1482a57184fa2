package ui

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"branchbook/rules"
	"branchbook/store/org"
	"branchbook/ui/kit"
)

// personRows is what the page of one person shows.
type personRows struct {
	person     *org.Person
	branch     *org.Branch
	name       string // with the group where two have it
	tags       []personTag
	fields     []personField
	secret     bool   // something is masked
	standing   string // 党龄 and 政治生日
	year       int
	thisYear   bool
	hours      personStudy
	missing    []personMissing
	facts      []personFact // newest first
	life       personLife
	contact    personContact
	visits     []personVisit
	visitsNote string
	prev, next org.PersonID // in roster order, "" at the ends
}

// personTag is a word beside the name.
type personTag struct {
	word string
	tone kit.Tone
}

// personField is one line of the file card; open is the text behind the mask.
type personField struct{ label, text, open string }

// personMissing is something that the rules still ask of the person, besides the
// hours, which have a figure of their own.
type personMissing struct{ sentence, cite string }

// loadPerson reads the page of a person for a year of hours, 0 for the one that
// runs.
func loadPerson(b *Book, id org.PersonID, year int) (*personRows, error) {
	y, err := b.StudyYear(year)
	if err != nil {
		return nil, err
	}
	p := y.Person(id)
	if p == nil {
		return nil, org.ErrNotFound
	}
	return personOf(y, p), nil
}

func personOf(y *Year, p *org.Person) *personRows {
	r := &personRows{person: p, branch: y.Branch, name: y.Label(p, y.Today), year: y.N, thisYear: y.N == y.Running()}
	r.tags = tagsOf(p, y.Today)
	r.fields = personFields(p, y.Branch, y.Today)
	r.standing = personStanding(p, y.Today)
	hours := hoursOfPerson(y, p.ID)
	r.hours = personStudyOf(y, hours)
	r.missing = personMissingOf(y, p)
	r.facts = factsOf(p, y.Branch)
	r.secret = slices.ContainsFunc(r.fields, func(f personField) bool { return f.open != "" }) ||
		slices.ContainsFunc(r.facts, func(f personFact) bool { return f.more != f.whole })
	r.life = lifeOf(p, y.Branch, y.Today)
	r.contact = contactOf(y, p)
	r.visits, r.visitsNote = personVisits(y, p.ID, hours)
	r.prev, r.next = personNeighbours(y, p)
	return r
}

// tagsOf are the category, the posts and what is special on a day.
func tagsOf(p *org.Person, day org.Date) []personTag {
	var tags []personTag
	if s, ok := p.As(org.SpellCategory, day); ok {
		tags = append(tags, personTag{s.Chinese(), kit.Quiet})
	}
	if p.Unsorted() {
		tags = append(tags, personTag{unsortedWord, kit.Owing})
	}
	for _, s := range p.All(org.SpellPost, day) {
		tags = append(tags, personTag{s.Chinese(), kit.Entered})
	}
	for _, word := range statesOf(p, day) {
		tags = append(tags, personTag{word, kit.Owing})
	}
	return tags
}

// personFields lists the roster's fields: those that every file should have, empty
// or not, and of the others those that are filled.
func personFields(p *org.Person, b *org.Branch, day org.Date) []personField {
	in, _ := p.As(org.SpellGroup, day)
	g, _ := b.Group(in.Group)
	always := []personField{{"性别", p.Sex.Chinese(), ""}, {"民族", p.Nation, ""}, {"出生", p.Born.Chinese(), ""}, {"学历", p.Education, ""},
		{"入党", p.Joined.Chinese(), ""}, {"转正", p.FullFrom.Chinese(), ""}, {"党小组", g.Name, ""},
		secretField("电话", p.Phone, org.MaskPhone), secretField("公民身份号码", p.IDNumber, org.MaskID)}
	for i := range always {
		if always[i].text == "" {
			always[i].text = "—"
		}
	}
	rare := []personField{{"学位", p.Degree, ""}, {"工作岗位", p.Job, ""}, {"现居住地", p.Address, ""}, {"户籍", p.Household, ""},
		{"党龄校正", seniorityWords(p.Seniority), ""}, {"新阶层", p.Stratum, ""}, {"技术职务", p.Expert, ""}, {"农民工", p.Migrant, ""}, {"入党类型", p.JoinType, ""},
		{"入党支部", p.JoinedAt, ""}, {"转正情况", p.Confirmed, ""}, {"延长预备", p.Extended, ""}, {"备注", p.Note, ""}}
	return append(always, slices.DeleteFunc(rare, func(f personField) bool { return f.text == "" })...)
}

func secretField(label, text string, mask func(string) string) personField {
	return personField{label, mask(text), text}
}

func seniorityWords(months int) string {
	if months == 0 {
		return ""
	}
	return fmt.Sprintf("%+d 个月", months)
}

// personStanding says 党龄 and 政治生日, as far as they are known.
func personStanding(p *org.Person, day org.Date) string {
	var words []string
	if n, about, ok := p.PartyAge(day); ok && p.Is(day, org.SpellCategory, org.FullMember) {
		switch {
		case about:
			words = append(words, fmt.Sprintf("党龄约 %d 年", n/12))
		case n%12 == 0:
			words = append(words, fmt.Sprintf("党龄 %d 年", n/12))
		default:
			words = append(words, fmt.Sprintf("党龄 %d 年 %d 个月", n/12, n%12))
		}
	}
	if d, full := p.Joined.Full(); full {
		_, m, day := d.YMD()
		words = append(words, fmt.Sprintf("政治生日 %d月%d日", m, day))
	}
	return strings.Join(words, " · ")
}

// personMissingOf lists what the rules still ask of a person in the year; while
// it runs, in the calendar year of today.
func personMissingOf(y *Year, p *org.Person) (out []personMissing) {
	year := y.N
	if year == y.Running() {
		year = y.Today.Year()
	}
	for _, f := range rules.CheckYear(y.Pack, y.Snapshot, year, y.Today) {
		if f.Person != p.ID || f.State == rules.Done || f.Waived || f.Advice || f.Unit == rules.UnitHours {
			continue
		}
		sentence := strings.TrimPrefix(f.Sentence, y.Label(p, y.Day))
		out = append(out, personMissing{sentence, clauseOf(f.Document, f.Article)})
	}
	return out
}

// personNeighbours are who stands before and after somebody on the roster, among
// those who are here, or among those who left.
func personNeighbours(y *Year, p *org.Person) (prev, next org.PersonID) {
	rows := peopleOf(y.Snapshot, y.Today).rows
	at := slices.IndexFunc(rows, func(r personRow) bool { return r.id == p.ID })
	if at < 0 {
		return "", ""
	}
	for i := at - 1; i >= 0 && prev == ""; i-- {
		if rows[i].in[peopleGone] == rows[at].in[peopleGone] {
			prev = rows[i].id
		}
	}
	for i := at + 1; i < len(rows) && next == ""; i++ {
		if rows[i].in[peopleGone] == rows[at].in[peopleGone] {
			next = rows[i].id
		}
	}
	return prev, next
}

// personFact is a dated fact as a line. at is its place in Person.Spells.
type personFact struct {
	at         int
	what, span string
	more       string // title, contact, where to, basis; numbers masked
	whole      string // more with its numbers
	open       bool
}

// longNumber is what may be a phone or an ID number inside other words.
var longNumber = regexp.MustCompile(`\d{7,17}[\dX]?`)

// factsOf lists the facts: those that go on, then the others, newest first.
func factsOf(p *org.Person, b *org.Branch) []personFact {
	out := make([]personFact, len(p.Spells))
	for i := range p.Spells {
		s := &p.Spells[i]
		var more []string
		if s.Ended != "" {
			more = append(more, (&org.Spell{Kind: s.Kind, Ended: s.Ended}).Chinese())
		}
		for _, m := range []string{s.Title, s.Who, s.Basis} {
			if m != "" && (m != s.Title || s.Kind != org.SpellPost) {
				more = append(more, m)
			}
		}
		whole := strings.Join(more, "，")
		out[i] = personFact{i, s.Name(b), s.Span(), longNumber.ReplaceAllStringFunc(whole, org.MaskPhone), whole, s.To == ""}
	}
	slices.SortStableFunc(out, func(a, b personFact) int {
		if a.open != b.open {
			return cmp.Compare(oneIf(b.open), oneIf(a.open))
		}
		return cmp.Compare(p.Spells[b.at].Start(), p.Spells[a.at].Start())
	})
	return out
}

func oneIf(b bool) int {
	if b {
		return 1
	}
	return 0
}
