package rules

import (
	"fmt"
	"strconv"
	"strings"

	"branchbook/store/org"
)

// Term is one parameter of a rule in words, for people who ask what a rule says
// and who says it.
type Term struct {
	Name   string // as packs write it
	Label  string // in Chinese
	Value  string // in Chinese, with its unit
	Origin string // the pack that gives it
}

// Terms lists the parameters that the packs give, in the order of the kind.
func (r *Rule) Terms() []Term {
	var out []Term
	for _, p := range kinds[r.Kind].params {
		if v, given := r.Params[p.name]; given {
			out = append(out, Term{p.name, labelOf(r.Kind, p.name), p.chinese(r.Kind, v), r.Origin(p.name)})
		}
	}
	return out
}

// chinese says the value of a parameter.
func (p param) chinese(kind string, v any) string {
	unit := unitOf(kind, p.name)
	switch v := v.(type) {
	case Bound:
		return v.Chinese(unit)
	case int64:
		return strconv.FormatInt(v, 10) + unit
	case org.Hours:
		return v.String() + "学时"
	case bool:
		if v {
			return "是"
		}
		return "否"
	case string:
		return wordOf(kind, p, v)
	case []string:
		list := make([]string, len(v))
		for i, w := range v {
			list[i] = wordOf(kind, p, w)
		}
		return strings.Join(list, "、")
	case map[string]string:
		return formsChinese(v)
	case yearDay:
		return v.Chinese()
	}
	return fmt.Sprint(v)
}

// Chinese says the bound: 不少于32学时, 超过1/2.
func (b Bound) Chinese(unit string) string {
	words := map[string]string{">=": "不少于", ">": "超过", "<=": "不超过", "<": "少于"}
	number := strconv.FormatInt(b.Num, 10)
	switch b.Den {
	case 0, 1:
	case 100:
		number += "%"
	default:
		number += "/" + strconv.FormatInt(b.Den, 10)
	}
	return words[b.Op] + number + unit
}

// Chinese says the day: 7月1日.
func (d yearDay) Chinese() string {
	text := d.in(2000).Chinese()
	return text[strings.Index(text, "年")+len("年"):]
}

// formsChinese groups the kinds of part by their form.
func formsChinese(forms map[string]string) string {
	var out []string
	for _, f := range org.Forms() {
		var list []string
		for _, k := range org.PartKinds() {
			if forms[string(k)] == string(f) {
				list = append(list, k.Chinese())
			}
		}
		if len(list) > 0 {
			out = append(out, f.Chinese()+"（"+strings.Join(list, "、")+"）")
		}
	}
	return strings.Join(out, "，")
}

// Chinese says to which branches and people a rule applies; "" for all.
func (a *Applies) Chinese() string {
	var out []string
	add := func(list []string, tail string) {
		if len(list) > 0 {
			out = append(out, strings.Join(list, "、")+tail)
		}
	}
	var kinds, categories, posts []string
	for _, k := range a.BranchKinds {
		kinds = append(kinds, k.Chinese())
	}
	for _, c := range a.Categories {
		categories = append(categories, c.Chinese(org.SpellCategory))
	}
	for _, p := range a.Posts {
		posts = append(posts, p.Chinese(org.SpellPost))
	}
	add(kinds, "的党支部")
	out = append(out, eitherWay(a.Committee, "设支委会的", "不设支委会的")...)
	out = append(out, eitherWay(a.Groups, "设党小组的", "不设党小组的")...)
	if !a.FullMembers.None() {
		out = append(out, "正式党员"+a.FullMembers.Chinese("名")+"的")
	}
	add(categories, "")
	add(posts, "")
	out = append(out, eitherWay(a.Exempt, "不作硬性要求的党员", "不作硬性要求的除外")...)
	out = append(out, eitherWay(a.Floating, "流出、出国（境）的党员", "流出、出国（境）的除外")...)
	out = append(out, eitherWay(a.Leaders, "党员领导干部", "党员领导干部除外")...)
	return strings.Join(out, "；")
}

func eitherWay(b *bool, yes, no string) []string {
	switch {
	case b == nil:
		return nil
	case *b:
		return []string{yes}
	}
	return []string{no}
}

// Validity says from when to when a rule holds, "" for always.
func (r *Rule) Validity() string {
	switch {
	case r.From == 0 && r.To == 0:
		return ""
	case r.To == 0:
		return r.From.Chinese() + "起"
	}
	return r.From.Chinese() + "至" + r.To.Chinese()
}
