package ui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"branchbook/store/match"
	"branchbook/store/org"
)

// personRow is one line of the table of people.
type personRow struct {
	id         org.PersonID
	name       string
	sex        org.Sex
	age        int // years, -1: not known
	ageText    string
	category   org.SpellValue
	group      string
	groupAt    int // place of the group in the branch, after all for none
	posts      string
	postAt     int // 书记 before 副书记 before 委员 …, after all for none
	joined     org.Partial
	months     int // 党龄, -1: none
	monthsText string
	state      string
	phone      string // masked
	in         [peopleFilters]bool
}

// peopleFilter is one of the buttons above the table.
type peopleFilter int

// The filters, in the order of their buttons.
const (
	peopleHere peopleFilter = iota
	peopleUnsorted
	peopleFull
	peopleTrial
	peopleCommittee
	peopleFloating
	peopleOnTheWay
	peopleGone
	peopleFilters
)

var peopleFilterWords = [peopleFilters]string{"全部在册", unsortedWord, "正式党员", "预备党员", "书记和委员", "流动", "积极分子和发展对象", "已离开"}

// unsortedWord stands in the place of a category that nobody has told yet.
const unsortedWord = "类别未填"

// peopleRows is the roster as the table shows it.
type peopleRows struct {
	rows   []personRow
	counts [peopleFilters]int
	index  *match.Index
	groups bool // the branch has groups
}

func loadPeople(b *Book) (*peopleRows, error) {
	snap, err := b.Store.Snapshot(1, 0)
	if err != nil {
		return nil, err
	}
	return peopleOf(snap, b.Today()), nil
}

// peopleOf lists everybody but those entered by mistake, as of a day.
func peopleOf(snap *org.Snapshot, day org.Date) *peopleRows {
	d := &peopleRows{index: match.NewIndex(snap.Persons), groups: len(snap.Branch.Groups) > 0}
	for _, p := range snap.Persons {
		if left := lastRelation(p, day); left.Ended == org.EndedError {
			continue
		}
		r := peopleRow(p, snap.Branch, day)
		for f, yes := range r.in {
			if yes {
				d.counts[f]++
			}
		}
		d.rows = append(d.rows, r)
	}
	return d
}

func peopleRow(p *org.Person, b *org.Branch, day org.Date) personRow {
	r := personRow{id: p.ID, name: p.Name, sex: p.Sex, age: -1, months: -1, joined: p.Joined, groupAt: len(b.Groups), phone: org.MaskPhone(p.Phone)}
	if years, about, ok := p.Age(day); ok {
		r.age, r.ageText = years, fmt.Sprintf("%s%d", roughly(about), years)
	}
	if s, ok := p.As(org.SpellCategory, day); ok {
		r.category = s.Value
	}
	if months, about, ok := p.PartyAge(day); ok && r.category == org.FullMember {
		r.months, r.monthsText = months, fmt.Sprintf("%s%d 年", roughly(about), months/12)
	}
	if s, ok := p.As(org.SpellGroup, day); ok {
		r.groupAt = slices.IndexFunc(b.Groups, func(g org.Group) bool { return g.ID == s.Group })
		g, _ := b.Group(s.Group)
		r.group = g.Name
	}
	r.posts, r.postAt = postsOf(p, day)
	r.state = strings.Join(statesOf(p, day), "、")
	r.in = filtersOf(p, r.category, day)
	return r
}

func roughly(about bool) string {
	if about {
		return "约 "
	}
	return ""
}

// postsOf names the posts of a day, and tells which of all is the highest.
func postsOf(p *org.Person, day org.Date) (words string, at int) {
	all := org.SpellValues(org.SpellPost)
	at = len(all)
	var list []string
	for _, s := range p.All(org.SpellPost, day) {
		list, at = append(list, s.Chinese()), min(at, slices.Index(all, s.Value))
	}
	return strings.Join(list, "、"), at
}

// isVisitor tells whether somebody only visits: membership elsewhere, in no base.
func isVisitor(p *org.Person, day org.Date) bool {
	s, _ := p.As(org.SpellBelonging, day)
	return s.Began == org.BeganGuest || p.Is(day, org.SpellFloating, org.FloatIn) || p.Is(day, org.SpellCategory, org.Guest)
}

// statesOf says what is special about somebody on a day; for whoever is not
// here, how and when that came.
func statesOf(p *org.Person, day org.Date) []string {
	if _, here := p.As(org.SpellBelonging, day); !here {
		if last := lastRelation(p, day); last.Kind != "" {
			return []string{last.Chinese()}
		}
		return []string{"未到本支部"}
	}
	var words []string
	for _, s := range p.Spells {
		if !s.Holds(day) {
			continue
		}
		switch {
		case s.Kind == org.SpellStanding && s.Value != org.StandNormal:
			words = append(words, s.Chinese())
		case s.Kind == org.SpellFloating && s.Value.Away():
			words = append(words, "流动")
		case s.Kind == org.SpellFloating:
			words = append(words, "流入")
		case s.Kind == org.SpellExemption:
			words = append(words, "不作硬性要求")
		case s.Kind == org.SpellLost:
			words = append(words, "失联")
		}
	}
	return words
}

// lastRelation is the relation that began last by a day, the zero Spell if none
// has begun.
func lastRelation(p *org.Person, day org.Date) (last org.Spell) {
	for _, s := range p.Spells {
		if s.Kind == org.SpellBelonging && s.Start() <= day && (last.Kind == "" || s.Start() >= last.Start()) {
			last = s
		}
	}
	return last
}

func filtersOf(p *org.Person, category org.SpellValue, day org.Date) (in [peopleFilters]bool) {
	if _, here := p.As(org.SpellBelonging, day); !here {
		in[peopleGone] = true
		return in
	}
	member := !isVisitor(p, day)
	in[peopleHere] = true
	in[peopleUnsorted] = p.Unsorted() && member
	in[peopleFull] = member && category == org.FullMember
	in[peopleTrial] = member && category == org.Probationary
	in[peopleCommittee] = p.Is(day, org.SpellPost, org.Secretary, org.Deputy, org.Committee)
	in[peopleFloating] = p.Is(day, org.SpellFloating)
	in[peopleOnTheWay] = category == org.Candidate || category == org.Activist || category == org.Applicant
	return in
}

// pick lists the rows that a filter and a text leave, in roster order.
func (d *peopleRows) pick(f peopleFilter, text string) []int {
	fits := map[org.PersonID]bool{}
	text = strings.TrimSpace(text)
	if text != "" {
		for _, h := range d.index.Find(text, 0) {
			fits[h.Person] = true
		}
	}
	out := []int{}
	for i := range d.rows {
		if r := &d.rows[i]; r.in[f] && (text == "" || fits[r.id]) {
			out = append(out, i)
		}
	}
	return out
}

// members says how many the branch counts, and of how many it is not known yet.
func (d *peopleRows) members() string {
	if len(d.rows) == 0 {
		return ""
	}
	words := fmt.Sprintf("党员 %d 人", d.counts[peopleFull]+d.counts[peopleTrial])
	if n := d.counts[peopleUnsorted]; n > 0 {
		words += fmt.Sprintf("，另有 %d 人%s", n, unsortedWord)
	}
	return words
}

// categoryRank sorts by how far somebody has come, members first.
func categoryRank(v org.SpellValue) int {
	if i := slices.Index(org.SpellValues(org.SpellCategory), v); i >= 0 {
		return i
	}
	return len(org.SpellValues(org.SpellCategory))
}

// earlierDate compares dates of which the unknown ones come last.
func earlierDate(a, b org.Partial) int {
	if (a == "") != (b == "") {
		return cmp.Compare(len(b), len(a))
	}
	return cmp.Compare(a, b)
}
