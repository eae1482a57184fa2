package ui

import (
	"slices"
	"testing"

	"branchbook/store/org"
)

// changeNamed is a change by its words.
func changeNamed(t *testing.T, words string) *factChange {
	t.Helper()
	i := slices.IndexFunc(factChanges, func(c factChange) bool { return c.words == words })
	if i < 0 {
		t.Fatalf("no change %s", words)
	}
	return &factChanges[i]
}

func branchOfGroups() *org.Branch {
	return &org.Branch{Groups: []org.Group{{ID: "g1", Name: "第一党小组"}, {ID: "g2", Name: "第二党小组"}, {ID: "g3", Name: "旧小组", Closed: true}}}
}

// noAnswers is a person's answers to no question.
func noAnswers() factAnswers { return factAnswers{which: -1, value: -1} }

func TestStepsChangeTheFactsOnFile(t *testing.T) {
	at := func(i int, set func(*factAnswers)) factAnswers { a := noAnswers(); a.value = i; set(&a); return a }
	days := func(day, last org.Partial) factAnswers { a := noAnswers(); a.day, a.last = day, last; return a }
	for _, c := range []struct {
		words string
		on    *org.Person
		a     factAnswers
		want  org.Spell // the last fact
	}{
		{"列为入党积极分子", &org.Person{Spells: []org.Spell{{Kind: org.SpellBelonging, Began: org.BeganRoster}}}, days("2026-03", ""), org.Spell{Kind: org.SpellCategory, Value: org.Activist, From: "2026-03"}},
		{"换党小组", somebody("1", "甲", org.Spell{Kind: org.SpellGroup, Group: "g1"}), at(-1, func(a *factAnswers) { a.group, a.day = "g2", "2026-05-01" }), org.Spell{Kind: org.SpellGroup, Group: "g2", From: "2026-05-01"}},
		{"开始担任职务", somebody("1", "甲"), at(2, func(a *factAnswers) {
			a.title, a.day, a.basis, a.group = " 组织委员 ", "2026-05-01", "镇党委〔2026〕3号", "g1"
		}),
			org.Spell{Kind: org.SpellPost, Value: org.Committee, Title: "组织委员", From: "2026-05-01", Basis: "镇党委〔2026〕3号"}},
		{"卸任职务", somebody("1", "甲", org.Spell{Kind: org.SpellPost, Value: org.Committee, From: "2020-01-01"}), factAnswers{which: 0, value: -1, last: "2026-05-31"},
			org.Spell{Kind: org.SpellPost, Value: org.Committee, From: "2020-01-01", To: "2026-06-01"}},
		{"不作硬性要求", somebody("1", "甲"), at(0, func(a *factAnswers) { a.day = "2026-01-01" }), org.Spell{Kind: org.SpellExemption, Value: org.ExemptOld, From: "2026-01-01"}},
		{"外出流动", somebody("1", "甲"), at(-1, func(a *factAnswers) { a.title, a.who, a.day = "青岛", "李四", "2026-02-20" }),
			org.Spell{Kind: org.SpellFloating, Value: org.FloatOut, Title: "青岛", Who: "李四", From: "2026-02-20"}},
		{"出国（境）", somebody("1", "甲"), at(-1, func(a *factAnswers) { a.title, a.who, a.day = "某国", "李四", "2026-02-20" }),
			org.Spell{Kind: org.SpellFloating, Value: org.FloatAbroad, Title: "某国", Who: "李四", From: "2026-02-20"}},
		{"流动结束（返回）", somebody("1", "甲", org.Spell{Kind: org.SpellFloating, Value: org.FloatOut, From: "2025"}), factAnswers{which: 0, value: -1, day: "2026-10-01"},
			org.Spell{Kind: org.SpellFloating, Value: org.FloatOut, From: "2025", To: "2026-10-01"}},
		{"留党察看、停止党籍等", somebody("1", "甲"), at(1, func(a *factAnswers) { a.day = "2026-01-01" }), org.Spell{Kind: org.SpellStanding, Value: org.StandSuspended, From: "2026-01-01"}},
	} {
		s := &factStep{changeNamed(t, c.words), &factHolder{c.on, branchOfGroups()}, c.a}
		c.on.ID, c.on.Name = "1", "甲"
		if !s.fits(s.factHolder) {
			t.Errorf("%s is not offered", c.words)
		}
		if err := s.run(); err != nil {
			t.Errorf("%s: %v", c.words, err)
			continue
		}
		if got := c.on.Spells[len(c.on.Spells)-1]; got != c.want {
			t.Errorf("%s: %+v, want %+v", c.words, got, c.want)
		}
	}
}

func TestBecomingAMemberGoesStepByStep(t *testing.T) {
	p := somebody("1", "甲")
	p.Spells[1].Value = org.Candidate
	c := &factHolder{p, branchOfGroups()}
	for _, s := range []struct {
		words string
		day   org.Partial
	}{{"接收为预备党员", "2025-03-01"}, {"转正", "2026-03-05"}} {
		a := noAnswers()
		a.day = s.day
		if err := (&factStep{changeNamed(t, s.words), c, a}).run(); err != nil {
			t.Fatal(s.words, err)
		}
	}
	want := []org.Spell{{Kind: org.SpellCategory, Value: org.Candidate, To: "2025-03-01"}, {Kind: org.SpellCategory, Value: org.Probationary, From: "2025-03-01", To: "2026-03-05"},
		{Kind: org.SpellCategory, Value: org.FullMember, From: "2026-03-05"}}
	if !slices.Equal(p.Spells[1:], want) || p.Joined != "2025-03-01" || p.FullFrom != "2026-03-05" {
		t.Errorf("facts %+v, joined %s, full from %s", p.Spells[1:], p.Joined, p.FullFrom)
	}
}

func TestWhoDiedWasHereThatDay(t *testing.T) {
	p := somebody("1", "甲", org.Spell{Kind: org.SpellGroup, Group: "g1"})
	c := &factHolder{p, branchOfGroups()}
	a := noAnswers()
	a.last = "2026-03-10"
	if err := (&factStep{changeNamed(t, "去世"), c, a}).run(); err != nil {
		t.Fatal(err)
	}
	if s := p.Spells[0]; s.To != "2026-03-11" || s.Ended != org.EndedDied || p.Spells[2].To != "2026-03-11" {
		t.Errorf("facts %+v", p.Spells)
	}
	for _, o := range offeredChanges(c) {
		if o.words != "转入（再回本支部）" && o.words != "恢复党籍（重新在册）" {
			t.Errorf("%s is offered to the dead", o.words)
		}
	}
}

func TestAWrongAnswerIsSaidAtItsQuestion(t *testing.T) {
	probation := somebody("1", "甲")
	probation.Spells[1] = org.Spell{Kind: org.SpellCategory, Value: org.Probationary, From: "2026-03-01"}
	early := noAnswers()
	early.day = "2026-02-01"
	head := noAnswers()
	head.value, head.day = 3, "2026-01-01"
	post := somebody("1", "甲", org.Spell{Kind: org.SpellPost, Value: org.Committee, From: "2020-01-01"})
	for _, c := range []struct {
		words string
		on    *org.Person
		a     factAnswers
		at    factAsk
		said  string
	}{
		{"转正", probation, early, askDay, "转正日期要晚于入党日期，没有保存。"},
		{"开始担任职务", somebody("1", "甲"), head, askGroup, "党小组不能为空"},
		{"卸任职务", post, factAnswers{which: 0, last: "2019-12-31"}, askLast, "结束日期早于开始日期，没有保存。"},
	} {
		s := &factStep{changeNamed(t, c.words), &factHolder{c.on, branchOfGroups()}, c.a}
		at, words, ok := s.faultAt(s.run())
		if !ok || at != c.at || words != c.said {
			t.Errorf("%s: %s at %q", c.words, words, askNames[at])
		}
	}
}

func TestEveryChangeCanBeAskedAndDone(t *testing.T) {
	for i := range factChanges {
		c := &factChanges[i]
		if !slices.Contains(changeHeads, c.under) || len(c.asks) == 0 || c.do == nil || c.fits == nil {
			t.Errorf("%s is not complete", c.words)
		}
		if slices.Contains(c.asks, askValue) && len(c.values) == 0 {
			t.Errorf("%s asks for a choice of nothing", c.words)
		}
		s := &factStep{c, &factHolder{&org.Person{}, branchOfGroups()}, noAnswers()}
		if len(s.unanswered()) == 0 {
			t.Errorf("%s is done without an answer", c.words)
		}
	}
}

func TestTheDayOfJoiningOnFileIsKept(t *testing.T) {
	p := somebody("1", "甲")
	p.Spells[1].Value, p.Joined = org.Candidate, "2024-12-30"
	a := noAnswers()
	a.day = "2025-01-05"
	if err := (&factStep{changeNamed(t, "接收为预备党员"), &factHolder{p, branchOfGroups()}, a}).run(); err != nil || p.Joined != "2024-12-30" {
		t.Errorf("joined %s, %v", p.Joined, err)
	}
}

func TestARelationThatIsCorrectedKeepsHowItEndedWithItsLastDay(t *testing.T) {
	for _, c := range []struct {
		ended org.SpellValue
		last  org.Partial
		want  org.Spell
		at    factAsk
		fault bool
	}{
		{org.EndedMoved, "2026-02-28", org.Spell{Kind: org.SpellBelonging, Began: org.BeganMovedIn, From: "2020", To: "2026-03-01", Ended: org.EndedMoved}, 0, false},
		{org.EndedMoved, "", org.Spell{Kind: org.SpellBelonging, Began: org.BeganMovedIn, From: "2020"}, 0, false},
		{"", "2026-02-28", org.Spell{}, askLast, true},
	} {
		p := somebody("1", "甲")
		p.Spells[0] = org.Spell{Kind: org.SpellBelonging, Began: org.BeganMovedIn, From: "2021", Ended: c.ended}
		if c.ended != "" {
			p.Spells[0].To = "2026-05-01"
		}
		change, a := factEdit(p.Spells[0], 0)
		a.day, a.last = "2020", c.last
		step := &factStep{change, &factHolder{p, branchOfGroups()}, a}
		err := step.run()
		if c.fault {
			if at, _, ok := step.faultAt(err); !ok || at != c.at {
				t.Errorf("ended %q on %q: %v", c.ended, c.last, err)
			}
			continue
		}
		if err != nil || p.Spells[0] != c.want {
			t.Errorf("ended %q on %q: %+v, %v", c.ended, c.last, p.Spells[0], err)
		}
	}
}

func TestCorrectingNothingChangesNothing(t *testing.T) {
	for _, sp := range []org.Spell{
		{Kind: org.SpellPost, Value: org.GroupHead, Group: "g1", From: "2020-01-01", Basis: "批复"}, {Kind: org.SpellPost, Value: org.Committee, Title: "组织委员", From: "2020", To: "2021-02-01"},
		{Kind: org.SpellGroup, Group: "g2", From: "2020-05"}, {Kind: org.SpellFloating, Value: org.FloatOut, Title: "青岛", Who: "李四", From: "2020-05-01", To: "2021"},
		{Kind: org.SpellLost, From: "2020"}, {Kind: org.SpellExemption, Value: org.ExemptIll, From: "2020"}, {Kind: org.SpellStanding, Value: org.StandSuspended, From: "2020"},
	} {
		p := somebody("1", "甲", sp)
		change, a := factEdit(sp, 2)
		if err := (&factStep{change, &factHolder{p, branchOfGroups()}, a}).run(); err != nil || p.Spells[2] != sp {
			t.Errorf("%s: %+v, %v", sp.Kind, p.Spells[2], err)
		}
	}
}
