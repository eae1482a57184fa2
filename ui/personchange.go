package ui

import "branchbook/store/org"

// factAsk is one thing that a step of somebody's facts needs to know.
type factAsk int

// The questions, in the order in which they are put.
const (
	askWhich factAsk = iota // which of several that go on
	askValue                // which of a list
	askGroup
	askTitle
	askDay
	askLast
	askWho
	askBasis
)

// factAnswers are what was filled in.
type factAnswers struct {
	which, value      int // places in the lists
	group             org.GroupID
	title, who, basis string
	day, last         org.Partial
}

// factChange is one thing that happens to people, in plain words, with what it needs
// to know and what it does to the facts on file.
type factChange struct {
	words, note string
	under       string // heading
	fits        func(*factHolder) bool
	asks        []factAsk
	labels      map[factAsk]string // where the plain label does not say enough
	optional    []factAsk          // may stay empty
	values      []org.SpellValue
	kind        org.SpellKind
	died        bool
	do          func(*factStep) error
}

// factStep is a change with everything that it needs to be done.
type factStep struct {
	*factChange
	*factHolder
	factAnswers
}

// factHolder is a person whose facts are about to change.
type factHolder struct {
	p *org.Person
	b *org.Branch
}

// changeHeads are the headings, in their order.
var changeHeads = []string{"发展与转正", "职务和党小组", "学习要求", "流动和联系", "组织关系", "党籍"}

// factChanges are all steps, in the order in which they are offered.
var factChanges = []factChange{
	{words: "列为入党积极分子", under: "发展与转正", kind: org.SpellCategory, fits: fitsNow("", org.Applicant), asks: []factAsk{askDay, askBasis}, do: stepBegins(org.Activist)},
	{words: "列为发展对象", under: "发展与转正", kind: org.SpellCategory, fits: fitsNow(org.Activist), asks: []factAsk{askDay, askBasis}, do: stepBegins(org.Candidate)},
	{words: "接收为预备党员", under: "发展与转正", kind: org.SpellCategory, fits: fitsNow(org.Candidate, org.Activist), asks: []factAsk{askDay, askBasis},
		labels: map[factAsk]string{askDay: "支部大会通过的日期"}, do: stepAdmits},
	{words: "转正", note: "成为正式党员", under: "发展与转正", kind: org.SpellCategory, fits: fitsNow(org.Probationary), asks: []factAsk{askDay, askBasis},
		labels: map[factAsk]string{askDay: "转正日期"}, do: func(s *factStep) error { return s.p.Confirm(s.spell()) }},
	{words: "延长预备期", under: "发展与转正", kind: org.SpellExtension, fits: fitsNow(org.Probationary), asks: []factAsk{askDay, askLast, askBasis},
		labels: map[factAsk]string{askDay: "从哪天起延长", askLast: "延长到哪天"}, do: stepBegins("")},

	{words: "开始担任职务", under: "职务和党小组", kind: org.SpellPost, fits: fitsHere, asks: []factAsk{askValue, askGroup, askTitle, askDay, askBasis},
		labels: map[factAsk]string{askValue: "职务", askGroup: "哪个党小组", askTitle: "具体名称", askDay: "任职日期（批复日期）"}, optional: []factAsk{askGroup, askTitle}, values: org.SpellValues(org.SpellPost), do: stepTakesPost},
	{words: "卸任职务", under: "职务和党小组", kind: org.SpellPost, fits: fitsOpen(org.SpellPost), asks: []factAsk{askWhich, askLast}, do: stepEnds},
	{words: "换党小组", under: "职务和党小组", kind: org.SpellGroup, fits: fitsHere, asks: []factAsk{askGroup, askDay}, labels: map[factAsk]string{askGroup: "换到哪个党小组"}, do: stepBegins("")},
	{words: "列为两委成员、后备干部", under: "职务和党小组", kind: org.SpellReserve, fits: fitsHere, asks: []factAsk{askValue, askDay}, labels: map[factAsk]string{askValue: "列为"}, values: org.SpellValues(org.SpellReserve), do: stepBegins("")},
	{words: "不再是两委成员、后备干部", under: "职务和党小组", kind: org.SpellReserve, fits: fitsOpen(org.SpellReserve), asks: []factAsk{askWhich, askLast}, do: stepEnds},
	{words: "成为党员领导干部", note: "要过双重组织生活", under: "职务和党小组", kind: org.SpellLeader, fits: fitsWithout(org.SpellLeader), asks: []factAsk{askDay}, do: stepBegins("")},
	{words: "不再是党员领导干部", under: "职务和党小组", kind: org.SpellLeader, fits: fitsOpen(org.SpellLeader), asks: []factAsk{askWhich, askLast}, do: stepEnds},

	{words: "不作硬性要求", note: "年老体弱、行动不便等", under: "学习要求", kind: org.SpellExemption, fits: fitsWithout(org.SpellExemption), asks: []factAsk{askValue, askDay, askBasis},
		labels: map[factAsk]string{askValue: "属于哪一类"}, values: org.SpellValues(org.SpellExemption), do: stepBegins("")},
	{words: "不作硬性要求结束", under: "学习要求", kind: org.SpellExemption, fits: fitsOpen(org.SpellExemption), asks: []factAsk{askWhich, askLast}, do: stepEnds},

	{words: "外出流动", under: "流动和联系", kind: org.SpellFloating, fits: fitsWithout(org.SpellFloating), asks: []factAsk{askTitle, askDay, askWho},
		labels: map[factAsk]string{askTitle: "去了哪里", askWho: "联系人"}, optional: []factAsk{askTitle, askWho}, do: stepBegins(org.FloatOut)},
	{words: "出国（境）", note: "学习、研究等，组织关系仍在本支部", under: "流动和联系", kind: org.SpellFloating, fits: fitsWithout(org.SpellFloating), asks: []factAsk{askTitle, askDay, askWho},
		labels: map[factAsk]string{askTitle: "去了哪里", askWho: "联系人"}, optional: []factAsk{askTitle, askWho}, do: stepBegins(org.FloatAbroad)},
	{words: "外来流入", note: "组织关系在别处", under: "流动和联系", kind: org.SpellFloating, fits: fitsWithout(org.SpellFloating), asks: []factAsk{askTitle, askDay, askWho},
		labels: map[factAsk]string{askTitle: "从哪里来", askWho: "联系人"}, optional: []factAsk{askTitle, askWho}, do: stepBegins(org.FloatIn)},
	{words: "流动结束（返回）", under: "流动和联系", kind: org.SpellFloating, fits: fitsOpen(org.SpellFloating), asks: []factAsk{askWhich, askDay}, labels: map[factAsk]string{askDay: "返回日期"}, do: stepEnds},
	{words: "失去联系", under: "流动和联系", kind: org.SpellLost, fits: fitsWithout(org.SpellLost), asks: []factAsk{askDay}, labels: map[factAsk]string{askDay: "从哪天起联系不上"}, do: stepBegins("")},
	{words: "重新联系上", under: "流动和联系", kind: org.SpellLost, fits: fitsOpen(org.SpellLost), asks: []factAsk{askWhich, askDay}, labels: map[factAsk]string{askDay: "联系上的日期"}, do: stepEnds},

	{words: "转出", note: "对方已经接收", under: "组织关系", fits: fitsHere, asks: []factAsk{askDay, askWho, askBasis}, labels: awayLabels, optional: []factAsk{askWho}, do: stepLeaves(org.EndedMoved)},
	{words: "转出待接收", note: "还没有回执", under: "组织关系", fits: fitsHere, asks: []factAsk{askDay, askWho, askBasis}, labels: awayLabels, optional: []factAsk{askWho}, do: stepLeaves(org.EndedSent)},
	{words: "转入（再回本支部）", under: "组织关系", fits: fitsAway, asks: []factAsk{askDay, askWho, askBasis}, labels: map[factAsk]string{askDay: "到本支部的日期", askWho: "从哪里转来"}, optional: []factAsk{askWho}, do: stepArrives(org.BeganMovedIn)},
	{words: "去世", under: "组织关系", died: true, fits: fitsHere, asks: []factAsk{askLast}, labels: map[factAsk]string{askLast: "去世日期"}, do: stepLeaves(org.EndedDied)},
	{words: "派驻结束", under: "组织关系", fits: fitsGuest, asks: []factAsk{askLast}, do: stepLeaves(org.EndedVisit)},
	{words: "录错了人（误录）", note: "不该在本支部名下", under: "组织关系", fits: fitsHere, asks: []factAsk{askDay}, labels: map[factAsk]string{askDay: "从哪天起不算"}, do: stepLeaves(org.EndedError)},

	{words: "留党察看、停止党籍等", under: "党籍", kind: org.SpellStanding, fits: fitsMember, asks: []factAsk{askValue, askDay, askBasis},
		labels: map[factAsk]string{askValue: "党籍状态"}, values: specialStandings(), do: stepBegins("")},
	{words: "恢复正常", note: "留党察看期满、恢复党籍等", under: "党籍", kind: org.SpellStanding, fits: fitsSpecial, asks: []factAsk{askDay, askBasis}, labels: map[factAsk]string{askDay: "从哪天起恢复"}, do: stepBegins(org.StandNormal)},
	{words: "出党", note: "开除、除名、退党", under: "党籍", fits: fitsMember, asks: []factAsk{askDay, askBasis}, labels: map[factAsk]string{askDay: "从哪天起不是党员"}, do: stepLeaves(org.EndedOut)},
	{words: "恢复党籍（重新在册）", under: "党籍", fits: fitsAway, asks: []factAsk{askDay, askBasis}, labels: map[factAsk]string{askDay: "从哪天起恢复"}, do: stepArrives(org.BeganBack)},
}

var awayLabels = map[factAsk]string{askDay: "从哪天起不在本支部", askWho: "转到哪里"}
