//go:build story

package story

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// program is built by TestMain with the tag widgetmap.
var program string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "branchbook-story-")
	if err != nil {
		panic(err)
	}
	program = filepath.Join(dir, "branchbook")
	build := exec.Command("go", "build", "-tags", "x11,migrated_fynedo,no_emoji,no_metadata,widgetmap", "-o", program, "branchbook")
	if os.Getenv("STORY_UNMIGRATED") != "" { // the toolkit then logs every call from a wrong goroutine
		build = exec.Command("go", "build", "-tags", "x11,no_emoji,no_metadata,widgetmap", "-o", program, "branchbook")
	}
	build.Env = append(os.Environ(), "CGO_ENABLED=1")
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "build: %v\n%s", err, out)
		os.Exit(1)
	}
	code := m.Run()
	if err := os.RemoveAll(dir); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	os.Exit(code)
}

// desk is one screen with a window manager, an input method and the program.
type desk struct {
	t       *testing.T
	home    string // the user's home folder, new for each desk
	display string
	env     []string
	log     string // what the program and its toolkit wrote
	app     *exec.Cmd
	shots   string
	shot    int
}

// shown is one thing on the screen, as the widget map has it.
type shown struct {
	Kind, Text string
	X, Y, W, H float64
	Focused    bool
	Off        bool
}

// newDesk starts a screen of a laptop's size, ended with the test.
func newDesk(t *testing.T) *desk {
	t.Helper()
	d := &desk{t: t, home: t.TempDir(), shots: os.Getenv("STORY_SHOTS")}
	if d.shots == "" {
		d.shots = t.TempDir()
	}
	d.display = d.startScreen()
	d.env = append(os.Environ(), "DISPLAY="+d.display, "HOME="+d.home, "XDG_DATA_HOME="+filepath.Join(d.home, ".local/share"), "XDG_CONFIG_HOME="+filepath.Join(d.home, ".config"),
		"XDG_CACHE_HOME="+filepath.Join(d.home, ".cache"), "XDG_RUNTIME_DIR="+d.home, "LC_ALL=", "LANG=C.UTF-8", "XMODIFIERS=@im=fcitx", "FYNE_SCALE=1",
		"BRANCHBOOK_WIDGETMAP="+filepath.Join(d.home, "map.json"), "PATH="+d.bin()+":"+os.Getenv("PATH"))
	d.background("openbox")
	d.startInput()
	t.Cleanup(d.keepPicture)
	return d
}

// bin is a folder of the desk's own programs: xdg-open writes down what it was
// asked to open, since a desk has no viewer.
func (d *desk) bin() string {
	bin := filepath.Join(d.home, "bin")
	d.must(os.MkdirAll(bin, 0o755))
	d.must(os.WriteFile(filepath.Join(bin, "xdg-open"), []byte("#!/bin/sh\ncp \"$1\" \"$HOME/opened\" 2>/dev/null\necho \"$1\" >>\"$HOME/opened.txt\"\n"), 0o755))
	return bin
}

func (d *desk) startScreen() string {
	d.t.Helper()
	r, w, err := os.Pipe()
	d.must(err)
	defer r.Close()
	x := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1366x768x24", "-nolisten", "tcp")
	x.ExtraFiles = []*os.File{w}
	d.must(x.Start())
	d.must(w.Close())
	d.t.Cleanup(func() { _ = x.Process.Kill(); _ = x.Wait() })
	var n int
	if _, err := fmt.Fscan(r, &n); err != nil {
		d.t.Fatal("no screen:", err)
	}
	return fmt.Sprintf(":%d", n)
}

// background starts a program of the desk that ends with the test.
func (d *desk) background(name string, args ...string) {
	d.t.Helper()
	c := exec.Command(name, args...)
	c.Env, c.Dir = d.env, d.home
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	d.must(c.Start())
	d.t.Cleanup(func() { _ = syscall.Kill(-c.Process.Pid, syscall.SIGKILL); _ = c.Wait() })
	time.Sleep(500 * time.Millisecond)
}

// startInput starts fcitx5 with pinyin, off until Ctrl+Space.
func (d *desk) startInput() {
	d.t.Helper()
	dir := filepath.Join(d.home, ".config", "fcitx5")
	d.must(os.MkdirAll(dir, 0o755))
	d.must(os.WriteFile(filepath.Join(dir, "profile"), []byte(profile), 0o644))
	d.background("dbus-run-session", "--", "fcitx5", "--disable=wayland,waylandim,notifications,notificationitem,clipboard,cloudpinyin")
	time.Sleep(2 * time.Second)
}

const profile = `[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=keyboard-us
Layout=

[Groups/0/Items/1]
Name=pinyin
Layout=

[GroupOrder]
0=Default
`

// start opens the program and waits until its window shows some words.
func (d *desk) start(words string, args ...string) {
	d.t.Helper()
	d.log = filepath.Join(d.home, fmt.Sprintf("log-%d.txt", time.Now().UnixNano()))
	out, err := os.Create(d.log)
	d.must(err)
	defer out.Close()
	d.app = exec.Command(program, args...)
	d.app.Env, d.app.Dir, d.app.Stdout, d.app.Stderr = d.env, d.home, out, out
	d.must(d.app.Start())
	app := d.app
	d.t.Cleanup(func() {
		if app.ProcessState == nil {
			_ = app.Process.Kill()
			_ = app.Wait()
		}
		d.noFaults()
	})
	d.see(words)
}

// quit closes the window as its user does and waits for the program to end.
func (d *desk) quit() {
	d.t.Helper()
	d.keys("alt+F4")
	done := make(chan error, 1)
	go func() { done <- d.app.Wait() }()
	select {
	case err := <-done:
		if err != nil {
			d.t.Fatal("the program ended with", err)
		}
	case <-time.After(20 * time.Second):
		d.t.Fatal("the program did not end")
	}
	d.noFaults()
}

// noFaults fails on what the toolkit logs of calls from a wrong goroutine, and
// on a panic.
func (d *desk) noFaults() {
	b, err := os.ReadFile(d.log)
	d.must(err)
	for _, bad := range []string{"Error in Fyne call thread", "panic:", "DATA RACE", "fatal error"} {
		if strings.Contains(string(b), bad) {
			d.t.Errorf("the program wrote %q:\n%s", bad, b)
		}
	}
}

// screen reads the widget map.
func (d *desk) screen() (list []shown) {
	b, err := os.ReadFile(filepath.Join(d.home, "map.json"))
	if err != nil {
		return nil
	}
	if err := json.Unmarshal(b, &list); err != nil {
		d.t.Fatal(err)
	}
	return list
}

// wait asks again until found is true, for ten seconds.
func (d *desk) wait(what string, found func([]shown) bool) {
	d.t.Helper()
	end := time.Now().Add(10 * time.Second)
	for time.Now().Before(end) {
		if found(d.screen()) {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	d.picture("missing")
	var words []string
	for _, s := range d.screen() {
		if s.Text != "" {
			words = append(words, s.Text)
		}
	}
	d.t.Fatalf("%s; on the screen: %s", what, strings.Join(words, " | "))
}

// see waits until some words are on the screen.
func (d *desk) see(words string) {
	d.t.Helper()
	d.wait("never saw "+words, func(list []shown) bool { return find(list, words) != nil })
}

// gone waits until some words are not on the screen any more.
func (d *desk) gone(words string) {
	d.t.Helper()
	d.wait("still saw "+words, func(list []shown) bool { return find(list, words) == nil })
}

// find returns what says just the words, or else what holds them.
func find(list []shown, words string) *shown {
	for i := range list {
		if list[i].Text == words {
			return &list[i]
		}
	}
	for i := range list {
		if strings.Contains(list[i].Text, words) {
			return &list[i]
		}
	}
	return nil
}

// click waits for words and clicks in their middle.
func (d *desk) click(words string) {
	d.t.Helper()
	d.see(words)
	s := find(d.screen(), words)
	d.clickAt(s.X+s.W/2, s.Y+s.H/2)
}

// clickAt clicks at a place in the window.
func (d *desk) clickAt(x, y float64) {
	d.t.Helper()
	d.x("mousemove", "--window", d.window(), fmt.Sprint(int(x)), fmt.Sprint(int(y)), "click", "1")
	time.Sleep(150 * time.Millisecond)
}

// into puts the focus into the field that stands under or after a label.
func (d *desk) into(label string) {
	d.t.Helper()
	d.see(label)
	list := d.screen()
	l := find(list, label)
	var best *shown
	for i := range list {
		s := &list[i]
		if s.Kind == "text" || s.Y+s.H/2 < l.Y || s.H < 28 {
			continue
		}
		if best == nil || far(l, s) < far(l, best) {
			best = s
		}
	}
	if best == nil {
		d.t.Fatalf("no field at %s", label)
	}
	d.clickAt(best.X+12, best.Y+min(best.H/2, 20))
}

// far weighs how far a field is from its label: downwards first.
func far(label, s *shown) float64 {
	dy := s.Y - (label.Y + label.H)
	if dy < -label.H {
		return 1e9
	}
	dx := s.X - label.X
	return dy*dy + 4*dx*dx
}

// keys presses key chords: ctrl+s, Tab, Return.
func (d *desk) keys(chords ...string) {
	d.t.Helper()
	for _, k := range chords {
		d.x("key", "--clearmodifiers", k)
		time.Sleep(60 * time.Millisecond)
	}
}

// letters types letters and digits one by one.
func (d *desk) letters(text string) {
	d.t.Helper()
	d.x("type", "--delay", "40", text)
	time.Sleep(100 * time.Millisecond)
}

// paste puts Chinese text into the field with the focus by way of the clipboard.
func (d *desk) paste(text string) {
	d.t.Helper()
	c := exec.Command("xclip", "-selection", "clipboard", "-i")
	c.Env, c.Stdin = d.env, strings.NewReader(text)
	d.must(c.Run())
	d.keys("ctrl+v")
	time.Sleep(200 * time.Millisecond)
}

// pinyin types Chinese through the input method: each word is spelled, and its
// first candidate taken by Space.
func (d *desk) pinyin(words ...string) {
	d.t.Helper()
	d.keys("ctrl+space")
	time.Sleep(300 * time.Millisecond)
	for _, w := range words {
		d.letters(w)
		time.Sleep(300 * time.Millisecond)
		d.keys("space")
		time.Sleep(200 * time.Millisecond)
	}
	d.keys("ctrl+space")
	time.Sleep(200 * time.Millisecond)
}

func (d *desk) window() string {
	d.t.Helper()
	id := strings.Fields(d.x("search", "--onlyvisible", "--name", "支部台账"))
	if len(id) == 0 {
		d.t.Fatal("no window")
	}
	return id[len(id)-1]
}

// x runs xdotool.
func (d *desk) x(args ...string) string {
	d.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	c := exec.CommandContext(ctx, "xdotool", args...)
	c.Env = d.env
	out, err := c.Output()
	if err != nil {
		d.t.Fatalf("xdotool %s: %v", args[0], err)
	}
	return string(out)
}

// picture keeps what is on the screen.
func (d *desk) picture(name string) {
	d.shot++
	path := filepath.Join(d.shots, fmt.Sprintf("%s-%02d-%s.png", d.t.Name(), d.shot, name))
	c := exec.Command("import", "-window", "root", path)
	c.Env = d.env
	if err := c.Run(); err != nil {
		d.t.Log("picture:", err)
	}
}

func (d *desk) keepPicture() {
	if d.t.Failed() {
		d.picture("failed")
	}
}

func (d *desk) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}
