package say

import (
	"errors"
	"fmt"
	"strings"

	"branchbook/rules"
	"branchbook/store/match"
)

func nameError(err error) (Said, bool) {
	var two *match.Ambiguous
	var left *match.Left
	var early *match.NotYet
	switch {
	case errors.As(err, &two):
		return Said{fmt.Sprintf("这个姓名有%d个人。", len(two.Candidates)), "请在姓名后加党小组，如“王伟（第一党小组）”。"}, true
	case errors.As(err, &left):
		return Said{"这个人在" + left.Since.Chinese() + "已离开支部。", "请核对日期和姓名。"}, true
	case errors.As(err, &early):
		return Said{"这个人" + early.From.Chinese() + "才到支部。", "请核对日期和姓名。"}, true
	case errors.Is(err, match.ErrNoSuch):
		return Said{"支部里没有这个姓名的人。", "请核对姓名，或先添加这个人（person add）。"}, true
	}
	return Said{}, false
}

// ErrCentralPack refuses to switch off the pack that is always in force.
var ErrCentralPack = errors.New("the central pack is always in force")

// ErrNoRule says that no rule in force has the id.
var ErrNoRule = errors.New("no such rule in force")

// ErrShippedPack refuses to take out a pack that comes with the program.
var ErrShippedPack = errors.New("the pack comes with the program")

// PackTaken refuses to put a pack in the place of another of its name before
// somebody says so.
type PackTaken struct{ Name string }

func (e *PackTaken) Error() string { return "a local pack of that name is there" }

func packError(err error) (Said, bool) {
	if errors.Is(err, ErrNoRule) {
		return Said{"现在没有这条规则。", "请查看规则的编号（pack show）。"}, true
	}
	if errors.Is(err, ErrCentralPack) {
		return Said{"中央党内法规始终有效，不能停用。", "可以查看其他规则包（pack list）。"}, true
	}
	if errors.Is(err, ErrShippedPack) {
		return Said{"随程序提供的规则包不能去掉。", "不用的可以停用（pack off）。"}, true
	}
	var taken *PackTaken
	if errors.As(err, &taken) {
		return Said{"已经装有名为“" + taken.Name + "”的规则包，内容不一样，没有换。", "确定换成这一份的，请写明（--replace）再做一次。"}, true
	}
	var f *rules.Fault
	if !errors.As(err, &f) {
		return Said{}, false
	}
	if f.Why == rules.FaultNoPack {
		return Said{"没有“" + f.File + "”这个规则包。", "请查看有哪些规则包（pack list）。"}, true
	}
	place := f.File
	if f.Line > 0 {
		place = fmt.Sprintf("%s第%d行", place, f.Line)
	}
	if f.Key != "" {
		place += "“" + f.Key + "”"
	}
	next := "请改正规则包，或向下发单位核实。"
	if n, ok := packNext[f.Why]; ok {
		next = n
	}
	return Said{fmt.Sprintf("规则包%s%s，没有启用。", place, PackWhy(f.Why)), next}, true
}

// PackWhy returns what is wrong in a rule pack, to follow its place.
func PackWhy(w rules.FaultWhy) string {
	if s, ok := packWhys[w]; ok {
		return s
	}
	return "不合格式"
}

// packNext is what to do where correcting the text is not the first thing.
var packNext = map[rules.FaultWhy]string{
	rules.FaultSyntax: "请核对文件是否选错；确是规则包的，请向下发单位要一份完好的。", rules.FaultLong: "请核对文件是否选错。",
	rules.FaultNewer: "请换用新版程序，再装一次。", rules.FaultDocument: "请在规则包里列出所引用的文件（document），或向下发单位核实。",
	rules.FaultShipped: "请给规则包换一个名称（name），再装一次。", rules.FaultNoRule: "请核对规则的编号，可先看全部条款（pack show）。",
}

var packWhys = map[rules.FaultWhy]string{
	rules.FaultSyntax: "不是合格的TOML", rules.FaultLong: "太长", rules.FaultUnknown: "有不认识的键", rules.FaultMissing: "缺少必有的键", rules.FaultType: "值的类型不对",
	rules.FaultRange: "数字超出合理范围", rules.FaultChoice: "不在可选的词之内", rules.FaultNewer: "需要更新版本的程序", rules.FaultDocument: "引用了没有列出的文件",
	rules.FaultTwice: "编号重复", rules.FaultOrder: "结束早于开始", rules.FaultPlace: "句子里有无法填写的位置", rules.FaultWord: "句子里有不该用的词",
	rules.FaultNoRule: "改动了不存在的规则", rules.FaultNoPack: "不在随程序提供的之内", rules.FaultShipped: "用了随程序提供的规则包的名称",
}

// Named says what is wrong with a name that the user wrote, and who it may be.
func Named(name string, both []string, err error) Said {
	said := Error(err)
	said.What = "“" + name + "”：" + said.What
	if len(both) > 0 {
		said.What += "可能是：" + strings.Join(both, "、") + "。"
	}
	return said
}
