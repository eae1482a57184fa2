package sheet

// Field is what a column of a roster holds. Those that are fields of a person
// have the name of its JSON form.
type Field string

// The fields of the national form of 2017 and of the member information base
// of 灯塔, and the few that branches add.
const (
	FieldNumber     Field = "number" // 序号; read over
	FieldName       Field = "name"
	FieldSex        Field = "sex"
	FieldNation     Field = "nation"
	FieldIDNumber   Field = "id_number"
	FieldBorn       Field = "born"
	FieldEducation  Field = "education"
	FieldDegree     Field = "degree"
	FieldCategory   Field = "category"
	FieldBranch     Field = "branch"
	FieldPhone      Field = "phone"
	FieldJoined     Field = "joined"
	FieldFullFrom   Field = "full_from"
	FieldPartyAge   Field = "party_age" // 党龄; read over, it follows from the dates
	FieldSeniority  Field = "seniority"
	FieldStratum    Field = "stratum"
	FieldJob        Field = "job"
	FieldExpert     Field = "expert"
	FieldMigrant    Field = "migrant"
	FieldAddress    Field = "address"
	FieldHousehold  Field = "household"
	FieldStanding   Field = "standing"
	FieldLost       Field = "lost"
	FieldLostSince  Field = "lost_since"
	FieldFloating   Field = "floating"
	FieldFloatTo    Field = "floating_to"
	FieldFloatSince Field = "floating_since"
	FieldJoinType   Field = "join_type"
	FieldConfirmed  Field = "confirmed"
	FieldJoinedAt   Field = "joined_at"
	FieldExtended   Field = "extended"
	FieldGroup      Field = "group"
	FieldPost       Field = "post"
	FieldNote       Field = "note"
)

// vocabulary lists each field with its official heading first and then the
// other headings that rosters use for it, in the form that plain makes.
var vocabulary = []struct {
	field    Field
	headings []string
}{
	{FieldNumber, []string{"序号", "编号", "no", "no."}},
	{FieldName, []string{"姓名", "党员姓名", "名字", "姓名全称"}},
	{FieldSex, []string{"性别"}},
	{FieldNation, []string{"民族", "族别"}},
	{FieldIDNumber, []string{"公民身份号码", "公民身份证号", "公民身份证号码", "身份证号", "身份证号码", "身份证", "身份号码", "居民身份证号", "居民身份证号码", "身份证件号码", "证件号码"}},
	{FieldBorn, []string{"出生日期", "出生年月", "出生年月日", "出生时间", "生日"}},
	{FieldEducation, []string{"学历", "文化程度", "文化水平", "最高学历", "全日制学历", "学历代码"}},
	{FieldDegree, []string{"学位"}},
	{FieldCategory, []string{"人员类别", "党员类别", "党员类型", "人员类型", "党员身份", "是否正式党员", "正式/预备", "正式或预备"}},
	{FieldBranch, []string{"所在党支部", "所在支部", "所属党支部", "所属支部", "党支部", "党支部名称", "支部名称", "所在党组织", "组织关系所在党支部", "组织关系所在党组织", "所属党组织"}},
	{FieldPhone, []string{"联系电话", "手机号码", "手机号", "手机", "联系方式", "电话", "电话号码", "移动电话", "手机电话", "联系手机", "联系号码", "注册手机号"}},
	{FieldJoined, []string{"入党日期", "加入党组织日期", "加入党组织时间", "入党时间", "入党年月", "入党年月日", "加入中共日期", "加入中国共产党日期", "接收为预备党员日期"}},
	{FieldFullFrom, []string{"转为正式党员日期", "转为正式党员时间", "转正日期", "转正时间", "转正年月", "转正年月日", "转为正式日期"}},
	{FieldPartyAge, []string{"党龄"}},
	{FieldSeniority, []string{"党龄校正值", "党龄校正", "党龄校正值月"}},
	{FieldStratum, []string{"新社会阶层类型", "新社会阶层"}},
	{FieldJob, []string{"工作岗位", "岗位", "工作单位及职务", "工作单位和职务", "工作单位职务", "单位及职务", "工作单位", "从事职业", "职业"}},
	{FieldExpert, []string{"从事专业技术职务", "专业技术职务", "职称"}},
	{FieldMigrant, []string{"是否农民工", "农民工"}},
	{FieldAddress, []string{"现居住地", "家庭住址", "现住址", "居住地", "居住地址", "现居住地址", "家庭地址", "住址", "常住地", "常住地址", "家庭详细住址", "详细住址"}},
	{FieldHousehold, []string{"户籍所在地", "户籍地", "户籍", "户籍地址", "户口所在地"}},
	{FieldStanding, []string{"党籍状态", "党籍情况"}},
	{FieldLost, []string{"是否为失联党员", "是否失联党员", "是否失联", "失联党员", "失去联系", "是否失去联系", "失联情况"}},
	{FieldLostSince, []string{"失去联系日期", "失去联系时间", "失联日期", "失联时间", "失联党员日期", "失联党员时间", "是否失联党员日期"}},
	{FieldFloating, []string{"是否为流动党员", "是否流动党员", "是否流动", "流动党员", "流动情况", "流动状态"}},
	{FieldFloatTo, []string{"外出流向", "流动去向", "流出地", "外出地点", "流向", "外出去向", "流入地"}},
	{FieldFloatSince, []string{"外出日期", "外出时间", "流出日期", "流出时间", "流动日期", "流动时间", "流动党员日期", "流动党员时间", "是否流动党员日期"}},
	{FieldJoinType, []string{"入党类型"}},
	{FieldConfirmed, []string{"转正情况"}},
	{FieldJoinedAt, []string{"入党时所在支部", "入党时所在党支部", "入党时所在党组织"}},
	{FieldExtended, []string{"延长预备期时间", "延长预备期", "延长预备期到", "延长预备期至"}},
	{FieldGroup, []string{"党小组", "所在党小组", "所属党小组", "党小组名称", "所在小组", "小组", "所属小组"}},
	{FieldPost, []string{"党内职务", "党组织职务", "支部职务", "党支部职务", "现任党内职务", "党务职务", "职务"}},
	{FieldNote, []string{"备注", "说明", "备注说明"}},
}

var (
	headings = map[string]Field{}
	official = map[Field]string{}
)

func init() {
	for _, v := range vocabulary {
		official[v.field] = v.headings[0]
		for _, h := range v.headings {
			headings[h] = v.field
		}
	}
}

// Fields lists every field in the order of the table.
func Fields() []Field {
	out := make([]Field, len(vocabulary))
	for i, v := range vocabulary {
		out[i] = v.field
	}
	return out
}

// Chinese returns the official heading of the field, "" for the empty one.
func (f Field) Chinese() string { return official[f] }

// FieldOf tells which field a heading names. Spaces, line breaks, full-width
// forms, marks such as * and hints in brackets make no difference.
func FieldOf(heading string) (Field, bool) {
	p := plain(heading)
	if f, ok := headings[p]; ok {
		return f, true
	}
	bare := plain(unbracket(p))
	f, ok := headings[bare]
	return f, ok && bare != ""
}
