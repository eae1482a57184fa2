// Package kittest starts the toolkit's test program with the window's look, for
// the tests of packages with widgets.
package kittest

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"branchbook/ui/kit"
)

var app fyne.App

// App is the test program. One serves all tests of a package, since each new one
// would read the font of twenty megabytes again. One window always stays: the
// toolkit's test driver asks the newest window about every object, and hangs when
// a window is closed twice.
func App(t testing.TB) fyne.App {
	t.Helper()
	if app == nil {
		app = test.NewApp()
		app.Settings().SetTheme(kit.Theme{})
		app.NewWindow("")
		if err := kit.Chinese(); err != nil {
			t.Fatal(err)
		}
	}
	fyne.SetCurrentApp(app)
	return app
}
