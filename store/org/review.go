package org

// Review is what a year's 民主评议 and 述学评学 gave for one person. Only totals
// are kept, never who voted what.
type Review struct {
	ID       ItemID   `json:"id"`
	Rev      Rev      `json:"rev"`
	Year     int      `json:"year"`
	Person   PersonID `json:"person"`
	Grade    Grade    `json:"grade,omitempty"` // 支部评定意见
	Base     int      `json:"base,omitempty"`  // full members whose relation is here, for the cap on 优秀
	Ballots  int      `json:"ballots,omitempty"`
	Good     int      `json:"good,omitempty"`
	Fit      int      `json:"fit,omitempty"`
	Basic    int      `json:"basic,omitempty"`
	Unfit    int      `json:"unfit,omitempty"`
	StudyOn  Date     `json:"study_on,omitzero"`   // 述学
	Study    string   `json:"study,omitempty"`     // 述学 text
	StudyFit Grade    `json:"study_fit,omitempty"` // 评学 grade
	Opinion  string   `json:"opinion,omitempty"`   // remarks fed back to the person
}

// Grade is a grade of 民主评议.
type Grade string

// Grades.
const (
	GradeGood  Grade = "good"
	GradeFit   Grade = "fit"
	GradeBasic Grade = "basic"
	GradeUnfit Grade = "unfit"
)

var grades = enum[Grade]{{GradeGood, "优秀", nil}, {GradeFit, "合格", nil}, {GradeBasic, "基本合格", nil}, {GradeUnfit, "不合格", nil}}

// Grades lists the grades from best down.
func Grades() []Grade { return grades.values() }

// Chinese returns the official word.
func (g Grade) Chinese() string { return grades.label(g) }

// ParseGrade reads the English or the Chinese word.
func ParseGrade(s string) (Grade, error) { return grades.parse("grade", s) }

// Ref implements Aggregate.
func (r *Review) Ref() Ref { return Ref{KindReview, string(r.ID), r.Rev} }

// Validate checks shape and limits.
func (r *Review) Validate() error {
	if r.Person == "" {
		return &Invalid{"person", WhyEmpty}
	}
	if err := checkYear(r.Year); err != nil {
		return err
	}
	for _, n := range []int{r.Base, r.Ballots, r.Good, r.Fit, r.Basic, r.Unfit} {
		if n < 0 || n > 100_000 {
			return &Invalid{"ballots", WhyNumber}
		}
	}
	if r.Good+r.Fit+r.Basic+r.Unfit > r.Ballots {
		return &Invalid{"ballots", WhyNumber}
	}
	if err := grades.optional("grade", r.Grade); err != nil {
		return err
	}
	if err := grades.optional("study_fit", r.StudyFit); err != nil {
		return err
	}
	return checkTexts(textField{"study", r.Study, MaxText}, textField{"opinion", r.Opinion, MaxText})
}
