package start

import (
	"os"
	"os/exec"
	"syscall"
)

// softwareSet tells whether drawing in software was asked for from outside.
func softwareSet() bool { return os.Getenv("LIBGL_ALWAYS_SOFTWARE") != "" }

// restart puts the program in its own place, drawing in software. It returns only
// if that did not work.
func restart() {
	program, err := os.Executable()
	if err != nil {
		return
	}
	_ = syscall.Exec(program, os.Args, append(os.Environ(), "LIBGL_ALWAYS_SOFTWARE=1", mark+"=1"))
}

// showBox shows a text with the first of the usual programs that is there.
func showBox(title, text string) {
	for _, box := range [][]string{
		{"zenity", "--error", "--no-markup", "--title=" + title, "--text=" + text},
		{"kdialog", "--title", title, "--error", text},
		{"xmessage", "-center", "-title", title, text},
	} {
		if _, err := exec.LookPath(box[0]); err == nil && exec.Command(box[0], box[1:]...).Run() == nil {
			return
		}
	}
}
