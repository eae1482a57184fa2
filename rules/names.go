package rules

import (
	"fmt"
	"strings"

	"branchbook/store/org"
)

// fewNames is how many people a sentence names before it counts the others.
const fewNames = 8

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
	out := make([]string, 0, fewNames)
	for _, id := range list[:min(fewNames, len(list))] {
		out = append(out, c.name(org.Who{Person: id}, day))
	}
	s := strings.Join(out, "、")
	if len(list) > fewNames {
		s += fmt.Sprintf("等%d人", len(list))
	}
	return s
}
