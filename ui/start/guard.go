package start

import (
	"errors"
	"io"
	"log"
	"os"
	"strings"
	"sync/atomic"
)

// Why no window could be had.
var (
	ErrNoDisplay = errors.New("no display to open a window on")
	ErrNoOpenGL  = errors.New("no OpenGL 2.1 to draw a window with")
)

// mark is set in the environment of a program that this one started to draw in
// software, so that it does not start another.
const mark = "BRANCHBOOK_SOFTGL"

// Guard reads the log of the window toolkit. The toolkit tells there, and nowhere
// else, that it got no window; then it runs on without one or goes away silently.
// The guard starts the program once more with drawing in software, and when that
// was no help says what is wrong. It holds until Opened.
type Guard struct {
	log     io.Writer
	fail    func(why error) // does not return, except in tests
	failing bool            // the cause stands in the next line
	opened  atomic.Bool
}

// Watch puts a guard before log, as the output of package log. tell makes the
// text that a person gets to read.
func Watch(to io.Writer, tell func(error) string) *Guard {
	g := &Guard{log: to, fail: func(why error) { giveUp(why, tell) }}
	log.SetOutput(g)
	return g
}

// Opened says that the window is there: whatever the log says now is no reason
// to start again. For the toolkit's callback of having started.
func (g *Guard) Opened() { g.opened.Store(true) }

// Write passes the lines on and acts on those that mean that there is no window.
func (g *Guard) Write(p []byte) (int, error) {
	n, err := g.log.Write(p)
	if g.opened.Load() {
		return n, err
	}
	if why := g.read(string(p)); why != nil {
		g.fail(why)
	}
	return n, err
}

// read returns why there will be no window, once a line says so. Package log
// calls Write for one entry at a time and under its own lock.
func (g *Guard) read(line string) error {
	switch {
	case strings.Contains(line, "window creation error"),
		strings.Contains(line, "failed to initialise GLFW"),
		strings.Contains(line, "failed to initialise OpenGL"):
		g.failing = true
		return nil
	case g.failing && strings.Contains(line, "Cause:"):
		return classify(line)
	case strings.Contains(line, "PlatformError:") && aboutWindow(line):
		return classify(line) // the toolkit logs it and takes nothing for a window
	}
	return nil
}

// aboutWindow tells the platform errors without which there would be a window
// from those about a clipboard or a cursor.
func aboutWindow(line string) bool {
	for _, word := range []string{"display", "DISPLAY", "GLX", "WGL", "EGL", "OpenGL", "Failed to create window", "helper window"} {
		if strings.Contains(line, word) {
			return true
		}
	}
	return false
}

func classify(line string) error {
	if strings.Contains(strings.ToLower(line), "display") || strings.Contains(line, "helper window") { // Windows without a desktop
		return ErrNoDisplay
	}
	return ErrNoOpenGL
}

// again decides whether to start once more with drawing in software. It draws
// where the driver cannot, but needs a display all the same.
func again(why error, tried bool) bool { return errors.Is(why, ErrNoOpenGL) && !tried }

// giveUp starts the program again if that can help, else says why there is no
// window. It does not return.
func giveUp(why error, tell func(error) string) {
	if again(why, os.Getenv(mark) != "" || softwareSet()) {
		restart()
	}
	text := tell(why)
	os.Stderr.WriteString(text + "\n")
	if !errors.Is(why, ErrNoDisplay) {
		showBox("支部台账", text)
	}
	os.Exit(1)
}
