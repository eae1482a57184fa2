// Package kit holds the widgets of the window, which know nothing of members.
//
// Looks are decided here alone: colours, sizes and distances are tokens, and a
// screen puts together what this package offers. Widgets offer callbacks and
// decide nothing. Every word that a widget shows of itself is Chinese; the
// toolkit's own widgets that show English are wrapped here, and a test keeps
// them out of everywhere else.
//
// Only two text styles exist, normal and bold: each further style would read
// the font of ten megabytes into memory again.
package kit
