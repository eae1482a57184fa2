package ui

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"branchbook/rules"
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

// tooFew doubts meetings and votes to which fewer came than their rules ask for,
// and committee meetings of a branch whose posts make no committee.
func tooFew(p *rules.Pack, s *org.Snapshot, a *org.Activity) (out []doubt) {
	for i := range a.Parts {
		if part := &a.Parts[i]; part.Kind == org.CommitteeMtg && !p.Committee(s, part.Date) {
			out = append(out, doubt{"支委会已经设立了吗", "从登记的职务看，" + part.Date.Chinese() + "还没有支委会。职务没有登记的，请先到“党员”里登记。", "仍然保存"})
			break
		}
	}
	for _, f := range rules.Quorums(p, s, a) {
		out = append(out, doubt{"到会人数不够", f.Sentence + f.Next, "仍然保存"})
	}
	return out
}

// clear asks about what is doubtful, one doubt after the other, and goes on when
// there is none left.
func (s *record) clear(a *org.Activity, then func()) {
	if a.State != org.Held {
		then()
		return
	}
	here, pack, snap := s.draft().pastMidnight(), s.desk.pack, s.desk.Snapshot
	task(s.w, &s.look, func(_ context.Context, book *Book) ([]doubt, error) {
		list, err := doubtsOf(book, a)
		return append(tooFew(pack, snap, a), list...), err
	}, func(list []doubt) { s.ask(append(here, list...), then) })
}

func (s *record) ask(list []doubt, then func()) {
	if len(list) == 0 {
		then()
		return
	}
	s.w.ask(list[0].title, list[0].words, list[0].verb, "回去核对", func() { s.ask(list[1:], then) })
}
