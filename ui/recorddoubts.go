package ui

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"branchbook/store/org"
)

// doubt is something that may have been meant otherwise: asked before saving,
// and saved all the same if the user says so.
type doubt struct{ title, words, verb string }

// doubtsOf are the doubts about an activity among those on file.
func doubtsOf(b *Book, a *org.Activity) (out []doubt, err error) {
	near, err := b.Store.Activities(a.From(), a.To())
	if err != nil {
		return nil, err
	}
	if other := twin(a, near); other != nil {
		out = append(out, doubt{"这一天已经登记过同类活动", "已有" + a.From().Chinese() + "的“" + other.Title + "”。如果是同一次，就不用再记。", "仍然保存"})
		near = slices.DeleteFunc(near, func(x *org.Activity) bool { return x.ID == other.ID })
	}
	if list := org.SameTime(a, near); len(list) > 0 {
		out = append(out, doubt{"时间重叠", crossWords(list), "时间没有错，仍然保存"})
	}
	return out, nil
}

// crossWords names activities at the same time.
func crossWords(list []*org.Activity) string {
	var names []string
	for _, a := range list {
		names = append(names, "“"+a.Title+"”（"+timesOf(&a.Parts[0])+"）")
	}
	return "同一天已登记" + strings.Join(names, "、") + "，时间和这次重叠，而且有同一批人到会。一个人不能同时参加两个活动，学时也会重复计算。"
}

// pastMidnight doubts parts that end on the next day.
func (d *draft) pastMidnight() (out []doubt) {
	for i := range d.parts {
		if p := &d.parts[i].Part; p.End != 0 && p.End < p.Start && p.End > org.NewClock(0, 0) {
			out = append(out, doubt{"会开到了第二天吗", fmt.Sprintf("开始 %s，结束 %s。照这样写，结束是在第二天。", p.Start, p.End), "是，开到第二天"})
		}
	}
	return out
}

// thinCommittee doubts committee meetings to which fewer than half of those with
// a post came, and those of a branch with fewer than two of them.
func (k *desk) thinCommittee(a *org.Activity) []doubt {
	for i := range a.Parts {
		if a.Parts[i].Kind != org.CommitteeMtg {
			continue
		}
		switch seats, there := k.committeeAt(a, i); {
		case seats < 2:
			return []doubt{{"支委会只有一个人？", fmt.Sprintf("现在登记为书记、副书记、委员的只有 %d 人。如果职务还没有登记，请先到“党员”里登记。", seats), "仍然保存"}}
		case 2*there < seats:
			return []doubt{{"到会的支委不到一半", fmt.Sprintf("书记、副书记、委员共 %d 人，这次到会 %d 人。", seats, there), "仍然保存"}}
		}
	}
	return nil
}

// committeeAt counts who has a post in the committee on the day of a part, and
// who of them was there.
func (k *desk) committeeAt(a *org.Activity, part int) (seats, there int) {
	for _, p := range k.Persons {
		if !k.here(p, a.Parts[part].Date) || !p.Is(a.Parts[part].Date, org.SpellPost, org.Secretary, org.Deputy, org.Committee) {
			continue
		}
		seats++
		if r, ok := a.At(p.ID, part+1); ok && r.Status.There() {
			there++
		}
	}
	return seats, there
}

// clear asks about what is doubtful, one doubt after the other, and goes on when
// there is none left.
func (s *record) clear(a *org.Activity, then func()) {
	if a.State != org.Held {
		then()
		return
	}
	here := append(s.draft().pastMidnight(), s.desk.thinCommittee(a)...)
	task(s.w, &s.look, func(_ context.Context, book *Book) ([]doubt, error) { return doubtsOf(book, a) }, func(list []doubt) { s.ask(append(here, list...), then) })
}

func (s *record) ask(list []doubt, then func()) {
	if len(list) == 0 {
		then()
		return
	}
	s.w.ask(list[0].title, list[0].words, list[0].verb, "回去核对", func() { s.ask(list[1:], then) })
}
