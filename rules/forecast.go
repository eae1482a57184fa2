package rules

import (
	"slices"

	"branchbook/store/org"
)

// Forecast is what is still planned in the year after the asked day that would
// give somebody hours: activities entered as planned, and of the year's plan
// (年度计划) what no activity stands for yet.
type Forecast struct {
	Kinds   []KindCount // by the first part that counts, in the order of org.PartKinds
	Count   int         // activities
	Hours   org.Hours   // what those of known length would give
	Unknown int         // activities of which some length is not known; Hours lacks it
}

// KindCount is a number of activities of one kind.
type KindCount struct {
	Kind  org.PartKind
	Count int
}

// ahead is what is planned after the asked day, for everybody.
type ahead struct {
	activities []aheadParts // chronologically, what the plan alone names last
	kinds      []org.PartKind
}

// aheadParts are the parts of one activity.
type aheadParts []aheadPart

// aheadPart is one part that would count.
type aheadPart struct {
	kind      org.PartKind
	audience  *org.Audience
	named     map[org.PersonID]bool
	date      org.Date  // 0: the plan names no day
	hours     org.Hours // 0: nobody knows
	perDay    org.Hours
	certified bool
}

// planned gathers what comes after the asked day and would count.
func (v *view) planned() *ahead {
	c := &ahead{kinds: org.PartKinds()}
	usual := v.usualLengths()
	for _, a := range v.plannedActivities() {
		var parts aheadParts
		for i := range a.Parts {
			if p, ok := v.aheadPart(a, &a.Parts[i], usual); ok {
				parts = append(parts, p)
			}
		}
		if len(parts) > 0 {
			c.activities = append(c.activities, parts)
		}
	}
	f := &v.p.at(v.asOf).facts
	for _, kind := range v.planOnly() {
		if audience := v.usualAudience(kind); audience != nil && f.counts(kind) {
			c.activities = append(c.activities, aheadParts{{kind: kind, audience: audience, hours: usual[kind]}})
		}
	}
	return c
}

// plannedActivities lists the activities entered as planned that have a part
// after the asked day, by their first day.
func (v *view) plannedActivities() []*org.Activity {
	var out []*org.Activity
	for _, a := range v.s.Activities {
		if a.State == org.Planned && a.To() > v.asOf && a.From() <= v.last {
			out = append(out, a)
		}
	}
	slices.SortStableFunc(out, func(a, b *org.Activity) int { return int(a.From() - b.From()) })
	return out
}

// aheadPart is a part of a planned activity, if it lies after the asked day and
// would count. Without times it has the usual length of its kind.
func (v *view) aheadPart(a *org.Activity, p *org.Part, usual map[org.PartKind]org.Hours) (aheadPart, bool) {
	f := &v.p.at(p.Date).facts
	h, _, why := f.worthOf(a, p)
	if why == WhyNoMinutes {
		h, why = f.rounded(p, usual[p.Kind]), ""
	}
	c := aheadPart{kind: p.Kind, audience: &p.Audience, named: nameSet(&p.Audience), date: p.Date, hours: h, perDay: f.perDay, certified: certified(p)}
	return c, why == "" && p.Date > v.asOf && p.Date <= v.last
}

// counts tells whether parts of a kind count that say no form of their own.
func (f *facts) counts(kind org.PartKind) bool { return !f.never[kind] && countsForm(f.form[kind]) }

// usualLengths is how long parts of each kind were that were held in the year:
// the middle one, of two the shorter.
func (v *view) usualLengths() map[org.PartKind]org.Hours {
	held := map[org.PartKind][]org.Hours{}
	for i := range v.parts {
		p := &v.parts[i]
		if h, _, why := v.p.at(p.Date).facts.worthOf(p.a, p.Part); why == "" {
			held[p.Kind] = append(held[p.Kind], h)
		}
	}
	out := make(map[org.PartKind]org.Hours, len(held))
	for kind, list := range held {
		slices.Sort(list)
		out[kind] = list[(len(list)-1)/2]
	}
	return out
}

// usualAudience is for whom a kind of activity is by its nature; nil where the
// plan's item alone does not tell, as of a training for some.
func (v *view) usualAudience(kind org.PartKind) *org.Audience {
	switch kind {
	case org.Assembly, org.ThemeDay, org.Lecture, org.GroupStudy, org.Training:
		return &org.Audience{Kind: org.ForAll}
	case org.CommitteeMtg:
		return &org.Audience{Kind: org.ForCommittee}
	case org.GroupMeeting:
		a := &org.Audience{Kind: org.ForGroups}
		for _, g := range v.groups(v.asOf) {
			a.Groups = append(a.Groups, g.ID)
		}
		return a
	}
	return nil
}

// of is what a member would be due at, as the member is on the asked day.
func (c *ahead) of(f *facts, m *member, day org.Date) Forecast {
	var out Forecast
	if why, _ := f.notDue(m, day, true); why != "" {
		return out
	}
	count := map[org.PartKind]int{}
	var today dayCap
	for _, parts := range c.activities {
		kind, hours, known := parts.of(m, day, &today)
		if kind == "" {
			continue
		}
		count[kind]++
		out.Count++
		out.Hours += hours
		if !known {
			out.Unknown++
		}
	}
	for _, kind := range c.kinds {
		if n := count[kind]; n > 0 {
			out.Kinds = append(out.Kinds, KindCount{kind, n})
		}
	}
	return out
}

// of is what one activity would give a member, by its first part that is for
// the member; kind is "" if none is, known says that every length is.
func (list aheadParts) of(m *member, day org.Date, today *dayCap) (kind org.PartKind, hours org.Hours, known bool) {
	known = true
	for i := range list {
		p := &list[i]
		if !m.invited(p.audience, day, p.named) {
			continue
		}
		if kind == "" {
			kind = p.kind
		}
		known = known && p.hours > 0
		if p.date == 0 || p.certified {
			hours += p.hours
		} else {
			hours += today.under(p.date, p.hours, p.perDay)
		}
	}
	return kind, hours, known
}
