package rules

import (
	"slices"

	"branchbook/store/org"
)

// Duty says of one person whether attendance at a part is due and whether the
// person may vote there. The two are independent: an exempt full member need
// not come, and may vote.
type Duty struct {
	Person  org.PersonID
	As      org.SpellValue // category on the day
	Due     bool           // 应到
	MayVote bool           // 有表决权
	Why     NotDueWhy      // why not due; "" when due
	NoVote  NoVoteWhy      // why no vote; "" when the person may
	Rule    string         // id of the rule that takes the person out; may be empty
}

// NotDueWhy is why somebody is not due.
type NotDueWhy string

// Reasons, in the order in which they are looked for.
const (
	NoCategory  NotDueWhy = "no_category" // nobody has said yet what the person is
	NotMember   NotDueWhy = "not_member"
	IsGuest     NotDueWhy = "guest"
	NotAudience NotDueWhy = "not_audience"
	IsSuspended NotDueWhy = "suspended"
	IsExempt    NotDueWhy = "exempt"
	IsLost      NotDueWhy = "lost"
	IsAway      NotDueWhy = "away"
)

// Chinese returns the words on screen.
func (w NotDueWhy) Chinese() string {
	return map[NotDueWhy]string{
		NoCategory: "类别未填", NotMember: "不是党员", IsGuest: "组织关系不在本支部", NotAudience: "不在应到范围", IsSuspended: "停止党籍",
		IsExempt: "不作硬性要求", IsLost: "失去联系", IsAway: "流动党员，外出时间较长",
	}[w]
}

// NoVoteWhy is why somebody has no vote.
type NoVoteWhy string

// Reasons.
const (
	VoteNotFull     NoVoteWhy = "not_full"
	VoteNotAudience NoVoteWhy = "not_audience"
	VoteElsewhere   NoVoteWhy = "elsewhere"
	VoteProbation   NoVoteWhy = "probation"
	VoteRights      NoVoteWhy = "no_rights"
	VoteSuspended   NoVoteWhy = "suspended"
)

// Chinese returns the words on screen.
func (w NoVoteWhy) Chinese() string {
	return map[NoVoteWhy]string{
		VoteNotFull: "不是正式党员", VoteNotAudience: "不在应到范围", VoteElsewhere: "组织关系不在本支部",
		VoteProbation: "留党察看", VoteRights: "党员权利中止", VoteSuspended: "停止党籍",
	}[w]
}

// Due judges everybody whom the branch has on the part's day, in roster order:
// members, those on the way to membership, and guests. Whoever has left, or
// has not come yet, is not listed.
func Due(p *Pack, s *org.Snapshot, part *org.Part) []Duty {
	f := &p.at(part.Date).facts
	named := nameSet(&part.Audience)
	out := make([]Duty, 0, len(s.Persons))
	for i := range s.Persons {
		m := newMember(s.Persons[i])
		if m.here(part.Date) {
			out = append(out, f.duty(&m, part, named))
		}
	}
	return out
}

func nameSet(a *org.Audience) map[org.PersonID]bool {
	set := make(map[org.PersonID]bool, len(a.Persons))
	for _, id := range a.Persons {
		set[id] = true
	}
	return set
}

// here tells whether the branch has the person on the day. Somebody on the way
// to membership, or a guest, may have no belonging at all; the category says it.
func (m *member) here(day org.Date) bool {
	if m.one(org.SpellBelonging, day) != nil {
		return true
	}
	if slices.ContainsFunc(m.p.Spells, func(s org.Spell) bool { return s.Kind == org.SpellBelonging }) {
		return false
	}
	c := m.category(day)
	return c != "" && !isMember(c)
}

func (f *facts) duty(m *member, part *org.Part, named map[org.PersonID]bool) Duty {
	d := Duty{Person: m.p.ID, As: m.category(part.Date)}
	in := m.invited(&part.Audience, part.Date, named)
	d.Why, d.Rule = f.notDue(m, part.Date, in)
	d.Due = d.Why == ""
	d.NoVote = m.noVote(part.Date, in)
	d.MayVote = d.NoVote == ""
	return d
}

// invited tells whether the part is for the person.
func (m *member) invited(a *org.Audience, day org.Date, named map[org.PersonID]bool) bool {
	switch a.Kind {
	case org.ForCommittee:
		return m.one(org.SpellPost, day, leading...) != nil
	case org.ForGroups:
		g := m.as(org.SpellGroup, day)
		return g != nil && slices.Contains(a.Groups, g.Group)
	case org.ForNamed:
		return named[m.p.ID]
	}
	return true
}

func (f *facts) notDue(m *member, day org.Date, invited bool) (NotDueWhy, string) {
	switch {
	case m.visits(day):
		return IsGuest, ""
	case m.p.Unsorted():
		return NoCategory, ""
	case !m.counts(day) || f.due != nil && !slices.Contains(f.categories, m.category(day)):
		return NotMember, ""
	case !invited:
		return NotAudience, ""
	case m.stands(day, org.StandSuspended):
		return IsSuspended, ""
	case f.freesMeet && f.exemptOn(m, day) != nil:
		return IsExempt, f.exemption.ID
	case !f.lostStays && m.one(org.SpellLost, day) != nil:
		return IsLost, ""
	case f.awayLong(m, day):
		return IsAway, f.due.ID
	}
	return "", ""
}

// noVote says why the person has no vote; "" for a full member of this branch
// with all rights.
func (m *member) noVote(day org.Date, invited bool) NoVoteWhy {
	switch {
	case m.visits(day):
		return VoteElsewhere
	case !m.counts(day) || m.category(day) != org.FullMember:
		return VoteNotFull
	case !invited:
		return VoteNotAudience
	case m.stands(day, org.StandProbation):
		return VoteProbation
	case m.stands(day, org.StandRights):
		return VoteRights
	case m.stands(day, org.StandSuspended):
		return VoteSuspended
	}
	return ""
}

func (m *member) stands(day org.Date, v org.SpellValue) bool {
	s := m.as(org.SpellStanding, day)
	return s != nil && s.Value == v
}
