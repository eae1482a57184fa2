package rules

import (
	"fmt"
	"slices"
	"strings"

	"branchbook/store/org"
)

// voteKind judges resolutions by the numbers that their record keeps: whether
// enough of those entitled came (present), whether enough were for it (yes),
// and whether no more were elected than there are seats (seats). Each of the
// three makes a finding of its own. Whether a matter passed is only told: a
// vote that failed is nobody's omission.
var voteKind = kind{
	params: []param{
		{name: "votes", typ: typeWords, words: plain(org.VoteKinds()), required: true},
		{name: "meetings", typ: typeWords, words: partKindWords()},
		{name: "present", typ: typeBound, lo: 0, hi: 1},
		{name: "yes", typ: typeBound, lo: 0, hi: 1},
		{name: "base", typ: typeWord, words: []string{baseEntitled, basePresent}},
		{name: "seats", typ: typeYes},
	},
	lacks: lacksOneOf("present", "yes", "seats"),
	says:  true, places: []string{"matter", "entitled", "outcome"}, check: checkVote,
}

// What a majority is a share of.
const (
	baseEntitled = "entitled" // 应到会有表决权
	basePresent  = "present"  // 实到会有表决权
)

// ballot is one vote as recorded, or a meeting that takes none.
type ballot struct {
	h        *heldPart
	v        *org.Resolution // nil for a meeting as such
	matter   string
	entitled int64
	present  int64
	trace    []string
}

func checkVote(c *check, r *Rule) {
	for i := range c.parts {
		h := &c.parts[i]
		asked := slices.Contains(r.words("meetings"), string(h.Kind)) && !h.goesOn()
		if !asked && len(h.Votes) == 0 || !c.judges(onDay(h.Date)) || !c.toBranch(c.facts, r, h.Date) {
			continue
		}
		for j := range h.Votes {
			if v := &h.Votes[j]; slices.Contains(r.words("votes"), string(voteKindAt(h, v))) {
				asked = false
				c.ballot(r, c.ballotOf(h, v))
			}
		}
		if asked {
			c.meeting(r, h)
		}
	}
}

// Quorums tells which meetings and votes of an activity had fewer people than
// their rules ask for, as they will stand once it is saved.
func Quorums(p *Pack, s *org.Snapshot, a *org.Activity) []Finding {
	return slices.DeleteFunc(CheckYear(p, s.With(a), a.To().Year(), a.To()), func(f Finding) bool {
		return f.Kind != "vote" || f.Activity != a.ID || f.State == Done || f.Advice
	})
}

// onDay is a day as a period.
func onDay(day org.Date) period {
	p := limit(day, day)
	p.words = day.Chinese()
	return p
}

// voteKindAt is the kind of a vote; a plain one of the committee is 支委会议定.
func voteKindAt(h *heldPart, v *org.Resolution) org.VoteKind {
	if h.Kind == org.CommitteeMtg && v.Kind == org.VoteOrdinary {
		return org.VoteCommittee
	}
	return v.Kind
}

// ballotOf reads the bases of a vote. Whoever was left out without the
// superior's consent is among those entitled all the same.
func (c *check) ballotOf(h *heldPart, v *org.Resolution) *ballot {
	b := &ballot{h: h, v: v, matter: v.Title, entitled: int64(v.Entitled), present: int64(v.Present)}
	b.trace = []string{
		fmt.Sprintf("%s%s，表决“%s”（%s）", h.Date.Chinese(), h.Kind.Chinese(), v.Title, v.Kind.Chinese()),
		fmt.Sprintf("记录：应到会有表决权%d人，实到%d人；赞成%d，反对%d，弃权%d", v.Entitled, v.Present, v.Yes, v.No, v.Abstain),
	}
	if v.Written > 0 {
		b.trace = append(b.trace, fmt.Sprintf("其中会前书面意见%d票，统计在票数内，不算到会", v.Written))
	}
	if without := leftOut(v, false); len(without) > 0 {
		b.entitled += int64(len(without))
		b.trace = append(b.trace, fmt.Sprintf("%s没有计入应到会，未登记上级同意并经大会通过，仍应计算在内：%d＋%d＝%d人",
			c.names(without, h.Date), v.Entitled, len(without), b.entitled))
	}
	if with := leftOut(v, true); len(with) > 0 {
		b.trace = append(b.trace, c.names(with, h.Date)+"经上级同意并经大会通过，不计入应到会")
	}
	return b
}

// leftOut lists those left out of the base, with or without consent.
func leftOut(v *org.Resolution, consent bool) []org.PersonID {
	var out []org.PersonID
	for _, l := range v.LeftOut {
		if l.Consent == consent && !slices.Contains(out, l.Person) {
			out = append(out, l.Person)
		}
	}
	return out
}

// meeting judges a meeting by its attendance: of those who may vote at it by
// the record, or, where the record has no word of somebody, by what is known. A
// record without attendance is not known to have been a meeting of few.
func (c *check) meeting(r *Rule, h *heldPart) {
	b := &ballot{h: h, matter: h.Kind.Chinese()}
	rows, named := rowsAt(h.a, h.i+1), nameSet(&h.Audience)
	for i := range c.members {
		m := &c.members[i]
		row := rows[m.p.ID]
		if row == nil && m.invited(&h.Audience, h.Date, named) && m.noVote(h.Date, true) == "" || row != nil && row.MayVote {
			b.entitled++
		}
		if row != nil && row.MayVote && row.Status.There() {
			b.present++
		}
	}
	if len(rows) == 0 || b.entitled == 0 {
		return
	}
	b.trace = []string{fmt.Sprintf("%s%s，按到会记录：应到会有表决权%d人，实到%d人", h.Date.Chinese(), h.Kind.Chinese(), b.entitled, b.present)}
	c.ballot(r, b)
}

// ballot makes the findings of one vote.
func (c *check) ballot(r *Rule, b *ballot) {
	if need := r.bound("present"); !need.None() {
		f := c.ofBallot(r, b)
		f.Have, f.Need = b.present, max(1, need.Of(b.entitled))
		f.State = c.state(b.entitled > 0 && need.Met(b.present, b.entitled), onDay(b.h.Date))
		c.addBallot(r, f, b, "")
	}
	switch {
	case b.v == nil:
	case b.v.Election != nil:
		c.elected(r, b)
	case b.v.Kind != org.VoteElection && !r.bound("yes").None():
		c.majority(r, b, int64(b.v.Yes))
	}
}

// majority tells whether a matter had the votes that it needs.
func (c *check) majority(r *Rule, b *ballot, votes int64) {
	need, base := r.bound("yes"), b.entitled
	if r.word("base") == basePresent {
		base = b.present
	}
	f, outcome := c.ofBallot(r, b), "达到"
	f.Have, f.Need, f.Advice, f.State = votes, max(1, need.Of(base)), true, Done
	switch {
	case base > 0 && need.Met(votes, base):
	case saysLost(b.v.Text):
		outcome = "未达到，决议已写明没有通过"
	default:
		f.State, outcome = Running, "未达到"
	}
	c.addBallot(r, f, b, outcome)
}

// saysLost tells whether a decision says itself that the matter did not pass.
func saysLost(text string) bool {
	return slices.ContainsFunc([]string{"未通过", "没有通过"}, func(w string) bool { return strings.Contains(text, w) })
}

// elected looks at each candidate who is recorded as elected, and at how many
// they are.
func (c *check) elected(r *Rule, b *ballot) {
	e, n := b.v.Election, int64(0)
	for _, t := range e.Candidates {
		if !t.Elected {
			continue
		}
		n++
		if !r.bound("yes").None() {
			one := *b
			one.matter = b.matter + "：" + c.name(t.Who, b.h.Date)
			c.majority(r, &one, int64(t.Yes))
		}
	}
	if r.yes("seats") {
		f := c.ofBallot(r, b)
		f.Have, f.Need = n, int64(e.Seats)
		f.State = c.state(n <= f.Need, onDay(b.h.Date))
		c.addBallot(r, f, b, "")
	}
}

func (c *check) ofBallot(r *Rule, b *ballot) *Finding {
	f := c.finding(r, onDay(b.h.Date))
	f.Activity, f.Part, f.Unit, f.Trace = b.h.a.ID, b.h.i+1, UnitHeads, slices.Clone(b.trace)
	return f
}

func (c *check) addBallot(r *Rule, f *Finding, b *ballot, outcome string) {
	c.add(r, f, func(place string) string {
		switch place {
		case "matter":
			return b.matter
		case "entitled":
			return f.Unit.amount(b.entitled)
		case "outcome":
			return outcome
		}
		return c.place(f, r, onDay(b.h.Date), place)
	})
}
