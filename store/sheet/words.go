package sheet

import "strings"

// nations is GB/T 3304-1991 in the order of its codes, from 01.
var nations = strings.Fields(`汉族 蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 傣族 黎族 傈僳族
佤族 畲族 高山族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 阿昌族 普米族
塔吉克族 怒族 乌孜别克族 俄罗斯族 鄂温克族 德昂族 保安族 裕固族 京族 塔塔尔族 独龙族 鄂伦春族 赫哲族 门巴族 珞巴族 基诺族`)

// nation returns 汉族 for 汉, 01 or 1; words outside the list stay as written,
// since some peoples are in no list. It reports false for a code out of range.
func nation(s string) (string, bool) {
	s = squeeze(half(s))
	if digits(s) {
		n := 0
		for _, r := range s[:min(len(s), 4)] {
			n = n*10 + int(r-'0')
		}
		if len(s) > 2 || n < 1 || n > len(nations) {
			return "", false
		}
		return nations[n-1], true
	}
	for _, n := range nations {
		if s+"族" == n {
			return n, true
		}
	}
	return s, true
}

// education2006 is GB/T 4658-2006. Codes ending in 0 mean the same in the list
// of 1984 except 50, which is only there, and 90, which is 文盲或半文盲 there.
var education2006 = map[string]string{
	"10": "研究生教育", "11": "博士研究生毕业", "12": "博士研究生结业", "13": "博士研究生肄业", "14": "硕士研究生毕业", "15": "硕士研究生结业",
	"16": "硕士研究生肄业", "17": "研究生班毕业", "18": "研究生班结业", "19": "研究生班肄业",
	"20": "大学本科教育", "21": "大学本科毕业", "22": "大学本科结业", "23": "大学本科肄业", "28": "大学普通班毕业",
	"30": "大学专科教育", "31": "大学专科毕业", "32": "大学专科结业", "33": "大学专科肄业",
	"40": "中等职业教育", "41": "中等专科毕业", "42": "中等专科结业", "43": "中等专科肄业", "44": "职业高中毕业", "45": "职业高中结业",
	"46": "职业高中肄业", "47": "技工学校毕业", "48": "技工学校结业", "49": "技工学校肄业",
	"60": "普通高级中学教育", "61": "普通高中毕业", "62": "普通高中结业", "63": "普通高中肄业",
	"70": "初级中学教育", "71": "初中毕业", "73": "初中肄业", "80": "小学教育", "81": "小学毕业", "83": "小学肄业",
}

// codeList says which of the two code lists a column uses.
type codeList struct{ old, new bool }

// see takes one code as evidence.
func (c *codeList) see(s string) {
	switch {
	case s == "50":
		c.old = true
	case len(s) == 2 && s[1] != '0' && education2006[s] != "":
		c.new = true
	}
}

// education returns a code's words, and words as they are; from "21 大学本科毕业"
// the words. The finding is "" if all is well.
func (c codeList) education(s string) (string, FindingKind) {
	code := strings.TrimRightFunc(half(s), func(r rune) bool { return r < '0' || r > '9' })
	if !digits(code) {
		return s, ""
	}
	if words := strings.TrimLeft(half(s)[len(code):], " -.、:"); words != "" {
		return words, ""
	}
	switch {
	case code == "50" && !c.new:
		return "技工学校", ""
	case code == "90" && c.old == c.new:
		return "", CodeDouble
	case code == "90" && c.old:
		return "文盲或半文盲", ""
	case code == "90":
		return "其他", ""
	}
	if w, ok := education2006[code]; ok {
		return w, ""
	}
	return "", CodeAlien
}

// answer is what a 是/否 cell says.
type answer int

const (
	silent answer = iota
	yes
	no
)

// yesNo reads 是, 否 and their kin, and what is added behind 是, as in
// 是（2019年5月）. It reports silent for anything else, with the whole text.
func yesNo(s string) (answer, string) {
	s = squeeze(half(s))
	switch s {
	case "是", "有", "对", "√", "✓", "✔", "y", "Y", "yes", "YES", "Yes", "1", "true", "TRUE":
		return yes, ""
	case "否", "不是", "没有", "×", "✗", "x", "X", "n", "N", "no", "NO", "No", "0", "false", "FALSE", "未失联", "未流动", "非流动", "非流动党员", "正常":
		return no, ""
	}
	if rest, ok := strings.CutPrefix(s, "是"); ok {
		return yes, strings.Trim(rest, "(),，、;；:")
	}
	return silent, s
}
