package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"branchbook/assets"
	"branchbook/store"
	"branchbook/store/org"
	"branchbook/ui/kit"
)

func TestSettingsTellTheBranchAndItsRules(t *testing.T) {
	d, err := loadSettings(emptyBook(t))
	if err != nil {
		t.Fatal(err)
	}
	want := [][2]string{{"名称", "柳树村党支部"}, {"编码", "990-0001"}, {"上级", "柳溪镇党委"},
		{"本届任期", "2024年3月10日起，5 年，到 2029年3月9日"}, {"建账日期", "2026年11月1日"}, {"党小组", "没有"}}
	if !slices.Equal(d.facts, want) {
		t.Errorf("facts %v", d.facts)
	}
	if len(d.packs) != 3 || d.packs[0].layer != "中央" || !d.packs[0].always || d.packs[1].span != "2020年3月10日起" || d.packs[2].on {
		t.Errorf("packs %+v", d.packs)
	}
	if len(d.backups) != 0 || d.font != FontStandard {
		t.Errorf("backups %v, font %q", d.backups, d.font)
	}
}

func TestGroupsThatAreClosedAreCounted(t *testing.T) {
	b := &org.Branch{Groups: []org.Group{{ID: "1", Name: "一组"}, {ID: "2", Name: "二组", Closed: true}, {ID: "3", Name: "三组"}}}
	if got := groupNames(b); got != "一组、三组（另有 1 个停用）" {
		t.Errorf("got %q", got)
	}
}

func TestAPackIsSwitchedAndUndone(t *testing.T) {
	w := openWindow(t, emptyBook(t))
	w.open(atSettings)
	press(t, w, "启用") // the sample; the others are on
	on := func() (names []string) {
		d, err := loadSettings(w.book)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range d.packs {
			if p.on {
				names = append(names, p.name)
			}
		}
		return names
	}
	if got := on(); len(got) != 3 {
		t.Errorf("on: %v", got)
	}
	w.takeBack()
	if got := on(); !slices.Equal(got, []string{"central", "jinan-2020"}) {
		t.Errorf("undone, on: %v", got)
	}
}

func TestTheSizeOfLettersIsKept(t *testing.T) {
	w := openWindow(t, emptyBook(t))
	w.open(atSettings)
	var scale float32
	w.opt.SetScale = func(to float32) { scale = to }
	press(t, w, "特大")
	if scale != FontHuge.Scale() {
		t.Errorf("drawn at %v from now on", scale)
	}
	if got := LoadPrefs(w.book.Store.Dir()).Font; got != FontHuge {
		t.Errorf("kept %q", got)
	}
	w.open(atSettings)
	if !button(t, w, "特大").Chosen {
		t.Error("it does not show")
	}
}

func TestABackupCarriesAReadableNameAndIsRestored(t *testing.T) {
	w := openWindow(t, emptyBook(t))
	dir := w.book.Store.Dir()
	target := t.TempDir()
	w.prefer(func(p *Prefs) { p.Folder = target })
	w.open(atSettings)
	for range 2 {
		press(t, w, "备份到 U 盘或文件夹")
		press(t, w, "用“"+filepath.Base(target)+"”")
		press(t, w, "知道了")
	}
	path := filepath.Join(target, "支部台账备份 柳树村党支部 2026年11月23日.db")
	for _, p := range []string{path, strings.TrimSuffix(path, ".db") + "(2).db"} {
		if _, err := os.Stat(p); err != nil {
			t.Error(err)
		}
	}
	w.act("已添加", func(b *Book) (store.Changed, error) {
		return b.Store.SavePerson(&org.Person{ID: store.NewPersonID(), Name: "后来的人"})
	}, nil)
	device := w.book.Store.DeviceID()
	press(t, w, "从备份恢复")
	press(t, w, "选备份文件")
	table := w.win.Canvas().Focused().(*kit.Table)
	table.Select(0)
	table.OnSelect(0)
	press(t, w, "选这个文件")
	press(t, w, "恢复")
	press(t, w, "知道了")
	if w.book == nil || w.book.Store.Dir() != dir {
		t.Fatal("the branch is not open again")
	}
	t.Cleanup(func() {
		if w.book != nil {
			w.book.Store.Close()
		}
	})
	if n := persons(t, w); n != 0 {
		t.Errorf("%d people after restoring", n)
	}
	if w.book.Store.DeviceID() == device {
		t.Error("it still counts as the old device")
	}
	// The state before it was kept and can be had again.
	rows, err := ownBackups(dir)
	if err != nil || rows[0].why != "关闭时" && rows[0].why != "恢复前" {
		t.Fatalf("backups %+v, %v", rows, err)
	}
	w.restore()
	s := w.now.(*restorePage)
	s.table.Select(0)
	s.table.OnSelect(0)
	press(t, w, "恢复选中的备份")
	press(t, w, "恢复")
	press(t, w, "知道了")
	if n := persons(t, w); n != 1 {
		t.Errorf("%d people after going back", n)
	}
}

func TestABackupThatIsNoneLeavesTheBranchOpen(t *testing.T) {
	w := openWindow(t, emptyBook(t))
	path := filepath.Join(t.TempDir(), "x.db")
	if err := os.WriteFile(path, []byte("no database"), 0o600); err != nil {
		t.Fatal(err)
	}
	dir := w.book.Store.Dir()
	w.restoreFrom(dir, path)
	press(t, w, "知道了")
	if w.book == nil || w.book.Store.Dir() != dir {
		t.Fatal("the branch is not open")
	}
	if err := w.book.Store.Close(); err != nil {
		t.Error(err)
	}
}

func TestABackupComesBackOnAnEmptyComputer(t *testing.T) {
	own := emptyBook(t)
	path := filepath.Join(t.TempDir(), "备份.db")
	if err := own.Store.BackupTo(path); err != nil {
		t.Fatal(err)
	}
	w := emptyComputer(t)
	press(t, w, "从备份恢复")
	if b, ok := w.win.Canvas().Focused().(*kit.Button); !ok || b.Text != "选备份文件" {
		t.Errorf("the focus is on %v", w.win.Canvas().Focused())
	}
	w.restoreFrom(w.opt.Dir, path)
	press(t, w, "知道了")
	if w.book == nil {
		t.Fatal("nothing is open")
	}
	if b, err := w.book.Store.Branch(); err != nil || b.Name != "柳树村党支部" {
		t.Errorf("open is %+v, %v", b, err)
	}
}

func TestADemoIsNotRestored(t *testing.T) {
	w := emptyComputer(t)
	press(t, w, "看演示支部")
	at := w.now
	w.restore()
	press(t, w, "知道了")
	if w.now != at {
		t.Errorf("went to %T", w.now)
	}
}

func TestANameOfABackupHoldsNoSignOfThePath(t *testing.T) {
	if got := backupTitle(`甲/乙\支部:*`, org.NewDate(2026, 1, 2)); got != "支部台账备份 甲乙支部 2026年1月2日" {
		t.Errorf("got %q", got)
	}
	if got := backupTitle(strings.Repeat("长", 90), 0); strings.Count(got, "长") != 40 {
		t.Errorf("got %q", got)
	}
}

func TestLicencesAreShownWholeWithoutAThousandWidgets(t *testing.T) {
	w := openWindow(t, emptyBook(t))
	w.show(newLicences(w))
	s := w.now.(*licences)
	titles := 0
	for _, l := range s.lines {
		if l.title {
			titles++
		}
		if len([]rune(l.text)) > licenceWidth {
			t.Errorf("too long: %q", l.text)
		}
	}
	if want := strings.Count("\n"+assets.Licences, "\n== ") + 1; titles != want || want < 40 {
		t.Errorf("%d parts, want %d", titles, want)
	}
	strip := func(text string) string { return strings.Join(strings.Fields(text), "") }
	var shown strings.Builder
	for _, l := range s.lines {
		shown.WriteString(l.text)
	}
	if got, want := strip(shown.String()), strip(strings.ReplaceAll(assets.Licences+"\n== Noto Sans SC\n"+assets.FontLicence, "== ", "")); len(got) < len(want)-100 {
		t.Errorf("%d characters of %d", len(got), len(want))
	}
	if n := len(test.LaidOutObjects(w.win.Canvas().Content())); n > 600 {
		t.Errorf("%d objects for %d lines", n, len(s.lines))
	}
}
