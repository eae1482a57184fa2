package rules

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"branchbook/store/org"
)

// world is the situation of a case.
type world struct {
	branch     *org.Branch
	persons    []*org.Person
	activities []*org.Activity
	waivers    []*org.Waiver
	plans      []*org.Plan
	readings   []*org.Reading
	reviews    []*org.Review
	registers  []*org.Register
	local      []*org.LocalPack
	closings   []*org.Closing
}

func newWorld() *world {
	return &world{branch: &org.Branch{ID: "b", Name: "样例支部", Code: "0", Kind: org.Village}}
}

func (w *world) snapshot() *org.Snapshot {
	return &org.Snapshot{Branch: w.branch, Persons: w.persons, Activities: w.activities, Waivers: w.waivers,
		Plans: w.plans, Readings: w.readings, Reviews: w.reviews, Registers: w.registers, Packs: w.local, Closings: w.closings}
}

func (w *world) read(text string) error {
	for n, line := range strings.Split(text, "\n") {
		words := strings.Fields(line)
		if len(words) == 0 || strings.HasPrefix(line, "#") {
			continue
		}
		if err := w.line(words); err != nil {
			return fmt.Errorf("line %d: %w", n+1, err)
		}
	}
	return w.finish()
}

// worldQuestions are further questions; the files world_…_test.go add to them.
var worldQuestions = map[string]func(w *world, p *Pack, day org.Date, q []string) (string, error){}

// worldLines and worldDetails are further lines of a situation, and further
// words about an activity or its part (key=value); the files world_…_test.go add
// to them.
var (
	worldLines   = map[string]func(w *world, words []string) error{}
	worldDetails = map[string]func(w *world, a *org.Activity, p *org.Part, value string) error{}
)

func (w *world) line(words []string) error {
	if read := worldLines[words[0]]; read != nil {
		return read(w, words[1:])
	}
	switch rest := words[1:]; words[0] {
	case "支部":
		return w.readBranch(rest)
	case "党员":
		for _, name := range rest {
			w.persons = append(w.persons, &org.Person{ID: org.PersonID(name), Name: name})
		}
		return nil
	case "小组":
		for _, name := range rest {
			w.branch.Groups = append(w.branch.Groups, org.Group{ID: org.GroupID("g" + name), Name: name})
		}
		return nil
	case "活动", "环节":
		return w.readActivity(words[0] == "活动", rest)
	case "仅环节":
		return w.readRow(rest)
	case "说明":
		return w.readWaiver(rest)
	case "启用", "停用":
		w.local = append(w.local, &org.LocalPack{ID: "l", Name: rest[0], On: words[0] == "启用"})
		return nil
	}
	return w.readFact(words)
}

func (w *world) readBranch(words []string) (err error) {
	if w.branch.Kind, err = org.ParseBranchKind(words[0]); err != nil {
		return err
	}
	for _, word := range words[1:] {
		if day, ok := strings.CutPrefix(word, "建账自"); ok {
			w.branch.Since, err = org.ParseDate(day)
		} else {
			w.branch.Term.Years = 5
			w.branch.Term.Start, err = org.ParseDate(strings.TrimPrefix(word, "任期自"))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (w *world) readWaiver(words []string) error {
	v := &org.Waiver{ID: "w", Rule: words[0], Reason: words[len(words)-1]}
	for _, s := range words[1 : len(words)-1] {
		switch {
		case strings.HasPrefix(s, "至"):
			d, err := org.ParseDate(strings.TrimPrefix(s, "至"))
			if err != nil {
				return err
			}
			v.Until = d
		case w.person(s) != nil:
			v.Person = org.PersonID(s)
		default:
			v.Period = s
		}
	}
	w.waivers = append(w.waivers, v)
	return nil
}

func (w *world) person(name string) *org.Person {
	for _, p := range w.persons {
		if p.Name == name {
			return p
		}
	}
	return nil
}

func (w *world) groupName(id org.GroupID) string {
	g, _ := w.branch.Group(id)
	return g.Name
}

// readFact reads "甲 书记 2024-01-01..2026-06-30": days are inclusive, either
// end may be open.
func (w *world) readFact(words []string) error {
	p := w.person(words[0])
	if p == nil || len(words) < 2 {
		return fmt.Errorf("no such person or line")
	}
	s, err := w.spell(words[1])
	if err != nil {
		return err
	}
	if len(words) > 2 {
		from, to, _ := strings.Cut(words[2], "..")
		s.From = org.Partial(from)
		switch {
		case to == "":
		case len(to) < len("2006-01-02"): // only the month or the year is known
			s.To = org.Partial(to)
		default:
			d, err := org.ParseDate(to)
			if err != nil {
				return err
			}
			s.To = d.AddDays(1).Partial()
		}
	}
	if s.Kind == org.SpellBelonging && s.To != "" {
		s.Ended = org.EndedMoved
		if len(words) > 3 {
			s.Ended, err = org.ParseEnded(words[3])
		}
	}
	p.Spells = append(p.Spells, s)
	return err
}

func (w *world) spell(word string) (org.Spell, error) {
	if v, err := org.ParseBegan(word); err == nil {
		return org.Spell{Kind: org.SpellBelonging, Began: v}, nil
	}
	if g, ok := w.branch.GroupNamed(word); ok {
		return org.Spell{Kind: org.SpellGroup, Group: g.ID}, nil
	}
	if k, err := org.ParseSpellKind(word); err == nil && len(org.SpellValues(k)) == 0 {
		return org.Spell{Kind: k}, nil
	}
	for _, k := range org.SpellKinds() {
		if v, err := org.ParseSpellValue(k, word); err == nil {
			return org.Spell{Kind: k, Value: v}, nil
		}
	}
	return org.Spell{}, fmt.Errorf("no such fact")
}

// finish gives everybody of whom nothing else is said a place on the roster as
// a full member (nobody who never was a member has one), and checks that org accepts what was written.
func (w *world) finish() error {
	for _, p := range w.persons {
		has, party := map[org.SpellKind]bool{}, false
		for _, s := range p.Spells {
			has[s.Kind] = true
			party = party || s.Kind == org.SpellCategory && isMember(s.Value)
		}
		if !has[org.SpellCategory] {
			p.Spells = append(p.Spells, org.Spell{Kind: org.SpellCategory, Value: org.FullMember})
		}
		if !has[org.SpellBelonging] && (party || !has[org.SpellCategory]) {
			p.Spells = append(p.Spells, org.Spell{Kind: org.SpellBelonging, Began: org.BeganRoster})
		}
		if err := p.Validate(); err != nil {
			return err
		}
	}
	for _, a := range w.activities {
		if err := a.Validate(); err != nil {
			return err
		}
	}
	return nil
}

// readActivity reads "2026-03-05 主题党日 9:00-11:00 … ： 出席 甲 乙 请假 丙".
func (w *world) readActivity(first bool, words []string) error {
	date, err := org.ParseDate(words[0])
	if err != nil {
		return err
	}
	kind, err := org.ParsePartKind(words[1])
	if err != nil {
		return err
	}
	part := org.Part{Kind: kind, Date: date, Audience: org.Audience{Kind: org.ForAll}}
	if first {
		w.activities = append(w.activities, &org.Activity{ID: org.ActivityID(strconv.Itoa(len(w.activities) + 1)), State: org.Held, Title: words[1], Level: org.LevelBranch})
	}
	a := w.activities[len(w.activities)-1]
	for i, word := range words[2:] {
		if word == "：" || word == ":" {
			err = w.attend(a, 0, words[i+3:])
			break
		}
		if err = w.detail(a, &part, word); err != nil {
			return err
		}
	}
	one, two, split := org.SplitMidnight(part)
	a.Parts = append(a.Parts, one)
	if split {
		a.Parts = append(a.Parts, two)
	}
	return err
}

// readRow reads "2 缺席 甲": a record for one part alone of the last activity.
func (w *world) readRow(words []string) error {
	n, err := strconv.Atoi(words[0])
	if err != nil {
		return err
	}
	return w.attend(w.activities[len(w.activities)-1], n, words[1:])
}

var personMinutes = regexp.MustCompile(`^(.+?)(\d+)分$`)

func (w *world) attend(a *org.Activity, part int, words []string) error {
	var status org.Status
	for _, word := range words {
		if s, err := org.ParseStatus(word); err == nil {
			status = s
			continue
		}
		r := org.Attendance{Part: part, Status: status}
		if m := personMinutes.FindStringSubmatch(word); m != nil {
			n, err := strconv.Atoi(m[2])
			if err != nil {
				return err
			}
			word, r.Minutes = m[1], org.Minutes(n)
		}
		for _, p := range w.persons {
			if p.Name == word || word == "全体" {
				r.Person = p.ID
				a.Attendance = append(a.Attendance, r)
			}
		}
		if r.Person == "" {
			return fmt.Errorf("no such person")
		}
	}
	return nil
}

// detail reads one word about an activity or its part.
func (w *world) detail(a *org.Activity, p *org.Part, word string) (err error) {
	key, value, _ := strings.Cut(word, "=")
	if read := worldDetails[key]; read != nil {
		return read(w, a, p, value)
	}
	switch key {
	case "计划", "已取消":
		a.State, err = org.ParseActivityState(word)
	case "半天", "全天":
		p.Length, err = org.ParseLength(word)
	case "形式":
		p.Form, err = org.ParseForm(value)
	case "认定":
		p.Certified, err = org.ParseHours(value)
	case "录入":
		a.Entered, err = org.ParseDate(value)
	case "补":
		a.For = org.ActivityID(value)
	default:
		return w.timeOrAudience(p, word)
	}
	return err
}

func (w *world) timeOrAudience(p *org.Part, word string) (err error) {
	if n, ok := strings.CutSuffix(word, "分"); ok {
		var m int
		if rest, minus := strings.CutPrefix(n, "休息"); minus {
			m, err = strconv.Atoi(rest)
			p.Break = org.Minutes(m)
			return err
		}
		m, err = strconv.Atoi(n)
		p.Minutes = org.Minutes(m)
		return err
	}
	from, to, isTime := strings.Cut(word, "-")
	if !isTime {
		return w.audience(p, word)
	}
	if p.Start, err = org.ParseClock(from); err != nil {
		return err
	}
	p.End, err = org.ParseClock(to)
	return err
}

// audience reads 全体, 支委, 党小组=一组、二组 or 指定人员=甲、乙.
func (w *world) audience(p *org.Part, word string) error {
	kind, list, _ := strings.Cut(word, "=")
	k, err := org.ParseAudienceKind(kind)
	if err != nil {
		return err
	}
	p.Audience.Kind = k
	for _, name := range strings.Split(list, "、") {
		if g, ok := w.branch.GroupNamed(name); ok {
			p.Audience.Groups = append(p.Audience.Groups, g.ID)
		}
		if q := w.person(name); q != nil {
			p.Audience.Persons = append(p.Audience.Persons, q.ID)
		}
	}
	return nil
}
