package bundle

import (
	"slices"
	"time"

	"filippo.io/age"

	"branchbook/store/org"
)

// Manifest is the first line of a bundle. Write fills in whatever follows from
// the content, the key and the recipients; the caller gives ID, App, Device,
// ReplyTo, Sequence, Previous, Receipt, Journal, Pack, Fields and Created.
type Manifest struct {
	Type       string           `json:"type"` // "bundle"
	Format     int              `json:"format"`
	MinReader  int              `json:"min_reader"`
	Algorithms Algorithms       `json:"algorithms"`
	ID         string           `json:"bundle_id"`    // new for every export
	App        string           `json:"app_version"`  // of the program that wrote it
	Branch     BranchName       `json:"branch"`       // as in the branch's record
	Demo       bool             `json:"demo"`         // an invented branch: refused above
	Device     string           `json:"device"`       // which copy of the branch's file
	Signer     Key              `json:"signing_key"`  // what the signature is checked with
	ReplyTo    string           `json:"reply_to"`     // the branch's age recipient, for receipts
	Recipients []string         `json:"recipients"`   // for whom it was written
	Sequence   int64            `json:"sequence"`     // per branch and device, from 1
	Previous   Digest           `json:"previous"`     // of the bundle before, none for the first
	Receipt    Digest           `json:"last_receipt"` // newest receipt read, or none
	Roster     Roster           `json:"roster"`
	Years      []Year           `json:"years"`   // every year that the branch holds, ascending
	Counts     map[org.Kind]int `json:"counts"`  // records in this bundle by kind
	Journal    Journal          `json:"journal"` // how far the branch's journal went
	Pack       Digest           `json:"pack"`    // of the rules in force, or none
	Fields     Fields           `json:"fields"`  // what is not masked
	Created    time.Time        `json:"created_at"`
}

// Algorithms names what the file is made with; other ones may come with later
// formats.
type Algorithms struct {
	Encryption  string `json:"encryption"`  // age-x25519 or age-scrypt
	Compression string `json:"compression"` // gzip
	Signature   string `json:"signature"`   // ed25519
	Digest      string `json:"digest"`      // sha-256
}

// BranchName says which branch.
type BranchName struct {
	ID   org.ItemID     `json:"id"`
	Code string         `json:"code"`
	Name string         `json:"name"`
	Kind org.BranchKind `json:"kind"`
}

// Roster is the digest and number of the records that belong to no year.
type Roster struct {
	Digest Digest `json:"digest"`
	Count  int    `json:"count"`
}

// Year is what the branch holds of one year. Sent tells whether its records are
// in this bundle; a year that was acknowledged as it stands need not be.
type Year struct {
	Year   int              `json:"year"`
	Sent   bool             `json:"sent"`
	Digest Digest           `json:"digest"`
	Counts map[org.Kind]int `json:"counts"`
}

// Journal is the state of the branch's journal: number and digest of the last
// entry.
type Journal struct {
	Sequence int64  `json:"sequence"`
	Head     Digest `json:"head"`
}

// Fields tells which personal fields go up unmasked.
type Fields struct {
	IDNumber bool `json:"id_number"`
	Phone    bool `json:"phone"`
}

// Recipients of a file under a passphrase.
const passphrase = "passphrase"

const (
	encryptX25519 = "age-x25519"
	encryptScrypt = "age-scrypt"
)

func algorithms(recipients []string) Algorithms {
	a := Algorithms{encryptX25519, "gzip", "ed25519", "sha-256"}
	if slices.Equal(recipients, []string{passphrase}) {
		a.Encryption = encryptScrypt
	}
	return a
}

// check refuses what cannot be true of any bundle. Digests and counts are
// compared with the records later.
func (m *Manifest) check() error {
	if err := checkHead(m.Type, "bundle", m.Format, m.MinReader, m.Algorithms, m.Recipients); err != nil {
		return err
	}
	if err := checkTokens(token{"bundle_id", m.ID}, token{"device", m.Device}, token{"branch.id", string(m.Branch.ID)}); err != nil {
		return err
	}
	if !recipientOK(m.ReplyTo) {
		return fault("reply_to", WhyValue)
	}
	if m.Sequence < 1 {
		return fault("sequence", WhyValue)
	}
	if err := m.Journal.check(); err != nil {
		return err
	}
	if err := org.CheckText("app_version", m.App, org.MaxName); err != nil {
		return &Fault{Where: "app_version", Why: WhyValue, Err: err}
	}
	if err := m.checkYears(); err != nil {
		return err
	}
	return checkTime(m.Created)
}

func (m *Manifest) checkYears() error {
	if len(m.Years) > MaxYears {
		return fault("years", WhyLarge)
	}
	for i, y := range m.Years {
		if !yearOK(y.Year) || i > 0 && y.Year <= m.Years[i-1].Year {
			return fault("years", WhyOrder)
		}
	}
	return nil
}

func (j Journal) check() error {
	if j.Sequence < 0 || (j.Sequence == 0) != (j.Head == Digest{}) {
		return fault("journal", WhyValue)
	}
	return nil
}

// checkHead checks what bundles and receipts have in common.
func checkHead(typ, want string, format, minReader int, a Algorithms, recipients []string) error {
	switch {
	case typ != want:
		return ErrNotABundle
	case format != Format || minReader < 1 || minReader > Reader:
		return fault("format", WhyValue)
	case a != algorithms(recipients):
		return fault("algorithms", WhyValue)
	case len(recipients) == 0:
		return fault("recipients", WhyMissing)
	}
	for i, r := range recipients {
		if r != passphrase && !recipientOK(r) || r == passphrase && len(recipients) > 1 || slices.Contains(recipients[:i], r) {
			return fault("recipients", WhyValue)
		}
	}
	return nil
}

func recipientOK(s string) bool {
	r, err := age.ParseX25519Recipient(s)
	return err == nil && r.String() == s
}

// checkTime allows whole seconds in UTC, of years that can be.
func checkTime(t time.Time) error {
	_, offset := t.Zone()
	if offset != 0 || t.Nanosecond() != 0 || t.Year() < 2020 || t.Year() > 2200 {
		return fault("created_at", WhyValue)
	}
	return nil
}

func yearOK(y int) bool { return y >= 1921 && y <= 2200 }

type token struct{ where, text string }

// checkTokens allows 1 to 64 letters, digits, hyphens and underscores, which
// every id is made of.
func checkTokens(list ...token) error {
	for _, t := range list {
		if !tokenOK(t.text) {
			return fault(t.where, WhyValue)
		}
	}
	return nil
}

func tokenOK(s string) bool {
	for i := range len(s) {
		c := s[i]
		if (c|0x20 < 'a' || c|0x20 > 'z') && (c < '0' || c > '9') && c != '-' && c != '_' {
			return false
		}
	}
	return s != "" && len(s) <= 64
}
