package start

import "strings"

// Call is what the words of a call ask of the window.
type Call struct {
	Demo bool   // the invented branch, in its own folder
	Data string // the data folder; empty: the usual one
}

// Window tells whether the words of a call ask for the window: no words, or
// nothing but --demo and --data. Anything else is for the command line, a faulty
// --data as well: it says what is wrong.
func Window(words []string) (Call, bool) {
	var c Call
	for len(words) > 0 {
		name, value, joined := strings.Cut(words[0], "=")
		words = words[1:]
		switch name {
		case "--demo", "-demo":
			if joined {
				return Call{}, false
			}
			c.Demo = true
			continue
		case "--data", "-data":
		default:
			return Call{}, false
		}
		if !joined {
			if len(words) == 0 {
				return Call{}, false
			}
			value, words = words[0], words[1:]
		}
		if value == "" || !joined && strings.HasPrefix(value, "-") {
			return Call{}, false
		}
		c.Data = value
	}
	return c, true
}
