package cli

import (
	"flag"
	"fmt"
	"io"
	"strings"
)

// verbs are all verbs in the order of the help. It is filled by init, since
// verbs refer to the help that lists them.
var verbs []verb

func init() {
	verbs = []verb{
		{name: "init", short: "新建支部", run: runInit},
		{name: "branch", short: "支部资料", subs: []verb{
			{name: "show", short: "查看支部资料", run: runBranchShow},
			{name: "set", short: "修改支部资料、换届、增设党小组", run: runBranchSet, edits: true},
		}},
		{name: "demo", short: "生成虚构的演示支部（专用文件夹）", run: runDemo},
		{name: "import", words: "花名册文件", short: "导入花名册（.xlsx、.csv）", run: runImport, edits: true},
		{name: "person", short: "人员", subs: []verb{
			{name: "add", words: "姓名", short: "添加人员", run: runPersonAdd, edits: true},
			{name: "set", words: "姓名", short: "更正人员资料", run: runPersonSet, edits: true},
			{name: "list", short: "人员名单", run: runPersonList},
			{name: "show", words: "姓名", short: "一个人的资料和变动", run: runPersonShow},
		}},
		{name: "fact", short: "有起止日期的情况：转正、职务、党小组、流动、转入转出等", subs: []verb{
			{name: "add", words: "姓名 情况 [内容]", short: "登记开始", run: runFactAdd, edits: true},
			{name: "end", words: "姓名 情况 [内容]", short: "登记结束", run: runFactEnd, edits: true},
			{name: "kinds", short: "列出全部情况和可填的内容", run: runFactKinds},
		}},
		{name: "record", words: "活动文件", short: "登记活动（TOML 文件）", run: runRecord, edits: true},
		{name: "activity", short: "活动", subs: []verb{
			{name: "list", short: "活动清单", run: runActivityList},
			{name: "show", words: "编号", short: "一次活动的全部内容", run: runActivityShow},
			{name: "cancel", words: "编号", short: "取消活动（保留记录）", run: runActivityCancel, edits: true},
			{name: "reassess", words: "编号", short: "按现有资料重新核对应到", run: runActivityReassess, edits: true},
		}},
		{name: "review", short: "民主评议和述学评学的结果", subs: []verb{
			{name: "set", words: "年度 姓名", short: "登记或更正一个人的结果", run: runReviewSet},
			{name: "list", words: "年度", short: "一年的结果", run: runReviewList},
		}},
		{name: "reading", short: "必读书目和篇目", subs: []verb{
			{name: "add", words: "年度 题目", short: "列入必读", run: runReadingAdd},
			{name: "mark", words: "编号或题目 姓名…", short: "登记已读", run: runReadingMark},
			{name: "unmark", words: "编号或题目 姓名…", short: "去掉误记的已读", run: runReadingUnmark},
			{name: "list", words: "年度", short: "一年的必读书目和已读的人", run: runReadingList},
		}},
		{name: "register", short: "名册台账：师资、志愿者、基地、结对帮扶、流动党员联系等", subs: []verb{
			{name: "add", words: "类别 [姓名]", short: "登记一条", run: runRegisterAdd},
			{name: "set", words: "编号", short: "更正一条", run: runRegisterSet},
			{name: "list", words: "[类别]", short: "列出名册台账", run: runRegisterList},
		}},
		{name: "plan", short: "年度计划", subs: []verb{
			{name: "add", words: "年度 类型 题目", short: "列入计划", run: runPlanAdd},
			{name: "list", words: "年度", short: "一年的计划", run: runPlanList},
		}},
		{name: "hours", short: "学时统计（32/56）", run: runHours},
		{name: "year", short: "年度封存", subs: []verb{
			{name: "close", words: "年度", short: "封存过完的年度：记下每人的学时，以后不变", run: runYearClose},
			{name: "show", words: "年度", short: "封存的数字，和现在不同的地方", run: runYearShow},
			{name: "open", words: "年度", short: "重新打开封存的年度", run: runYearOpen},
		}},
		{name: "check", short: "缺项检查", run: runCheck},
		{name: "waiver", short: "对缺项的说明", subs: []verb{
			{name: "add", words: "规则", short: "写说明", run: runWaiverAdd},
			{name: "list", short: "列出说明", run: runWaiverList},
			{name: "end", words: "编号", short: "撤回说明（保留记录）", run: runWaiverEnd},
		}},
		{name: "pack", short: "规则包", subs: []verb{
			{name: "list", short: "列出规则包", run: runPackList},
			{name: "on", words: "名称", short: "启用", run: runPackOn, edits: true},
			{name: "off", words: "名称", short: "停用", run: runPackOff, edits: true},
			{name: "show", words: "[规则]", short: "某一天有效的全部条款，每个数字出自哪个规则包", run: runPackShow},
			{name: "add", words: "规则包文件", short: "装入规则包（TOML 文件）", run: runPackAdd, edits: true},
			{name: "remove", words: "名称", short: "去掉装入的规则包", run: runPackRemove, edits: true},
		}},
		{name: "card", short: "收件名片（上级使用）", subs: []verb{
			{name: "new", short: "制作收件名片和密钥", run: runCardNew},
			{name: "show", words: "名片文件", short: "查看名片和核对码", run: runCardShow},
		}},
		{name: "export", short: "导出上报包", run: runExport},
		{name: "verify", words: "上报包文件", short: "检验上报包", run: runVerify},
		{name: "backup", short: "备份到文件（-o）", run: runBackup},
		{name: "restore", words: "备份文件", short: "从备份恢复", run: runRestore},
		{name: "journal", short: "操作记录", run: runJournal},
		{name: "undo", words: "[步骤号]", short: "撤销", run: runUndo},
		{name: "version", short: "版本", run: runVersion},
	}
}

const common = `
通用选项：
  --data 文件夹      数据文件夹（不写则用本用户的默认文件夹）
  --format 形式      输出形式：text（默认）、json、csv
  -o 文件            输出到文件
退出码：0 全部完成；1 没有全部完成（说明一句原因和下一步）；2 命令写错；3 台账正在别处打开。
`

func printHelp(w io.Writer) error {
	fmt.Fprintln(w, "支部台账 branchbook：党支部组织生活、学习培训和学时的台账。\n\n用法：branchbook 命令 [内容] [选项]\n\n命令：")
	for _, v := range verbs {
		fmt.Fprintf(w, "  %s\n", line(nil, v))
		for _, sub := range v.subs {
			fmt.Fprintf(w, "    %s\n", line([]string{v.name}, sub))
		}
	}
	fmt.Fprint(w, common, "每个命令的选项：branchbook 命令 --help\n")
	return errHelp
}

func printFamily(w io.Writer, path []string, short string, list []verb) error {
	fmt.Fprintf(w, "%s\n\n命令：\n", short)
	for _, v := range list {
		fmt.Fprintf(w, "  %s\n", line(path, v))
	}
	fmt.Fprint(w, common, "每个命令的选项：branchbook "+strings.Join(path, " ")+" 命令 --help\n")
	return errHelp
}

func line(path []string, v verb) string {
	name := strings.TrimSpace(strings.Join(append(append([]string{}, path...), v.name), " ") + " " + v.words)
	return name + strings.Repeat(" ", max(2, 30-width(name)-2*len(path))) + v.short
}

// printVerbHelp prints the help of the verb whose flags are defined by now.
func (c *call) printVerbHelp() error {
	w := c.env.Stdout
	fmt.Fprintf(w, "%s\n\n用法：branchbook %s\n", c.spec.short, strings.Join(strings.Fields(c.path()+c.spec.words+" [选项]"), " "))
	first := true
	c.flags.VisitAll(func(f *flag.Flag) {
		if f.Name == "data" || f.Name == "format" || f.Name == "o" {
			return
		}
		if first {
			fmt.Fprintln(w, "\n选项：")
			first = false
		}
		what, help := flag.UnquoteUsage(f)
		if b, ok := f.Value.(interface{ IsBoolFlag() bool }); ok && b.IsBoolFlag() {
			what = ""
		}
		name := strings.TrimSpace("--" + f.Name + " " + strings.Replace(what, "value", "内容", 1))
		fmt.Fprintf(w, "  %s%s%s\n", name, strings.Repeat(" ", max(2, 24-width(name))), help)
	})
	fmt.Fprint(w, common)
	return errHelp
}
