package ui

import (
	"fyne.io/fyne/v2"

	"branchbook/ui/kit"
)

// finder is the search field of the title line.
type finder struct{ w *Window }

func newFinder(w *Window) *finder { return &finder{w} }

func (f *finder) field() fyne.CanvasObject { return kit.Spring() }
func (f *finder) focus()                   {}
