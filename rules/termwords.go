package rules

import (
	"slices"

	"branchbook/store/org"
)

// labels name the parameters in Chinese, by name, or by kind and name where one
// name means several things.
var labels = map[string]string{
	"kinds": "活动", "per": "期间", "need": "次数", "each_group": "每个党小组分别要求",
	"hours": "应修学时", "on_day": "年末（或查询当天）在任的", "share_of_year": "或本年任职天数占全年",
	"forms": "组织形式", "not_counted": "不计学时的活动", "unit_minutes": "1学时", "half_day": "半天", "day": "全天", "per_day": "每人每天最多",
	"rounding": "零头", "online": "线上参加也计", "proof": "他处学时凭证明计", "pro_rata": "应修按在册月数折算", "year_start": "学时年度开始", "late_after_days": "活动结束以后多少天登记算补录",
	"categories": "人员类别", "floating_months": "外出多久以后不应到", "lost_due": "失去联系的也应到",
	"classes": "情况", "from_meetings": "免到会", "from_hours": "免学时",
	"posts": "支委会成员", "ordinary": "其中委员",
	"years": "任期", "rural_years": "下列支部的任期", "rural_kinds": "哪些支部",
}

// units follow the number of a parameter.
var units = map[string]string{
	"need": "次", "hours": "学时", "unit_minutes": "分钟", "late_after_days": "天", "floating_months": "个月", "posts": "人", "ordinary": "人",
	"years": "年", "rural_years": "年",
}

// ownWords are the words of parameters that have a list of their own.
var ownWords = map[string]map[string]string{
	"per":      {"month": "每月", "quarter": "每季度", "half_year": "每半年", "year": "每年"},
	"rounding": {roundNone: "如实计", roundHalf: "每个环节往下取到半学时"},
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
	spellVocabulary(org.SpellFloating), spellVocabulary(org.SpellReserve), vocabularyOf(org.SpellKinds()),
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
	return word
}
