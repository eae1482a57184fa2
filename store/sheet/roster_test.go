package sheet

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"branchbook/store/org"
)

// lighthouse are the 27 columns of 灯塔 with one person's cells.
var lighthouse = [][2]any{
	{"序号", 1}, {"姓名", "王　伟"}, {"性别", "男"}, {"公民身份号码", number("19850305", 11)}, {"民族", "汉族"}, {"出生日期", "1985-03-05"},
	{"学历", "大学本科毕业"}, {"人员类别", "正式党员"}, {"学位", "学士"}, {"所在党支部", "幸福村党支部"}, {"手机号码", "13800138000"},
	{"入党日期", "2010-06-20"}, {"转正日期", "2011-06-20"}, {"党龄", "14"}, {"党龄校正值", "-3"}, {"新社会阶层类型", "无"},
	{"工作岗位", "农牧渔民"}, {"从事专业技术职务", "会计师"}, {"是否农民工", "否"}, {"现居住地", "幸福村一号"}, {"户籍所在地", "幸福村"},
	{"是否失联党员", "否"}, {"是否流动党员", "是"}, {"入党类型", "发展"}, {"转正情况", "按期转正"}, {"入党时所在支部", "光明村党支部"}, {"延长预备期时间", "—"},
}

func TestTheColumnsOfTheInformationBaseAreReadInAnyOrder(t *testing.T) {
	want := org.Person{
		Name: "王伟", Sex: org.Male, Nation: "汉族", IDNumber: number("19850305", 11), Born: "1985-03-05", Education: "大学本科毕业", Degree: "学士",
		Phone: "13800138000", Joined: "2010-06-20", FullFrom: "2011-06-20", Job: "农牧渔民", Address: "幸福村一号", Household: "幸福村",
		Seniority: -3, Expert: "会计师", Migrant: "否", JoinType: "发展", JoinedAt: "光明村党支部", Confirmed: "按期转正",
		Spells: []org.Spell{
			{Kind: org.SpellBelonging, Began: org.BeganRoster},
			{Kind: org.SpellCategory, Value: org.Probationary, From: "2010-06-20", To: "2011-06-20"},
			{Kind: org.SpellCategory, Value: org.FullMember, From: "2011-06-20"},
			{Kind: org.SpellFloating, Value: org.FloatOut},
		},
	}
	for seed := range uint64(20) {
		columns := slices.Clone(lighthouse)
		rand.New(rand.NewPCG(seed, 7)).Shuffle(len(columns), func(i, j int) { columns[i], columns[j] = columns[j], columns[i] })
		var head, cells []any
		for _, c := range columns {
			head, cells = append(head, c[0]), append(cells, c[1])
		}
		r := roster(t, workbook(t, [][]any{head, cells}, nil))
		if len(r.Rows) != 1 || len(r.Findings) != 0 || len(r.Columns) != 27 {
			t.Fatalf("seed %d: %d rows, %d columns, findings %s", seed, len(r.Rows), len(r.Columns), kinds(r.Findings))
		}
		row := r.Rows[0]
		if got := row.Person; !equal(got, want) || len(row.Findings) != 0 || row.Branch != "幸福村党支部" || row.Line != 2 || !slices.Equal(row.Denied, []org.SpellKind{org.SpellLost}) {
			t.Errorf("seed %d: got %+v, findings %s", seed, row, kinds(row.Findings))
		}
	}
}

func equal(a, b org.Person) bool {
	same := slices.Equal(a.Spells, b.Spells)
	a.Spells, b.Spells = nil, nil
	return same && slices.Equal([]any{a.Name, a.Sex, a.Nation, a.IDNumber, a.IDOdd, a.Born, a.Education, a.Degree, a.Phone, a.Joined, a.FullFrom, a.Job, a.Address,
		a.Household, a.Seniority, a.Stratum, a.Expert, a.Migrant, a.JoinType, a.JoinedAt, a.Confirmed, a.Extended, a.Note, a.ID, a.Rev},
		[]any{b.Name, b.Sex, b.Nation, b.IDNumber, b.IDOdd, b.Born, b.Education, b.Degree, b.Phone, b.Joined, b.FullFrom, b.Job, b.Address,
			b.Household, b.Seniority, b.Stratum, b.Expert, b.Migrant, b.JoinType, b.JoinedAt, b.Confirmed, b.Extended, b.Note, b.ID, b.Rev})
}

// national is the form of 2017 as a branch fills it: titles, headings over two
// rows, a group name merged over its people, a footer.
func national(t testing.TB) []byte {
	rows := [][]any{
		{"幸福村党支部党员基本信息表"},
		{"填报单位：幸福村党支部（盖章）"},
		{"序号", "姓 名", "性别", "民族", "公民身份证号", "出生日期\n（年月日）", "学历", "人员类别", "所在党支部", "加入党组织\n日期", "转为正式\n党员日期", "工作岗位", "联系电话（手机）", "家庭住址（具体到门牌号）", "党籍状态", "失联党员", nil, "流动党员", nil, "党小组", "特长"},
		{nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, "是否", "失去联系日期", "是否", "外出流向"},
		{1, "王伟", "男", "汉", number("19850305", 11), "1985.03", "21", "正式", "幸福村党支部", 40349, 40714, "农民", 13800138000.0, "一号", "正常", "否", nil, "否", nil, "第一党小组", "书法"},
		{2, "阿依古丽．买买提", "2", "05", number("19900716", 22), 33070, "大专", "中共预备党员", "幸福村党支部", "2025年3月", nil, "无", "0531-88886666/139 0013 9000", "二号", "正常", "是", "2024年5月", "是", "省外", nil},
		{},
		{3, "李强", "女", "汉", "110105800101123", "1980年13月", "90", "入党对象", "幸福村党支部", "2030.1", "无", "", "12345", "三号", "停止党籍", "不知道", nil, "流入", nil, nil},
		{"序号", "姓 名", "性别", "民族", "公民身份证号"},
		{4, nil, "男", "汉", nil, "1970.1"},
		{5, "赵敏", nil, nil, number("19990909", 40), nil, nil, nil, nil, "2020.5.8", "2021.05.08", nil, nil, nil, nil, nil, nil, nil, nil, "第二党小组"},
		{6},
		{"填表人：孙丽", nil, "审核人：周杰", nil, nil, "2025年6月1日"},
		{7, "钱进", "男", "汉"},
	}
	return workbook(t, rows, func(f *excelize.File) {
		for _, m := range [][2]string{{"A1", "U1"}, {"A2", "U2"}, {"P3", "Q3"}, {"R3", "S3"}, {"T5", "T8"}} {
			if err := f.MergeCell("Sheet1", m[0], m[1]); err != nil {
				t.Fatal(err)
			}
		}
		for c := range 21 {
			if c < 15 || c > 18 {
				name, _ := excelize.ColumnNumberToName(c + 1)
				if err := f.MergeCell("Sheet1", name+"3", name+"4"); err != nil {
					t.Fatal(err)
				}
			}
		}
	})
}

func TestTheNationalFormWithTitlesMergedHeadingsAndFooterIsRead(t *testing.T) {
	r := roster(t, national(t))
	checkNational(t, r)
}

func checkNational(t *testing.T, r *Roster) {
	t.Helper()
	if r.Header != 4 || len(r.Rows) != 5 {
		t.Fatalf("header in row %d, %d rows", r.Header, len(r.Rows))
	}
	if got := kinds(r.Findings); got != "column_alien@U4 after_footer@" {
		t.Errorf("findings of the sheet: %s", got)
	}
	a, b, c, e := r.Rows[0], r.Rows[1], r.Rows[2], r.Rows[4]
	if p := a.Person; p.Born != "1985-03-05" || p.Nation != "汉族" || p.Education != "大学本科毕业" || p.Joined != "2010-06-20" || p.FullFrom != "2011-06-20" || p.Phone != "13800138000" || a.Group != "第一党小组" || len(a.Findings) != 0 {
		t.Errorf("first: %+v, %s", a, kinds(a.Findings))
	}
	if p := b.Person; p.Name != "阿依古丽·买买提" || p.Sex != org.Female || p.Nation != "维吾尔族" || p.Born != "1990-07-16" || p.Phone != "053188886666、13900139000" || b.Group != "第一党小组" || len(b.Findings) != 0 || p.Job != "" {
		t.Errorf("second: %+v, %s", b, kinds(b.Findings))
	}
	wantB := []org.Spell{
		{Kind: org.SpellBelonging, Began: org.BeganRoster}, {Kind: org.SpellCategory, Value: org.Probationary, From: "2025-03"},
		{Kind: org.SpellLost, From: "2024-05"}, {Kind: org.SpellFloating, Value: org.FloatOut, Title: "省外"},
	}
	if !slices.Equal(b.Person.Spells, wantB) {
		t.Errorf("second: spells %+v", b.Person.Spells)
	}
	if got := kinds(c.Findings); got != "id_old@E8 date_none@F8 date_future@J8 word_alien@H8 word_alien@P8 phone_form@M8" {
		t.Errorf("third: %s", got)
	}
	if !slices.Contains(c.Person.Spells, org.Spell{Kind: org.SpellStanding, Value: org.StandSuspended}) || !slices.Contains(c.Person.Spells, org.Spell{Kind: org.SpellFloating, Value: org.FloatIn}) || c.Group != "第一党小组" {
		t.Errorf("third: %+v", c)
	}
	if d := r.Rows[3]; d.Importable() || kinds(d.Findings) != "name_missing@B10" || d.Line != 10 {
		t.Errorf("row without a name: line %d, %s", d.Line, kinds(d.Findings))
	}
	if e.Person.Sex != org.Female || e.Person.Born != "1999-09-09" || !e.Person.Is(today, org.SpellCategory, org.FullMember) || e.Group != "第二党小组" {
		t.Errorf("last: %+v, %s", e, kinds(e.Findings))
	}
}

func TestHeadingsOverTwoRowsAreReadWithoutMergedCells(t *testing.T) {
	r := roster(t, []byte("姓名,性别,失去联系,,流动党员,,转正,电话\n,,是否,日期,是否,外出流向,日期,\n王伟,男,是,2024.05,是,省外,2011.06,88886666,多余\n"))
	p := r.Rows[0].Person
	want := []org.Spell{{Kind: org.SpellBelonging, Began: org.BeganRoster}, {Kind: org.SpellCategory, Value: org.FullMember, From: "2011-06"},
		{Kind: org.SpellLost, From: "2024-05"}, {Kind: org.SpellFloating, Value: org.FloatOut, Title: "省外"}}
	if len(r.Rows) != 1 || !slices.Equal(p.Spells, want) || p.Phone != "88886666" || kinds(r.Findings) != "column_alien@I2" || r.Header != 2 {
		t.Errorf("%+v: %s", p, kinds(r.Findings))
	}
}

func TestWhoIsAbroadIsReadFromTheFloatingColumn(t *testing.T) {
	r := roster(t, []byte("姓名,人员类别,是否流动党员,外出流向\n王伟,正式党员,出国（境）,某国\n李强,正式党员,是（出境）,\n"))
	want := []org.Spell{{Kind: org.SpellFloating, Value: org.FloatAbroad, Title: "某国"}, {Kind: org.SpellFloating, Value: org.FloatAbroad}}
	for i, w := range want {
		if !slices.Contains(r.Rows[i].Person.Spells, w) || len(r.Findings) != 0 {
			t.Errorf("row %d: %+v, %s", i, r.Rows[i].Person.Spells, kinds(r.Findings))
		}
	}
}

func TestHintsBelowMergedHeadingsAreNoPerson(t *testing.T) {
	r := roster(t, workbook(t, [][]any{{"姓名", "性别", "出生日期", "学历"}, {nil, nil, "（年月日）", "（代码）"}, {"王伟", "男", "1985", "21"}}, func(f *excelize.File) {
		for _, c := range []string{"A", "B"} {
			if err := f.MergeCell("Sheet1", c+"1", c+"2"); err != nil {
				t.Fatal(err)
			}
		}
	}))
	if len(r.Rows) != 1 || r.Rows[0].Line != 3 || len(r.Findings) != 0 {
		t.Errorf("%d rows, %s", len(r.Rows), kinds(r.Findings))
	}
}

func TestARosterWhosePostComesFirstDoesNotEndAtTheSecretary(t *testing.T) {
	r := roster(t, []byte("党内职务,姓名,性别\n党支部书记,王伟,男\n负责人,李强,女\n合计,2人\n"))
	if len(r.Rows) != 2 || r.Rows[0].Post != "党支部书记" || len(r.Findings) != 0 {
		t.Errorf("%d rows, %s", len(r.Rows), kinds(r.Findings))
	}
}

func TestIDNumbersInDoubtAreLeftOut(t *testing.T) {
	good := number("19850305", 11)
	bad := good[:17] + string("0123456789"[(good[17]-'0'+1)%10])
	for _, c := range []struct {
		cell any
		want FindingKind
	}{
		{good, ""}, {strings.ToLower(number("19850305", 9)), ""}, {" " + good[:6] + " " + good[6:] + "\t", ""}, {"９９" + good[2:], ""}, {`="` + good + `"`, ""}, {"'" + good, ""},
		{bad, IDCheck}, {"990101850305123", IDOld}, {good[:17], IDForm}, {"护照E1234567", IDForm}, {"99010119850230001X", IDDate}, {number("20990101", 1), IDDate},
		{9.90101198503052e17, IDRounded}, {"9.90101E+17", IDRounded}, {"9.90101198503052E+17", IDRounded}, {"990101198503052000", IDRounded}, {good[:6] + "********" + good[14:], Masked},
	} {
		r := roster(t, workbook(t, [][]any{{"姓名", "身份证号", "学历"}, {"王伟", c.cell, "大专"}}, nil)).Rows[0]
		var got FindingKind
		for _, f := range r.Findings {
			if f.Field == FieldIDNumber {
				got = f.Kind
			}
		}
		if got != c.want || (r.Person.IDNumber != "") != (c.want == "") || (r.OddID != "") != (c.want == IDCheck) {
			t.Errorf("cell %v: finding %q, want %q; taken: %v", c.cell, got, c.want, r.Person.IDNumber != "")
		}
	}
}

func TestARoundedNumberWhoseCheckDigitFitsByChanceIsNotTrusted(t *testing.T) {
	const lucky = "990101198503051000" // what 15 digits of a rounded number leave, and its check digit is right
	head := []any{"姓名", "身份证号", "学历"}
	alone := roster(t, workbook(t, [][]any{head, {"王伟", lucky, "大专"}}, nil))
	beside := roster(t, workbook(t, [][]any{head, {"王伟", lucky, "大专"}, {"李强", 9.90101198503052e17, "大专"}}, nil))
	if alone.Rows[0].Person.IDNumber != lucky || beside.Rows[0].Person.IDNumber != "" {
		t.Errorf("alone %s, beside a rounded one %s", kinds(alone.Rows[0].Findings), kinds(beside.Rows[0].Findings))
	}
}

func TestWhatContradictsTheIDNumberIsLeftOut(t *testing.T) {
	r := roster(t, workbook(t, [][]any{{"姓名", "身份证号", "性别", "出生日期"}, {"王伟", number("19850305", 11), "女", "1985-03-06"}}, nil)).Rows[0]
	if r.Person.Sex != "" || r.Person.Born != "" || kinds(r.Findings[:2]) != "sex_other_id@C2 born_other_id@D2" {
		t.Errorf("%+v: %s", r.Person, kinds(r.Findings))
	}
}

func TestTheSamePersonOnTwoRowsIsToldOnBoth(t *testing.T) {
	a := number("19850305", 11)
	r := roster(t, workbook(t, [][]any{
		{"姓名", "身份证号", "出生日期", "人员类别"},
		{"王伟", a, nil, "正式党员"}, {"王伟", a, nil, "正式党员"},
		{"李强", nil, "1990-01", "正式党员"}, {"李强", nil, "1990.01", "正式党员"},
		{"赵敏", number("19900101", 22), nil, "正式党员"}, {"赵敏", number("19900101", 24), nil, "正式党员"},
	}, nil))
	want := []string{"id_twice@B2", "id_twice@B3", "name_born_twice@A4", "name_born_twice@A5", "", ""}
	for i, w := range want {
		if got := kinds(r.Rows[i].Findings); got != w || r.Rows[i].Importable() != (i != 1) {
			t.Errorf("row %d: %q importable %v, want %q", i+2, got, r.Rows[i].Importable(), w)
		}
	}
}

func TestDatesThatCannotFollowEachOtherAreLeftOut(t *testing.T) {
	for _, c := range []struct{ born, joined, full, category, want, left string }{
		{"1985-03-05", "2010-06-01", "2011-06-01", "正式党员", "", "[full_from joined]"},
		{"1985-03-05", "1984", "2011-06-01", "正式党员", "dates_order@C2", "[]"},
		{"1985-03-05", "2010-06-01", "2010-05", "正式党员", "dates_order@D2", "[]"},
		{"1985-03-05", "2010-06-01", "2011-06-01", "预备党员", "category_other@D2", "[joined]"},
		{"1985-03-05", "2010-06-01", "", "积极分子", "category_other@C2", "[]"},
		{"1985-03-05", "2010-06-01", "", "", "category_missing@E2", "[joined]"},
		{"1985-03-05", "2024-12-01", "2025-12-01", "预备党员", "date_future@D2", "[joined]"},
	} {
		r := roster(t, workbook(t, [][]any{{"姓名", "出生日期", "入党日期", "转正日期", "人员类别"}, {"王伟", c.born, c.joined, c.full, c.category}}, nil)).Rows[0]
		var left []Field
		for f, d := range map[Field]org.Partial{FieldJoined: r.Person.Joined, FieldFullFrom: r.Person.FullFrom} {
			if d != "" {
				left = append(left, f)
			}
		}
		slices.Sort(left)
		if got := kinds(r.Findings); got != c.want || fmt.Sprint(left) != c.left {
			t.Errorf("%+v: %q, dates %v", c, got, left)
		}
	}
}

func TestPhonesAreReadToDigits(t *testing.T) {
	for _, c := range []struct {
		in, want string
		fault    FindingKind
	}{
		{"13800138000", "13800138000", ""}, {"1.3800138e+10", "13800138000", ""}, {"13800138000.0", "13800138000", ""}, {"138 0013-8000", "13800138000", ""},
		{"+86 13800138000", "13800138000", ""}, {"8613800138000", "13800138000", ""}, {"（0531）88886666", "053188886666", ""}, {"88886666", "88886666", ""},
		{"13800138000；13900139000", "13800138000、13900139000", ""}, {"13800138000/王", "13800138000", PhoneForm}, {"1.38E+10", "", PhoneRounded},
		{"138****8000", "", Masked}, {"1380013800", "", PhoneForm}, {"138001380001", "", PhoneForm}, {"没有", "", PhoneForm}, {"", "", ""},
	} {
		if got, fault := phones(c.in); got != c.want || fault != c.fault {
			t.Errorf("phones(%q) = %q, %q; want %q, %q", c.in, got, fault, c.want, c.fault)
		}
	}
}

func TestEducationCodesOfBothLists(t *testing.T) {
	column := func(cells ...any) []Row {
		rows := [][]any{{"姓名", "学历", "性别"}}
		for _, c := range cells {
			rows = append(rows, []any{"王伟", c, "男"})
		}
		return roster(t, workbook(t, rows, nil)).Rows
	}
	for _, c := range []struct {
		rows []Row
		want []string
	}{
		{column(90, 21, "28", "14", "１１"), []string{"其他", "大学本科毕业", "大学普通班毕业", "硕士研究生毕业", "博士研究生毕业"}},
		{column(90, 50, "60"), []string{"文盲或半文盲", "技工学校", "普通高级中学教育"}},
		{column(90, "大专", "99", "21 大学本科毕业"), []string{"", "大专", "", "大学本科毕业"}},
	} {
		for i, w := range c.want {
			if got := c.rows[i].Person.Education; got != w {
				t.Errorf("row %d: %q, want %q", i, got, w)
			}
		}
	}
}

func TestTheBestSheetIsReadAndTheOthersAreNamed(t *testing.T) {
	data := workbook(t, [][]any{{"说明"}, {"请填写姓名"}}, func(f *excelize.File) {
		for name, rows := range map[string][][]any{
			"旧册": {{"姓名", "性别", "民族"}, {"钱进", "男", "汉"}},
			"名册": {{"姓名", "性别", "民族", "学历"}, {"王伟", "男", "汉", "大专"}},
			"底稿": {{"姓名", "性别", "民族", "学历", "学位", "备注"}, {"李强", "男", "汉", "大专", "", ""}},
		} {
			if _, err := f.NewSheet(name); err != nil {
				t.Fatal(err)
			}
			for i, r := range rows {
				if err := f.SetSheetRow(name, "A"+string(rune('1'+i)), &r); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := f.SetSheetVisible("底稿", false); err != nil {
			t.Fatal(err)
		}
	})
	b, err := Read("", data)
	if err != nil {
		t.Fatal(err)
	}
	r, err := ReadRoster(b, today)
	slices.Sort(r.Others)
	if err != nil || r.Sheet != "名册" || !slices.Equal(r.Others, []string{"底稿", "旧册"}) {
		t.Errorf("read %s, others %v, %v", r.Sheet, r.Others, err)
	}
	if r, err = ReadRosterSheet(b, "旧册", today); err != nil || r.Rows[0].Person.Name != "钱进" {
		t.Errorf("chosen sheet: %v", err)
	}
	if _, err = ReadRosterSheet(b, "Sheet1", today); !errors.Is(err, ErrNoHeader) {
		t.Errorf("sheet without headings: %v", err)
	}
}

func TestDatesCountFrom1904WhereTheBookSaysSo(t *testing.T) {
	on := true
	r := roster(t, workbook(t, [][]any{{"姓名", "出生日期", "人员类别"}, {"王伟", 31110 - 1462, "正式"}}, func(f *excelize.File) {
		if err := f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &on}); err != nil {
			t.Fatal(err)
		}
	})).Rows[0]
	if r.Person.Born != "1985-03-04" {
		t.Errorf("born %s", r.Person.Born)
	}
}

func TestAMonthOfOneDigitAfterThePointIsDoubtedUnlessTheColumnKeepsZeros(t *testing.T) {
	head := []any{"姓名", "出生日期", "人员类别"}
	a := roster(t, workbook(t, [][]any{head, {"王伟", 1985.1, "正式"}, {"李强", 1985.03, "正式"}}, nil))
	b := roster(t, workbook(t, [][]any{head, {"王伟", "1985.1", "正式"}, {"李强", "1985.10", "正式"}}, nil))
	if a.Rows[0].Person.Born != "1985" || kinds(a.Rows[0].Findings) != "date_month_double@B2" || a.Rows[1].Person.Born != "1985-03" {
		t.Errorf("numbers: %s, %s", a.Rows[0].Person.Born, kinds(a.Rows[0].Findings))
	}
	if b.Rows[0].Person.Born != "1985-01" || b.Rows[1].Person.Born != "1985-10" || len(b.Rows[0].Findings) != 0 {
		t.Errorf("text: %s, %s", b.Rows[0].Person.Born, kinds(b.Rows[0].Findings))
	}
}

func TestEveryKindOfFindingIsListedOnce(t *testing.T) {
	seen := map[FindingKind]bool{}
	for _, k := range FindingKinds() {
		if k == "" || seen[k] {
			t.Errorf("kind %q twice or empty", k)
		}
		seen[k] = true
	}
	for _, f := range Fields() {
		if got, ok := FieldOf(f.Chinese()); !ok || got != f {
			t.Errorf("heading %q names %q, want %q", f.Chinese(), got, f)
		}
	}
}
