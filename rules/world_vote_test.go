package rules

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"branchbook/store/org"
)

// What cases about votes, classes, records and sizes say beyond the common
// words; testdata/README.md describes it.
func init() {
	worldLines["签到"] = (*world).readSignIn
	worldLines["表决"] = (*world).readVote
	worldLines["评议"] = (*world).readReview
	worldLines["单位"] = func(w *world, words []string) error {
		w.branch.Units = words
		return nil
	}
	who := func(field func(p *org.Part) *org.Who) func(*world, *org.Activity, *org.Part, string) error {
		return func(w *world, _ *org.Activity, p *org.Part, value string) error {
			*field(p) = w.who(value)
			return nil
		}
	}
	worldDetails["主持"] = who(func(p *org.Part) *org.Who { return &p.Chair })
	worldDetails["记录"] = who(func(p *org.Part) *org.Who { return &p.Recorder })
	worldDetails["授课"] = who(func(p *org.Part) *org.Who { return &p.Lecturer })
	worldDetails["内容"] = func(_ *world, _ *org.Activity, p *org.Part, value string) (err error) {
		p.Content, err = org.ParseContent(value)
		return err
	}
	worldDetails["题目"] = func(_ *world, _ *org.Activity, p *org.Part, value string) error {
		p.Title = value
		return nil
	}
	worldDetails["主题"] = func(_ *world, a *org.Activity, _ *org.Part, value string) error {
		a.Title = value
		return nil
	}
	worldDetails["纪要"] = func(_ *world, _ *org.Activity, p *org.Part, value string) error {
		p.Text = value
		return nil
	}
	worldDetails["地点"] = func(_ *world, a *org.Activity, _ *org.Part, value string) error {
		a.Place = value
		return nil
	}
	worldDetails["党性分析"] = func(_ *world, _ *org.Activity, p *org.Part, _ string) error {
		p.Analysis = true
		return nil
	}
	worldDetails["基本要求"] = readBasics
}

func readBasics(_ *world, _ *org.Activity, p *org.Part, value string) error {
	for _, word := range strings.Split(value, "、") {
		b, err := org.ParseBasic(word)
		if err != nil {
			return err
		}
		p.Basics = append(p.Basics, b)
	}
	return nil
}

func (w *world) who(name string) org.Who {
	if p := w.person(name); p != nil {
		return org.Who{Person: p.ID}
	}
	return org.Who{Name: name}
}

func (w *world) lastPart() (*org.Activity, *org.Part, error) {
	if len(w.activities) == 0 {
		return nil, nil, fmt.Errorf("no activity yet")
	}
	a := w.activities[len(w.activities)-1]
	return a, &a.Parts[len(a.Parts)-1], nil
}

// readSignIn reads "出席 甲 乙 请假 丙：病假 缺席 丁" or "2 缺席 甲": those who were
// due at the last activity, or at one part of it, with what they were and
// whether they had a vote on that day.
func (w *world) readSignIn(words []string) error {
	a, _, err := w.lastPart()
	if err != nil {
		return err
	}
	part := 0
	if n, err := strconv.Atoi(words[0]); err == nil {
		part, words = n, words[1:]
	}
	first := len(a.Attendance)
	var reasons []string
	for i, word := range words {
		name, reason, _ := strings.Cut(word, "：")
		if _, err := org.ParseStatus(word); err == nil {
			continue
		}
		words[i] = name
		reasons = append(reasons, reason)
	}
	if err := w.attend(a, part, words); err != nil {
		return err
	}
	day := a.Parts[max(part-1, 0)].Date
	for i := range a.Attendance[first:] {
		r := &a.Attendance[first+i]
		if r.Reason, err = org.ParseReason(reasons[i]); err != nil {
			r.Text = reasons[i] // in somebody's own words
		}
		r.Due, r.As = true, org.FullMember
		if c, ok := w.persons[w.place(r.Person)].As(org.SpellCategory, day); ok {
			r.As = c.Value
		}
		r.MayVote = r.As == org.FullMember
	}
	return nil
}

func (w *world) place(id org.PersonID) int {
	for i, p := range w.persons {
		if p.ID == id {
			return i
		}
	}
	return -1
}

var countForm = regexp.MustCompile(`^(应到|实到|赞成|反对|弃权|书面|应选|发票|收票|有效)(\d+)$`)

// readVote reads "接收预备党员 应到20 实到15 赞成11 反对2 弃权2 书面1": a vote at the
// last part.
func (w *world) readVote(words []string) error {
	_, p, err := w.lastPart()
	if err != nil {
		return err
	}
	v := org.Resolution{Title: words[0]}
	if v.Kind, err = org.ParseVoteKind(words[0]); err != nil {
		return err
	}
	for _, word := range words[1:] {
		if err := w.voteWord(&v, word); err != nil {
			return err
		}
	}
	p.Votes = append(p.Votes, v)
	return nil
}

func (w *world) voteWord(v *org.Resolution, word string) error {
	if m := countForm.FindStringSubmatch(word); m != nil {
		return voteCount(v, m[1], m[2])
	}
	key, value, _ := strings.Cut(word, "=")
	switch key {
	case "事项":
		v.Title = value
	case "决议":
		v.Text = value
	case "不计", "经同意不计":
		for _, name := range strings.Split(value, "、") {
			v.LeftOut = append(v.LeftOut, org.LeftOut{Person: w.who(name).Person, Basis: "外出半年以上", Consent: key == "经同意不计"})
		}
	case "当选", "未当选":
		for _, t := range strings.Split(value, "、") {
			name := strings.TrimRight(t, "0123456789")
			n, err := strconv.Atoi(t[len(name):])
			if err != nil {
				return err
			}
			e := election(v)
			e.Candidates = append(e.Candidates, org.Tally{Who: w.who(name), Yes: n, Elected: key == "当选"})
		}
	default:
		return fmt.Errorf("no such word about a vote: %s", word)
	}
	return nil
}

func election(v *org.Resolution) *org.Election {
	if v.Election == nil {
		v.Election = &org.Election{}
	}
	return v.Election
}

func voteCount(v *org.Resolution, word, number string) error {
	n, err := strconv.Atoi(number)
	switch word {
	case "应到":
		v.Entitled = n
	case "实到":
		v.Present = n
	case "赞成":
		v.Yes = n
	case "反对":
		v.No = n
	case "弃权":
		v.Abstain = n
	case "书面":
		v.Written = n
	case "应选":
		election(v).Seats = n
	case "发票":
		election(v).Out = n
	case "收票":
		election(v).In = n
	case "有效":
		election(v).Valid = n
	}
	return err
}

// readReview reads "2026年 优秀 甲 乙 基数10": grades of 民主评议; "2026年 述学 甲"
// is a review without a grade.
func (w *world) readReview(words []string) error {
	base, year := 0, 0
	if _, err := fmt.Sscanf(words[0], "%d年", &year); err != nil {
		return err
	}
	grade, err := org.ParseGrade(words[1])
	if err != nil && words[1] != "述学" {
		return err
	}
	var list []*org.Review
	for _, name := range words[2:] {
		if _, err := fmt.Sscanf(name, "基数%d", &base); err == nil {
			continue
		}
		p := w.person(name)
		if p == nil {
			return fmt.Errorf("no such person: %s", name)
		}
		list = append(list, &org.Review{ID: org.ItemID("r" + name), Year: year, Person: p.ID, Grade: grade})
	}
	for _, v := range list {
		v.Base = base
	}
	w.reviews = append(w.reviews, list...)
	return nil
}
