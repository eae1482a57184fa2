package bundle

import (
	"encoding/json"
	"fmt"
	"time"

	"filippo.io/age"

	"branchbook/store/org"
)

// Card is what the level above hands to its branches (收件名片): to whom bundles
// are encrypted, with which key receipts are checked, and which personal fields
// are wanted. The file is signed with that key, which shows damage, and that
// whoever made it holds the key; whose it is, only the fingerprint tells.
type Card struct {
	Type      string    `json:"type"` // "card"
	Format    int       `json:"format"`
	MinReader int       `json:"min_reader"`
	Name      string    `json:"name"`       // of the committee
	Recipient string    `json:"recipient"`  // age1…
	VerifyKey Key       `json:"verify_key"` // of receipts and of this card
	Fields    Fields    `json:"fields"`
	Created   time.Time `json:"created_at"`
}

// NewCard makes the keys of an upper level, and its card.
func NewCard(name string, wanted Fields, created time.Time) (*Card, *Secret, error) {
	s, err := NewSecret()
	if err != nil {
		return nil, nil, err
	}
	return s.Card(name, wanted, created), s, nil
}

// Card makes a card for keys that exist, as when other fields are wanted.
func (s *Secret) Card(name string, wanted Fields, created time.Time) *Card {
	return &Card{"card", Format, firstReader, name, s.Recipient(), s.Key(), wanted, created.UTC().Truncate(time.Second)}
}

// To returns the recipient for Write.
func (c *Card) To() (age.Recipient, error) {
	r, err := age.ParseX25519Recipient(c.Recipient)
	if err != nil {
		return nil, fault("recipient", WhyValue)
	}
	return r, nil
}

// Fingerprint returns what both sides read aloud. See Fingerprint.
func (c *Card) Fingerprint() string { return Fingerprint(c.Recipient, c.VerifyKey) }

// Encode signs the card and writes its file. The secret must be the card's own.
func (c *Card) Encode(s *Secret) ([]byte, error) {
	if err := c.check(); err != nil {
		return nil, err
	}
	if s.Key() != c.VerifyKey || s.Recipient() != c.Recipient {
		return nil, fault("verify_key", WhySigner)
	}
	first, err := json.Marshal(c)
	if err != nil {
		return nil, fmt.Errorf("encode card: %w", err)
	}
	message := append([]byte(cardDomain), append(first, '\n')...)
	return append(message, sign(message, s.Sign)...)[len(cardDomain):], nil
}

// ParseCard reads the file of a card. Errors: ErrNotABundle, ErrAltered,
// ErrNewerFormat, ErrTooLarge, ErrBadSignature, or a *Fault.
func ParseCard(b []byte) (*Card, error) {
	if len(b) > MaxCard {
		return nil, ErrTooLarge
	}
	first, err := firstLine(b, MaxCard)
	if err != nil {
		return nil, err
	}
	if err := probe(first, "card"); err != nil {
		return nil, err
	}
	message, sig, err := splitSigned(append([]byte(cardDomain), b...))
	if err != nil {
		return nil, err
	}
	if len(message) != len(cardDomain)+len(first)+1 {
		return nil, fault("card", WhyForm)
	}
	var c Card
	if err := strict(first, &c); err != nil {
		return nil, &Fault{Where: "card", Why: WhyForm, Err: err}
	}
	if err := c.check(); err != nil {
		return nil, err
	}
	if err := verify(message, sig, c.VerifyKey); err != nil {
		return nil, err
	}
	return &c, nil
}

func (c *Card) check() error {
	if c.Type != "card" || c.Format != Format || c.MinReader < 1 || c.MinReader > Reader {
		return fault("format", WhyValue)
	}
	if c.Name == "" {
		return fault("name", WhyMissing)
	}
	if err := org.CheckText("name", c.Name, org.MaxLine); err != nil {
		return &Fault{Where: "name", Why: WhyValue, Err: err}
	}
	if !recipientOK(c.Recipient) {
		return fault("recipient", WhyValue)
	}
	return checkTime(c.Created)
}
