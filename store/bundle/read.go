package bundle

import (
	"bytes"
	"io"
	"maps"
	"slices"

	"filippo.io/age"

	"branchbook/store/org"
)

// Bundle is a bundle that passed every check this package can make. Whether its
// signing key is the branch's own, its device the active one and its sequence
// the next, is for whoever keeps earlier ones.
type Bundle struct {
	Manifest Manifest
	Digest   Digest          // of the signed text; what a receipt names
	Records  []org.Aggregate // in the order of the file
}

// Read reads a bundle with one of the identities. Errors: ErrNotABundle,
// ErrAltered (damaged or cut short), ErrNotForUs, ErrNewerFormat, ErrTooLarge,
// ErrBadSignature, a *Fault for what is wrong inside, or what r says.
func Read(r io.Reader, ids ...age.Identity) (*Bundle, error) {
	signed, opened, err := unseal(r, bundleDomain, MaxPlain, ids)
	if err != nil {
		return nil, err
	}
	return parse(signed, opened)
}

// parse reads the domain, and after it what was decrypted and decompressed.
func parse(signed []byte, opened string) (*Bundle, error) {
	first, err := firstLine(signed[len(bundleDomain):], MaxManifest)
	if err != nil {
		return nil, err
	}
	if err := probe(first, "bundle"); err != nil {
		return nil, err
	}
	message, sig, err := splitSigned(signed)
	if err != nil {
		return nil, err
	}
	var m Manifest
	if err := strict(first, &m); err != nil {
		return nil, &Fault{Where: "manifest", Why: WhyForm, Err: err}
	}
	if err := m.check(); err != nil {
		return nil, err
	}
	if err := verify(message, sig, m.Signer); err != nil {
		return nil, err
	}
	if !slices.Contains(m.Recipients, opened) {
		return nil, fault("recipients", WhyRewrap)
	}
	text := message[len(bundleDomain):]
	list, lines, err := decodeLines(text[len(first)+1:])
	if err != nil {
		return nil, err
	}
	if err := m.confirm(list, lines); err != nil {
		return nil, err
	}
	return &Bundle{m, Sum(text), list}, nil
}

// decodeLines reads the records, each greater than the one before.
func decodeLines(text []byte) ([]org.Aggregate, []line, error) {
	count := bytes.Count(text, []byte("\n"))
	if count > MaxRecords {
		return nil, nil, &Fault{Where: "records", Why: WhyLarge, Err: ErrTooLarge}
	}
	list, lines := make([]org.Aggregate, 0, count), make([]line, 0, count)
	for len(text) > 0 {
		n := bytes.IndexByte(text[:min(len(text), MaxRecord)], '\n') + 1
		if n == 0 {
			return nil, nil, &Fault{Where: "record", Why: WhyLarge, Err: ErrTooLarge}
		}
		a, l, err := decodeLine(text[:n], len(list)+2)
		if err != nil {
			return nil, nil, err
		}
		l.text = text[:n] // the same bytes; lets the copy go
		if k := len(lines); k > 0 && compareLines(lines[k-1], l) >= 0 {
			return nil, nil, &Fault{l.ref, "record", WhyOrder, nil}
		}
		list, lines, text = append(list, a), append(lines, l), text[n:]
	}
	return list, lines, nil
}

// confirm holds what the manifest says against the records.
func (m *Manifest) confirm(list []org.Aggregate, lines []line) error {
	if m.MinReader != needs(m.Years, list) {
		return fault("min_reader", WhyValue)
	}
	var sent []Year
	var years []int
	for _, y := range m.Years {
		if err := y.check(); err != nil {
			return err
		}
		if y.Sent {
			sent, years = append(sent, y), append(years, y.Year)
		}
	}
	c, err := gather(list, lines, years)
	if err != nil {
		return err
	}
	b := c.branch
	_, counts := c.sent()
	switch {
	case m.Branch != BranchName{b.ID, b.Code, b.Name, b.Kind} || m.Demo != b.Demo:
		return fault("branch", WhyValue)
	case m.Roster.Count != c.roster.Count:
		return fault("roster", WhyCount)
	case m.Roster.Digest != c.roster.Digest:
		return fault("roster", WhyDigest)
	case m.Counts == nil || !maps.Equal(m.Counts, counts):
		return fault("counts", WhyCount)
	}
	if err := sameYears(sent, c.years); err != nil {
		return err
	}
	return checkMasked(c.people, m.Fields)
}

func sameYears(said, found []Year) error {
	if len(said) != len(found) {
		return fault("years", WhyCount)
	}
	for i, y := range said {
		switch {
		case y.Year != found[i].Year || !maps.Equal(y.Counts, found[i].Counts):
			return fault("years", WhyCount)
		case y.Digest != found[i].Digest:
			return fault("years", WhyDigest)
		}
	}
	return nil
}

// check refuses what cannot be true of a year, sent or not.
func (y Year) check() error {
	if y.Digest == (Digest{}) || y.Counts == nil {
		return fault("years", WhyMissing)
	}
	for kind, n := range y.Counts {
		if n < 1 || !slices.Contains(yearKinds, kind) {
			return fault("years", WhyCount)
		}
	}
	return nil
}

// needs is the min_reader of a bundle that says so much of its years, sent or
// not, and has these records in its roster: earlier readers do not know a closed
// year, nor what version 2 added to records of the first kinds.
func needs(years []Year, roster []org.Aggregate) int {
	for _, y := range years {
		if y.Counts[org.KindClosing] > 0 {
			return secondReader
		}
	}
	if slices.ContainsFunc(roster, isSecond) {
		return secondReader
	}
	return firstReader
}

// isSecond tells whether a record of the roster says what only the second
// version knows: whom or what a waiver is about, or that somebody is abroad.
func isSecond(a org.Aggregate) bool {
	switch v := a.(type) {
	case *org.Waiver:
		return v.Group != "" || v.Activity != ""
	case *org.Person:
		return slices.ContainsFunc(v.Spells, func(s org.Spell) bool { return s.Value == org.FloatAbroad })
	}
	return false
}

// yearKinds are the kinds that belong to a year.
var yearKinds = []org.Kind{org.KindActivity, org.KindPlan, org.KindReading, org.KindReview, org.KindClosing}
