package rules

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// arrows says which packages of this module a package may import. What is not
// listed is not allowed; the reasons stand in docs/architecture.md.
var arrows = map[string][]string{
	"":               {"assets", "ui", "ui/cli", "ui/say", "ui/start"},
	"store/org":      {},
	"store/seal":     {},
	"store/schema":   {},
	"store/safefile": {},
	"store/bundle":   {"store/org"},
	"store/sheet":    {"store/org"},
	"store/match":    {"store/org"},
	"store":          {"store/org", "store/seal", "store/schema", "store/bundle", "store/safefile"},
	"store/intake":   {"store", "store/org", "store/match", "store/sheet"},
	"store/demo":     {"store/org", "store", "rules"},
	"store/closed":   {"store/org", "store", "rules"},
	"rules":          {"store/org"},
	"assets":         {},
	"ui":             {"ui/kit", "ui/paper", "ui/say", "store", "store/closed", "store/org", "store/bundle", "store/sheet", "store/match", "store/safefile", "store/demo", "store/intake", "rules", "assets"},
	"ui/kit":         {"assets"},
	"ui/kit/kittest": {"ui/kit"},
	"ui/paper":       {"store/org", "rules", "assets"},
	"ui/start":       {},
	"ui/story":       {},
	"ui/say":         {"store/org", "store", "store/closed", "store/bundle", "store/sheet", "store/match", "store/safefile", "rules", "ui/start"},
	"ui/cli":         {"ui/paper", "ui/say", "store", "store/closed", "store/org", "store/bundle", "store/sheet", "store/match", "store/safefile", "store/demo", "store/intake", "rules"},

	"store/sheet/sheettest": {},
}

// outside says which packages of other modules a package may import, where that
// is a matter of design. nil: the standard library alone.
var outside = map[string][]string{
	"store/org":    nil,
	"store/schema": nil,
	"rules":        {"github.com/BurntSushi/toml"},
	"assets":       nil,
	"ui/paper":     {"github.com/signintech/gopdf", "github.com/go-text/typesetting/segmenter", "github.com/xuri/excelize/v2"},
	"ui/say":       nil,
	"store/match":  {"github.com/mozillazg/go-pinyin"},
	"ui/start":     {"golang.org/x/sys/unix", "golang.org/x/sys/windows"},
	"":             {"fyne.io/fyne/v2", "fyne.io/fyne/v2/app", "github.com/go-gl/glfw/v3.4/glfw"},
}

func TestImportsPointOneWay(t *testing.T) {
	// -e: what only main.go draws in cannot be read without cgo
	out, err := exec.Command("go", "list", "-e", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "branchbook/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		words := strings.Fields(line)
		name := inModule(words[0])
		allowed, known := arrows[name]
		if !known {
			t.Errorf("package %q is not in the table of arrows", name)
			continue
		}
		others, limited := outside[name]
		for _, imp := range words[1:] {
			switch {
			case strings.HasPrefix(imp, "branchbook/"):
				if !slices.Contains(allowed, inModule(imp)) {
					t.Errorf("%s must not import %s", name, imp)
				}
			case strings.Contains(strings.Split(imp, "/")[0], ".") && limited && !slices.Contains(others, imp):
				t.Errorf("%s must not import %s", name, imp)
			}
		}
	}
}

func inModule(path string) string {
	return strings.TrimPrefix(strings.TrimPrefix(path, "branchbook"), "/")
}

// Only main.go may import the window's app package: then everything else builds
// and tests without cgo and without a display.
func TestOnlyMainOpensAWindow(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "-f", "{{.ImportPath}}", "branchbook/store/...", "branchbook/rules/...", "branchbook/ui/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(out), "fyne.io/fyne/v2/app") {
		t.Error("something besides main.go opens a window")
	}
}
