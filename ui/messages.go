package ui

import "branchbook/ui/kit"

// say says in a line at the foot what was done; action, which may be empty,
// offers one thing more.
func (w *Window) say(text, action string, f func()) {
	if action == "" {
		w.frame.toast.Say(text)
		return
	}
	w.frame.toast.Offer(text, action, f)
}

// tell says something that has to be read, with the next step.
func (w *Window) tell(what, next string) { w.tellThen(what, next, nil) }

// tellThen is tell, and goes on when it was read.
func (w *Window) tellThen(what, next string, then func()) {
	kit.Choose(w.win.Canvas(), what, next, kit.Answer{Text: "知道了", Do: then, Safe: true, Primary: true})
}

// ask lets the user choose between two spelled-out verbs; yes runs if the first
// is chosen. Esc and the focus are on the second, which changes nothing.
func (w *Window) ask(title, text, verb, keep string, yes func()) {
	kit.Confirm(w.win.Canvas(), title, text, verb, keep, yes)
}
