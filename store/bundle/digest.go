package bundle

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/hex"
)

// Digest is a SHA-256, written as 64 hexadecimal digits. The zero Digest means
// that there is none and is written as empty text.
type Digest [32]byte

// Key is an Ed25519 public key, written as 64 hexadecimal digits.
type Key [32]byte

// Sum returns the digest of b.
func Sum(b []byte) Digest { return sha256.Sum256(b) }

// String returns 64 hexadecimal digits, or "" for the zero Digest.
func (d Digest) String() string { return hexText(d) }

// MarshalText writes String.
func (d Digest) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads 64 hexadecimal digits, or nothing.
func (d *Digest) UnmarshalText(b []byte) error { return fromHex((*[32]byte)(d), b) }

// KeyOf returns the public half of a signing key.
func KeyOf(k ed25519.PrivateKey) Key { return Key(k.Public().(ed25519.PublicKey)) }

// String returns 64 hexadecimal digits, or "" for the zero Key.
func (k Key) String() string { return hexText(k) }

// MarshalText writes String.
func (k Key) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads 64 hexadecimal digits, or nothing.
func (k *Key) UnmarshalText(b []byte) error { return fromHex((*[32]byte)(k), b) }

func hexText(b [32]byte) string {
	if b == [32]byte{} {
		return ""
	}
	return hex.EncodeToString(b[:])
}

func fromHex(to *[32]byte, text []byte) error {
	if len(text) == 0 {
		*to = [32]byte{}
		return nil
	}
	if len(text) != 64 {
		return fault("hexadecimal", WhyForm)
	}
	if _, err := hex.Decode(to[:], text); err != nil {
		return fault("hexadecimal", WhyForm)
	}
	return nil
}
