package kit

// Chinese makes the toolkit's own words Chinese.
func Chinese() {}
