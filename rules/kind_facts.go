package rules

import "branchbook/store/org"

// The kinds of fact: what other rules build on. They make no findings of
// their own, except committee and term.

// countingKind says how study is counted: form by kind of part, minutes of one
// 学时, days, the cap per date, on which day a year begins.
var countingKind = kind{params: []param{
	{name: "forms", typ: typeForms, words: formWords(), required: true},
	{name: "not_counted", typ: typeWords, words: partKindWords(), required: true},
	{name: "unit_minutes", typ: typeNumber, lo: 10, hi: 120, divides: int64(org.Hour), required: true},
	{name: "half_day", typ: typeHours, lo: 0, hi: 24, required: true},
	{name: "day", typ: typeHours, lo: 0, hi: 24, required: true},
	{name: "per_day", typ: typeHours, lo: 1, hi: 24, required: true},
	{name: "rounding", typ: typeWord, words: []string{roundNone, roundHalf}},
	{name: "online", typ: typeYes, required: true},
	{name: "proof", typ: typeYes},
	{name: "year_start", typ: typeYearDay},
	{name: "pro_rata", typ: typeYes, required: true},
	{name: "late_after_days", typ: typeNumber, lo: 0, hi: 366, required: true},
}}

// How minutes become 学时 (rounding).
const (
	roundNone = "none" // exactly
	roundHalf = "half" // down to half a 学时, each part for itself
)

// dueKind says who is due to attend (应到).
var dueKind = kind{params: []param{
	{name: "categories", typ: typeWords, words: categoryWords(), required: true},
	{name: "floating_months", typ: typeBound, lo: 0, hi: 120, required: true},
	{name: "lost_due", typ: typeYes},
}}

// exemptionKind says which classes of exemption free from what.
var exemptionKind = kind{params: []param{
	{name: "classes", typ: typeWords, words: exemptionWords(), required: true},
	{name: "from_meetings", typ: typeYes, required: true},
	{name: "from_hours", typ: typeYes, required: true},
}}
