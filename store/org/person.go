package org

import "slices"

// Person is somebody whom the branch keeps: a member, somebody on the way to
// membership, or a guest such as a 第一书记 whose membership is elsewhere. What
// somebody is on a day follows from the spells. A person is never deleted:
// people leave by a dated fact.
//
// The fields are those of the national form of 2017 and of the member
// information base of 灯塔; what a branch does not know stays empty.
type Person struct {
	ID        PersonID `json:"id"`
	Rev       Rev      `json:"rev"`
	Name      string   `json:"name"`
	Sex       Sex      `json:"sex,omitempty"`
	Nation    string   `json:"nation,omitempty"`    // 民族, in words: 汉族
	IDNumber  string   `json:"id_number,omitempty"` // 公民身份号码
	IDOdd     bool     `json:"id_odd,omitempty"`    // the number fails its check digit and was kept knowingly
	Born      Partial  `json:"born,omitempty"`
	Education string   `json:"education,omitempty"` // 学历, in words
	Degree    string   `json:"degree,omitempty"`    // 学位
	Phone     string   `json:"phone,omitempty"`
	Joined    Partial  `json:"joined,omitempty"`    // 加入党组织日期: the assembly's vote
	FullFrom  Partial  `json:"full_from,omitempty"` // 转为正式党员日期
	Job       string   `json:"job,omitempty"`       // 工作岗位
	Address   string   `json:"address,omitempty"`   // 现居住地、家庭住址
	Household string   `json:"household,omitempty"` // 户籍所在地
	Seniority int      `json:"seniority,omitempty"` // 党龄校正值, months, may be negative
	Stratum   string   `json:"stratum,omitempty"`   // 新社会阶层类型
	Expert    string   `json:"expert,omitempty"`    // 从事专业技术职务
	Migrant   string   `json:"migrant,omitempty"`   // 是否农民工: 是, 否 or empty
	JoinType  string   `json:"join_type,omitempty"` // 入党类型
	JoinedAt  string   `json:"joined_at,omitempty"` // 入党时所在支部
	Confirmed string   `json:"confirmed,omitempty"` // 转正情况
	Extended  string   `json:"extended,omitempty"`  // 延长预备期时间
	Note      string   `json:"note,omitempty"`
	Spells    []Spell  `json:"spells,omitempty"`
}

// Sex is male, female or unknown.
type Sex string

// The sexes of GB/T 2261.1 in use.
const (
	Male   Sex = "m"
	Female Sex = "f"
)

var sexes = enum[Sex]{{Male, "男", []string{"1", "男性"}}, {Female, "女", []string{"2", "女性"}}}

// Chinese returns 男, 女 or "".
func (s Sex) Chinese() string { return sexes.label(s) }

// ParseSex reads m, f, 男, 女 or the codes 1 and 2.
func ParseSex(s string) (Sex, error) { return sexes.parse("sex", s) }

// Ref implements Aggregate.
func (p *Person) Ref() Ref { return Ref{KindPerson, string(p.ID), p.Rev} }

// Validate checks shape and limits, and that no two exclusive facts hold at
// one time.
func (p *Person) Validate() error {
	if p.ID == "" || p.Name == "" {
		return &Invalid{"name", WhyEmpty}
	}
	if err := sexes.optional("sex", p.Sex); err != nil {
		return err
	}
	if err := p.validateTexts(); err != nil {
		return err
	}
	for _, d := range []struct {
		field string
		p     Partial
	}{{"born", p.Born}, {"joined", p.Joined}, {"full_from", p.FullFrom}} {
		if d.p != "" && d.p.First() == 0 {
			return &Invalid{d.field, WhyDate}
		}
	}
	if p.Joined != "" && p.FullFrom != "" && p.FullFrom.Last() < p.Joined.First() {
		return &Invalid{"full_from", WhyOrder}
	}
	if p.IDNumber != "" && !p.IDOdd {
		if err := CheckIDNumber(p.IDNumber); err != nil {
			return err
		}
	}
	return validateSpells(p.Spells)
}

func (p *Person) validateTexts() error {
	return checkTexts(
		textField{"name", p.Name, MaxName}, textField{"nation", p.Nation, MaxName}, textField{"id_number", p.IDNumber, MaxName},
		textField{"education", p.Education, MaxName}, textField{"degree", p.Degree, MaxName}, textField{"phone", p.Phone, MaxName},
		textField{"job", p.Job, MaxLine}, textField{"address", p.Address, MaxLine}, textField{"household", p.Household, MaxLine},
		textField{"stratum", p.Stratum, MaxLine}, textField{"expert", p.Expert, MaxLine}, textField{"migrant", p.Migrant, MaxName},
		textField{"join_type", p.JoinType, MaxLine}, textField{"joined_at", p.JoinedAt, MaxLine}, textField{"confirmed", p.Confirmed, MaxLine},
		textField{"extended", p.Extended, MaxLine}, textField{"note", p.Note, MaxText})
}

// Unsorted tells whether nothing at all is known of what somebody whom the
// branch has is: full member, on probation, activist … (类别未填).
func (p *Person) Unsorted() bool {
	of := func(kind SpellKind) bool {
		return slices.ContainsFunc(p.Spells, func(s Spell) bool { return s.Kind == kind })
	}
	return of(SpellBelonging) && !of(SpellCategory)
}
