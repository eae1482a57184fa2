package bundle

import (
	"bytes"
	"crypto/ed25519"
	"encoding/json"
	"fmt"
	"io"

	"filippo.io/age"
)

// Write completes the manifest, signs and writes the bundle, and returns its
// digest. Nothing is written unless the receiver could read all of it: an
// impossible manifest and a field that was to be masked give a *Fault, too much
// gives ErrTooLarge. Encrypting to a passphrase takes about a second.
func Write(w io.Writer, m *Manifest, c *Content, key ed25519.PrivateKey, to ...age.Recipient) (Digest, error) {
	lines, err := m.complete(c, key, to)
	if err != nil {
		return Digest{}, err
	}
	if err := checkMasked(c.people, m.Fields); err != nil {
		return Digest{}, err
	}
	first, err := json.Marshal(m)
	if err != nil {
		return Digest{}, fmt.Errorf("encode manifest: %w", err)
	}
	message, err := join(append(first, '\n'), lines)
	if err != nil {
		return Digest{}, err
	}
	if err := seal(w, bundleDomain, message, key, to); err != nil {
		return Digest{}, err
	}
	return Sum(message[len(bundleDomain):]), nil
}

// complete fills in what follows from the content, the key and the recipients,
// and returns the lines to send.
func (m *Manifest) complete(c *Content, key ed25519.PrivateKey, to []age.Recipient) ([]line, error) {
	names, err := namesOf(to)
	if err != nil {
		return nil, err
	}
	b := c.branch
	m.Type, m.Format, m.MinReader = "bundle", Format, needs(c.years, c.list)
	m.Recipients, m.Algorithms, m.Signer = names, algorithms(names), KeyOf(key)
	m.Branch, m.Demo = BranchName{b.ID, b.Code, b.Name, b.Kind}, b.Demo
	m.Roster, m.Years = c.roster, append([]Year{}, c.years...)
	lines, counts := c.sent()
	m.Counts = counts
	return lines, m.check()
}

// join makes the message to sign: domain, manifest, records.
func join(first []byte, lines []line) ([]byte, error) {
	size := len(first)
	for _, l := range lines {
		size += len(l.text)
	}
	if len(first) > MaxManifest {
		return nil, &Fault{Where: "manifest", Why: WhyLarge, Err: ErrTooLarge}
	}
	if size+signatureLine > MaxPlain {
		return nil, &Fault{Where: "records", Why: WhyLarge, Err: ErrTooLarge}
	}
	text := bytes.NewBuffer(make([]byte, 0, len(bundleDomain)+size))
	text.WriteString(bundleDomain)
	text.Write(first)
	for _, l := range lines {
		text.Write(l.text)
	}
	return text.Bytes(), nil
}
