// Package story drives the real program in a real window: Xvfb, a window
// manager, an input method, keys and clicks, as `make story` does. It finds what
// is on the screen through the widget map that a build with the tag widgetmap
// writes. Its tests need the tag story.
package story
