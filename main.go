// Branchbook (支部台账) keeps a Party branch's organisational life, training and
// study hours in one file on one computer.
package main

import (
	"log"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"github.com/go-gl/glfw/v3.4/glfw"

	"branchbook/assets"
	"branchbook/ui"
	"branchbook/ui/cli"
	"branchbook/ui/say"
	"branchbook/ui/start"
)

// version is the program's version; a release sets it when linking.
var version = "0.2.0"

// id is the program's name among others on the same computer.
const id = "cn.branchbook.ledger"

func main() {
	call, window := start.Window(os.Args[1:])
	if !window {
		start.Console()
		os.Exit(cli.Run(cli.Env{Stdout: os.Stdout, Stderr: os.Stderr, Version: version}, os.Args[1:]))
	}
	open(call)
}

// open opens the window. What the toolkit reads from outside is set before it
// starts, and the guard listens before the first window is asked for.
func open(call start.Call) {
	dir, err := start.SettingsDir()
	out, logErr := start.Log(dir)
	guard := start.Watch(out, func(err error) string { return say.Error(err).String() })
	if err != nil || logErr != nil {
		log.Print("no log is kept: ", err, logErr)
	}
	start.InputMethod()
	scale := ui.LoadPrefs(call.Data).Font.Scale()
	start.SetScale(scale)
	a := app.NewWithID(id)
	a.SetIcon(fyne.NewStaticResource("app.png", assets.AppIcon))
	a.Lifecycle().SetOnEnteredForeground(guard.Opened)
	ui.Run(a, ui.Options{Dir: call.Data, Demo: call.Demo, Version: version, OpenFile: start.Open,
		Scale: scale, SetScale: start.SetScale, Screen: screen})
}

// screen is the room on the first screen that no task bar takes, in dots; the
// toolkit knows it only once its windows are there.
func screen() (width, height int) {
	m := glfw.GetPrimaryMonitor()
	if m == nil {
		return 0, 0
	}
	_, _, width, height = m.GetWorkarea()
	return width, height
}
