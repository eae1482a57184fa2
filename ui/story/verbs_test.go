//go:build story

package story

import (
	"os/exec"
	"path/filepath"
	"testing"
)

// verb runs the program as a command.
func (d *desk) verb(args ...string) string {
	d.t.Helper()
	c := exec.Command(program, args...)
	c.Env, c.Dir = d.env, d.home
	out, err := c.CombinedOutput()
	if err != nil {
		d.t.Fatalf("branchbook %v: %v\n%s", args, err, out)
	}
	return string(out)
}

// card makes the keys of a level above, and its card.
func (d *desk) card(name string) (card, identity string) {
	d.t.Helper()
	card, identity = filepath.Join(d.home, "town.card"), filepath.Join(d.home, "town.key")
	d.verb("card", "new", "--name", name, "-o", card, "--identity", identity)
	return card, identity
}

func (d *desk) verify(bundle, identity string)     {}
func (d *desk) read(bundle, identity string) []any { return nil }
func (d *desk) byVerbs(roster, card string) string { return "" }
func same(t *testing.T, a, b []any)                {}
