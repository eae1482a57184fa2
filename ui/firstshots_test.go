package ui

import (
	"os"
	"path/filepath"
	"testing"
)

// rosterCSV is a roster as people have it, with a title, a wrong ID number, a
// doubtful date, a post, and a column that nobody knows. The people are invented.
const rosterCSV = `柳树村党支部党员名册
姓名,性别,民族,出生日期,公民身份号码,人员类别,入党日期,转正日期,党小组,党内职务,备注栏
张德厚,男,汉族,1962.03,990101196203010010,正式党员,1985.07.01,1986.07.01,第一党小组,支部书记,
刘敏,女,汉族,1970-05-12,,正式党员,1996-12-15,1997-12-15,第一党小组,组织委员,
孙秀英,女,汉族,1970-05-31,99010119700531002X,正式党员,1999-07-01,2000-07-01,第二党小组,,常在外地
郑国栋,男,汉族,1985.1,,预备党员,2026-05-10,,第二党小组,,
,,汉族,1990-01-01,,正式党员,,,,,
周永泉,男,汉族,1958-02-30,,正式党员,1980-07-01,1981-07-01,第二党小组,,
合计6人
`

// firstScenes are the pages without a branch.
var firstScenes = []struct {
	name string
	open func(*testing.T, *Window)
}{
	{"first", func(*testing.T, *Window) {}},
	{"first-new", func(t *testing.T, w *Window) { press(t, w, "新建支部") }},
	{"first-faults", func(t *testing.T, w *Window) {
		press(t, w, "新建支部")
		press(t, w, "加一个党小组")
		press(t, w, "新建支部")
	}},
	{"first-restore", func(t *testing.T, w *Window) { press(t, w, "从备份恢复") }},
	{"first-demo", func(t *testing.T, w *Window) { press(t, w, "看演示支部"); w.open(atSettings) }},
}

// framedScenes are those of an open branch that no line of the side bar leads to.
var framedScenes = []struct {
	name string
	open func(*testing.T, *Window)
}{
	{"welcome", func(t *testing.T, w *Window) { w.stand(newWelcome(w)) }},
	{"branch", func(t *testing.T, w *Window) { w.show(newBranchPage(w)) }},
	{"restore", func(t *testing.T, w *Window) { w.restore() }},
	{"licences", func(t *testing.T, w *Window) { w.show(newLicences(w)) }},
	{"intake-preview", func(t *testing.T, w *Window) { previewRoster(t, w) }},
	{"intake-done", func(t *testing.T, w *Window) { previewRoster(t, w).save() }},
	{"intake-broken", func(t *testing.T, w *Window) {
		path := filepath.Join(t.TempDir(), "名册.xls")
		if err := os.WriteFile(path, []byte("not a sheet"), 0o600); err != nil {
			t.Fatal(err)
		}
		w.intake()
		w.now.(*intakePage).read(intakeSource{path: path})
	}},
}

// previewRoster shows rosterCSV in the import.
func previewRoster(t *testing.T, w *Window) *intakePage {
	t.Helper()
	path := filepath.Join(t.TempDir(), "党员名册.csv")
	if err := os.WriteFile(path, []byte(rosterCSV), 0o600); err != nil {
		t.Fatal(err)
	}
	w.intake()
	s := w.now.(*intakePage)
	s.read(intakeSource{path: path})
	return s
}

func TestShotsOfTheFirstRun(t *testing.T) {
	if *shots == "" {
		t.Skip("-shots names no folder")
	}
	for _, scale := range []float32{1, 1.4} {
		for _, s := range firstScenes {
			w := emptyComputer(t)
			s.open(t, w)
			shoot(t, w, s.name, scale)
		}
		for _, s := range framedScenes {
			w := openWindow(t, emptyBook(t))
			s.open(t, w)
			shoot(t, w, s.name, scale)
		}
		for _, name := range []string{"settings", "intake"} {
			w := openWindow(t, demoBook(t, 38))
			map[string]func(){"settings": func() { w.open(atSettings) }, "intake": w.intake}[name]()
			shoot(t, w, name+"-usual", scale)
		}
	}
}
