package start

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
)

// logMost is how large the log may be when a start goes on with it, in bytes.
const logMost = 256 << 10

// Log opens the log in a folder, which is made if need be; a crash goes there
// too. What is written goes to the terminal as well, if there is one. The log
// holds no personal data, since no error does.
func Log(dir string) (io.Writer, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return os.Stderr, fmt.Errorf("make folder for log: %w", err)
	}
	path := filepath.Join(dir, "log.txt")
	how := os.O_APPEND
	if info, err := os.Stat(path); err == nil && info.Size() > logMost {
		how = os.O_TRUNC
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|how, 0o600)
	if err != nil {
		return os.Stderr, fmt.Errorf("open log: %w", err)
	}
	if err := debug.SetCrashOutput(f, debug.CrashOptions{}); err != nil {
		return os.Stderr, fmt.Errorf("send crashes to log: %w", err)
	}
	return &logFile{f}, nil
}

// logFile writes to the log, and to the terminal as far as that works: a program
// for the window has none on Windows.
type logFile struct{ file *os.File }

func (l *logFile) Write(p []byte) (int, error) {
	_, _ = os.Stderr.Write(p)
	return l.file.Write(p)
}
