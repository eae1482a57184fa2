package ui

import (
	"fyne.io/fyne/v2"

	"branchbook/store/org"
	"branchbook/ui/kit"
)

// lay puts the fields into a form, in the order of the roster's form.
func (f *personFieldSet) lay(form *kit.Form, more bool) {
	text := func(name, label, note string) kit.Field {
		return kit.Field{Name: name, Label: label, Widget: f.texts[name].widget, Note: note}
	}
	name := text("name", "姓名", "")
	name.Required = true
	form.Row(name, text("id_number", "公民身份号码", "填好后自动带出性别和出生日期"))
	form.Row(kit.Field{Name: "sex", Label: "性别", Widget: f.sex}, text("nation", "民族", ""), kit.Field{Name: "born", Label: "出生日期", Widget: f.born}, text("phone", "联系电话", ""))
	form.Row(text("education", "学历", ""), text("job", "工作岗位", ""))
	if f.s.rows.fresh() {
		f.layNew(form)
	} else {
		if f.category != nil {
			form.Row(kit.Field{Name: "category", Label: "类别", Widget: f.category, Note: "现在没有填，不在应到和学时里"}, kit.Field{Widget: kit.Spring()})
		}
		f.layDates(form, true)
		form.Add(kit.Text("以后类别、职务、党小组有变动，在档案页点“登记变动”。", kit.Note))
	}
	form.Row(text("address", "现居住地", ""), text("household", "户籍所在地", ""))
	form.Row(text("note", "备注", ""))
	if !more {
		return
	}
	form.Row(text("degree", "学位", ""), text("expert", "专业技术职务", ""), text("stratum", "新社会阶层类型", ""))
	form.Row(text("join_type", "入党类型", ""), text("joined_at", "入党时所在支部", ""), text("migrant", "是否农民工", ""))
	form.Row(text("confirmed", "转正情况", ""), text("extended", "延长预备期时间", ""),
		kit.Field{Name: "seniority", Label: "党龄校正（月，可为负）", Widget: f.seniority})
}

// layDates asks for the days of joining and, of whoever is past it, of 转正.
func (f *personFieldSet) layDates(form *kit.Form, full bool) {
	joined := kit.Field{Name: "joined", Label: "入党日期", Widget: f.joined, Note: "支部大会通过之日；记不清的写年月，如 1996年12月"}
	if !full {
		form.Row(joined, kit.Field{Widget: kit.Spring()})
		return
	}
	form.Row(joined, kit.Field{Name: "full_from", Label: "转正日期", Widget: f.full})
}

// layNew asks what becomes the first dated facts.
func (f *personFieldSet) layNew(form *kit.Form) {
	d := f.read()
	category := kit.Field{Name: "category", Label: "类别", Widget: f.category}
	began := kit.Field{Name: "began", Label: "组织关系", Widget: f.began}
	on := kit.Field{Name: "on", Label: "到本支部的日期", Widget: f.on, Note: "建账前就在的不填"}
	if len(f.groups) == 0 {
		form.Row(category, kit.Field{Name: "group", Label: "党小组", Widget: f.noGroups()})
	} else {
		form.Row(category, kit.Field{Name: "group", Label: "党小组", Widget: f.group})
	}
	if d.member() {
		f.layDates(form, d.category == org.FullMember)
	} else {
		form.Row(kit.Field{Name: "category", Label: "从哪天起是" + d.category.Chinese(org.SpellCategory), Widget: f.since, Note: "不清楚的不填"}, kit.Field{Widget: kit.Spring()})
	}
	if !d.comesFrom() {
		form.Row(began, on)
	} else {
		form.Row(began, kit.Field{Name: "who", Label: "从哪里来", Widget: f.texts["who"].widget}, on)
	}
	post := kit.Field{Name: "post", Label: "职务", Widget: f.post}
	if d.post == "" {
		form.Row(post, kit.Field{Widget: kit.Spring()})
		return
	}
	form.Row(post, kit.Field{Name: "title", Label: "具体名称（没有不填）", Widget: f.texts["title"].widget}, kit.Field{Name: "post_from", Label: "任职日期", Widget: f.postFrom})
}

func (f *personFieldSet) noGroups() fyne.CanvasObject {
	return kit.Across(kit.HalfGap, kit.Middle(kit.Text("还没有党小组，可到设置里添加", kit.Body.In(kit.Second))), kit.NewSmall("去设置", func() { f.s.w.open(atSettings) }))
}
