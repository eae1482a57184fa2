package ui

import (
	"os"
	"testing"

	"branchbook/store/org"
	"fyne.io/fyne/v2"
)

func TestRecordPictures(t *testing.T) {
	dir := os.Getenv("PICTURES")
	if dir == "" {
		t.Skip("PICTURES names no folder")
	}
	for _, c := range []struct {
		name    string
		members int
		size    fyne.Size
	}{{"usual", 38, fyne.NewSize(1366, 696)}, {"full", 500, fyne.NewSize(1366, 696)}, {"large", 38, fyne.NewSize(975, 497)}, {"empty", 0, fyne.NewSize(1366, 696)}} {
		var b *Book
		if c.members == 0 {
			b = emptyBook(t)
		} else {
			b = demoBook(t, c.members)
		}
		w := openWindow(t, b)
		w.win.Resize(c.size)
		w.record(wanted{kind: org.ThemeDay})
		s := w.now.(*record)
		if c.members > 0 {
			s.seats.sheet.Next(3)
			s.seats.say(org.Leave, org.ReasonSick)
			s.seats.sheet.Next(8)
			s.seats.say(org.Leave, org.ReasonAway)
			s.seats.sheet.Next(15)
			s.seats.say(org.Absent, "")
		}
		picture(t, w, dir+"/record-"+c.name+".png")
		s.form.more = true
		s.addPart(false)
		picture(t, w, dir+"/record-"+c.name+"-more.png")
		s.form.scroll.ScrollToBottom()
		if c.name == "usual" {
			s.form.chooseKind()
			picture(t, w, dir+"/record-kinds.png")
			w.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		}
		picture(t, w, dir+"/record-"+c.name+"-rare.png")
	}
}

func TestActivityPictures(t *testing.T) {
	dir := os.Getenv("PICTURES")
	if dir == "" {
		t.Skip("PICTURES names no folder")
	}
	b := demoBook(t, 38)
	list, err := b.Store.Activities(1, org.NewDate(2030, 1, 1))
	if err != nil {
		t.Fatal(err)
	}
	w := openWindow(t, b)
	seen := map[string]bool{}
	for _, a := range list {
		name := ""
		switch {
		case a.State == org.Planned:
			name = "planned"
		case a.State == org.Cancelled:
			name = "cancelled"
		case len(a.Parts) > 1:
			name = "parts"
		case len(a.Parts[0].Votes) > 0:
			name = "votes"
		case a.Parts[0].Kind == org.ThemeDay:
			name = "theme"
		}
		if name == "" || seen[name] {
			continue
		}
		seen[name] = true
		w.win.Resize(fyne.NewSize(1366, 696))
		w.activity(a.ID)
		picture(t, w, dir+"/activity-"+name+".png")
		w.win.Resize(fyne.NewSize(975, 497))
		w.now.reload()
		picture(t, w, dir+"/activity-"+name+"-large.png")
	}
}
func TestVotePicture(t *testing.T) {
	dir := os.Getenv("PICTURES")
	if dir == "" {
		t.Skip("PICTURES names no folder")
	}
	w := openWindow(t, demoBook(t, 38))
	w.record(wanted{kind: org.Assembly})
	s := w.now.(*record)
	s.draft().parts[0].votes = []org.Resolution{{Title: "通过年度工作计划", Kind: org.VoteOrdinary, Yes: 20}}
	s.form.draw()
	picture(t, w, dir+"/record-votes.png")
	s.form.addVote()
	picture(t, w, dir+"/record-vote-dialog.png")
}

func BenchmarkOneTickOfFiveHundred(b *testing.B) {
	w := openWindow(b, demoBook(b, 500))
	w.record(wanted{kind: org.ThemeDay})
	s := w.now.(*record)
	for b.Loop() {
		s.seats.sheet.Next(3)
	}
}
