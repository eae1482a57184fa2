package say

import (
	"errors"
	"fmt"
	"strings"

	"branchbook/rules"
	"branchbook/store/closed"
	"branchbook/store/org"
)

// ErrNotClosed says that a year was never closed, or is open again.
var ErrNotClosed = errors.New("year not closed")

func closingError(err error) (Said, bool) {
	var early *rules.NotOver
	var asks *closed.Question
	switch {
	case errors.As(err, &early):
		return Said{fmt.Sprintf("还没有过完%d年，没有封存。", early.Year), "请在" + (early.Last + 1).Chinese() + "以后封存。"}, true
	case errors.As(err, &asks):
		return Said{"会改动已封存的年度，还没有保存。" + strings.Join(ClosedYears(asks), ""), "确定要改的，请写明（--change-closed）再做一次；" + StaysClosed}, true
	case errors.Is(err, ErrNotClosed):
		return Said{"这个年度没有封存。", "请核对年度；过完了的年度可以封存（year close）。"}, true
	}
	return Said{}, false
}

// StaysClosed says what a change does not do to a closed year, and what can be
// done then.
const StaysClosed = "封存的数字不变，可以重新封存。"

// namedAtMost is how many people a sentence names.
const namedAtMost = 8

// ClosedYears says, in one sentence for each closed year, what saving would
// change.
func ClosedYears(q *closed.Question) []string {
	out := make([]string, len(q.Years))
	for i, y := range q.Years {
		out[i] = fmt.Sprintf("%d年已封存，改动后：%s。", y.Closing.Year, strings.Join(HoursChanges(q.Snapshot, y.Closing.Year, y.Changes), "；"))
	}
	return out
}

// HoursChanges names the first people whose hours of a year are others, each
// with the old and the new figures, and how many there are if there are more.
func HoursChanges(s *org.Snapshot, year int, list []rules.HoursChange) []string {
	var words []string
	for i, d := range list {
		if i == namedAtMost {
			return append(words, fmt.Sprintf("……共%d人", len(list)))
		}
		words = append(words, HoursChange(Whose(s, year, d.Person), d))
	}
	return words
}

// Whose is the name of a person of a year, with the group where two have it.
func Whose(s *org.Snapshot, year int, id org.PersonID) string {
	p := s.Person(id)
	if p == nil {
		return string(id)
	}
	return s.Label(p, org.NewDate(year, 12, 31))
}

// HoursChange says one person's old and new figures: 张三 31 → 33 学时.
func HoursChange(name string, d rules.HoursChange) string {
	switch {
	case d.Was == nil:
		return name + " 新计入，" + total(d.Now)
	case d.Now == nil:
		return name + " 不再计入，原为" + total(d.Was)
	}
	was, now := d.Was, d.Now
	var parts []string
	switch {
	case was.Counted != now.Counted:
		parts = append(parts, fmt.Sprintf("%s → %s 学时", was.Counted, now.Counted))
	case was.Training != now.Training || was.Study != now.Study:
		parts = append(parts, fmt.Sprintf("集中培训 %s → %s、集体学习 %s → %s 学时", was.Training, now.Training, was.Study, now.Study))
	}
	if was.Target != now.Target {
		parts = append(parts, "应修 "+target(was)+" → "+target(now))
	}
	if len(parts) == 0 {
		parts = append(parts, reached(was)+" → "+reached(now))
	}
	return name + " " + strings.Join(parts, "，")
}

func total(h *org.ClosedHours) string { return h.Counted.String() + " 学时，应修 " + target(h) }

func target(h *org.ClosedHours) string {
	if h.Target == 0 {
		return "无"
	}
	return h.Target.String()
}

func reached(h *org.ClosedHours) string {
	if h.Met {
		return "已达到"
	}
	return "未达到"
}
