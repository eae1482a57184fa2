package ui

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"branchbook/store"
	"branchbook/store/match"
	"branchbook/store/org"
	"branchbook/store/sheet"
	"branchbook/ui/kit"
	"branchbook/ui/say"
)

// personDraft is a person as the form holds it. The fields below are asked of a
// new person alone: afterwards they are dated facts with steps of their own.
type personDraft struct {
	org.Person
	category org.SpellValue
	since    org.Partial // of somebody on the way, since when
	began    org.SpellValue
	on       org.Partial // the day of coming here, "" for before the records
	who      string      // where the relation came from
	group    org.GroupID
	post     org.SpellValue // "" for none
	title    string         // of the post
	postFrom org.Partial
}

// personFormRows is what the form is filled with.
type personFormRows struct {
	draft  personDraft
	branch *org.Branch
	label  string
}

func (r *personFormRows) fresh() bool { return r.draft.Rev == 0 }

func loadPersonForm(b *Book, id org.PersonID) (*personFormRows, error) {
	branch, err := b.Store.Branch()
	if err != nil {
		return nil, err
	}
	r := &personFormRows{branch: branch, draft: personDraft{category: org.FullMember, began: org.BeganRoster}}
	if id == "" {
		r.draft.ID = store.NewPersonID()
		return r, nil
	}
	p, err := b.Store.Person(id)
	if err != nil {
		return nil, err
	}
	r.draft.Person, r.label = *p, p.Name
	if p.Unsorted() {
		r.draft.category = ""
	}
	return r, nil
}

// member tells whether the category of the draft is one of members, whose dates
// are those of joining and 转正.
func (d *personDraft) member() bool {
	return d.category == org.FullMember || d.category == org.Probationary
}

// made is the person that the draft makes: was is the person as on file, nil
// for a new one.
func (d *personDraft) made(was *org.Person) *org.Person {
	p := d.Person
	p.Name, p.IDNumber = org.TidyName(p.Name), strings.ToUpper(strings.Join(strings.Fields(p.IDNumber), ""))
	for _, t := range []*string{&p.Nation, &p.Education, &p.Degree, &p.Phone, &p.Job, &p.Address, &p.Household, &p.Stratum, &p.Expert, &p.JoinType, &p.JoinedAt, &p.Confirmed, &p.Extended, &p.Note} {
		*t = strings.TrimSpace(*t)
	}
	p.Nation = sheet.Nation(p.Nation)
	p.IDOdd = p.IDOdd && p.IDNumber != "" && org.CheckIDNumber(p.IDNumber) != nil
	if was != nil {
		p.Spells = append([]org.Spell(nil), was.Spells...)
		p.FollowDates(was)
		if was.Unsorted() && d.category != "" {
			p.Enter(d.category)
		}
		return &p
	}
	d.begin(&p)
	return &p
}

// begin gives a new person the first facts.
func (d *personDraft) begin(p *org.Person) {
	p.Spells = []org.Spell{{Kind: org.SpellBelonging, Began: d.began, From: d.on, Who: strings.TrimSpace(d.who)}}
	p.Enter(d.category)
	if !d.member() {
		p.Spells[len(p.Spells)-1].From = d.since
	}
	if d.group != "" {
		p.Spells = append(p.Spells, org.Spell{Kind: org.SpellGroup, Group: d.group, From: d.on})
	}
	if d.post == "" {
		return
	}
	post := org.Spell{Kind: org.SpellPost, Value: d.post, Title: strings.TrimSpace(d.title), From: d.postFrom}
	if post.Title == post.Value.Chinese(org.SpellPost) {
		post.Title = ""
	}
	if d.post == org.GroupHead {
		post.Group = d.group
	}
	p.Spells = append(p.Spells, post)
}

// fromID fills birth and sex from the ID number where nothing is known.
func (d *personDraft) fromID() {
	number := strings.ToUpper(strings.Join(strings.Fields(d.IDNumber), ""))
	if d.Sex == "" {
		d.Sex = org.IDSex(number)
	}
	if born := org.IDBorn(number); d.Born == "" && born != 0 {
		d.Born = born.Partial()
	}
}

// personDoubts is what is found out about a draft before it is saved.
type personDoubts struct {
	person *org.Person
	faults []kit.Fault
	odd    string           // what is odd about the ID number, to be asked
	alike  []personLikeness // who it may be already, to be asked
}

// personLikeness is somebody on file whom a new person may be.
type personLikeness struct {
	id    org.PersonID
	words string
}

// checkDraft says what is wrong with a draft and what is doubtful.
func checkDraft(b *Book, d personDraft) (*personDoubts, error) {
	snap, err := b.Store.Snapshot(1, 0)
	if err != nil {
		return nil, err
	}
	c := &personDoubts{person: d.made(snap.Person(d.ID))}
	p := c.person
	if p.Name == "" {
		c.faults = append(c.faults, kit.Fault{Name: "name", Words: "请填姓名"})
	}
	if d.Rev == 0 && d.post == org.GroupHead && d.group == "" && len(snap.Branch.OpenGroups()) > 0 {
		c.faults = append(c.faults, kit.Fault{Name: "group", Words: "请选是哪个党小组的组长"})
	}
	if other := match.Taken(snap.Persons, p); other != nil {
		c.faults = append(c.faults, kit.Fault{Name: "id_number", Words: "这个号码已经是" + snap.Label(other, b.Today()) + "的，请核对"})
	}
	c.faults = append(c.faults, d.ahead(b.Today())...)
	c.phone(snap.Person(d.ID))
	c.number()
	if err := p.FactFault(p.Validate()); len(c.faults) == 0 && err != nil && c.odd == "" {
		c.faults = append(c.faults, personFault(err))
	}
	if d.Rev == 0 && len(c.faults) == 0 {
		c.alike = personsAlike(snap, p, b.Today())
	}
	return c, nil
}

// phone reads the phone numbers as the import does. One that is on file already
// may stay.
func (c *personDoubts) phone(was *org.Person) {
	p := c.person
	if p.Phone == "" || was != nil && was.Phone == p.Phone {
		return
	}
	numbers, ok := sheet.Phones(p.Phone)
	if !ok {
		c.faults = append(c.faults, kit.Fault{Name: "phone", Words: "不是电话号码，请核对"})
		return
	}
	p.Phone = numbers
}

// ahead finds days that have not come.
func (d *personDraft) ahead(today org.Date) (out []kit.Fault) {
	for _, x := range []struct {
		name string
		day  org.Partial
	}{{"born", d.Born}, {"joined", d.Joined}, {"full_from", d.FullFrom}, {"category", d.since}, {"on", d.on}, {"post_from", d.postFrom}} {
		if x.day.First() > today {
			out = append(out, kit.Fault{Name: x.name, Words: aheadWords})
		}
	}
	return out
}

// aheadWords are said of a day that must have come and has not.
const aheadWords = "这一天还没有到，请核对年份"

// number checks the ID number. What is wrong with it may be kept, once it was
// compared with the card.
func (c *personDoubts) number() {
	p := c.person
	var inv *org.Invalid
	if p.IDNumber == "" || p.IDOdd || !errors.As(org.CheckIDNumber(p.IDNumber), &inv) {
		return
	}
	switch inv.Why {
	case org.WhyChecksum:
		c.odd = "最后一位校验不对，可能有一位输错了。"
	case org.WhyDate:
		c.odd = "里面的出生日期不是一个真实的日期。"
	default:
		c.odd = fmt.Sprintf("公民身份号码是 18 位，这里填了 %d 位。", len([]rune(p.IDNumber)))
	}
}

// personsAlike lists who on file a new person may be.
func personsAlike(snap *org.Snapshot, p *org.Person, day org.Date) (out []personLikeness) {
	found := match.Roster(snap.Persons, []*org.Person{p})[0]
	ids := found.Candidates
	if found.Sure {
		ids = []org.PersonID{found.Person}
	}
	for _, id := range ids {
		r := peopleRow(snap.Person(id), snap.Branch, day)
		words := []string{snap.Person(id).Name}
		for _, w := range []string{r.category.Chinese(org.SpellCategory), r.group, snap.Person(id).Born.Chinese() + "生", r.state} {
			if w != "" && w != "生" {
				words = append(words, w)
			}
		}
		out = append(out, personLikeness{id, strings.Join(words, "，")})
	}
	return out
}

// personFault places an error of a person at a field of the form.
func personFault(err error) kit.Fault {
	var inv *org.Invalid
	if !errors.As(err, &inv) {
		return kit.Fault{Name: "on", Words: say.Error(err).What}
	}
	name := inv.Field
	if kind, _, _ := strings.Cut(name, "."); slices.Contains(org.SpellKinds(), org.SpellKind(kind)) {
		name = map[string]string{"post": "post_from", "category": "full_from", "group": "group"}[kind]
		if name == "" {
			name = "on"
		}
	}
	words := say.Field(inv.Field) + say.Why(inv.Why)
	if inv.Field == "full_from" && inv.Why == org.WhyOrder {
		words = "转正日期早于入党日期"
	}
	return kit.Fault{Name: name, Words: words}
}
