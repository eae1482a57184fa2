//go:build story

package story

import (
	"os"
	"os/exec"
	"path/filepath"

	"github.com/rogpeppe/go-internal/txtar"

	"branchbook/store/sheet/sheettest"
)

// roster is the roster of the verbs' own story, as LibreOffice saves it.
func (d *desk) roster() string {
	d.t.Helper()
	story, err := txtar.ParseFile("../cli/testdata/script/story.txtar")
	d.must(err)
	var tsv string
	for _, f := range story.Files {
		if f.Name == "roster.tsv" {
			tsv = string(f.Data)
		}
	}
	flat := filepath.Join(d.home, "花名册.fods")
	d.must(os.WriteFile(flat, []byte(sheettest.Flat(tsv)), 0o600))
	c := exec.Command("soffice", "--headless", "--convert-to", "xlsx", "--outdir", d.home, flat)
	c.Env = d.env
	if out, err := c.CombinedOutput(); err != nil {
		d.t.Fatalf("LibreOffice: %v\n%s", err, out)
	}
	return filepath.Join(d.home, "花名册.xlsx")
}
