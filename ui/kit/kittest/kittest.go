// Package kittest starts the toolkit's test program with the window's look, for
// the tests of packages with widgets.
package kittest

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"branchbook/ui/kit"
)

// App starts the test program; it ends with the test.
func App(t testing.TB) fyne.App {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(kit.Theme{})
	if err := kit.Chinese(); err != nil {
		t.Fatal(err)
	}
	return app
}
