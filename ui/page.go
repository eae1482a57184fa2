package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"branchbook/ui/kit"
	"branchbook/ui/say"
)

// screen is one page of the window.
type screen interface {
	place() place            // which line of the side bar is lit
	head() head              // the title line
	body() fyne.CanvasObject // what stands below it, the same object each time
	reload()                 // loads anew and shows
}

// saver is a screen with something to save by Ctrl+S.
type saver interface{ save() }

// leaver is a screen that may hold words that are not saved. leave calls then
// at once, or after the user has said what shall become of them.
type leaver interface{ leave(then func()) }

// place is a line of the side bar.
type place int

// The places, from the top.
const (
	atHome place = iota
	atActivities
	atPeople
	atHours
	atReport
	atSettings
)

// head is the title line of a screen.
type head struct {
	title, note string
	actions     []fyne.CanvasObject // at the right end
	find        *kit.Search         // the screen's own, which then stands alone and has Ctrl+F
}

// page is what every screen embeds: where it stands and what it shows.
type page struct {
	w    *Window
	lane kit.Lane
	root *fyne.Container
}

func newPage(w *Window) page { return page{w: w, root: container.NewStack()} }

func (p *page) body() fyne.CanvasObject { return p.root }

// put makes o the whole body.
func (p *page) put(o fyne.CanvasObject) {
	p.root.Objects = []fyne.CanvasObject{o}
	p.root.Refresh()
}

// load runs work away from the window and shows its answer, or what went wrong
// with a button to try again. work touches no widget, show nothing else.
func load[T any](p *page, work func(*Book) (T, error), show func(T)) {
	book := p.w.book
	kit.Go(p.w.run, &p.lane, func(context.Context) (T, error) { return work(book) }, func(rows T, err error) {
		if err != nil {
			p.w.log(err)
			p.put(faultPane(say.Error(err).Plain(), func() { load(p, work, show) }))
			return
		}
		show(rows)
	})
}

// faultPane says what went wrong and offers to try again.
func faultPane(s say.Said, retry func()) fyne.CanvasObject {
	words := kit.Down(kit.HalfGap, container.NewCenter(kit.Icon("warn", kit.Owing.Bar, 40)), container.NewCenter(kit.Text(s.What, kit.CardTitle)),
		container.NewCenter(kit.Text(s.Next, kit.Body.In(kit.Second))), container.NewCenter(kit.NewButton("再试一次", retry)))
	return kit.Pad(0, kit.PageEdge, kit.Gap, kit.PageEdge, kit.Panel(container.NewCenter(words)))
}
