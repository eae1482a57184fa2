package rules

import (
	"fmt"
	"slices"
	"strings"

	"branchbook/store/org"
)

// recordKind asks what the record of each activity of the branch's own says:
// the things that the forms ask for. One finding per activity, or, where the
// rule has no number to keep, one 建议 for the year. What makes up for another
// activity (补课) is not asked.
var recordKind = kind{
	params: []param{
		{name: "kinds", typ: typeWords, words: partKindWords(), required: true},
		{name: "needs", typ: typeWords, words: needWords(), required: true},
		{name: "within_days", typ: typeNumber, lo: 0, hi: 366},
		{name: "per_year", typ: typeYes},
	},
	lacks: lacksOneOf("within_days", "per_year"),
	says:  true, places: []string{"activity", "lacks"}, check: checkRecord,
}

// record is one activity as the rule sees it.
type record struct {
	a     *org.Activity
	last  org.Date // its last day
	kinds []string // of its parts that the rule is about
	met   int64    // things that the record has
	lacks []string // what it lacks, in words
}

func checkRecord(c *check, r *Rule) {
	var year []*record
	seen := map[int]bool{}
	for i := range c.parts {
		h := &c.parts[i]
		if seen[h.n] || !slices.Contains(r.words("kinds"), string(h.Kind)) || h.a.For != "" || h.a.Level != org.LevelBranch {
			continue
		}
		seen[h.n] = true
		if k := c.record(r, h.a); r.yes("per_year") {
			year = append(year, k)
		} else if k.last.Year() == c.year && c.judges(onDay(k.last)) && c.toBranch(c.facts, r, min(k.last, c.day)) {
			c.addRecord(r, k)
		}
	}
	if y := periods(c.year, "year")[0]; len(year) > 0 && c.judges(y) && c.toBranch(c.facts, r, min(y.last, c.day)) {
		c.addRecords(r, year, y)
	}
}

// record looks at the parts of an activity that the rule is about, up to the
// asked day. A thing is there if every such part has it.
func (c *check) record(r *Rule, a *org.Activity) *record {
	k := &record{a: a}
	var parts []int
	for i := range a.Parts {
		p := &a.Parts[i]
		if k.last = max(k.last, p.Date); p.Date <= c.asOf && slices.Contains(r.words("kinds"), string(p.Kind)) {
			parts = append(parts, i+1)
			if word := p.Kind.Chinese(); !slices.Contains(k.kinds, word) {
				k.kinds = append(k.kinds, word)
			}
		}
	}
	for _, word := range r.words("needs") {
		met, need := true, needs[word]
		for _, n := range parts {
			if lack := need(c, a, n); lack != "" {
				met = false
				if len(k.kinds) > 1 {
					lack = a.Parts[n-1].Kind.Chinese() + "的" + lack
				}
				if !slices.Contains(k.lacks, lack) {
					k.lacks = append(k.lacks, lack)
				}
			}
		}
		if met {
			k.met++
		}
	}
	return k
}

// addRecord makes the finding of one activity. There is time for it from the
// activity's last day on, or from the day on which it was entered if that was
// later.
func (c *check) addRecord(r *Rule, k *record) {
	from := k.last
	if k.a.Entered <= c.day {
		from = max(from, k.a.Entered)
	}
	p := limit(k.last, from.AddDays(int(r.number("within_days"))))
	p.words = k.last.Chinese()
	f := c.finding(r, p)
	f.Activity, f.Unit, f.Have, f.Need = k.a.ID, UnitItem, k.met, int64(len(r.words("needs")))
	f.State = c.state(f.Have == f.Need, p)
	f.Trace = []string{k.last.Chinese() + strings.Join(k.kinds, "、") + "“" + k.a.Title + "”"}
	if from > k.last {
		f.Trace = append(f.Trace, "录入日期"+from.Chinese()+"，从这一天起算")
	}
	for _, lack := range k.lacks {
		f.Trace = append(f.Trace, "没有："+lack)
	}
	c.add(r, f, func(place string) string { return c.placeRecord(f, r, p, place, strings.Join(k.kinds, "、"), k.lacks) })
}

func (c *check) placeRecord(f *Finding, r *Rule, p period, place, activity string, lacks []string) string {
	switch place {
	case "activity":
		return activity
	case "lacks":
		return strings.Join(lacks, "、")
	}
	return c.place(f, r, p, place)
}

// addRecords makes the one 建议 for all activities of the year.
func (c *check) addRecords(r *Rule, list []*record, y period) {
	f := c.finding(r, y)
	f.Unit, f.Need, f.Advice, f.State = UnitBody, int64(len(list)), true, Running
	for _, k := range list {
		if len(k.lacks) == 0 {
			f.Have++
			continue
		}
		f.Trace = append(f.Trace, fmt.Sprintf("%s%s没有：%s", k.last.Chinese(), strings.Join(k.kinds, "、"), strings.Join(k.lacks, "、")))
	}
	if f.Have == f.Need {
		f.State = Done
		f.Trace = []string{fmt.Sprintf("%s这类活动%d次，都登记了", y.words, f.Have)}
	}
	c.add(r, f, func(place string) string { return c.placeRecord(f, r, y, place, "", nil) })
}
