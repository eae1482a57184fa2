package ui

import (
	"strings"

	"branchbook/store"
	"branchbook/store/org"
	"branchbook/ui/kit"
)

// readingForm is the dialog for one item of the list.
type readingForm struct {
	s             *readings
	item          *org.Reading // as on file, or a new one
	form          *kit.Form
	dialog        *kit.Dialog
	title, source *kit.Entry
	day           *kit.DateField
	sheet         *kit.TickSheet // nil for a new one
}

// readStates are the states of a name on the sheet.
var readStates = []kit.TickState{{Word: notEntered, Tone: kit.Quiet}, {Word: "已读", Tone: kit.Good}}

// addItem asks for a new item, without marks.
func (s *readings) addItem() {
	f := s.newForm(&org.Reading{ID: store.NewItemID(), Year: s.year})
	f.show("添加书目", 560)
}

// open shows an item with who has read it.
func (s *readings) open(r *org.Reading) {
	f := s.newForm(r)
	f.day = kit.NewDateField()
	f.day.Today = func() kit.Day { return partialDay(s.data.today.Partial()) }
	f.form.Row(kit.Field{Name: "on", Label: "新打勾的是哪天读完的（可不填）", Widget: f.day})
	f.sheet = kit.NewTickSheet(readStates, nil)
	f.sheet.SetCells(readCells(r, s.data.who))
	f.form.Add(kit.Sized(0, s.sheetHeight(), f.sheet))
	f.show("谁读过："+kit.Cut(r.Title, 560, kit.CardTitle), 820)
}

// sheetHeight leaves the names as much as the window has besides the dialog's
// own fields, so that only the names scroll.
func (s *readings) sheetHeight() float32 {
	const fields = 370
	return min(max(s.w.win.Canvas().Size().Height-fields, 150), 400)
}

func readCells(r *org.Reading, who []reader) []kit.TickCell {
	read := map[org.PersonID]int{}
	for _, m := range r.Read {
		read[m.Person] = 1
	}
	cells := make([]kit.TickCell, len(who))
	for i, p := range who {
		cells[i] = kit.TickCell{Name: p.name, State: read[p.id]}
	}
	return cells
}

func (s *readings) newForm(r *org.Reading) *readingForm {
	f := &readingForm{s: s, item: r, form: kit.NewForm(), title: kit.NewEntry("书名或篇名"), source: kit.NewEntry("如 县委学习计划")}
	f.title.SetText(r.Title)
	f.source.SetText(r.Source)
	f.form.Row(kit.Field{Name: "title", Label: "书目、篇目", Widget: f.title, Required: true, Share: 3}, kit.Field{Name: "source", Label: "谁定的（可不填）", Widget: f.source, Share: 2})
	return f
}

func (f *readingForm) show(title string, width float32) {
	f.dialog = kit.NewDialog(title, f.form, kit.Answer{Text: "取消", Safe: true}, kit.Answer{Text: "保存", Primary: true, Keep: true, Do: f.save})
	f.dialog.Width, f.dialog.Focus = width, f.title
	if f.sheet != nil {
		f.dialog.Focus = f.sheet
	}
	f.dialog.Show(f.s.w.win.Canvas())
	f.dialog.Fit()
}

func (f *readingForm) save() {
	f.form.ClearFaults()
	if f.form.Unread() {
		f.dialog.Fit()
		return
	}
	r := org.Copy(f.item, f.item.Rev).(*org.Reading)
	r.Title, r.Source = strings.TrimSpace(f.title.Text), strings.TrimSpace(f.source.Text)
	var on org.Date
	done := "已添加书目：" + r.Title
	if f.sheet != nil {
		on, _ = dayPartial(f.day.Day()).Full()
		r.Read = marksOf(r.Read, f.s.data.who, func(i int) bool { return f.sheet.State(i) == 1 }, on)
		done = "已登记：" + r.Title + "，已读 " + readWords(r)
	}
	if f.wrong(r, on) {
		f.dialog.Fit()
		return
	}
	f.dialog.Close()
	f.s.w.act(done, func(b *Book) (store.Changed, error) { return b.Store.SaveItem(r, done) }, nil)
}

// wrong shows what is wrong with the item, if anything is.
func (f *readingForm) wrong(r *org.Reading, on org.Date) bool {
	var faults []kit.Fault
	switch {
	case r.Title == "":
		faults = append(faults, kit.Fault{Name: "title", Words: "请写书名或篇名"})
	case f.s.data.has(r.Title, r):
		faults = append(faults, kit.Fault{Name: "title", Words: "这一年已经有这一项"})
	}
	if on > f.s.data.today {
		faults = append(faults, kit.Fault{Name: "on", Words: aheadWords})
	}
	return f.form.SetFaults(faults...)
}
