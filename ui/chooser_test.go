package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"branchbook/store/safefile"
)

// stickTree is a stick with two folders and some files.
func stickTree(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	for _, sub := range []string{"花名册", "名册/旧", ".隐藏", "System Volume Information"} {
		if err := os.MkdirAll(filepath.Join(dir, sub), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	for i, name := range []string{"旧名单.xlsx", "新名单.XLSX", "说明.txt", "~$新名单.xlsx", "花名册/党员.xlsx"} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, make([]byte, 3000), 0o600); err != nil {
			t.Fatal(err)
		}
		at := now().Add(time.Duration(i) * time.Hour)
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestAFolderListsFoldersThenTheNewestFiles(t *testing.T) {
	rows, err := listFolder(stickTree(t), []string{".xlsx"})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, r := range rows {
		names = append(names, r.name)
	}
	if want := []string{"名册", "花名册", "新名单.XLSX", "旧名单.xlsx"}; !slices.Equal(names, want) {
		t.Errorf("%q, want %q", names, want)
	}
	if rows[3].size != 3000 || !rows[3].at.Equal(now()) {
		t.Errorf("row %+v", rows[3])
	}
}

func TestPlacesAreSticksTheLastFolderAndTheUsersOwn(t *testing.T) {
	last, stick := t.TempDir(), t.TempDir()
	list := listSpots([]safefile.Drive{{Name: "KINGSTON", Path: stick, Free: 3 << 30}, {Name: "GONE", Path: filepath.Join(stick, "gone")}}, last)
	if len(list) < 2 || list[0] != (spot{"usb", "U 盘 KINGSTON", "剩余 3.0 GB", stick}) || list[1].name != "上次的文件夹" || list[1].path != last {
		t.Errorf("places %+v", list)
	}
	if slices.ContainsFunc(list, func(s spot) bool { return strings.Contains(s.name, "GONE") }) {
		t.Error("a stick that is gone is listed")
	}
}

func TestPastedPathsLoseTheirQuotes(t *testing.T) {
	want := filepath.Join(string(filepath.Separator)+"a b", "c.xlsx")
	for _, text := range []string{want, ` "` + want + `" `, "'" + want + "'", "“" + want + "”\n"} {
		if got := pasted(text); got != want {
			t.Errorf("%q became %q", text, got)
		}
	}
}

// openChooser opens the dialog in a folder and returns what it gave.
func openChooser(t testing.TB, dir string, endings []string) (w *Window, c *chooser, given func() string) {
	t.Helper()
	w = openWindow(t, emptyBook(t))
	w.prefer(func(p *Prefs) { p.Folder = dir })
	var got string
	c = newChooser(w, "选文件", endings, func(path string) { got = path })
	c.drives = func() ([]safefile.Drive, error) { return nil, nil }
	c.open()
	return w, c, func() string { return got }
}

// keyIn presses keys where the focus is.
func keyIn(w *Window, keys ...fyne.KeyName) {
	for _, k := range keys {
		w.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func TestAFileIsChosenByTheKeyboardAlone(t *testing.T) {
	dir := stickTree(t)
	w, c, given := openChooser(t, dir, []string{".xlsx"})
	if !c.accept.Disabled() {
		t.Error("nothing is selected, yet the button can be pressed")
	}
	keyIn(w, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if c.dir != filepath.Join(dir, "花名册") {
		t.Fatalf("in %s", c.dir)
	}
	keyIn(w, fyne.KeyBackspace)
	if c.dir != dir {
		t.Fatalf("Backspace led to %s", c.dir)
	}
	keyIn(w, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if want := filepath.Join(dir, "新名单.XLSX"); given() != want {
		t.Errorf("given %q, want %q", given(), want)
	}
	if w.win.Canvas().Overlays().Top() != nil || w.prefs().Folder != dir {
		t.Errorf("the dialog stands, or %q is remembered", w.prefs().Folder)
	}
}

func TestEscChoosesNothing(t *testing.T) {
	w, _, given := openChooser(t, stickTree(t), []string{".xlsx"})
	keyIn(w, fyne.KeyDown, fyne.KeyEscape)
	if w.win.Canvas().Overlays().Top() != nil || given() != "" {
		t.Errorf("the dialog stands, or gave %q", given())
	}
}

func TestTheMarkedFolderIsTakenAndElseTheOpenOne(t *testing.T) {
	dir := stickTree(t)
	w, c, given := openChooser(t, dir, nil)
	if len(c.rows) != 2 || c.accept.Text != "用“"+filepath.Base(dir)+"”" {
		t.Fatalf("%d rows, the button says %s", len(c.rows), c.accept.Text)
	}
	keyIn(w, fyne.KeyDown)
	tapsOn(t, w, "用“名册”")
	if want := filepath.Join(dir, "名册"); given() != want || w.prefs().Folder != want {
		t.Errorf("given %q, remembered %q", given(), w.prefs().Folder)
	}
}

func TestAPathCanBePasted(t *testing.T) {
	dir := stickTree(t)
	w, c, given := openChooser(t, t.TempDir(), []string{".xlsx"})
	c.where.SetText(`"` + filepath.Join(dir, "没有这个") + `"`)
	c.where.OnSubmitted(c.where.Text)
	if _, err := kindOfPath(filepath.Join(dir, "没有这个")); err == nil || strings.Contains(err.Error(), dir) {
		t.Errorf("the error names the path: %v", err)
	}
	if !readsOn(w, "没有找到这个文件。") || given() != "" {
		t.Error("that the file is not there is not said")
	}
	c.where.OnSubmitted(dir)
	if c.dir != dir || readsOn(w, "没有找到这个文件。") {
		t.Errorf("in %s", c.dir)
	}
	c.where.OnSubmitted(filepath.Join(dir, "旧名单.xlsx"))
	if given() != filepath.Join(dir, "旧名单.xlsx") {
		t.Errorf("given %q", given())
	}
}

func TestAPlaceAtTheSideIsOneTapAway(t *testing.T) {
	stick := stickTree(t)
	w, c, _ := openChooser(t, t.TempDir(), []string{".xlsx"})
	c.drives = func() ([]safefile.Drive, error) {
		return []safefile.Drive{{Name: "KINGSTON", Path: stick, Free: 1 << 30}}, nil
	}
	tapsOn(t, w, "重新找 U 盘")
	tapsOn(t, w, "U 盘 KINGSTON")
	if c.dir != stick || len(c.rows) != 4 {
		t.Errorf("in %s with %d rows", c.dir, len(c.rows))
	}
	test.Tap(c.accept) // nothing is selected
	if w.win.Canvas().Overlays().Top() == nil {
		t.Error("the dialog closed without a choice")
	}
}

func TestChooserForTheEye(t *testing.T) {
	dir := os.Getenv("PICTURES")
	if dir == "" {
		t.Skip("PICTURES names no folder")
	}
	stick := stickTree(t)
	w, c, _ := openChooser(t, stick, []string{".xlsx"})
	c.drives = func() ([]safefile.Drive, error) {
		return []safefile.Drive{{Name: "KINGSTON", Path: stick, Free: 14 << 30}}, nil
	}
	c.reload(stick)
	keyIn(w, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown)
	picture(t, w, dir+"/chooser.png")
	w.win.Resize(fyne.NewSize(975, 497))
	picture(t, w, dir+"/chooser-huge.png")
}
