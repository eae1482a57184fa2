package ui

import (
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"branchbook/store"
	"branchbook/store/org"
	"branchbook/ui/kit"
)

// record is the form of one activity: at the left what it was, at the right who
// was there.
type record struct {
	page
	want  wanted
	desk  *desk         // nil until it is loaded
	saved *org.Activity // what would be saved of the form as it was opened: beyond it, words are new

	part  int // the part in the form, from 0
	form  recordForm
	seats seats
	print *kit.Button

	look, printing kit.Lane
}

func newRecord(w *Window, want wanted) *record { return &record{page: newPage(w), want: want} }

func (s *record) place() place { return atActivities }

func (s *record) head() head {
	h := head{title: "记一次活动"}
	if s.want.edit != "" {
		h.title = "修改活动"
	}
	if s.desk != nil {
		h.note = s.draft().parts[s.part].Kind.Chinese()
		if s.draft().old != nil && s.draft().old.State == org.Planned {
			h.title = "记一次活动"
		}
	}
	return h
}

func (s *record) draft() *draft { return s.desk.draft }

// reload reads the branch anew; what is in the form stays.
func (s *record) reload() {
	load(&s.page, func(b *Book) (*desk, error) { return loadDesk(b, s.want) }, s.show)
}

func (s *record) show(k *desk) {
	if s.desk != nil {
		k.draft = s.desk.draft
		s.desk = k
		s.judge()
		return
	}
	s.desk = k
	s.saved = k.build(k.draft).Activity
	s.put(s.lay())
	s.w.titled(s)
	s.form.focus("title")
}

// lay puts the two cards beside each other, the buttons under the left one.
func (s *record) lay() fyne.CanvasObject {
	s.form.init(s)
	s.seats.init(s)
	s.print = kit.NewLink("打印签到表", s.printSheet).WithIcon("printer")
	s.form.draw()
	plan := kit.Spring()
	if !s.narrow() {
		plan = kit.Pad(0, 0, 0, kit.Gap, s.form.planCheck())
	}
	foot := kit.Ground(kit.Paper, kit.Across(0, kit.Middle(s.print), plan, kit.Spring(), kit.NewPrimary("保存（Ctrl+S）", s.save)))
	s.judge()
	return kit.Pad(0, kit.PageEdge, 12, kit.PageEdge, container.New(twoCards{}, kit.Panel(s.form.scroll), kit.Panel(s.seats.body), foot))
}

// twoCards puts two cards beside each other and a line of buttons under the
// first. The buttons come last for Tab.
type twoCards struct{}

func (twoCards) MinSize(o []fyne.CanvasObject) fyne.Size {
	left, right, foot := o[0].MinSize(), o[1].MinSize(), o[2].MinSize()
	width := max(left.Width, foot.Width)
	return fyne.NewSize(max(width+kit.Gap+right.Width, width*1126/628+kit.Gap), max(left.Height+12+foot.Height, right.Height))
}

func (twoCards) Layout(o []fyne.CanvasObject, size fyne.Size) {
	left := (size.Width - kit.Gap) * 628 / 1126
	foot := o[2].MinSize().Height
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(left, size.Height-foot-12))
	o[1].Move(fyne.NewPos(left+kit.Gap, 0))
	o[1].Resize(fyne.NewSize(size.Width-left-kit.Gap, size.Height))
	o[2].Move(fyne.NewPos(0, size.Height-foot))
	o[2].Resize(fyne.NewSize(left, foot))
}

// narrow tells whether the window is as narrow as with larger letters.
func (s *record) narrow() bool { return s.w.win.Canvas().Size().Width < 1200 }

// judge finds out anew who is due and what the activity gives, after something
// in the form has changed.
func (s *record) judge() {
	r := s.desk.roll(s.draft(), s.seats.view())
	s.seats.show(r)
	s.form.mend(r.faults, s.part)
}

// turn makes the part in the form one of another kind.
func (s *record) turn(kind org.PartKind) {
	s.desk.turn(s.draft(), s.part, kind)
	s.redraw()
}

// redraw shows the form anew, after what it asks for has changed.
func (s *record) redraw() {
	s.form.draw()
	s.seats.views()
	s.judge()
	s.w.titled(s)
	if s.draft().base.Title == "" {
		s.form.focus("title")
	}
}

// goTo shows another part in the form.
func (s *record) goTo(part int) {
	s.part = part
	s.redraw()
}

// unsaved tells whether the form holds anything that is not saved.
func (s *record) unsaved() bool {
	return s.desk != nil && !reflect.DeepEqual(s.desk.build(s.draft()).Activity, s.saved)
}

// leave asks what shall become of words that are not saved.
func (s *record) leave(then func()) {
	if !s.unsaved() {
		then()
		return
	}
	kit.Choose(s.w.win.Canvas(), "这次活动还没有保存", "现在离开，刚才填写的内容就没有了。",
		kit.Answer{Text: "继续填写", Safe: true},
		kit.Answer{Text: "不保存，离开", Do: then},
		kit.Answer{Text: "保存", Primary: true, Do: func() { s.saveThen(then) }})
}

// save keeps the activity and shows its page.
func (s *record) save() { s.saveThen(nil) }

// saveThen saves and goes on; nil goes on to the page of the activity.
func (s *record) saveThen(then func()) {
	if s.desk == nil || s.form.unread() {
		return
	}
	b := s.desk.build(s.draft())
	if len(b.faults) > 0 {
		s.blame(b.faults)
		return
	}
	s.clear(b.Activity, func() { s.commit(b.Activity, then) })
}

func (s *record) commit(a *org.Activity, then func()) {
	done := "已保存：" + a.Title
	if a.State == org.Planned {
		done = "已列入计划：" + a.Title
	}
	s.w.actOn(done, these(a), func(b *Book) (store.Changed, error) { return b.Store.RecordActivity(a) }, func(store.Changed) {
		s.saved = s.desk.build(s.draft()).Activity
		if then != nil {
			then()
			return
		}
		s.after(a.ID)
	})
}

// after shows the page of the saved activity in the place of the form.
func (s *record) after(id org.ActivityID) {
	if n := len(s.w.back); n > 0 {
		if was, ok := s.w.back[n-1].(*activity); ok && was.id == id {
			s.w.stepBack()
			return
		}
	}
	s.w.stand(newActivity(s.w, id))
}

// blame shows what is wrong at its fields and leads to the first.
func (s *record) blame(faults []fault) {
	first := faults[0]
	if first.part >= 0 && first.part != s.part {
		s.goTo(first.part)
	}
	if first.field == "audience" {
		s.seats.blame(first.words)
		return
	}
	if !s.form.blame(faults, s.part) {
		s.w.tell("这次活动还不能保存", first.words)
	}
}

// dropPart takes the part in the form away.
func (s *record) dropPart() {
	s.draft().dropPart(s.part)
	s.goTo(max(0, s.part-1))
}

// addPart adds a part and shows it.
func (s *record) addPart(nextDay bool) {
	s.desk.addPart(s.draft(), nextDay)
	s.goTo(len(s.draft().parts) - 1)
}

// gone tells whether the record in the form is no longer on file.
func (s *record) gone() bool {
	if s.desk == nil || s.draft().old == nil {
		return false
	}
	_, err := s.w.book.Store.Activity(s.draft().old.ID)
	return err != nil
}
