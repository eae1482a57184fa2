package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"branchbook/ui/kit"
	"branchbook/ui/kit/kittest"
)

func with[T any](o T, change func(T)) T { change(o); return o }

// The pictures of every field in every state, as markup. Each case may do
// something to the window before it is drawn.
func TestFieldsLookAsTheyDid(t *testing.T) {
	for name, draw := range map[string]func() (fyne.CanvasObject, func(fyne.Canvas)){
		"entry": func() (fyne.CanvasObject, func(fyne.Canvas)) {
			focused := kit.NewEntry("")
			return container.NewVBox(kit.NewEntry("请填写主题"), focused,
				with(kit.NewEntry(""), func(e *kit.Entry) { e.SetText("学习全会精神"); e.Disable() }),
				with(kit.NewEntry(""), func(e *kit.Entry) { e.MarkFault(true) }),
				with(kit.NewText(3), func(e *kit.Entry) { e.SetText("一、重温入党誓词。\n二、专题辅导。") }),
			), func(c fyne.Canvas) { c.Focus(focused) }
		},
		"search": func() (fyne.CanvasObject, func(fyne.Canvas)) {
			return container.NewVBox(kit.NewSearch("找人"), with(kit.NewSearch(""), func(s *kit.Search) { s.SetText("张") })), nil
		},
		"date": func() (fyne.CanvasObject, func(fyne.Canvas)) {
			return container.NewVBox(dateField(), with(dateField(), func(f *kit.DateField) { f.SetText("2-30"); f.Day() })), nil
		},
		"calendar": func() (fyne.CanvasObject, func(fyne.Canvas)) {
			f := with(dateField(), func(f *kit.DateField) { f.SetDay(kit.Day{Year: 2026, Month: 11, Day: 3}) })
			return container.NewVBox(f), func(c fyne.Canvas) { c.Focus(f); press(c, fyne.KeyF4) }
		},
		"time": func() (fyne.CanvasObject, func(fyne.Canvas)) {
			return container.NewVBox(kit.NewTimeField(), with(kit.NewTimeField(), func(f *kit.TimeField) { f.SetTime(870) })), nil
		},
		"select": func() (fyne.CanvasObject, func(fyne.Canvas)) {
			open := with(kit.NewSelect(states, nil), func(s *kit.Select) { s.SetChosen(1) })
			return container.NewVBox(kit.NewSelect(states, nil), with(kit.NewSelect(states, nil), func(s *kit.Select) { s.SetChosen(0); s.Disable() }),
				with(kit.NewSelect(states, nil), func(s *kit.Select) { s.MarkFault(true) }), open), func(c fyne.Canvas) { test.Tap(open) }
		},
		"combo": func() (fyne.CanvasObject, func(fyne.Canvas)) {
			b := kit.NewCombo("地点", places)
			return container.NewVBox(b), func(c fyne.Canvas) { c.Focus(b); typed(c, "村") }
		},
		"chips": func() (fyne.CanvasObject, func(fyne.Canvas)) {
			return container.NewVBox(with(kit.NewChips([]string{"党课", "支委会", "主题党日"}, nil), func(c *kit.Chips) { c.SetChosen(2) }),
				with(kit.NewToggles([]string{"佩戴党员徽章", "重温入党誓词"}, nil), func(x *kit.Toggles) { x.SetOn(0, true) }),
				with(kit.NewCheck("带上照片", nil), func(x *kit.Check) { x.SetOn(true) }),
				with(kit.NewCheck("带上照片", nil), func(x *kit.Check) { x.Disable() })), nil
		},
		"form": func() (fyne.CanvasObject, func(fyne.Canvas)) {
			form := kit.NewForm().Row(kit.Field{Name: "title", Label: "主题", Widget: kit.NewEntry(""), Required: true, Share: 2}, kit.Field{Label: "日期", Widget: dateField(), Note: "活动当天"}).
				Row(kit.Field{Label: "地点", Widget: kit.NewCombo("", places)})
			return form, func(fyne.Canvas) { form.SetFault("title", "请写上活动的主题") }
		},
		"dialog": func() (fyne.CanvasObject, func(fyne.Canvas)) {
			return container.NewVBox(), func(c fyne.Canvas) {
				kit.Confirm(c, "删除这次活动？", "11月23日的主题党日，36人的出席记录也会一起删除。删除后可以撤销。", "删除", "不删除", nil)
			}
		},
		"toast": func() (fyne.CanvasObject, func(fyne.Canvas)) {
			x := kit.NewToast(kit.Inline())
			return container.NewStack(x), func(fyne.Canvas) { x.Offer("已删除主题党日", "撤销", nil) }
		},
	} {
		t.Run(name, func(t *testing.T) {
			kittest.App(t)
			o, then := draw()
			c := window(t, o)
			if then != nil {
				then(c)
			}
			test.AssertRendersToMarkup(t, name+".xml", c)
		})
	}
}
