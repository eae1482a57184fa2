package rules

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"branchbook/store/org"
)

// readingKind asks the branch that each item of the year's list (必读书目和篇目)
// has been studied together, or at least read by somebody. Without a list
// nothing is asked. Who has not read what stands in the trace only: no document
// gives a number for one person.
var readingKind = kind{
	params: []param{{name: "need", typ: typeBound, lo: 0, hi: 100, required: true}},
	says:   true, places: []string{"left"}, check: checkReading,
}

// studied is what the year has of one item.
type studied struct {
	*org.Reading
	days  []string // of the parts that studied it together
	marks int64
	by    map[org.PersonID]bool // who was there, or has read it
}

func checkReading(c *check, r *Rule) {
	y := periods(c.year, "year")[0]
	day := min(y.last, c.day)
	items := c.readings()
	if len(items) == 0 || !c.judges(y) || !c.toBranch(c.facts, r, day) {
		return
	}
	f := c.finding(r, y)
	f.Unit, f.Need = UnitItem, int64(len(items))
	need, asked := r.bound("need"), c.askedToRead(r, day)
	var left []string
	for _, it := range items {
		if need.Met(int64(len(it.days))+it.marks, 1) {
			f.Have++
		} else {
			left = append(left, bookTitle(it.Title))
		}
		f.Trace = append(f.Trace, it.trace(asked))
	}
	f.State = c.state(f.Have == f.Need, y)
	c.add(r, f, func(place string) string {
		if place == "left" {
			return fewOf(left, "项")
		}
		return c.place(f, r, y, place)
	})
}

// readings lists the year's items with what was held and marked up to the day.
// A mark without a day counts.
func (c *check) readings() []*studied {
	var out []*studied
	of := map[string][]*studied{}
	for _, item := range c.s.Readings {
		if item.Year != c.year {
			continue
		}
		it := &studied{Reading: item, by: map[org.PersonID]bool{}}
		for _, m := range item.Read {
			if m.On <= c.day {
				it.marks++
				it.by[m.Person] = true
			}
		}
		out, of[bareTitle(item.Title)] = append(out, it), append(of[bareTitle(item.Title)], it)
	}
	for i := range c.parts {
		h := &c.parts[i]
		for _, title := range h.Materials {
			for _, it := range of[bareTitle(title)] {
				it.held(h)
			}
		}
	}
	return out
}

// held counts a part that studied the item, and who was there.
func (it *studied) held(h *heldPart) {
	it.days = append(it.days, h.Date.Chinese()+h.Kind.Chinese())
	for id, row := range rowsAt(h.a, h.i+1) {
		if row.Status.There() {
			it.by[id] = true
		}
	}
}

// bareTitle is a title without 《》 and spaces, so that two ways of writing it
// meet.
func bareTitle(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '《' || r == '》' || unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func bookTitle(s string) string {
	if strings.ContainsRune(s, '《') {
		return s
	}
	return "《" + s + "》"
}

// askedToRead lists the members to whom the rule applies and of whom something
// hard may be asked.
func (c *check) askedToRead(r *Rule, day org.Date) []*member {
	var out []*member
	for i := range c.members {
		m := &c.members[i]
		if why, _ := c.facts.notDue(m, day, true); why == "" && c.toMember(c.facts, r, m, day) {
			out = append(out, m)
		}
	}
	return out
}

func (it *studied) trace(asked []*member) string {
	var without []string
	for _, m := range asked {
		if !it.by[m.p.ID] {
			without = append(without, m.p.Name)
		}
	}
	s := bookTitle(it.Title) + "：没有集体学习记录"
	if len(it.days) > 0 {
		s = bookTitle(it.Title) + "：" + fewOf(slices.Compact(it.days), "次")
	}
	s += fmt.Sprintf("，已读登记%d人", it.marks)
	if len(without) > 0 {
		s += "；还没有记录：" + fewNames(without)
	}
	return s
}
