package start

import (
	"strings"
	"testing"
)

func TestWordsChooseTheWindowOrAVerb(t *testing.T) {
	for words, want := range map[string]struct {
		call   Call
		window bool
	}{
		"":                       {Call{}, true},
		"--demo":                 {Call{Demo: true}, true},
		"-demo":                  {Call{Demo: true}, true},
		"--data D":               {Call{Data: "D"}, true},
		"--data=D":               {Call{Data: "D"}, true},
		"--data=-D":              {Call{Data: "-D"}, true},
		"-data D":                {Call{Data: "D"}, true},
		"--demo --data D":        {Call{true, "D"}, true},
		"--data D --demo":        {Call{true, "D"}, true},
		"--data=a=b":             {Call{Data: "a=b"}, true},
		"--data":                 {},
		"--data=":                {},
		"--data --demo":          {},
		"--demo=yes":             {},
		"--data D check":         {},
		"--demo check":           {},
		"check":                  {},
		"demo":                   {},
		"help":                   {},
		"--help":                 {},
		"-h":                     {},
		"--format json":          {},
		"--data D --format json": {},
		"D":                      {},
	} {
		got, window := Window(strings.Fields(words))
		if got != want.call || window != want.window {
			t.Errorf("%q: %+v %v, want %+v %v", words, got, window, want.call, want.window)
		}
	}
	if _, window := Window([]string{"--data", ""}); window {
		t.Error("an empty folder opens the window")
	}
}
