package rules

import (
	"slices"
	"strings"

	"branchbook/store/org"
)

// What the review of a person and year may be asked for.
const (
	reviewReport = "report"      // 述学
	reviewStudy  = "study_grade" // 评学
)

var reviewItems = []string{reviewReport, reviewStudy}

// reviewKind asks that each member has what the year's 述学评学 gives.
// With once_held it is asked from the day on which such a meeting was held, of
// those to whom the rule applied on that day too; meetings of the first months
// of a year are often those of the year before, so from_month leaves them out.
var reviewKind = kind{
	params: []param{
		{name: "items", typ: typeWords, words: reviewItems, required: true},
		{name: "once_held", typ: typeWords, words: partKindWords()},
		{name: "from_month", typ: typeNumber, lo: 1, hi: 12},
		{name: "after_year", typ: typeYes},
	},
	says: true, places: []string{"items", "left"}, check: checkReview,
}

func checkReview(c *check, r *Rule) {
	y := periods(c.year, "year")[0]
	day := min(y.last, c.day)
	since, why := day, ""
	if len(r.words("once_held")) > 0 {
		since, why = c.opened(r, y)
	}
	if since == 0 || !c.judges(y) || !c.toBranch(c.facts, r, day) {
		return
	}
	has := c.reviewed()
	for i := range c.members {
		if m := &c.members[i]; c.toMember(c.facts, r, m, day) && c.toMember(c.facts, r, m, since) {
			c.review(r, y, m, since, why, has[m.p.ID])
		}
	}
}

// opened is the day of the year's first meeting that opens the question, in
// words too; 0 if none was held. After the year the question may be open all the
// same.
func (c *check) opened(r *Rule, y period) (org.Date, string) {
	kinds := typed[org.PartKind](r.words("once_held"))
	for i := range c.parts {
		h := &c.parts[i]
		if slices.Contains(kinds, h.Kind) && h.a.For == "" && int64(h.Date.Month()) >= r.number("from_month") {
			return h.Date, h.Date.Chinese() + "已召开" + h.Kind.Chinese()
		}
	}
	if r.yes("after_year") && c.day > y.last {
		return y.last, "全年没有结合召开的会议"
	}
	return 0, ""
}

// reviewed lists what the year's reviews hold for each person on the asked day.
// A review whose report is dated later is not there yet.
func (c *check) reviewed() map[org.PersonID][]string {
	out := map[org.PersonID][]string{}
	for _, v := range c.s.Reviews {
		if v.Year != c.year || v.StudyOn > c.day {
			continue
		}
		for item, there := range map[string]bool{
			reviewReport: v.StudyOn != 0 || v.Study != "", reviewStudy: v.StudyFit != "",
		} {
			if there {
				out[v.Person] = append(out[v.Person], item)
			}
		}
	}
	return out
}

// review makes the finding of one member.
func (c *check) review(r *Rule, y period, m *member, since org.Date, why string, has []string) {
	f := c.finding(r, y)
	items := r.words("items")
	f.Person, f.Unit, f.Need = m.p.ID, UnitItem, int64(len(items))
	var left []string
	for _, item := range items {
		if slices.Contains(has, item) {
			f.Have++
		} else {
			left = append(left, reviewWord(item))
		}
	}
	f.State = c.state(f.Have == f.Need, y)
	if why != "" {
		f.Trace = append(f.Trace, why)
	}
	if len(left) > 0 {
		f.Trace = append(f.Trace, "没有登记："+strings.Join(left, "、"))
	} else {
		f.Trace = append(f.Trace, "都已登记")
	}
	c.ease(f, m, since, min(y.last, c.day))
	c.add(r, f, func(place string) string {
		switch place {
		case "items":
			return strings.Join(reviewWords(items), "、")
		case "left":
			return strings.Join(left, "、")
		}
		return c.place(f, r, y, place)
	})
}

func reviewWords(items []string) []string {
	out := make([]string, len(items))
	for i, item := range items {
		out[i] = reviewWord(item)
	}
	return out
}

func reviewWord(item string) string {
	return map[string]string{reviewReport: "述学", reviewStudy: "评学"}[item]
}
