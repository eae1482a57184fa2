package ui

// first is the page of a computer without a branch.
func (w *Window) first() {}

// restore puts a backup in the place of the branch's file.
func (w *Window) restore() {}
