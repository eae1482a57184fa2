package say

import (
	"fmt"
	"strings"

	"branchbook/rules"
)

// Ahead says what is still planned for somebody who owes hours: how many
// activities of which kind, about how many hours where their lengths are known,
// and what would be short even then.
func Ahead(h *rules.PersonHours) string {
	a := &h.Ahead
	if a.Count == 0 {
		return "本年没有列入计划的学习活动了，请安排补课或培训。"
	}
	words := make([]string, len(a.Kinds))
	for i, k := range a.Kinds {
		words[i] = fmt.Sprintf("%d 次%s", k.Count, k.Kind.Chinese())
	}
	text := "本年还有 " + strings.Join(words, "、")
	switch {
	case a.Hours == 0:
		return text + "。"
	case a.Unknown > 0:
		return text + fmt.Sprintf("，其中 %d 次约 %s 学时。", a.Count-a.Unknown, a.Hours)
	case a.Hours < h.Short:
		return text + fmt.Sprintf("，约 %s 学时，都参加也还差 %s 学时。", a.Hours, h.Short-a.Hours)
	}
	return text + "，约 " + a.Hours.String() + " 学时。"
}

// Contents says how much of each content category counted; "" for nothing.
func Contents(list []rules.ContentHours) string {
	words := make([]string, len(list))
	for i, c := range list {
		words[i] = ContentName(c) + " " + c.Hours.String()
	}
	return strings.Join(words, "，")
}

// ContentName is the name of a content category, or that none is written.
func ContentName(c rules.ContentHours) string {
	if c.Content == "" {
		return "没有写内容类别"
	}
	return c.Content.Chinese()
}
