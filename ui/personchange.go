package ui

import "branchbook/store/org"

// ask is one thing that a step of somebody's facts needs to know.
type ask int

// The questions, in the order in which they are put.
const (
	askWhich ask = iota // which of several that go on
	askValue            // which of a list
	askGroup
	askTitle
	askDay
	askLast
	askWho
	askBasis
)

// answers are what was filled in.
type answers struct {
	which, value      int // places in the lists
	group             org.GroupID
	title, who, basis string
	day, last         org.Partial
}

// change is one thing that happens to people, in plain words, with what it needs
// to know and what it does to the facts on file.
type change struct {
	words, note string
	under       string // heading
	fits        func(*changing) bool
	asks        []ask
	labels      map[ask]string // where the plain label does not say enough
	optional    []ask          // may stay empty
	values      []org.SpellValue
	kind        org.SpellKind
	do          func(*step) error
}

// step is a change with everything that it needs to be done.
type step struct {
	*change
	*changing
	answers
}

// changing is a person whose facts are about to change.
type changing struct {
	p *org.Person
	b *org.Branch
}

// changeHeads are the headings, in their order.
var changeHeads = []string{"发展与转正", "职务和党小组", "学习要求", "流动和联系", "组织关系", "党籍"}

// changes are all steps, in the order in which they are offered.
var changes = []change{
	{words: "列为入党积极分子", under: "发展与转正", kind: org.SpellCategory, fits: isNow("", org.Applicant), asks: []ask{askDay, askBasis}, do: begins(org.Activist)},
	{words: "列为发展对象", under: "发展与转正", kind: org.SpellCategory, fits: isNow(org.Activist), asks: []ask{askDay, askBasis}, do: begins(org.Candidate)},
	{words: "接收为预备党员", under: "发展与转正", kind: org.SpellCategory, fits: isNow(org.Candidate, org.Activist), asks: []ask{askDay, askBasis},
		labels: map[ask]string{askDay: "支部大会通过的日期"}, do: admit},
	{words: "转正", note: "成为正式党员", under: "发展与转正", kind: org.SpellCategory, fits: isNow(org.Probationary), asks: []ask{askDay, askBasis},
		labels: map[ask]string{askDay: "转正日期"}, do: func(s *step) error { return s.p.Confirm(s.spell()) }},
	{words: "延长预备期", under: "发展与转正", kind: org.SpellExtension, fits: isNow(org.Probationary), asks: []ask{askDay, askLast, askBasis},
		labels: map[ask]string{askDay: "从哪天起延长", askLast: "延长到哪天"}, do: begins("")},

	{words: "开始担任职务", under: "职务和党小组", kind: org.SpellPost, fits: isHere, asks: []ask{askValue, askGroup, askTitle, askDay, askBasis},
		labels: map[ask]string{askValue: "职务", askGroup: "哪个党小组", askTitle: "具体名称", askDay: "任职日期（批复日期）"}, optional: []ask{askGroup, askTitle}, values: org.SpellValues(org.SpellPost), do: takePost},
	{words: "卸任职务", under: "职务和党小组", kind: org.SpellPost, fits: goesOn(org.SpellPost), asks: []ask{askWhich, askLast}, do: ends},
	{words: "换党小组", under: "职务和党小组", kind: org.SpellGroup, fits: isHere, asks: []ask{askGroup, askDay}, labels: map[ask]string{askGroup: "换到哪个党小组"}, do: begins("")},
	{words: "列为两委成员、后备干部", under: "职务和党小组", kind: org.SpellReserve, fits: isHere, asks: []ask{askValue, askDay}, labels: map[ask]string{askValue: "列为"}, values: org.SpellValues(org.SpellReserve), do: begins("")},
	{words: "不再是两委成员、后备干部", under: "职务和党小组", kind: org.SpellReserve, fits: goesOn(org.SpellReserve), asks: []ask{askWhich, askLast}, do: ends},
	{words: "成为党员领导干部", note: "要过双重组织生活", under: "职务和党小组", kind: org.SpellLeader, fits: without(org.SpellLeader), asks: []ask{askDay}, do: begins("")},
	{words: "不再是党员领导干部", under: "职务和党小组", kind: org.SpellLeader, fits: goesOn(org.SpellLeader), asks: []ask{askWhich, askLast}, do: ends},

	{words: "不作硬性要求（免修）", note: "年老体弱、行动不便等", under: "学习要求", kind: org.SpellExemption, fits: without(org.SpellExemption), asks: []ask{askValue, askDay, askBasis},
		labels: map[ask]string{askValue: "属于哪一类"}, values: org.SpellValues(org.SpellExemption), do: begins("")},
	{words: "免修结束", under: "学习要求", kind: org.SpellExemption, fits: goesOn(org.SpellExemption), asks: []ask{askWhich, askLast}, do: ends},

	{words: "外出流动", under: "流动和联系", kind: org.SpellFloating, fits: without(org.SpellFloating), asks: []ask{askTitle, askDay, askWho},
		labels: map[ask]string{askTitle: "去了哪里", askWho: "联系人"}, optional: []ask{askTitle, askWho}, do: begins(org.FloatOut)},
	{words: "外来流入", note: "组织关系在别处", under: "流动和联系", kind: org.SpellFloating, fits: without(org.SpellFloating), asks: []ask{askTitle, askDay, askWho},
		labels: map[ask]string{askTitle: "从哪里来", askWho: "联系人"}, optional: []ask{askTitle, askWho}, do: begins(org.FloatIn)},
	{words: "流动结束（返回）", under: "流动和联系", kind: org.SpellFloating, fits: goesOn(org.SpellFloating), asks: []ask{askWhich, askDay}, labels: map[ask]string{askDay: "返回日期"}, do: ends},
	{words: "失去联系", under: "流动和联系", kind: org.SpellLost, fits: without(org.SpellLost), asks: []ask{askDay}, labels: map[ask]string{askDay: "从哪天起联系不上"}, do: begins("")},
	{words: "重新联系上", under: "流动和联系", kind: org.SpellLost, fits: goesOn(org.SpellLost), asks: []ask{askWhich, askDay}, labels: map[ask]string{askDay: "联系上的日期"}, do: ends},

	{words: "转出", note: "对方已经接收", under: "组织关系", fits: isHere, asks: []ask{askDay, askWho, askBasis}, labels: awayLabels, optional: []ask{askWho}, do: leaves(org.EndedMoved)},
	{words: "转出待接收", note: "还没有回执", under: "组织关系", fits: isHere, asks: []ask{askDay, askWho, askBasis}, labels: awayLabels, optional: []ask{askWho}, do: leaves(org.EndedSent)},
	{words: "转入（再回本支部）", under: "组织关系", fits: isAway, asks: []ask{askDay, askWho, askBasis}, labels: map[ask]string{askDay: "到本支部的日期", askWho: "从哪里转来"}, optional: []ask{askWho}, do: arrives(org.BeganMovedIn)},
	{words: "去世", under: "组织关系", fits: isHere, asks: []ask{askLast}, labels: map[ask]string{askLast: "去世日期"}, do: leaves(org.EndedDied)},
	{words: "派驻结束", under: "组织关系", fits: isGuest, asks: []ask{askLast}, do: leaves(org.EndedVisit)},
	{words: "录错了人（误录）", note: "不该在本支部名下", under: "组织关系", fits: isHere, asks: []ask{askDay}, labels: map[ask]string{askDay: "从哪天起不算"}, do: leaves(org.EndedError)},

	{words: "留党察看、停止党籍等", under: "党籍", kind: org.SpellStanding, fits: isMember, asks: []ask{askValue, askDay, askBasis},
		labels: map[ask]string{askValue: "党籍状态"}, values: specialStandings(), do: begins("")},
	{words: "恢复正常", note: "留党察看期满、恢复党籍等", under: "党籍", kind: org.SpellStanding, fits: isSpecial, asks: []ask{askDay, askBasis}, labels: map[ask]string{askDay: "从哪天起恢复"}, do: begins(org.StandNormal)},
	{words: "出党", note: "开除、除名、退党", under: "党籍", fits: isMember, asks: []ask{askDay, askBasis}, labels: map[ask]string{askDay: "从哪天起不是党员"}, do: leaves(org.EndedOut)},
	{words: "恢复党籍（重新在册）", under: "党籍", fits: isAway, asks: []ask{askDay, askBasis}, labels: map[ask]string{askDay: "从哪天起恢复"}, do: arrives(org.BeganBack)},
}

var awayLabels = map[ask]string{askDay: "从哪天起不在本支部", askWho: "转到哪里"}
