package sheet

// Phones reads phone numbers that somebody typed as the import reads a cell; ok
// is false if one of them is none.
func Phones(text string) (numbers string, ok bool) {
	numbers, fault := phones(tidy(text))
	return numbers, fault == ""
}

// Nation gives the full name of a people, 汉族 for 汉, as the import does; other
// words stay as they are.
func Nation(text string) string {
	if name, ok := nation(tidy(text)); ok {
		return name
	}
	return text
}
