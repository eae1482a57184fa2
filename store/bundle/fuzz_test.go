package bundle

import (
	"bytes"
	"encoding/json"
	"testing"
)

// FuzzRead signs any text as the branch and reads it: a text that is taken must
// be the one text that this package writes for what it says.
func FuzzRead(f *testing.F) {
	s := secretOf(f)
	good := forgeFor(f, s)
	empty := takeApart(f, completed(f, s), encode(f, sampleList(1, 0, 0, Fields{})), s.Recipient())
	f.Add([]byte(good.text()))
	f.Add([]byte(empty.text()))
	f.Add([]byte(good.manifest + "\n"))
	f.Add([]byte(good.records[0]))
	f.Add([]byte("{}\n{}\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		message := append([]byte(bundleDomain), text...)
		b, err := parse(append(message, sign(message, branchKey)...), s.Recipient())
		if err != nil {
			return
		}
		first, err := json.Marshal(b.Manifest)
		if err != nil {
			t.Fatal(err)
		}
		again := append(first, '\n')
		for _, a := range b.Records {
			l, err := encodeLine(a)
			if err != nil {
				t.Fatal(err)
			}
			again = append(again, l.text...)
		}
		if !bytes.Equal(again, text) || b.Digest != Sum(text) {
			t.Errorf("two texts say the same")
		}
	})
}

func completed(t testing.TB, s *Secret) *Manifest {
	t.Helper()
	m := sampleManifest(t, s.Recipient())
	if _, err := m.complete(encode(t, sampleList(1, 0, 0, Fields{})), branchKey, toAll(s)); err != nil {
		t.Fatal(err)
	}
	return m
}

// FuzzFile feeds whole files, which must be refused without a panic.
func FuzzFile(f *testing.F) {
	s := secretOf(f)
	good := small(f, s)
	f.Add(good)
	f.Add([]byte(ageMagic + "-> scrypt c2FsdHNhbHRzYWx0c2FsdA 30\nx\n--- x\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if _, err := Read(bytes.NewReader(b), s.Identity); err == nil && !bytes.Equal(b, good) {
			t.Error("another file was read")
		}
	})
}

// FuzzCard signs any first line with the card's own key.
func FuzzCard(f *testing.F) {
	_, s, b := cardOf(f)
	f.Add(b, true)
	f.Add(b, false)
	f.Add([]byte("{}\n"), true)
	f.Fuzz(func(t *testing.T, b []byte, resign bool) {
		if resign {
			first, _, _ := bytes.Cut(b, []byte("\n"))
			message := append([]byte(cardDomain), append(bytes.Clone(first), '\n')...)
			b = append(message, sign(message, s.Sign)...)[len(cardDomain):]
		}
		c, err := ParseCard(b)
		if err != nil || c.VerifyKey != s.Key() || c.Recipient != s.Recipient() {
			return
		}
		if again, err := c.Encode(s); err != nil || !bytes.Equal(again, b) {
			t.Errorf("two cards say the same: %v", err)
		}
	})
}

// FuzzReceipt signs any line as the upper level.
func FuzzReceipt(f *testing.F) {
	s := secretOf(f)
	f.Add(signedReceipt(f, s, `"d1"`, `"d2"`)[len(receiptDomain):])
	f.Add([]byte("{}\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		first, _, _ := bytes.Cut(b, []byte("\n"))
		message := append([]byte(receiptDomain), append(bytes.Clone(first), '\n')...)
		r, _, err := parseReceipt(append(message, sign(message, upperKey)...), s.Recipient(), KeyOf(upperKey))
		if err != nil {
			return
		}
		if again, err := json.Marshal(r); err != nil || !bytes.Equal(again, first) {
			t.Errorf("two receipts say the same: %v", err)
		}
	})
}

// FuzzSecret reads any text as a secret file.
func FuzzSecret(f *testing.F) {
	f.Add(secretOf(f).Encode())
	f.Add([]byte("# branchbook secret 1\n\n\n\n\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if s, err := ParseSecret(b); err == nil && !bytes.Equal(s.Encode(), b) {
			t.Error("two files hold the same secret")
		}
	})
}
