package rules

import "branchbook/store/org"

// PersonHours is one member's study of a year of hours: what counted, what is
// owed, and why.
type PersonHours struct {
	Person     org.PersonID
	Applies    bool           // a target applies on the asked day
	Target     org.Hours      // 应修; 0 for none
	TargetWhy  string         // why this target, or none, in Chinese
	TargetRule string         // id of the rule; "" for none
	Notice     string         // that the plan behind the target is over
	Counted    org.Hours      // Training + Study
	Training   org.Hours      // 集中培训
	Study      org.Hours      // 集体学习
	Trainings  int            // activities with 集中培训 that counted
	Contents   []ContentHours // Counted by 内容类别, in the order of org.Contents, what names none last
	Met        bool           // the target is reached; false without one
	Short      org.Hours      // still owed, never negative
	Pace       org.Hours      // what an even pace would have by the asked day
	Ahead      Forecast       // what is still planned; of whoever has a target
	Lines      []HourLine     // chronologically: each part that the person has a record at
}

// ContentHours is what counted of one content category (内容类别); "" is what
// names none.
type ContentHours struct {
	Content org.Content
	Hours   org.Hours
}

// HourLine is what one part gave one person.
type HourLine struct {
	Activity org.ActivityID
	Part     int // from 1
	Date     org.Date
	Form     org.Form
	Content  org.Content
	Full     org.Hours // before rounding and the cap of the day
	Hours    org.Hours // counted
	Why      HourWhy   // why not, or not all; "" when all counted
}

// HourWhy is why a part gave no hours, or not all.
type HourWhy string

// Reasons.
const (
	WhyNotThere  HourWhy = "not_there"
	WhyOnline    HourWhy = "online"
	WhyNotYet    HourWhy = "not_yet"
	WhyGone      HourWhy = "gone"
	WhyKind      HourWhy = "kind"
	WhyForm      HourWhy = "form"
	WhyNoMinutes HourWhy = "no_minutes"
	WhyNoProof   HourWhy = "no_proof"
	WhyRounded   HourWhy = "rounded"
	WhyCap       HourWhy = "cap"
)

// HourWhys lists the reasons.
func HourWhys() []HourWhy {
	return []HourWhy{WhyNotThere, WhyOnline, WhyNotYet, WhyGone, WhyKind, WhyForm, WhyNoMinutes, WhyNoProof, WhyRounded, WhyCap}
}

// Chinese returns the words on screen.
func (w HourWhy) Chinese() string {
	return map[HourWhy]string{
		WhyNotThere: "未到会", WhyOnline: "线上参加不计", WhyNotYet: "当日组织关系不在本支部或不是党员", WhyGone: "当日已离开本支部",
		WhyKind: "此类活动不计学时", WhyForm: "不是集中培训或集体学习", WhyNoMinutes: "没有时长", WhyNoProof: "他处学时没有证明材料",
		WhyRounded: "不足半学时的部分不计", WhyCap: "超过当日上限",
	}[w]
}

// PartHours returns what a part of an activity, counted from 1, gives to
// somebody who was there from start to end, before any cap, with its form; why
// says why it gives nothing.
func (p *Pack) PartHours(a *org.Activity, part int) (h org.Hours, form org.Form, why HourWhy) {
	at := &a.Parts[part-1]
	return p.at(at.Date).facts.worthOf(a, at)
}

// worthOf is worth for a part of an activity, which may lack the proof that it
// needs.
func (f *facts) worthOf(a *org.Activity, part *org.Part) (org.Hours, org.Form, HourWhy) {
	h, form, why := f.worth(part)
	if f.proof && part.Kind == org.CreditedElse && a.Proof == "" && why != WhyKind && why != WhyForm {
		return 0, form, WhyNoProof
	}
	return h, form, why
}

// worth is what a part gives by itself, before any cap.
func (f *facts) worth(part *org.Part) (org.Hours, org.Form, HourWhy) {
	form := f.formOf(part)
	switch {
	case f.never[part.Kind]:
		return 0, form, WhyKind
	case !countsForm(form):
		return 0, form, WhyForm
	}
	full := f.length(part)
	if full == 0 {
		return 0, form, WhyNoMinutes
	}
	h := f.rounded(part, full)
	if h == 0 {
		return 0, form, WhyRounded
	}
	return h, form, ""
}

// length is the length of a part in 学时. Half a day or a day said as such wins
// over times; certified hours are taken as certified.
func (f *facts) length(part *org.Part) org.Hours {
	switch {
	case certified(part):
		return part.Certified
	case part.Length == org.HalfDay:
		return f.halfDay
	case part.Length == org.FullDay:
		return f.fullDay
	}
	return f.inUnits(part.Duration())
}

func (f *facts) inUnits(m org.Minutes) org.Hours {
	if f.unit == 0 {
		return 0
	}
	return m.Hours(f.unit)
}

// rounded is what counts of the length of a part; what is certified counts as
// certified.
func (f *facts) rounded(part *org.Part, h org.Hours) org.Hours {
	if !f.halves || certified(part) {
		return h
	}
	return h - h%(org.Hour/2)
}

// certified tells whether somebody else has said what a part is worth: no cap
// and no minutes change that.
func certified(part *org.Part) bool { return part.Kind == org.CreditedElse && part.Certified > 0 }
