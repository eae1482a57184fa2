package rules

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"branchbook/store/org"
)

// found1 reads a situation and gives what a rule finds of somebody as of a day.
func found1(t *testing.T, situation, day, rule, person string) Finding {
	t.Helper()
	w := newWorld()
	if err := w.read(situation); err != nil {
		t.Fatal(err)
	}
	d, err := org.ParseDate(day)
	if err != nil {
		t.Fatal(err)
	}
	list := Check(mustLoad(t, d, w.local...), w.snapshot(), d)
	i := slices.IndexFunc(list, func(f Finding) bool { return f.Rule == rule && string(f.Person) == person })
	if i < 0 {
		t.Fatalf("%s finds nothing of %s", rule, person)
	}
	return list[i]
}

func TestTheTraceNamesTheFactsOfCare(t *testing.T) {
	for name, c := range map[string]struct {
		situation, day, rule, person string
		want                         []string
	}{
		"talk": {"支部 村\n党员 甲 乙 丙\n甲 书记\n乙 委员\n活动 2026-03-05 谈心谈话 ： 出席 甲 乙 丙\n活动 2026-04-05 谈心谈话 ： 出席 乙 丙", "2026-06-01", "talk-committee-member", "丙",
			[]string{"2026年3月5日与甲、乙谈心谈话", "2026年4月5日与乙谈心谈话"}},
		"talk with many": {"支部 村\n党员 甲 乙 丙 丁 戊 己 庚\n活动 2026-03-05 谈心谈话 ： 出席 全体", "2026-06-01", "talk-members", "甲",
			[]string{"2026年3月5日与乙、丙、丁、戊、己等6人谈心谈话"}},
		"no talk of the kind": {"支部 村\n党员 甲 乙 丙\n甲 书记\n活动 2026-03-05 谈心谈话 ： 出席 乙 丙", "2026-06-01", "talk-committee-member", "丙",
			[]string{"2026年本人参加的谈心谈话有1次，没有这一类的", "没有设支部委员会，由书记（副书记）同党员谈"}},
		"somebody exempt": {"支部 村\n党员 甲 乙 丙\n甲 书记\n乙 委员\n丙 失能", "2026-06-01", "talk-committee-member", "丙",
			[]string{"2026年本人参加的谈心谈话有0次，没有这一类的", "不作硬性要求，只作建议"}},
		"reading": {"支部 村\n党员 甲 乙 丙\n丙 失能\n必读 2026 党章 ： 甲\n必读 2026 《条例》\n活动 2026-03-05 主题党日 材料=条例 ： 出席 乙 请假 甲", "2026-06-01", "required-reading", "",
			[]string{"《党章》：没有集体学习记录，已读登记1人；还没有记录：乙", "《条例》：2026年3月5日主题党日，已读登记0人；还没有记录：甲"}},
		"review": {"支部 村\n党员 甲\n活动 2026-05-05 组织生活会 ： 出席 甲\n述评 2026 甲 述学有稿", "2026-06-01", "study-review", "甲",
			[]string{"2026年5月5日已召开组织生活会", "没有登记：评学"}},
		"contact person": {"支部 村\n党员 甲\n甲 流出 2025-03\n台账 流动党员联系 甲 2026-02\n台账 流动党员联系 甲 2026-04-03", "2026-06-01", "floating-contact", "甲",
			[]string{"流出，2025年3月起", "流动党员联系登记2次，最近一次2026年4月3日"}},
		"contacts": {"支部 村\n党员 甲\n甲 出国（境）\n台账 流动党员联系 甲 2026-02\n活动 2026-03-05 主题党日 ： 线上 甲\n环节 2026-03-05 党课", "2026-06-01", "abroad-contact", "甲",
			[]string{"出国（境），建账以前就在外", "流动党员联系登记1次，参加活动1次", "不是整个时段都在外，或者日期不全，只作建议"}},
		"streak": {"支部 村\n党员 甲\n活动 2026-01-05 主题党日 ： 缺席 甲\n记录应到 甲\n活动 2026-01-09 党课 ： 缺席 甲\n记录应到 甲\n活动 2026-02-05 支委会 ： 缺席 甲\n记录应到 甲\n环节 2026-02-05 主题党日\n仅环节 1 不需参加 甲\n活动 2026-04-05 主题党日 ： 缺席 甲\n记录应到 甲", "2026-05-01", "absence-streak", "甲",
			[]string{"缺席：2026年1月5日主题党日、2026年1月9日党课", "缺席：2026年2月5日主题党日", "缺席：2026年4月5日主题党日", "其间1个月没有应到的活动，不计也不中断"}},
		"lecture": {"支部 机关\n党员 甲\n甲 书记\n活动 2026-03-05 党课 授课=甲 ： 出席 甲", "2026-05-01", "lecture-secretary-unit", "",
			[]string{"2026年3月5日 党课，授课人甲"}},
		"degree": {"支部 村\n党员 甲\n甲 委员\n档案 甲 出生=1990-05 学历=中专", "2026-05-01", "degree-course", "甲",
			[]string{"1990年5月生，中专，委员"}},
	} {
		if got := found1(t, c.situation, c.day, c.rule, c.person).Trace; !slices.Equal(got, c.want) {
			t.Errorf("%s:\ngot  %q\nwant %q", name, got, c.want)
		}
	}
}

func TestTitlesMeetWhateverTheirMarksAndSpaces(t *testing.T) {
	for _, title := range []string{"《选集》第四卷", "选集第四卷", " 《选集》　第四卷 ", "《选集 第四卷》"} {
		if got := bareTitle(title); got != "选集第四卷" {
			t.Errorf("%q is bare as %q", title, got)
		}
	}
	if bareTitle("选集第三卷") == bareTitle("选集第四卷") || bookTitle("选集") != "《选集》" || bookTitle("《选集》第四卷") != "《选集》第四卷" {
		t.Error("titles are told apart, and shown with marks")
	}
}

// Somebody who came back in a month of which the day is not known may be back
// already.
func TestAnAbsenceWhoseEndIsNotKnownIsNotMissing(t *testing.T) {
	w := newWorld()
	if err := w.read("支部 村\n党员 甲 乙\n甲 流出 2025-01-01..\n乙 出国（境） 2025-01-01..\n记一笔"); err == nil {
		t.Fatal("an unknown line was read")
	}
	for _, p := range w.persons {
		p.Spells[0].To = "2026-08"
	}
	if err := w.finish(); err != nil {
		t.Fatal(err)
	}
	for day, want := range map[string]State{"2026-07-31": Missing, "2026-08-01": Running, "2026-08-31": Running} {
		d, _ := org.ParseDate(day)
		for _, f := range Check(mustLoad(t, d), w.snapshot(), d) {
			if f.Rule == "floating-contact" && f.State != want {
				t.Errorf("%s: %s is %s", day, f.Person, f.State)
			}
			if f.Rule == "abroad-contact" && f.Period == "2026H2" && f.Advice != (want == Running) {
				t.Errorf("%s: of %s, advice is %v", day, f.Person, f.Advice)
			}
		}
	}
}

// The later of two stays away counts, in whatever order they were entered.
func TestOfTwoStaysAwayTheLaterCounts(t *testing.T) {
	for _, order := range []string{"甲 流出 2025-01-01..\n甲 出国（境） 2026-01-01..", "甲 出国（境） 2026-01-01..\n甲 流出 2025-01-01.."} {
		if f := found1(t, "支部 村\n党员 甲\n"+order, "2026-05-01", "floating-contact", "甲"); f.Period != "2026-07-01" || f.State != Running {
			t.Errorf("%s until %s", f.State, f.Period)
		}
	}
}

func TestAStreakKeepsItsPeriodAsItGrows(t *testing.T) {
	situation := "支部 村\n党员 甲\n"
	for _, month := range []string{"10", "11", "12"} {
		situation += "活动 2025-" + month + "-05 主题党日 ： 缺席 甲\n记录应到 甲\n"
	}
	for _, month := range []string{"02", "03", "04", "05"} {
		situation += "活动 2026-" + month + "-05 主题党日 ： 缺席 甲\n记录应到 甲\n"
	}
	for day, until := range map[string]string{"2026-01-31": "2026-03-31", "2026-02-01": "2026-04-30", "2026-04-30": "2026-04-30", "2026-05-01": "2026-04-30", "2026-06-01": "2026-04-30"} {
		f := found1(t, situation, day, "absence-streak", "甲")
		if f.Period != "2025-10" || f.From.String() != "2025-10-01" || f.Until.String() != until {
			t.Errorf("%s: %s, %v to %v, want to %s", day, f.Period, f.From, f.Until, until)
		}
		if missing := f.State == Missing; missing != (day > until) {
			t.Errorf("%s: %s", day, f.State)
		}
	}
}

func TestFreeWordsOfAListAreReadStrictly(t *testing.T) {
	const pack = `[pack]
name = "own"
title = "自定（虚构）"
layer = "branch"
program = 1
on = true
valid_from = 2026-01-01
[[document]]
id = "d"
title = "自定（虚构）"
[[change]]
rule = "degree-course"
kind = "degree"
[change.params]
education = LIST
`
	for list, want := range map[string]FaultWhy{`["高中", "中专"]`: "", `["高中", "高中"]`: FaultTwice, `["高中", ""]`: FaultType, `["高中", 1]`: FaultType, `"高中"`: FaultType,
		`["` + strings.Repeat("高", org.MaxName+1) + `"]`: FaultLong} {
		var got FaultWhy
		var f *Fault
		if errs := Lint("f.toml", []byte(strings.Replace(pack, "LIST", list, 1))); len(errs) > 0 && errors.As(errs[0], &f) {
			got = f.Why
		}
		if got != want {
			t.Errorf("%.40s: %q, want %q", list, got, want)
		}
	}
}
