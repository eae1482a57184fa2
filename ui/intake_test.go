package ui

import (
	"archive/zip"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"fyne.io/fyne/v2/canvas"

	"branchbook/store/intake"
	"branchbook/store/org"
	"branchbook/store/sheet"
	"branchbook/ui/kit"
)

// officeFile is officeRoster as LibreOffice saves it.
var officeFile = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "branchbook-office-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "名册.fods")
	if err := os.WriteFile(path, []byte(flatSheets(officeRoster)), 0o600); err != nil {
		return nil, err
	}
	convert := exec.Command("soffice", "--headless", "--convert-to", "xlsx", "--outdir", dir, path)
	convert.Env = append(os.Environ(), "HOME="+dir)
	if out, err := convert.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%w: %s", err, out)
	}
	return os.ReadFile(filepath.Join(dir, "名册.xlsx"))
})

// office puts officeFile into a folder of the test.
func office(t *testing.T) string {
	t.Helper()
	content, err := officeFile()
	path := filepath.Join(t.TempDir(), "名册.xlsx")
	if err := errors.Join(err, os.WriteFile(path, content, 0o600)); err != nil {
		t.Fatal(err)
	}
	return path
}

// flatSheets makes a flat OpenDocument file: a tab between cells, "== " and a
// name before each sheet. All cells are text.
func flatSheets(text string) string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" ` +
		`xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>`)
	open := false
	for line := range strings.Lines(strings.TrimSpace(text)) {
		line = strings.TrimRight(line, "\n")
		if name, ok := strings.CutPrefix(line, "== "); ok {
			if open {
				b.WriteString("</table:table>")
			}
			open = true
			b.WriteString(`<table:table table:name="` + name + `">`)
			continue
		}
		b.WriteString("<table:table-row>")
		for cell := range strings.SplitSeq(line, "\t") {
			b.WriteString(`<table:table-cell office:value-type="string"><text:p>` + cell + `</text:p></table:table-cell>`)
		}
		b.WriteString("</table:table-row>")
	}
	b.WriteString("</table:table></office:spreadsheet></office:body></office:document>")
	return b.String()
}

const officeRoster = `== 党员信息
柳树村党支部党员名册
姓名	性别	公民身份号码	人员类别	入党日期	转正日期	党小组	党内职务
张德厚	男	990101196203010015	正式党员	1985-07-01	1986-07-01	第一党小组	支部书记
刘敏	女		正式党员	1996-12-15	1997-12-15	第一党小组
	男		正式党员	1996-12-15
== 说明
填表说明
== 积极分子
姓名	性别	人员类别	入党日期
吴小燕	女	预备党员	2026-05-10
`

// chooseRoster takes a file in the dialog that the button opens.
func chooseRoster(t *testing.T, w *Window, path string) {
	t.Helper()
	w.prefer(func(p *Prefs) { p.Folder = filepath.Dir(path) })
	press(t, w, "选花名册文件")
	c := w.win.Canvas()
	table, ok := c.Focused().(*kit.Table)
	if !ok || table.Count() == 0 {
		t.Fatalf("the dialog shows no files")
	}
	for i := range table.Count() {
		if table.Cell(i, 0).Text == filepath.Base(path) {
			table.Select(i)
			table.OnSelect(i)
			press(t, w, "选这个文件")
			return
		}
	}
	t.Fatal("the dialog does not show the file")
}

func TestANewBranchTakesInARosterThatAnOfficeSaved(t *testing.T) {
	path := office(t)
	w := emptyComputer(t)
	typeBranch(t, w)
	only[*kit.Select](t, w).SetChosen(0)
	press(t, w, "新建支部")
	press(t, w, "导入花名册")
	chooseRoster(t, w, path)
	s := w.now.(*intakePage)
	if got := s.chips; got.Chosen() != int(allRows) {
		t.Errorf("filter %d", got.Chosen())
	}
	if got, want := s.preview.filters(), []string{"全部 3", "新增 2", "更新 0", "不变 0", "未导入 1", "有问题 2"}; !slices.Equal(got, want) {
		t.Errorf("figures %v, want %v", got, want)
	}
	if n := persons(t, w); n != 0 {
		t.Fatalf("%d people before the button", n)
	}
	press(t, w, "导入 2 人")
	if n := persons(t, w); n != 2 {
		t.Errorf("%d people after it", n)
	}
	b, err := w.book.Store.Branch()
	if err != nil || len(b.Groups) != 1 || b.Groups[0].Name != "第一党小组" {
		t.Errorf("groups %+v, %v", b.Groups, err)
	}
	button(t, w, "保存职务")
	w.takeBack()
	if n := persons(t, w); n != 0 {
		t.Errorf("%d people after undoing", n)
	}
	button(t, w, "导入 2 人") // as before
}

func persons(t *testing.T, w *Window) int {
	t.Helper()
	snap, err := w.book.Store.Snapshot(1, 0)
	if err != nil {
		t.Fatal(err)
	}
	return len(snap.Persons)
}

func TestAnotherSheetOfTheBookCanBeChosen(t *testing.T) {
	path := office(t)
	w := openWindow(t, emptyBook(t))
	w.intake()
	chooseRoster(t, w, path)
	s := w.now.(*intakePage)
	if want := []string{"党员信息", "积极分子"}; !slices.Equal(s.names, want) {
		t.Fatalf("sheets %v, want %v", s.names, want)
	}
	s.sheets.OnChosen(1)
	if len(s.preview.rows) != 1 || s.preview.rows[0].name != "吴小燕" {
		t.Errorf("rows %+v", s.preview.rows)
	}
	if want := []string{"党员信息", "积极分子"}; !slices.Equal(s.names, want) || s.sheets.Chosen() != 1 {
		t.Errorf("then sheets %v, want %v", s.names, want)
	}
}

func TestEveryRowSaysWhatBecomesOfIt(t *testing.T) {
	b := emptyBook(t)
	w := openWindow(t, b)
	s := previewRoster(t, w)
	p := s.preview
	if want := []string{"K2 格：不认识的列，没有读取"}; !slices.Equal(p.notes, want) {
		t.Errorf("notes %q, want %q", p.notes, want)
	}
	if p.about != "党员名册.csv，表头在第 2 行" {
		t.Errorf("about %q", p.about)
	}
	row := p.rows[0]
	if row.line != 3 || row.name != "张德厚" || row.what != intake.New || !row.doubtful {
		t.Errorf("row %+v", row)
	}
	if len(row.findings) != 2 || row.findings[0] != (intakeFinding{"E3 格", "公民身份号码：校验位不对，请核对身份证", "此项未采用", sheet.Doubt}) {
		t.Errorf("findings %+v", row.findings)
	}
	if p.rows[1].doubtful || len(p.rows[1].findings) != 1 {
		t.Errorf("a row with a remark alone: %+v", p.rows[1])
	}
	if p.rows[4].what != intake.Left || p.rows[4].summary() != "姓名：没有姓名" {
		t.Errorf("row without a name %+v", p.rows[4])
	}
	if len(p.plan.Posts) != 2 || p.plan.Posts[0].Name != "张德厚" || p.plan.Posts[1].Name != "刘敏" {
		t.Errorf("posts %+v", p.plan.Posts)
	}
	s.filter(leftRows)
	if len(s.listed) != 1 || s.row(0).line != 7 {
		t.Errorf("not imported: %v", s.listed)
	}
}

func TestARosterThatIsOnFileChangesNothing(t *testing.T) {
	w := openWindow(t, emptyBook(t))
	s := previewRoster(t, w)
	path := s.source.path
	press(t, w, "导入 5 人")
	s.read(intakeSource{path: path})
	// 周永泉 has neither ID number nor birth: who that is, only a person can say.
	if got, want := s.preview.filters()[1:5], []string{"新增 0", "更新 0", "不变 4", "未导入 2"}; !slices.Equal(got, want) {
		t.Errorf("again: %v, want %v", got, want)
	}
	press(t, w, "登记职务") // the two posts are still to be entered
	button(t, w, "保存职务")
	if n := persons(t, w); n != 5 {
		t.Errorf("%d people", n)
	}
	s.read(intakeSource{path: path})
	changed := strings.Replace(rosterCSV, "刘敏,女", "刘敏,男", 1)
	if err := os.WriteFile(path, []byte(changed), 0o600); err != nil {
		t.Fatal(err)
	}
	s.reload()
	i := slices.IndexFunc(s.preview.rows, func(r intakeRow) bool { return r.name == "刘敏" })
	if r := s.preview.rows[i]; r.what != intake.Changed || r.changes != "更新：性别" {
		t.Errorf("changed: %+v", r)
	}
}

func TestABrokenFileSaysSoAndAnotherCanBeChosen(t *testing.T) {
	w := openWindow(t, emptyBook(t))
	path := filepath.Join(t.TempDir(), "坏.xlsx")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(f)
	if _, err := z.Create("xl/nothing"); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(z.Close(), f.Close()); err != nil {
		t.Fatal(err)
	}
	w.intake()
	chooseRoster(t, w, path)
	button(t, w, "换一个文件")
	if texts := all[*canvas.Text](w); !slices.ContainsFunc(texts, func(t *canvas.Text) bool { return t.Text == "这个文件不是表格，没有导入。" }) {
		t.Error("nothing says what is wrong with the file")
	}
	if s := w.now.(*intakePage); s.preview != nil || s.source.path != "" {
		t.Errorf("kept %+v", s.source)
	}
}

func TestAFindingAboutTheSheetNamesItsPlace(t *testing.T) {
	for want, f := range map[string]sheet.Finding{
		"第 9 行：这一行不是人员，已跳过": {Kind: sheet.Skipped, Row: 9},
		"K2 格：不认识的列，没有读取":   {Kind: sheet.ColumnAlien, Row: 2, Cell: "K2"},
		"列太多，右边的没有读取":       {Kind: sheet.ColumnsCut, Row: 2},
	} {
		if got := noteWords(f); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestPostsOfTheRosterAreSavedAtOnce(t *testing.T) {
	w := openWindow(t, emptyBook(t))
	path := filepath.Join(t.TempDir(), "名册.csv")
	text := "姓名,出生日期,人员类别,党内职务\n王建,1970-02-15,正式党员,支部书记\n李红,1975-06-08,正式党员,组织委员\n赵敏,1980-01-02,正式党员,会计\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	w.intake()
	w.now.(*intakePage).read(intakeSource{path: path})
	press(t, w, "导入 3 人")
	dates := all[*kit.DateField](w)
	dates[0].SetDay(kit.Day{Year: 2030})
	press(t, w, "保存职务")
	if got := postsOnFile(t, w); len(got) != 0 {
		t.Fatalf("a day that has not come is saved: %v", got)
	}
	dates[0].SetDay(kit.Day{Year: 2024, Month: 3})
	press(t, w, "保存职务")
	// 会计 is no post of the Party: nothing is chosen for 赵敏.
	if got, want := postsOnFile(t, w), []string{"王建 书记 2024-03", "李红 组织委员 "}; !slices.Equal(got, want) {
		t.Fatalf("posts %q, want %q", got, want)
	}
	s := w.now.(*intakePage)
	s.read(s.source)
	button(t, w, "登记职务") // of 赵敏
	w.takeBack()
	if got := postsOnFile(t, w); len(got) != 0 || persons(t, w) != 3 {
		t.Errorf("after undoing: %v, %d people", got, persons(t, w))
	}
}

func postsOnFile(t *testing.T, w *Window) (out []string) {
	t.Helper()
	snap, err := w.book.Store.Snapshot(1, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range snap.Persons {
		for _, s := range p.All(org.SpellPost, w.book.Today()) {
			out = append(out, p.Name+" "+s.Chinese()+" "+string(s.From))
		}
	}
	return out
}
