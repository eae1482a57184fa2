package start

// Console has nothing to do: a program on Linux keeps the terminal it is called
// from.
func Console() {}
