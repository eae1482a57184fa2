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
	empty := filepath.Join(d.home, "empty")
	build := exec.Command("go", "build", "-tags", "x11,migrated_fynedo,no_emoji,no_metadata", "-o", empty, "./testdata/empty")
	build.Env = append(os.Environ(), "CGO_ENABLED=1")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	data := filepath.Join(d.home, "branch")
	demo := exec.Command(program, "demo", "--members", "100", "--years", "10", "--data", data)
	if out, err := demo.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var times, memory [2][]float64
	for range runs { // taken in turns, so that a busy moment of the machine hits both
		for i, call := range [][]string{{empty}, {program, "--data", data}} {
			words := "空窗口"
			if i == 1 {
				words = "还差什么"
			}
			ms, mb := d.measure(words, call...)
			times[i], memory[i] = append(times[i], ms), append(memory[i], mb)
		}
	}
	start, floor := middle(times[1]), middle(times[0])
	mem, memFloor := middle(memory[1]), middle(memory[0])
	t.Logf("start: %.0f ms, empty window %.0f ms: %.2fx (bar %.1fx)", start, floor, start/floor, startBar)
	t.Logf("memory: %.0f MB, empty window %.0f MB: %.2fx (bar %.1fx)", mem, memFloor, mem/memFloor, memoryBar)
	if start/floor > startBar {
		t.Errorf("the start misses its bar")
	}
	if mem/memFloor > memoryBar {
		t.Errorf("the memory misses its bar")
	}
}

// measure starts a program and tells how long it took until it showed some
// words, in ms, and how much of it is in memory two seconds later, in MB.
func (d *desk) measure(words string, call ...string) (ms, mb float64) {
	d.t.Helper()
	_ = os.Remove(filepath.Join(d.home, "map.json"))
	c := exec.Command(call[0], call[1:]...)
	c.Env, c.Dir = d.env, d.home
	began := time.Now()
	d.must(c.Start())
	for find(d.screen(), words) == nil {
		if time.Since(began) > 30*time.Second {
			_ = c.Process.Kill()
			d.t.Fatal("nothing shown within 30 seconds")
		}
		time.Sleep(5 * time.Millisecond)
	}
	ms = float64(time.Since(began).Microseconds()) / 1000
	time.Sleep(2 * time.Second)
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", c.Process.Pid))
	d.must(err)
	_, rest, _ := strings.Cut(string(b), "VmRSS:")
	var kb float64
	if _, err := fmt.Sscan(rest, &kb); err != nil {
		d.t.Fatal(err)
	}
	_ = c.Process.Kill()
	_ = c.Wait()
	return ms, kb / 1024
}

func middle(list []float64) float64 {
	slices.Sort(list)
	return list[len(list)/2]
}
