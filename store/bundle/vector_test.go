package bundle

import (
	"bytes"
	"encoding/base64"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/cryptotest"

	"branchbook/store/org"
)

// go test ./store/bundle -run Vectors -update makes the vectors anew, from a
// fixed random source. Do it only when the format changes; FORMAT.md says what
// the files hold.
var update = flag.Bool("update", false, "write testdata/vectors anew")

const vectorWords = "三会一课"

// vector is one file of testdata/vectors.
type vector struct {
	name    string
	kind    string // bundle, receipt, card, secret
	expect  string // ok and a digest, or what is wrong
	comment string
	body    []byte
}

func (v vector) encode() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "file: %s\nexpect: %s\ncomment: %s\n\n", v.kind, v.expect, v.comment)
	text := base64.StdEncoding.EncodeToString(v.body)
	for len(text) > 76 {
		b.WriteString(text[:76] + "\n")
		text = text[76:]
	}
	b.WriteString(text + "\n")
	return b.Bytes()
}

func readVector(t *testing.T, path string) vector {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	header, text, ok := strings.Cut(string(b), "\n\n")
	body, err := base64.StdEncoding.DecodeString(strings.ReplaceAll(text, "\n", ""))
	if !ok || err != nil {
		t.Fatalf("%s: not a vector: %v", path, err)
	}
	v := vector{name: filepath.Base(path), body: body}
	for _, line := range strings.Split(header, "\n") {
		name, value, _ := strings.Cut(line, ": ")
		switch name {
		case "file":
			v.kind = value
		case "expect":
			v.expect = value
		}
	}
	return v
}

// outcome reads a vector as its kind says and puts the result into words.
func outcome(t *testing.T, v vector, s *Secret) string {
	t.Helper()
	digest, err := Digest{}, error(nil)
	switch v.kind {
	case "bundle":
		_, words, e := Passphrase(vectorWords)
		if e != nil {
			t.Fatal(e)
		}
		var b *Bundle
		if b, err = Read(bytes.NewReader(v.body), s.Identity, words); err == nil {
			digest = b.Digest
		}
	case "receipt":
		_, digest, err = ReadReceipt(bytes.NewReader(v.body), KeyOf(upperKey), s.Identity)
	case "card":
		_, err = ParseCard(v.body)
		digest = Sum(v.body)
	case "secret":
		_, err = ParseSecret(v.body)
		digest = Sum(v.body)
	default:
		t.Fatalf("%s: what is a %q?", v.name, v.kind)
	}
	return inWords(digest, err)
}

func inWords(digest Digest, err error) string {
	var f *Fault
	if err == nil {
		return "ok " + digest.String()
	}
	for word, known := range map[string]error{"not-a-bundle": ErrNotABundle, "altered": ErrAltered, "not-for-us": ErrNotForUs,
		"newer": ErrNewerFormat, "too-large": ErrTooLarge, "bad-signature": ErrBadSignature} {
		if errors.Is(err, known) {
			return word
		}
	}
	if errors.As(err, &f) {
		return "fault: " + f.Where + ": " + string(f.Why)
	}
	return err.Error()
}

func TestVectorsReadAsTheySay(t *testing.T) {
	const dir = "testdata/vectors"
	if *update {
		writeVectors(t, dir)
	}
	key, err := os.ReadFile(filepath.Join(dir, "upper.secret"))
	if err != nil {
		t.Fatal(err)
	}
	s, err := ParseSecret(key)
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil || len(files) < 30 {
		t.Fatalf("%d vectors, %v", len(files), err)
	}
	for _, path := range files {
		v := readVector(t, path)
		if got := outcome(t, v, s); got != v.expect {
			t.Errorf("%s: %s, want %s", v.name, got, v.expect)
		}
	}
}

func writeVectors(t *testing.T, dir string) {
	t.Helper()
	cryptotest.SetGlobalRandom(t, 1)
	s := secretOf(t)
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "upper.secret"), s.Encode(), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, v := range append(fileVectors(t, s), append(textVectors(t, s), append(otherVectors(t, s), closingVectors(t, s)...)...)...) {
		if v.expect == "ok" {
			v.expect = outcome(t, v, s)
		}
		if err := os.WriteFile(filepath.Join(dir, v.name+".txt"), v.encode(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// fileVectors are wrong outside the text, or not at all.
func fileVectors(t *testing.T, s *Secret) []vector {
	t.Helper()
	list := sampleList(3, 2, 2, Fields{})
	good, _ := write(t, sampleManifest(t, s.Recipient()), encode(t, list), toAll(s)...)
	fewer := encode(t, list, 2019)
	fewer.Omit(2024)
	partial, _ := write(t, sampleManifest(t, s.Recipient()), fewer, toAll(s, secretOf(t))...)
	words, _ := write(t, sampleManifest(t, s.Recipient()), encode(t, list), cheap(t, vectorWords))
	other, _ := write(t, sampleManifest(t, s.Recipient()), encode(t, list), toAll(secretOf(t))...)
	packed, _, err := decrypt(good, openWith(s))
	if err != nil {
		t.Fatal(err)
	}
	flipped := bytes.Clone(good)
	flipped[len(flipped)/2] ^= 1
	bundle := func(name, expect, comment string, body []byte) vector {
		return vector{name, "bundle", expect, comment, body}
	}
	return []vector{
		bundle("ok", "ok", "three people, two years", good),
		bundle("ok-partial", "ok", "2019 is sent empty, 2024 is not sent, two recipients", partial),
		bundle("ok-passphrase", "ok", "passphrase 三会一课, work factor 10", words),
		bundle("cut", "altered", "the last byte is missing", good[:len(good)-1]),
		bundle("flipped", "altered", "one bit in the middle is turned", flipped),
		bundle("after-age", "altered", "one byte after the age file", append(bytes.Clone(good), 0)),
		bundle("after-gzip", "altered", "one byte after the gzip member", encrypt(t, append(bytes.Clone(packed), 0), toAll(s)...)),
		bundle("two-gzip", "altered", "a second gzip member", encrypt(t, append(bytes.Clone(packed), packed...), toAll(s)...)),
		bundle("bomb", "too-large", "gzip says that the text has 300 MB", encrypt(t, zeros(t, 1<<20, 300<<20), toAll(s)...)),
		bundle("bomb-liar", "altered", "gzip says 1 KB and holds 1 MB", encrypt(t, zeros(t, 1<<20, 1024), toAll(s)...)),
		bundle("not-for-us", "not-for-us", "encrypted to another key", other),
		bundle("not-age", "not-a-bundle", "a text", []byte("hello\n")),
		bundle("not-gzip", "not-a-bundle", "an age file that holds a text", encrypt(t, []byte("hello\n"), toAll(s)...)),
		bundle("not-ours", "not-a-bundle", "an age file that holds gzip of a text", encrypt(t, zipped(t, []byte("hello\n")), toAll(s)...)),
		bundle("scrypt-cost", "too-large", "a passphrase with work factor 19", bytes.Replace(words, []byte(" 10\n"), []byte(" 19\n"), 1)),
	}
}

// textVectors are well wrapped and, if the name does not say otherwise, well
// signed, and have one fault in the text.
func textVectors(t *testing.T, s *Secret) []vector {
	t.Helper()
	var out []vector
	add := func(name, expect, comment string, edit func(f *forged)) {
		f := forgeFor(t, s)
		edit(f)
		out = append(out, vector{name, "bundle", expect, comment, encrypt(t, zipped(t, f.signed()[len(bundleDomain):]), toAll(s)...)})
	}
	add("newer-format", "newer", "format 2 with a name that format 1 does not have", func(f *forged) { f.inManifest(t, `"format":1`, `"format":2,"new":1`) })
	add("newer-reader", "newer", "min_reader 3", func(f *forged) { f.inManifest(t, `"min_reader":1`, `"min_reader":3`) })
	add("signed-by-another", "bad-signature", "signed with another key than the manifest's", func(f *forged) { f.key = upperKey })
	add("rewrapped", "fault: recipients: rewrapped", "the manifest names another recipient", func(f *forged) {
		f.inManifest(t, `"recipients":["`+s.Recipient(), `"recipients":["`+secretOf(t).Recipient())
	})
	add("unknown-algorithm", "fault: algorithms: value", "signature sm2", func(f *forged) { f.inManifest(t, `"ed25519"`, `"sm2"`) })
	add("manifest-twice", "fault: manifest: form", "a name twice in the manifest", func(f *forged) { f.inManifest(t, `"demo":false`, `"demo":true,"demo":false`) })
	add("manifest-long", "too-large", "a manifest of more than 64 KiB", func(f *forged) {
		f.inManifest(t, `"app_version":"`, `"app_version":"`+strings.Repeat("x", MaxManifest))
	})
	add("record-case", "fault: line 3: form", "a name in capitals", func(f *forged) { f.inRecord(t, org.KindPerson, `"sex"`, `"Sex"`) })
	add("record-unknown", "fault: line 3: form", "a name that is not known", func(f *forged) { f.inRecord(t, org.KindPerson, `"sex"`, `"x":1,"sex"`) })
	add("record-twice", "fault: line 3: form", "a name twice", func(f *forged) { f.inRecord(t, org.KindPerson, `"sex":"m"`, `"sex":"f","sex":"m"`) })
	add("record-utf8", "fault: line 3: form", "bad UTF-8", func(f *forged) { f.inRecord(t, org.KindPerson, "人0", "人\xff") })
	add("record-nan", "fault: line 3: form", "NaN", func(f *forged) {
		f.records[1] = strings.Replace(f.records[1], `"rev":2,"name"`, `"rev":NaN,"name"`, 1)
	})
	add("record-envelope", "fault: line 3: form", "the envelope says another rev", func(f *forged) { f.inRecord(t, org.KindPerson, `"rev":2,"year"`, `"rev":3,"year"`) })
	add("record-invalid", "fault: body: value", "a sex that is not allowed", func(f *forged) { f.inRecord(t, org.KindPerson, `"sex":"m"`, `"sex":"x"`) })
	add("order", "fault: record: order", "two persons changed places", func(f *forged) { swap(f, 1, 2); f.settle(t) })
	add("roster-digest", "fault: roster: digest", "the roster's digest lies", func(f *forged) {
		f.inManifest(t, `"roster":{"digest":"`, `"roster":{"digest":"00`)
		cut2(f, `"roster":{"digest":"`)
	})
	add("year-digest", "fault: years: digest", "a year's digest lies", func(f *forged) {
		f.inManifest(t, `"sent":true,"digest":"`, `"sent":true,"digest":"00`)
		cut2(f, `"sent":true,"digest":"`)
	})
	add("counts", "fault: counts: count", "the counts lie", func(f *forged) { f.inManifest(t, `"person":3,`, `"person":4,`) })
	add("pointer", "fault: read: pointer", "a reading by somebody who is not on the roster", func(f *forged) {
		f.inRecord(t, org.KindReading, string(personID(0)), string(personID(9)))
	})
	add("unmasked", "fault: id_number: unmasked", "an ID number that was not asked for", func(f *forged) { f.inRecord(t, org.KindPerson, "********", "19700101") })
	return out
}

func otherVectors(t *testing.T, s *Secret) []vector {
	t.Helper()
	receipt := sampleReceiptFile(t, s)
	card, err := s.Card("某镇党委", Fields{}, noon).Encode(s)
	if err != nil {
		t.Fatal(err)
	}
	var foreign bytes.Buffer
	if _, err := WriteReceipt(&foreign, sampleReceipt(), branchKey, toAll(s)...); err != nil {
		t.Fatal(err)
	}
	return []vector{
		{"receipt-ok", "receipt", "ok", "one item returned", receipt},
		{"receipt-cut", "receipt", "altered", "the last byte is missing", receipt[:len(receipt)-1]},
		{"receipt-signer", "receipt", "fault: signing_key: signer", "signed with another key than the card's", foreign.Bytes()},
		{"card-ok", "card", "ok", "no fields wanted", card},
		{"card-changed", "card", "bad-signature", "a field is wanted that was not when it was signed", bytes.Replace(card, []byte("false"), []byte("true"), 1)},
		{"card-newer", "card", "newer", "format 2", signedCard(t, s, card, `"format":1`, `"format":2`)},
		{"secret-ok", "secret", "ok", "the key that opens these vectors", s.Encode()},
		{"secret-changed", "secret", "altered", "a digit of the seed is changed", changeSeed(s.Encode())},
	}
}

// closingVectors are of version 2.
func closingVectors(t *testing.T, s *Secret) []vector {
	t.Helper()
	c := encode(t, append(sampleList(3, 2, 2, Fields{}), sampleClosing(2024, 3)))
	m := sampleManifest(t, s.Recipient())
	good, _ := write(t, m, c, toAll(s)...)
	f := takeApart(t, m, c, s.Recipient())
	f.inManifest(t, `"min_reader":2`, `"min_reader":1`)
	return []vector{
		{"closing", "bundle", "ok", "2024 is closed; min_reader 2", good},
		{"closing-reader", "bundle", "fault: min_reader: value", "2024 is closed, and min_reader says 1", encrypt(t, zipped(t, f.signed()[len(bundleDomain):]), toAll(s)...)},
	}
}

func changeSeed(b []byte) []byte {
	i := bytes.Index(b, []byte("seed: ")) + 6
	if b[i]++; b[i] == '9'+1 || b[i] == 'f'+1 {
		b[i] = '0'
	}
	return b
}
