package cli

import (
	"encoding/json"
	"io"
	"strconv"

	"branchbook/store"
	"branchbook/store/org"
)

// reviewFlags are the flags for what a year's 民主评议 and 述学评学 gave.
type reviewFlags struct {
	grade, studyOn, study, studyGrade, opinion *string
	counts                                     []countFlag
}

type countFlag struct {
	name string
	from *int
	to   func(*org.Review) *int
}

func (f *reviewFlags) define(c *call) {
	count := func(name, help string, to func(*org.Review) *int) {
		f.counts = append(f.counts, countFlag{name, c.flags.Int(name, 0, help), to})
	}
	f.grade = c.flags.String("grade", "", "支部评定意见（`等次`）：优秀、合格、基本合格、不合格")
	f.studyOn = c.flags.String("study-on", "", "述学的`日期`")
	f.study = c.flags.String("study", "", "述学的`内容`")
	f.studyGrade = c.flags.String("study-grade", "", "评学`等次`：优秀、合格、基本合格、不合格")
	count("base", "`人数`：组织关系在本支部的正式党员，优秀的比例按它算", func(r *org.Review) *int { return &r.Base })
	count("ballots", "收回的`票数`", func(r *org.Review) *int { return &r.Ballots })
	count("good", "优秀`票数`", func(r *org.Review) *int { return &r.Good })
	count("fit", "合格`票数`", func(r *org.Review) *int { return &r.Fit })
	count("basic", "基本合格`票数`", func(r *org.Review) *int { return &r.Basic })
	count("unfit", "不合格`票数`", func(r *org.Review) *int { return &r.Unfit })
	f.opinion = c.flags.String("opinion", "", "反馈给本人的`意见`")
}

// apply puts in what the call gives; an empty text clears.
func (f *reviewFlags) apply(c *call, to *org.Review) (err error) {
	for _, n := range f.counts {
		if c.set(n.name) {
			*n.to(to) = *n.from
		}
	}
	c.setText("study", *f.study, &to.Study)
	c.setText("opinion", *f.opinion, &to.Opinion)
	if c.set("grade") {
		if to.Grade, err = gradeOf("grade", *f.grade); err != nil {
			return err
		}
	}
	if c.set("study-grade") {
		if to.StudyFit, err = gradeOf("study_fit", *f.studyGrade); err != nil {
			return err
		}
	}
	if c.set("study-on") {
		to.StudyOn, err = c.pastDay(*f.studyOn)
	}
	return err
}

// gradeOf reads a grade; empty text is none.
func gradeOf(field, text string) (org.Grade, error) {
	if text == "" {
		return "", nil
	}
	g, err := org.ParseGrade(text)
	if err != nil {
		return "", &org.Invalid{Field: "review." + field, Why: org.WhyChoice}
	}
	return g, nil
}

// runReviewSet adds or corrects what a year gave for one person.
func runReviewSet(c *call) (result, error) {
	var f reviewFlags
	f.define(c)
	words, err := c.parse(2, 2)
	if err != nil {
		return nil, err
	}
	year, err := yearOf(words[0])
	if err != nil {
		return nil, err
	}
	if !c.setAny() {
		return nil, usage("要写明登记什么，如 --grade 合格。")
	}
	return c.with(func(s *store.Store) (result, error) {
		p, err := findPerson(c, s, words[1])
		if err != nil {
			return nil, err
		}
		snap, err := yearSnapshot(s, year)
		if err != nil {
			return nil, err
		}
		was := &org.Review{ID: store.NewItemID(), Year: year, Person: p.ID}
		for _, r := range snap.Reviews {
			if r.Person == p.ID {
				was = r
			}
		}
		now := *was
		if err := f.apply(c, &now); err != nil {
			return nil, err
		}
		if err := c.saveOver(s, was, &now, strconv.Itoa(year)+"年评议 "+p.Name); err != nil {
			return nil, err
		}
		return reviewLine{now, snap.Label(p, lastDay)}, nil
	})
}

func runReviewList(c *call) (result, error) {
	return c.ofYear(func(s *store.Store, year int) (result, error) {
		snap, err := yearSnapshot(s, year)
		if err != nil {
			return nil, err
		}
		out := reviewList{year, []reviewLine{}}
		for _, p := range snap.Persons {
			for _, r := range snap.Reviews {
				if r.Person == p.ID {
					out.lines = append(out.lines, reviewLine{*r, snap.Label(p, lastDay)})
				}
			}
		}
		return out, nil
	})
}

// reviewLine is one review with the person's name.
type reviewLine struct {
	org.Review
	Who string `json:"who"`
}

func (l reviewLine) text(w io.Writer) {
	rows := l.table()
	for i, label := range rows[0] {
		if rows[1][i] != "" {
			io.WriteString(w, label+"："+rows[1][i]+"\n")
		}
	}
}

func (l reviewLine) table() [][]string { return reviewList{l.Year, []reviewLine{l}}.table() }

type reviewList struct {
	year  int
	lines []reviewLine
}

func (l reviewList) MarshalJSON() ([]byte, error) { return json.Marshal(l.lines) }

func (l reviewList) text(w io.Writer) {
	if len(l.lines) == 0 {
		io.WriteString(w, strconv.Itoa(l.year)+"年还没有登记评议。\n")
		return
	}
	grid(w, brief(l.table()))
}

func (l reviewList) table() [][]string {
	rows := [][]string{{"姓名", "年度", "评定意见", "述学日期", "评学等次", "基数", "收回票", "优秀票", "合格票", "基本合格票", "不合格票", "述学", "意见"}}
	for _, r := range l.lines {
		row := []string{r.Who, strconv.Itoa(r.Year), r.Grade.Chinese(), r.StudyOn.Chinese(), r.StudyFit.Chinese(), known(r.Base, r.Base)}
		for _, n := range []int{r.Ballots, r.Good, r.Fit, r.Basic, r.Unfit} {
			row = append(row, known(n, r.Ballots))
		}
		rows = append(rows, append(row, r.Study, r.Opinion))
	}
	return rows
}

// known is a number, empty unless there is any of what it is a part of.
func known(n, whole int) string {
	if whole == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
