package rules

import (
	"slices"

	"branchbook/store/org"
)

// facts are the rules of an era that other rules build on, ready for use.
type facts struct {
	counting  *Rule
	form      map[org.PartKind]org.Form
	never     map[org.PartKind]bool // kinds that count for no hours
	unit      int
	halfDay   org.Hours
	fullDay   org.Hours
	perDay    org.Hours // at most per person and date
	halves    bool      // minutes are rounded down to half a 学时
	online    bool
	proof     bool // 他处学时 needs a proof
	proRata   bool
	starts    yearDay // the first day of a year of hours
	lateAfter int

	due         *Rule
	categories  []org.SpellValue // who is a member for attendance
	floating    Bound            // months out after which somebody is not due
	lostStays   bool             // lost contact: due all the same
	exemption   *Rule
	exempt      []org.SpellValue
	freesHours  bool
	freesMeet   bool
	committee   *Rule
	seats       Bound // people with a post
	ordinary    Bound // of them 委员
	term        *Rule
	probation   *Rule // how long one is 预备党员
	countryKind []org.BranchKind
}

// readFacts picks the rules of the fact kinds; of several of one kind the last
// named counts.
func (e *era) readFacts() facts {
	var f facts
	for _, r := range e.rules {
		switch r.Kind {
		case "counting":
			f.readCounting(r)
		case "due":
			f.due, f.categories, f.floating, f.lostStays = r, typed[org.SpellValue](r.words("categories")), r.bound("floating_months"), r.yes("lost_due")
		case "exemption":
			f.exemption, f.exempt, f.freesHours, f.freesMeet = r, typed[org.SpellValue](r.words("classes")), r.yes("from_hours"), r.yes("from_meetings")
		case "committee":
			f.committee, f.seats, f.ordinary = r, r.bound("posts"), r.bound("ordinary")
		case "spell":
			if r.limitsProbation() {
				f.probation = r
			}
		case "term":
			f.term, f.countryKind = r, typed[org.BranchKind](r.words("rural_kinds"))
		}
	}
	return f
}

func (f *facts) readCounting(r *Rule) {
	f.counting, f.form, f.never = r, map[org.PartKind]org.Form{}, map[org.PartKind]bool{}
	for k, v := range r.forms() {
		f.form[org.PartKind(k)] = org.Form(v)
	}
	for _, k := range r.words("not_counted") {
		f.never[org.PartKind(k)] = true
	}
	f.unit = int(r.number("unit_minutes"))
	f.halfDay, f.fullDay, f.perDay = r.hours("half_day"), r.hours("day"), r.hours("per_day")
	f.halves, f.online, f.proof, f.proRata = r.word("rounding") == roundHalf, r.yes("online"), r.yes("proof"), r.yes("pro_rata")
	f.starts = r.yearDay("year_start")
	f.lateAfter = int(r.number("late_after_days"))
}

// exemptOn returns the exemption that holds on the day, nil if none does.
func (f *facts) exemptOn(m *member, day org.Date) *fact {
	if f.exemption == nil {
		return nil
	}
	return m.one(org.SpellExemption, day, f.exempt...)
}

// awayLong tells whether somebody has been out for longer than the rule says.
func (f *facts) awayLong(m *member, day org.Date) bool {
	if f.floating.None() {
		return false
	}
	for i := range m.facts {
		s := &m.facts[i]
		if s.Kind == org.SpellFloating && s.Value.Away() && s.holds(day) && overMonths(f.floating, s.from, day) {
			return true
		}
	}
	return false
}

// overMonths tells whether the months from one day to another meet the bound.
// "> 6" is met from the day after the same day six months later. A from that is
// not known lies before any day.
func overMonths(b Bound, from, day org.Date) bool {
	limit := from.AddMonths(int(b.Times(1)))
	return day > limit || day == limit && b.Op == ">="
}

// hasCommittee tells whether the posts of a day make a committee.
func (f *facts) hasCommittee(members []member, day org.Date) bool {
	if f.committee == nil {
		return false
	}
	var posts, ordinary int64
	for i := range members {
		m := &members[i]
		if !m.counts(day) || m.one(org.SpellPost, day, leading...) == nil {
			continue
		}
		posts++
		if m.one(org.SpellPost, day, org.Committee) != nil {
			ordinary++
		}
	}
	return f.seats.Met(posts, 1) && f.ordinary.Met(ordinary, 1)
}

// leading are the posts of a committee (书记和班子成员).
var leading = []org.SpellValue{org.Secretary, org.Deputy, org.Committee}

// countsForm tells whether a form ever counts towards the yearly hours: the
// clause says 集中培训和集体学习.
func countsForm(f org.Form) bool { return f == org.FormTraining || f == org.FormStudy }

// formOf is the form of a part: its own, or that of its kind.
func (f *facts) formOf(p *org.Part) org.Form {
	if p.Form != "" {
		return p.Form
	}
	return f.form[p.Kind]
}

// FormOf returns the form that a part of the kind has unless it says another;
// "" if the kind has none.
func (p *Pack) FormOf(k org.PartKind) org.Form { return p.at(p.day).facts.form[k] }

// Late tells whether an activity was entered so late that it shows 补录.
func (p *Pack) Late(a *org.Activity) bool {
	f := &p.at(p.day).facts
	return a.State == org.Held && a.Entered != 0 && f.counting != nil && a.Entered > a.To().AddDays(f.lateAfter)
}

// Committee tells whether the posts of a day make a committee (支委会).
func (p *Pack) Committee(s *org.Snapshot, day org.Date) bool {
	return p.at(day).facts.hasCommittee(newMembers(s.Persons), day)
}

// TermYears returns how many years a committee of a branch of the kind usually
// serves; 0 if no rule says it.
func (p *Pack) TermYears(k org.BranchKind) int {
	f := &p.at(p.day).facts
	if f.term == nil {
		return 0
	}
	if slices.Contains(f.countryKind, k) {
		return int(f.term.number("rural_years"))
	}
	return int(f.term.number("years"))
}
