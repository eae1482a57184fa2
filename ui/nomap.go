//go:build !widgetmap

package ui

// mapWidgets is for the stories alone.
func (*Window) mapWidgets() {}
