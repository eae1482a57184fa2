package org

import "strconv"

// Part is one piece of an activity with one kind, on one day (环节).
type Part struct {
	Kind      PartKind     `json:"kind"`
	Form      Form         `json:"form,omitempty"`    // empty: the pack's form for the kind
	Content   Content      `json:"content,omitempty"` // 内容类别
	Method    Method       `json:"method,omitempty"`  // 教学方法
	Date      Date         `json:"date"`
	Start     Clock        `json:"start,omitzero"`
	End       Clock        `json:"end,omitzero"`
	Length    Length       `json:"length,omitempty"`    // 半天 or 全天 said as such
	Break     Minutes      `json:"break,omitempty"`     // not counted between Start and End
	Minutes   Minutes      `json:"minutes,omitempty"`   // length when Start and End are not known
	Certified Hours        `json:"certified,omitempty"` // 他处学时: what the organiser certified
	Chair     Who          `json:"chair,omitzero"`
	Recorder  Who          `json:"recorder,omitzero"`
	Lecturer  Who          `json:"lecturer,omitzero"`
	Title     string       `json:"title,omitempty"` // of the lecture, the subject
	Text      string       `json:"text,omitempty"`  // the minutes
	Materials []string     `json:"materials,omitempty"`
	Basics    []Basic      `json:"basics,omitempty"`       // 佩戴徽章、重温誓词、政治生日
	Analysis  bool         `json:"analysis,omitempty"`     // 党性分析
	School    bool         `json:"party_school,omitempty"` // held at a Party school
	Audience  Audience     `json:"audience"`
	Votes     []Resolution `json:"resolutions,omitempty"`
}

// Who names a person of the branch by id, or somebody else by name.
type Who struct {
	Person PersonID `json:"person,omitempty"`
	Name   string   `json:"name,omitempty"`
}

// Audience says who is due to attend a part.
type Audience struct {
	Kind    AudienceKind `json:"kind"`
	Groups  []GroupID    `json:"groups,omitempty"`
	Persons []PersonID   `json:"persons,omitempty"`
}

// AudienceKind is the kind of audience.
type AudienceKind string

// Audiences.
const (
	ForAll       AudienceKind = "all"       // 全体党员
	ForCommittee AudienceKind = "committee" // 支委
	ForGroups    AudienceKind = "groups"    // named groups
	ForNamed     AudienceKind = "named"     // named people
)

var audienceKinds = enum[AudienceKind]{{ForAll, "全体", []string{"全体党员"}}, {ForCommittee, "支委", []string{"支部委员会"}}, {ForGroups, "党小组", nil}, {ForNamed, "指定人员", nil}}

// ParseAudienceKind reads the English or the Chinese word.
func ParseAudienceKind(s string) (AudienceKind, error) { return audienceKinds.parse("audience", s) }

// Chinese returns the word on screen.
func (k AudienceKind) Chinese() string { return audienceKinds.label(k) }

// PartKind is the kind of a part.
type PartKind string

// Kinds of part.
const (
	Assembly     PartKind = "assembly"      // 党员大会
	CommitteeMtg PartKind = "committee"     // 支部委员会会议
	GroupMeeting PartKind = "group_meeting" // 党小组会
	Lecture      PartKind = "lecture"       // 党课
	ThemeDay     PartKind = "theme_day"     // 主题党日
	LifeMeeting  PartKind = "life_meeting"  // 组织生活会
	Appraisal    PartKind = "appraisal"     // 民主评议党员
	Training     PartKind = "training"      // 集中培训
	Rotation     PartKind = "rotation"      // 集中轮训
	Induction    PartKind = "induction"     // 任职培训
	GroupStudy   PartKind = "study"         // 其他集体学习
	SelfStudy    PartKind = "self_study"    // 个人自学
	Talk         PartKind = "talk"          // 谈心谈话
	Visit        PartKind = "visit"         // 走访慰问
	HomeStudy    PartKind = "home_study"    // 送学上门
	MakeUp       PartKind = "make_up"       // 补课
	Elsewhere    PartKind = "elsewhere"     // 异地参加
	Volunteer    PartKind = "volunteer"     // 志愿服务
	Practice     PartKind = "practice"      // 设岗定责、承诺践诺、结对帮扶
	CreditedElse PartKind = "credit"        // 他处学时
	OtherPart    PartKind = "other"         // 其他
)

var partKinds = enum[PartKind]{
	{Assembly, "党员大会", []string{"党支部党员大会", "支部党员大会"}}, {CommitteeMtg, "支委会", []string{"支部委员会会议", "支部委员会"}},
	{GroupMeeting, "党小组会", nil}, {Lecture, "党课", nil}, {ThemeDay, "主题党日", nil}, {LifeMeeting, "组织生活会", nil},
	{Appraisal, "民主评议党员", []string{"民主评议"}}, {Training, "集中培训", []string{"培训"}}, {Rotation, "集中轮训", []string{"轮训"}}, {Induction, "任职培训", nil},
	{GroupStudy, "集体学习", []string{"其他集体学习"}}, {SelfStudy, "个人自学", nil}, {Talk, "谈心谈话", nil}, {Visit, "走访慰问", nil},
	{HomeStudy, "送学上门", nil}, {MakeUp, "补课", nil}, {Elsewhere, "异地参加", nil}, {Volunteer, "志愿服务", nil},
	{Practice, "实践锻炼", nil}, {CreditedElse, "他处学时", nil}, {OtherPart, "其他", nil},
}

// PartKinds lists the kinds in pick-list order.
func PartKinds() []PartKind { return partKinds.values() }

// Chinese returns the official word.
func (k PartKind) Chinese() string { return partKinds.label(k) }

// Known tells whether k is a kind.
func (k PartKind) Known() bool { return partKinds.has(k) }

// ParsePartKind reads the English or the Chinese word.
func ParsePartKind(s string) (PartKind, error) { return partKinds.parse("kind", s) }

// Form is the organisational form of education (组织形式, opinion 13).
type Form string

// Forms.
const (
	FormTraining Form = "training"   // 集中培训
	FormStudy    Form = "study"      // 集体学习
	FormSelf     Form = "self_study" // 个人自学
	FormLife     Form = "life"       // 组织生活
	FormPractice Form = "practice"   // 实践锻炼
)

var forms = enum[Form]{{FormTraining, "集中培训", nil}, {FormStudy, "集体学习", nil}, {FormSelf, "个人自学", nil}, {FormLife, "组织生活", nil}, {FormPractice, "实践锻炼", nil}}

// Forms lists the forms.
func Forms() []Form { return forms.values() }

// Chinese returns the official word.
func (f Form) Chinese() string { return forms.label(f) }

// Known tells whether f is a form.
func (f Form) Known() bool { return forms.has(f) }

// ParseForm reads the English or the Chinese word.
func ParseForm(s string) (Form, error) { return forms.parse("form", s) }

// Content is the content category (内容类别, opinion 1 and 4–7).
type Content string

// Contents.
const (
	ContentCentral Content = "xi"      // 习近平新时代中国特色社会主义思想
	ContentTheory  Content = "theory"  // 党的基本理论教育
	ContentSpirit  Content = "spirit"  // 党性教育党性锻炼
	ContentSkill   Content = "ability" // 专业化能力培训
	ContentKnow    Content = "skills"  // 知识技能培训
)

var contents = enum[Content]{
	{ContentCentral, "习近平新时代中国特色社会主义思想", nil}, {ContentTheory, "党的基本理论教育", []string{"理论教育"}}, {ContentSpirit, "党性教育党性锻炼", []string{"党性教育"}},
	{ContentSkill, "专业化能力培训", nil}, {ContentKnow, "知识技能培训", nil},
}

// Contents lists the categories.
func Contents() []Content { return contents.values() }

// Chinese returns the official word.
func (c Content) Chinese() string { return contents.label(c) }

// ParseContent reads the English or the Chinese word.
func ParseContent(s string) (Content, error) { return contents.parse("content", s) }

// Method is the way of teaching (教学方法, opinion 14).
type Method string

var methods = enum[Method]{{"lecture", "讲授式", nil}, {"discussion", "研讨式", nil}, {"simulation", "模拟式", nil}, {"interactive", "互动式", nil}, {"observation", "观摩式", nil}, {"experience", "体验式", nil}}

// Methods lists the methods.
func Methods() []Method { return methods.values() }

// Chinese returns the official word.
func (m Method) Chinese() string { return methods.label(m) }

// ParseMethod reads the English or the Chinese word.
func ParseMethod(s string) (Method, error) { return methods.parse("method", s) }

// Length is a length said in days rather than minutes.
type Length string

// Lengths.
const (
	HalfDay Length = "half_day"
	FullDay Length = "day"
)

var lengths = enum[Length]{{HalfDay, "半天", nil}, {FullDay, "全天", []string{"一天", "1天"}}}

// Chinese returns 半天 or 全天.
func (l Length) Chinese() string { return lengths.label(l) }

// ParseLength reads the English or the Chinese word.
func ParseLength(s string) (Length, error) { return lengths.parse("length", s) }

// Basic is a basic requirement of trainings and collective study (opinion 14).
type Basic string

// Basic requirements.
const (
	Badge    Basic = "badge"    // 佩戴党员徽章
	Oath     Basic = "oath"     // 重温入党誓词
	Birthday Basic = "birthday" // 过"政治生日"
)

var basics = enum[Basic]{{Badge, "佩戴党员徽章", []string{"徽章"}}, {Oath, "重温入党誓词", []string{"誓词"}}, {Birthday, "过政治生日", []string{"政治生日"}}}

// Chinese returns the official word.
func (b Basic) Chinese() string { return basics.label(b) }

// ParseBasic reads the English or the Chinese word.
func ParseBasic(s string) (Basic, error) { return basics.parse("basics", s) }

// Duration returns the minutes of the part: End − Start − Break when both times
// are known, else Minutes. A length in days is the pack's to convert, so it
// gives 0.
func (p *Part) Duration() Minutes {
	if p.Start != 0 && p.End != 0 {
		return max(0, Minutes(p.End-p.Start)-p.Break)
	}
	return p.Minutes
}

// Validate checks shape and limits.
func (p *Part) Validate() error {
	if err := p.validateWords(); err != nil {
		return err
	}
	if p.Date == 0 {
		return &Invalid{"date", WhyDate}
	}
	if (p.Start == 0) != (p.End == 0) || p.Start < 0 || p.End > Midnight {
		return &Invalid{"end", WhyTime}
	}
	if p.Start != 0 && p.End <= p.Start {
		return &Invalid{"end", WhyOrder}
	}
	if p.Minutes < 0 || p.Minutes > 24*60 || p.Break < 0 || p.Break > 24*60 || p.Certified < 0 || p.Certified > 1000*Hour {
		return &Invalid{"minutes", WhyNumber}
	}
	if err := checkTexts(textField{"title", p.Title, MaxLine}, textField{"text", p.Text, MaxText}, textField{"chair", p.Chair.Name, MaxName},
		textField{"recorder", p.Recorder.Name, MaxName}, textField{"lecturer", p.Lecturer.Name, MaxName}); err != nil {
		return err
	}
	return p.validateLists()
}

func (p *Part) validateWords() error {
	for _, err := range []error{
		partKinds.check("kind", p.Kind), forms.optional("form", p.Form), contents.optional("content", p.Content),
		methods.optional("method", p.Method), lengths.optional("length", p.Length), audienceKinds.check("audience", p.Audience.Kind),
	} {
		if err != nil {
			return err
		}
	}
	for _, b := range p.Basics {
		if err := basics.check("basics", b); err != nil {
			return err
		}
	}
	return nil
}

func (p *Part) validateLists() error {
	if len(p.Materials) > 50 || len(p.Votes) > 50 || len(p.Audience.Persons) > MaxList || len(p.Audience.Groups) > MaxList {
		return &Invalid{"materials", WhyLong}
	}
	for _, m := range p.Materials {
		if err := checkText("materials", m, MaxLine); err != nil {
			return err
		}
	}
	for i := range p.Votes {
		if err := p.Votes[i].Validate(); err != nil {
			return In("resolutions["+strconv.Itoa(i)+"]", err)
		}
	}
	return nil
}
