package sheet

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"branchbook/store/org"
)

// told makes the row that a one-line sheet gives.
func told(t testing.TB, cells map[string]string) Row {
	t.Helper()
	var head, line []string
	for _, h := range []string{"姓名", "公民身份号码", "性别", "出生日期", "人员类别", "入党日期", "转正日期", "党籍状态", "是否失联党员", "失去联系日期", "是否流动党员", "外出流向", "手机号码", "学历"} {
		head, line = append(head, h), append(line, cells[h])
	}
	r, err := ReadRoster(&Book{Sheets: []*Sheet{{Name: "名册", Rows: [][]string{head, line}}}}, today)
	if err != nil {
		t.Fatal(err)
	}
	return r.Rows[0]
}

func mergeKinds(list []Finding) (out []FindingKind) {
	for _, f := range list {
		out = append(out, f.Kind)
	}
	return out
}

func fields(list []Change) (out []Field) {
	for _, c := range list {
		out = append(out, c.Field)
	}
	return out
}

func TestBlankDoubtfulAndLessExactValuesOverwriteNothing(t *testing.T) {
	id := number("19850305", 11)
	old := org.Person{ID: "p", Name: "王伟", IDNumber: id, Sex: org.Male, Born: "1985-03-05", Joined: "2010-06-20", Phone: "13800138000", Education: "大专",
		Spells: []org.Spell{{Kind: org.SpellBelonging, Began: org.BeganAdmitted, From: "2010-06-20"}, {Kind: org.SpellCategory, Value: org.FullMember}}}
	row := told(t, map[string]string{"姓名": "王 伟", "公民身份号码": org.MaskID(id), "出生日期": "1985年", "入党日期": "2010.06", "人员类别": "正式党员", "手机号码": "1380013", "学历": "无"})
	got, changes, findings := Merge(old, row)
	if !equal(got, old) || len(changes) != 0 || len(findings) != 0 {
		t.Errorf("changed %v, findings %v: %+v", fields(changes), mergeKinds(findings), got)
	}
}

func TestGoodValuesThatDifferAreTakenAndListed(t *testing.T) {
	old := org.Person{ID: "p", Name: "王伟", Born: "1985", Phone: "13800138000"}
	got, changes, findings := Merge(old, told(t, map[string]string{"姓名": "王伟", "出生日期": "1985-03", "手机号码": "13900139000", "人员类别": "正式党员"}))
	want := []Field{FieldBorn, FieldPhone, FieldBranch, FieldCategory}
	if !slices.Equal(fields(changes), want) || len(findings) != 0 || got.Born != "1985-03" || got.Phone != "13900139000" || old.Phone != "13800138000" {
		t.Errorf("changed %v, want %v; findings %v", fields(changes), want, mergeKinds(findings))
	}
}

func TestMembershipIsCarriedOnFromProbationToFull(t *testing.T) {
	old := org.Person{ID: "p", Name: "王伟", Joined: "2023-05-10", Spells: []org.Spell{
		{Kind: org.SpellBelonging, Began: org.BeganAdmitted, From: "2023-05-10"},
		{Kind: org.SpellCategory, Value: org.Candidate, To: "2023-05-10"},
		{Kind: org.SpellCategory, Value: org.Probationary, From: "2023-05-10"},
	}}
	row := told(t, map[string]string{"姓名": "王伟", "人员类别": "正式党员", "入党日期": "2023-05-10", "转正日期": "2024-05-10"})
	got, changes, findings := Merge(old, row)
	want := append(slices.Clone(old.Spells[:2]),
		org.Spell{Kind: org.SpellCategory, Value: org.Probationary, From: "2023-05-10", To: "2024-05-10"},
		org.Spell{Kind: org.SpellCategory, Value: org.FullMember, From: "2024-05-10"})
	if !slices.Equal(got.Spells, want) || !slices.Equal(fields(changes), []Field{FieldFullFrom, FieldCategory}) || len(findings) != 0 {
		t.Errorf("spells %+v, changed %v, findings %v", got.Spells, fields(changes), mergeKinds(findings))
	}
	if old.Spells[2].To != "" {
		t.Error("Merge wrote into the person given")
	}
}

func TestWhatClashesWithTheFileIsToldAndNotOverwritten(t *testing.T) {
	base := []org.Spell{{Kind: org.SpellBelonging, Began: org.BeganRoster}}
	with := func(s ...org.Spell) []org.Spell { return append(slices.Clone(base), s...) }
	category := func(v org.SpellValue) org.Spell { return org.Spell{Kind: org.SpellCategory, Value: v} }
	for name, c := range map[string]struct {
		old   org.Person
		cells map[string]string
		want  FindingKind
	}{
		"another ID number": {org.Person{IDNumber: number("19850305", 13)}, map[string]string{"公民身份号码": number("19850305", 11), "手机号码": "13800138000"}, IDOther},
		"sex against ID":    {org.Person{IDNumber: number("19850305", 11)}, map[string]string{"性别": "女"}, Unfit},
		"birth against ID":  {org.Person{IDNumber: number("19850305", 11)}, map[string]string{"出生日期": "1986"}, Unfit},
		"back to probation": {org.Person{Spells: with(category(org.FullMember))}, map[string]string{"人员类别": "预备党员"}, CategoryClash},
		"full, no date":     {org.Person{Spells: with(category(org.Probationary))}, map[string]string{"人员类别": "正式党员"}, FullDateMissing},
		"has left":          {org.Person{Spells: []org.Spell{{Kind: org.SpellBelonging, Began: org.BeganRoster, To: "2020-01", Ended: org.EndedMoved}}}, map[string]string{"人员类别": "正式党员"}, HasLeft},
		"found again":       {org.Person{Spells: with(category(org.FullMember), org.Spell{Kind: org.SpellLost, From: "2020-01"})}, map[string]string{"是否失联党员": "否", "人员类别": "正式党员"}, NoLonger},
		"lost once more": {org.Person{Spells: with(category(org.FullMember), org.Spell{Kind: org.SpellLost, From: "2020-01", To: "2021-01"})},
			map[string]string{"是否失联党员": "是", "人员类别": "正式党员"}, SinceMissing},
		"standing ended": {org.Person{Spells: with(category(org.FullMember), org.Spell{Kind: org.SpellStanding, Value: org.StandSuspended})}, map[string]string{"党籍状态": "正常", "人员类别": "正式党员"}, NoLonger},
		"order of dates": {org.Person{FullFrom: "2011-06-20", Spells: with(category(org.FullMember))}, map[string]string{"入党日期": "2015", "人员类别": "正式党员"}, Unfit},
		"dates of spells": {org.Person{Joined: "2010-06-20", FullFrom: "2011-06-20", Spells: with(
			org.Spell{Kind: org.SpellCategory, Value: org.Candidate, From: "2009-01-01", To: "2010-06-20"},
			org.Spell{Kind: org.SpellCategory, Value: org.Probationary, From: "2010-06-20", To: "2011-06-20"}, org.Spell{Kind: org.SpellCategory, Value: org.FullMember, From: "2011-06-20"})},
			map[string]string{"入党日期": "2010-05-20", "人员类别": "正式党员"}, Unfit},
	} {
		c.old.ID, c.old.Name = "p", "王伟"
		if len(c.old.Spells) == 0 {
			c.old.Spells = with(category(org.FullMember))
		}
		c.cells["姓名"] = "王伟"
		got, changes, findings := Merge(c.old, told(t, c.cells))
		if !slices.Contains(mergeKinds(findings), c.want) || !equal(got, c.old) || len(changes) != 0 {
			t.Errorf("%s: findings %v, changed %v", name, mergeKinds(findings), fields(changes))
		}
		if c.want != HasLeft && findings[0].Row != 2 {
			t.Errorf("%s: finding in row %d", name, findings[0].Row)
		}
	}
}

func TestAbroadOnFileGoesTogetherWithFloatingOnTheSheet(t *testing.T) {
	old := org.Person{ID: "p", Name: "王伟", Spells: []org.Spell{{Kind: org.SpellBelonging, Began: org.BeganRoster}, {Kind: org.SpellCategory, Value: org.FullMember},
		{Kind: org.SpellFloating, Value: org.FloatAbroad, From: "2025"}}}
	got, _, findings := Merge(old, told(t, map[string]string{"姓名": "王伟", "人员类别": "正式党员", "是否流动党员": "是", "外出流向": "某国"}))
	if s := got.Spells[2]; len(findings) != 0 || s.Value != org.FloatAbroad || s.Title != "某国" || s.From != "2025" {
		t.Errorf("spell %+v, findings %v", s, mergeKinds(findings))
	}
	got, _, findings = Merge(old, told(t, map[string]string{"姓名": "王伟", "人员类别": "正式党员", "是否流动党员": "流入"}))
	if !slices.Equal(mergeKinds(findings), []FindingKind{Unfit}) || got.Spells[2].Value != org.FloatAbroad {
		t.Errorf("flowing in: findings %v", mergeKinds(findings))
	}
}

// anyRow draws a row as sheets give them: values from small sets, so that
// they meet and clash.
func anyRow(t *rapid.T, tb testing.TB) Row {
	pick := func(label string, of ...string) string { return rapid.SampledFrom(append(of, "")).Draw(t, label) }
	dates := []string{"1985", "1985-03", "1985-03-05", "2009-12-31", "2010", "2010-06-20", "2011-06", "2011-06-20", "2024-06", "不清楚", "2010-02-30", "2030-01-01"}
	return told(tb, map[string]string{
		"姓名": "王伟", "公民身份号码": pick("id", number("19850305", 11), number("19850305", 22), "990101******1234"), "性别": pick("sex", "男", "女", "?"),
		"出生日期": pick("born", dates...), "人员类别": pick("category", "正式党员", "预备党员", "积极分子", "发展对象", "列席人员", "其他"),
		"入党日期": pick("joined", dates...), "转正日期": pick("full", dates...), "党籍状态": pick("standing", "正常", "停止党籍", "保留党籍"),
		"是否失联党员": pick("lost", "是", "否", "是（2024年5月）"), "失去联系日期": pick("since", dates...), "是否流动党员": pick("floating", "是", "否", "流入", "出国"), "外出流向": pick("to", "省外", "省内"),
		"手机号码": pick("phone", "13800138000", "13900139000"), "学历": pick("education", "21", "大专"),
	})
}

func TestImportingTwiceChangesNothing(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		p := org.Person{ID: "p"}
		for range rapid.IntRange(1, 4).Draw(rt, "imports") {
			row := anyRow(rt, t)
			once, _, _ := Merge(p, row)
			if err := once.Validate(); err != nil {
				rt.Fatalf("merged person is unsound: %v: %+v", err, once)
			}
			twice, changes, _ := Merge(once, row)
			if len(changes) != 0 || !equal(once, twice) {
				rt.Fatalf("second import changed %v: %+v to %+v", fields(changes), once, twice)
			}
			p = once
		}
	})
}

func TestANewPersonBecomesWhatTheRowTells(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		row := anyRow(rt, t)
		got, _, findings := Merge(org.Person{ID: "p"}, row)
		want := row.Person
		want.ID = "p"
		if !equal(got, want) || len(findings) != 0 {
			rt.Fatalf("got %+v, want %+v, findings %v", got, want, mergeKinds(findings))
		}
	})
}
