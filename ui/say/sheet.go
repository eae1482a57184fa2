package say

import (
	"errors"

	"branchbook/store/sheet"
)

func sheetError(err error) (Said, bool) {
	for _, known := range sheetErrors {
		if errors.Is(err, known.err) {
			return known.said, true
		}
	}
	return Said{}, false
}

var sheetErrors = []struct {
	err  error
	said Said
}{
	{sheet.ErrEmpty, Said{"表里没有内容。", "请核对文件是否选错。"}},
	{sheet.ErrTooLarge, Said{"表格太大，不像花名册。", "请只保留花名册这一张表，另存后再导入。"}},
	{sheet.ErrOldXLS, Said{"这是旧格式的表格（.xls），没有导入。", "请用WPS或Excel打开，另存为 .xlsx 后再导入。"}},
	{sheet.ErrEncrypted, Said{"这个表格加了打开密码，没有导入。", "请去掉密码，另存后再导入。"}},
	{sheet.ErrHTML, Said{"这个文件其实是网页，不是表格，没有导入。", "请用WPS或Excel打开，另存为 .xlsx 后再导入。"}},
	{sheet.ErrNotSheet, Said{"这个文件不是表格，没有导入。", "请选择 .xlsx 或 .csv 文件。"}},
	{sheet.ErrBroken, Said{"这个表格文件已损坏，没有导入。", "请用WPS或Excel打开，另存为 .xlsx 后再导入。"}},
	{sheet.ErrDateUnread, Said{"看不出是什么日期。", "日期要写成 2026-03-10 的样子。"}},
	{sheet.ErrDateNone, Said{"日历上没有这一天。", "请核对日期。"}},
	{sheet.ErrMonthDouble, Said{"可能是1月，也可能是10月。", "日期要写成 2026-01 的样子。"}},
	{sheet.ErrNoSheet, Said{"文件里没有这个名字的工作表，没有导入。", "请核对工作表的名字。"}},
	{sheet.ErrNoHeader, Said{"表里没有找到花名册的表头，没有导入。", "表头至少要有“姓名”和另外两项，如“公民身份号码”“人员类别”。"}},
}

// Finding returns what an import found at a cell, a row or the sheet; the place
// is said apart.
func Finding(f sheet.Finding) string {
	text, ok := findings[f.Kind]
	if f.Kind == sheet.IDTwice && f.Severity == sheet.Note {
		text = "公民身份号码与后面一行相同，采用本行" // the first of the two
	}
	if !ok {
		text = string(f.Kind)
	}
	if name := f.Field.Chinese(); name != "" {
		return name + "：" + text
	}
	return text
}

// Severity returns what became of the row or the value.
func Severity(s sheet.Severity) string {
	switch s {
	case sheet.Error:
		return "本行未导入"
	case sheet.Doubt:
		return "此项未采用"
	}
	return "提示"
}

var findings = map[sheet.FindingKind]string{
	sheet.NameMissing: "没有姓名", sheet.NameUnusable: "姓名太长或无法识别", sheet.NameOdd: "姓名里有数字、括号等，已照录，请核对",
	sheet.IDTwice: "公民身份号码与前面一行相同", sheet.NameBornTwice: "与另一行同名且出生日期相同，请核对是否同一人",
	sheet.Skipped: "这一行不是人员，已跳过", sheet.AfterFooter: "表尾以下像是还有人员，没有读取，请移到表内",
	sheet.PersonUnsure: "台账里有同名的人，拿不准是不是同一人；请先补上公民身份号码或出生日期", sheet.PostUndated: "任职要有批准日期，导入后请登记职务变动",
	sheet.Garbled: "有无法识别的字，请核对文件编码", sheet.CellError: "单元格是错误值", sheet.TooLong: "内容太长", sheet.Masked: "内容用*号遮盖，不覆盖原有内容",
	sheet.CodeAlien: "代码不在代码表内", sheet.CodeDouble: "这个代码新旧代码表含义不同，请改填文字", sheet.WordAlien: "不在可填的内容之内",
	sheet.NumberOdd: "不是整月数", sheet.DateUnread: "看不出是什么日期", sheet.DateNone: "日历上没有这一天", sheet.DateFuture: "日期在今天之后",
	sheet.DateMonthDouble: "可能是1月，也可能是10月，只采用了年份", sheet.DatesOrder: "日期先后不对，出生应早于入党，入党应早于转正",
	sheet.IDForm: "不是18位公民身份号码", sheet.IDOld: "是15位旧号码", sheet.IDDate: "号码里的出生日期不存在", sheet.IDCheck: "校验位不对，请核对身份证",
	sheet.IDRounded: "号码被表格按数字保存，末几位已变成0，请改为文本格式重新填写", sheet.SexOtherID: "与公民身份号码所示的性别不同", sheet.BornOtherID: "与公民身份号码所示的出生日期不同",
	sheet.PhoneForm: "不是电话号码", sheet.PhoneRounded: "号码被表格按数字保存，末几位已丢失", sheet.CategoryMissing: "看不出是正式党员还是预备党员",
	sheet.CategoryOther: "人员类别与转正日期矛盾", sheet.FloatingUnclear: "填了否，却又有流向或日期", sheet.LostUnclear: "填了否，却又有失联日期",
	sheet.ColumnAlien: "不认识的列，没有读取", sheet.ColumnTwice: "同一项有两列，前一列为空时采用本列", sheet.ColumnsCut: "列太多，右边的没有读取",
	sheet.BranchOther: "表里有不止一个支部", sheet.IDOther: "台账里是另一个公民身份号码，本行未采用", sheet.CategoryClash: "与台账里的人员类别对不上，没有改动",
	sheet.FullDateMissing: "表里是正式党员，台账里是预备党员，缺转正日期，没有改动", sheet.HasLeft: "台账里这个人已离开支部，没有改动",
	sheet.NoLonger: "台账里仍然有效，表里说已结束但没有日期，没有改动", sheet.SinceMissing: "新出现的情况缺开始日期，没有登记", sheet.Unfit: "与台账里的内容对不上，没有覆盖",
}
