package paper

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"branchbook/rules"
	"branchbook/store/org"
)

func minutesOf(t *testing.T, pack *rules.Pack, s *org.Snapshot, a *org.Activity, parts ...int) []string {
	t.Helper()
	pdf, _ := printed(t, func(b *bytes.Buffer) ([]rune, error) { return Minutes(b, pack, s, a, parts...) })
	return pagesOf(t, pdf)
}

func TestTheNumbersAreThoseOfTheRecord(t *testing.T) {
	s, pack := village(t, 38)
	for _, k := range []org.PartKind{org.Assembly, org.CommitteeMtg, org.GroupMeeting, org.Lecture, org.ThemeDay} {
		a := lastHeld(t, s, k)
		due, present, others := rules.Turnout(a, 1)
		text := strings.Join(minutesOf(t, pack, s, a, 1), "")
		holds(t, text, layoutOf(k).title, fmt.Sprintf("应到%d人（正式党员", due), fmt.Sprintf("实到%d人（正式党员", present), a.Place, "登记时间：")
		if others > 0 {
			holds(t, text, fmt.Sprintf("其他到会%d人：", others))
		}
	}
}

func TestTheSplitLeavesOutWhatTheRecordLacks(t *testing.T) {
	if got := (&sorts{20, 2}).text(22); got != "22人（正式党员20人，预备党员2人）" {
		t.Errorf("got %s", got)
	}
	if got := (&sorts{20, 1}).text(22); got != "22人" {
		t.Errorf("got %s", got)
	}
}

func TestThoseAbsentStandWithTheirReasons(t *testing.T) {
	s, pack := village(t, 38)
	a := *lastHeld(t, s, org.ThemeDay)
	a.Attendance = []org.Attendance{
		{Person: s.Persons[0].ID, Due: true, As: org.FullMember, Status: org.Present},
		{Person: s.Persons[1].ID, Due: true, As: org.FullMember, Status: org.Leave, Reason: org.ReasonSick},
		{Person: s.Persons[2].ID, Due: true, As: org.Probationary, Status: org.Absent, Text: "未说明"},
		{Person: s.Persons[3].ID, Due: true, As: org.FullMember, Status: org.Late},
		{Person: s.Persons[4].ID, Due: true, As: org.FullMember, Status: org.NotAsked},
		{Person: s.Persons[5].ID, As: org.Activist, Status: org.Present},
		{Person: s.Persons[6].ID, As: org.Activist, Status: org.Leave, Reason: org.ReasonPrivate},
	}
	name := func(i int) string { return s.Label(s.Persons[i], a.Parts[0].Date) }
	text := strings.Join(minutesOf(t, pack, s, &a, 1), "")
	holds(t, text, "应到5人（正式党员4人，预备党员1人）", "实到2人（正式党员2人，预备党员0人）",
		name(1)+"（病假）、"+name(2)+"（缺席，未说明）、"+name(4)+"（未记录）", name(3)+"（迟到）", "1人："+name(5)+"（入党积极分子）")
	if strings.Contains(text, name(6)) {
		t.Error("somebody who was not due is among those absent")
	}
}

func TestEachPartIsARecordOfItsOwn(t *testing.T) {
	s, pack := village(t, 38)
	i := slices.IndexFunc(s.Activities, func(a *org.Activity) bool {
		return len(a.Parts) == 2 && a.State == org.Held && a.Parts[0].Kind == org.Assembly
	})
	a := s.Activities[i]
	pages := minutesOf(t, pack, s, a)
	first := 0
	for _, p := range pages {
		if strings.Contains(p, "第1页共") {
			first++
		}
	}
	if first != 2 {
		t.Errorf("%d records for 2 parts", first)
	}
	one := strings.Join(minutesOf(t, pack, s, a, 2), "")
	holds(t, one, layoutOf(a.Parts[1].Kind).title, "主讲人", "学时")
	if strings.Contains(one, "党员大会会议记录") {
		t.Error("the other part is there too")
	}
}

func TestWhatIsMadeUpForIsNamed(t *testing.T) {
	s, pack := village(t, 38)
	missed := lastHeld(t, s, org.ThemeDay)
	a := &org.Activity{State: org.Held, Title: "补课", For: missed.ID, Source: "镇党校", Proof: "签到复印件", Parts: []org.Part{{Kind: org.MakeUp, Date: today}}, Entered: today}
	holds(t, minutesOf(t, pack, s, a)[0], "补课记录", "所补活动"+missed.From().Chinese()+missed.Title, "来源镇党校", "证明材料签到复印件")
}

func TestAPartThatIsNotThereIsRefused(t *testing.T) {
	s, pack := village(t, 38)
	var bad *org.Invalid
	if _, err := Minutes(&bytes.Buffer{}, pack, s, s.Activities[0], 99); !errors.As(err, &bad) {
		t.Errorf("got %v", err)
	}
}

func TestALateEntrySaysSo(t *testing.T) {
	s, pack := village(t, 38)
	a := *lastHeld(t, s, org.Assembly)
	a.Entered = a.To().AddDays(40)
	holds(t, minutesOf(t, pack, s, &a, 1)[0], "补录，登记时间："+a.Entered.Chinese())
	a.Entered = a.To()
	if strings.Contains(strings.Join(minutesOf(t, pack, s, &a, 1), ""), "补录，") {
		t.Error("an entry of the same day is called 补录")
	}
}

func TestVotesStandWithTheirBases(t *testing.T) {
	s, pack := village(t, 38)
	a := *lastHeld(t, s, org.Assembly)
	part := a.Parts[0]
	part.Votes = []org.Resolution{
		{Kind: org.VoteAdmission, Title: "接收预备党员", Subject: org.Who{Name: "周某"}, Entitled: 30, Present: 25, Yes: 24, No: 1, Written: 1, Secret: true, Text: "同意接收。",
			LeftOut: []org.LeftOut{{Person: s.Persons[6].ID, Basis: "患病不能到会", Consent: true}}},
		{Kind: org.VoteElection, Title: "补选委员", Entitled: 30, Present: 25, Election: &org.Election{Seats: 1, Out: 25, In: 25, Valid: 24,
			Candidates: []org.Tally{{Who: org.Who{Name: "吴某"}, Yes: 20, Elected: true}, {Who: org.Who{Name: "郑某"}, Yes: 4}}}},
	}
	a.Parts = []org.Part{part}
	text := strings.Join(minutesOf(t, pack, s, &a), "")
	holds(t, text, "表决事项", "1. 接收预备党员（接收预备党员）", "对象：周某。", "应到会有表决权的党员30人，实到会25人。", "无记名投票：赞成24票，反对1票，弃权0票（其中会前书面意见1票）。",
		"不计入应到会："+s.Persons[6].Name+"（患病不能到会，上级已同意并经支部党员大会通过", "决议：同意接收。", "应选1人。发出选票25张，收回25张，有效24张。", "得票：吴某20票，当选；郑某4票。")
}

func TestAnActivityNotHeldIsAnEmptyForm(t *testing.T) {
	s, pack := village(t, 38)
	for _, k := range org.PartKinds() {
		a := &org.Activity{State: org.Planned, Parts: []org.Part{{Kind: k}}}
		pages := minutesOf(t, pack, s, a)
		if len(pages) != 2 {
			t.Errorf("%s: %d pages", k, len(pages))
		}
		holds(t, pages[0], layoutOf(k).title, "应到人（正式党员人，预备党员人）")
		holds(t, pages[1], "主持人（签字）：", "记录人（签字）：")
		if strings.Contains(pages[0], "无") {
			t.Errorf("%s: the empty form says 无", k)
		}
	}
	text := strings.Join(minutesOf(t, pack, s, &org.Activity{State: org.Planned, Parts: []org.Part{{Kind: org.ThemeDay}}}), "")
	holds(t, text, "□佩戴党员徽章□重温入党誓词□过政治生日")
}

func TestSignaturesNeverStandAlone(t *testing.T) {
	s, pack := village(t, 38)
	a := *lastHeld(t, s, org.Assembly)
	part := a.Parts[0]
	part.Votes = nil
	for n := 1; n < 30; n += 2 {
		part.Text = strings.Repeat("逐条讨论。\n", n) + "通过"
		a.Parts = []org.Part{part}
		pages := minutesOf(t, pack, s, &a)
		holds(t, pages[len(pages)-1], "逐条讨论。通过主持人（签字）：")
	}
}

func TestLongMinutesOfABigBranchLoseNothing(t *testing.T) {
	s, pack := village(t, 200)
	a := *lastHeld(t, s, org.Assembly)
	part := a.Parts[0]
	part.Text = strings.Repeat(speech+"\n", 60) + "（完）"
	a.Parts = []org.Part{part}
	a.Attendance = nil
	for _, p := range s.Persons {
		a.Attendance = append(a.Attendance, org.Attendance{Person: p.ID, Due: true, As: org.FullMember, Status: org.Leave, Reason: org.ReasonAway})
	}
	text := withoutFeet(minutesOf(t, pack, s, &a))
	if n := strings.Count(text, "（外出）"); n != len(s.Persons) {
		t.Errorf("%d absentees of %d", n, len(s.Persons))
	}
	if n := strings.Count(text, "会后公示"); n != 60 {
		t.Errorf("%d paragraphs of 60", n)
	}
	holds(t, text, "（完）主持人（签字）：")
}
