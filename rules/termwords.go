package rules

import (
	"slices"

	"branchbook/store/org"
)

// labels name the parameters in Chinese, by name, or by kind and name where one
// name means several things.
var labels = map[string]string{
	"kinds": "活动", "per": "期间", "need": "次数", "each_group": "每个党小组分别要求", "seasons": "冬训春训", "level": "主办层级不低于",
	"by_posts": "授课人的职务", "by_leaders": "授课人是党员领导干部",
	"hours": "应修学时", "on_day": "年末（或查询当天）在任的", "share_of_year": "或本年任职天数占全年",
	"forms": "组织形式", "not_counted": "不计学时的活动", "unit_minutes": "1学时", "half_day": "半天", "day": "全天", "per_day": "每人每天最多",
	"rounding": "零头", "online": "线上参加也计", "proof": "他处学时凭证明计", "pro_rata": "应修按在册月数折算", "year_start": "学时年度开始", "late_after_days": "活动结束以后多少天登记算补录",
	"categories": "人员类别", "floating_months": "外出多久以后不应到", "lost_due": "失去联系的也应到",
	"classes": "情况", "from_meetings": "免到会", "from_hours": "免学时",
	"posts": "支委会成员", "ordinary": "其中委员", "years": "任期", "rural_years": "下列支部的任期", "rural_kinds": "哪些支部", "remind_months": "提前多久提醒",

	"form": "写明是这种形式的也算", "school": "在党校举办", "window": "时段", "months": "期限", "days": "按天数算", "together": "全支部合起来算", "unless": "已由这些规则要求的不再问",
	"of": "情况", "value": "其中", "extended_by": "可以延长", "then": "办成以后是",
	"between": "谁和谁", "items": "内容", "once_held": "开展了这些活动就要有", "from_month": "从几月起的才算本年", "after_year": "年度过完没有开展的也要有",
	"reading.need": "每项学习或阅读次数", "contact.values": "哪些党员", "contacts.values": "哪些党员", "contacts.need": "联系次数", "contact.months": "外出多久以后",
	"streak.warn": "连续多少个月提醒", "streak.months": "连续多少个月", "age": "年龄", "education": "学历", "reserve": "哪些人", "degree.posts": "或现任",
	"group.members": "党员", "group.full": "其中正式党员", "group.head": "组长是",
	"grades": "等次", "share": "占比", "base": "占谁的", "needs": "要记的内容", "within_days": "几天内登记", "per_year": "全年合起来提一次",
	"contents": "内容类别", "analysis": "安排党性分析", "count": "数什么", "size": "人数或单位数", "votes": "表决事项", "meetings": "哪些会议",
	"present": "到会的占应到会有表决权的", "yes": "赞成的占比", "seats": "当选人数不超过应选名额",
}

// units follow the number of a parameter.
var units = map[string]string{
	"need": "次", "hours": "学时", "unit_minutes": "分钟", "late_after_days": "天", "floating_months": "个月", "posts": "人", "ordinary": "人",
	"years": "年", "rural_years": "年", "remind_months": "个月", "months": "个月", "warn": "个月", "age": "周岁", "within_days": "天", "from_month": "月", "group.members": "名", "group.full": "名",
}

// ownWords are the words of parameters that have a list of their own.
var ownWords = map[string]map[string]string{
	"per":        {"month": "每月", "quarter": "每季度", "half_year": "每半年", "year": "每年"},
	"rounding":   {roundNone: "如实计", roundHalf: "每个环节往下取到半学时"},
	"window":     {"year": "本年", "term": "本届任期", "probation": "预备期", "after_full": "转正以后", "after_post": "任职以后"},
	"between":    {"committee": "支委会委员之间", "committee_members": "委员和党员之间", "members": "党员和党员之间"},
	"items":      {"report": "述学", "study_grade": "评学", "grade": "民主评议等次"},
	"ratio.base": {"members": "当天在册的", "recorded": "评议登记的基数", "due": "当天应到的"},
	"vote.base":  {"entitled": "应到会有表决权的", "present": "实到会有表决权的"},
	"count":      {"members": "党员", "full_members": "正式党员", "committee": "支委会成员", "units": "联合党支部的单位"},
	"needs": {"chair": "主持人", "recorder": "记录人", "lecturer": "授课人", "place": "地点", "text": "会议内容", "basics": "基本要求", "times": "起止时间",
		"title": "题目", "attendance": "到会情况", "absence_reason": "缺席原因", "votes": "表决结果"},
}

func labelOf(kind, name string) string { return named(labels, kind, name, name) }
func unitOf(kind, name string) string  { return named(units, kind, name, "") }

// named looks for what is said of a parameter of a kind, then of its name.
func named(words map[string]string, kind, name, otherwise string) string {
	if w, known := words[kind+"."+name]; known {
		return w
	}
	if w, known := words[name]; known {
		return w
	}
	return otherwise
}

// vocabulary is a list of stable words with their Chinese.
type vocabulary struct {
	words   []string
	chinese func(string) string
}

func spellVocabulary(k org.SpellKind) vocabulary {
	return vocabulary{plain(org.SpellValues(k)), func(s string) string { return org.SpellValue(s).Chinese(k) }}
}

func vocabularyOf[T interface {
	~string
	Chinese() string
}](list []T) vocabulary {
	return vocabulary{plain(list), func(s string) string { return T(s).Chinese() }}
}

// vocabularies are those of package org that packs choose words from.
var vocabularies = []vocabulary{
	vocabularyOf(org.PartKinds()), vocabularyOf(org.Forms()), vocabularyOf(org.BranchKinds()), vocabularyOf(org.Levels()), vocabularyOf(org.Contents()),
	spellVocabulary(org.SpellPost), spellVocabulary(org.SpellCategory), spellVocabulary(org.SpellExemption), spellVocabulary(org.SpellStanding),
	spellVocabulary(org.SpellFloating), spellVocabulary(org.SpellReserve), vocabularyOf(org.SpellKinds()), vocabularyOf(org.Seasons()), vocabularyOf(org.Grades()),
	vocabularyOf(org.VoteKinds()), {spellValueWords(), anySpellValue},
}

// anySpellValue is a value of whatever dated fact has it.
func anySpellValue(word string) string {
	for _, k := range org.SpellKinds() {
		if slices.Contains(plain(org.SpellValues(k)), word) {
			return org.SpellValue(word).Chinese(k)
		}
	}
	over := org.Spell{Kind: org.SpellBelonging, Ended: org.SpellValue(word)}
	return over.Chinese()
}

// wordOf is a word of a parameter in Chinese: by the parameter's own list, or by
// the vocabulary that has all its choices.
func wordOf(kind string, p param, word string) string {
	for _, key := range []string{kind + "." + p.name, p.name} {
		if w, known := ownWords[key][word]; known {
			return w
		}
	}
	for _, v := range vocabularies {
		if len(p.words) > 0 && !slices.ContainsFunc(p.words, func(w string) bool { return !slices.Contains(v.words, w) }) {
			return v.chinese(word)
		}
	}
	if p.typ == typeTexts {
		return titleOf(word)
	}
	return word
}

// titleOf is the title of a shipped rule, for parameters that name rules; other
// texts stay as they are.
func titleOf(text string) string {
	sources, err := shipped()
	if err != nil {
		return text
	}
	for _, s := range sources {
		for i := range s.Rules {
			if s.Rules[i].ID == text {
				return s.Rules[i].Title
			}
		}
	}
	return text
}
