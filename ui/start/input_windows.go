package start

// InputMethod has nothing to do: Windows hands every program what is typed.
func InputMethod() {}
