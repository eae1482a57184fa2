package rules

import (
	"fmt"
	"strings"
)

// few is how many names a sentence or a line of a trace lists.
const few = 5

// fewNames joins names, and counts the rest where there are many: 甲、乙等12人.
func fewNames(names []string) string { return fewOf(names, "人") }

// fewOf does the same for what is counted with another word.
func fewOf(names []string, unit string) string {
	if len(names) <= few {
		return strings.Join(names, "、")
	}
	return fmt.Sprintf("%s等%d%s", strings.Join(names[:few], "、"), len(names), unit)
}
