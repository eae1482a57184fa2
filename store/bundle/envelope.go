package bundle

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/ed25519"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"filippo.io/age"

	"branchbook/store/org"
)

// Domain separation: what is signed begins with one of these, so that no
// signature made for one purpose serves for another.
const (
	bundleDomain  = "branchbook-bundle-v1\n"
	receiptDomain = "branchbook-receipt-v1\n"
	cardDomain    = "branchbook-card-v1\n"
)

// maxRatio is a little above what deflate can reach (1032 to 1), so a text said
// to be longer is a lie.
const maxRatio = 1100

// signature is the last line of every signed text.
type signature struct {
	Signature string `json:"signature"`
}

const signatureLine = len(`{"signature":""}`+"\n") + 2*ed25519.SignatureSize

// sign returns the last line of a message, which is the domain and the text.
func sign(message []byte, key ed25519.PrivateKey) []byte {
	return fmt.Appendf(nil, "{\"signature\":\"%x\"}\n", ed25519.Sign(key, message))
}

// splitSigned takes the signature line off a signed message. What is left ends
// with a line break.
func splitSigned(b []byte) (message, sig []byte, err error) {
	if len(b) <= signatureLine {
		return nil, nil, ErrAltered
	}
	message, last := b[:len(b)-signatureLine], b[len(b)-signatureLine:]
	var s signature
	if message[len(message)-1] != '\n' || last[len(last)-1] != '\n' || strict(last[:len(last)-1], &s) != nil {
		return nil, nil, ErrAltered
	}
	sig, err = hex.DecodeString(s.Signature)
	if err != nil || hex.EncodeToString(sig) != s.Signature {
		return nil, nil, ErrAltered
	}
	return message, sig, nil
}

func verify(message, sig []byte, key Key) error {
	if !ed25519.Verify(key[:], message, sig) {
		return ErrBadSignature
	}
	return nil
}

// strict reads one JSON value that must be exactly as json.Marshal writes it.
func strict(b []byte, v any) error {
	if err := org.DecodeStrict(b, v); err != nil {
		return err
	}
	if again, err := json.Marshal(v); err != nil || !bytes.Equal(again, b) {
		return fault("JSON", WhyForm)
	}
	return nil
}

// firstLine returns the first line without its break, which must come within
// max bytes.
func firstLine(text []byte, max int) ([]byte, error) {
	i := bytes.IndexByte(text[:min(len(text), max)], '\n')
	if i < 0 && len(text) <= max {
		return nil, ErrNotABundle
	}
	if i < 0 {
		return nil, &Fault{Where: "line 1", Why: WhyLarge, Err: ErrTooLarge}
	}
	return text[:i], nil
}

// probe looks at type and version before anything else, since all that comes
// after may be different in a later format.
func probe(first []byte, want string) error {
	var p struct {
		Type      string `json:"type"`
		Format    int    `json:"format"`
		MinReader int    `json:"min_reader"`
	}
	if json.Unmarshal(first, &p) != nil || p.Type != want {
		return ErrNotABundle
	}
	if p.Format > Format || p.MinReader > Reader {
		return ErrNewerFormat
	}
	return nil
}

// seal signs the message, and writes its text and the signature compressed and
// encrypted.
func seal(w io.Writer, domain string, message []byte, key ed25519.PrivateKey, to []age.Recipient) error {
	signed := make(chan []byte, 1)
	go func() { signed <- sign(message, key) }() // hashing it twice takes as long as packing it
	out := &capped{w: w, left: MaxFile}
	enc, err := age.Encrypt(out, to...)
	if err != nil {
		return fmt.Errorf("encrypt: %w", err)
	}
	buf := bufio.NewWriterSize(enc, 64<<10)
	// Level 6: for the 50 MB of 500 members and 10 years it takes 94 ms, beside
	// the signature, and gives 1.59 MB; level 1 takes 61 and gives 1.84, level 9
	// takes 226 and gives 1.56.
	zip := gzip.NewWriter(buf)
	if _, err := zip.Write(message[len(domain):]); err != nil {
		return fmt.Errorf("write text: %w", err)
	}
	if _, err := zip.Write(<-signed); err != nil {
		return fmt.Errorf("write signature: %w", err)
	}
	for _, end := range []func() error{zip.Close, buf.Flush, enc.Close} {
		if err := end(); err != nil {
			return fmt.Errorf("finish file: %w", err)
		}
	}
	return nil
}

// capped refuses to write more than the format allows.
type capped struct {
	w    io.Writer
	left int
}

func (c *capped) Write(b []byte) (int, error) {
	if c.left -= len(b); c.left < 0 {
		return 0, ErrTooLarge
	}
	return c.w.Write(b)
}

// unseal reads a whole file and gives back the domain, the text and its
// signature line, and the name of the recipient whose identity opened it. max
// limits the text.
func unseal(r io.Reader, domain string, max int, ids []age.Identity) (signed []byte, opened string, err error) {
	file, err := io.ReadAll(io.LimitReader(r, MaxFile+1))
	if err != nil {
		return nil, "", fmt.Errorf("read file: %w", err)
	}
	if len(file) > MaxFile {
		return nil, "", ErrTooLarge
	}
	packed, opened, err := decrypt(file, ids)
	if err != nil {
		return nil, "", err
	}
	signed, err = unpack(packed, domain, max)
	return signed, opened, err
}

// unpack decompresses, after the prefix. The size that gzip notes at its end is held against the
// limit before memory is asked for; a file that lies about it ends at the lie.
func unpack(packed []byte, prefix string, max int) ([]byte, error) {
	if !bytes.HasPrefix(packed, []byte{0x1f, 0x8b}) {
		return nil, ErrNotABundle
	}
	size := sizeNoted(packed)
	if size > max {
		return nil, ErrTooLarge
	}
	if size > maxRatio*len(packed) {
		return nil, ErrAltered
	}
	in := bytes.NewReader(packed)
	zip, err := gzip.NewReader(in)
	if err != nil {
		return nil, ErrAltered
	}
	zip.Multistream(false)
	out := make([]byte, len(prefix)+size)
	if _, err := io.ReadFull(zip, out[copy(out, prefix):]); err != nil {
		return nil, ErrAltered
	}
	if n, err := zip.Read(make([]byte, 1)); n != 0 || !errors.Is(err, io.EOF) || in.Len() != 0 {
		return nil, ErrAltered
	}
	return out, nil
}

// sizeNoted returns the last four bytes, the size of the text modulo 2^32
// (RFC 1952, ISIZE).
func sizeNoted(packed []byte) int {
	if len(packed) < 18 {
		return 0
	}
	n := packed[len(packed)-4:]
	return int(n[0]) | int(n[1])<<8 | int(n[2])<<16 | int(n[3])<<24
}
