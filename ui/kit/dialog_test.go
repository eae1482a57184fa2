package kit_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"branchbook/ui/kit"
	"branchbook/ui/kit/kittest"
)

func focusedWords(c fyne.Canvas) string {
	if b, ok := c.Focused().(*kit.Button); ok {
		return b.Text
	}
	return ""
}

func TestAQuestionStartsOnTheSafeAnswer(t *testing.T) {
	kittest.App(t)
	a := kit.NewEntry("")
	c := window(t, container.NewVBox(a))
	c.Focus(a)
	done := 0
	ask := func() {
		kit.Confirm(c, "删除这次活动？", "可以撤销。", "删除", "不删除", func() { done++ })
	}
	ask()
	if focusedWords(c) != "不删除" {
		t.Fatalf("the focus is on %q", focusedWords(c))
	}
	press(c, fyne.KeyReturn)
	if done != 0 || kit.Covered(c) || c.Focused() != a {
		t.Errorf("done %d, covered %v, focus on %T", done, kit.Covered(c), c.Focused())
	}
	ask()
	press(c, fyne.KeyEscape)
	if done != 0 || kit.Covered(c) {
		t.Errorf("Esc: done %d, covered %v", done, kit.Covered(c))
	}
	ask()
	press(c, fyne.KeyRight, fyne.KeyReturn)
	if done != 1 || kit.Covered(c) {
		t.Errorf("→ Enter: done %d, covered %v", done, kit.Covered(c))
	}
}

func TestTabStaysInTheDialog(t *testing.T) {
	kittest.App(t)
	c := window(t, container.NewVBox(kit.NewEntry(""), kit.NewButton("背后", nil)))
	kit.Choose(c, "关闭窗口", "还有没保存的内容。", kit.Answer{Text: "不关闭", Safe: true}, kit.Answer{Text: "不保存"}, kit.Answer{Text: "保存并关闭", Primary: true})
	var seen []string
	for range 4 {
		seen = append(seen, focusedWords(c))
		c.FocusNext()
	}
	if got := strings.Join(seen, " "); got != "不关闭 不保存 保存并关闭 不关闭" {
		t.Errorf("Tab goes %s", got)
	}
}

func TestNothingBehindADialogIsTouched(t *testing.T) {
	kittest.App(t)
	taps := 0
	c := window(t, container.NewVBox(kit.NewButton("背后", func() { taps++ })))
	var window []fyne.KeyName
	c.SetOnTypedKey(func(k *fyne.KeyEvent) { window = append(window, k.Name) })
	kit.Inform(c, "已保存", "存好了。", "知道了")
	test.TapCanvas(c, fyne.NewPos(20, 20))
	c.Unfocus() // as a click beside the dialog does
	press(c, fyne.KeyF1, fyne.KeyEscape)
	if taps != 0 || len(window) != 0 || kit.Covered(c) {
		t.Errorf("taps %d, keys %v, covered %v", taps, window, kit.Covered(c))
	}
	press(c, fyne.KeyF1)
	if len(window) != 1 {
		t.Errorf("after the dialog the window got %v", window)
	}
}

func TestASecondDialogWaits(t *testing.T) {
	kittest.App(t)
	c := window(t, container.NewVBox())
	var done []string
	for _, name := range []string{"一", "二", "三"} {
		kit.Confirm(c, name, "", "做"+name, "不做"+name, func() { done = append(done, name) })
	}
	if len(c.Overlays().List()) != 1 || focusedWords(c) != "不做一" {
		t.Fatalf("%d dialogs, focus on %q", len(c.Overlays().List()), focusedWords(c))
	}
	press(c, fyne.KeyRight, fyne.KeyReturn, fyne.KeyEscape)
	if focusedWords(c) != "不做三" {
		t.Fatalf("the third is not shown, focus on %q", focusedWords(c))
	}
	press(c, fyne.KeyRight, fyne.KeyReturn)
	if strings.Join(done, "") != "一三" || kit.Covered(c) {
		t.Errorf("done %v, covered %v", done, kit.Covered(c))
	}
}

func TestAnAnswerMayAskAgain(t *testing.T) {
	kittest.App(t)
	c := window(t, container.NewVBox())
	kit.Confirm(c, "甲", "", "做甲", "不做", func() { kit.Inform(c, "乙", "", "知道了") })
	press(c, fyne.KeyRight, fyne.KeyReturn)
	if focusedWords(c) != "知道了" {
		t.Errorf("the focus is on %q", focusedWords(c))
	}
}

func TestADialogFitsTheWindowAndScrolls(t *testing.T) {
	kittest.App(t)
	c := window(t, container.NewVBox())
	last := kit.NewEntry("")
	form := kit.NewForm()
	for range 15 {
		form.Row(kit.Field{Label: "甲", Widget: kit.NewEntry("")})
	}
	form.Row(kit.Field{Name: "last", Label: "末", Widget: last})
	d := kit.NewDialog("新的党员", form, kit.Answer{Text: "不加", Safe: true}, kit.Answer{Text: "加入名册", Primary: true, Keep: true, Do: func() { form.SetFault("last", "请填写") }})
	d.Focus = form
	d.Show(c)
	if _, ok := c.Focused().(*kit.Entry); !ok {
		t.Errorf("the focus is on %T, want the first field", c.Focused())
	}
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	for i := range 2 {
		if y := place(d.Button(i)).Y; y < 0 || y+kit.Control > small.Height {
			t.Errorf("button %d is at %v", i, y)
		}
	}
	test.Tap(d.Button(1))
	if y := place(last).Y; y < 0 || y+kit.Control > place(d.Button(0)).Y || c.Focused() != last {
		t.Errorf("the wrong field is at %v, focus on %T", y, c.Focused())
	}
	d.Close()
	if kit.Covered(c) {
		t.Error("it stays open")
	}
}

func TestAToastIsTakenBackByTheKeyboard(t *testing.T) {
	kittest.App(t)
	a, toast := kit.NewEntry(""), kit.NewToast(kit.Inline())
	c := window(t, container.NewStack(container.NewVBox(a), toast))
	c.Focus(a)
	undone := 0
	toast.Offer("已删除主题党日", "撤销", func() { undone++ })
	if c.Focused() != a {
		t.Errorf("it took the focus to %T", c.Focused())
	}
	if !toast.Act() || undone != 1 || toast.Words() != "" || toast.Act() {
		t.Errorf("undone %d, still says %q", undone, toast.Words())
	}
	toast.Say("已保存")
	if toast.Act() || !toast.Dismiss() || toast.Dismiss() {
		t.Error("a toast without a button is not only dismissed")
	}
}

func TestAToastsButtonIsReachedByTabAndPointer(t *testing.T) {
	kittest.App(t)
	below, toast := 0, kit.NewToast(kit.Inline())
	c := window(t, container.NewStack(kit.NewButton("下面", func() { below++ }), toast))
	undone := 0
	toast.Offer("已删除", "撤销", func() { undone++ })
	c.FocusNext()
	c.FocusNext()
	if focusedWords(c) != "撤销" {
		t.Fatalf("Tab leads to %q", focusedWords(c))
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(c.Focused().(fyne.CanvasObject))
	test.TapCanvas(c, at.AddXY(5, 5))
	if undone != 1 || c.Focused() != nil {
		t.Errorf("undone %d, focus on %T", undone, c.Focused())
	}
	toast.Say("已保存")
	test.TapCanvas(c, fyne.NewPos(20, 20))
	if below != 1 {
		t.Error("a tap beside the toast does not reach the page")
	}
}

func TestAToastGoesByItself(t *testing.T) {
	kittest.App(t)
	run := kit.NewRunner()
	defer run.Close()
	gone := make(chan bool)
	toast := kit.NewToast(run)
	toast.For = time.Millisecond
	window(t, container.NewStack(toast))
	toast.Offer("一", "撤销", nil)
	run.After(300*time.Millisecond, func() { gone <- toast.Words() == "" })
	if !<-gone {
		t.Error("it stays")
	}
}

func TestTheClockOfAnOldToastDoesNotHideANewOne(t *testing.T) {
	kittest.App(t)
	run := kit.NewRunner()
	defer run.Close()
	stays := make(chan bool)
	toast := kit.NewToast(run)
	toast.For = 100 * time.Millisecond
	window(t, container.NewStack(toast))
	toast.Say("一")
	toast.For = time.Hour
	toast.Say("二")
	run.After(400*time.Millisecond, func() { stays <- toast.Words() == "二" })
	if !<-stays {
		t.Error("it went with the old one's clock")
	}
}

func TestAToastCoversNothingAndKeepsBothEnds(t *testing.T) {
	kittest.App(t)
	toast := kit.NewToast(kit.Inline())
	c := window(t, container.NewStack(toast))
	toast.Offer("已保存："+strings.Repeat("关于召开换届选举党员大会的", 6)+"通知", "撤销", func() {})
	box := test.WidgetRenderer(toast).Objects()[0].(*fyne.Container).Objects[0]
	at, size := fyne.CurrentApp().Driver().AbsolutePositionForObject(box), box.Size()
	if size.Width > 560 || at.Y < c.Size().Height-kit.StatusBar-12 || at.X+size.Width > c.Size().Width-kit.PageEdge+1 {
		t.Errorf("it stands at %v, %v large", at, size)
	}
	words := kit.CutMiddle("已保存：关于召开大会的通知", 120, kit.Body)
	if !strings.HasPrefix(words, "已保") || !strings.HasSuffix(words, "知") || !strings.Contains(words, "…") || kit.Width(words, kit.Body) > 120 {
		t.Errorf("cut to %q", words)
	}
}
