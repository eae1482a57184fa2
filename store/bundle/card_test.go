package bundle

import (
	"bytes"
	"crypto/ed25519"
	"errors"
	"regexp"
	"strings"
	"testing"

	"filippo.io/age"
)

func cardOf(t testing.TB) (*Card, *Secret, []byte) {
	t.Helper()
	c, s, err := NewCard("某镇党委", Fields{Phone: true}, noon)
	if err != nil {
		t.Fatal(err)
	}
	b, err := c.Encode(s)
	if err != nil {
		t.Fatal(err)
	}
	return c, s, b
}

func TestACardIsReadAsWritten(t *testing.T) {
	c, s, b := cardOf(t)
	got, err := ParseCard(b)
	if err != nil || *got != *c {
		t.Fatalf("%+v, %v; want %+v", got, err, c)
	}
	if to, err := got.To(); err != nil || to.(*age.X25519Recipient).String() != s.Recipient() {
		t.Errorf("recipient %v, %v", to, err)
	}
	if got.Fingerprint() != s.Fingerprint() {
		t.Errorf("fingerprints %s and %s", got.Fingerprint(), s.Fingerprint())
	}
	other := secretOf(t)
	if _, err := c.Encode(other); err == nil {
		t.Error("a card was signed with another's key")
	}
}

func TestAFingerprintStandsForBothKeys(t *testing.T) {
	a, b := secretOf(t), secretOf(t)
	seen := map[string]bool{}
	for _, f := range []string{a.Fingerprint(), b.Fingerprint(), Fingerprint(a.Recipient(), b.Key()), Fingerprint(b.Recipient(), a.Key())} {
		if !regexp.MustCompile(`^\d{5}( \d{5}){5}$`).MatchString(f) || seen[f] {
			t.Errorf("fingerprint %q", f)
		}
		seen[f] = true
	}
	if got, want := Fingerprint("age1x", Key{1}), "27361 55801 02461 40930 68842 21397"; got != want {
		t.Errorf("fingerprint %s, want %s", got, want)
	}
}

func TestADamagedCardIsRefused(t *testing.T) {
	_, _, b := cardOf(t)
	for i := range b {
		for bit := range 8 {
			b[i] ^= 1 << bit
			if _, err := ParseCard(b); err == nil {
				t.Errorf("byte %d, bit %d turned, and the card was read", i, bit)
			}
			b[i] ^= 1 << bit
		}
		if _, err := ParseCard(b[:i]); err == nil {
			t.Errorf("cut to %d bytes, and the card was read", i)
		}
	}
}

// signedCard signs a changed card with its own key.
func signedCard(t testing.TB, s *Secret, b []byte, old, new string) []byte {
	t.Helper()
	first, _, _ := bytes.Cut(b, []byte("\n"))
	if !strings.Contains(string(first), old) {
		t.Fatalf("no %q in %s", old, first)
	}
	message := []byte(cardDomain + strings.Replace(string(first), old, new, 1) + "\n")
	return append(message, sign(message, s.Sign)...)[len(cardDomain):]
}

func TestACardThatIsWrongIsRefused(t *testing.T) {
	_, s, b := cardOf(t)
	for _, c := range []struct {
		name, old, new string
		where          string
		why            Why
	}{
		{"an unknown name", `{"type"`, `{"x":1,"type"`, "card", WhyForm},
		{"no name", "某镇党委", "", "name", WhyMissing},
		{"a name that turns the direction", "某镇", "\u202e", "name", WhyValue},
		{"no recipient", s.Recipient(), "age1", "recipient", WhyValue},
		{"a zone", "04:00:00Z", "12:00:00+08:00", "created_at", WhyValue},
		{"two lines", `Z"}`, "Z\"}\n{}", "card", WhyForm},
		{"format 0", `"format":1`, `"format":0`, "format", WhyValue},
	} {
		_, err := ParseCard(signedCard(t, s, b, c.old, c.new))
		wantFault(t, c.name, err, c.where, c.why)
	}
	for name, c := range map[string]struct {
		file []byte
		want error
	}{
		"a later format": {signedCard(t, s, b, `"format":1`, `"format":2,"x":1`), ErrNewerFormat},
		"a receipt":      {signedCard(t, s, b, `"card"`, `"receipt"`), ErrNotABundle},
		"another's key":  {signedCard(t, s, b, s.Key().String(), secretOf(t).Key().String()), ErrBadSignature},
		"a long file":    {bytes.Repeat([]byte("x"), MaxCard+1), ErrTooLarge},
		"a later line":   {append(bytes.Clone(b), '\n'), ErrAltered},
	} {
		if _, err := ParseCard(c.file); !errors.Is(err, c.want) {
			t.Errorf("%s: error %v, want %v", name, err, c.want)
		}
	}
}

func TestASecretIsReadAsWritten(t *testing.T) {
	s := secretOf(t)
	got, err := ParseSecret(s.Encode())
	if err != nil {
		t.Fatal(err)
	}
	if got.Identity.String() != s.Identity.String() || !got.Sign.Equal(s.Sign) {
		t.Error("another secret came back")
	}
	if ids, err := age.ParseIdentities(bytes.NewReader(s.Encode())); err != nil || len(ids) != 1 {
		t.Errorf("age reads %d identities: %v", len(ids), err)
	}
}

func TestADamagedSecretIsRefused(t *testing.T) {
	s := secretOf(t)
	b := s.Encode()
	for i := range b {
		for bit := range 8 {
			b[i] ^= 1 << bit
			if _, err := ParseSecret(b); err == nil {
				t.Errorf("byte %d, bit %d turned, and the secret was read", i, bit)
			}
			b[i] ^= 1 << bit
		}
		if _, err := ParseSecret(b[:i]); err == nil {
			t.Errorf("cut to %d bytes, and the secret was read", i)
		}
	}
	mixed := Secret{s.Identity, ed25519.NewKeyFromSeed(make([]byte, 32))}
	wrong := bytes.Replace(mixed.Encode(), []byte(mixed.Key().String()), []byte(s.Key().String()), 1)
	for name, text := range map[string][]byte{
		"windows line ends": bytes.ReplaceAll(b, []byte("\n"), []byte("\r\n")), "a seed of another key": wrong,
		"a line more": append(bytes.Clone(b), "# x\n"...), "an age identity alone": []byte(s.Identity.String() + "\n"),
	} {
		if _, err := ParseSecret(text); err == nil || strings.Contains(err.Error(), "SECRET") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
