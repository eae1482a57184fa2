package bundle

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"strings"

	"filippo.io/age"
)

// Secret is what a branch or the level above keeps to itself: the age identity
// that opens what is sent to it, and the key that it signs with.
type Secret struct {
	Identity *age.X25519Identity
	Sign     ed25519.PrivateKey
}

// NewSecret makes a secret from the system's random source.
func NewSecret() (*Secret, error) {
	id, err := age.GenerateX25519Identity()
	if err != nil {
		return nil, fmt.Errorf("make identity: %w", err)
	}
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, fmt.Errorf("make signing key: %w", err)
	}
	return &Secret{id, key}, nil
}

// Recipient returns the public side of the identity: age1…
func (s *Secret) Recipient() string { return s.Identity.Recipient().String() }

// Key returns the public side of the signing key.
func (s *Secret) Key() Key { return KeyOf(s.Sign) }

// Fingerprint returns what both sides read aloud. See Fingerprint.
func (s *Secret) Fingerprint() string { return Fingerprint(s.Recipient(), s.Key()) }

const secretForm = `# branchbook secret 1
# public key: %s
# signing key: %s
# signing seed: %x
%s
`

// Encode writes the secret file, which is an age identity file as it stands:
// age takes lines that begin with # for comments.
func (s *Secret) Encode() []byte {
	return fmt.Appendf(nil, secretForm, s.Recipient(), s.Key(), s.Sign.Seed(), s.Identity)
}

// ParseSecret reads a secret file, which must be exactly what Encode writes.
// Errors: ErrNotABundle for another file, ErrTooLarge, ErrAltered. They never
// quote the file.
func ParseSecret(b []byte) (*Secret, error) {
	if len(b) > MaxCard {
		return nil, ErrTooLarge
	}
	if !bytes.HasPrefix(b, []byte("# branchbook secret 1\n")) {
		return nil, ErrNotABundle
	}
	lines := strings.Split(string(b), "\n")
	if len(lines) != 6 {
		return nil, ErrAltered
	}
	seed, err := hex.DecodeString(strings.TrimPrefix(lines[3], "# signing seed: "))
	if err != nil || len(seed) != ed25519.SeedSize {
		return nil, ErrAltered
	}
	id, err := age.ParseX25519Identity(lines[4])
	if err != nil {
		return nil, ErrAltered
	}
	s := &Secret{id, ed25519.NewKeyFromSeed(seed)}
	if !bytes.Equal(s.Encode(), b) {
		return nil, ErrAltered
	}
	return s, nil
}

// Fingerprint returns six groups of five digits that stand for an age recipient
// and a verifying key together. Two people compare them aloud; nobody can make
// other keys with the same digits.
func Fingerprint(recipient string, key Key) string {
	sum := sha256.Sum256([]byte("branchbook-fingerprint-v1\n" + recipient + "\n" + key.String() + "\n"))
	groups := make([]string, 6)
	for i := range groups {
		five := append([]byte{0, 0, 0}, sum[5*i:5*i+5]...)
		groups[i] = fmt.Sprintf("%05d", binary.BigEndian.Uint64(five)%100_000)
	}
	return strings.Join(groups, " ")
}
