package org

import "strconv"

// Activity is one event that people came to (活动). It has one or more parts,
// numbered from 1 in the order of the list: a lecture inside an assembly, the
// committee before it, the three days of a class. Study credited elsewhere
// (他处学时) is an activity whose part says how many 学时 were certified.
type Activity struct {
	ID         ActivityID    `json:"id"`
	Rev        Rev           `json:"rev"`
	State      ActivityState `json:"state"`
	Title      string        `json:"title"`
	Place      string        `json:"place,omitempty"`
	Organiser  string        `json:"organiser,omitempty"` // 主办单位, empty for the branch itself
	Level      Level         `json:"level"`
	Entered    Date          `json:"entered"`                // the day of the first save as held, so that 补录 shows
	For        ActivityID    `json:"for_activity,omitempty"` // what this one makes up for: 补课, 送学上门, 异地参加
	Source     string        `json:"source,omitempty"`       // 他处学时: where it was earned
	Proof      string        `json:"proof,omitempty"`        // certificate, notice, printout
	Season     Season        `json:"season,omitempty"`       // 冬训、春训
	Note       string        `json:"note,omitempty"`
	Parts      []Part        `json:"parts"`
	Attendance []Attendance  `json:"attendance,omitempty"`
}

// Attendance is what one person did at an activity. A row with Part 0 holds
// for every part; a row with a part number holds for that part alone and wins
// over the other. Due and the two facts beside it are kept as judged on the
// day: later corrections of spells never change them.
type Attendance struct {
	Person  PersonID   `json:"person"`
	Part    int        `json:"part,omitempty"`
	Due     bool       `json:"due,omitempty"`      // 应到
	MayVote bool       `json:"may_vote,omitempty"` // 有表决权
	As      SpellValue `json:"as,omitempty"`       // category on the day: full, probationary …
	Status  Status     `json:"status"`
	Reason  Reason     `json:"reason,omitempty"`  // of leave or absence
	Minutes Minutes    `json:"minutes,omitempty"` // if it differs from the part's length
	Text    string     `json:"text,omitempty"`
}

// ActivityState is planned, held or cancelled.
type ActivityState string

// States of an activity.
const (
	Planned   ActivityState = "planned"
	Held      ActivityState = "held"
	Cancelled ActivityState = "cancelled"
)

var activityStates = enum[ActivityState]{{Held, "已开展", []string{"已召开"}}, {Planned, "计划", nil}, {Cancelled, "已取消", []string{"取消"}}}

// Chinese returns the word on screen.
func (s ActivityState) Chinese() string { return activityStates.label(s) }

// ParseActivityState reads the English or the Chinese word.
func ParseActivityState(s string) (ActivityState, error) { return activityStates.parse("state", s) }

// Level is the level of the organiser.
type Level string

// Levels, from the branch upwards.
const (
	LevelBranch   Level = "branch"
	LevelTown     Level = "town"
	LevelCounty   Level = "county"
	LevelCity     Level = "city"
	LevelProvince Level = "province"
	LevelCentral  Level = "central"
)

var levels = enum[Level]{
	{LevelBranch, "支部", []string{"本支部"}}, {LevelTown, "乡镇街道党委", []string{"街镇", "乡镇", "街道", "基层党委"}}, {LevelCounty, "区县", []string{"县级", "区", "县"}},
	{LevelCity, "市", []string{"市级"}}, {LevelProvince, "省", []string{"省级"}}, {LevelCentral, "中央", nil},
}

// Levels lists the levels from the branch upwards.
func Levels() []Level { return levels.values() }

// Rank counts upwards from 1 for the branch; 0 for an unknown level.
func (l Level) Rank() int {
	for i, w := range levels {
		if w.v == l {
			return i + 1
		}
	}
	return 0
}

// Chinese returns the official word.
func (l Level) Chinese() string { return levels.label(l) }

// ParseLevel reads the English or the Chinese word.
func ParseLevel(s string) (Level, error) { return levels.parse("level", s) }

// Season tags winter and spring training (冬训春训).
type Season string

// Seasons of training.
const (
	Winter Season = "winter"
	Spring Season = "spring"
)

var seasons = enum[Season]{{Winter, "冬训", nil}, {Spring, "春训", nil}}

// Chinese returns 冬训 or 春训.
func (s Season) Chinese() string { return seasons.label(s) }

// ParseSeason reads the English or the Chinese word.
func ParseSeason(s string) (Season, error) { return seasons.parse("season", s) }

// Status is what a person did.
type Status string

// Statuses. NotAsked is for a part that somebody in the activity had no part
// in; it is neither presence nor absence.
const (
	Present  Status = "present"
	Leave    Status = "leave"
	Absent   Status = "absent"
	Late     Status = "late"
	LeftSoon Status = "left_early"
	Online   Status = "online"
	NotAsked Status = "none"
)

var statuses = enum[Status]{
	{Present, "出席", []string{"到会", "参加"}}, {Leave, "请假", nil}, {Absent, "缺席", nil}, {Late, "迟到", nil},
	{LeftSoon, "早退", nil}, {Online, "线上", []string{"线上参加"}}, {NotAsked, "不需参加", []string{"未参加"}},
}

// Statuses lists the statuses in pick-list order.
func Statuses() []Status { return statuses.values() }

// Chinese returns the official word.
func (s Status) Chinese() string { return statuses.label(s) }

// ParseStatus reads the English or the Chinese word.
func ParseStatus(s string) (Status, error) { return statuses.parse("status", s) }

// There tells whether the person took part: 出席, 迟到, 早退 or 线上.
func (s Status) There() bool {
	return s == Present || s == Late || s == LeftSoon || s == Online
}

// Reason is the class of a reason for leave or absence.
type Reason string

// Reasons.
const (
	ReasonSick    Reason = "sick"
	ReasonPrivate Reason = "private"
	ReasonDuty    Reason = "duty"
	ReasonAway    Reason = "away"
	ReasonOther   Reason = "other"
)

var reasons = enum[Reason]{
	{ReasonSick, "病假", []string{"生病"}}, {ReasonPrivate, "事假", nil}, {ReasonDuty, "公差", []string{"出差", "学习培训", "出差或学习培训"}},
	{ReasonAway, "外出", []string{"外出务工"}}, {ReasonOther, "其他", nil},
}

// Reasons lists the reasons in pick-list order.
func Reasons() []Reason { return reasons.values() }

// Chinese returns the official word.
func (r Reason) Chinese() string { return reasons.label(r) }

// ParseReason reads the English or the Chinese word.
func ParseReason(s string) (Reason, error) { return reasons.parse("reason", s) }

// Ref implements Aggregate.
func (a *Activity) Ref() Ref { return Ref{KindActivity, string(a.ID), a.Rev} }

// From returns the first day of the activity.
func (a *Activity) From() Date {
	var d Date
	for i := range a.Parts {
		if p := &a.Parts[i]; d == 0 || p.Date < d {
			d = p.Date
		}
	}
	return d
}

// To returns the last day of the activity, inclusive.
func (a *Activity) To() Date {
	var d Date
	for i := range a.Parts {
		d = max(d, a.Parts[i].Date)
	}
	return d
}

// At returns what holds for a person at a part, numbered from 1.
func (a *Activity) At(p PersonID, part int) (Attendance, bool) {
	var found Attendance
	ok := false
	for i := range a.Attendance {
		if r := &a.Attendance[i]; r.Person == p {
			if r.Part == part {
				return *r, true
			}
			if r.Part == 0 {
				found, ok = *r, true
			}
		}
	}
	return found, ok
}

// Validate checks shape and limits.
func (a *Activity) Validate() error {
	if a.ID == "" || a.Title == "" {
		return &Invalid{"title", WhyEmpty}
	}
	if a.For == a.ID {
		return &Invalid{"for_activity", WhyChoice}
	}
	if len(a.Parts) == 0 {
		return &Invalid{"parts", WhyEmpty}
	}
	if len(a.Parts) > 60 {
		return &Invalid{"parts", WhyLong}
	}
	if err := activityStates.check("state", a.State); err != nil {
		return err
	}
	if err := levels.check("level", a.Level); err != nil {
		return err
	}
	if err := seasons.optional("season", a.Season); err != nil {
		return err
	}
	if err := checkTexts(textField{"title", a.Title, MaxLine}, textField{"place", a.Place, MaxLine}, textField{"organiser", a.Organiser, MaxLine},
		textField{"source", a.Source, MaxLine}, textField{"proof", a.Proof, MaxLine}, textField{"note", a.Note, MaxText}); err != nil {
		return err
	}
	for i := range a.Parts {
		if err := a.Parts[i].Validate(); err != nil {
			return In("parts["+strconv.Itoa(i)+"]", err)
		}
	}
	return a.validateAttendance()
}

func (a *Activity) validateAttendance() error {
	if len(a.Attendance) > MaxList*10 {
		return &Invalid{"attendance", WhyLong}
	}
	type key struct {
		p    PersonID
		part int
	}
	seen := make(map[key]bool, len(a.Attendance))
	for i := range a.Attendance {
		r := &a.Attendance[i]
		field := "attendance[" + strconv.Itoa(i) + "]"
		if r.Person == "" || r.Part < 0 || r.Part > len(a.Parts) {
			return &Invalid{field, WhyUnknown}
		}
		if seen[key{r.Person, r.Part}] {
			return &Invalid{field, WhyTwice}
		}
		seen[key{r.Person, r.Part}] = true
		if err := r.validate(); err != nil {
			return In(field, err)
		}
	}
	return nil
}

func (r *Attendance) validate() error {
	if err := statuses.check("status", r.Status); err != nil {
		return err
	}
	if err := reasons.optional("reason", r.Reason); err != nil {
		return err
	}
	if r.As != "" {
		if err := spellValues[SpellCategory].check("as", r.As); err != nil {
			return err
		}
	}
	if r.Minutes < 0 || r.Minutes > 24*60 {
		return &Invalid{"minutes", WhyNumber}
	}
	return checkText("text", r.Text, MaxLine)
}
