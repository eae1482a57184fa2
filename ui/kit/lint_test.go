package kit_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const toolkit = "fyne.io/fyne/v2"

// plainWidgets are the toolkit's parts that show no words of their own, and so
// may be used outside this package: to build a widget, and what Para returns.
var plainWidgets = []string{"BaseWidget", "NewSimpleRenderer", "RichText"}

// banned are names that nobody may use, with the reason.
var banned = map[string]string{
	"container.NewThemeOverride":     "reads the font into memory again",
	"container.NewInnerWindow":       "reads the font into memory again",
	"fyne.TextWrapWord":              "breaks Chinese only at blanks",
	"fyne.TextTruncateEllipsis":      "is slow; Cut shortens a line",
	"widget.NewProgressBarInfinite":  "never lets the window rest",
	"widget.NewActivity":             "never lets the window rest",
	"fyne.DoAndWait":                 "hangs on the window's goroutine",
	"widget.NewDateEntry":            "shows the date as 02/01/2006",
	"widget.NewCalendar":             "shows English months",
	"widget.NewForm":                 "shows Cancel and Submit",
	"widget.ShowPopUpMenuAtPosition": "cannot be reached by keyboard",
}

// styles that each read the font into memory again.
var styles = []string{"Italic", "Monospace", "Underline", "Strikethrough", "TabWidth"}

// lint tells what a file under ui does that only this package may, or nobody.
func lint(path string, file *ast.File) (found []string) {
	imports := imported(file)
	inKit := strings.HasPrefix(path, "kit/")
	say := func(format string, a ...any) { found = append(found, path+": "+fmt.Sprintf(format, a...)) }
	for _, p := range imports {
		if p == toolkit+"/app" || p == toolkit+"/dialog" {
			say("imports %s", p)
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			if path != "kit/runner.go" {
				say("starts a goroutine; only the Runner does")
			}
		case *ast.SelectorExpr:
			pkg, _ := n.X.(*ast.Ident)
			if pkg != nil && strings.HasPrefix(imports[pkg.Name], toolkit) {
				lintName(pkg.Name+"."+n.Sel.Name, path, inKit, say)
			} else if usesToolkit(imports) && slices.Contains(styles, n.Sel.Name) {
				say("sets the text style %s", n.Sel.Name)
			}
		case *ast.KeyValueExpr:
			if key, ok := n.Key.(*ast.Ident); ok && usesToolkit(imports) && slices.Contains(styles, key.Name) {
				say("sets the text style %s", key.Name)
			}
		}
		return true
	})
	return found
}

func lintName(name, path string, inKit bool, say func(string, ...any)) {
	pkg, part, _ := strings.Cut(name, ".")
	switch {
	case banned[name] != "":
		say("uses %s, which %s", name, banned[name])
	case name == "fyne.Do" && path != "kit/runner.go":
		say("uses fyne.Do; only the Runner does")
	case pkg == "widget" && !inKit && !slices.Contains(plainWidgets, part):
		say("uses %s; package kit has what a screen needs", name)
	}
}

func imported(file *ast.File) map[string]string {
	all := map[string]string{}
	for _, i := range file.Imports {
		path := strings.Trim(i.Path.Value, `"`)
		name := filepath.Base(path)
		if path == toolkit {
			name = "fyne"
		}
		if i.Name != nil {
			name = i.Name.Name
		}
		all[name] = path
	}
	return all
}

func usesToolkit(imports map[string]string) bool {
	for _, p := range imports {
		if strings.HasPrefix(p, toolkit) {
			return true
		}
	}
	return false
}

// onlyForStories reports a file that is built only to drive the window in
// tests: it looks at the toolkit's widgets and shows none.
func onlyForStories(file *ast.File) bool {
	for _, group := range file.Comments {
		for _, c := range group.List {
			if c.Text == "//go:build widgetmap" {
				return true
			}
		}
	}
	return false
}

func TestScreensShowOnlyWhatTheKitOffers(t *testing.T) {
	files := 0
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if d != nil && d.IsDir() && d.Name() == "testdata" {
			return fs.SkipDir // the empty window of the bars
		}
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
		if err != nil || onlyForStories(file) {
			return err
		}
		files++
		for _, fault := range lint(filepath.ToSlash(strings.TrimPrefix(path, ".."+string(filepath.Separator))), file) {
			t.Error(fault)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 50 {
		t.Errorf("only %d files were read", files)
	}
}

func TestLintSeesEachFault(t *testing.T) {
	for _, c := range []struct {
		path, imports, body string
		faults              int
	}{
		{"people.go", "fyne.io/fyne/v2/widget", "var x = widget.NewEntry()", 1},
		{"people.go", "fyne.io/fyne/v2/widget", "type t struct{ widget.BaseWidget; p *widget.RichText }", 0},
		{"kit/entry.go", "fyne.io/fyne/v2/widget", "var x = widget.NewEntry()", 0},
		{"kit/date.go", "fyne.io/fyne/v2/widget", "var x = widget.NewDateEntry()", 1},
		{"people.go", "fyne.io/fyne/v2/dialog", "var x = dialog.NewConfirm", 1},
		{"kit/dialog.go", "fyne.io/fyne/v2/dialog", "", 1},
		{"people.go", "fyne.io/fyne/v2/app", "", 1},
		{"people.go", "sync", "func f() { go f() }", 1},
		{"kit/runner.go", "fyne.io/fyne/v2", "func f() { go f(); fyne.Do(f) }", 0},
		{"kit/toast.go", "fyne.io/fyne/v2", "func f() { fyne.Do(f) }", 1},
		{"kit/text.go", "fyne.io/fyne/v2", "var x = fyne.TextStyle{Italic: true}", 1},
		{"home.go", "fyne.io/fyne/v2", "func f(s *fyne.TextStyle) { s.Monospace = true }", 1},
		{"paper/docx.go", "encoding/xml", "var x = struct{ Underline bool }{Underline: true}", 0},
		{"home.go", "fyne.io/fyne/v2", "var x = fyne.TextWrapWord", 1},
		{"home.go", "fyne.io/fyne/v2/container", "var x = container.NewThemeOverride", 1},
	} {
		src := "package p\nimport \"" + c.imports + "\"\n" + c.body
		file, err := parser.ParseFile(token.NewFileSet(), c.path, src, 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := lint(c.path, file); len(got) != c.faults {
			t.Errorf("%s with %s: %q, want %d faults", c.path, c.body, got, c.faults)
		}
	}
}
