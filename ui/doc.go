// Package ui is the window: one screen, one file.
//
// A screen has a private row struct, a load that turns the branch into rows and
// touches no widget, and a show that touches only widgets; page.reload joins
// them through the kit.Runner, which drops late answers. Screens hold no SQL, no
// rule and no file format: they ask store, rules and ui/paper. Changes of the
// file go through Window.act, which says what was done and offers to undo it.
package ui
