package ui

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"branchbook/store/safefile"
	"branchbook/ui/kit"
	"branchbook/ui/say"
)

// chooseFolder lets the user choose a folder. then is not called if nothing is
// chosen.
func (w *Window) chooseFolder(title string, then func(path string)) {
	newChooser(w, title, nil, then).open()
}

// chooseFile lets the user choose a file with one of the endings, such as
// .xlsx. then is not called if nothing is chosen.
func (w *Window) chooseFile(title string, endings []string, then func(path string)) {
	newChooser(w, title, endings, then).open()
}

// chooser is the dialog that chooses a folder or a file.
type chooser struct {
	w       *Window
	endings []string // nil: a folder is wanted
	then    func(path string)
	drives  func() ([]safefile.Drive, error)
	lane    kit.Lane

	dir    string
	rows   []fileRow
	over   fyne.CanvasObject
	before func(*fyne.KeyEvent)

	spots  *fyne.Container
	where  *kit.Entry
	fault  *canvas.Text
	table  *kit.Table
	accept *kit.Button
	title  string
}

func newChooser(w *Window, title string, endings []string, then func(string)) *chooser {
	c := &chooser{w: w, title: title, endings: endings, then: then, drives: safefile.Drives}
	c.spots, c.where, c.fault = kit.Down(4), kit.NewEntry("也可以把位置粘贴到这里，按回车"), kit.Text("", kit.Label.In(kit.Owing.Ink))
	c.where.OnSubmitted = c.typed
	columns := []kit.Column{{Title: "名称"}, {Title: "日期", Width: 150, Drop: 2}, {Title: "大小", Width: 90, Align: fyne.TextAlignTrailing, Drop: 1}}
	empty := "这里没有要找的文件"
	if endings == nil {
		columns, empty = columns[:1], "里面没有别的文件夹"
	}
	c.table = kit.NewTable(columns, c.cell)
	c.table.Key = func(row int) string { return c.rows[row].path }
	c.table.RowHeight, c.table.Empty = 36, kit.Empty(empty, "", nil)
	c.table.OnOpen, c.table.OnSelect = c.enter, func(int) { c.ready() }
	return c
}

// wantsFolder tells what is chosen.
func (c *chooser) wantsFolder() bool { return c.endings == nil }

// open shows the dialog over the window.
func (c *chooser) open() {
	canv := c.w.win.Canvas()
	c.over = container.New(&centred{fyne.NewSize(860, 560)}, canvas.NewRectangle(kit.Shade), c.build())
	c.before = canv.OnTypedKey()
	canv.Overlays().Add(c.over)
	canv.SetOnTypedKey(c.key)
	canv.Focus(c.table)
	c.reload(c.w.prefs().Folder)
}

func (c *chooser) close() {
	canv := c.w.win.Canvas()
	c.lane.Drop()
	canv.Overlays().Remove(c.over)
	canv.SetOnTypedKey(c.before)
}

func (c *chooser) key(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		c.close()
	case fyne.KeyBackspace:
		c.up()
	}
}

func (c *chooser) build() fyne.CanvasObject {
	word := "选这个文件"
	if c.wantsFolder() {
		word = "用这个文件夹"
	}
	c.accept = kit.NewPrimary(word, c.take)
	c.accept.Disable()
	left := kit.Sized(200, 0, kit.Pad(0, kit.HalfGap, 0, 0, container.NewVScroll(c.spots)))
	line := kit.Around(nil, nil, kit.Pad(0, kit.HalfGap, 0, 0, kit.NewButton("上一级", c.up).WithIcon("up")), nil, c.where)
	right := kit.Around(kit.Pad(0, 0, kit.HalfGap, 0, line), kit.Pad(4, 0, 0, 0, c.fault), nil, nil, kit.Panel(c.table))
	foot := kit.Across(kit.HalfGap, kit.NewButton("重新找 U 盘", func() { c.reload(c.dir) }).WithIcon("usb"), kit.Spring(), kit.NewButton("取消", c.close), c.accept)
	return kit.Panel(kit.Pad(kit.Gap, kit.PageEdge, kit.Gap, kit.PageEdge,
		kit.Around(kit.Pad(0, 0, 12, 0, kit.Text(c.title, kit.CardTitle)), kit.Pad(12, 0, 0, 0, foot), left, nil, right)))
}

// seen is what the dialog reads away from the window.
type seen struct {
	spots []spot
	dir   string
	rows  []fileRow
}

// reload lists the places, and a folder, or the first place if it is gone.
func (c *chooser) reload(dir string) {
	last := c.w.prefs().Folder
	kit.Go(c.w.run, &c.lane, func(context.Context) (seen, error) {
		drives, err := c.drives()
		if err != nil {
			return seen{}, err
		}
		s := seen{spots: listSpots(drives, last)}
		if s.dir = dir; !isFolder(dir) && len(s.spots) > 0 {
			s.dir = s.spots[0].path
		}
		s.rows, err = listFolder(s.dir, c.endings)
		return s, err
	}, func(s seen, err error) {
		c.showSpots(s.spots)
		c.show(s, err)
	})
}

// goTo lists a folder; if that fails, the one that stands stays.
func (c *chooser) goTo(dir string) {
	kit.Go(c.w.run, &c.lane, func(context.Context) (seen, error) {
		rows, err := listFolder(dir, c.endings)
		return seen{dir: dir, rows: rows}, err
	}, c.show)
}

func (c *chooser) show(s seen, err error) {
	c.fault.Text = ""
	if err != nil {
		c.w.log(err)
		c.fault.Text = say.Error(err).What
	} else {
		c.dir, c.rows = s.dir, s.rows
		c.where.SetText(s.dir)
		c.table.SetCount(len(c.rows))
		c.table.Select(-1)
	}
	c.fault.Refresh()
	c.ready()
}

func (c *chooser) showSpots(list []spot) {
	c.spots.Objects = nil
	for _, s := range list {
		c.spots.Add(kit.NewSmall(kit.Cut(s.name, 150, kit.Body), func() { c.goTo(s.path) }).WithIcon(s.icon))
		if s.note != "" {
			c.spots.Add(kit.Pad(0, 0, 4, 8, kit.Text(kit.Cut(s.note, 170, kit.Note), kit.Note)))
		}
	}
	c.spots.Refresh()
}

func (c *chooser) cell(row, col int) kit.Cell {
	r := c.rows[row]
	switch {
	case col == 0 && r.dir:
		return kit.Cell{Text: r.name, Icon: "folder"}
	case col == 0:
		return kit.Cell{Text: r.name, Icon: "book"}
	case r.dir:
		return kit.Cell{}
	case col == 1:
		return kit.Cell{Text: r.at.Format("2006年1月2日"), Style: kit.Label}
	}
	return kit.Cell{Text: sizeText(uint64(r.size)), Style: kit.Label}
}

// enter opens the folder of a row, or takes its file.
func (c *chooser) enter(row int) {
	if c.rows[row].dir {
		c.goTo(c.rows[row].path)
		return
	}
	c.take()
}

func (c *chooser) up() {
	if parent := filepath.Dir(c.dir); c.dir != "" && parent != c.dir {
		c.goTo(parent)
	}
}

// chosen is what the button would take; empty: nothing yet.
func (c *chooser) chosen() string {
	switch row := c.table.Selected(); {
	case c.wantsFolder() && row >= 0 && row < len(c.rows):
		return c.rows[row].path
	case c.wantsFolder():
		return c.dir
	case row >= 0 && row < len(c.rows) && !c.rows[row].dir:
		return c.rows[row].path
	}
	return ""
}

// ready makes the button say what it would take.
func (c *chooser) ready() {
	path := c.chosen()
	if path == "" {
		c.accept.Disable()
		return
	}
	if c.wantsFolder() {
		c.accept.SetText("用“" + kit.Cut(folderWord(path), 200, kit.Body) + "”")
	}
	c.accept.Enable()
}

// typed goes to the folder, or takes the file, whose path was pasted.
func (c *chooser) typed(text string) {
	path := pasted(text)
	kit.Go(c.w.run, &c.lane, func(context.Context) (bool, error) { return kindOfPath(path) }, func(dir bool, err error) {
		switch {
		case err != nil:
			c.show(seen{}, err)
		case dir:
			c.goTo(path)
		case c.wantsFolder():
			c.goTo(filepath.Dir(path))
		default:
			c.give(path, filepath.Dir(path))
		}
	})
}

func (c *chooser) take() {
	path, dir := c.chosen(), c.dir
	if c.wantsFolder() {
		dir = path
	}
	if path != "" {
		c.give(path, dir)
	}
}

// give closes the dialog and hands over what was chosen.
func (c *chooser) give(path, dir string) {
	c.close()
	c.w.prefer(func(p *Prefs) { p.Folder = dir })
	c.then(path)
}

// centred shows a body in the middle, as large as wanted if there is room.
type centred struct{ want fyne.Size }

func (l *centred) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
func (l *centred) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(size)
	body := l.want.Min(size.SubtractWidthHeight(2*kit.Gap, 2*kit.Gap))
	o[1].Resize(body)
	o[1].Move(fyne.NewPos((size.Width-body.Width)/2, (size.Height-body.Height)/2))
}
