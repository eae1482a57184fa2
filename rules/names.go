package rules

import (
	"fmt"
	"strings"

	"branchbook/store/org"
)

// name names somebody as on the roster of the day, or by the name that was
// written.
func (c *check) name(w org.Who, day org.Date) string {
	if i, ok := c.index[w.Person]; ok {
		return c.s.Label(c.members[i].p, day)
	}
	return w.Name
}

// names names people, many of them as 甲、乙……等12人; nobody is 无.
func (c *check) names(list []org.PersonID, day org.Date) string {
	if len(list) == 0 {
		return "无"
	}
	out := make([]string, 0, few)
	for _, id := range list[:min(few, len(list))] {
		out = append(out, c.name(org.Who{Person: id}, day))
	}
	return firstOf(out, len(list), "人")
}

// few is how many names a sentence or a line of a trace lists.
const few = 5

// fewNames joins names, and counts the rest where there are many: 甲、乙等12人.
func fewNames(names []string) string { return fewOf(names, "人") }

// fewOf does the same for what is counted with another word.
func fewOf(names []string, unit string) string {
	return firstOf(names[:min(few, len(names))], len(names), unit)
}

// firstOf joins the first names of so many.
func firstOf(names []string, all int, unit string) string {
	s := strings.Join(names, "、")
	if all > len(names) {
		s += fmt.Sprintf("等%d%s", all, unit)
	}
	return s
}
