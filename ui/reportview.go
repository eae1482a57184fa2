package ui

import (
	"fmt"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"branchbook/store/bundle"
	"branchbook/ui/kit"
)

// reportView are the widgets of handing in.
type reportView struct {
	s        *report
	steps    [3]*fyne.Container
	pass     [2]*kit.Entry
	passForm *kit.Form
	export   *kit.Button
	wants    *fyne.Container // what is still to be done
	progress *kit.Progress
	table    *kit.Table
	body     fyne.CanvasObject
}

func newReportView(s *report) *reportView {
	v := &reportView{s: s, progress: kit.NewProgress("", nil)}
	v.export = kit.NewPrimary("导出上报包", s.export).WithIcon("upload")
	v.wants = kit.Down(0)
	v.passForm = kit.NewForm()
	for i, label := range []string{"口令", "再写一遍"} {
		v.pass[i] = kit.NewEntry("")
		v.pass[i].Password = true
		v.pass[i].OnChanged = func(string) { v.ready() }
		v.pass[i].OnLeft = v.checkPass
		v.passForm.Row(kit.Field{Name: passName(i), Label: label, Widget: v.pass[i]})
	}
	var cards []fyne.CanvasObject
	for i, title := range []string{"① 报送给谁", "② 写到哪里", "③ 导出"} {
		v.steps[i] = kit.DownText(10)
		inner := kit.DownText(10, kit.Text(title, kit.CardTitle), v.steps[i])
		cards = append(cards, kit.Panel(kit.Pad(14, kit.Gap, kit.Gap, kit.Gap, inner)))
	}
	v.table = kit.NewTable([]kit.Column{{Title: "第几次", Width: 84}, {Title: "时间", Width: 190}, {Title: "报送给", Least: 130}, {Title: "所含年度", Width: 150, Drop: 1},
		{Title: "核对码（前四组）", Width: 190}, {Title: "回执", Width: 96}}, v.cell)
	v.table.RowHeight = 34
	v.table.Empty = kit.Empty("还没有上报过", "", nil)
	history := kit.Card("以往上报", "", nil, kit.Pad(0, 1, 1, 1, v.table))
	scroll := container.NewVScroll(kit.Pad(0, kit.PageEdge, kit.Gap, kit.PageEdge, container.New(&stepLayout{}, append(cards, history)...)))
	v.table.Around = scroll
	v.body = scroll
	return v
}

// fill shows what the screen knows.
func (v *reportView) fill() {
	v.steps[0].Objects = v.whom()
	v.steps[1].Objects = v.where()
	v.steps[2].Objects = v.what()
	for _, s := range v.steps {
		s.Refresh()
	}
	v.ready()
	v.table.SetCount(len(v.s.facts.sent))
	v.body.Refresh()
}

// ready says whether everything is there to export.
func (v *reportView) ready() {
	want := v.s.wanting()
	v.wants.Objects = nil
	if want != "" {
		v.wants.Objects = []fyne.CanvasObject{kit.Text(want, kit.Label.In(kit.Owing.Ink))}
	}
	v.wants.Refresh()
	if want != "" || v.s.busy {
		v.export.Disable()
		return
	}
	v.export.Enable()
}

func (v *reportView) whom() []fyne.CanvasObject {
	s := v.s
	switch {
	case s.done != nil:
		return []fyne.CanvasObject{kit.NewProse("✓ "+s.done.order.forWhom(), kit.Strong)}
	case s.byPass:
		return []fyne.CanvasObject{kit.NewProse(fmt.Sprintf("口令至少 %d 个字，不要用 12345678 这样好猜的。请当面或打电话告诉收件人。忘了口令，谁也打不开。", bundle.MinPassphrase), kit.Label),
			v.passForm, left(kit.NewLink("改用收件名片", func() { s.usePass(false) }))}
	case s.facts.card != nil:
		return []fyne.CanvasObject{kit.NewProse(s.facts.card.Name, kit.Strong), cardBody(s.facts.card), left(kit.NewSmall("换一张名片", s.chooseCard), kit.NewLink("改用口令", func() { s.usePass(true) }))}
	}
	out := []fyne.CanvasObject{kit.NewProse("请选上级给的“收件名片”，一般在上级给的 U 盘里。它是一个小文件，文件名最后是 .card。", kit.Body)}
	for _, c := range s.facts.found {
		out = append(out, left(kit.NewButton("U 盘上找到："+c.card.Name, func() { s.takeCard(c.path) }).WithIcon("usb")))
	}
	return append(out, left(kit.NewButton("选收件名片", s.chooseCard).WithIcon("folder"), kit.NewLink("没有名片，用口令", func() { s.usePass(true) })))
}

// left puts objects beside each other at the left.
func left(objects ...fyne.CanvasObject) fyne.CanvasObject { return kit.Across(kit.HalfGap, objects...) }

// cardBody shows of a card what both sides compare.
func cardBody(c *bundle.Card) fyne.CanvasObject {
	body := kit.DownText(6, kit.NewProse("请打电话和对方核对这六组数字，一致才对：", kit.Label))
	groups := strings.Fields(c.Fingerprint())
	for i := 0; i < len(groups); i += 3 {
		body.Add(kit.Text(strings.Join(groups[i:min(i+3, len(groups))], "   "), kit.PageTitle))
	}
	body.Add(kit.NewProse(masked(c.Fields), kit.Label))
	return body
}

func (v *reportView) where() []fyne.CanvasObject {
	s := v.s
	if s.done != nil {
		return []fyne.CanvasObject{kit.NewProse("✓ "+s.placeWord(s.done.order.dir), kit.Strong)}
	}
	var out []fyne.CanvasObject
	if len(s.facts.drives) == 0 {
		out = append(out, kit.NewProse("没有找到 U 盘。请插上 U 盘，等几秒，再点“重新找 U 盘”。", kit.Body))
	}
	known := false
	for i := range s.facts.drives {
		d := &s.facts.drives[i]
		known = known || d.path == s.dir
		out = append(out, s.driveLine(d))
	}
	if s.dir != "" && !known {
		b := kit.NewButton(kit.Cut(folderWord(s.dir), 260, kit.Body), func() {}).WithIcon("folder")
		b.Choose(true)
		out = append(out, left(b), kit.NewProse(s.dir, kit.Note))
	}
	return append(out, left(kit.NewSmall("重新找 U 盘", s.reload).WithIcon("usb"), kit.NewSmall("写到别的文件夹", s.otherFolder)))
}

func (s *report) driveLine(d *driveRow) fyne.CanvasObject {
	b := kit.NewButton(kit.Cut("U 盘 "+d.name, 220, kit.Body), func() { s.choose(d.path) }).WithIcon("usb")
	b.Choose(d.path == s.dir)
	note := "剩余 " + sizeText(d.free)
	if d.tooSmall() {
		b.Disable()
		note = fmt.Sprintf("空间不够：剩余 %s，需要 %s", sizeText(d.free), sizeText(d.need))
	}
	return kit.Down(2, left(b), kit.Text(note, kit.Note))
}

// placeWord names a stick or a folder.
func (s *report) placeWord(dir string) string {
	for i := range s.facts.drives {
		if s.facts.drives[i].path == dir {
			return "U 盘 " + s.facts.drives[i].name
		}
	}
	return "“" + folderWord(dir) + "”"
}

// folderWord names a folder as people know it.
func folderWord(dir string) string {
	for _, s := range userFolders() {
		if s.path == dir {
			return s.name
		}
	}
	return filepath.Base(dir)
}

func (v *reportView) what() []fyne.CanvasObject {
	s := v.s
	if s.done != nil {
		return v.finished()
	}
	out := []fyne.CanvasObject{kit.NewProse(s.expected(), kit.Body), kit.NewProse(s.sealedFor(), kit.Body),
		kit.NewProse("另外还写两个不加密的文件：封面（打印后随 U 盘报送）、学时统计表（只有姓名和学时）。", kit.Label)}
	if s.facts.demo {
		out = append(out, kit.NewProse(demoWords, kit.Label.In(kit.Owing.Ink)))
	}
	if s.busy {
		return append(out, v.progress)
	}
	return append(out, left(v.export), v.wants)
}

func (v *reportView) finished() []fyne.CanvasObject {
	s := v.s
	out := []fyne.CanvasObject{kit.NewProse("✓ "+s.done.words(), kit.Strong.In(kit.Good.Ink)), kit.NewProse("核对码（前四组，报送时念给对方）", kit.Label),
		kit.Text(readAloud(s.done.sent.Digest.String()), kit.PageTitle)}
	out = append(out, kit.NewProse("文件在"+s.placeWord(s.done.order.dir)+"，名字以“"+s.done.order.name+"”开头。", kit.Label))
	if s.facts.demo {
		out = append(out, kit.NewProse(demoWords, kit.Label.In(kit.Owing.Ink)))
	}
	return append(out, left(kit.NewPrimary("打印封面", s.printDone).WithIcon("printer"), kit.NewButton("打开所在文件夹", s.openDone)),
		left(kit.NewLink("再导出一次", s.again)))
}

func (v *reportView) passFault() string {
	_, words := passFault(v.pass[0].Text, v.pass[1].Text)
	return words
}

// checkPass shows at its field what is wrong with the passphrase, of the second
// line once it was written.
func (v *reportView) checkPass() {
	at, fault := passFault(v.pass[0].Text, v.pass[1].Text)
	for i, e := range v.pass {
		words := ""
		if i == at && e.Text != "" {
			words = fault
		}
		v.passForm.Tell(passName(i), words)
	}
	v.body.Refresh() // its height may be another
}

func passName(i int) string { return fmt.Sprint("pass", i) }

// forget empties the passphrase, which nobody shall find on the screen.
func (v *reportView) forget() {
	for _, e := range v.pass {
		e.SetText("")
	}
}

func (v *reportView) cell(row, col int) kit.Cell {
	r := &v.s.facts.sent[row]
	switch col {
	case 0:
		return kit.Cell{Text: fmt.Sprintf("第%d次", r.sequence), Style: kit.Strong}
	case 1:
		return kit.Cell{Text: r.when()}
	case 2:
		return kit.Cell{Text: r.to}
	case 3:
		return kit.Cell{Text: yearsText(r.years), Style: kit.Label}
	case 4:
		return kit.Cell{Text: readAloud(r.check)}
	}
	return kit.Cell{Text: r.receiptWord(), Style: kit.Label}
}
