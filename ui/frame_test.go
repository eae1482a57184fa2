package ui

import "testing"

func TestEveryLineOfTheSideBarOpensItsScreen(t *testing.T) {
	w := openWindow(t, demoBook(t, 5))
	for p := range navLines {
		w.open(place(p))
		if w.now.place() != place(p) {
			t.Errorf("line %d opened the place %d", p, w.now.place())
		}
		for i, l := range w.frame.lines {
			if l.lit != (i == p) {
				t.Errorf("at %d, line %d lit: %v", p, i, l.lit)
			}
		}
	}
}
