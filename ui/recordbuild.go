package ui

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"branchbook/rules"
	"branchbook/store/match"
	"branchbook/store/org"
	"branchbook/ui/say"
)

// fault is what is wrong in the form: at a field of a part, counted from 0, or
// of the whole activity.
type fault struct {
	part  int // -1: of the whole
	field string
	words string
}

// built is an activity made from a draft, and which of its parts each part of
// the draft became.
type built struct {
	*org.Activity
	became [][]int // counted from 1
	faults []fault
}

// build makes the activity that a draft stands for. With faults it cannot be
// saved.
func (k *desk) build(d *draft) *built {
	b := &built{Activity: org.Copy(&d.base, d.base.Rev).(*org.Activity)}
	b.Title, b.Place, b.Organiser = strings.TrimSpace(b.Title), strings.TrimSpace(b.Place), strings.TrimSpace(b.Organiser)
	for i := range d.parts {
		p := k.part(b, d, i)
		first, second, split := splitNight(p)
		b.Parts = append(b.Parts, first)
		became := []int{len(b.Parts)}
		if split {
			b.Parts = append(b.Parts, second)
			became = append(became, len(b.Parts))
		}
		b.became = append(b.became, became)
	}
	if b.State == org.Held {
		k.sit(b, d)
		k.count(b, d)
		k.comeYet(b, d)
	}
	b.check()
	return b
}

// longest is how long a meeting past midnight may be, in minutes; beyond it, the
// times were mistyped.
const longest = 6 * 60

// splitNight is SplitMidnight for a meeting that may really have gone on past
// midnight; any other stays whole, and its end is wrong.
func splitNight(p org.Part) (first, second org.Part, split bool) {
	if p.Start != 0 && p.End != 0 && p.End < p.Start && int(org.Midnight-p.Start)+p.End.Minute() > longest {
		return p, org.Part{}, false
	}
	return org.SplitMidnight(p)
}

// comeYet blames what cannot have been held yet: at its day, or at its end if
// the day has come and the end is past midnight.
func (k *desk) comeYet(b *built, d *draft) {
	for i := range d.parts {
		last := b.became[i][len(b.became[i])-1]
		switch {
		case d.parts[i].Date > k.today:
			b.blame(i, "date", "这一天还没有到。还没开的活动，请勾选“还没开，先列入计划”。")
		case b.Parts[last-1].Date > k.today:
			b.blame(i, "end", "照这样写，结束是在明天，还没有到。")
		}
	}
}

// part makes one part, and says what is wrong with the names in it.
func (k *desk) part(b *built, d *draft, i int) org.Part {
	p := d.parts[i].Part
	if len(d.parts) == 1 && d.old != nil && p.Title == d.old.Title {
		p.Title = b.Title // it was told twice, and stays so
	}
	for _, w := range []struct {
		field, typed string
		who          *org.Who
	}{{"chair", d.parts[i].chair, &p.Chair}, {"recorder", d.parts[i].recorder, &p.Recorder}, {"lecturer", d.parts[i].lecturer, &p.Lecturer}} {
		who, ok := k.named(w.typed, *w.who, p.Date)
		if !ok {
			b.blame(i, w.field, "这个姓名不止一个人，请在姓名后写上党小组，如“王伟（一组）”。")
		}
		*w.who = who
	}
	switch {
	case p.Audience.Kind == org.ForGroups && len(p.Audience.Groups) == 0:
		b.blame(i, "audience", "请选择是哪个党小组。")
	case p.Audience.Kind == org.ForNamed && len(p.Audience.Persons) == 0 && b.State == org.Held:
		b.blame(i, "audience", "请点选参加的人。")
	}
	return p
}

// named finds who is meant in a field: what was there before if the words are
// the same, somebody of the branch, or else somebody from outside.
func (k *desk) named(typed string, was org.Who, day org.Date) (org.Who, bool) {
	typed = strings.TrimSpace(typed)
	if typed == "" || typed == k.who(was, day) {
		if typed == "" {
			was = org.Who{}
		}
		return was, true
	}
	id, err := match.Name(k.Persons, k.Branch, day, typed)
	var two *match.Ambiguous
	switch {
	case err == nil:
		return org.Who{Person: id}, true
	case errors.As(err, &two):
		return org.Who{}, false
	}
	return org.Who{Name: typed}, true
}

// sit gives everybody a row by who is due and by the marks.
func (k *desk) sit(b *built, d *draft) {
	b.Attendance = rules.Correct(k.pack, k.Snapshot, b.Activity, heldBefore(d.old), nil, org.Present)
	due := map[seat]bool{}
	for n := range b.Parts {
		for _, p := range k.Persons {
			if r, ok := b.At(p.ID, n+1); ok && r.Due {
				due[seat{p.ID, n + 1}], due[seat{p.ID, 0}] = true, true
			}
		}
	}
	var said []rules.Said
	for at, m := range d.marks {
		for _, n := range b.partsAt(at.part) {
			if due[seat{at.person, n}] || m.guest {
				said = append(said, rules.Said{Person: at.person, Part: n, Status: m.status, Reason: m.reason, Minutes: m.minutes, Text: m.text})
			}
		}
	}
	b.Attendance = rules.Correct(k.pack, k.Snapshot, b.Activity, heldBefore(d.old), said, org.Present)
}

// heldBefore is the record whose judgement of who is due stays; a plan has none.
func heldBefore(old *org.Activity) *org.Activity {
	if old == nil || old.State != org.Held {
		return nil
	}
	return old
}

// partsAt lists the parts that a part of the draft became; 0 stays all of it.
func (b *built) partsAt(part int) []int {
	if part == 0 {
		return []int{0}
	}
	return b.became[part-1]
}

// draftPart finds the part of the draft, counted from 0, that became a part.
func (b *built) draftPart(n int) int {
	return slices.IndexFunc(b.became, func(list []int) bool { return slices.Contains(list, n) })
}

func (b *built) blame(part int, field, words string) {
	b.faults = append(b.faults, fault{part, field, words})
}

// check adds what the vocabulary refuses.
func (b *built) check() {
	var inv *org.Invalid
	if !errors.As(b.Validate(), &inv) {
		return
	}
	part, field := -1, inv.Field
	if rest, ok := strings.CutPrefix(field, "parts["); ok {
		number, last, _ := strings.Cut(rest, "].")
		n, _ := strconv.Atoi(number)
		part, field = b.draftPart(n+1), last
	}
	if list, _, ok := strings.Cut(field, "["); ok {
		field = list
	}
	if field == "minutes" && part >= 0 { // one fault for three fields
		switch p := &b.Parts[b.became[part][0]-1]; {
		case p.Break < 0 || p.Break > 24*60:
			field = "break"
		case p.Certified != 0:
			field = "certified"
		}
	}
	if b.faulty(part, field) {
		return
	}
	b.blame(part, field, faultWords(field, inv.Why))
}

func (b *built) faulty(part int, field string) bool {
	return slices.ContainsFunc(b.faults, func(f fault) bool { return f.part == part && f.field == field })
}

// faultWords says in short what is wrong; the field stands beside it.
func faultWords(field string, why org.Why) string {
	switch {
	case field == "title" && why == org.WhyEmpty:
		return "请写主题"
	case field == "date":
		return "请填日期"
	case field == "end" && why == org.WhyTime:
		return "开始和结束请都填上，或都不填"
	case field == "end" && why == org.WhyOrder:
		return "结束要晚于开始"
	}
	return say.Field(field) + say.Why(why)
}

// twin finds another activity of the same kind on the same day for the same
// people among some.
func twin(a *org.Activity, among []*org.Activity) *org.Activity {
	for _, other := range among {
		if other.ID == a.ID || other.State != org.Held {
			continue
		}
		for i := range a.Parts {
			if slices.ContainsFunc(other.Parts, func(p org.Part) bool { return alike(&p, &a.Parts[i]) }) {
				return other
			}
		}
	}
	return nil
}

func alike(a, b *org.Part) bool {
	return a.Kind == b.Kind && a.Date == b.Date && rules.SameAudience(&a.Audience, &b.Audience)
}
