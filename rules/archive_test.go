package rules

import (
	"os"
	"strings"
)

// archive is a case file in the txtar form: a comment, then sections that
// begin with a line "-- name --".
type archive struct {
	comment  string
	sections []section
}

type section struct{ name, text string }

func readArchive(file string) (*archive, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	a := &archive{}
	for line := range strings.Lines(string(b)) {
		name, ok := strings.CutPrefix(strings.TrimSpace(line), "-- ")
		if name, end := strings.CutSuffix(name, " --"); ok && end {
			a.sections = append(a.sections, section{name: name})
			continue
		}
		if n := len(a.sections); n > 0 {
			a.sections[n-1].text += line
			continue
		}
		a.comment += line
	}
	return a, nil
}

func (a *archive) String() string {
	var b strings.Builder
	b.WriteString(a.comment)
	for _, s := range a.sections {
		b.WriteString("-- " + s.name + " --\n" + s.text)
	}
	return b.String()
}
