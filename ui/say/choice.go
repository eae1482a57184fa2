package say

import (
	"strings"

	"branchbook/store/org"
)

// choices lists the words that a field may have, as people write them; nil
// where it has no list. The path is that of an *org.Invalid.
func choices(path string) []string {
	steps := strings.Split(path, ".")
	last := steps[len(steps)-1]
	list := ""
	if len(steps) > 1 {
		list, _, _ = strings.Cut(steps[len(steps)-2], "[")
	}
	switch {
	case last == "value":
		kind := org.SpellKind(list)
		var out []string
		for _, v := range org.SpellValues(kind) {
			out = append(out, v.Chinese(kind))
		}
		return out
	case last == "kind" && list == "resolutions":
		return words(org.VoteKinds())
	case last == "kind" && list == "register":
		return words(org.RegisterKinds())
	case last == "kind" && (list == "parts" || list == "part" || list == "plan"):
		return words(org.PartKinds())
	}
	if list, ok := choiceLists[last]; ok {
		return list()
	}
	return nil
}

var choiceLists = map[string]func() []string{
	"kind":      func() []string { return words(org.BranchKinds()) },
	"state":     func() []string { return words(org.ActivityStates()) },
	"level":     func() []string { return words(org.Levels()) },
	"season":    func() []string { return words(org.Seasons()) },
	"status":    func() []string { return words(org.Statuses()) },
	"reason":    func() []string { return words(org.Reasons()) },
	"form":      func() []string { return words(org.Forms()) },
	"content":   func() []string { return words(org.Contents()) },
	"method":    func() []string { return words(org.Methods()) },
	"length":    func() []string { return words(org.Lengths()) },
	"basics":    func() []string { return words(org.Basics()) },
	"audience":  func() []string { return words(org.AudienceKinds()) },
	"sex":       func() []string { return words(org.Sexes()) },
	"began":     org.Begun,
	"ended":     org.Over,
	"grade":     func() []string { return words(org.Grades()) },
	"study_fit": func() []string { return words(org.Grades()) },
}

func words[T interface{ Chinese() string }](list []T) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = v.Chinese()
	}
	return out
}
