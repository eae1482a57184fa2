package demo

import (
	"slices"

	"branchbook/store/org"
)

// matter is something that an assembly votes on a certain day.
type matter struct {
	on    org.Date
	kind  org.VoteKind
	who   *actor
	title string
	board bool // the whole committee is elected
}

// body is the meeting that decides the matter.
func (m *matter) body() org.PartKind {
	if m.kind == org.VoteCommittee {
		return org.CommitteeMtg
	}
	return org.Assembly
}

// decide puts a matter before the assembly of its day. What lies outside the
// records was decided all the same.
func (b *builder) decide(m matter) {
	if m.on >= b.first && m.on <= b.Today {
		b.matter = append(b.matter, m)
	}
}

// matterDays lists the days with matters, inclusive, in order.
func (b *builder) matterDays(from, to org.Date) []org.Date {
	var out []org.Date
	for _, m := range b.matter {
		if m.on >= from && m.on <= to {
			out = append(out, m.on)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (b *builder) mattersOn(day org.Date) []matter {
	return slices.DeleteFunc(slices.Clone(b.matter), func(m matter) bool { return m.on != day })
}

// vote lets a part decide its matters, with the bases of that day. Where too
// few of those due have come, some who had asked leave come after all; that is
// settled for every matter before the first is counted.
func (b *builder) vote(d *draft, i int, cells []org.Attendance, moods []mood) {
	p := &d.Parts[i]
	list := slices.DeleteFunc(slices.Clone(d.matters), func(m matter) bool { return m.body() != p.Kind })
	for count := range 2 {
		for _, m := range list {
			f := floor{b: b, day: p.Date, step: len(d.Parts), at: i, cells: cells, moods: moods}
			f.count(m.kind == org.VoteElection || m.kind == org.VoteAdmission)
			if f.fill(m.kind == org.VoteElection) && count > 0 {
				p.Votes = append(p.Votes, b.resolve(m, &f))
			}
		}
	}
}

// floor is who may vote at a part.
type floor struct {
	b                 *builder
	day               org.Date
	step, at          int // cells of a part stand at at, at+step …
	cells             []org.Attendance
	moods             []mood
	entitled, present int
	out               []org.LeftOut
	written           bool // somebody entitled is away who can write
}

// count finds the bases. From elections and admissions those are left out who,
// with consent, need not be counted.
func (f *floor) count(leaveOut bool) {
	for _, a := range f.b.cast {
		c := &f.cells[a.no*f.step+f.at]
		switch {
		case !c.MayVote:
		case c.Status.There():
			f.entitled++
			f.present++
		case leaveOut && f.excused(a) != "":
			f.out = append(f.out, org.LeftOut{Person: a.ID, Basis: f.excused(a), Consent: true})
		default:
			f.entitled++
			f.written = f.written || c.Due
		}
	}
}

// excused names the ground on which somebody is left out.
func (f *floor) excused(a *actor) string {
	switch {
	case f.cells[a.no*f.step+f.at].Due:
		return ""
	case a.Is(f.day, org.SpellExemption):
		return "年老体弱或长期患病，不能到会"
	case a.Is(f.day, org.SpellFloating, org.FloatOut, org.FloatAbroad):
		return "外出工作半年以上，未转组织关系"
	}
	return ""
}

// fill brings people in until there is a quorum; it reports whether there is.
func (f *floor) fill(election bool) bool {
	enough := func() bool {
		if election {
			return f.present*5 >= f.entitled*4
		}
		return f.present*2 > f.entitled
	}
	for _, a := range f.b.cast {
		c := &f.cells[a.no*f.step+f.at]
		if enough() {
			break
		}
		if c.MayVote && c.Due && !c.Status.There() && !a.gone(f.day) {
			c.Status, c.Reason = org.Present, ""
			f.moods[a.no] = mood{day: f.day, status: org.Present}
			f.present++
		}
	}
	return f.entitled > 0 && enough()
}

// resolve makes the record of a vote that carried.
func (b *builder) resolve(m matter, f *floor) org.Resolution {
	r := org.Resolution{Kind: m.kind, Title: m.title, Entitled: f.entitled, Present: f.present, LeftOut: f.out}
	if m.who != nil {
		r.Subject.Person = m.who.ID
	}
	r.Yes = r.Present
	for _, against := range []*int{&r.No, &r.Abstain} {
		if b.chance(30) && (r.Yes-1)*2 > r.Entitled {
			*against, r.Yes = 1, r.Yes-1
		}
	}
	switch m.kind {
	case org.VoteAdmission:
		r.Title, r.Secret, r.Text = "接收"+m.who.Name+"为预备党员", true, "同意接收为预备党员，报禾沿镇党委审批。"
		if f.written && f.present < f.entitled {
			r.Written, r.Yes = 1, r.Yes+1
		}
	case org.VoteConfirm:
		r.Secret, r.Text = true, "延长预备期六个月，报禾沿镇党委审批。"
		if m.title == "" {
			r.Title, r.Text = m.who.Name+"转为正式党员", "同意按期转正，报禾沿镇党委审批。"
		}
	case org.VoteDiscipline:
		r.Title, r.Secret, r.Text = "讨论党员处分意见", true, "同意给予留党察看一年处分的意见，报上级审批。"
	case org.VoteElection:
		b.ballot(m, &r)
	case org.VoteCommittee:
		r.Text = "同意两名积极分子继续培养，培养联系人不变。"
	default:
		r.Text = "表决通过。"
	}
	return r
}

// ballot fills in an election: one candidate more than there are seats.
func (b *builder) ballot(m matter, r *org.Resolution) {
	start := b.term()
	elected := []*actor{m.who}
	if m.board {
		elected = b.who(func(a *actor) bool {
			return slices.ContainsFunc(a.Spells, func(s org.Spell) bool {
				return s.Kind == org.SpellPost && s.Value != org.GroupHead && s.Start() == start && s.Value != org.FirstSec
			})
		})
	}
	r.Yes, r.No, r.Abstain, r.Secret, r.Text = 0, 0, 0, true, "选举有效，结果报禾沿镇党委批准。"
	e := &org.Election{Seats: len(elected), Out: r.Present, In: r.Present, Valid: r.Present - b.IntN(2)}
	for _, a := range elected {
		e.Candidates = append(e.Candidates, org.Tally{Who: org.Who{Person: a.ID}, Yes: e.Valid - b.IntN(1+e.Valid/6), Elected: true})
	}
	if other := b.runnerUp(elected); other != nil {
		e.Candidates = append(e.Candidates, org.Tally{Who: org.Who{Person: other.ID}, Yes: e.Valid / 4})
	}
	r.Election = e
}

// runnerUp is a settled full member who was not elected.
func (b *builder) runnerUp(elected []*actor) *actor {
	for _, a := range b.cast {
		if a.comes >= 80 && a.Is(b.first, org.SpellCategory, org.FullMember) && a.Is(b.first, org.SpellBelonging) && !slices.Contains(elected, a) {
			return a
		}
	}
	return nil
}
