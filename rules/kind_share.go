package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"branchbook/store/org"
)

// shareKind asks what a class (培训班次) teaches: the share of its hours that
// some content categories have, or a session of 党性分析. A class is the parts
// of the named kinds of one activity. One that the branch did not organise
// itself is the superior's, so that it is only 建议.
var shareKind = kind{
	params: []param{
		{name: "kinds", typ: typeWords, words: partKindWords(), required: true},
		{name: "school", typ: typeYes, required: true},
		{name: "contents", typ: typeWords, words: plain(org.Contents())},
		{name: "share", typ: typeBound, lo: 0, hi: 1},
		{name: "analysis", typ: typeYes},
	},
	lacks: func(params map[string]any) string {
		if yes, _ := params["analysis"].(bool); yes {
			return ""
		}
		return cmp.Or(lacksOneOf("share")(params), lacksOneOf("contents")(params))
	},
	says: true, places: []string{"class", "note"}, check: checkShare,
}

// class is what is known of a class up to the asked day.
type class struct {
	a           *org.Activity
	first, last org.Date
	school      bool // some of it at a Party school
	all, of     org.Hours
	blank       int      // parts without a content category
	noLength    int      // parts whose length is not known
	analyses    int64    // parts with 党性分析
	lines       []string // for the trace
}

func checkShare(c *check, r *Rule) {
	seen := map[int]bool{}
	for i := range c.parts {
		h := &c.parts[i]
		if seen[h.n] || !slices.Contains(r.words("kinds"), string(h.Kind)) {
			continue
		}
		seen[h.n] = true
		if k := c.class(r, h.a); k.school == r.yes("school") && k.last.Year() == c.year {
			c.share(r, k)
		}
	}
}

// class adds up the parts of a class.
func (c *check) class(r *Rule, a *org.Activity) *class {
	k := &class{a: a, first: forever}
	for i := range a.Parts {
		p := &a.Parts[i]
		if !slices.Contains(r.words("kinds"), string(p.Kind)) {
			continue
		}
		k.first, k.last, k.school = min(k.first, p.Date), max(k.last, p.Date), k.school || p.School
		if p.Date <= c.asOf {
			k.add(c.facts.length(p), p, slices.Contains(r.words("contents"), string(p.Content)))
		}
	}
	return k
}

func (k *class) add(h org.Hours, p *org.Part, counts bool) {
	content := p.Content.Chinese()
	k.all += h
	switch {
	case p.Content == "":
		k.blank, content = k.blank+1, "没有登记内容类别"
	case counts:
		k.of += h
	}
	if h == 0 {
		k.noLength++
	}
	if p.Analysis {
		k.analyses++
		content += "，有党性分析"
	}
	k.lines = append(k.lines, fmt.Sprintf("%s %s学时：%s", p.Date.Chinese(), h, content))
}

// share makes the finding of one class. While it goes on its share may change.
func (c *check) share(r *Rule, k *class) {
	p := limit(k.first, k.last)
	if p.words = k.first.Chinese(); k.last != k.first {
		p.words += "至" + k.last.Chinese()
	}
	if !c.judges(p) || !c.toBranch(c.facts, r, min(k.last, c.day)) {
		return
	}
	f := c.finding(r, p)
	f.Activity, f.Trace = k.a.ID, append([]string{"培训班：" + k.a.Title + "，主办：" + k.a.Level.Chinese()}, k.lines...)
	if k.a.Level != org.LevelBranch {
		f.Whose, f.Advice = SuperiorDuty, true
	}
	note := ""
	if r.yes("analysis") {
		f.Unit, f.Have, f.Need = UnitItem, k.analyses, 1
		f.State = c.state(f.Have >= f.Need, p)
	} else {
		note = c.weigh(r, f, k, p)
	}
	c.add(r, f, func(place string) string {
		switch place {
		case "class":
			return k.a.Title
		case "note":
			return note
		}
		return c.place(f, r, p, place)
	})
}

// weigh fills in the share; what cannot be told owes nothing but the words that
// are missing.
func (c *check) weigh(r *Rule, f *Finding, k *class, p period) (note string) {
	need := r.bound("share")
	f.Unit, f.Need = UnitShare, need.Of(100)
	if k.blank+k.noLength > 0 {
		f.Advice, f.State = true, Running
		return k.unknown() + "，算不出比重"
	}
	f.Have = int64(k.of * 100 / k.all)
	f.State = c.state(c.day >= k.last && need.Met(int64(k.of), int64(k.all)), p)
	return fmt.Sprintf("现占%d%%（%s学时中的%s学时）", f.Have, k.all, k.of)
}

// unknown says what of a class is not known.
func (k *class) unknown() string {
	var out []string
	if k.blank > 0 {
		out = append(out, fmt.Sprintf("有%d个环节没有登记内容类别", k.blank))
	}
	if k.noLength > 0 {
		out = append(out, fmt.Sprintf("有%d个环节没有时长", k.noLength))
	}
	return strings.Join(out, "，")
}
