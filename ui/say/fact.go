package say

import (
	"errors"
	"fmt"
	"strings"
)

// FactFault says why a step of a person's facts does not go together with what
// is on file.
type FactFault struct {
	Why   FactWhy
	Which []string // the facts that it may be, as people read them
}

// FactWhy is the reason of a FactFault.
type FactWhy string

// The reasons.
const (
	FactNotProbationary FactWhy = "not_probationary" // 转正 of somebody who is not 预备党员
	FactNoExtension     FactWhy = "no_extension"     // 延长 of somebody who is not 预备党员
	FactBeforeJoined    FactWhy = "before_joined"    // 转正 on or before the day of joining
	FactHere            FactWhy = "here"             // 转入 of somebody whose relation is here
	FactNotHere         FactWhy = "not_here"         // 转出 of somebody whose relation is elsewhere
	FactNone            FactWhy = "none"             // nothing open to end
	FactSeveral         FactWhy = "several"          // more than one open, and none was named
	FactEarly           FactWhy = "early"            // ends before it began
	IDNumberTaken       FactWhy = "id_number_taken"  // somebody else has the ID number
)

func (e *FactFault) Error() string {
	return fmt.Sprintf("fact does not fit: %s (%d)", e.Why, len(e.Which))
}

var factFaults = map[FactWhy]Said{
	FactNoExtension:     {"这个人那时不是预备党员，没有登记延长。", "请先核对人员类别（person show）。"},
	FactNotProbationary: {"这个人那时不是预备党员，没有登记转正。", "请先核对人员类别（person show）。"},
	FactBeforeJoined:    {"转正日期要晚于入党日期，没有保存。", "请核对转正日期和入党日期。"},
	FactHere:            {"这个人的组织关系已在本支部，没有保存。", "请核对姓名；到本支部的日期不对的，请先撤销原来那一步。"},
	FactNotHere:         {"这个人的组织关系不在本支部，没有保存。", "请核对姓名和日期（person show）。"},
	FactNone:            {"没有找到还在继续的这种情况，没有保存。", "请用 person show 核对这个人的变动。"},
	FactSeveral:         {"还在继续的这种情况不止一项，没有保存。", "请在后面写明是哪一项。"},
	FactEarly:           {"结束日期早于开始日期，没有保存。", "请用 person show 核对开始日期。"},
	IDNumberTaken:       {"台账里已有人是这个身份号码，没有保存。", "请先用 person list 核对是不是同一个人。"},
}

func factError(err error) (Said, bool) {
	var f *FactFault
	if !errors.As(err, &f) {
		return Said{}, false
	}
	said := factFaults[f.Why]
	if len(f.Which) > 0 {
		said.What += "可能是：" + strings.Join(f.Which, "；") + "。"
	}
	return said, true
}
