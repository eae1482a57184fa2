package ui

import (
	"slices"
	"strings"
	"testing"

	"branchbook/store/org"
)

func TestAVoteIsCountedAmongThoseWhoCanVote(t *testing.T) {
	b, who := village(t)
	w := openWindow(t, b)
	w.record(wanted{kind: org.Assembly})
	s := w.now.(*record)
	s.draft().base.Title = "接收预备党员"
	s.draft().mark(who["丁立新"], 0, mark{status: org.Absent})
	h := &hand{t: t, w: w}
	h.click("记一项表决")
	h.typed("接收某同志为预备党员")
	h.click("保存")
	if s.draft().parts[0].votes == nil {
		t.Fatal("a vote without numbers may be written: nobody has voted yet")
	}
	s.draft().parts[0].votes[0].Yes = 4 // three can vote and are there
	s.save()
	if got := s.form.form.FaultOf("votes"); !strings.Contains(got, "多于有表决权的实到 3 人") {
		t.Fatalf("too many votes: %q", got)
	}
	s.draft().parts[0].votes[0].Yes = 3
	s.save()
	a, err := b.Store.Activity(s.draft().base.ID)
	if err != nil {
		t.Fatal(err)
	}
	v := a.Parts[0].Votes
	if len(v) != 1 || v[0].Entitled != 6 || v[0].Present != 3 || v[0].Yes != 3 || v[0].Title != "接收某同志为预备党员" {
		t.Errorf("votes %+v", v)
	}
	w.record(wanted{edit: a.ID})
	s = w.now.(*record)
	s.draft().mark(who["丙小红"], 0, mark{status: org.Absent})
	s.save()
	if again, err := b.Store.Activity(a.ID); err != nil || !slices.EqualFunc(again.Parts[0].Votes, v, func(x, y org.Resolution) bool { return x.Present == y.Present && x.Yes == y.Yes }) {
		t.Errorf("a vote on file changed: %+v, %v", again.Parts[0].Votes, err)
	}
}

func TestAVoteWithTooManyIsRefusedInItsDialog(t *testing.T) {
	b, _ := village(t)
	w := openWindow(t, b)
	w.record(wanted{kind: org.Assembly})
	s := w.now.(*record)
	h := &hand{t: t, w: w}
	h.click("记一项表决")
	h.click("保存")
	h.typed("通过年度计划")
	w.win.Canvas().FocusNext()
	w.win.Canvas().FocusNext()
	h.typed("9")
	h.click("保存")
	if len(s.draft().parts[0].votes) != 0 {
		t.Error("nine votes of five were taken")
	}
	h.click("取消")
	if w.win.Canvas().Overlays().Top() != nil {
		t.Error("the dialog stays")
	}
	if len(s.draft().parts[0].votes) != 0 {
		t.Error("an empty vote was taken")
	}
}

func TestAVoteIsCorrectedWithoutTypingItAnew(t *testing.T) {
	b, _ := village(t)
	w := openWindow(t, b)
	w.record(wanted{kind: org.Assembly})
	s := w.now.(*record)
	s.draft().base.Title = "接收预备党员"
	s.draft().parts[0].votes = []org.Resolution{{Kind: org.VoteOrdinary, Title: "通过年度计划", Yes: 3, Text: "同意"}}
	s.redraw()
	if !recordShows(w, "决议：同意") {
		t.Error("the line does not show what was decided")
	}
	h := &hand{t: t, w: w}
	h.click("修改")
	h.typed("草案")
	h.click("保存")
	if v := s.draft().parts[0].votes; len(v) != 1 || v[0].Title != "草案通过年度计划" && v[0].Title != "通过年度计划草案" || v[0].Yes != 3 || v[0].Text != "同意" {
		t.Fatalf("votes %+v", v)
	}
	s.save()
	a, err := b.Store.Activity(s.draft().base.ID)
	if err != nil {
		t.Fatal(err)
	}
	w.record(wanted{edit: a.ID})
	s = w.now.(*record)
	h.click("修改")
	w.win.Canvas().FocusNext()
	w.win.Canvas().FocusNext()
	h.typed("9")
	h.click("保存")
	if v := s.draft().parts[0].Votes; v[0].Yes != 3 {
		t.Fatalf("%d votes of %d were taken", v[0].Yes, v[0].Present)
	}
	h.click("取消")
	h.click("去掉")
	s.save()
	if a, err = b.Store.Activity(a.ID); err != nil || len(a.Parts[0].Votes) != 0 {
		t.Errorf("votes %+v, %v", a.Parts[0].Votes, err)
	}
}
