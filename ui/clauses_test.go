package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"branchbook/rules"
	"branchbook/store"
	"branchbook/store/org"
	"branchbook/ui/kit"
)

const townPack = `[pack]
name = "zhen"
title = "柳河镇学时通知（虚构）"
layer = "town"
program = 1
on = true
valid_from = 2026-01-01

[[document]]
id = "d"
title = "柳河镇学时通知（虚构）"

[[change]]
rule = "hours-member"
kind = "hours"
document = "d"
article = "2"
[change.params]
hours = ">= 40"
`

// packIn writes a pack beside nothing else and lets the chooser begin there.
func packIn(t *testing.T, w *Window, name, text string) string {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	w.prefer(func(p *Prefs) { p.Folder = dir })
	return path
}

// choosePack goes through 装入规则包 up to the file.
func choosePack(t *testing.T, w *Window, name, text string) {
	t.Helper()
	packIn(t, w, name, text)
	w.open(atSettings)
	press(t, w, "装入规则包")
	table := w.win.Canvas().Focused().(*kit.Table)
	table.Select(0)
	table.OnSelect(0)
	press(t, w, "选这个文件")
}

func ownPacks(t *testing.T, w *Window) []packRow {
	t.Helper()
	d, err := loadSettings(w.book)
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(d.packs, func(p packRow) bool { return !p.own })
}

func TestAPackIsPutInForceReplacedAndTakenOut(t *testing.T) {
	w := openWindow(t, emptyBook(t))
	choosePack(t, w, "镇通知.toml", townPack)
	press(t, w, "不装")
	if got := ownPacks(t, w); len(got) != 0 {
		t.Fatalf("put in force without a yes: %+v", got)
	}
	choosePack(t, w, "镇通知.toml", townPack)
	press(t, w, "装入并启用")
	if got := ownPacks(t, w); len(got) != 1 || got[0].title != "柳河镇学时通知（虚构）" || !got[0].on || got[0].fault != "" {
		t.Fatalf("own packs %+v", got)
	}
	choosePack(t, w, "镇通知.toml", townPack)
	press(t, w, "知道了")
	choosePack(t, w, "新通知.toml", strings.Replace(townPack, "40", "44", 1))
	press(t, w, "不换")
	choosePack(t, w, "新通知.toml", strings.Replace(townPack, "40", "44", 1))
	press(t, w, "换成这一份")
	if d, err := loadClauses(w.book, "zhen"); err != nil || len(d.rows) != 1 || d.rows[0].Terms[0].Value != "不少于44学时" {
		t.Errorf("now it says %+v, %v", d, err)
	}
	press(t, w, "去掉")
	press(t, w, "去掉")
	if got := ownPacks(t, w); len(got) != 0 {
		t.Errorf("left: %+v", got)
	}
	w.takeBack()
	if got := ownPacks(t, w); len(got) != 1 {
		t.Errorf("undone: %+v", got)
	}
}

func TestAPackThatDoesNotFitIsRefusedWithItsLine(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"program = 1", "program = 2", "规则包坏.toml第5行“pack.program”需要更新版本的程序，没有启用。"},
		{`document = "d"`, `document = "e"`, "规则包坏.toml第16行“change[0].document”引用了没有列出的文件，没有启用。"},
		{`title = "柳河镇`, `title = 柳河镇`, "规则包坏.toml第3行"},
	} {
		w := openWindow(t, emptyBook(t))
		choosePack(t, w, "坏.toml", strings.Replace(townPack, c.old, c.new, 1))
		if !readsOn(w, c.want) {
			t.Errorf("it does not say %s", c.want)
		}
		press(t, w, "知道了")
		if got := ownPacks(t, w); len(got) != 0 {
			t.Errorf("%s: put in force", c.want)
		}
	}
}

func TestAPackThatCannotBeUsedAnyMoreSaysWhyAndCanBeTakenOut(t *testing.T) {
	b := emptyBook(t)
	if _, err := b.Store.SavePack(&org.LocalPack{ID: store.NewItemID(), Name: "zhen", On: true, Text: strings.Replace(townPack, "hours-member", "hours-gone", 1)}); err != nil {
		t.Fatal(err)
	}
	w := openWindow(t, b)
	w.open(atSettings)
	got := ownPacks(t, w)
	if len(got) != 1 || !strings.Contains(got[0].fault, "zhen第13行“hours-gone”改动了不存在的规则") {
		t.Fatalf("own packs %+v", got)
	}
	if !readsOn(w, "改动了不存在的规则") {
		t.Error("the screen does not say it")
	}
	press(t, w, "去掉")
	press(t, w, "去掉")
	if got := ownPacks(t, w); len(got) != 0 {
		t.Errorf("left: %+v", got)
	}
}

func TestClausesSayTheNumbersAndWhichPackGaveThem(t *testing.T) {
	b := emptyBook(t)
	if _, err := b.Store.SavePack(&org.LocalPack{ID: store.NewItemID(), Name: "zhen", On: true, Text: townPack}); err != nil {
		t.Fatal(err)
	}
	w := openWindow(t, b)
	w.clauses("", "全部条款")
	s := w.now.(*clauses)
	at := slices.IndexFunc(s.rows, func(c rules.Clause) bool { return c.Rule == "hours-member" })
	if at < 0 {
		t.Fatal("32学时 is not listed")
	}
	s.table.Select(at)
	s.detail()
	for _, want := range []string{"《柳河镇学时通知（虚构）》第2条", "应修学时：不少于40学时", "以上出自：柳河镇学时通知（虚构）"} {
		if !readsOn(w, want) {
			t.Errorf("it does not say %s", want)
		}
	}
	if n := len(test.LaidOutObjects(w.win.Canvas().Content())); n > 600 {
		t.Errorf("%d objects for %d rules", n, len(s.rows))
	}
}

func TestThePackOfASettingsLineOpensItsClauses(t *testing.T) {
	w := openWindow(t, emptyBook(t))
	w.open(atSettings)
	press(t, w, "看条款") // of the central pack
	s, ok := w.now.(*clauses)
	if !ok || s.pack != "central" || !readsOn(w, "《中国共产党支部工作条例（试行）》第11条") {
		t.Fatalf("shows %T", w.now)
	}
	s.table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if !readsOn(w, "一般每月召开1次，根据需要可以随时召开") {
		t.Error("the next line does not show its words")
	}
}
