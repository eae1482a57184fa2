package ui

import (
	"strings"
	"testing"

	"branchbook/store/org"
)

// afternoon opens the form of a theme day of today with a title, from 14:30.
func afternoon(t testing.TB, b *Book, kind org.PartKind, end org.Clock) (*Window, *record) {
	t.Helper()
	w := openWindow(t, b)
	w.record(wanted{kind: kind})
	s := w.now.(*record)
	s.draft().base.Title = "学习"
	p := &s.draft().parts[0]
	p.Start, p.End = org.NewClock(14, 30), end
	s.redraw()
	return w, s
}

func heldOn(t testing.TB, b *Book, day org.Date) int {
	t.Helper()
	list, err := b.Store.Activities(day, day)
	if err != nil {
		t.Fatal(err)
	}
	return len(list)
}

func TestTwoMeetingsAtOneTimeAreAskedAbout(t *testing.T) {
	b, _ := village(t)
	held(t, b, "重阳走访", org.NewDate(2026, 11, 23))
	w, s := afternoon(t, b, org.Lecture, org.NewClock(15, 0))
	s.save()
	if !recordShows(w, "时间重叠") || !recordShows(w, "“重阳走访”（14:30—16:30）") {
		t.Fatal("nothing is asked")
	}
	h := &hand{t: t, w: w}
	h.click("回去核对")
	if n := heldOn(t, b, org.NewDate(2026, 11, 23)); n != 1 {
		t.Fatalf("%d on file after going back", n)
	}
	s.draft().parts[0].Start, s.draft().parts[0].End = org.NewClock(16, 30), org.NewClock(17, 0)
	s.save()
	if n := heldOn(t, b, org.NewDate(2026, 11, 23)); n != 2 {
		t.Errorf("%d on file after the other time", n)
	}
}

func TestAnEndBeforeTheStartGivesNoHoursAndIsRefusedAtItsField(t *testing.T) {
	b, _ := village(t)
	w, s := afternoon(t, b, org.ThemeDay, org.NewClock(13, 0))
	if !recordShows(w, "本次不计学时") || !recordShows(w, "结束早于开始") {
		t.Error("the sums do not say that the times are inconsistent")
	}
	s.save()
	if got := s.form.form.FaultOf("end"); got != "结束要晚于开始" || s.form.form.FaultOf("date") != "" {
		t.Fatalf("at the end %q, at the date %q", got, s.form.form.FaultOf("date"))
	}
	s.draft().parts[0].Start = org.NewClock(10, 0)
	s.judge()
	if got := s.form.form.FaultOf("end"); got != "" {
		t.Errorf("after the start was corrected: %q", got)
	}
}

func TestATypedEndBeforeTheStartIsSaidAtOnce(t *testing.T) {
	b, _ := village(t)
	_, s := afternoon(t, b, org.ThemeDay, org.NewClock(16, 30))
	s.draft().parts[0].End = org.NewClock(13, 0)
	s.judge()
	s.form.blameEnd()
	if got := s.form.form.FaultOf("end"); got != "结束要晚于开始" {
		t.Errorf("at the end: %q", got)
	}
}

func TestAMeetingPastMidnightIsAskedAbout(t *testing.T) {
	b, _ := village(t)
	w, s := afternoon(t, b, org.ThemeDay, org.NewClock(16, 30))
	p := &s.draft().parts[0]
	p.Date, p.Start, p.End = org.NewDate(2026, 11, 20), org.NewClock(22, 0), org.NewClock(1, 0)
	s.save()
	if !recordShows(w, "会开到了第二天吗") {
		t.Fatal("nothing is asked")
	}
	(&hand{t: t, w: w}).click("是，开到第二天")
	if heldOn(t, b, org.NewDate(2026, 11, 20)) != 1 {
		t.Error("it is not saved")
	}
	p.Date = org.NewDate(2026, 11, 23)
	var faults []string
	for _, f := range s.desk.build(s.draft()).faults {
		faults = append(faults, f.field+" "+f.words)
	}
	if len(faults) != 1 || !strings.HasPrefix(faults[0], "end ") {
		t.Errorf("ending tomorrow: %v", faults)
	}
}

func TestAFieldSaysItsOwnFaultFirst(t *testing.T) {
	b, _ := village(t)
	_, s := afternoon(t, b, org.ThemeDay, org.NewClock(13, 0))
	s.save()
	s.form.form.Tell("end", "看不懂")
	s.draft().parts[0].Start = org.NewClock(10, 0)
	s.judge()
	if got := s.form.form.FaultOf("end"); got != "看不懂" {
		t.Errorf("at the end: %q", got)
	}
}

func TestACommitteeThatOnlyDidBusinessNeedNotCount(t *testing.T) {
	b, _ := village(t)
	w, s := afternoon(t, b, org.CommitteeMtg, org.NewClock(16, 30))
	if !recordShows(w, "本次计 2 学时") || !recordShows(w, "支委会按集体学习计学时") {
		t.Error("the form does not say that it counts")
	}
	(&hand{t: t, w: w}).click("这次不计学时")
	if !recordShows(w, "本次不计学时") {
		t.Error("it still counts")
	}
	if got := s.desk.build(s.draft()).Parts[0].Form; got != org.FormLife {
		t.Errorf("saved as %q", got)
	}
}

func TestACommitteeThatIsNotThereIsAskedAbout(t *testing.T) {
	b, who := village(t)
	w, s := afternoon(t, b, org.CommitteeMtg, org.NewClock(16, 30))
	s.draft().mark(who["甲方正"], 0, mark{status: org.Leave})
	if list := tooFew(s.desk.pack, s.desk.Snapshot, s.desk.build(s.draft()).Activity); len(list) != 0 {
		t.Errorf("half is doubted: %v", list)
	}
	s.draft().mark(who["乙大明"], 0, mark{status: org.Absent})
	list := tooFew(s.desk.pack, s.desk.Snapshot, s.desk.build(s.draft()).Activity)
	if len(list) != 1 || !strings.Contains(list[0].words, "委员2人，应有1人以上到会方可进行，记录为0人") {
		t.Errorf("doubted %v", list)
	}
	s.save()
	if !recordShows(w, "到会人数不够") {
		t.Error("nothing is asked")
	}
}

func TestACommitteeOfOneIsAskedAbout(t *testing.T) {
	b := forty(t)
	w, s := afternoon(t, b, org.CommitteeMtg, org.NewClock(16, 30))
	s.save()
	if !recordShows(w, "支委会已经设立了吗") {
		t.Error("nothing is asked")
	}
}
