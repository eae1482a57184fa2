package say

import (
	"errors"
	"strings"

	"branchbook/store/org"
)

var factFaults = map[org.FactWhy]Said{
	org.FactNoExtension:     {"这个人那时不是预备党员，没有登记延长。", "请先核对人员类别（person show）。"},
	org.FactNotProbationary: {"这个人那时不是预备党员，没有登记转正。", "请先核对人员类别（person show）。"},
	org.FactBeforeJoined:    {"转正日期要晚于入党日期，没有保存。", "请核对转正日期和入党日期。"},
	org.FactHere:            {"这个人的组织关系已在本支部，没有保存。", "请核对姓名；到本支部的日期不对的，请先撤销原来那一步。"},
	org.FactNotHere:         {"这个人的组织关系不在本支部，没有保存。", "请核对姓名和日期（person show）。"},
	org.FactNone:            {"没有找到还在继续的这种情况，没有保存。", "请核对这个人的变动（person show）。"},
	org.FactSeveral:         {"还在继续的这种情况不止一项，没有保存。", "请在后面写明是哪一项。"},
	org.FactEarly:           {"结束日期早于开始日期，没有保存。", "请核对开始日期（person show）。"},
	org.FactIDTaken:         {"台账里已有人是这个公民身份号码，没有保存。", "请先核对是不是同一个人（person list）。"},
}

func factError(err error) (Said, bool) {
	var f *org.FactFault
	if !errors.As(err, &f) {
		return Said{}, false
	}
	said := factFaults[f.Why]
	if len(f.Which) > 0 {
		said.What += "可能是：" + strings.Join(f.Which, "；") + "。"
	}
	return said, true
}
