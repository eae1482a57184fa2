// Package seal keeps what people typed unreadable in the file: it holds the
// data key, seals one row's body with it, and wraps it in slots.
//
// A sealed body is XChaCha20-Poly1305 with a random nonce; table, row and
// revision are authenticated beside it, so that bodies cannot be swapped
// between rows or put back from an older save. What sealing does not hide:
// ids, dates, enumerations, numbers, sizes and how many rows there are. With
// only the open slot the key lies in the same file: that keeps names out of
// searches of the disk, and is no protection against somebody who has the
// file and this program.
package seal

import (
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"

	"golang.org/x/crypto/chacha20poly1305"
)

// ErrAltered says that a sealed body is not what was sealed for that row.
var ErrAltered = errors.New("sealed data altered")

// bodyVersion is the first byte of every sealed body.
const bodyVersion = 1

// Key is the data key of one file.
type Key struct {
	raw  [32]byte
	aead cipher.AEAD
	mac  []byte
}

// NewKey makes a random data key.
func NewKey() *Key {
	var raw [32]byte
	rand.Read(raw[:])
	return keyOf(raw)
}

func keyOf(raw [32]byte) *Key {
	aead, err := chacha20poly1305.NewX(raw[:])
	if err != nil {
		panic(err) // only for a key of the wrong length
	}
	mac, err := hkdf.Key(sha256.New, raw[:], nil, "branchbook mac 1", 32)
	if err != nil {
		panic(err) // only for an absurd length
	}
	return &Key{raw, aead, mac}
}

// Seal returns the sealed body of a row at a revision.
func (k *Key) Seal(table, row string, rev int64, plain []byte) []byte {
	out := make([]byte, 1+chacha20poly1305.NonceSizeX, 1+chacha20poly1305.NonceSizeX+len(plain)+chacha20poly1305.Overhead)
	out[0] = bodyVersion
	rand.Read(out[1:])
	return k.aead.Seal(out, out[1:], plain, place(table, row, rev))
}

// Open returns what was sealed for that row and revision, or ErrAltered.
func (k *Key) Open(table, row string, rev int64, sealed []byte) ([]byte, error) {
	const head = 1 + chacha20poly1305.NonceSizeX
	if len(sealed) < head+chacha20poly1305.Overhead || sealed[0] != bodyVersion {
		return nil, ErrAltered
	}
	plain, err := k.aead.Open(nil, sealed[1:head], sealed[head:], place(table, row, rev))
	if err != nil {
		return nil, ErrAltered
	}
	return plain, nil
}

// place is the authenticated position of a body. Lengths come first so that no
// two positions share a form.
func place(table, row string, rev int64) []byte {
	b := make([]byte, 0, 32+len(table)+len(row))
	b = append(b, "branchbook body 1\x00"...)
	b = binary.BigEndian.AppendUint16(b, uint16(len(table)))
	b = append(b, table...)
	b = binary.BigEndian.AppendUint16(b, uint16(len(row)))
	b = append(b, row...)
	return binary.BigEndian.AppendUint64(b, uint64(rev))
}

// MAC returns a keyed digest of data; without the key it tells nothing about
// the data, however short.
func (k *Key) MAC(data []byte) [32]byte {
	m := hmac.New(sha256.New, k.mac)
	m.Write(data)
	return [32]byte(m.Sum(nil))
}

// SlotKind is the way a slot gives the key.
type SlotKind string

// SlotOpen gives the key to whoever has the file: no password is set yet, and
// the program must not call the file encrypted.
const SlotOpen SlotKind = "open"

// Slot is the data key wrapped in one way.
type Slot struct {
	Kind    SlotKind
	Wrapped []byte
}

// openWrap is known to everybody; it only keeps the slot's form the same as
// that of later slots and makes a damaged slot show.
var openWrap = keyOf(sha256.Sum256([]byte("branchbook open slot 1")))

// OpenSlot wraps the key so that anybody with the file can use it.
func (k *Key) OpenSlot() Slot {
	return Slot{SlotOpen, openWrap.Seal("slot", string(SlotOpen), 0, k.raw[:])}
}

// Key unwraps the data key. An unknown kind or an altered slot is an error.
func (s Slot) Key() (*Key, error) {
	if s.Kind != SlotOpen {
		return nil, fmt.Errorf("open slot %q: %w", s.Kind, errors.ErrUnsupported)
	}
	raw, err := openWrap.Open("slot", string(SlotOpen), 0, s.Wrapped)
	if err != nil || len(raw) != 32 {
		return nil, fmt.Errorf("open slot: %w", ErrAltered)
	}
	return keyOf([32]byte(raw)), nil
}
