// Package org is the vocabulary of a Party branch: its people, its activities
// and the facts about them, as plain values that every other package shares.
//
// It imports nothing but the standard library, reads no disk and knows no
// clock. One English word stands for one idea; the official term is beside it:
//
//	Branch        党支部            Superior     上级党组织
//	Group         党小组            Term         任期
//	Person        党员（及发展对象、第一书记等）
//	Spell         任职、转正、外出等有起止日期的情况
//	  belonging   组织关系          category     人员类别
//	  group       所在党小组        standing     党籍状态
//	  post        党内职务          exemption    不作硬性要求
//	  floating    流动党员          lost         失去联系
//	  leader      党员领导干部      reserve      两委成员、后备干部
//	  extension   延长预备期
//	Activity      活动              Part         环节
//	Attendance    到会情况          due          应到
//	Resolution    表决事项          entitled     应到会有表决权
//	Hours         学时              Minutes      分钟
//	Plan          年度计划          Reading      必读书目
//	Review        民主评议、述学评学
//	Register      名册台账（师资、基地 ……）
//	Waiver        对缺项的说明      LocalPack    本支部启用的规则包
//	Closing       年度封存
//
// Two aggregates are the unit of saving, revision, undo and exchange: Person
// with spells, Activity with parts and attendance. The small ones beside them
// are saved whole as well. The JSON form of each type is the one form that the
// journal, the bundle and the verbs use; its names stay stable.
package org
