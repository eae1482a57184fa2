package cli

import (
	"errors"

	"branchbook/store/match"
	"branchbook/store/org"
)

// nameFault is a name that the user wrote and that did not lead to one person.
// It carries the name, which is shown to that user alone, and who it may be.
type nameFault struct {
	name string
	both []string
	err  error
}

func (e *nameFault) Error() string { return "find person: " + e.err.Error() }

func (e *nameFault) Unwrap() error { return e.err }

// named adds what a person needs to know about a name that did not do; nil
// stays nil.
func named(snap *org.Snapshot, name string, err error) error {
	if err == nil {
		return nil
	}
	return &nameFault{name, candidates(snap, err), err}
}

// candidates lists who an ambiguous name may be, with their groups.
func candidates(snap *org.Snapshot, err error) (out []string) {
	var two *match.Ambiguous
	if !errors.As(err, &two) {
		return nil
	}
	for _, id := range two.Candidates {
		out = append(out, snap.Label(snap.Person(id), lastDay))
	}
	return out
}

// lastDay asks for the newest facts, whatever the day.
const lastDay org.Date = 1 << 30
