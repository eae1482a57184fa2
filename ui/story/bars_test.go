//go:build story

package story

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// The bars for the first window of a branch of 100 members and 10 years, against
// an empty window of the same toolkit, tags, font and size.
const (
	startBar  = 1.5
	memoryBar = 1.3
	runs      = 5
)

func TestStartAndMemoryAgainstAnEmptyWindow(t *testing.T) {
	d := newDesk(t)
	empty, plain := filepath.Join(d.home, "empty"), filepath.Join(d.home, "plain")
	d.build(empty, "./testdata/empty")
	d.build(plain, "branchbook") // the map takes memory
	data := filepath.Join(d.home, "branch")
	d.verb("demo", "--members", "100", "--years", "10", "--data", data)
	var times, memory [2][]float64
	for range runs { // taken in turns, so that a busy moment of the machine hits both
		times[0] = append(times[0], d.startTime("空窗口", empty))
		times[1] = append(times[1], d.startTime("还差什么", program, "--data", data))
	}
	for range 3 { // it hardly differs from run to run
		memory[0] = append(memory[0], d.memory("支部台账", empty))
		memory[1] = append(memory[1], d.memory("支部台账 · ", plain, "--data", data))
	}
	for _, x := range []struct {
		what, unit string
		got        [2][]float64
		bar        float64
	}{{"start", "ms", times, startBar}, {"memory", "MB", memory, memoryBar}} {
		floor, ours := middle(x.got[0]), middle(x.got[1])
		t.Logf("%s: %.0f %s, empty window %.0f %s: %.2fx (bar %.1fx)", x.what, ours, x.unit, floor, x.unit, ours/floor, x.bar)
		if ours/floor > x.bar {
			t.Errorf("%s misses its bar", x.what)
		}
	}
}

func (d *desk) build(to, pkg string) {
	d.t.Helper()
	c := exec.Command("go", "build", "-tags", "x11,migrated_fynedo,no_emoji,no_metadata", "-o", to, pkg)
	c.Env = append(os.Environ(), "CGO_ENABLED=1")
	if out, err := c.CombinedOutput(); err != nil {
		d.t.Fatalf("%v\n%s", err, out)
	}
}

// startTime is how long a program takes until it shows some words, in ms.
func (d *desk) startTime(words string, call ...string) float64 {
	d.t.Helper()
	_ = os.Remove(d.mapFile())
	began := time.Now()
	c := d.begin(call...)
	defer d.end(c)
	for find(d.screen(), words) == nil {
		if time.Since(began) > 30*time.Second {
			d.t.Fatal("nothing shown within 30 seconds")
		}
		time.Sleep(5 * time.Millisecond)
	}
	return float64(time.Since(began).Microseconds()) / 1000
}

// memory is how much of a program is in memory three seconds after its window
// has got a title, in MB.
func (d *desk) memory(title string, call ...string) float64 {
	d.t.Helper()
	c := d.begin(call...)
	defer d.end(c)
	d.x("search", "--sync", "--onlyvisible", "--name", title)
	time.Sleep(3 * time.Second)
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", c.Process.Pid))
	d.must(err)
	_, rest, _ := strings.Cut(string(b), "VmRSS:")
	var kb float64
	if _, err := fmt.Sscan(rest, &kb); err != nil {
		d.t.Fatal(err)
	}
	return kb / 1024
}

func (d *desk) begin(call ...string) *exec.Cmd {
	c := exec.Command(call[0], call[1:]...)
	c.Env, c.Dir = d.env, d.home
	d.must(c.Start())
	return c
}

// end closes a window as its user does: what was killed is checked as a whole at
// the next start.
func (d *desk) end(c *exec.Cmd) {
	d.t.Helper()
	d.x("search", "--sync", "--onlyvisible", "--name", "支部台账")
	d.x("windowfocus", d.window())
	d.x("key", "alt+F4")
	if err := c.Wait(); err != nil {
		d.t.Errorf("%s ended with %v", filepath.Base(c.Path), err)
	}
}

func middle(list []float64) float64 {
	slices.Sort(list)
	return list[len(list)/2]
}
