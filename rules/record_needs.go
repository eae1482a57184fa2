package rules

import "branchbook/store/org"

// need tells in words what the record of a part, counted from 1, lacks of one
// thing; "" for nothing.
type need func(c *check, a *org.Activity, part int) string

// needs are the things that a record can be asked for, by the word that packs
// use.
var needs = map[string]need{
	"chair":          asks("主持人", func(_ *org.Activity, p *org.Part) bool { return p.Chair != org.Who{} }),
	"recorder":       asks("记录人", func(_ *org.Activity, p *org.Part) bool { return p.Recorder != org.Who{} }),
	"lecturer":       asks("授课人", func(_ *org.Activity, p *org.Part) bool { return p.Lecturer != org.Who{} }),
	"place":          asks("地点", func(a *org.Activity, _ *org.Part) bool { return a.Place != "" }),
	"text":           asks("会议内容", func(_ *org.Activity, p *org.Part) bool { return p.Text != "" }),
	"basics":         asks("基本要求", func(_ *org.Activity, p *org.Part) bool { return len(p.Basics) > 0 }),
	"times":          asks("起止时间", func(_ *org.Activity, p *org.Part) bool { return p.Start != 0 || p.Length != "" || p.Minutes > 0 }),
	"title":          lacksSubject,
	"attendance":     lacksAttendance,
	"absence_reason": lacksReasons,
	"votes":          lacksVotes,
}

func needWords() []string { return sortedKeys(needs) }

// asks is the need of a thing that is there or not.
func asks(what string, has func(*org.Activity, *org.Part) bool) need {
	return func(_ *check, a *org.Activity, part int) string {
		if has(a, &a.Parts[part-1]) {
			return ""
		}
		return what
	}
}

// lacksSubject asks what a part was about, said by itself or by the name of the
// activity; a name that is only the word of a kind says nothing.
func lacksSubject(_ *check, a *org.Activity, part int) string {
	p, what := &a.Parts[part-1], "题目"
	if p.Kind == org.ThemeDay {
		what = "主题"
	}
	if _, err := org.ParsePartKind(a.Title); p.Title != "" || err != nil {
		return ""
	}
	return what
}

// lacksAttendance asks for somebody due, and for a word about everybody who is:
// 应到 and 实到 follow from that.
func lacksAttendance(c *check, a *org.Activity, part int) string {
	due := 0
	var silent []org.PersonID
	eachRow(a, part, func(r *org.Attendance) {
		if !r.Due {
			return
		}
		due++
		if r.Status == org.NotAsked {
			silent = append(silent, r.Person)
		}
	})
	switch {
	case due == 0:
		return "到会情况"
	case len(silent) > 0:
		return "到会情况（" + c.names(silent, a.Parts[part-1].Date) + "）"
	}
	return ""
}

// lacksReasons asks why those are not there who asked leave; 缺席 with nothing
// beside it says itself that there was no reason.
func lacksReasons(c *check, a *org.Activity, part int) string {
	var silent []org.PersonID
	eachRow(a, part, func(r *org.Attendance) {
		if r.Due && r.Status == org.Leave && r.Reason == "" && r.Text == "" {
			silent = append(silent, r.Person)
		}
	})
	if len(silent) == 0 {
		return ""
	}
	return "请假原因（" + c.names(silent, a.Parts[part-1].Date) + "）"
}

// lacksVotes asks the numbers of each resolution: who could vote, who came, and
// how they voted.
func lacksVotes(_ *check, a *org.Activity, part int) string {
	for i := range a.Parts[part-1].Votes {
		v := &a.Parts[part-1].Votes[i]
		counted := v.Yes+v.No+v.Abstain > 0 || v.Election != nil && v.Election.Valid > 0 && len(v.Election.Candidates) > 0
		if v.Present == 0 || !counted {
			return "“" + v.Title + "”的表决人数"
		}
	}
	return ""
}
