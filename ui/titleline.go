package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"branchbook/ui/kit"
)

// titleLine lays out the line above a screen: the title, its note, and what
// stands at the right end, which is never cut. Where the room is small the note
// goes first, then the title is shortened.
type titleLine struct {
	words      head
	title      *canvas.Text
	note       *canvas.Text
	right, box *fyne.Container
}

func newTitleLine() *titleLine {
	l := &titleLine{title: kit.Text("", kit.PageTitle), note: kit.Text("", kit.Label), right: kit.Across(kit.HalfGap)}
	l.box = container.New(l, l.title, l.note, l.right)
	return l
}

// leastTitle is how much of a title is always seen.
const leastTitle = 120

// MinSize implements fyne.Layout.
func (l *titleLine) MinSize([]fyne.CanvasObject) fyne.Size {
	right := l.right.MinSize()
	return fyne.NewSize(leastTitle+kit.Gap+right.Width, right.Height)
}

// Layout implements fyne.Layout.
func (l *titleLine) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	right := l.right.MinSize()
	room := size.Width - right.Width - kit.Gap
	l.title.Text = kit.Cut(l.words.title, room, kit.PageTitle)
	x := putAt(l.title, 0, size.Height)
	l.note.Text = kit.Drawn(l.words.note)
	l.note.Hidden = x+kit.Gap+kit.Width(l.note.Text, kit.Label) > room
	putAt(l.note, x+kit.Gap, size.Height)
	l.right.Resize(right)
	l.right.Move(fyne.NewPos(size.Width-right.Width, (size.Height-right.Height)/2))
}

// putAt puts a line of text into the middle of a height and returns where it
// ends.
func putAt(t *canvas.Text, x, height float32) float32 {
	min := t.MinSize()
	t.Resize(min)
	t.Move(fyne.NewPos(x, (height-min.Height)/2))
	return x + min.Width
}

// show changes the words and lays everything out anew.
func (l *titleLine) show(h head) {
	l.words = h
	l.box.Refresh()
}
