package ui

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"branchbook/rules"
	"branchbook/store"
	"branchbook/store/org"
	"branchbook/ui/kit"
)

// settings is the branch, the rules in force, font size, backups and what the
// program is.
type settings struct {
	page
	scroll *container.Scroll // kept, so that a change does not lead back to the top
	work   kit.Lane
}

func newSettings(w *Window) *settings {
	s := &settings{page: newPage(w), scroll: container.NewVScroll(container.NewStack())}
	s.put(s.scroll)
	return s
}

func (s *settings) place() place { return atSettings }
func (s *settings) head() head   { return head{title: "设置"} }
func (s *settings) reload()      { load(&s.page, loadSettings, s.show) }

// settingsData is what the screen shows of the branch.
type settingsData struct {
	branch  *org.Branch
	facts   [][2]string // what is on file of the branch
	packs   []packRow
	backups []backupRow
	font    FontSize
	dir     string
}

// packRow is one pack of rules.
type packRow struct {
	name, title, layer, span, note string
	on, always, own                bool
	fault                          string // why it cannot be used, with line and key
}

func loadSettings(b *Book) (*settingsData, error) {
	snap, err := b.Store.Snapshot(1, 0)
	if err != nil {
		return nil, err
	}
	backups, err := ownBackups(b.Store.Dir())
	if err != nil {
		return nil, err
	}
	d := &settingsData{branch: snap.Branch, facts: branchFacts(snap.Branch), backups: backups, font: LoadPrefs(b.Store.Dir()).Font, dir: b.Store.Dir()}
	faults := packFaults(b.Today(), snap.Packs)
	for _, p := range rules.Packs(snap.Packs) {
		row := packRow{name: p.Name, title: p.Title, layer: rules.LayerChinese(p.Layer), span: packSpan(p), note: p.Note, on: p.On, always: rules.Always(p.Name)}
		row.own, row.fault = isOwn(snap.Packs, p.Name), faults[p.Name]
		d.packs = append(d.packs, row)
	}
	return d, nil
}

func packSpan(p rules.Info) string {
	switch {
	case p.From == 0 && p.To == 0:
		return ""
	case p.To == 0:
		return p.From.Chinese() + "起"
	}
	return p.From.Chinese() + "至" + p.To.Chinese()
}

// branchFacts are the lines of 支部信息; the kind stands beside its title.
func branchFacts(b *org.Branch) [][2]string {
	or := func(text string) string {
		if text == "" {
			return "没有写"
		}
		return text
	}
	term := "没有写"
	if b.Term.Start != 0 {
		term = b.Term.Start.Chinese() + "起"
		if end := b.Term.End(); end != 0 {
			term += fmt.Sprintf("，%d 年，到 %s", b.Term.Years, end.AddDays(-1).Chinese())
		}
	}
	since := "没有写"
	if b.Since != 0 {
		since = b.Since.Chinese()
	}
	out := [][2]string{{"名称", b.Name}, {"编码", b.Code}, {"上级", or(b.Superior)}, {"本届任期", term}, {"建账日期", since}, {"党小组", groupNames(b)}}
	if len(b.Units) > 0 {
		out = append(out, [2]string{"联合单位", strings.Join(b.Units, "、")})
	}
	return out
}

func groupNames(b *org.Branch) string {
	var names []string
	closed := 0
	for _, g := range b.Groups {
		if g.Closed {
			closed++
		} else {
			names = append(names, g.Name)
		}
	}
	text := strings.Join(names, "、")
	if text == "" {
		text = "没有"
	}
	if closed > 0 {
		text += fmt.Sprintf("（另有 %d 个停用）", closed)
	}
	return text
}

func (s *settings) show(d *settingsData) {
	left := kit.Down(kit.Gap, s.branchCard(d), s.fontCard(d), s.aboutCard(d))
	right := kit.Down(kit.Gap, s.backupCard(d), s.rulesCard(d), s.journalCard())
	s.scroll.Content = kit.Pad(0, kit.PageEdge, kit.Gap, kit.PageEdge, kit.Even(kit.Gap, left, right))
	s.scroll.Refresh()
	s.put(s.scroll)
}

// settingsCard is a card of rows that each get the height they need.
func settingsCard(title, note string, right fyne.CanvasObject, rows ...fyne.CanvasObject) fyne.CanvasObject {
	body := kit.NewForm()
	for _, r := range rows {
		body.Add(r)
	}
	return kit.Card(title, note, right, kit.Pad(0, kit.Gap, kit.Gap, kit.Gap, body))
}

func (s *settings) branchCard(d *settingsData) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, f := range d.facts {
		rows = append(rows, kit.Around(nil, nil, kit.Sized(88, 0, kit.Middle(kit.Text(f[0], kit.Label))), nil, kit.NewProse(f[1], kit.Body)))
	}
	return settingsCard("支部信息", d.branch.Kind.Chinese(), kit.NewSmall("修改", func() { s.w.show(newBranchPage(s.w)) }), rows...)
}

func (s *settings) fontCard(d *settingsData) fyne.CanvasObject {
	var words []string
	at := 0
	for i, f := range FontSizes() {
		words = append(words, f.Chinese())
		if f == d.font {
			at = i
		}
	}
	chips := kit.NewChips(words, func(i int) {
		s.w.prefer(func(p *Prefs) { p.Font = FontSizes()[i] })
		s.w.rescale(FontSizes()[i].Scale())
	})
	chips.SetChosen(at)
	return settingsCard("显示", "字号，选了就改", nil, chips)
}

func (s *settings) journalCard() fyne.CanvasObject {
	return settingsCard("操作记录", "每一步都记着，可以撤销", kit.NewSmall("看操作记录", s.w.journal))
}

// backupsShown is how many of the last backups are listed.
const backupsShown = 3

func (s *settings) backupCard(d *settingsData) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for i, b := range d.backups {
		if i == backupsShown {
			break
		}
		rows = append(rows, kit.Across(kit.Gap, kit.Text(b.when, kit.Body), kit.Spring(), kit.Middle(kit.Text(b.why+"  "+b.size, kit.Label))))
	}
	if len(rows) == 0 {
		rows = append(rows, kit.Text("还没有。关闭程序时会自动备份。", kit.Body))
	}
	rows = append(rows, kit.NewProse("电脑坏了，这些自动备份也会没有。请每月往 U 盘备份一次。", kit.Label))
	buttons := kit.Flow(kit.HalfGap, kit.NewPrimary("备份到 U 盘或文件夹", func() { s.backup(d.branch.Name) }))
	if !s.w.book.temp {
		buttons.Add(kit.NewButton("从备份恢复", s.w.restore))
	}
	return settingsCard("备份", fmt.Sprintf("自动备份 %d 份", len(d.backups)), nil, append(rows, buttons)...)
}

// backup writes a copy of the file into a folder that the user chooses.
func (s *settings) backup(branch string) {
	s.w.chooseFolder("备份放到哪里", func(folder string) {
		s.w.say("正在备份……", "", nil)
		task(s.w, &s.work, func(_ context.Context, b *Book) (string, error) {
			path := freeName(filepath.Join(folder, backupTitle(branch, b.Today())+backupEndings[0]))
			return path, b.Store.BackupTo(path)
		}, func(path string) {
			s.w.say("备份好了", "", nil)
			s.w.tell("备份已写好，并且核对过。", "文件："+filepath.Base(path)+"。备份里有全部人员信息，请保管好。")
		})
	})
}

func (s *settings) rulesCard(d *settingsData) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for i, p := range d.packs {
		if i > 0 {
			rows = append(rows, kit.Rule())
		}
		rows = append(rows, s.packRow(p))
	}
	rows = append(rows, kit.Flow(kit.HalfGap, kit.NewButton("装入规则包", s.install), kit.NewButton("看全部条款", func() { s.w.clauses("", "全部条款") })))
	return settingsCard("规则包", "缺项和学时按启用的规则算", nil, rows...)
}

func (s *settings) packRow(p packRow) fyne.CanvasObject {
	state, right := kit.Tag("启用", kit.Good), fyne.CanvasObject(kit.NewSmall("停用", func() { s.switchPack(p, false) }))
	switch {
	case p.always:
		state, right = kit.Tag("始终有效", kit.Good), nil
	case !p.on:
		state, right = kit.Tag("未启用", kit.Quiet), kit.NewSmall("启用", func() { s.switchPack(p, true) })
	}
	line := kit.Across(kit.HalfGap, kit.Middle(kit.Tag(p.layer, kit.Quiet)), kit.Middle(state), kit.Middle(kit.Text(p.span, kit.Label)))
	buttons := kit.Across(kit.HalfGap, kit.NewSmall("看条款", func() { s.w.clauses(p.name, p.title) }))
	if right != nil {
		buttons.Add(right)
	}
	if p.own {
		buttons.Add(kit.NewSmall("去掉", func() { s.uninstall(p) }))
	}
	high := kit.Sized(0, buttons.MinSize().Height, kit.Middle(line))
	words := kit.NewForm().Add(kit.NewProse(p.title, kit.Body)).Add(kit.Flow(kit.HalfGap, high, buttons))
	if p.fault != "" {
		words.Add(kit.NewProse(p.fault, kit.Label.In(kit.Owing.Ink)))
	}
	if p.note != "" {
		words.Add(kit.NewProse(p.note, kit.Note))
	}
	return words
}

func (s *settings) switchPack(p packRow, on bool) {
	done := "已停用：" + p.title
	if on {
		done = "已启用：" + p.title
	}
	var pack *org.LocalPack
	saves := func(b *Book) (list []org.Aggregate, err error) {
		pack, err = switched(b, p.name, on)
		return []org.Aggregate{pack}, err
	}
	s.w.actOn(done, saves, func(b *Book) (store.Changed, error) { return b.Store.SavePack(pack) }, nil)
}

// switched is a pack put in force or out of it, once the rules have agreed.
func switched(b *Book, name string, on bool) (*org.LocalPack, error) {
	snap, err := b.Store.Snapshot(1, 0)
	if err != nil {
		return nil, err
	}
	return rules.Switch(b.Today(), snap.Packs, name, on, store.NewItemID())
}
