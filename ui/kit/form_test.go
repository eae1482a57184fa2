package kit_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"branchbook/ui/kit"
	"branchbook/ui/kit/kittest"
)

func TestTabFollowsTheEye(t *testing.T) {
	kittest.App(t)
	a, b, c := kit.NewEntry(""), kit.NewSelect(states, nil), kit.NewText(2)
	on := window(t, kit.NewForm().
		Row(kit.Field{Label: "甲", Widget: a}, kit.Field{Label: "乙", Widget: b}).
		Row(kit.Field{Label: "丙", Widget: c}))
	for _, want := range []fyne.Focusable{a, b, c, a} {
		on.FocusNext()
		if on.Focused() != want {
			t.Fatalf("the focus is on %T, want %T", on.Focused(), want)
		}
	}
}

func TestFieldsShareTheirRow(t *testing.T) {
	kittest.App(t)
	a, b := kit.NewEntry(""), kit.NewEntry("")
	form := kit.NewForm().Row(kit.Field{Label: "甲", Widget: a, Share: 2}, kit.Field{Label: "乙", Widget: b})
	window(t, form)
	form.Resize(fyne.NewSize(616, 200))
	if a.Size().Width != 400 || b.Size().Width != 200 {
		t.Errorf("widths %v and %v", a.Size().Width, b.Size().Width)
	}
}

func TestTheFirstFaultIsSeenAndFocused(t *testing.T) {
	kittest.App(t)
	form := kit.NewForm()
	title, end := kit.NewEntry(""), kit.NewEntry("")
	form.Row(kit.Field{Name: "title", Label: "主题", Widget: title, Required: true})
	for range 12 {
		form.Row(kit.Field{Label: "甲", Widget: kit.NewEntry("")})
	}
	form.Row(kit.Field{Name: "end", Label: "结束", Widget: end, Note: "可以不填"})
	scroll := container.NewVScroll(form)
	c := window(t, scroll)
	scroll.ScrollToBottom()
	if !form.SetFaults(kit.Fault{Name: "end", Words: "早于开始"}, kit.Fault{Name: "title", Words: "请写上主题"}) {
		t.Error("no fault is reported")
	}
	if c.Focused() != title || scroll.Offset.Y > 30 {
		t.Errorf("focus on %T, scrolled to %v", c.Focused(), scroll.Offset.Y)
	}
	if form.FaultOf("title") != "请写上主题" || form.FaultOf("end") != "早于开始" {
		t.Errorf("faults %q and %q", form.FaultOf("title"), form.FaultOf("end"))
	}
	form.ClearFaults()
	if form.FaultOf("title") != "" {
		t.Error("the fault stays")
	}
}

func TestAFaultOfWhatTakesNoFocusIsSeenToo(t *testing.T) {
	kittest.App(t)
	form := kit.NewForm()
	for range 12 {
		form.Row(kit.Field{Label: "甲", Widget: kit.NewEntry("")})
	}
	names := kit.Text("没有人", kit.Body)
	form.Row(kit.Field{Name: "names", Label: "参加人员", Widget: names})
	window(t, container.NewVScroll(form))
	form.SetFault("names", "至少要有一个人")
	if y := fyne.CurrentApp().Driver().AbsolutePositionForObject(names).Y; y < 0 || y > small.Height-20 {
		t.Errorf("it stands at %v", y)
	}
}

func TestAFaultGoesWhenItsFieldIsCorrected(t *testing.T) {
	kittest.App(t)
	a, s := kit.NewEntry(""), kit.NewSelect(states, nil)
	form := kit.NewForm().Row(kit.Field{Name: "a", Label: "甲", Widget: a}, kit.Field{Name: "s", Label: "乙", Widget: s})
	c := window(t, form)
	form.SetFaults(kit.Fault{Name: "a", Words: "请填写"}, kit.Fault{Name: "s", Words: "请选择"})
	typed(c, "字")
	if form.FaultOf("a") != "" || form.FaultOf("s") == "" {
		t.Errorf("faults %q and %q", form.FaultOf("a"), form.FaultOf("s"))
	}
	c.Focus(s)
	press(c, fyne.KeySpace, fyne.KeyReturn)
	if form.FaultOf("s") != "" {
		t.Errorf("fault %q", form.FaultOf("s"))
	}
}

func TestNothingMovesWhenAFaultComes(t *testing.T) {
	kittest.App(t)
	day, clock, below := dateField(), kit.NewTimeField(), kit.NewEntry("")
	form := kit.NewForm().
		Row(kit.Field{Name: "a", Label: "开始", Widget: clock}, kit.Field{Name: "d", Label: "日期", Widget: day}, kit.Field{Label: "地点", Widget: kit.NewEntry(""), Share: 3}).
		Row(kit.Field{Name: "b", Label: "主题", Widget: below, Note: "可以不填"}).Row(kit.Field{Label: "内容", Widget: kit.NewText(2)})
	c := window(t, form)
	places := func() (list []fyne.Position) {
		for _, o := range []fyne.CanvasObject{day, clock, below} {
			list = append(list, fyne.CurrentApp().Driver().AbsolutePositionForObject(o))
		}
		return list
	}
	before, height := places(), form.MinSize().Height
	c.Focus(day)
	typed(c, "x")
	c.Focus(clock)
	typed(c, "y")
	c.Focus(below)
	form.SetFaults(kit.Fault{Name: "b", Words: "请写上主题"}, kit.Fault{Name: "a", Words: "看不懂这个时间，请写成 14:30"}, kit.Fault{Name: "d", Words: "请写上日期"})
	if after := places(); !slices.Equal(before, after) || form.MinSize().Height != height {
		t.Errorf("fields moved from %v to %v, the form from %v to %v", before, after, height, form.MinSize().Height)
	}
	first, _ := textAt(form, "看不懂这个时间，请写成 14:30")
	second, found := textAt(form, "请写上日期")
	if found == nil || first.Y != second.Y || second.X < first.X+kit.Width("看不懂这个时间，请写成 14:30", kit.Note) {
		t.Errorf("the faults stand at %v and %v", first, second)
	}
}

func TestAFaultOfAnUnreadDayIsNotTheForms(t *testing.T) {
	kittest.App(t)
	d := dateField()
	form := kit.NewForm().Row(kit.Field{Name: "d", Label: "日期", Widget: d})
	c := window(t, form)
	form.SetFault("d", "请写上日期")
	c.Unfocus()
	if d.Day(); form.FaultOf("d") != "请写上日期" {
		t.Errorf("leaving the empty field left the fault %q", form.FaultOf("d"))
	}
}

func TestChipsAreOneOfSeveral(t *testing.T) {
	kittest.App(t)
	var told []int
	chips := kit.NewChips([]string{"党课", "支委会", "主题党日"}, func(i int) { told = append(told, i) })
	c := window(t, container.NewVBox(chips))
	chips.SetChosen(0)
	c.FocusNext()
	c.FocusNext()
	press(c, fyne.KeySpace, fyne.KeyReturn)
	if chips.Chosen() != 1 || len(told) != 1 || told[0] != 1 {
		t.Errorf("chosen %d, told %v", chips.Chosen(), told)
	}
	chips.Disable()
	press(c, fyne.KeySpace)
	test.TapCanvas(c, fyne.NewPos(10, 10))
	if chips.Chosen() != 1 {
		t.Errorf("disabled chips chose %d", chips.Chosen())
	}
}

func TestChipsWrapInAForm(t *testing.T) {
	kittest.App(t)
	chips := kit.NewChips([]string{"党员大会", "支委会", "党小组会", "党课", "主题党日", "组织生活会", "集中培训", "民主评议党员"}, nil)
	below := kit.NewEntry("")
	form := kit.NewForm().Row(kit.Field{Label: "种类", Widget: chips}).Row(kit.Field{Label: "主题", Widget: below})
	window(t, form)
	place := func() float32 { return fyne.CurrentApp().Driver().AbsolutePositionForObject(below).Y }
	one := place()
	form.Resize(fyne.NewSize(400, 400))
	if two := place(); two < one+kit.Small {
		t.Errorf("the next field went from %v to %v", one, two)
	}
	if h := form.MinSize().Height; h < place()+kit.Control {
		t.Errorf("the form is %v high and its last field ends at %v", h, place()+kit.Control)
	}
}

func TestTogglesAreEachOnOrOff(t *testing.T) {
	kittest.App(t)
	var told []int
	x := kit.NewToggles([]string{"佩戴党员徽章", "重温入党誓词"}, func(i int, on bool) {
		if on {
			i += 10
		}
		told = append(told, i)
	})
	c := window(t, container.NewVBox(x))
	c.FocusNext()
	press(c, fyne.KeySpace)
	c.FocusNext()
	press(c, fyne.KeySpace, fyne.KeySpace)
	if !x.On(0) || x.On(1) || len(told) != 3 || told[0] != 10 || told[1] != 11 || told[2] != 1 {
		t.Errorf("on %v %v, told %v", x.On(0), x.On(1), told)
	}
}

func TestADisabledCheckStaysAsItIs(t *testing.T) {
	kittest.App(t)
	x := kit.NewCheck("带上照片", nil)
	x.SetOn(true)
	x.Disable()
	test.Tap(x)
	if !x.On() {
		t.Error("a tap emptied it")
	}
	x.Enable()
	test.Tap(x)
	if x.On() {
		t.Error("a tap did not empty it")
	}
}
