package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"branchbook/assets"
	"branchbook/store/org"
	"branchbook/ui/kit"
)

// backupTitle is the name of a backup as people read it, without its ending.
func backupTitle(branch string, day org.Date) string {
	clean := strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`\/:*?"<>|`, r) {
			return -1
		}
		return r
	}, branch)
	if runes := []rune(clean); len(runes) > 40 {
		clean = string(runes[:40])
	}
	return "支部台账备份 " + clean + " " + day.Chinese()
}

func (s *settings) aboutCard(d *settingsData) fyne.CanvasObject {
	rows := []fyne.CanvasObject{
		kit.NewProse("支部台账 "+s.w.book.Version+"。只在本机，不联网，不记党费。", kit.Body),
		kit.NewProse("数据在："+d.dir, kit.Label),
	}
	buttons := kit.Flow(kit.HalfGap)
	if s.w.opt.OpenFile != nil {
		buttons.Add(kit.NewButton("打开所在文件夹", func() { s.openFolder(d.dir) }))
	}
	buttons.Add(kit.NewButton("许可", func() { s.w.show(newLicences(s.w)) }))
	if s.w.book.temp {
		buttons.Add(kit.NewButton("结束演示", s.w.endDemo))
	} else {
		buttons.Add(kit.NewButton("看演示支部", s.w.tryDemo))
	}
	return settingsCard("关于", "", nil, append(rows, buttons)...)
}

func (s *settings) openFolder(dir string) {
	open := s.w.opt.OpenFile
	task(s.w, &s.work, func(context.Context, *Book) (bool, error) { return true, open(dir) }, func(bool) {})
}

// licences shows under which licences the program and its parts come.
type licences struct {
	page
	lines []licenceLine
	table *kit.Table
}

// licenceLine is one line of the licences; the title of a part is strong.
type licenceLine struct {
	text  string
	title bool
}

func newLicences(w *Window) *licences {
	s := &licences{page: newPage(w)}
	s.table = kit.NewTable([]kit.Column{{Title: "许可原文"}}, func(row, _ int) kit.Cell {
		if s.lines[row].title {
			return kit.Cell{Text: s.lines[row].text, Style: kit.Strong}
		}
		return kit.Cell{Text: s.lines[row].text, Style: kit.Label}
	})
	s.table.RowHeight = 31
	s.put(kit.Pad(0, kit.PageEdge, kit.Gap, kit.PageEdge, kit.Panel(s.table)))
	return s
}

func (s *licences) place() place { return atSettings }
func (s *licences) head() head {
	return head{title: "许可", note: "本程序、字体和用到的软件"}
}

func (s *licences) reload() {
	kit.Go(s.w.run, &s.lane, func(context.Context) ([]licenceLine, error) {
		return licenceLines(assets.Licences, assets.FontLicence), nil
	},
		func(lines []licenceLine, _ error) {
			s.lines = lines
			s.table.SetCount(len(lines))
			s.w.win.Canvas().Focus(s.table)
		})
}

// licenceWidth is how many characters a line may have, so that it is seen whole
// in the smallest window.
const licenceWidth = 84

// licenceLines breaks the licences into lines: a part begins with its title
// behind "== ".
func licenceLines(parts, font string) []licenceLine {
	var out []licenceLine
	for line := range strings.Lines(parts + "\n== Noto Sans SC\n" + font) {
		line = strings.TrimRight(strings.ReplaceAll(line, "\t", "    "), " \r\n\f")
		if title, ok := strings.CutPrefix(line, "== "); ok {
			out = append(out, licenceLine{title, true})
			continue
		}
		runes := []rune(line)
		for len(runes) > licenceWidth {
			cut := licenceWidth
			if blank := strings.LastIndex(string(runes[:cut]), " "); blank > licenceWidth/2 {
				cut = len([]rune(string(runes[:cut])[:blank]))
			}
			out = append(out, licenceLine{string(runes[:cut]), false})
			runes = []rune(strings.TrimLeft(string(runes[cut:]), " "))
		}
		out = append(out, licenceLine{string(runes), false})
	}
	return out
}
