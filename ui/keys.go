package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"branchbook/ui/kit"
)

// keys gives the window its keys. A field that has the focus takes Ctrl+Z for
// its own words first.
func (w *Window) keys() {
	c := w.win.Canvas()
	ctrl := func(key fyne.KeyName, f func()) {
		c.AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl}, func(fyne.Shortcut) { w.key(f) })
	}
	ctrl(fyne.KeyN, func() { w.record(wanted{}) })
	ctrl(fyne.KeyF, func() { w.frame.seek() })
	ctrl(fyne.KeyS, func() {
		if s, ok := w.now.(saver); ok {
			s.save()
		}
	})
	c.AddShortcut(&fyne.ShortcutUndo{}, func(fyne.Shortcut) { w.key(w.takeBack) })
	c.AddShortcut(&fyne.ShortcutRedo{}, func(fyne.Shortcut) { w.key(w.redo) })
	c.AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift}, func(fyne.Shortcut) { w.key(w.redo) })
	for i := range navLines {
		key := fyne.KeyName(rune('1' + i))
		c.AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}, func(fyne.Shortcut) { w.key(func() { w.open(place(i)) }) })
	}
	c.AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierAlt}, func(fyne.Shortcut) { w.key(w.goBack) })
	c.SetOnTypedKey(func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyEscape {
			w.key(w.escape)
		}
	})
}

// key runs what a key asks for, while a branch is open and no dialog stands.
func (w *Window) key(f func()) {
	if w.book != nil && w.now != nil && !kit.Covered(w.win.Canvas()) {
		f()
	}
}

// takeBack is Ctrl+Z: what the line at the foot offers, or else the newest
// operation that stands.
func (w *Window) takeBack() {
	if !w.frame.toast.Act() {
		w.undo(w.last)
	}
}

// escape closes the line at the foot, or else goes back.
func (w *Window) escape() {
	if !w.frame.toast.Dismiss() && len(w.back) > 0 {
		w.goBack()
	}
}
