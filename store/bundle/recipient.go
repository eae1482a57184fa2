package bundle

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"

	"filippo.io/age"
)

const ageMagic = "age-encryption.org/v1\n"

// MinPassphrase is the shortest passphrase, in characters, that a new bundle
// takes: the file may lie about on a stick for years. Reading takes any.
const MinPassphrase = 8

// Passphrase returns both sides of a passphrase, which serves while the
// receiver's card is not known. Opening takes about a second, on purpose.
func Passphrase(words string) (age.Recipient, age.Identity, error) {
	to, err := age.NewScryptRecipient(words)
	if err != nil {
		return nil, nil, fmt.Errorf("use passphrase: %w", err)
	}
	to.SetWorkFactor(MaxWork)
	id, err := age.NewScryptIdentity(words)
	if err != nil {
		return nil, nil, fmt.Errorf("use passphrase: %w", err)
	}
	return to, id, nil
}

// namesOf returns how the manifest names the recipients. Format 1 knows X25519
// keys, and one passphrase alone.
func namesOf(to []age.Recipient) ([]string, error) {
	names := make([]string, 0, len(to))
	for _, r := range to {
		switch v := r.(type) {
		case *age.X25519Recipient:
			names = append(names, v.String())
		case *age.ScryptRecipient:
			names = append(names, passphrase)
		default:
			return nil, fault("recipients", WhyValue)
		}
	}
	return names, nil
}

// opener notes which identity opened a file.
type opener struct {
	age.Identity
	name   string
	opened *string
}

// Unwrap implements age.Identity. A forged header could ask for more memory
// than an old computer has, so the work factor is looked at first.
func (o opener) Unwrap(stanzas []*age.Stanza) ([]byte, error) {
	if o.name == passphrase && len(stanzas) == 1 && stanzas[0].Type == "scrypt" && len(stanzas[0].Args) == 2 {
		if n, err := strconv.Atoi(stanzas[0].Args[1]); err != nil || n > MaxWork {
			return nil, ErrTooLarge
		}
	}
	key, err := o.Identity.Unwrap(stanzas)
	if err == nil {
		*o.opened = o.name
	}
	return key, err
}

func openers(ids []age.Identity, opened *string) ([]age.Identity, error) {
	out := make([]age.Identity, len(ids))
	for i, id := range ids {
		switch v := id.(type) {
		case *age.X25519Identity:
			out[i] = opener{v, v.Recipient().String(), opened}
		case *age.ScryptIdentity:
			out[i] = opener{v, passphrase, opened}
		default:
			return nil, fault("identities", WhyValue)
		}
	}
	return out, nil
}

// decrypt returns the whole payload, and the name of the recipient that opened
// it.
func decrypt(file []byte, ids []age.Identity) (payload []byte, opened string, err error) {
	if !bytes.HasPrefix(file, []byte(ageMagic)) {
		return nil, "", ErrNotABundle
	}
	if !bytes.Contains(file[:min(len(file), MaxHeader)], []byte("\n--- ")) {
		if len(file) > MaxHeader {
			return nil, "", ErrTooLarge
		}
		return nil, "", ErrAltered
	}
	if len(ids) == 0 {
		return nil, "", ErrNotForUs
	}
	wrapped, err := openers(ids, &opened)
	if err != nil {
		return nil, "", err
	}
	r, err := age.Decrypt(bytes.NewReader(file), wrapped...)
	var none *age.NoIdentityMatchError
	switch {
	case errors.As(err, &none):
		return nil, "", ErrNotForUs
	case errors.Is(err, ErrTooLarge):
		return nil, "", ErrTooLarge
	case err != nil:
		return nil, "", ErrAltered
	}
	payload, err = io.ReadAll(r)
	if err != nil {
		return nil, "", ErrAltered
	}
	return payload, opened, nil
}
