//go:build story

package story

import (
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

// newDesk starts a screen of a laptop's size, ended with the test.
func newDesk(t *testing.T) *desk {
	t.Helper()
	d := &desk{t: t, home: t.TempDir(), shots: os.Getenv("STORY_SHOTS")}
	if d.shots == "" {
		d.shots = t.TempDir()
	}
	d.display = d.startScreen()
	d.env = append(os.Environ(), "DISPLAY="+d.display, "HOME="+d.home, "XDG_DATA_HOME="+filepath.Join(d.home, ".local/share"), "XDG_CONFIG_HOME="+filepath.Join(d.home, ".config"),
		"XDG_CACHE_HOME="+filepath.Join(d.home, ".cache"), "TMPDIR="+d.dir("tmp"), "XDG_RUNTIME_DIR="+d.dir("run"), "DBUS_SESSION_BUS_ADDRESS=disabled:", "LC_ALL=", "LANG=C.UTF-8", "XMODIFIERS=@im=fcitx", "FYNE_SCALE=1",
		"BRANCHBOOK_WIDGETMAP="+d.mapFile(), "PATH="+d.bin()+":"+os.Getenv("PATH"))
	d.background("openbox")
	d.startInput()
	t.Cleanup(d.keepPicture)
	return d
}

// dir makes a folder on the desk.
func (d *desk) dir(name string) string {
	d.t.Helper()
	path := filepath.Join(d.home, name)
	d.must(os.MkdirAll(path, 0o700))
	return path
}

// bin is a folder of the desk's own programs: xdg-open writes down what it was
// asked to open, since a desk has no viewer.
func (d *desk) bin() string {
	bin := d.dir("bin")
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

// startInput starts fcitx5 with pinyin, off until Ctrl+Space. It has a bus of
// its own, on which nothing else is started.
func (d *desk) startInput() {
	d.t.Helper()
	d.must(os.WriteFile(filepath.Join(d.dir(".config/fcitx5"), "profile"), []byte(profile), 0o600))
	bus := filepath.Join(d.home, "bus.conf")
	d.must(os.WriteFile(bus, []byte(busConfig), 0o600))
	d.background("dbus-run-session", "--config-file", bus, "--", "fcitx5", "--disable=wayland,waylandim,notifications,notificationitem,clipboard,cloudpinyin")
	time.Sleep(2 * time.Second)
}

const busConfig = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`

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
			d.noFaults()
		}
	})
	d.see(words)
}

// quit closes the window as its user does and waits for the program to end.
func (d *desk) quit() {
	d.t.Helper()
	d.x("key", "--clearmodifiers", "alt+F4")
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
	for _, bad := range []string{"Error in Fyne call thread", "Failed to focus", "panic:", "DATA RACE", "fatal error"} {
		if strings.Contains(string(b), bad) {
			d.t.Errorf("the program wrote %q:\n%s", bad, b)
		}
	}
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
