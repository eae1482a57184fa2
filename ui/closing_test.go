package ui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// countedFrom are the changes of the file that hours are counted from.
var countedFrom = []string{"RecordActivity", "CancelActivity", "Reassess", "SavePerson", "SaveFacts", "SaveFactsOf", "Import", "SavePack", "SetBranch"}

// TestWhateverHoursAreCountedFromIsSavedByTheGate reads the sources of the window
// and of the verbs, so that whoever adds a change learns that closed years are
// asked about first.
func TestWhateverHoursAreCountedFromIsSavedByTheGate(t *testing.T) {
	for _, c := range []struct{ dir, gate string }{{".", "actOn"}, {"cli", "mayChange"}} {
		saves := 0
		paths, err := filepath.Glob(filepath.Join(c.dir, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			if strings.HasSuffix(path, "_test.go") || path == "branchpacks.go" { // a new branch has no closed year
				continue
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range file.Decls {
				n, gated := gates(d, c.gate)
				if saves += n; n > 0 && !gated {
					t.Errorf("%s saves what hours are counted from without %s", path, c.gate)
				}
			}
		}
		if saves < 6 {
			t.Errorf("only %d changes found in %s", saves, c.dir)
		}
	}
}

// gates counts the changes in a function, and tells whether the gate is called
// before the first.
func gates(d ast.Decl, gate string) (saves int, gated bool) {
	ast.Inspect(d, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		switch name, on := called(call); {
		case name == gate:
			gated = gated || saves == 0
		case slices.Contains(countedFrom, name) && (on == "Store" || on == "s"):
			saves++
		}
		return true
	})
	return saves, gated
}

// called is the name of the method that is called, and of what it is called on.
func called(call *ast.CallExpr) (name, on string) {
	f, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return "", ""
	}
	switch x := f.X.(type) {
	case *ast.Ident:
		on = x.Name
	case *ast.SelectorExpr:
		on = x.Sel.Name
	}
	return f.Sel.Name, on
}
