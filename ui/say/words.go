package say

import (
	"strconv"
	"strings"

	"branchbook/store"
	"branchbook/store/org"
)

// Op returns the word for an operation of the journal.
func Op(op store.Op) string {
	if s, ok := ops[op]; ok {
		return s
	}
	return string(op)
}

var ops = map[store.Op]string{
	store.OpInit: "新建支部", store.OpBranch: "修改支部", store.OpImport: "导入花名册", store.OpPerson: "添加、修改党员", store.OpFact: "登记变动",
	store.OpRecord: "记一次活动", store.OpCancel: "取消、作废活动", store.OpReassess: "重新核对应到", store.OpItem: "登记台账", store.OpPack: "规则包",
	store.OpClose: "封存年度", store.OpOpen: "重新打开年度",
	store.OpDemo: "生成演示数据", store.OpUndo: "撤销",
}

// Reason returns why a backup was made.
func Reason(r store.Reason) string {
	if s, ok := reasons[r]; ok {
		return s
	}
	return string(r)
}

var reasons = map[store.Reason]string{
	store.ReasonClose: "关闭时", store.ReasonWork: "每半小时", store.ReasonImport: "导入前", store.ReasonRestore: "恢复前", store.ReasonUpgrade: "升级前",
}

// Kind returns the word for a kind of record.
func Kind(k org.Kind) string {
	if s, ok := kinds[k]; ok {
		return s
	}
	return string(k)
}

var kinds = map[org.Kind]string{
	org.KindBranch: "支部资料", org.KindPerson: "人员", org.KindActivity: "活动", org.KindPlan: "计划", org.KindReading: "书目",
	org.KindReview: "评议", org.KindRegister: "台账", org.KindWaiver: "说明", org.KindPack: "规则包", org.KindClosing: "年度封存",
}

// Why returns what is wrong with a value, to follow its name.
func Why(w org.Why) string {
	if s, ok := whys[w]; ok {
		return s
	}
	return "不正确"
}

var whys = map[org.Why]string{
	org.WhyEmpty: "不能为空", org.WhyLong: "太长或太多", org.WhyControl: "含有不可见的控制字符", org.WhyUTF8: "不是正常文字", org.WhyDate: "不是有效日期",
	org.WhyTime: "不是有效时间", org.WhyNumber: "数字不正确", org.WhyChoice: "不在可选范围内", org.WhyOrder: "先后不对，结束早于开始", org.WhyOverlap: "与已有的同类情况时间重叠",
	org.WhyTwice: "重复", org.WhyUnknown: "在台账里没有", org.WhyChecksum: "校验位不对",
}

// Field returns the name on screen of a field given by its path in the JSON
// form: parts[1].end becomes 第2个环节的结束时间.
func Field(path string) string {
	var out []string
	before := "[" // what a bare 日期 may follow
	steps := strings.Split(path, ".")
	for i, step := range steps {
		name, index, listed := strings.Cut(strings.TrimSuffix(step, "]"), "[")
		if name == "person" && !listed && i+1 < len(steps) {
			before = step // 姓名, not 人员的姓名
			continue
		}
		if generic[name] && !listed && !strings.Contains(before, "[") {
			continue // 开始日期, not 开始日期的日期
		}
		word := fieldWord(before, name)
		if n, err := strconv.Atoi(index); err == nil {
			word = "第" + strconv.Itoa(n+1) + "个" + word
		}
		if len(out) == 0 || out[len(out)-1] != word {
			out = append(out, word)
		}
		before = step
	}
	return strings.Join(out, "的")
}

// generic are the fields of values that have no name of their own.
var generic = map[string]bool{"date": true, "time": true, "hours": true, "value": true}

func fieldWord(before, name string) string {
	if name == "name" && strings.HasPrefix(before, "person") {
		return "姓名"
	}
	if name == "title" && (before == "reading" || before == "plan") {
		return "题目"
	}
	if word, ok := fields[name]; ok {
		return word
	}
	if word := org.SpellKind(name).Chinese(); word != "" {
		return word
	}
	return name
}

var fields = map[string]string{
	"name": "名称", "code": "编码", "kind": "类型", "superior": "上级党组织", "since": "建账日期", "term": "任期", "years": "年数", "start": "开始时间", "groups": "党小组", "group": "党小组",
	"units": "联合单位", "sex": "性别", "nation": "民族", "id_number": "公民身份号码", "born": "出生日期", "education": "学历", "degree": "学位", "phone": "联系电话",
	"joined": "入党日期", "full_from": "转正日期", "job": "工作岗位", "address": "现居住地", "household": "户籍所在地", "spells": "变动", "value": "内容",
	"from": "开始日期", "to": "结束日期", "began": "开始方式", "ended": "结束方式", "title": "主题", "place": "地点", "parts": "环节", "part": "环节", "date": "日期",
	"end": "结束时间", "minutes": "分钟数", "break": "休息分钟数", "length": "时长", "form": "组织形式", "content": "内容类别", "method": "教学方法",
	"audience": "参加范围", "attendance": "到会情况", "status": "到会状态", "reason": "原因", "resolutions": "表决事项", "resolution": "表决事项", "yes": "票数", "people": "人员",
	"person": "人员", "persons": "人员", "level": "主办层级", "season": "冬训春训", "state": "状态", "time": "时间", "hours": "学时", "year": "年度", "text": "正文", "note": "备注",
	"chair": "主持人", "recorder": "记录人", "lecturer": "授课人", "materials": "材料", "basics": "基本要求", "source": "来源", "proof": "证明", "election": "选举",
	"candidates": "候选人", "left_out": "不计入应到的人员", "certified": "认定学时", "id": "编号", "for_activity": "所补活动", "others": "其余人员", "who": "联系人", "basis": "依据",
	"read": "阅读情况", "ballots": "票数", "grade": "等次", "study_fit": "评学等次", "review": "评议", "reading": "书目", "plan": "计划", "register": "台账", "rule": "规则", "until": "截止日期", "month": "月份", "day": "日期",
	"superior_level": "上级", "subject": "对象", "description": "说明", "category": "人员类别", "last": "最后一天", "on": "到本支部的日期", "digest": "规则的摘要", "packs": "规则包", "opened": "重新打开的日期", "seniority": "党龄校正值",
}
