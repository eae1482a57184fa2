package start

import (
	"bytes"
	"errors"
	"log"
	"testing"
)

// said runs lines of a log past a guard and returns what it made of them.
func said(t *testing.T, g *Guard, lines ...string) (why []error) {
	t.Helper()
	var out bytes.Buffer
	g.log, g.fail = &out, func(err error) { why = append(why, err) }
	l := log.New(g, "", log.LstdFlags)
	for _, line := range lines {
		l.Print(line)
	}
	if got := bytes.Count(out.Bytes(), []byte("\n")); got != len(lines) {
		t.Errorf("%d of %d lines passed on", got, len(lines))
	}
	return why
}

func TestTheLogTellsThatThereIsNoWindow(t *testing.T) {
	for name, c := range map[string]struct {
		lines []string
		want  error
	}{
		"no GLX": {[]string{"Fyne error:  window creation error", "  Cause: APIUnavailable: GLX: GLX extension not found", "  At: driver.go:180"}, ErrNoOpenGL},
		"no driver": {[]string{"Fyne error:  window creation error",
			"  Cause: APIUnavailable: WGL: The driver does not appear to support OpenGL"}, ErrNoOpenGL},
		"too old":             {[]string{"Fyne error:  window creation error", "  Cause: VersionUnavailable: WGL: OpenGL version 1.1 is too low"}, ErrNoOpenGL},
		"functions missing":   {[]string{"Fyne error:  failed to initialise OpenGL", "  Cause: glAttachShader"}, ErrNoOpenGL},
		"display not named":   {[]string{"PlatformError: X11: The DISPLAY environment variable is missing"}, ErrNoDisplay},
		"display gone":        {[]string{"PlatformError: X11: Failed to open display :99"}, ErrNoDisplay},
		"no desktop":          {[]string{"PlatformError: Win32: Failed to create helper window: Success. "}, ErrNoDisplay},
		"no display, no GLFW": {[]string{"Fyne error:  failed to initialise GLFW", "  Cause: PlatformUnavailable: X11: Failed to open display :99"}, ErrNoDisplay},
		"window without word": {[]string{"PlatformError: WGL: Failed to create OpenGL context: Error 5"}, ErrNoOpenGL},
	} {
		got := said(t, &Guard{}, c.lines...)
		if len(got) != 1 || !errors.Is(got[0], c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestOtherLinesAreNoReason(t *testing.T) {
	for _, lines := range [][]string{
		{"Fyne error:  Settings load error:", "  Cause: open settings.json: no such file", "  At: settings.go:17"},
		{"PlatformError: X11: Failed to convert selection to data from clipboard"},
		{"PlatformError: Win32: Failed to create cursor"},
		{"Fyne error:  window creation error"}, // its cause is still to come
	} {
		if got := said(t, &Guard{}, lines...); len(got) != 0 {
			t.Errorf("%v: %v", lines, got)
		}
	}
}

func TestAnOpenWindowIsNotStartedAgain(t *testing.T) {
	g := &Guard{}
	g.Opened()
	if got := said(t, g, "Fyne error:  window creation error", "  Cause: APIUnavailable: GLX: GLX extension not found"); len(got) != 0 {
		t.Errorf("%v", got)
	}
}

func TestSoftwareIsTriedOnceAndOnlyForOpenGL(t *testing.T) {
	for _, c := range []struct {
		why         error
		tried, want bool
	}{{ErrNoOpenGL, false, true}, {ErrNoOpenGL, true, false}, {ErrNoDisplay, false, false}, {ErrNoDisplay, true, false}} {
		if got := again(c.why, c.tried); got != c.want {
			t.Errorf("%v, tried %v: %v", c.why, c.tried, got)
		}
	}
}
