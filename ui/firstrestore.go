package ui

import (
	"context"
	"fmt"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"branchbook/store"
	"branchbook/ui/kit"
	"branchbook/ui/say"
)

// backupEndings are those of backups, the program's own and others.
var backupEndings = []string{".db"}

const restoreWords = "恢复后，台账回到备份那时的样子。电脑上现有的数据会先另存一份，不会丢。"

// backupRow is one of the program's own backups.
type backupRow struct{ path, when, why, size string }

// ownBackups lists the backups that the program made in a data folder, newest
// first.
func ownBackups(dir string) ([]backupRow, error) {
	list, err := store.BackupsIn(dir)
	if err != nil {
		return nil, err
	}
	var rows []backupRow
	for _, b := range list {
		row := backupRow{b.Path, b.At.Format("2006年1月2日 15:04"), say.Reason(b.Reason), ""}
		if info, err := os.Stat(b.Path); err == nil {
			row.size = sizeText(uint64(info.Size()))
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// restore lets the user put a backup in the place of the branch's file.
func (w *Window) restore() {
	switch {
	case w.book == nil && w.opt.Dir == "":
		w.fail(say.ErrNoHome)
	case w.book == nil:
		newRestorePage(w, w.opt.Dir).openBare()
	case w.book.temp:
		w.tell("演示支部不用恢复备份。", "先点“结束演示”，再从备份恢复。")
	default:
		w.show(newRestorePage(w, w.book.Store.Dir()))
	}
}

// restorePage chooses the backup: a screen, or a page of its own while no branch
// is open.
type restorePage struct {
	page
	dir   string
	rows  []backupRow
	inset fyne.CanvasObject // root with the distances of a screen, which a page of its own has already

	table         *kit.Table
	other, accept *kit.Button
}

func newRestorePage(w *Window, dir string) *restorePage {
	p := &restorePage{page: newPage(w), dir: dir}
	p.table = kit.NewTable([]kit.Column{{Title: "备份时间", Share: 2}, {Title: "什么时候做的", Share: 1}, {Title: "大小", Width: 110, Align: fyne.TextAlignTrailing}}, p.cell)
	p.table.Key = func(row int) string { return p.rows[row].path }
	p.table.OnSelect = func(int) { p.accept.Enable() }
	p.table.OnOpen = func(row int) { p.ask(p.rows[row].path, p.rows[row].when+"的备份") }
	p.table.Empty = kit.Empty("这台电脑上没有程序自己做的备份", "如果 U 盘或别处有备份文件，请点“选备份文件”。", nil)
	p.other = kit.NewButton("选备份文件", p.choose).WithIcon("folder")
	p.accept = kit.NewPrimary("恢复选中的备份", p.take)
	p.accept.Disable()
	list := kit.Sized(0, 200, kit.Card("程序自己做的备份", "新的在前", nil, p.table))
	words := kit.Down(4, kit.Text(restoreWords, kit.Body), kit.Text("也可以恢复 U 盘上的备份：点“选备份文件”。", kit.Label))
	p.put(container.NewVScroll(kit.Around(kit.Pad(0, 0, 12, 0, words), nil, nil, nil, list)))
	p.inset = kit.Pad(0, kit.PageEdge, kit.Gap, kit.PageEdge, p.root)
	return p
}

func (p *restorePage) place() place { return atSettings }
func (p *restorePage) head() head {
	return head{title: "从备份恢复", actions: []fyne.CanvasObject{p.other, p.accept}}
}

func (p *restorePage) body() fyne.CanvasObject { return p.inset }

// openBare shows the page without the side bar.
func (p *restorePage) openBare() {
	p.w.bare(firstPage("从备份恢复", "", p.root, kit.NewButton("返回", p.w.begin), p.other, p.accept))
	p.reload()
}

func (p *restorePage) reload() {
	kit.Go(p.w.run, &p.lane, func(context.Context) ([]backupRow, error) { return ownBackups(p.dir) }, func(rows []backupRow, err error) {
		if err != nil {
			p.w.fail(err)
			return
		}
		p.rows = rows
		p.table.SetCount(len(rows))
		if len(rows) == 0 {
			p.w.win.Canvas().Focus(p.other)
			return
		}
		p.w.win.Canvas().Focus(p.table)
	})
}

func (p *restorePage) choose() {
	p.w.chooseFile("选一个备份文件", backupEndings, func(path string) { p.ask(path, "这个备份文件") })
}

func (p *restorePage) cell(row, col int) kit.Cell {
	r := p.rows[row]
	switch col {
	case 0:
		return kit.Cell{Text: r.when}
	case 1:
		return kit.Cell{Text: r.why, Style: kit.Label}
	}
	return kit.Cell{Text: r.size, Style: kit.Label}
}

func (p *restorePage) take() {
	if row := p.table.Selected(); row >= 0 {
		p.ask(p.rows[row].path, p.rows[row].when+"的备份")
	}
}

func (p *restorePage) ask(path, what string) {
	p.w.ask("恢复"+what+"？", restoreWords+"恢复出来的台账算一台新设备，下次上报时要请上级确认。", "恢复", "不恢复", func() { p.w.restoreFrom(p.dir, path) })
}

// restoreFrom puts a backup in the place of a folder's file, which is closed
// before, and opens what stands there then.
func (w *Window) restoreFrom(dir, path string) {
	if w.book != nil {
		w.letGo(w.thenOrTell(func() { w.restoreFrom(dir, path) }))
		return
	}
	w.bare(container.NewCenter(kit.Text("正在恢复……", kit.Body.In(kit.Second))))
	now := w.opt.Now
	kit.Go(w.run, &w.change, func(context.Context) (bool, error) {
		if err := store.Restore(dir, path, store.Options{Now: now, Program: program}); err != nil {
			return false, fmt.Errorf("restore backup: %w", err)
		}
		return true, nil
	}, func(_ bool, err error) {
		w.openThen(dir, func() {
			if err != nil {
				w.fail(err)
				return
			}
			w.tell("已经恢复。", "请看看人员和活动对不对。下次上报时，请告诉上级这是恢复过的台账。")
		})
	})
}
