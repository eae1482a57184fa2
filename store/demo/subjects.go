package demo

import "branchbook/store/org"

// subject is what a meeting is about.
type subject struct {
	title, text string
	content     org.Content
	method      org.Method
	place       string // empty: the usual one
	half        bool   // 半天
	oath        bool
	birthday    bool
	papers      string // study material
}

// themes are the 主题党日 of each month, in turn by year.
var themes = [12][2]subject{
	{
		{title: "学习党章总纲，安排春节期间值守", content: org.ContentTheory, method: "discussion", papers: "党章",
			text: "一、学习党章总纲，三个小组各推一人领读。\n二、排定春节防火巡查班次，每晚两人，除夕至正月初五由支委带班。\n三、登记返乡党员，正月初六座谈。"},
		{title: "对照上年承诺清单逐项清点", content: org.ContentSpirit, method: "discussion",
			text: "一、逐项清点上年公开承诺的十二件事，已办十件。\n二、河滩路灯、东街排水沟两件未完，分别明确责任人和期限。\n三、走访困难户分组名单当场定下。"},
	},
	{
		{title: "学习中央一号文件，商议春耕备耕", content: org.ContentCentral, method: "lecture", papers: "中央一号文件",
			text: "一、支委领学文件要点，重点是粮食生产和高标准农田。\n二、统计各组缺肥缺种户，共九户，由党员结对代购。\n三、春灌轮水顺序从北片开始。"},
		{title: "返乡党员座谈，听取外出务工见闻", content: org.ContentSkill, method: "interactive",
			text: "一、返乡党员介绍务工地的招工和社保办理情况。\n二、收集意见五条，其中村级快递点设置一条转村委会。\n三、登记外出党员新的联系电话。"},
	},
	{
		{title: "清淤北灌渠", content: org.ContentSpirit, method: "experience", place: "北灌渠", half: true,
			text: "一、清淤约三百米，分三段，各组包一段。\n二、工具由村委会提供，中午前完工。\n三、渠口铁栅损坏一处，报村委会更换。"},
		{title: "义务植树，认领护林路段", content: org.ContentSpirit, method: "experience", place: "村西环村路", half: true,
			text: "一、补栽白蜡树六十棵，浇透头水。\n二、环村路分五段认领，段牌写明责任人。\n三、剩余树苗交第二党小组补栽沟边。"},
	},
	{
		{title: "祭扫烈士墓，重温入党誓词", content: org.ContentSpirit, method: "experience", place: "禾沿镇烈士陵园", oath: true,
			text: "一、清扫墓区，敬献花圈。\n二、面向党旗重温入党誓词。\n三、老党员讲本镇支前旧事，青年党员作记录。"},
		{title: "参观县革命史陈列馆", content: org.ContentSpirit, method: "observation", place: "澄原县革命史陈列馆", half: true, oath: true,
			text: "一、上午八点村口集合，统一乘车。\n二、参观三个展厅，在宣誓厅重温入党誓词。\n三、回程每人谈一点体会，由记录人整理。"},
	},
	{
		{title: "学习党章关于基层组织的规定", content: org.ContentTheory, method: "lecture", papers: "党章第五章",
			text: "一、逐条学习党章第五章。\n二、对照检查本支部会议记录，补齐签字两处。\n三、商议小满前后抽水机具检修，由第一党小组负责。"},
		{title: "学习廉洁自律准则，公开集体账目", content: org.ContentSpirit, method: "discussion", papers: "廉洁自律准则",
			text: "一、学习准则全文。\n二、村会计逐笔说明上季度集体收支，党员提问七条，当场答复六条。\n三、机井电费一条核对后在公开栏补充说明。"},
	},
	{
		{title: "麦收防火和秸秆禁烧分工", content: org.ContentKnow, method: "discussion",
			text: "一、学习麦收防火常识和灭火器用法。\n二、党员分八个点位看护麦田，白天两班。\n三、帮收户五户，收割机由第三党小组联系。"},
		{title: "学习防汛常识，检查河堤涵洞", content: org.ContentKnow, method: "experience", place: "南河堤", papers: "防汛知识手册",
			text: "一、学习避险转移信号和路线。\n二、沿南河堤检查涵洞四处，二号涵洞淤堵，次日清理。\n三、低洼处住户十一户，逐户确定包联党员。"},
	},
	{
		{title: "庆“七一”，过政治生日", content: org.ContentSpirit, method: "interactive", oath: true, birthday: true,
			text: "一、重温入党誓词。\n二、为当月入党的党员过政治生日，赠送学习笔记本。\n三、老党员讲入党经过。"},
		{title: "“七一”座谈，听取对支部的意见", content: org.ContentSpirit, method: "discussion", oath: true, birthday: true,
			text: "一、重温入党誓词，过政治生日。\n二、收集对支委会的意见八条，集中在路灯和垃圾清运。\n三、支委逐条认领，月底前答复。"},
	},
	{
		{title: "学习乡村振兴促进法有关条款", content: org.ContentKnow, method: "lecture", papers: "乡村振兴促进法（摘录）",
			text: "一、学习产业发展和乡村治理两章。\n二、讨论大棚基地用工优先本村的办法。\n三、暑期青少年防溺水，每处水塘两名党员轮值。"},
		{title: "汛期隐患排查", content: org.ContentKnow, method: "experience", place: "村内各排查点",
			text: "一、分四组排查危旧房、水塘和排水口。\n二、发现隐患三处，两处当日处理，一处拉警戒线后报镇应急办。\n三、夜间值守表张贴上墙。"},
	},
	{
		{title: "学习土地承包政策问答", content: org.ContentKnow, method: "lecture", papers: "土地承包政策问答",
			text: "一、学习承包期延长和流转备案的规定。\n二、解答党员代群众提出的问题六个。\n三、秋收前修补田间路两段。"},
		{title: "参观邻村大棚种植基地", content: org.ContentSkill, method: "observation", place: "下柳镇蔬菜基地", half: true,
			text: "一、参观育苗和分拣车间，听取用工和销路介绍。\n二、座谈本村闲置地块利用。\n三、有意参加的农户由第二党小组摸底。"},
	},
	{
		{title: "学习农村基层组织工作条例，议村内道路", content: org.ContentTheory, method: "discussion", papers: "农村基层组织工作条例（摘录）",
			text: "一、学习条例关于村级重大事项决策的规定。\n二、讨论东街硬化方案，提出排水坡度和老树保留两条意见。\n三、秋季招聘信息逐户通知。"},
		{title: "听老党员讲村史", content: org.ContentSpirit, method: "interactive", place: "村史室",
			text: "一、两位老党员讲修水库和办夜校的经过。\n二、整理老照片十七张，补写说明。\n三、重阳节探望名单按组分工。"},
	},
	{
		{title: "学习中央全会文件，安排冬季取暖安全", content: org.ContentCentral, method: "lecture", papers: "中央全会文件单行本",
			text: "一、分段学习文件，每段后讨论。\n二、排查独居老人取暖炉具，共十九户，党员包户。\n三、一氧化碳报警器优先发给包户对象。"},
		{title: "学习消防常识，检查用电线路", content: org.ContentKnow, method: "experience", papers: "消防常识挂图",
			text: "一、学习电气火灾的预防和报警要点。\n二、分组检查沿街商户和合作社仓库用电，换下老化插线板四个。\n三、微型消防站人员重新排班。"},
	},
	{
		{title: "学习宪法，准备年终述学", content: org.ContentKnow, method: "lecture", papers: "宪法（摘录）",
			text: "一、学习宪法有关公民权利义务的条款。\n二、说明述学的内容和时间，每人写一页以内。\n三、核对全年学时，不足的登记补课意向。"},
		{title: "清点全年工作，征求明年打算", content: org.ContentTheory, method: "discussion",
			text: "一、支委通报全年三会一课和学时完成情况。\n二、党员对明年工作提建议十一条。\n三、年底民生实事票箱由第一党小组看管。"},
	},
}

// agendas are those of the committee by month.
var agendas = [12]subject{
	{title: "研究年度工作计划", text: "一、讨论年度工作计划草稿，定稿后提交党员大会。\n二、分工：组织委员管会议台账，宣传委员管学习安排，纪检委员管账目公开。"},
	{title: "研究积极分子培养和春季用工", text: "一、听取培养联系人汇报，积极分子继续考察。\n二、大棚基地春季用工名额优先困难户。"},
	{title: "研究第一季度党员大会议题", text: "一、确定党员大会议题和时间。\n二、清渠所需工具由村委会准备。\n三、核对外出党员联系记录，缺两人，月内补上。"},
	{title: "研究清明祭扫和防火", text: "一、祭扫活动时间、车辆和安全负责人。\n二、坟地周边设三个防火点，党员轮值。"},
	{title: "研究党员轮训和机具检修", text: "一、传达镇党委轮训通知，确定参加人员。\n二、抽水机具检修经费从集体收入列支，提请村民代表会议。"},
	{title: "研究“七一”活动和防汛", text: "一、“七一”当月活动安排，慰问名单按条件核定。\n二、防汛物资清点，编织袋不足，报镇里调拨。"},
	{title: "研究半年工作", text: "一、上半年组织生活和学时核对，缺课党员逐人联系补课。\n二、下半年重点：东街排水、秋收、换电表。"},
	{title: "研究暑期值守和意见答复", text: "一、逐条答复座谈会收集的意见，书面上墙。\n二、水塘值守排班到月底。"},
	{title: "研究第三季度党员大会议题", text: "一、确定党员大会表决事项。\n二、党员大会上通报半年学时情况，不点名。"},
	{title: "研究道路硬化和困难党员帮扶", text: "一、东街硬化方案修改后提交党员大会讨论。\n二、困难党员帮扶对象由五户调整为四户，理由记入附件。"},
	{title: "研究组织生活会准备", text: "一、定谈心谈话分工，支委之间、支委和党员之间月底前完成。\n二、征求意见表发到各组。"},
	{title: "研究年度总结和述学评学", text: "一、讨论年度工作报告。\n二、述学材料由各组组长收齐，评学意见由支委会提出。"},
}

// talks are the subjects of the group meetings by month.
var talks = [12]subject{
	{title: "学习上级通知，登记返乡党员", content: org.ContentTheory, text: "学习镇党委通知。登记本组返乡党员去向，认领节日值守班次。"},
	{title: "讨论春耕帮扶户", content: org.ContentSkill, text: "每名党员报一户帮扶对象，说明缺什么、谁去办。"},
	{title: "谈身边的好人好事", content: org.ContentSpirit, text: "每人讲一件近期见到的事，推荐一件上公开栏。"},
	{title: "学习党员权利保障条例", content: org.ContentTheory, text: "读条例第二章，讨论怎样在会上提不同意见。"},
	{title: "学习反诈知识，分户宣传", content: org.ContentKnow, text: "学习常见诈骗手法，按住户分片上门提醒。"},
	{title: "分工麦收看护", content: org.ContentSkill, text: "排定看护点位和时段，外出党员的班由同组代。"},
	{title: "谈入党初心", content: org.ContentSpirit, text: "老党员先谈，青年党员接着谈，组长记要点。"},
	{title: "学习防溺水和急救常识", content: org.ContentKnow, text: "学习心肺复苏要领，轮流在模型上练习。"},
	{title: "讨论秋收互助", content: org.ContentSkill, text: "缺劳力户三户，组内分工帮收，秸秆统一打包。"},
	{title: "学习党章，交流学习笔记", content: org.ContentTheory, text: "各自带学习笔记，互相翻看，补记缺的部分。"},
	{title: "谈心谈话，征求意见", content: org.ContentSpirit, text: "党员之间结对谈心，意见由组长汇总交支委会。"},
	{title: "小结全年，个人述学", content: org.ContentTheory, text: "每人三分钟述学，组内提一条建议。"},
}

// lessons are the 党课 of each quarter, in turn by year.
var lessons = [4][2]subject{
	{{title: "怎样开好党小组会", content: org.ContentTheory, method: "lecture", text: "讲三个问题：会前准备什么，会上怎样发言，会后怎样落实。课后提问四人次。"},
		{title: "从修渠说起：党员带头的几件小事", content: org.ContentSpirit, method: "lecture", text: "用本村修渠、抢收、送药三件事讲带头，课后各组讨论。"}},
	{{title: "党的群众路线和村里的账", content: org.ContentTheory, method: "lecture", text: "讲公开什么、怎样公开、群众问起来怎样答。附上季度账目样张。"},
		{title: "学习党的创新理论，做好粮食生产", content: org.ContentCentral, method: "lecture", text: "分理论要点、本镇任务、本村做法三段，课后答题十道。"}},
	{{title: "党员的义务和权利", content: org.ContentTheory, method: "lecture", text: "对照党章第三条、第四条逐项讲解，课后讨论请假和补课的规定。"},
		{title: "纪律就在身边", content: org.ContentSpirit, method: "lecture", text: "讲六项纪律的含义，以办酒席、领补贴、收礼品为例讨论。"}},
	{{title: "一年学了什么，明年学什么", content: org.ContentTheory, method: "discussion", text: "回顾全年学习内容，收集明年想学的题目，排前三位的是种植技术、法律、急救。"},
		{title: "基层治理里的法律常识", content: org.ContentKnow, method: "lecture", text: "讲邻里纠纷、土地流转、赡养三类常见事项的办理程序。"}},
}

// assemblies are the 党员大会 of each quarter.
var assemblies = [4]subject{
	{title: "通过年度工作计划", content: org.ContentTheory, text: "一、书记报告年度工作计划。\n二、讨论，采纳修改意见两条。\n三、表决通过。"},
	{title: "听取集体收支和学习情况通报", content: org.ContentTheory, text: "一、支委会通报集体收支和集体学习情况。\n二、党员提问和建议，记录人逐条记下。"},
	{title: "讨论东街硬化和排水方案", content: org.ContentTheory, text: "一、介绍方案和预算来源。\n二、讨论，对排水走向有不同意见，采用北侧暗沟方案。\n三、表决通过，提交村民代表会议。"},
	{title: "听取支委会工作报告", content: org.ContentTheory, text: "一、书记代表支委会作工作报告。\n二、分组讨论，意见汇总后由支委会答复。"},
}

// days are those of the three-day class in the county.
var days = [3]subject{
	{title: "党的创新理论与乡村全面振兴", content: org.ContentCentral, method: "lecture"},
	{title: "党性教育现场教学和党性分析", content: org.ContentSpirit, method: "experience"},
	{title: "村级组织规范化建设和案例研讨", content: org.ContentSkill, method: "discussion"},
}
