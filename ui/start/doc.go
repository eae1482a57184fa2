// Package start is what the program does around its window: before the window
// toolkit starts, when no window can be had, and when a file is handed to another
// program. It knows no toolkit and no people.
package start
