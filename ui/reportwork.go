package ui

import (
	"errors"
	"fmt"
	"io"
	"os"

	"branchbook/rules"
	"branchbook/store"
	"branchbook/store/bundle"
	"branchbook/store/org"
	"branchbook/store/safefile"
	"branchbook/ui/paper"
)

// readCard reads the file of a card.
func readCard(path string) ([]byte, *bundle.Card, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, nil, fmt.Errorf("read card: %w", nameless(err))
	}
	if info.Size() > bundle.MaxCard {
		return nil, nil, fmt.Errorf("read card: %w", bundle.ErrNotABundle)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, fmt.Errorf("read card: %w", nameless(err))
	}
	card, err := bundle.ParseCard(text)
	return text, card, err
}

// taken tells whether a file of the order's names is there already.
func taken(o *order) bool {
	for _, path := range o.files() {
		if _, err := os.Lstat(path); err == nil {
			return true
		}
	}
	return false
}

// freeOrder gives the order the next name that is free.
func freeOrder(o order) order {
	base := o.name
	for n := 2; taken(&o); n++ {
		o.name = fmt.Sprintf("%s(%d)", base, n)
	}
	return o
}

// outcome is an error of writing as the place that was chosen has it: the store
// takes a stick's faults for its own.
func outcome(o *order, err error) error {
	if err == nil {
		return nil
	}
	if !isFolder(o.dir) {
		return fmt.Errorf("hand in: %w", safefile.ErrGone)
	}
	for _, known := range []error{safefile.ErrNoSpace, safefile.ErrReadOnly, safefile.ErrGone, safefile.ErrAltered} {
		if errors.Is(err, known) {
			return fmt.Errorf("hand in: %w", known)
		}
	}
	return err
}

// writeBundle writes the bundle of an order.
func writeBundle(b *Book, o *order) (*store.Sent, error) {
	snap, err := b.Store.Snapshot(1, 0)
	if err != nil {
		return nil, err
	}
	pack, err := rules.Load(b.Today(), snap.Packs)
	if err != nil {
		return nil, err
	}
	e := store.Export{Path: o.bundle(), App: b.Version, Pack: pack.Digest(), Replace: o.replace, ToName: o.to()}
	if o.card != nil {
		e.Fields = o.card.Fields
		e.To, err = o.card.To()
	} else {
		e.To, _, err = bundle.Passphrase(o.pass)
	}
	if err != nil {
		return nil, err
	}
	sent, err := b.Store.Export(e)
	return sent, outcome(o, err)
}

// writeCover writes the sheet that goes with the bundle. It returns what is to
// be written by hand.
func writeCover(b *Book, o *order, sent *store.Sent) (missing []rune, err error) {
	branch, err := b.Store.Branch()
	if err != nil {
		return nil, err
	}
	c := &paper.CoverSheet{Branch: branch.Name, Code: branch.Code, To: o.to(), Sequence: sent.Sequence, People: o.people, File: o.name + ".bundle",
		Check: sent.Digest.String(), Before: o.before, Made: sent.At.Local(), Program: b.Version, Demo: branch.Demo, Passphrase: o.card == nil}
	var years []int
	for _, y := range sent.Years {
		if y.Sent {
			years, c.Activities = append(years, y.Year), c.Activities+y.Counts[org.KindActivity]
		}
	}
	c.Period = yearsText(years)
	_, err = safefile.WriteFunc(o.cover(), safefile.Options{Replace: o.replace}, func(w io.Writer) error {
		missing, err = paper.Cover(w, c)
		return err
	})
	return missing, outcome(o, err)
}

// writeHours writes the year's hours beside the bundle, for those who have no
// program to read it.
func writeHours(b *Book, o *order) error {
	_, err := safefile.WriteFunc(o.hours(), safefile.Options{Replace: o.replace}, func(w io.Writer) error {
		return writeHoursBook(b, 0, w)
	})
	return outcome(o, err)
}
