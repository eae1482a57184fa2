package org

// SpellValue is the value of a spell, or how a belonging began or ended; which
// ones are allowed follows from the kind.
type SpellValue string

// Values by kind.
const (
	// belonging: how it began
	BeganRoster   SpellValue = "roster"   // on the roster when the records began
	BeganAdmitted SpellValue = "admitted" // 发展入党
	BeganMovedIn  SpellValue = "moved_in" // 转入
	BeganBack     SpellValue = "restored" // 恢复
	BeganGuest    SpellValue = "guest"    // attends here, membership elsewhere
	// belonging: how it ended
	EndedSent  SpellValue = "sent"     // 转出待接收
	EndedMoved SpellValue = "moved"    // 转出
	EndedDied  SpellValue = "died"     // 去世
	EndedOut   SpellValue = "expelled" // 出党: 开除、除名、退党
	EndedError SpellValue = "mistake"  // entered here by mistake
	EndedVisit SpellValue = "visit_over"

	// category
	Applicant    SpellValue = "applicant"    // 入党申请人
	Activist     SpellValue = "activist"     // 入党积极分子
	Candidate    SpellValue = "candidate"    // 发展对象
	Probationary SpellValue = "probationary" // 预备党员
	FullMember   SpellValue = "full"         // 正式党员
	Guest        SpellValue = "guest"        // 第一书记 and others: in no base

	// standing
	StandNormal    SpellValue = "normal"    // 正常
	StandProbation SpellValue = "probation" // 留党察看
	StandSuspended SpellValue = "suspended" // 停止党籍
	StandRights    SpellValue = "no_rights" // 党员权利中止
	StandKept      SpellValue = "kept"      // 保留党籍
	StandMend      SpellValue = "mend"      // 限期改正

	// post
	Secretary SpellValue = "secretary"       // 书记
	Deputy    SpellValue = "deputy"          // 副书记
	Committee SpellValue = "committee"       // 委员
	GroupHead SpellValue = "group_head"      // 党小组组长
	FirstSec  SpellValue = "first_secretary" // 第一书记

	// exemption: the class, never a diagnosis
	ExemptOld      SpellValue = "old"      // 年老体弱
	ExemptImmobile SpellValue = "immobile" // 行动不便
	ExemptIll      SpellValue = "ill"      // 身患重病
	ExemptDisabled SpellValue = "disabled" // 失能

	// reserve
	InCommittees SpellValue = "two_committees" // 两委成员
	InReserve    SpellValue = "reserve"        // 后备干部

	// floating
	FloatOut    SpellValue = "out"    // 流出
	FloatAbroad SpellValue = "abroad" // 出国（境）
	FloatIn     SpellValue = "in"     // 流入
)

var (
	beganValues = enum[SpellValue]{{BeganRoster, "在册", nil}, {BeganAdmitted, "发展入党", []string{"发展"}}, {BeganMovedIn, "转入", nil}, {BeganBack, "恢复", nil}, {BeganGuest, "派驻", []string{"挂职"}}}
	endedValues = enum[SpellValue]{{EndedSent, "转出待接收", nil}, {EndedMoved, "转出", nil}, {EndedDied, "去世", []string{"死亡"}}, {EndedOut, "出党", nil}, {EndedError, "误录", nil}, {EndedVisit, "派驻结束", nil}}

	spellValues = map[SpellKind]enum[SpellValue]{
		SpellCategory: {
			{FullMember, "正式党员", []string{"正式", "中共党员"}}, {Probationary, "预备党员", []string{"预备", "中共预备党员"}}, {Candidate, "发展对象", nil},
			{Activist, "入党积极分子", []string{"积极分子"}}, {Applicant, "入党申请人", []string{"申请人"}}, {Guest, "列席人员", []string{"派驻人员"}},
		},
		SpellStanding: {
			{StandNormal, "正常", nil}, {StandProbation, "留党察看", nil}, {StandSuspended, "停止党籍", nil}, {StandRights, "权利中止", nil},
			{StandKept, "保留党籍", nil}, {StandMend, "限期改正", nil},
		},
		SpellPost: {
			{Secretary, "书记", []string{"党支部书记", "支部书记"}}, {Deputy, "副书记", []string{"党支部副书记"}},
			{Committee, "委员", []string{"组织委员", "宣传委员", "纪检委员", "统战委员", "群团委员", "青年委员", "支部委员", "支委"}},
			{GroupHead, "党小组组长", []string{"组长"}}, {FirstSec, "第一书记", nil},
		},
		SpellExemption: {{ExemptOld, "年老体弱", nil}, {ExemptImmobile, "行动不便", nil}, {ExemptIll, "身患重病", []string{"患重病"}}, {ExemptDisabled, "失能", nil}},
		SpellReserve:   {{InCommittees, "两委成员", []string{"两委"}}, {InReserve, "后备干部", []string{"后备"}}},
		SpellFloating:  {{FloatOut, "流出", []string{"外出"}}, {FloatAbroad, "出国（境）", []string{"出国", "出国(境)", "出境"}}, {FloatIn, "流入", nil}},
	}
)

// SpellValues lists the values that a kind allows; nil where the kind needs
// none.
func SpellValues(k SpellKind) []SpellValue { return spellValues[k].values() }

// Away tells whether a floating value says that somebody is elsewhere while the
// relation is here: 流出, 出国（境）.
func (v SpellValue) Away() bool { return v == FloatOut || v == FloatAbroad }

// ParseSpellValue reads a value of the kind in English or Chinese.
func ParseSpellValue(k SpellKind, s string) (SpellValue, error) {
	return spellValues[k].parse("value", s)
}

// ParseBegan reads how a belonging began.
func ParseBegan(s string) (SpellValue, error) { return beganValues.parse("began", s) }

// ParseEnded reads how a belonging ended.
func ParseEnded(s string) (SpellValue, error) { return endedValues.parse("ended", s) }

// Chinese returns the official word of the value that the spell has.
func (s *Spell) Chinese() string {
	if s.Title != "" && s.Kind == SpellPost {
		return s.Title
	}
	switch s.Kind {
	case SpellBelonging:
		if s.Ended != "" {
			return endedValues.label(s.Ended)
		}
		return beganValues.label(s.Began)
	case SpellGroup, SpellLost, SpellLeader, SpellExtension:
		return s.Kind.Chinese()
	}
	return s.Value.Chinese(s.Kind)
}

// Chinese returns the official word of a value of the kind.
func (v SpellValue) Chinese(k SpellKind) string { return spellValues[k].label(v) }

func checkValue(s *Spell) error {
	if s.Kind != SpellBelonging {
		if s.Began != "" || s.Ended != "" {
			return &Invalid{"began", WhyChoice}
		}
		values, ok := spellValues[s.Kind]
		if !ok {
			if s.Value != "" {
				return &Invalid{"value", WhyChoice}
			}
			return nil
		}
		return values.check("value", s.Value)
	}
	if err := beganValues.check("began", s.Began); err != nil {
		return err
	}
	if (s.Ended != "") != (s.To != "") {
		return &Invalid{"ended", WhyEmpty}
	}
	return endedValues.optional("ended", s.Ended)
}
