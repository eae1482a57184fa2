package assets

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// Whoever adds or renews a module runs `make licences`.
func TestEveryModuleOfTheBuildHasItsLicence(t *testing.T) {
	for _, system := range []string{"linux", "windows"} {
		list := exec.Command("go", "list", "-deps", "-tags", "migrated_fynedo,no_emoji,no_metadata,x11", "-f", "{{with .Module}}{{if not .Main}}== {{.Path}} {{.Version}}{{end}}{{end}}", "branchbook")
		list.Env = append(os.Environ(), "CGO_ENABLED=1", "GOOS="+system, "GOARCH=amd64")
		out, err := list.Output()
		if err != nil {
			t.Fatal(err)
		}
		titles := strings.Split(strings.TrimSpace(string(out)), "\n")
		if len(titles) < 100 {
			t.Fatalf("%s: only %d packages", system, len(titles))
		}
		for _, title := range titles {
			if title != "" && !strings.Contains(Licences, "\n"+title+"\n") {
				t.Errorf("%s: %s has no entry; run make licences", system, title)
			}
		}
	}
}

func TestEveryLicenceHasItsText(t *testing.T) {
	for _, part := range strings.Split("\n"+Licences, "\n== ")[1:] {
		title, text, _ := strings.Cut(part, "\n")
		if len(text) < 400 || !strings.Contains(strings.ToLower(text), "copyright") {
			t.Errorf("%s: %d characters", title, len(text))
		}
	}
}
